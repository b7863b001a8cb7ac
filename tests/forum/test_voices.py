"""Partners' voice: in turn or unseen, never late; what is sealed opens with its key alone; a body replies once."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import (
    asking_partners,
    awaited,
    chasing,
    nudges,
    rejoinders,
    replies,
    revealing,
    ruling,
    sealing,
    speaking,
    views,
    voices,
)
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person, Role
from forum.plan import Completion, Measure
from forum.resting import Rests
from forum.revealing import Revealed
from forum.rounds import Audience, Obligation, Round, Voice
from forum.ruling import Refused
from forum.sealing import Sealing, WrongKey
from forum.speaking import NotNow, Seat, View
from forum.store.door import Store
from forum.voices import Stage
from tests.facts import FORUM, Facts, at, riga
from tests.forum.voicing import DAY, KEYS, POLICY, PRIVATE, WORDS, Scene, scene_of


@pytest.fixture
def scene(facts: Facts) -> Scene:
    return scene_of(facts)


def test_in_turn_a_partner_speaks_once_the_body_has_answered(scene: Scene) -> None:
    session, one, number = scene.facts.session, scene.round, scene.measure.id
    scene.facts.opened("2021-01-18")
    with pytest.raises(NotNow) as refused:
        scene.speaks()
    assert refused.value.stage is Stage.WAITS
    scene.answers()
    version = scene.speaks()
    assert (version.version, version.completion, version.done) == (1, Completion.NOT_STARTED, WORDS)
    # The measure stays as its lead has it, and both voices stand among the answers.
    assert scene.measure.completion is Completion.COMPLETE
    assert scene.rows() == [("institution", "complete", "Viss ir publicēts."), ("partner", "not_started", WORDS)]
    assert voices.stage(session, one, number, day=date(2021, 2, 15), policy=POLICY) is Stage.OPEN
    assert voices.stage(session, one, number, day=date(2021, 2, 16), policy=POLICY) is Stage.CLOSED
    # Its own answer as one that carries the measure out is another matter, and still open.
    assert [one.institution.code for one in awaited.owed(session, FORUM, day=DAY)] == ["DELNA"]


def test_who_is_silent_may_be_spoken_of_after_the_due_day(scene: Scene) -> None:
    scene.facts.opened("2021-01-18")
    day = voices.stage(scene.facts.session, scene.round, scene.measure.id, day=date(2021, 2, 2), policy=POLICY)
    assert day is Stage.OPEN


def test_nobody_reads_a_view_before_the_reveal(scene: Scene) -> None:
    session = scene.facts.session
    assert ruling.hear(session, scene.round, blind=True, hand=scene.hand) is None
    scene.facts.opened("2021-01-18")
    scene.speaks("Pirmais.")
    scene.speaks()  # nobody has answered: that makes no difference
    (spoken,) = views.of(session, scene.round)
    assert (spoken.sealed, spoken.version.version, spoken.version.completion, spoken.version.done) == (
        True,
        2,
        None,
        "",
    )
    assert scene.rows() == []
    boxes = session.scalars(select(voices.SealedWords)).all()
    assert [(row.version_id, row.key) for row in boxes] == [(spoken.version.id, KEYS.name)]
    assert len({len(row.box) for row in boxes}) == 1
    # Who has what is sealed cannot lay it under another view, nor open it with another key.
    with pytest.raises(WrongKey):
        sealing.opened(PRIVATE, boxes[0].box, about="another view")
    with pytest.raises(WrongKey):
        revealing.reveal(session, scene.round, sealing.new_key(), at=at("2021-02-08"), policy=POLICY)
    assert views.of(session, scene.round)[0].sealed

    done = revealing.reveal(session, scene.round, PRIVATE, at=at("2021-02-08"), policy=POLICY)
    assert done == Revealed(1, 0)
    (spoken,) = views.of(session, scene.round)
    assert (spoken.sealed, spoken.version.completion, spoken.version.done) == (False, Completion.NOT_STARTED, WORDS)
    assert scene.rows() == [("partner", "not_started", WORDS)]
    assert session.scalars(select(voices.SealedWords)).all() == []
    assert scene.messages("views-revealed") == [scene.coordinator.id]
    # Who speaks now would have seen what the others said.
    with pytest.raises(NotNow) as refused:
        scene.speaks(when="2021-02-08 12:00")
    assert refused.value.stage is Stage.CLOSED


def test_what_was_sealed_can_be_taken_back_until_the_reveal(scene: Scene) -> None:
    session = scene.facts.session
    ruling.hear(session, scene.round, blind=True, hand=scene.hand)
    scene.speaks()
    gone = speaking.withdraw(session, scene.seat, scene.partner, channel="page", at=at("2021-01-19"), policy=POLICY)
    assert gone is not None
    again = speaking.withdraw(session, scene.seat, scene.partner, channel="page", at=at("2021-01-19"), policy=POLICY)
    assert (again, views.of(session, scene.round), scene.rows()) == (None, [], [])
    assert session.scalars(select(voices.SealedWords)).all() == []
    # Nothing is owed again, and what is said anew is a view as before.
    places = session.scalars(select(Obligation).where(Obligation.voice == Voice.PARTNER)).all()
    assert [row.discharged_at is None for row in places] == [False]
    scene.speaks("Tomēr.")
    assert revealing.reveal(session, scene.round, PRIVATE, at=at("2021-02-08"), policy=POLICY) == Revealed(1, 0)
    assert [(row.version.version, row.version.done) for row in views.of(session, scene.round)] == [(3, "Tomēr.")]
    assert scene.messages("view-revealed") == [scene.partner.id]
    with pytest.raises(NotNow):
        speaking.withdraw(session, scene.seat, scene.partner, channel="page", at=at("2021-02-08"), policy=POLICY)


def test_views_that_nobody_reveals_are_told_of_once_the_round_is_over(scene: Scene) -> None:
    session = scene.facts.session
    ruling.hear(session, scene.round, blind=True, hand=scene.hand)
    scene.speaks()
    last = scene.round.last_day()
    for day in (last, last + timedelta(days=1), last + timedelta(days=2)):
        revealing.tick(session, FORUM, at=at(day.isoformat()), policy=POLICY)
        assert len(scene.messages("views-still-sealed")) == (day > last)
    assert voices.left_sealed(session, FORUM, day=last + timedelta(days=1)) == [scene.round]
    revealing.reveal(session, scene.round, PRIVATE, at=at((last + timedelta(days=2)).isoformat()), policy=POLICY)
    assert voices.left_sealed(session, FORUM, day=last + timedelta(days=3)) == []


async def test_what_is_said_in_the_moment_of_the_reveal_is_opened_or_not_taken(store: Store) -> None:
    def make(session: Session) -> tuple[int, int, int, int]:
        made = scene_of(Facts(session))
        ruling.hear(session, made.round, blind=True, hand=made.hand)
        return made.round.id, made.measure.id, made.delna.id, made.partner.id

    one, measure, delna, partner = await store.do(make)
    both = [threading.Event(), threading.Event()]

    def speak(session: Session) -> None:
        seat = Seat(session.get_one(Round, one), session.get_one(Measure, measure), session.get_one(Institution, delna))
        view = View(completion=Completion.LIMITED, words=WORDS, channel="page")
        speaking.speak(session, seat, session.get_one(Person, partner), view, at=at("2021-02-01"), policy=POLICY)
        both[0].set()
        # As long as the reveal may want to come between: on SQLite it has not begun.
        both[1].wait(0.3)

    def reveal(session: Session) -> Revealed:
        both[0].wait(5.0)
        done = revealing.reveal(session, session.get_one(Round, one), PRIVATE, at=at("2021-02-01"), policy=POLICY)
        both[1].set()
        return done

    _, done = await asyncio.gather(store.do(speak), store.do(reveal))
    assert done == Revealed(1, 0)


def test_the_stated_day_reveals_where_the_key_is_and_asks_for_it_where_not(scene: Scene) -> None:
    session = scene.facts.session
    ruling.hear(session, scene.round, blind=True, hand=scene.hand)
    assert ruling.reveal_on(session, scene.round, date(2021, 1, 17), hand=scene.hand) is Refused.PAST
    assert ruling.reveal_on(session, scene.round, date(2021, 2, 8), hand=scene.hand) is None
    scene.speaks()
    assert revealing.due(session, FORUM, day=date(2021, 2, 7)) == []
    elsewhere = replace(POLICY, sealing=Sealing(KEYS.public))
    for _ in range(2):
        revealing.tick(session, FORUM, at=at("2021-02-08"), policy=elsewhere)
    assert scene.messages("reveal-key-wanted") == [scene.coordinator.id]
    assert views.of(session, scene.round)[0].sealed
    revealing.tick(session, FORUM, at=at("2021-02-08"), policy=POLICY)
    assert not views.of(session, scene.round)[0].sealed
    assert revealing.due(session, FORUM, day=date(2021, 2, 9)) == []


def test_how_a_round_hears_partners_is_settled_before_one_speaks(scene: Scene) -> None:
    session, hand = scene.facts.session, scene.hand
    without = replace(hand, policy=replace(POLICY, sealing=None))
    assert ruling.hear(session, scene.round, blind=True, hand=without) is Refused.NO_KEY
    off = replace(hand, policy=replace(POLICY, pages=""))
    assert ruling.hear(session, scene.round, blind=True, hand=off) is Refused.NO_PAGE
    assert ruling.reveal(session, scene.round, hand=hand) is Refused.REVEALED
    scene.answers()
    scene.speaks()
    assert ruling.hear(session, scene.round, blind=True, hand=hand) is Refused.SPOKEN
    scene.round.audience = [Audience.RESPONSIBLE.value]
    assert ruling.hear(session, scene.round, blind=True, hand=hand) is Refused.NOT_HEARD


def test_a_partner_that_carries_a_measure_out_never_gets_a_late_note(scene: Scene) -> None:
    """Whoever else is silent does, once; a coordinator's hand reaches it no more than the ladder."""
    session = scene.facts.session
    scene.facts.opened("2021-01-18")
    for day in ("2021-01-04", "2021-01-18", "2021-01-27", "2021-02-03"):
        nudges.tick(session, FORUM, now=riga(day), policy=POLICY)
    late = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == nudges.KIND)).all()
    assert [row.person_id for row in late if row.values["rung"] == "late"] == [scene.contact.id]
    shares = chasing.bodies(session, scene.round, day=date(2021, 2, 3))
    reached = chasing.reached(shares, reachable={scene.contact.id, scene.partner.id}, rests=Rests(date(2021, 2, 3)))
    assert list(reached) == [scene.contact.id]


def test_partners_are_told_of_a_round_once(scene: Scene) -> None:
    session = scene.facts.session
    for day in ("2021-01-18", "2021-02-01", "2021-02-02", "2021-02-03", "2021-02-05"):
        asking_partners.tick(session, FORUM, now=riga(day), policy=POLICY)
    assert scene.messages("partner-asked") == [scene.partner.id]
    foreseen = asking_partners.coming(
        session, FORUM, first=date(2021, 1, 1), last=date(2021, 3, 1), since=riga("2021-01-01"), policy=POLICY
    )
    assert list(foreseen) == []  # it was told by now


def test_where_they_speak_unseen_partners_are_told_with_the_bodies(scene: Scene) -> None:
    session = scene.facts.session
    ruling.hear(session, scene.round, blind=True, hand=scene.hand)
    later = scene.facts.person("Delnas otrā kontaktpersona", scene.delna, from_on=date(2021, 1, 9))  # a Saturday
    names = [scene.partner.name, later.name]
    foreseen = asking_partners.coming(
        session, FORUM, first=date(2021, 1, 1), last=date(2021, 3, 1), since=riga("2021-01-01"), policy=POLICY
    )
    came = (date(2021, 1, 4), date(2021, 1, 11))
    assert [(one.message.on, one.message.name) for one in foreseen] == list(zip(came, names, strict=True))
    asking_partners.tick(session, FORUM, now=riga("2021-01-04"), policy=POLICY)
    assert scene.messages("partner-asked") == [scene.partner.id]


def test_a_body_replies_to_a_view_once_in_versions(scene: Scene) -> None:
    session = scene.facts.session
    scene.answers()
    view = scene.speaks()
    duty, other = scene.duty(scene.izm), scene.duty(scene.delna)
    assert rejoinders.may(session, duty, view, None, day=DAY)
    assert not rejoinders.may(session, other, view, None, day=DAY)  # nobody replies to itself
    assert rejoinders.may(session, duty, view, None, day=date(2021, 2, 15))
    assert not rejoinders.may(session, duty, view, None, day=date(2021, 2, 16))
    for words in ("Lapa nav tukša.", "Lapa nav tukša.", "Lapa kopš ceturtdienas nav tukša."):
        rejoinders.rejoin(session, duty, view, words, scene.contact, channel="page", at=at("2021-01-19"))
    (spoken,) = views.of(session, scene.round)
    assert [(row.version, row.words) for row in spoken.rejoinders] == [(2, "Lapa kopš ceturtdienas nav tukša.")]
    assert scene.messages("rejoinder-told") == [scene.partner.id, scene.partner.id]
    # The body was told of the view in the morning after it was said.
    told = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "partner-views")).all()
    assert [(row.person_id, row.send_from) for row in told] == [
        (scene.contact.id, riga("2021-01-19 08:30")),
        (scene.partner.id, riga("2021-01-19 08:30")),
    ]


def test_what_is_sealed_is_replied_to_by_nobody(scene: Scene) -> None:
    session = scene.facts.session
    ruling.hear(session, scene.round, blind=True, hand=scene.hand)
    scene.answers()
    view = scene.speaks()
    assert not rejoinders.may(session, scene.duty(scene.izm), view, voices.of_round(session, scene.round), day=DAY)
    revealing.reveal(session, scene.round, PRIVATE, at=at("2021-02-20"), policy=POLICY)
    voicing = voices.of_round(session, scene.round)
    # Two weeks from the reveal, though the round itself is closed by then.
    duty = scene.duty(scene.izm)
    assert rejoinders.may(session, duty, view, voicing, day=date(2021, 3, 6))
    assert not rejoinders.may(session, duty, view, voicing, day=date(2021, 3, 7))


def test_partners_choose_what_they_follow(scene: Scene) -> None:
    session, delna = scene.facts.session, scene.delna
    second = scene.facts.measure("2.10", scene.izm)
    voices.follow(session, delna, {second.id}, by=scene.partner, at=at("2021-01-18"))
    assert voices.followed(session, FORUM, [delna.id]) == {delna.id: {second.id}}
    assert voices.implements(session, FORUM, [delna.id]) == {delna.id: {scene.measure.id}}
    people = [scene.partner, scene.contact]
    assert [one.code for one in voices.bodies(session, FORUM, people, day=DAY)] == ["DELNA"]
    scene.partner.role = Role.OBSERVER
    assert voices.bodies(session, FORUM, people, day=DAY) == []


def test_a_view_is_no_answer_of_the_body(scene: Scene) -> None:
    session = scene.facts.session
    scene.answers()
    scene.speaks()
    shares = {body.institution.code: len(body.received) for body in chasing.bodies(session, scene.round, day=DAY)}
    assert shares == {"IZM": 1, "DELNA": 0}
    (seat,) = [row.duty for row in views.of(session, scene.round)]
    assert awaited.answerer(session, seat, [scene.partner], day=DAY) is None
    assert replies.sets_status(session, seat) is False
