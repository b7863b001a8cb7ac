"""Telegram's own menu of commands: members and coordinators see what they may use, in their language, told once."""

from __future__ import annotations

from typing import Any

from bot.telegram.menu import Menu
from forum import people
from forum.people import Person
from tests.bot.conftest import Cast
from tests.bot.town import POLICY
from tests.facts import FORUM


def menu(cast: Cast) -> Menu:
    return Menu(cast.town.store, FORUM, cast.town.bot, POLICY, cast.town.clock.now)


def told(cast: Cast) -> list[tuple[dict[str, Any], str, list[str]]]:
    """What was told to Telegram: the scope, the language, the words of the commands."""
    return [
        (
            one["body"].get("scope") or {"type": "default"},
            one["body"].get("language_code", ""),
            [command["command"] for command in one["body"]["commands"]],
        )
        for one in cast.town.asked("setMyCommands")
    ]


async def test_each_sees_the_commands_that_do_something_for_them(two: Cast) -> None:
    await menu(two).step()
    everybody, english, chief = told(two)
    assert everybody == (
        {"type": "default"},
        "",
        ["plans", "pasakums", "vestule", "iestatijumi", "privatums", "darbalapa"],
    )
    assert english == ({"type": "default"}, "en", ["plan", "measure", "letter", "settings", "privacy", "worksheet"])
    assert chief[:2] == ({"type": "chat", "chat_id": 1000 + two.coordinator.id}, "")
    assert set(everybody[2]) | {"gaidam", "sakums", "pauze"} <= set(chief[2])


async def test_what_was_told_is_not_told_again(two: Cast) -> None:
    one = menu(two)
    await one.step()
    await one.step()
    assert len(told(two)) == 3
    two.town.do(lambda session: setattr(session.get_one(Person, two.coordinator.id), "role", people.Role.CONTACT))
    two.town.do(lambda session: setattr(session.get_one(Person, two.person.id), "role", people.Role.COORDINATOR))
    await one.step()
    assert [scope.get("chat_id") for scope, _, _ in told(two)[3:]] == [1000 + two.person.id]
    # Whoever runs the forum no more sees what every member sees.
    assert [one["body"]["scope"]["chat_id"] for one in two.town.asked("deleteMyCommands")] == [
        1000 + two.coordinator.id
    ]


async def test_a_closed_chat_does_not_stop_the_forum(two: Cast) -> None:
    two.chief.blocks()
    await menu(two).step()
    assert [scope["type"] for scope, _, _ in told(two)] == ["default", "default", "chat"]
