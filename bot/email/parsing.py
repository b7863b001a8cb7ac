"""Parsing: a raw mail becomes what we need to know of it; however odd it is, something clear comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import default
from email.utils import getaddresses

from words import quoting
from words.vocabulary import fold

# A mail of more parts than this is read by its head alone: no person makes one, and each nesting costs the reader.
MOST_PARTS = 60
PARTS = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
# What stands for a whole mail that nobody can open: https://www.rfc-editor.org/rfc/rfc2045 knows nothing of it.
TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
# Parts that are no evidence: signatures, keys, cards, answers of calendars.
NO_FILES = {
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "text/calendar",
}
# https://www.rfc-editor.org/rfc/rfc3834#section-3.1.8, and what was usual before it.
LISTED = ("list-id", "list-unsubscribe", "list-post", "x-loop", "feedback-id")
BULK = ("bulk", "list", "junk")
ANSWERING_MACHINES = ("x-autoreply", "x-autorespond", "x-auto-reply-from", "x-autoresponder")


@dataclass(frozen=True)
class File:
    """A file that came along: its place among the files, and its bytes."""

    number: int
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """What a mail says. ``sender``: the one address in From, in small letters (empty: none, or several). ``keys``: the
    parts before the @ of the mails that it answers, the nearest first. ``text``: the writer's own words. ``machine``:
    ``away``, ``bulk`` or ``bounce`` where no person wrote it. ``odd``: why it could not be read as a whole (``deep``,
    ``tnef``), if so."""

    sender: str
    subject: str
    keys: tuple[str, ...] = ()
    text: str = ""
    machine: str = ""
    odd: str = ""
    files: tuple[File, ...] = ()
    calendar: str = ""
    message: EmailMessage = field(repr=False)


def read(raw: bytes) -> Incoming:
    """What this mail says; never raises for what it holds."""
    deep = len(PARTS.findall(raw)) > MOST_PARTS
    message = _head(raw) if deep else _whole(raw)
    odd = "deep" if deep else ""
    files, calendar = ((), "") if deep else (tuple(_files(message)), _calendar(message))
    if any(part.get_content_type() in TNEF for part in _parts(message, deep=deep)):
        odd = "tnef"
    return Incoming(
        sender=_sender(message),
        subject=" ".join(_header(message, "subject").split()),
        keys=tuple(_keys(message)),
        text="" if deep else quoting.own(_text(message)),
        machine=_machine(message),
        odd=odd,
        files=files,
        calendar=calendar,
        message=message,
    )


def _whole(raw: bytes) -> EmailMessage:
    try:
        return message_from_bytes(raw, policy=default)
    except (MessageError, RecursionError, ValueError, LookupError):
        return _head(raw)


def _head(raw: bytes) -> EmailMessage:
    return BytesParser(policy=default).parsebytes(raw, headersonly=True)


def _header(message: EmailMessage, name: str) -> str:
    """A header's text; the library stumbles over some of those that people's programs write."""
    try:
        return str(message[name] or "")
    except Exception:  # whatever it was, the rest of the mail is read
        return ""


def _headers(message: EmailMessage) -> dict[str, str]:
    return {name.lower(): _header(message, name) for name in message.keys()}  # noqa: SIM118 (it is no dictionary)


def _sender(message: EmailMessage) -> str:
    found = [address.strip().lower() for _, address in getaddresses([_header(message, "from")]) if "@" in address]
    return found[0] if len(found) == 1 else ""


def _keys(message: EmailMessage) -> Iterator[str]:
    """The nearest first: what it answers directly, then up the thread."""
    references = re.findall(r"<([^<>@\s]+)@[^<>\s]*>", _header(message, "references"))
    yield from re.findall(r"<([^<>@\s]+)@[^<>\s]*>", _header(message, "in-reply-to"))
    yield from reversed(references)


def _machine(message: EmailMessage) -> str:
    head = _headers(message)
    if message.get_content_type() == "multipart/report" or _sender(message).startswith(
        ("mailer-daemon@", "postmaster@")
    ):
        return "bounce"
    submitted = head.get("auto-submitted", "no").partition(";")[0].strip().lower()
    away = quoting.away_words().search(fold(head.get("subject", "")))
    if submitted == "auto-replied" or away or any(name in head for name in ANSWERING_MACHINES):
        return "away"
    listed = any(name in head for name in LISTED) or head.get("precedence", "").strip().lower() in BULK
    return "bulk" if listed or submitted not in ("no", "") else ""


def _parts(message: EmailMessage, *, deep: bool = False) -> Iterator[EmailMessage]:
    """All parts that hold something themselves; what is within an attached mail belongs to that."""
    if deep:
        return
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting[:0] = [one for one in part.get_payload() if isinstance(one, EmailMessage)]
        else:
            yield part


def _text(message: EmailMessage) -> str:
    """The plain text; of a mail that is HTML alone, the words in it."""
    texts = [part for part in _parts(message) if _is_text(part, "plain")]
    if any(_content(part).strip() for part in texts):
        return "\n".join(_content(part) for part in texts)
    return "\n".join(quoting.plain(_content(part)) for part in _parts(message) if _is_text(part, "html"))


def _is_text(part: EmailMessage, subtype: str) -> bool:
    return part.get_content_type() == f"text/{subtype}" and part.get_content_disposition() != "attachment"


def _content(part: EmailMessage) -> str:
    """A part's words: in the charset it names, else as most mails of the Baltic are written."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    named = str(part.get_content_charset("utf-8"))
    for charset in dict.fromkeys((named, "utf-8", "cp1257")):
        try:
            return content.decode(charset).replace("\x00", "")
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1257", "replace").replace("\x00", "")


def _files(message: EmailMessage) -> Iterator[File]:
    """What was attached; pictures within the text are signatures' and backgrounds'."""
    number = 0
    for part in _parts(message):
        kind = part.get_content_type()
        shown = kind.startswith("text/") and part.get_content_disposition() != "attachment"
        within = part["content-id"] is not None and part.get_content_disposition() != "attachment"
        if shown or within or kind in NO_FILES or kind in TNEF or kind.startswith("multipart/"):
            continue
        if (content := _bytes(part)) is not None:
            yield File(number, _name(part, number), kind, content)
            number += 1


def _bytes(part: EmailMessage) -> bytes | None:
    if part.get_content_maintype() == "message":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, Message) else None
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) and payload else None


def _name(part: EmailMessage, number: int) -> str:
    try:
        found = part.get_filename() or ""
    except Exception:  # as of headers
        found = ""
    return found or f"{number + 1}.{'eml' if part.get_content_maintype() == 'message' else 'bin'}"


def _calendar(message: EmailMessage) -> str:
    """What a calendar answers, where one does."""
    found = (part for part in _parts(message) if part.get_content_type() == "text/calendar")
    return next((text for part in found if "METHOD:REPLY" in (text := _content(part)).upper()), "")
