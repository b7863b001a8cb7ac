"""Two people of one body answer for the same measure: both versions are kept, and both people know what happened."""

from __future__ import annotations

from forum.people import Person
from forum.replies import ReplyVersion
from sandbox.botapi import Person as Account
from tests.bot.conftest import Cast, cast
from tests.bot.town import WHY, Town, labels, last, said

ANSWERED = (
    "Par 2.8. pasākumu jau bija atbildēts. Atbildēja: VARAM kontaktpersona. Tagad spēkā ir Jūsu atbilde "
    "(2. redakcija); iepriekšējā ir saglabāta:\n\nStāvoklis: Izpildīts.\n\n«Viss atvērts.»"
)
CHANGED = (
    "Par 2.8. pasākumu, par kuru atbildējāt Jūs, tagad ir jauna atbilde (2. redakcija). "
    "Atbildēja: VARAM otra kontaktpersona. Jūsu atbilde ir saglabāta.\n\n"
    "Stāvoklis: Izpildīts būtiskā apjomā.\n\n«Atvērta puse.»"
)


def second(one: Cast) -> Account:
    """The chat of another contact of the same body."""
    made: Person = one.town.make(lambda facts: facts.member("VARAM otra kontaktpersona", one.body))
    return one.town.of(made)


async def nudged(one: Cast) -> None:
    await one.town.decide()
    await one.town.settle()


async def test_one_after_the_other_both_hear_of_it(one: Cast) -> None:
    other = second(one)
    await nudged(one)
    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    other.says("Izpildīts būtiskā apjomā. Atvērta puse.", reply_to=other.messages[0].id)
    await one.town.settle()
    assert [text for text in said(other) if text.startswith("Par 2.8.")] == [ANSWERED]
    assert [text for text in said(one.member) if text.startswith("Par 2.8.")] == [CHANGED]
    assert labels(last(one.member)) == [["Labot"], WHY]


async def test_in_the_same_moment_nothing_is_lost_on_either_database(either_town: Town) -> None:
    one = cast(either_town, "2.8")
    other = second(one)
    await nudged(one)
    for account in (one.member, other):
        account.says(f"Izpildīts. Raksta {account.id}.", reply_to=account.messages[0].id)
    await one.town.polling.fetch(wait=0)
    await one.town.lanes.step()  # reads both chats at once
    for _ in range(3):  # whoever came second in the same moment is read again
        one.town.pass_time()
        await one.town.settle()
    versions = one.town.all(ReplyVersion)
    assert [row.version for row in versions] == [1, 2]
    assert {row.done for row in versions} == {f"Raksta {account.id}." for account in (one.member, other)}
    first, late = (one.member, other) if versions[0].done.endswith(f"{one.member.id}.") else (other, one.member)
    assert [text[:28] for text in said(late) if text.startswith("Par ")] == ["Par 2.8. pasākumu jau bija a"]
    assert [text[:28] for text in said(first) if text.startswith("Par ")] == ["Par 2.8. pasākumu, par kuru "]


async def test_who_had_answered_hears_that_a_colleague_took_it_back(one: Cast) -> None:
    other = second(one)
    await nudged(one)
    one.member.says("Izpildīts. Pirmā.")
    await one.town.settle()
    other.says("Izpildīts. Otrā.", reply_to=other.messages[0].id)
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    message = next(each for each in other.messages if ["Labot", "Atsaukt"] in labels(each))
    other.presses(message.id, "Atsaukt")
    await one.town.settle()
    before = len(said(one.member))
    other.presses(last(other).id, "Jā, atsaukt")
    await one.town.settle()
    # The one whose answer stood is the colleague's own: nobody else is told.
    assert len(said(one.member)) == before
    one.member.says("Izpildīts. Trešā.", reply_to=one.member.messages[0].id)
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    other.presses(message.id, "Atsaukt")
    await one.town.settle()
    other.presses(last(other).id, "Jā, atsaukt")
    await one.town.settle()
    assert last(one.member).text.startswith("Par 2.8. pasākumu, par kuru atbildējāt Jūs, atbilde ir atsaukta")
    assert labels(last(one.member)) == [["Atbildēt"], WHY]


async def test_whoever_answers_again_hears_of_no_colleague(one: Cast) -> None:
    one.member.says("Izpildīts. Pirmais.")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    one.member.says("Izpildīts. Otrais.", reply_to=last(one.member).id)
    await one.town.settle()
    assert [kind for kind, _ in one.town.outgoing("colleague-answered", "colleague-changed")] == []
