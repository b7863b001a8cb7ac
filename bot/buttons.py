"""Buttons: what a press carries, signed, so that nobody can press a button that was not sent to them."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass

# Telegram gives a button 64 bytes. 80 bits of signature leave room for the ids, and a forger one try a message.
SIGNATURE_BYTES = 10


class ForgedButton(Exception):
    """This button was not made by this forum, or its secret has changed since."""


@dataclass(frozen=True)
class Press:
    """A press of the button ``action`` about ``subject`` (a number or a word) on our message ``message_id``."""

    message_id: int
    action: str
    subject: str


def seal(secret: bytes, press: Press) -> str:
    """The data of a button, at most 64 bytes."""
    data = f"{press.message_id:x}.{press.action}.{press.subject}"
    sealed = f"{data}.{_sign(secret, data)}"
    if len(sealed.encode()) > 64:
        raise ValueError(f"the button {press.action} about {press.subject} does not fit into 64 bytes")
    return sealed


def open_seal(secret: bytes, sealed: str) -> Press:
    """The press behind a button's data.

    Raises ForgedButton where the signature does not hold.
    """
    data, _, signature = sealed.rpartition(".")
    if not hmac.compare_digest(_sign(secret, data).encode(), signature.encode()):
        raise ForgedButton
    number, action, subject = data.split(".", 2)
    return Press(int(number, 16), action, subject)


def _sign(secret: bytes, data: str) -> str:
    digest = hmac.digest(secret, data.encode(), "sha256")[:SIGNATURE_BYTES]
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
