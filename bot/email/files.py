"""Files: what came along with a mail is in the inbox already, and is taken from there as a chat's from its service."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.channel import Refused, Spoken
from bot.email import parsing
from bot.email.wire import NAME
from forum.inbox import IncomingMessage
from forum.store.door import Store


def named(heard_id: int, number: int) -> str:
    """What a file of a mail is called: the inbox's row, and its place among the files."""
    return f"{heard_id}.{number}"


class MailFiles:
    """A channel that only hands out files."""

    name = NAME

    def __init__(self, store: Store, forum: str) -> None:
        self._store, self._forum = store, forum

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        raise Refused("files are taken from here, and nothing is sent")

    async def fetch(self, external_id: str) -> bytes:
        number, _, place = external_id.partition(".")
        content = await self._store.read(_content, self._forum, int(number), int(place))
        if content is None:
            raise Refused("the mail is forgotten")
        return content

    async def toast(self, press: str, text: str) -> None:
        """There is no screen to show it on."""

    def link(self, token: str) -> str:
        return ""


def _content(session: Session, forum: str, heard_id: int, place: int) -> bytes | None:
    row = session.get(IncomingMessage, heard_id)
    if row is None or row.forum != forum:
        return None
    files = parsing.read(row.body.encode("latin-1", "replace")).files
    return next((file.content for file in files if file.number == place), None)
