"""Switching on by one press: the address that a coordinator's mail names for it. Whoever opens it sees what it is
about, and nothing is sent by that: programs that look into mails open every address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from forum import deciding, forums, switching_on
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock, at
from web import plain
from words.texts import Texts


@dataclass(frozen=True, kw_only=True)
class Switching:
    """The address of one forum; ``changed`` is called when something waits to go out."""

    store: Store
    forum: str
    policy: Policy
    clock: Clock
    changed: Callable[[], None]

    def routes(self) -> list[Route]:
        """One address, to look at and to press."""
        path = f"{urlsplit(self.policy.pages).path}{switching_on.path(self.forum)}/{{token}}"
        return [Route(path, self._look), Route(path, self._press, methods=["POST"])]

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self.policy.languages)

    async def _look(self, request: Request) -> Response:
        return self._page(*await self.store.read(self._found, request.path_params["token"]))

    async def _press(self, request: Request) -> Response:
        said = await self.store.do(self._switch, request.path_params["token"])
        self.changed()
        return self._page(*said)

    def _found(self, session: Session, token: str) -> tuple[str, str]:
        """The reader's language, and what there is to be said."""
        moment = at(self.clock, self.policy)
        person = switching_on.opened(session, self.forum, token, now=moment.now, day=moment.day)
        if person is None:
            return self.policy.languages[0], "unknown"
        on = forums.of(session, self.forum).paused_at is None
        return self.policy.language(person.language), "on" if on else "ask"

    def _switch(self, session: Session, token: str) -> tuple[str, str]:
        moment = at(self.clock, self.policy)
        person = switching_on.opened(session, self.forum, token, now=moment.now, day=moment.day)
        if person is not None and deciding.resume(session, self.forum, by=person, at=moment, policy=self.policy):
            switching_on.tell_others(session, person, kind="resumed-by", at=moment)
        return self._found(session, token)

    def _page(self, language: str, what: str) -> Response:
        title, said = (self._texts.label(language, f"switch-page-{what}{part}") for part in (".title", ""))
        press = self._texts.label(language, "switch-on") if what == "ask" else ""
        return plain.page(language, title, said, press=press, known=what != "unknown")
