"""An installation for the tests: forums with an outside each, over one database, worked for by one process or more."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy import text

from config.settings import Settings, read
from forum import forums, leases
from forum.leases import Hand
from forum.store.door import Store
from sandbox.botapi import Person
from sandbox.outside import Outside
from service.cast import members
from service.engines.engine import Engine
from service.engines.opening import lay_out, open_engine
from service.parts import outfit
from service.stage import environment
from service.works import ALL_HANDS, Works
from tests.waiting import soon

IZM = "IZM kontaktpersona"
# Nothing here takes longer, on a machine that does much else; only a fault makes a test wait for the whole of it.
SOON = 30.0
# The ticks go fast, and the sweep with them.
QUICK: Mapping[str, float] = {"pull": 3600, "decide": 1, "sweep": 1, "watch": 3600}
# Nothing goes by itself but the deciding: what happens, somebody was woken to.
WOKEN: Mapping[str, float] = {**QUICK, "sweep": 3600}


@dataclass(frozen=True)
class Place:
    """A fresh database, and the engine over it."""

    url: str
    kind: str

    @property
    def one_process(self) -> bool:
        """Whether no second process can work over this."""
        return self.url.startswith("sqlite")


@dataclass
class Installation:
    """Forums by their keys, ``f1`` and so on, each with its outside; ``store``: the test's own look at the memory."""

    place: Place
    outsides: dict[str, Outside]
    settings: Sequence[Settings]
    store: Store
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def worker(
        self,
        *,
        hands: Collection[Hand] = ALL_HANDS,
        seconds: Mapping[str, float] = QUICK,
        carried: Callable[[Engine], Engine] = lambda engine: engine,
    ) -> Works:
        """A process of the installation, as far as it can be one here: all of it is its own but the event loop."""
        store = self.store if self.place.one_process else self._stack.enter_context(Store.open(self.place.url))
        made = [outfit(one, store, self.outsides[one.forum.key].clock.now) for one in self.settings]
        works = Works(made, store, carried(open_engine(self.settings[0])), hands=hands, seconds=seconds)
        self._stack.push_async_callback(works.stop)
        await works.start()
        return works

    async def workers(self, **how: object) -> list[Works]:
        """One process for the bots and one for the sites; one for both where there can be no two."""
        if self.place.one_process or (self.place.kind == "embedded" and how.get("seconds") is WOKEN):
            return [await self.worker(**how)]  # type: ignore[arg-type]
        return [await self.worker(hands=[hand], **how) for hand in (Hand.SYNC, Hand.BOT)]  # type: ignore[arg-type]

    async def member(self, forum: str = "f1") -> Person:
        """The contact person of one body, in the chat, who was reminded of the round."""
        outside = self.outsides[forum]
        await soon(lambda: self._knows(forum))
        (one,) = (await members(self.store, forum, outside.chat, {IZM: 2_000_001}, clock=outside.clock.now)).values()
        one.account.start(one.token)
        await soon(lambda: one.account.messages[-1].keyboard)
        one.account.presses(one.account.messages[-1].id, "Jā, pareizi")
        await soon(lambda: one.account.messages[-1].text.startswith("Informācija par 2020. gadu"))
        return one.account

    def _knows(self, forum: str) -> bool:
        asked = "SELECT count(*) FROM obligation WHERE forum = :forum"
        return bool(self.store.read_now(lambda session: session.scalar(text(asked), {"forum": forum})))

    def answers(self, forum: str = "f1") -> list[str]:
        """What stands on the site as done."""
        return [str(row["Done"]) for row in self.outsides[forum].site.list("Atbildes").rows()]

    def holders(self, forum: str = "f1") -> dict[Hand, str]:
        """Who does what."""
        return self.store.read_now(leases.holders, forum)


@asynccontextmanager
async def installation(place: Place, outsides: Sequence[Outside]) -> AsyncIterator[Installation]:
    """Set up by its settings as an operator would; each forum writes to members at once."""
    keyed = {f"f{number}": outside for number, outside in enumerate(outsides, 1)}
    settings = [
        read([], environment(outside, place.url) | {"FORUMBOT_FORUM__KEY": key, "FORUMBOT_ENGINE__KIND": place.kind})[0]
        for key, outside in keyed.items()
    ]
    lay_out(settings[0])
    with Store.open(place.url) as store:
        for key, outside in keyed.items():
            await store.do(forums.ensure, key, now=outside.clock.now())
        made = Installation(place, keyed, settings, store)
        async with made._stack:
            yield made


def told(member: Person, beginning: str) -> int:
    """How many messages that begin so stand in a member's chat."""
    return sum(one.from_bot and one.text.startswith(beginning) for one in member.messages)
