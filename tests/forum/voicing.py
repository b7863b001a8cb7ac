"""A scene for the tests of partners' voice: a ministry's measure, a partner that follows it, a round for both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from forum import answering, sealing, speaking, voices
from forum.answering import Answer
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person, Role, Side
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.rounds import Audience, Obligation, Round
from forum.ruling import Hand
from forum.sealing import Sealing
from forum.speaking import Seat, View
from tests.facts import Facts, at, policy

PRIVATE = sealing.new_key()
KEYS = Sealing(sealing.public_of(PRIVATE), PRIVATE)
POLICY = replace(policy(), pages="https://forum.example", sealing=KEYS)
WORDS = "Datu kopas nav atrodamas; portālā ir tukša lapa."
DAY = date(2021, 1, 18)


@dataclass
class Scene:
    """IZM leads 2.8, which DELNA follows and carries out beside it; a round hears both."""

    facts: Facts
    izm: Institution
    delna: Institution
    coordinator: Person
    contact: Person
    partner: Person
    measure: Measure
    round: Round

    @property
    def seat(self) -> Seat:
        return Seat(self.round, self.measure, self.delna)

    @property
    def hand(self) -> Hand:
        return Hand(self.coordinator, at("2021-01-18"), POLICY)

    def duty(self, body: Institution) -> Obligation:
        rows = self.facts.opened("2021-01-18")
        return next(row for row in rows if row.institution_id == body.id)

    def answers(self, text: str = "Viss ir publicēts.") -> ReplyVersion:
        """IZM says that it is done."""
        said = Answer(channel="telegram", completion=Completion.COMPLETE, done=text)
        return answering.record(
            self.facts.session, self.duty(self.izm), self.contact, said, at=at("2021-01-18"), echo=None
        )

    def speaks(self, words: str = WORDS, *, when: str = "2021-01-18 11:00") -> ReplyVersion:
        """DELNA says that it is not."""
        view = View(completion=Completion.NOT_STARTED, words=words, channel="page")
        return speaking.speak(self.facts.session, self.seat, self.partner, view, at=at(when), policy=POLICY)

    def rows(self) -> list[tuple[str, str | None, str]]:
        """What is to be written of answers to the workspace."""
        found = self.facts.session.scalars(
            select(WorkspaceOperation).where(WorkspaceOperation.noun == "reply").order_by(WorkspaceOperation.id)
        )
        return [(row.values["voice"], row.values.get("completion"), row.values["done"]) for row in found]

    def messages(self, kind: str) -> list[int | None]:
        found = self.facts.session.scalars(
            select(OutgoingMessage).where(OutgoingMessage.kind == kind).order_by(OutgoingMessage.id)
        )
        return [row.person_id for row in found]


def scene_of(facts: Facts) -> Scene:
    vk, izm, delna = facts.body("VK"), facts.body("IZM"), facts.body("DELNA", side=Side.PARTNER)
    coordinator = facts.member("VK koordinators", vk, role=Role.COORDINATOR)
    contact, partner = facts.member("IZM kontaktpersona", izm), facts.member("DELNA kontaktpersona", delna)
    measure = facts.measure("2.8", izm, co_leads=(delna,))
    one = facts.round(audience=(Audience.RESPONSIBLE, Audience.CO_RESPONSIBLE, Audience.PARTNERS))
    voices.follow(facts.session, delna, {measure.id}, by=partner, at=at("2021-01-04"))
    return Scene(facts, izm, delna, coordinator, contact, partner, measure, one)
