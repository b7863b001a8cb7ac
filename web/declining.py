"""Declining by one press: the address that a mail names for it. Mail programs press by themselves, with a POST; whoever
opens it sees what it is about, and nothing is declined by that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from forum import declining
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock
from web import plain
from words.texts import Texts

# By which a form asks for the messages again.
AGAIN = "atkal"


@dataclass(frozen=True, kw_only=True)
class Declining:
    """The addresses of one forum."""

    store: Store
    forum: str
    policy: Policy
    clock: Clock

    def routes(self) -> list[Route]:
        """One address, to look at and to press."""
        path = f"{urlsplit(self.policy.pages).path}{declining.path(self.forum)}/{{token}}"
        return [Route(path, self._look), Route(path, self._press, methods=["POST"])]

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self.policy.languages)

    async def _look(self, request: Request) -> Response:
        return self._page(await self.store.read(self._found, request.path_params["token"]))

    async def _press(self, request: Request) -> Response:
        declines = AGAIN not in request.query_params
        return self._page(await self.store.do(self._decide, request.path_params["token"], declines=declines))

    def _found(self, session: Session, token: str) -> tuple[str, str, bool] | None:
        """The reader's language, what it is about, and whether it is declined."""
        found = declining.opened(session, self.forum, token)
        if found is None:
            return None
        person, group = found
        return self.policy.language(person.language), group, declining.declined(session, person, group)

    def _decide(self, session: Session, token: str, *, declines: bool) -> tuple[str, str, bool] | None:
        found = declining.opened(session, self.forum, token)
        if found is not None:
            declining.decide(session, *found, declines=declines, now=self.clock())
        return self._found(session, token)

    def _page(self, found: tuple[str, str, bool] | None) -> Response:
        language, group, declined = found or (self.policy.languages[0], "", False)
        say = "decline-unknown" if found is None else "declined" if declined else "decline-ask"
        title, said = self._texts.label(language, f"{say}.title"), self._texts.label(language, say, group=group)
        press = self._texts.label(language, "decline-again" if declined else "decline-yes") if found else ""
        action = f"?{AGAIN}=1" if declined else "?"
        return plain.page(language, title, said, press=press, action=action, known=found is not None)
