"""A partner's pages: it chooses what it follows, sees what the bodies said, says its own, and is replied to once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from forum import answering, ruling, sealing, voices
from forum.answering import Answer
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person, Side
from forum.plan import Completion
from forum.replies import LONGEST, ReplyVersion
from forum.rounds import Audience, Round
from forum.ruling import Hand
from forum.sealing import Sealing
from forum.store.door import Store
from sandbox.serving import Serving
from tests.databases import Files
from tests.facts import at
from tests.web.worksheet.desk import Cast, Desk, Page, cast

PRIVATE = sealing.new_key()
VIEW = {"choice": "not_started", "words": "Lapa ir tukša."}


@pytest.fixture
def sealed_desk(sqlite_databases: Files, serving: Serving) -> Iterator[Desk]:
    """The pages of an empty forum that can seal."""
    with Store.open(sqlite_databases.ready()) as store:
        made = Desk(store, serving, sealing=Sealing(sealing.public_of(PRIVATE), PRIVATE))
        yield made
        made.http.close()


@dataclass
class Partners:
    """What ``cast`` makes, and DELNA beside it."""

    cast: Cast
    delna: Institution
    person: Person
    link: str = ""

    @property
    def view(self) -> str:
        one, measure = self.cast.duties[0].round_id, self.cast.measures[0].id
        return f"v/{one}/{measure}/{self.delna.id}/"

    def says(self, **fields: str) -> Page:
        return self.cast.desk.send(self.link, self.view, {**VIEW, **fields})

    def answers(self) -> None:
        """IZM says that it is done."""
        said = Answer(channel="page", completion=Completion.COMPLETE, done="Viss ir publicēts.")

        def answer(session: Session) -> None:
            duty, person = session.get_one(type(self.cast.duties[0]), self.cast.duties[0].id), self.cast.person
            answering.record(session, duty, session.get_one(Person, person.id), said, at=at("2021-01-18"))

        self.cast.desk.do(answer)


def partners(desk: Desk, *, blind: bool = False) -> Partners:
    made = cast(desk, "2.8", "2.9")

    def add(session: Session) -> Partners:
        one = session.get_one(Round, made.duties[0].round_id)
        one.audience = [Audience.RESPONSIBLE.value, Audience.PARTNERS.value]
        delna = Institution(forum=one.forum, code="DELNA", name="Delna", side=Side.PARTNER)
        session.add(delna)
        session.flush()
        person = Person(forum=one.forum, name="DELNA kontaktpersona", institution_id=delna.id)
        session.add(person)
        session.flush()
        if blind:
            hand = Hand(session.get_one(Person, made.coordinator.id), at("2021-01-18"), desk.policy)
            assert ruling.hear(session, one, blind=True, hand=hand) is None
        return Partners(made, delna, person)

    found = desk.do(add)
    found.link = desk.link(found.person)
    return found


def test_a_partner_chooses_and_speaks_after_the_body(either_desk: Desk) -> None:
    desk = either_desk
    made = partners(desk)
    begun = desk.visit(made.link)
    assert begun.texts("//main//h2") == ["Jūsu viedoklis: Ziņojums līdz 2021-02-01"]
    assert begun.texts("//nav[@class='menu']//a") == ["Darba lapa", "Kam sekojam", "Iestatījumi", "Dati par mani"]
    chosen = desk.send(made.link, "seko", {f"m{made.delna.id}": str(made.cast.measures[0].id)})
    assert (chosen.told, chosen.chosen(f"m{made.delna.id}")) == (
        ["Saglabāts, kuriem pasākumiem sekojat."],
        [str(made.cast.measures[0].id)],
    )
    assert desk.visit(made.link).texts("//li[@class='card']/p[2]") == [
        "Iestāde vēl nav atbildējusi; viedokli varēs izteikt pēc tam vai pēc termiņa."
    ]
    early = made.says()
    assert (early.status, "Lapa ir tukša." in early.answer.text, desk.all(ReplyVersion)) == (409, True, [])

    made.answers()
    shown = desk.visit(made.link, made.view)
    assert shown.texts("//section[1]//dd") == ["Izpildīts", "Viss ir publicēts."]
    wrong = made.says(choice="", words="x" * (LONGEST + 1))
    assert (wrong.status, sorted(wrong.errors), wrong.value("words")) == (422, ["choice", "words"], "x" * (LONGEST + 1))
    assert made.says().told == ["Paldies! Viedoklis ir saņemts un saglabāts."]
    assert made.says().told == ["Tas jau ir izdarīts; nekas nav mainīts."]
    assert [(row.completion, row.done) for row in desk.all(ReplyVersion)] == [
        (Completion.COMPLETE, "Viss ir publicēts."),
        (Completion.NOT_STARTED, "Lapa ir tukša."),
    ]

    body = desk.visit(made.cast.link, made.cast.of())
    assert body.texts("//section[2]//dd") == ["Nav sākts", "Lapa ir tukša."]
    number = body.tree.xpath("//input[@name='reply']/@value")[0]
    empty = desk.send(made.cast.link, made.cast.of() + "atbilde-partnerim", {"reply": number, "rejoinder": " "})
    assert empty.errors == {"rejoinder": "Uzrakstiet atbildi."}
    said = {"reply": number, "rejoinder": "Nav tukša."}
    told = desk.send(made.cast.link, made.cast.of() + "atbilde-partnerim", said)
    assert told.told == ["Atbilde partnerim ir saglabāta."]
    assert desk.visit(made.link, made.view).texts("//section[3]/p[1]") == ["Nav tukša."]


def test_an_unseen_view_is_shown_to_nobody_again(sealed_desk: Desk) -> None:
    desk = sealed_desk
    made = partners(desk, blind=True)
    made.answers()
    shown = desk.visit(made.link, made.view)
    assert ("Viss ir publicēts." in shown.answer.text, shown.texts("//main//section")) == (False, [])
    assert made.says().told == ["Paldies! Viedoklis ir aizzīmogots un saglabāts."]
    again = desk.visit(made.link, made.view)
    assert ("Viedoklis ir aizzīmogots." in again.answer.text, again.chosen("choice"), again.value("words")) == (
        True,
        [],
        "",
    )
    assert [(row.completion, row.done) for row in desk.all(ReplyVersion)][-1] == (None, "")
    assert desk.send(made.link, made.view, {"withdraw": "yes"}).told == ["Viedoklis ir atsaukts."]
    assert "aizzīmogots." not in desk.visit(made.link, made.view).answer.text
    assert desk.all(voices.SealedWords) == []
    assert made.says().told == ["Paldies! Viedoklis ir aizzīmogots un saglabāts."]
    assert "Lapa ir tukša." not in repr(desk.everything())
    assert desk.visit(made.cast.link, made.cast.of()).texts("//h2[starts-with(., 'Partnera')]") == []


def test_whoever_is_no_partner_has_no_such_pages(desk: Desk) -> None:
    made = partners(desk)
    for page in ("seko", made.view):
        assert (desk.visit(made.cast.link, page).status, desk.send(made.cast.link, page, VIEW).status) == (404, 404)
    assert desk.visit(made.link, made.view.replace(f"/{made.delna.id}/", f"/{made.cast.body.id}/")).status == 404
    assert [row.kind for row in desk.all(OutgoingMessage)] == []
    assert desk.all(voices.Following) == []
