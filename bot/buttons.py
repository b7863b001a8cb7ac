"""Buttons: what a press carries, signed, so that nobody can press a button that was not sent to them."""

from __future__ import annotations

from dataclasses import dataclass

from forum import seals

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
    sealed = seals.seal(secret, data, size=SIGNATURE_BYTES)
    if len(sealed.encode()) > 64:
        raise ValueError(f"the button {press.action} about {press.subject} does not fit into 64 bytes")
    return sealed


def open_seal(secret: bytes, sealed: str) -> Press:
    """The press behind a button's data.

    Raises ForgedButton where the signature does not hold.
    """
    try:
        data = seals.broken(secret, sealed, size=SIGNATURE_BYTES)
    except seals.Forged:
        raise ForgedButton from None
    number, action, subject = data.split(".", 2)
    return Press(int(number, 16), action, subject)
