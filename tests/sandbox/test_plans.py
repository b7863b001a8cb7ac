"""Latvia's site as the sandbox builds it: every list, every column, the plan's own rows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sandbox.clock import Clock
from sandbox.plans import latvia, slug
from sandbox.site import Site


@pytest.fixture
def site() -> Site:
    return latvia(Clock(datetime(2021, 1, 4, tzinfo=UTC)))


def test_every_list_is_there_with_the_plans_rows(site: Site) -> None:
    assert {one.title: len(one.items) for one in site.lists} == {
        "Plāni": 1,
        "Institūcijas": 23,
        "Atbildīgās personas": 24,
        "Apņemšanās": 6,
        "Pasākumi": 25,
        "Starprezultāti": 0,
        "Atskaites termiņi": 2,
        "Atbildes": 0,
        "Sanāksmes": 4,
        "Dalība": 0,
        "Ieteikumi": 6,
        "Jaunumi": 2,
        "Pierādījumi": 0,
    }


def test_every_list_has_a_hidden_unique_key(site: Site) -> None:
    keys = [one.columns["ForumKey"] for one in site.lists]
    assert {(key.kind, key.unique, key.indexed, key.hidden) for key in keys} == {("Text", True, True, True)}


def test_a_measure_knows_its_lead_contact_and_day(site: Site) -> None:
    measures, persons = site.list("Pasakumi"), site.list("Personas")
    row = measures.items[measures.find("Number", "2.8")].values
    person = persons.items[row["Contact"][0]].values
    assert site.list("Institucijas").items[row["Lead"]].values["Code"] == "IZM"
    assert (person["Title"], person["Email"]) == ("IZM kontaktpersona", "kontaktpersona@izm.example")
    assert (row["DueOn"], row["DueText"]) == ("2021-12-30T22:00:00Z", "2021. gada 31. decembris")
    assert row["Completion"] == "Nav informācijas"


def test_one_measure_has_no_lead(site: Site) -> None:
    alone = [row["Number"] for row in site.list("Pasakumi").rows() if row["Lead"] is None]
    assert alone == ["3.1"]


def test_the_rounds_days_follow_from_the_due_day(site: Site) -> None:
    row = site.list("AtskaisuTermini").items[1].values
    told = {name: row[name] for name in ("PeriodFrom", "PeriodTo", "SignBy", "DueOn", "GraceUntil", "LockOn")}
    assert told == {
        "PeriodFrom": "2019-12-31T22:00:00Z",
        "PeriodTo": "2020-12-30T22:00:00Z",
        "SignBy": "2021-01-21T22:00:00Z",
        "DueOn": "2021-01-31T22:00:00Z",
        "GraceUntil": "2021-02-07T22:00:00Z",
        "LockOn": "2021-02-14T22:00:00Z",
    }
    assert (row["Kind"], row["Audience"]) == ("Obligāta", ["Atbildīgās"])


def test_people_are_roles_at_example_addresses(site: Site) -> None:
    rows = site.list("Personas").rows()
    assert {row["Email"].rsplit(".", 1)[1] for row in rows} == {"example"}
    assert [row["Title"] for row in rows if row["ForumRole"] == "Koordinators"] == ["VK koordinators"]
    assert [row["Title"] for row in rows if row["Lang"] == "en"] == ["Providus kontaktpersona"]
    assert len({row["Email"] for row in rows}) == 24


def test_choices_are_among_the_columns_own(site: Site) -> None:
    for one in site.lists:
        for column in one.columns.values():
            if column.choices:
                held = [row.get(column.name) for row in one.rows()]
                flat = [word for value in held for word in (value if isinstance(value, list) else [value]) if word]
                assert set(flat) <= set(column.choices)


def test_addresses_are_made_from_codes() -> None:
    assert [slug(code) for code in ("ĀM", "Valsts kase", "ManaBalss.lv")] == ["am", "valsts-kase", "manabalss"]
