"""Rows held against each other: what is odd among a long list's rows is found by the database, on either kind."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from forum.baselines import WorkspaceList
from sync import tidiness
from tests.forum.test_indexes import through_all
from tests.questions import asked
from tests.sync.conftest import FORUM, House


async def test_what_is_odd_in_the_rows_is_kept_with_their_list(either: House) -> None:
    site = either.outside.site
    number = str(site.list("Pasakumi").items[3].values["Number"])
    for row in ({"Plan": 1}, {}):  # the one without a plan is no second one
        site.list("Pasakumi").add({"Title": "Pasākums", "Number": number, **row})
    site.list("Pasakumi").add({"Title": "Tests", "Number": "9.1", "Plan": 1})
    site.list("Institucijas").edit(2, {"ValidTo": date(2020, 12, 31)})
    site.list("Pasakumi").add({"Title": "Pasākums", "Number": "9.2", "Plan": 1, "Lead": 2, "CoLead": [2]})
    await either.pulled()
    (kept,) = [one for one in either.all(WorkspaceList) if one.noun == "measure"]
    told = [(one["kind"], one["values"]["row"], one["values"].get("column")) for one in kept.untidy]
    assert [one for one in told if one[0] != "institution-ended"] == [
        ("row-test", "28", None),
        ("number-twice", "3, 26", "Nr."),
    ]
    assert {one for one in told if one[1] == "29"} == {
        ("institution-ended", "29", "Atbildīgā"),
        ("institution-ended", "29", "Līdzatbildīgās"),
    }
    site.list("Pasakumi").delete(26)
    await either.pulled()
    (kept,) = [one for one in either.all(WorkspaceList) if one.noun == "measure"]
    assert [one["kind"] for one in kept.untidy if one["kind"] == "number-twice"] == []
    assert either.store.read_now(tidiness.look, kept.forum, {"plan"}, day=date(2021, 1, 4), whole={"plan"}) == {}


async def test_a_sign_by_day_that_no_reminder_can_heed_is_to_be_put_right(house: House) -> None:
    rounds = house.outside.site.list("AtskaisuTermini")
    due = date(2021, 2, 1)
    told = []
    for days in (0, 10, 62):
        rounds.edit(1, {"SignBy": due - timedelta(days=days)})
        await house.pulled()
        (kept,) = [one for one in house.all(WorkspaceList) if one.noun == "round"]
        told.append([(one["kind"], one["values"]["row"], one["values"]["column"]) for one in kept.untidy])
    column = "Jānodod parakstīšanai"
    assert told == [[("sign-by-late", "1", column)], [], [("sign-by-early", "1", column)]]


async def test_a_short_list_is_not_sought_among_all_that_the_memory_has_of_another(house: House) -> None:
    """Recommendations stand in the table of measures, of which there may be a hundred times as many."""
    await house.pulled()

    def wide(session: Session) -> list[str]:
        with asked(session.connection()) as questions:
            found = tidiness.look(session, FORUM, {"recommendation"}, day=date(2021, 1, 4), whole=set())
        assert found == {"recommendation": []}
        about = [one for one in questions if "measure" in one[0]]
        assert len(about) > 2
        return [statement for statement, given in about if through_all(session, statement, given)]

    assert house.store.read_now(wide) == []
