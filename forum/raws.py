"""Raws: all the words in a message as its channel brought it: an update of a chat (JSON), or a mail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any


def text(body: str) -> str:
    """Every word in it, what it quotes too; nothing of what cannot be read."""
    if body.startswith("{"):
        try:
            return "\n".join(_strings(json.loads(body)))
        except ValueError:
            return body
    mail = message_from_bytes(body.encode("latin-1", "replace"))
    return "\n".join(_part(part) for part in mail.walk() if part.get_content_maintype() == "text")


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for one in found.values() if isinstance(found, dict) else found:
            yield from _strings(one)


def _part(part: Message) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        return content.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return content.decode("utf-8", "replace")
