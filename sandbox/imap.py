"""A mailbox on this machine that is read by IMAP: the few commands that a reader of new mails needs, strictly."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sandbox.ledger import Ledger
from sandbox.serving import Serving

CAPABILITY = "IMAP4rev1"
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
# https://www.rfc-editor.org/rfc/rfc3501#section-6.4.5, as far as it is asked here.
BODY = re.compile(r"\(UID BODY\.PEEK\[\](?:<0\.(\d+)>)?\)")
FACTS = "(UID RFC822.SIZE)"


@dataclass
class Kept:
    """A mail in the folder, by its number there."""

    number: int
    raw: bytes
    came: datetime
    flags: set[str] = field(default_factory=set)


class Mailbox:
    """One folder behind a sign-in. ``mails``: what lies in it; ``trouble``: how the next command of a kind is answered
    (``{"FETCH": "NO"}``), ``cut``: or that the line is cut there."""

    def __init__(self, ledger: Ledger, *, user: str = "forums", password: str = "S3cret-word") -> None:  # noqa: S107
        self._ledger, self.user, self.password = ledger, user, password
        self.mails: list[Kept] = []
        self.validity = 1
        self.next_id = 1
        self.trouble: dict[str, str] = {}
        self.cut = ""
        self.port = 0
        self._server: asyncio.Server | None = None
        self._lines: set[asyncio.StreamWriter] = set()

    def start(self, serving: Serving) -> int:
        """Listen on loopback (again at the same port, after ``stop``), and answer the port."""
        serving.run(self._start())
        return self.port

    def stop(self, serving: Serving) -> None:
        """As if the machine were off."""
        serving.run(self._stop())

    def put(self, raw: bytes, *, came: datetime | None = None) -> Kept:
        """A mail comes in, with lines as the net has them."""
        content = re.sub(rb"\r?\n", b"\r\n", raw)
        kept = Kept(self.next_id, content, came or datetime.now(UTC))
        self.mails.append(kept)
        self.next_id += 1
        return kept

    def renumber(self) -> None:
        """All mails get other numbers, as when a server's index is made anew."""
        self.validity += 1
        for number, kept in enumerate(self.mails, 1):
            kept.number = number
        self.next_id = len(self.mails) + 1

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._line, "127.0.0.1", self.port, limit=2**20)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
        for writer in list(self._lines):
            writer.transport.abort()
        await asyncio.sleep(0.05)

    async def _line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._lines.add(writer)
        session = _Session(self)
        try:
            writer.write(b"* OK IMAP4rev1 sandbox\r\n")
            while not session.over and (line := await reader.readline()):
                answer = self._answer(session, line.decode("ascii", "replace").rstrip("\r\n"))
                if answer is None:
                    break
                writer.write(answer)
                await writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._lines.discard(writer)
            writer.close()

    def _answer(self, session: _Session, line: str) -> bytes | None:
        tag, _, rest = line.partition(" ")
        words = [found[1] or found[2] for found in QUOTED.finditer(rest)]
        verb = " ".join(words[:2]).upper() if words and words[0].upper() == "UID" else (words or [""])[0].upper()
        name = verb.rpartition(" ")[2]
        if self.cut and self.cut == name:
            return None
        forced = self.trouble.pop(name, "")
        said = [] if forced else list(session.answer(verb, words[len(verb.split()) :], rest))
        status = forced or session.status
        told = words[:2] if verb == "LOGIN" else words[:4]
        self._ledger.write(path=name, body={"words": told}, status=0 if status == "OK" else 1, answer=status, verb=name)
        return b"".join(said) + f"{tag} {status} {name} done\r\n".encode()


class _Session:
    """One line: signed in or not, and whether the folder is open."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._known = self._open = False
        self.over = False
        self.status = "OK"

    def answer(self, verb: str, words: list[str], line: str) -> Iterator[bytes]:
        """The lines before the one that ends the answer; ``status`` is how it ends."""
        self.status = "OK"
        box = self._mailbox
        match verb:
            case "CAPABILITY":
                yield f"* CAPABILITY {CAPABILITY}\r\n".encode()
            case "NOOP":
                pass
            case "LOGOUT":
                self.over = True
                yield b"* BYE\r\n"
            case "LOGIN":
                self._known = words == [box.user, box.password]
                self.status = "OK" if self._known else "NO"
            case "SELECT" if self._known and words == ["INBOX"]:
                self._open = True
                yield f"* {len(box.mails)} EXISTS\r\n* FLAGS (\\Seen)\r\n".encode()
                yield f"* OK [UIDVALIDITY {box.validity}]\r\n* OK [UIDNEXT {box.next_id}]\r\n".encode()
            case "SELECT" if self._known:
                self.status = "NO"
            case "UID SEARCH" if self._open:
                yield b"* SEARCH " + " ".join(str(one.number) for one in self._search(words)).encode() + b"\r\n"
            case "UID FETCH" if self._open:
                yield from self._fetch(int(words[0]), line.partition("(")[1] + line.partition("(")[2])
            case "UID STORE" if self._open and words[1:] == ["+FLAGS.SILENT", r"(\Seen)"]:
                for number in words[0].split(","):
                    for kept in self._of(int(number)):
                        kept.flags.add(r"\Seen")
            case _:
                self.status = "BAD"

    def _search(self, words: list[str]) -> list[Kept]:
        mails = self._mailbox.mails
        if words[0] == "SINCE":
            since = datetime.strptime(words[1], "%d-%b-%Y").replace(tzinfo=UTC).date()
            return [one for one in mails if _day(one) >= since]
        first, _, last = words[1].partition(":")
        if words[0] != "UID" or last != "*" or not mails:
            self.status = "OK" if words[0] == "UID" and last == "*" else "BAD"
            return []
        # «*» is the last mail, whatever number stands before it.
        low = min(int(first), max(one.number for one in mails))
        return [one for one in mails if one.number >= low]

    def _fetch(self, number: int, what: str) -> Iterator[bytes]:
        body = BODY.fullmatch(what)
        if body is None and what != FACTS:
            self.status = "BAD"
            return
        for kept in self._of(number):
            place = self._mailbox.mails.index(kept) + 1
            if body is None:
                yield f"* {place} FETCH (UID {number} RFC822.SIZE {len(kept.raw)})\r\n".encode()
            else:
                raw = kept.raw[: int(body[1])] if body[1] else kept.raw
                part = "<0>" if body[1] else ""
                yield f"* {place} FETCH (UID {number} BODY[]{part} {{{len(raw)}}}\r\n".encode() + raw + b")\r\n"

    def _of(self, number: int) -> list[Kept]:
        return [one for one in self._mailbox.mails if one.number == number]


def _day(kept: Kept) -> date:
    return kept.came.astimezone(UTC).date()
