"""The mailbox that a forum writes from: where its server is, how we sign in there, and as whom we write."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path

from bot.email.imap import Place

# Submission with TLS from the first byte: https://www.rfc-editor.org/rfc/rfc8314#section-7.3
SMTPS = 465


@dataclass(frozen=True, kw_only=True)
class Mailbox:
    """``sender`` is our own address and ``title`` the name beside it; answers go to ``reply_to`` (empty: to us).
    ``starttls``: the server must speak TLS before we sign in; ``ca_bundle``: the authorities to trust (None: the usual
    ones). ``per_minute``: no more mails than that (0: as many as can be). ``post``: where answers come in (None: people
    read them)."""

    host: str
    port: int
    starttls: bool
    sender: str
    title: str = ""
    reply_to: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    ca_bundle: Path | None = None
    per_minute: int = 0
    post: Place | None = None

    @property
    def domain(self) -> str:
        """Of our address; what our mails are numbered under."""
        return self.sender.rpartition("@")[2]

    def trust(self) -> ssl.SSLContext:
        """Whom to trust on a line to this server."""
        return ssl.create_default_context(cafile=str(self.ca_bundle) if self.ca_bundle else None)
