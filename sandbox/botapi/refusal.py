"""Refusals: the bot is told no, in the words the real service uses."""

from __future__ import annotations

from typing import Any

JSON = dict[str, Any]


class Refusal(Exception):
    """A request is refused: ``code`` is the HTTP status, ``description`` what the caller reads."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> JSON:
        """The body that goes back, as the Bot API shapes it."""
        body: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad(words: str) -> Refusal:
    """What was asked cannot be done as it was asked."""
    return Refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refusal:
    """The other side does not want to hear from the bot."""
    return Refusal(403, f"Forbidden: {words}")


def terminated(by: str) -> Refusal:
    """Somebody else now takes the updates."""
    return Refusal(409, f"Conflict: terminated by {by}")


def too_many(seconds: int) -> Refusal:
    """The bot talks too fast; it may go on after ``seconds``."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
