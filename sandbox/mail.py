"""A mail server on this machine: it takes mails over SMTP, keeps them in their readers' mailboxes, and has troubles
when told so."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections import defaultdict, deque
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from sandbox.ledger import Ledger
from sandbox.serving import Serving

# The library warns of its own ways on each sign-in.
logging.getLogger("mail.log").setLevel(logging.ERROR)
# As large as Exchange Online takes one, in bytes.
LARGEST = 35 * 1024 * 1024
# A fault is (what,) or (what, code): ``drop`` accepts and forgets; ``sender``, ``rcpt`` and ``data`` refuse there with
# the code; ``cut`` takes the whole mail and vanishes without an answer, ``hang`` takes it and is silent.
Fault = tuple[str] | tuple[str, int]
ANSWERS = {
    421: "421 4.3.2 Service not available",
    450: "450 4.2.0 Greylisted, try again",
    451: "451 4.7.1 Try again later",
    452: "452 4.2.2 Mailbox full",
    550: "550 5.1.1 No such mailbox here",
    552: "552 5.2.2 Mailbox full",
    554: "554 5.7.1 Not accepted",
}


class MailServer:
    """SMTP with STARTTLS and a sign-in. ``mails``: by address, what was delivered there, oldest first; one that comes
    twice under one Message-ID is kept once, as Exchange does. ``faults``: what befalls the next mails, one each."""

    def __init__(self, ledger: Ledger, *, user: str = "", password: str = "", certificate: Path | None = None) -> None:
        self._ledger = ledger
        self._user, self._password = user, password
        self._certificate = certificate
        self.mails: dict[str, list[EmailMessage]] = defaultdict(list)
        self.unknown: set[str] = set()
        self.faults: deque[Fault] = deque()
        self.sessions = 0
        self._server: asyncio.Server | None = None
        self._lines: set[Any] = set()
        self.port = 0

    def start(self, serving: Serving) -> int:
        """Listen on loopback (again at the same port, after ``stop``), and answer the port."""
        serving.run(self._start())
        return self.port

    def stop(self, serving: Serving) -> None:
        """As if the machine were off."""
        serving.run(self._stop())

    async def _start(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._line, "127.0.0.1", self.port, reuse_address=True)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
        for line in list(self._lines):
            line.cut()
        # What was cut closes in the loop's next turns.
        await asyncio.sleep(0.05)

    def _line(self) -> SMTP:
        self.sessions += 1
        context = None
        if self._certificate is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self._certificate)
        line = _Line(
            _Handler(self),
            hostname="mail.sandbox.example",
            ident="sandbox",
            tls_context=context,
            require_starttls=context is not None,
            auth_required=bool(self._user) and context is not None,
            auth_require_tls=context is not None,
            authenticator=self.signs_in,
            loop=asyncio.get_running_loop(),
            data_size_limit=LARGEST,
        )
        self._lines.add(line)
        return line

    def signs_in(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        """Whether this is the name and password; aiosmtpd asks so."""
        said = (data.login.decode(), data.password.decode()) if isinstance(data, LoginPassword) else ("", "")
        good = said == (self._user, self._password)
        self._ledger.write(
            path="AUTH", body={"mechanism": mechanism}, status=235 if good else 535, answer="", verb="AUTH"
        )
        return AuthResult(success=good, handled=False)

    def take(self, envelope: Envelope, *, kept: bool) -> None:
        """Keep a mail for each of its readers (``kept`` false: only say so), and write it into the ledger."""
        content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        message = message_from_bytes(content, policy=default)
        for address in envelope.rcpt_tos:
            box = self.mails[address.lower()]
            if kept and all(one["Message-ID"] != message["Message-ID"] for one in box):
                box.append(message)
        self._ledger.write(path="DATA", body=_told(envelope, message), status=250, answer="", verb="DATA")

    def refused(self, verb: str, envelope: Envelope, answer: str) -> str:
        """Write a refusal into the ledger, and answer it."""
        told = {"to": list(envelope.rcpt_tos)}
        self._ledger.write(path=verb, body=told, status=int(answer[:3]), answer=answer, verb=verb)
        return answer

    def befalls(self, *what: str) -> Fault | None:
        """The next fault, where it is one of these; it is spent then."""
        return self.faults.popleft() if self.faults and self.faults[0][0] in what else None


def _told(envelope: Envelope, message: EmailMessage) -> dict[str, Any]:
    text = message.get_body(("plain",))
    return {
        "from": envelope.mail_from,
        "to": list(envelope.rcpt_tos),
        "headers": {name: str(value) for name, value in message.items()},
        "text": text.get_content() if text else "",
        "parts": [part.get_content_type() for part in message.walk() if not part.is_multipart()],
    }


class _Line(SMTP):
    """One session; it can be cut."""

    def cut(self) -> None:
        for line in (self.transport, self._original_transport):
            if isinstance(line, asyncio.WriteTransport):
                line.abort()

    def eof_received(self) -> bool:
        """Who hangs up is hung up upon: the library would hold half of the line open."""
        super().eof_received()
        self.cut()
        return False


class _Handler:
    """What aiosmtpd asks at each step; the names are its own."""

    def __init__(self, server: MailServer) -> None:
        self._server = server

    async def handle_MAIL(  # noqa: N802
        self, line: _Line, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if fault := self._server.befalls("sender"):
            return self._server.refused("MAIL", envelope, _answer(fault))
        envelope.mail_from, envelope.mail_options = address, options
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802
        self, line: _Line, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if fault := self._server.befalls("rcpt"):
            return self._server.refused("RCPT", envelope, _answer(fault))
        if address.lower() in self._server.unknown:
            return self._server.refused("RCPT", envelope, f"550 5.1.1 <{address}> unknown")
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, line: _Line, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if fault := self._server.befalls("data"):
            return self._server.refused("DATA", envelope, _answer(fault))
        dropped = self._server.befalls("drop")
        silent = self._server.befalls("cut", "hang")
        self._server.take(envelope, kept=dropped is None)
        if silent == ("cut",):
            line.cut()
        elif silent is not None:
            await asyncio.sleep(3600)
        return "250 2.0.0 Kept"


def _answer(fault: Fault) -> str:
    return ANSWERS[fault[1] if len(fault) == 2 else 451]
