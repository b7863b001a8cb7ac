"""Still you?: on the page it is one press, or a name and an address; and whoever is in touch there was not silent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from forum import outbox, still_you
from forum.enrolment import Address
from forum.outbox import OutgoingMessage, To
from forum.people import Person
from tests.facts import FORUM, riga
from tests.web.worksheet.desk import ANSWER, Cast, Desk, cast

ASKS = "Vai par tālāk minēto joprojām atbildat Jūs?"
OTHER = {"other": "yes", "other_name": "Jaunais  kolēģis", "other_email": "cits@izm.example"}


def asked(made: Cast) -> None:
    def put(session: Session) -> None:
        outbox.put(
            session,
            FORUM,
            to=To(person_id=made.person.id),
            kind=still_you.KIND,
            values={"rounds": [made.duties[0].round_id]},
            dedupe="asked",
            now=made.desk.clock.now() - timedelta(days=7),
        )

    made.desk.do(put)


def proposed(desk: Desk) -> list[tuple[str, str]]:
    rows = [row for row in desk.all(OutgoingMessage) if row.kind == still_you.OTHER]
    return [(row.values["name"], row.values["email"]) for row in rows]


def test_who_was_asked_says_yes_by_one_press(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.10")
    assert ASKS not in desk.visit(made.link).texts("//h2")
    asked(made)
    page = desk.visit(made.link)
    assert page.texts("//section[@aria-labelledby='still']/p") == [
        "Ziņojums līdz 2021-02-01 · Termiņš: pirmdiena, 2021. gada 1. februāris · jautāsim par: 2.8., 2.10."
    ]
    # A colleague was not asked.
    assert ASKS not in desk.visit(desk.link(made.colleague)).texts("//h2")
    said = desk.send(made.link, "joprojam")
    assert said.told == ["Paldies! Pirms termiņa Jums atgādināsim."]
    assert ASKS not in said.texts("//h2")
    assert [row.heard_at for row in desk.all(Address) if row.person_id == made.person.id] == [riga("2021-01-18 10:42")]
    assert proposed(desk) == []


def test_who_answers_instead_is_told_to_the_coordinators_once(desk: Desk) -> None:
    made = cast(desk, "2.8")
    asked(made)
    before = [(row.name, row.email) for row in desk.all(Person)]
    wrong = desk.send(made.link, "joprojam", {**OTHER, "other_email": "cits"})
    assert (wrong.status, list(wrong.errors)) == (422, ["other_email"])
    assert (wrong.value("other_name"), wrong.value("other_email")) == ("Jaunais  kolēģis", "cits")
    assert list(desk.send(made.link, "joprojam", {"other": "yes"}).errors) == ["other_name", "other_email"]
    assert desk.send(made.link, "joprojam", OTHER).told[0].startswith("Paldies! Nodots koordinatoram.")
    assert desk.send(made.link, "joprojam", OTHER).told == ["Tas jau ir izdarīts; nekas nav mainīts."]
    assert proposed(desk) == [("Jaunais kolēģis", "cits@izm.example")]
    assert [(row.name, row.email) for row in desk.all(Person)] == before


@pytest.mark.parametrize("deed", ["answers", "sets"])
def test_whoever_does_anything_on_the_page_is_in_touch(desk: Desk, deed: str) -> None:
    made = cast(desk, "2.8", "2.10")
    asked(made)
    if deed == "answers":
        desk.send(made.link, made.of() + "atbilde", ANSWER)
    else:
        chosen = {"language": "lv", "channel": "telegram", "part": "all", "days": ["0"]}
        assert desk.send(made.link, "iestatijumi", chosen).status == 200
    assert ASKS not in desk.visit(made.link).texts("//h2")
    heard = desk.do(lambda session: still_you.heard(session, FORUM))
    assert heard[made.person.id] == riga("2021-01-18").date()
