"""Messages in doubt: shown to the coordinators at once, never sent again by themselves, settled by one press."""

from __future__ import annotations

import pytest

from bot import parcels
from bot.channel import InDoubt
from bot.parcels import Room
from forum.outbox import OutgoingMessage, State
from forum.people import Role
from forum.times import At, real
from tests.bot.channels import failing, over
from tests.bot.chasing import press
from tests.bot.conftest import Cast, cast
from tests.bot.town import POLICY, Town, labels, last, said, toasts
from tests.facts import FORUM, riga


@pytest.fixture
def silent(town: Town) -> Cast:
    """A member and a coordinator of whom nothing is awaited."""
    return cast(town)


async def in_doubt(on: Cast, *kinds: str) -> list[int]:
    """Messages to the member whose sending broke off, and the card about them in the coordinator's chat."""
    numbers = [on.town.put(on.person, kind) for kind in kinds]
    for _ in numbers:
        await over(on.town, failing(InDoubt("cut"))).step()
    await shown(on)
    return numbers


async def shown(on: Cast) -> None:
    await on.town.decide()
    await on.town.settle()


def states(on: Cast, numbers: list[int]) -> list[str]:
    return [on.town.message(number).state.value for number in numbers]


async def test_one_message_is_shown_with_name_and_moment(silent: Cast) -> None:
    await in_doubt(silent, "welcome-back")
    text = last(silent.chief).text.splitlines()
    assert text[0] == "Par 1 ziņu nav zināms, vai tā ir saņemta"
    assert text[1].startswith(f"– {silent.person.name}: ziņa (")
    assert labels(last(silent.chief)) == [["Sūtīt vēlreiz", "Ir saņemts"], ["Nesūtīt"]]


async def test_it_is_shown_once(silent: Cast) -> None:
    await in_doubt(silent, "welcome-back")
    count = len(said(silent.chief))
    await shown(silent)
    assert len(said(silent.chief)) == count


@pytest.mark.parametrize(
    ("button", "becomes", "reads"),
    [("Sūtīt vēlreiz", "sent", 1), ("Ir saņemts", "sent", 0), ("Nesūtīt", "dropped", 0)],
)
async def test_one_press_settles_it(silent: Cast, button: str, becomes: str, reads: int) -> None:
    numbers = await in_doubt(silent, "welcome-back", "stranger")
    before = len(said(silent.member))
    await press(silent.town, silent.chief, button)
    assert states(silent, numbers) == [becomes] * 2
    assert len(said(silent.member)) - before == 2 * reads


async def test_the_other_coordinator_learns_that_it_is_settled(silent: Cast) -> None:
    other = silent.town.make(lambda facts: facts.member("VK otrs koordinators", role=Role.COORDINATOR))
    chat = silent.town.of(other)
    await in_doubt(silent, "welcome-back")
    await press(silent.town, silent.chief, "Ir saņemts")
    await press(silent.town, chat, "Sūtīt vēlreiz")
    assert toasts(chat) == ["Tas jau ir izdarīts."]


async def test_what_goes_out_again_says_so(silent: Cast) -> None:
    await in_doubt(silent, "welcome-back")
    await press(silent.town, silent.chief, "Sūtīt vēlreiz")
    assert last(silent.member).text.startswith("Atkārtoti: iespējams, šī ziņa Jums jau ir atnākusi.\n\n")


async def test_a_card_that_is_in_doubt_itself_is_shown_again(silent: Cast) -> None:
    number = silent.town.put(silent.person, "welcome-back")
    await over(silent.town, failing(InDoubt("cut"))).step()
    await silent.town.decide()
    await over(silent.town, failing(InDoubt("cut"))).step()
    assert (silent.town.outgoing("doubts"), said(silent.chief)) == ([("doubts", "unknown")], [])
    await shown(silent)
    await shown(silent)
    assert silent.town.outgoing("doubts") == [("doubts", "unknown"), ("doubts", "sent")]
    await press(silent.town, silent.chief, "Ir saņemts")
    assert states(silent, [number]) == ["sent"]


async def test_a_card_is_not_shown_again_for_ever(silent: Cast) -> None:
    silent.town.put(silent.person, "welcome-back")
    for _ in range(10):
        await over(silent.town, failing(InDoubt("cut"))).step()
        await silent.town.decide()
    assert silent.town.outgoing("doubts") == [("doubts", "unknown")] * 5


async def test_what_becomes_doubtful_goes_with_the_card_that_waits(silent: Cast) -> None:
    silent.town.clock.set(riga("2021-01-18 23:00"))
    first = await in_doubt(silent, "welcome-back")
    second = await in_doubt(silent, "stranger")
    assert silent.town.outgoing("doubts") == [("doubts", "pending")]
    silent.town.clock.set(riga("2021-01-19 08:30"))
    await silent.town.settle()
    assert last(silent.chief).text.startswith("Par 2 ziņām nav zināms")
    await press(silent.town, silent.chief, "Ir saņemts")
    assert states(silent, [*first, *second]) == ["sent"] * 2


async def test_a_card_that_is_taken_up_is_worded_anew_for_what_came_since(silent: Cast) -> None:
    town = silent.town
    town.put(silent.person, "welcome-back")
    await over(town, failing(InDoubt("cut"))).step()
    await town.decide()
    at, room = At(now=town.clock.now(), real=real(), day=town.clock.now().date()), Room({"telegram": 1})
    (card,) = town.store.do_now(parcels.take_up, FORUM, room, policy=POLICY, at=at).parcels
    number = town.put(silent.person, "stranger")
    town.do(lambda session: setattr(session.get_one(OutgoingMessage, number), "state", State.UNKNOWN))
    await town.decide()
    assert town.store.do_now(parcels.claim, card, policy=POLICY, at=at) is None
    await town.settle()
    assert last(silent.chief).text.startswith("Par 2 ziņām nav zināms")


async def test_each_can_be_settled_alone(silent: Cast) -> None:
    numbers = await in_doubt(silent, "welcome-back", "stranger")
    await press(silent.town, silent.chief, "Pa vienai…")
    await press(silent.town, silent.chief, "Nesūtīt")
    assert states(silent, numbers) == ["unknown", "dropped"]


async def test_what_the_member_settled_meanwhile_is_left(silent: Cast) -> None:
    numbers = await in_doubt(silent, "welcome-back", "stranger")
    silent.town.do(lambda session: setattr(session.get_one(OutgoingMessage, numbers[0]), "state", State.SENT))
    await press(silent.town, silent.chief, "Nesūtīt")
    assert states(silent, numbers) == ["sent", "dropped"]


async def test_a_spent_link_is_not_sent_again(silent: Cast) -> None:
    number = silent.town.put(silent.person, "invitation", name="IZM kontaktpersona", token="t")
    await over(silent.town, failing(InDoubt("cut"))).step()
    await shown(silent)
    await press(silent.town, silent.chief, "Sūtīt vēlreiz")
    assert states(silent, [number]) == ["dropped"]


async def test_at_night_the_card_waits_for_the_morning(silent: Cast) -> None:
    silent.town.clock.set(riga("2021-01-18 23:00"))
    await in_doubt(silent, "welcome-back")
    assert [kind for kind, state in silent.town.outgoing("doubts") if state == "pending"] == ["doubts"]
    silent.town.clock.set(riga("2021-01-19 08:30"))
    await silent.town.settle()
    assert last(silent.chief).text.startswith("Par 1 ziņu nav zināms")
