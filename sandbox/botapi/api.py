"""A Bot API on this machine: one bot's service, with people who can be led by hand."""

from __future__ import annotations

from starlette.applications import Starlette

from sandbox.botapi import server
from sandbox.botapi.chats import Chat
from sandbox.botapi.people import Person
from sandbox.botapi.refusal import JSON, Refusal
from sandbox.botapi.world import World


class BotApi(World):
    """The service of one bot; see ``World`` for its settings and for the faults it can be given.

    ``app()`` is what is served; ``person()`` is somebody with an account. Any thread may use it.
    """

    def app(self) -> Starlette:
        """The web application to serve: its base address + ``/bot`` is the client's ``base_url``."""
        return server.app(self)

    def person(self, user_id: int, first_name: str, *, language_code: str = "lv", **more: str) -> Person:
        """A person who may press Start; ``more`` is ``last_name`` or ``username``.

        Asked for again with the same number, it is the same chat.
        """
        user: JSON = {"id": user_id, "is_bot": False, "first_name": first_name, **more}
        with self.lock:
            return Person(self, {**user, "language_code": language_code})

    def group(self, chat_id: int, title: str) -> Chat:
        """A group (its number is below zero) in which the bot may write; what stands there is ``messages``."""
        if chat_id >= 0:
            raise ValueError("a group's number is below zero")
        with self.lock:
            wire: JSON = {"id": chat_id, "type": "supergroup", "title": title}
            return self.chats.setdefault(chat_id, Chat(wire, started=True))

    def close(self) -> None:
        """Answer 502 from now on and end the open poll, so that the server can stop at once."""
        self.down = True
        self.updates.end_poll(Refusal(502, "Bad Gateway"))

    def inject(self, update: JSON) -> int:
        """Queue an update as it is, well formed or not; answers its id, given to it if it has none."""
        return self.updates.put(update)
