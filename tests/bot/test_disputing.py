"""A conflict card in chat: both values, one press settles it, and only whoever may."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from forum import edits, outbox, settling_edits
from forum.disputes import Choice, Dispute
from forum.edits import Edit, Editor, Verdict
from forum.operations import State, WorkspaceOperation
from forum.outbox import OutgoingMessage
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from tests.bot.chasing import ask, press
from tests.bot.conftest import Cast
from tests.bot.test_which_one import two_plans
from tests.bot.town import labels, last, said, toasts
from tests.facts import FORUM, policy, riga

NOW = riga("2021-01-18 10:42")


def clashed(session: Session) -> Dispute:
    """The write of the one answer has met another completion on the site."""
    operation = session.query(WorkspaceOperation).filter_by(noun="measure").one()
    operation.state = State.CONFLICT
    measure = session.get_one(Measure, operation.noun_id)
    measure.completion = Completion.LIMITED
    dispute = Dispute(
        forum=FORUM,
        operation_id=operation.id,
        noun="measure",
        noun_id=measure.id,
        ours={"completion": "substantial", "completion_on": "2021-01-18"},
        theirs={"completion": "limited", "completion_on": None},
        editor="VARAM nodaļas vadītājs",
        modified="2021-01-18T08:40:00+00:00",
        arose_at=NOW,
        version_id=session.query(ReplyVersion).one().id,
    )
    session.add(dispute)
    session.flush()
    return dispute


async def card(cast: Cast) -> None:
    """The member has answered; the site says otherwise since."""
    await ask(cast, "/gaidam VARAM")
    await press(cast.town, cast.chief, "Ierakstīt atbildi")
    await press(cast.town, cast.chief, "Būtiskā apjomā")
    await ask(cast, "Vadlīnijas ir saskaņotas.")

    def clash(session: Session) -> None:
        dispute = clashed(session)
        for person, kind in ((cast.person.id, "conflict-mine"), (cast.coordinator.id, "conflict")):
            outbox.put(
                session,
                FORUM,
                to=outbox.To(person_id=person),
                kind=kind,
                values={"dispute": dispute.id},
                dedupe=f"{kind}/{dispute.id}",
                now=NOW,
                asked=True,
            )

    cast.town.do(clash)
    await cast.town.settle()


async def test_both_values_are_shown_with_who_and_when(one: Cast) -> None:
    await card(one)
    assert last(one.member).text == (
        "2.8. Atbilde un platforma atšķiras.\n"
        "Kamēr rakstījāt, šo ierakstu platformā nomainīja VARAM nodaļas vadītājs (18. janvārī plkst. 10.40). "
        "Jūsu atbilde ir saglabāta. Kuru ierakstu atstāt platformā?\n\n"
        "Izpilde\nPlatformā: «Izpildīts ierobežotā apjomā»\nAtbildē: «Izpildīts būtiskā apjomā»"
    )
    assert labels(last(one.member)) == [["Ierakstīt manu", "Atstāt platformas"], ["Salīdzināt"]]
    assert labels(last(one.chief)) == [["Ierakstīt atbildi", "Atstāt platformas"], ["Salīdzināt"]]


@pytest.mark.parametrize(
    ("label", "choice", "told", "writes"),
    [
        ("Ierakstīt manu", Choice.OURS, "2.8. Platformā ierakstām atbildi.\nIzpilde: «Izpildīts būtiskā apjomā»", 1),
        (
            "Atstāt platformas",
            Choice.THEIRS,
            "2.8. Platformas ieraksts paliek; atbilde ir saglabāta.\nIzpilde: «Izpildīts ierobežotā apjomā»",
            0,
        ),
    ],
)
async def test_one_press_settles_it_for_both(one: Cast, label: str, choice: Choice, told: str, writes: int) -> None:
    await card(one)
    before = len(one.town.all(WorkspaceOperation))
    await press(one.town, one.member, label)
    assert last(one.member).text == told
    await press(one.town, one.chief, "Atstāt platformas")
    assert toasts(one.chief)[-1] == "Tas jau ir izdarīts."
    (dispute,) = one.town.all(Dispute)
    assert (dispute.choice, dispute.settled_by_id) == (choice, one.person.id)
    assert len(one.town.all(WorkspaceOperation)) - before == writes


async def test_both_can_be_compared_in_full_before(one: Cast) -> None:
    await card(one)
    await press(one.town, one.member, "Salīdzināt")
    assert last(one.member).text.startswith("2.8. Abi ieraksti")
    await press(one.town, one.member, "Ierakstīt manu")
    assert one.town.all(Dispute)[0].choice is Choice.OURS


async def test_a_card_that_is_settled_before_it_goes_out_is_dropped(one: Cast) -> None:
    await card(one)

    def resend(session: Session) -> None:
        session.query(Dispute).one().settled_at = NOW
        values = {"dispute": session.query(Dispute).one().id}
        to = outbox.To(person_id=one.person.id)
        outbox.put(session, FORUM, to=to, kind="conflict-mine", values=values, dedupe="again", now=NOW, asked=True)

    one.town.do(resend)
    await one.town.settle()
    assert [row.state.value for row in one.town.all(OutgoingMessage)][-1] == "dropped"


async def test_many_edits_by_one_hand_are_answers_on_a_coordinators_word(one: Cast) -> None:
    def edit(session: Session) -> None:
        for turn in range(6):
            values = {"done": f"Paveikts {turn}"}
            by = Editor(one.person.name)
            measure = one.measures[0].id
            edits.keep(session, FORUM, measure_id=measure, values=values, editor=by, made_at=NOW, now=NOW)
        session.flush()
        settling_edits.settle(session, FORUM, now=NOW, policy=policy())

    one.town.do(edit)
    await one.town.settle()
    assert said(one.chief)[-1] == (
        "Platformā vienā reizē mainītas vairākas pasākumu rindas.\n"
        "Mainīja: VARAM kontaktpersona (18. janvārī plkst. 10.42). Pasākumi: 2.8.\n\nVai tās ir iestādes atbildes?"
    )
    await press(one.town, one.chief, "Jā, atbildes")
    assert {row.verdict for row in one.town.all(Edit)} == {Verdict.ANSWER}
    assert one.town.all(ReplyVersion)[-1].done == "Paveikts 5"
    assert said(one.chief)[-1].startswith("Skatījām 6 izmaiņas")


async def test_where_two_plans_have_the_number_the_plan_is_told_with_it(one: Cast) -> None:
    await card(one)
    two_plans(one)
    (dispute,) = one.town.all(Dispute)
    one.town.put(one.coordinator, "conflict", dispute=dispute.id)
    one.town.put(one.person, "conflict-mine", dispute=dispute.id)
    await one.town.settle()
    assert "2.8. LV-4 Pasākums 2.8" in last(one.chief).text
    assert last(one.member).text.startswith("2.8. LV-4 Atbilde un platforma atšķiras.")
