"""Keys: by what a mail of ours is known again, when it is sent once more and when somebody answers it; signed, so that
nobody can answer a mail that they were not sent."""

from __future__ import annotations

import hashlib
import hmac

# 80 bits, as of a button; in small hexadecimal signs, as mailboxes may change the size of letters.
SIGNS = 20


def key(secret: bytes, message_id: int) -> str:
    """The key of an outgoing message, the part before the @ in its Message-ID; the same each time."""
    return f"{message_id}.{_sign(secret, f'mail/{message_id}')}"


def thread(secret: bytes, name: str) -> str:
    """The key of what several mails belong to (a round, a meeting): no mail has it, and all name it."""
    return f"t.{_sign(secret, f'thread/{name}')}"


def opened(secret: bytes, text: str) -> int | None:
    """The number of the outgoing message whose key this is; None: it is none of ours, or the secret has changed."""
    number, _, _ = text.partition(".")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    mine = key(secret, int(number))
    return int(number) if hmac.compare_digest(mine.encode(), text.lower().encode()) else None


def _sign(secret: bytes, what: str) -> str:
    return hmac.new(secret, what.encode(), hashlib.sha256).hexdigest()[:SIGNS]
