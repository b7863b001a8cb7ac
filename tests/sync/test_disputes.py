"""What both sides changed is settled by one choice: ours goes over theirs, or theirs stays; nothing is lost."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from forum import disputes, operations, settling_edits
from forum.disputes import Choice, Dispute
from forum.edits import Edit
from forum.people import Person
from forum.plan import Completion
from forum.replies import ReplyVersion
from forum.times import At, real
from sandbox.site import Fault
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House

AT = At(now=START, real=real(), day=START.date())


async def clashing(house: House) -> None:
    """The member says *limited*, the site says *complete* since."""
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "Izpildīts"})
    house.reply("4.1", "Viens.", Completion.LIMITED)
    await house.push.drain()


def choose(house: House, choice: Choice) -> bool:
    (one,) = [row.id for row in house.all(Dispute)][-1:]
    by = house.person("VARAM kontaktpersona").id
    return house.store.do_now(
        lambda session: disputes.settle(
            session, session.get_one(Dispute, one), choice, by=session.get_one(Person, by), at=AT
        )
    )


@pytest.mark.parametrize(
    ("choice", "there", "here"),
    [
        (Choice.OURS, "Izpildīts ierobežotā apjomā", Completion.LIMITED),
        (Choice.THEIRS, "Izpildīts", Completion.COMPLETE),
    ],
)
async def test_a_choice_settles_both_sides_once(house: House, choice: Choice, there: str, here: Completion) -> None:
    await clashing(house)
    assert choose(house, choice) is True
    assert choose(house, Choice.OURS) is False
    await house.push.drain()
    await house.pulled()
    assert (house.item("Pasakumi", 16)["Completion"], house.measure("4.1").completion) == (there, here)
    assert {state for _, state in house.operations()} == {"done"}
    (one,) = house.all(Dispute)
    assert (one.choice, one.settled_at) == (choice, START)


async def test_a_change_after_the_choice_is_a_conflict_anew(house: House) -> None:
    await clashing(house)
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "Izpildīts būtiskā apjomā"})
    choose(house, Choice.OURS)
    await house.push.drain()
    assert house.item("Pasakumi", 16)["Completion"] == "Izpildīts būtiskā apjomā"
    assert [one.theirs["completion"] for one in house.all(Dispute)] == ["complete", "substantial"]


async def test_a_later_answer_leaves_nothing_to_choose(house: House) -> None:
    await clashing(house)
    house.reply("4.1", "Divi.", Completion.SUBSTANTIAL)
    await house.push.drain()
    assert choose(house, Choice.OURS) is False
    assert house.item("Pasakumi", 16)["Completion"] == "Izpildīts būtiskā apjomā"


async def test_a_changed_row_of_the_answer_itself_is_settled_too(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.outside.site.list("Atbildes").edit(1, {"Done": "Viens, labots platformā."})
    house.reply("4.1", "Divi.")
    await house.push.drain()
    assert [(one.noun, one.theirs) for one in house.all(Dispute)] == [("reply", {"done": "Viens, labots platformā."})]
    assert choose(house, Choice.OURS) is True
    await house.push.drain()
    assert house.item("Atbildes", 1)["Done"] == "Divi."


async def test_a_clash_is_no_answer_on_the_site_beside(house: House) -> None:
    """The body's own person changed what their colleague said in chat: that is asked about, and no second answer."""
    hand = house.outside.site.add_person("VARAM kontaktpersona", "kontaktpersona@varam.example").id
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "Izpildīts"}, editor=hand)
    house.reply("4.1", "Viens.", Completion.LIMITED)
    await house.push.drain()
    await house.pulled()
    house.store.do_now(settling_edits.settle, FORUM, now=START, policy=policy())
    assert [(one.channel, one.done) for one in house.all(ReplyVersion)] == [("telegram", "Viens.")]
    assert (len(house.all(Dispute)), house.all(Edit)) == (1, [])


async def test_the_rest_of_a_clash_does_not_undo_a_later_answer(house: House) -> None:
    house.outside.site.list("Pasakumi").edit(16, {"Done": "cits"})
    house.reply("4.1", "Viens.", Completion.NOT_STARTED)
    house.reply("4.1", "Divi.", Completion.COMPLETE)
    await house.push.drain()
    assert house.item("Pasakumi", 16)["Completion"] == "Izpildīts"
    assert house.measure("4.1").completion is Completion.COMPLETE


async def test_what_was_read_on_the_way_is_not_agreed_where_a_later_answer_writes_it(house: House) -> None:
    """The first write meets a change of what only the second one writes, which is decided while it is under way."""
    now, measure = house.outside.clock.now(), house.measure("4.1").id

    def put(session: Session, /, **values: str) -> None:
        operations.put(session, FORUM, noun="measure", noun_id=measure, values=values, now=now)

    house.outside.site.list("Pasakumi").edit(16, {"Done": "viņu"})
    house.store.do_now(put, next_step="mūsu solis")
    later = Fault(path="items(16)", first=lambda: house.store.do_now(put, done="mūsu"))
    house.outside.site.faults.append(later)
    await house.push.drain()
    assert house.operations() == [("measure", "done"), ("measure", "conflict")]
    assert (house.item("Pasakumi", 16)["Done"], house.all(Dispute)[0].theirs) == ("viņu", {"done": "viņu"})
