"""IMAP: the mailbox that answers come to, asked over one line at a time, on a thread of its own."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

# Nothing is waited for longer than this, in seconds.
SECONDS = 14.0
# The largest mail that is taken whole: evidence of 20 MB and the third that its encoding adds. Of a larger one the
# beginning is taken, in which the words stand.
LARGEST = 28 * 1024 * 1024
BEGINNING = 256 * 1024
# Set before what was cut off there, so that whoever reads it knows; its value is the whole mail's size.
CUT = b"X-Forumbot-Cut"
# A line of a big mailbox's answer may be long: the library's own limit is a megabyte.
imaplib._MAXLINE = max(imaplib._MAXLINE, 10_000_000)  # type: ignore[attr-defined]

NUMBER = re.compile(rb"UID (\d+)")
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class PostTrouble(Exception):
    """The mailbox of answers cannot be read just now."""


class PostRefused(PostTrouble):
    """The mailbox of answers does not let us in: see to email.user and email.password."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where answers come in; ``tls``: the line is secured from the first byte."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    tls: bool = True
    ca_bundle: Path | None = None


@dataclass(frozen=True)
class Opened:
    """A folder as it stands: ``validity`` is another number where its mails were numbered anew, ``next_id`` the number
    of the next one to come."""

    validity: int
    next_id: int


@dataclass(frozen=True)
class Post:
    """One raw mail and its number in the folder."""

    number: int
    raw: bytes


class Line:
    """A line to an opened folder. All of it blocks: use it on a thread."""

    def __init__(self, client: imaplib.IMAP4, opened: Opened) -> None:
        self._client = client
        self.opened = opened

    def numbers(self, *, beyond: int = 0, since: date | None = None) -> list[int]:
        """The numbers of the mails from ``beyond`` on, or of those that came ``since`` a day."""
        wanted = f"SINCE {since:%d-%b-%Y}" if since else f"UID {max(beyond, 1)}:*"
        found = self._ask("SEARCH", wanted)
        numbers = sorted(int(one) for part in found for one in part.split())
        # The last mail answers to any number beyond it: https://www.rfc-editor.org/rfc/rfc3501#section-6.4.8
        return [one for one in numbers if since or one >= beyond]

    def fetch(self, number: int) -> Post | None:
        """A mail, unseen as it was; None where it is gone."""
        told = b" ".join(self._ask("FETCH", str(number), "(UID RFC822.SIZE)"))
        size = SIZE.search(told)
        if size is None:
            return None
        whole = int(size[1]) <= LARGEST
        part = "" if whole else f"<0.{BEGINNING}>"
        raw = self._body(number, f"(UID BODY.PEEK[]{part})")
        if raw is None:
            return None
        return Post(number, raw if whole else CUT + b": " + size[1] + b"\r\n" + raw)

    def seen(self, numbers: list[int]) -> None:
        """Mark mails as seen, which are kept by now."""
        if numbers:
            self._ask("STORE", ",".join(map(str, numbers)), "+FLAGS.SILENT", r"(\Seen)")

    def _body(self, number: int, what: str) -> bytes | None:
        kind, found = self._client.uid("FETCH", str(number), what)
        if kind != "OK":
            raise PostTrouble("FETCH")
        return next((one[1] for one in found if isinstance(one, tuple)), None)

    def _ask(self, command: str, *words: str) -> list[bytes]:
        kind, found = self._client.uid(command, *words)
        if kind != "OK":
            raise PostTrouble(command)
        return [one for one in found if isinstance(one, bytes)]


@contextmanager
def line(place: Place) -> Iterator[Line]:
    """A line to the folder of answers.

    Raises PostRefused, PostTrouble; the server's own words are not told, as they may hold an address.
    """
    try:
        client = _connected(place)
    except (OSError, imaplib.IMAP4.error) as error:
        raise PostTrouble(type(error).__name__) from error
    try:
        _sign_in(client, place)
        yield Line(client, _open(client, place.folder))
    except (OSError, imaplib.IMAP4.error) as error:
        raise PostTrouble(type(error).__name__) from error
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            client.logout()
        with suppress(OSError):
            client.shutdown()  # where the good-bye failed


def _connected(place: Place) -> imaplib.IMAP4:
    if not place.tls:
        return imaplib.IMAP4(place.host, place.port, timeout=SECONDS)
    trust = ssl.create_default_context(cafile=str(place.ca_bundle) if place.ca_bundle else None)
    return imaplib.IMAP4_SSL(place.host, place.port, ssl_context=trust, timeout=SECONDS)


def _sign_in(client: imaplib.IMAP4, place: Place) -> None:
    try:
        client.login(place.user, place.password)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        raise PostRefused("LOGIN") from error


def _open(client: imaplib.IMAP4, folder: str) -> Opened:
    kind, _ = client.select(f'"{folder}"')
    if kind != "OK":
        raise PostTrouble("SELECT")
    return Opened(_told(client, "UIDVALIDITY"), _told(client, "UIDNEXT"))


def _told(client: imaplib.IMAP4, name: str) -> int:
    _, found = client.response(name)
    number = found[0] if found and isinstance(found[0], bytes) else None
    if number is None:
        raise PostTrouble(name)
    return int(number)
