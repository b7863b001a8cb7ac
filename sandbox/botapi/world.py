"""All that stands behind one bot: its chats, files, waiting updates and pace, under one lock."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, replace
from typing import Any

from sandbox.botapi.chats import Chat, Message
from sandbox.botapi.files import Files
from sandbox.botapi.pace import Pace
from sandbox.botapi.refusal import JSON, bad, forbidden
from sandbox.botapi.updates import Updates
from sandbox.clock import Clock
from sandbox.ledger import Ledger


@dataclass
class Query:
    """A press that waits for the bot's answer; ``until`` is real time."""

    chat: Chat
    until: float


@dataclass
class Hook:
    """Where updates are posted instead of being fetched."""

    url: str
    secret: str = ""
    error: str = ""


class World:
    """What the service knows about one bot. Everything is done holding ``lock``; any thread may ask.

    ``down``: every request is answered 502. ``slow``: seconds each answer is held back after it was done.
    ``next_faults``: what the next sends meet, in order: ``("cut",)`` does it and cuts the connection before
    the answer, ``("error", 500)`` does nothing and answers the code, ``("429", n)`` asks to wait ``n`` s.
    """

    def __init__(
        self,
        token: str,
        *,
        username: str,
        ledger: Ledger,
        clock: Clock,
        press_seconds: float = 150.0,
        update_seconds: float = 86_400.0,
        enforce_limits: bool = True,
    ) -> None:
        self.token = token
        self.me: JSON = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": username,
            "username": username,
        }
        self.ledger = ledger
        self.clock = clock
        self.enforce_limits = enforce_limits
        self.down = False
        self.slow = 0.0
        self.next_faults: list[tuple[Any, ...]] = []
        self.lock = threading.RLock()
        self.updates = Updates(self.lock, press_seconds=press_seconds, update_seconds=update_seconds)
        self.files = Files()
        self.chats: dict[int, Chat] = {}
        self.commands: dict[tuple[str, str], list[JSON]] = {}
        self.hook: Hook | None = None
        self._queries: dict[str, Query] = {}
        self.pace = Pace()
        self._last_message = 0

    def chat(self, chat_id: int | str) -> Chat:
        """A chat the service knows, whether or not the bot may write there."""
        known = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if known is None:
            raise bad("chat not found")
        return known

    def reachable(self, chat_id: int | str) -> Chat:
        """A chat the bot may write to; raises ``Refusal`` in the service's words otherwise."""
        chat = self.chat(chat_id)
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def pace_send(self, chat: Chat) -> None:
        """Count a send, the last check before it is done."""
        if self.enforce_limits:
            self.pace.send(chat.id)

    def pace_edit(self) -> None:
        """Count an edit: it weighs on the overall limit alone."""
        if self.enforce_limits:
            self.pace.edit()

    def write(self, chat: Chat, draft: Message) -> Message:
        """Put a message into a chat under the next number; one sequence runs over all chats of the bot."""
        self._last_message += 1
        message = replace(draft, id=self._last_message, at=self.clock.now())
        chat.messages[message.id] = message
        return message

    def rewrite(self, chat: Chat, message: Message, **changes: Any) -> Message:
        """Change a message that stands; its time of edit is forum time."""
        edited = replace(message, edited_at=self.clock.now(), **changes)
        chat.messages[message.id] = edited
        return edited

    def new_query(self, chat: Chat) -> str:
        """The id of a press, good for one answer within its seconds."""
        query_id = str(secrets.randbelow(10**18))
        self._queries[query_id] = Query(chat, time.monotonic() + self.updates.press_seconds)
        return query_id

    def end_query(self, query_id: str) -> Chat:
        """The chat a press came from; a press is answered once, and not too late."""
        query = self._queries.pop(query_id, None)
        if query is None or query.until < time.monotonic():
            raise bad("query is too old and response timeout expired or query ID is invalid")
        return query.chat
