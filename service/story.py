"""The story: a whole reporting round in text, played by the real service against the outside on this machine."""

from __future__ import annotations

import asyncio
import logging
import re
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from html import unescape
from pathlib import Path

import orjson

from config import logs
from forum.plan import Completion
from sandbox.botapi import Message
from sandbox.clock import Clock
from sandbox.outside import Outside
from sandbox.plans import latvia
from service import script
from service.acting import Acting
from service.cast import Member, join
from service.script import ABSENT, BY_PHONE, COORDINATOR, ON_SITE, PARTS, RIGA, Part
from service.stage import Stage, scratch, stage
from service.tally import tally
from service.turns import TURNS
from words.completions import label, short_label
from words.texts import texts

# The service's own ticks stand still: the story lets everything happen at each of its hours.
STILL = {"pull": 86_400.0, "decide": 86_400.0, "sweep": 0.5, "watch": 86_400.0}


# How long (real time) the service may take to write what waited for the site.
CATCH_UP_SECONDS = 30.0


UNCHANGED = texts().label("lv", "nudge-unchanged")
AS_IT_STANDS = texts().label("lv", "unchanged-yes")

NO_OBSTACLES = texts().label("lv", "no-obstacles")
NO_NEXT_STEP = texts().label("lv", "no-next-step")

# The buttons of a nudge that begin an answer.
ANSWER = re.compile(r"Atbildēt|\d+(\.\d+)*\.$|R\d+$")


class Story:
    """Plays the script; what people see goes to ``out`` as it happens."""

    def __init__(self, on: Stage, cast: dict[str, Member]) -> None:
        self.on = on
        self.cast = cast
        self.acting = Acting(on.outside, cast, self._settle)
        self._seen: dict[tuple[str, int], str] = {}
        self._nudges: dict[str, list[int]] = {role: [] for role in cast}
        self._answered: set[int] = set()
        self._to_correct: dict[str, tuple[int, datetime]] = {}

    async def play(self) -> None:
        await join([member for role, member in self.cast.items() if role != ABSENT], self._settle)
        for moment in moments():
            self.on.outside.clock.set(moment)
            self.on.outside.site.down = script.SITE_DOWN <= moment < script.SITE_UP
            await self._switch(moment)
            await self._settle()
            if moment == script.SITE_UP:
                await self._catch_up()
            if moment in TURNS:
                await TURNS[moment](self.acting)
            for role, part in PARTS.items():
                await self._act(role, part, moment)
            if moment.hour == 11 and moment.weekday() == 0:
                await self.acting.says(COORDINATOR, "/gaidam")

    async def _switch(self, moment: datetime) -> None:
        """Over Christmas the server is off."""
        off = script.OFF <= moment < script.ON_AGAIN
        if off and self.on.service is not None:
            await self.on.stop()
        elif not off and self.on.service is None:
            await self.on.start()

    async def _catch_up(self) -> None:
        """The service asks the site again after a while of real time: wait until all stands there."""
        async with asyncio.timeout(CATCH_UP_SECONDS):
            while await self.on.waiting_writes():
                await asyncio.sleep(0.2)
                await self._settle()

    async def _act(self, role: str, part: Part, moment: datetime) -> None:
        day = (moment.date() - script.FIRST_NUDGE.date()).days + script.FIRST_NUDGE.day
        nudges = self._nudges[role]
        if moment.hour != 11 or len(nudges) < part.after_nudge or day < part.from_day:
            return
        await self._correct(role, part, moment)
        for button in self._open(role, nudges[-1]):
            await self._answer(role, part, nudges[-1], button)

    async def _correct(self, role: str, part: Part, moment: datetime) -> None:
        """A day later somebody changes the words of their message."""
        message, said = self._to_correct.get(role, (0, moment))
        if part.corrected and said < moment:
            del self._to_correct[role]
            self.cast[role].account.edits(message, part.corrected)
            await self._settle()

    def _open(self, role: str, nudge: int) -> list[str]:
        """The measures of a nudge not answered yet, as the labels of its buttons."""
        if nudge in self._answered:
            return []
        self._answered.add(nudge)
        message = next(one for one in self.cast[role].account.messages if one.id == nudge)
        return [button.text for row in message.keyboard for button in row if ANSWER.match(button.text)]

    async def _answer(self, role: str, part: Part, nudge: int, button: str) -> None:
        member = self.cast[role].account
        if part.manner == "unchanged":
            member.presses(nudge, UNCHANGED)
            await self._settle()
            await self.acting.presses(role, AS_IT_STANDS)
        elif part.manner == "plain":
            member.says(part.done, reply_to=nudge)
        elif part.manner == "status-first":
            member.says(f"{label(part.completion.value, 'lv')}. {part.done}")
        else:
            member.presses(nudge, button)
            await self._settle()
            member.presses(member.messages[-1].id, short_label(part.completion.value, "lv"))
            await self._settle()
            said = part.followed if button.startswith("R") and part.followed else part.done
            self._to_correct[role] = member.says(said), self.on.outside.clock.now()
            await self._settle()
            await self._complete(role, part)
        await self._settle()

    async def _complete(self, role: str, part: Part) -> None:
        """Where little was done it is asked why, and what follows."""
        if part.completion in (Completion.NOT_STARTED, Completion.LIMITED):
            for said, none in ((part.obstacles, NO_OBSTACLES), (part.next_step, NO_NEXT_STEP)):
                await (self.acting.says(role, said) if said else self.acting.presses(role, none))

    async def _settle(self) -> None:
        await self.on.settle()
        for role, member in self.cast.items():
            for message in member.account.messages:
                if self._seen.get((role, message.id)) != message.text:
                    self._seen[role, message.id] = message.text
                    self._tell(role, message)

    def _tell(self, role: str, message: Message) -> None:
        at = self.on.outside.clock.now().astimezone(RIGA)
        if message.from_bot and _is_nudge(message):
            self._nudges[role].append(message.id)
        arrow = "→" if message.from_bot else "←"
        sys.stdout.write(f"\n{at:%Y-%m-%d %H:%M} {arrow} {role}\n")
        # A link's token is nobody else's business, not even here.
        text = "/start …" if message.text.startswith("/start ") else message.text
        sys.stdout.write("".join(f"    {line}\n" for line in text.splitlines()))
        for row in message.keyboard:
            sys.stdout.write("    " + " ".join(f"[{button.text}]" for button in row) + "\n")


def _is_nudge(message: Message) -> bool:
    return bool(re.match("Informācij[au] par", message.text)) and bool(message.keyboard)


def moments() -> Iterator[datetime]:
    """The story's moments, a few each day."""
    day = script.BEGINS.replace(hour=0)
    while day < script.ENDS:
        hours = script.QUIET_HOURS if day < script.FIRST_NUDGE else script.HOURS
        yield from (at for hour in hours if script.BEGINS <= (at := day.replace(hour=hour)) <= script.ENDS)
        day += timedelta(days=1)


async def play(folder: Path) -> None:
    """Play the story; the ledgers and ``story.json`` are left in ``folder``."""
    with (
        scratch() as database,
        Outside(Clock(script.BEGINS), folder, make_site=partial(latvia, timezone=script.SITE_ZONE)) as outside,
    ):
        outside.site.retry_after = 1
        async with stage(outside, database, seconds=STILL) as on:
            await on.settle()
            cast = await on.cast([COORDINATOR, *PARTS, ON_SITE, BY_PHONE, ABSENT])
            await Story(on, cast).play()
    accounts = {member.account.id: role for role, member in cast.items()}
    told = tally(folder / "ledger", accounts)
    (folder / "story.json").write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.write(f"\n{unescape(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())}\n")


def main() -> None:
    """Play it into ``build/``."""
    logs.configure([], level=logging.WARNING)
    sys.stderr.write("Playing a reporting round, 1 December 2020 to 9 February 2021: about two minutes.\n")
    asyncio.run(play(Path("build")))


if __name__ == "__main__":
    main()
