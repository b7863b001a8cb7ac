"""Bounces: which of our mails came back, to whom it could not be brought, and whether for good."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message

# https://www.rfc-editor.org/rfc/rfc3464#section-2.3: the fields of one recipient.
RECIPIENT = re.compile(r"^\s*rfc822\s*;\s*<?([^<>\s]+)>?\s*$", re.IGNORECASE)
OURS = re.compile(r"<([^<>@\s]+)@[^<>\s]*>")


@dataclass(frozen=True)
class Bounce:
    """A mail that came back: its ``key`` as the report names it, the address, and the ``status`` (5.1.1)."""

    key: str
    address: str
    status: str


def failures(message: EmailMessage) -> list[Bounce]:
    """What could not be brought for good; delays are no failures, and a report without the mail's number is none of
    ours."""
    key = _original(message)
    if not key:
        return []
    found = []
    for fields in _recipients(message):
        status, action = str(fields.get("Status", "")).strip(), str(fields.get("Action", "")).strip().lower()
        address = RECIPIENT.match(str(fields.get("Final-Recipient", "") or fields.get("Original-Recipient", "")))
        if action == "failed" and status.startswith("5") and address:
            found.append(Bounce(key, address[1].lower(), status))
    return found


def _original(message: EmailMessage) -> str:
    """The key of the mail that is reported on: its Message-ID stands in the head that is sent back."""
    for part in message.walk():
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            head = first.get("Message-ID", "") if isinstance(first, Message) else _line(part)
            if found := OURS.search(str(head)):
                return found[1]
    return ""


def _line(part: Message) -> str:
    payload = part.get_payload(decode=True)
    text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    found = re.search(r"^message-id:\s*(.+)$", text, re.IGNORECASE | re.MULTILINE)
    return found[1] if found else ""


def _recipients(message: EmailMessage) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            if isinstance(blocks, list):
                yield from (block for block in blocks if isinstance(block, Message) and "Action" in block)
