"""A scene: one thing heard, who is there, and how to answer; handed from one dialogue to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from bot.buttons import Press
from bot.heard import Commanded, Heard, Pressed, Said
from forum import in_chat, outbox, people
from forum.conversations import Conversation
from forum.people import Person, Role
from forum.policies import Policy
from forum.store.base import Values
from forum.times import At


@dataclass(frozen=True)
class Toast:
    """A short word on the screen that pressed a button; carries no fact."""

    kind: str
    language: str
    values: Values


@dataclass(frozen=True, kw_only=True)
class Scene:
    """All that a dialogue needs. ``people``: whom this chat speaks for; empty for a stranger. ``commands``: all that
    there are, by their words. ``part``: of several things that came together, which one this is."""

    session: Session
    forum: str
    heard: Heard
    heard_id: int
    people: tuple[Person, ...]
    language: str
    policy: Policy
    at: At
    commands: Mapping[str, Commanding]
    part: int = 0
    _said: list[str] = field(default_factory=list)

    @property
    def person_ids(self) -> set[int]:
        return {person.id for person in self.people}

    @property
    def coordinators(self) -> tuple[Person, ...]:
        """Those of this chat's people who run the forum; empty for a member."""
        return tuple(person for person in self.people if person.role is Role.COORDINATOR)

    @property
    def here(self) -> outbox.To:
        """The chat that this came from."""
        return outbox.To(
            person_id=self.people[0].id if self.people else None,
            channel=self.heard.channel,
            address=self.heard.address,
            language=self.language,
        )

    def say(self, kind: str, *, edits: str | None = None, to: outbox.To | None = None, **values: object) -> None:
        """Answer at once, or edit our message in place; kept in the outbox with all else that this scene changes."""
        self._put(kind, to or self.here, values, edits=edits, asked=True)

    def tell(self, person: Person, kind: str, /, **values: object) -> None:
        """Tell somebody else what follows from this; they did not ask, so that it waits for their hours."""
        self._put(kind, outbox.To(person_id=person.id), values)

    def tell_coordinators(self, kind: str, **values: object) -> None:
        """Tell those who can help; they did not ask just now, so that it waits for their hours."""
        for coordinator in people.coordinators(self.session, self.forum, day=self.at.day):
            self.tell(coordinator, kind, **values)

    def _put(self, kind: str, to: outbox.To, values: Values, *, edits: str | None = None, asked: bool = False) -> None:
        self._said.append(kind)
        if asked and edits is None and in_chat.waits(self.session, self.forum, to, kind=kind, values=values):
            return  # whoever sends the same again before they are answered is answered once
        outbox.put(
            self.session,
            self.forum,
            to=to,
            kind=kind,
            values=values,
            dedupe=f"heard/{self.heard_id}{f'.{self.part}' if self.part else ''}/{len(self._said)}",
            now=self.at.now,
            asked=asked,
            edits=edits,
        )

    def toast(self, kind: str, **values: object) -> Toast:
        return Toast(kind, self.language, values)


# How a dialogue answers a button, a command, and the text that follows a question of its own.
Pressing = Callable[[Scene, Pressed, Press], Toast | None]
Commanding = Callable[[Scene, Commanded], None]
Answering = Callable[[Scene, Conversation, Said], None]
