"""Replies: mails as people's programs write them, in answer to a mail that came from the forum."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from itertools import count
from typing import Any

from tests.bot.email.post import SENDER, text

NUMBERS = count(1)


def reply(mail: EmailMessage, words: str, *, sender: str = "", html: str = "", **headers: str) -> EmailMessage:
    """An answer to this mail, from the address that it came to, with the mail quoted below."""
    made = fresh(words + "\n\n" + quoted(mail), sender=sender or str(mail["To"]), html=html)
    made["In-Reply-To"] = str(mail["Message-ID"])
    made["References"] = f"{mail['References']} {mail['Message-ID']}"
    made.replace_header("Subject", f"Re: {mail['Subject']}")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    return made


def fresh(words: str, *, sender: str, html: str = "", subject: str = "Jautājums") -> EmailMessage:
    """A mail that answers nothing."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = sender, SENDER
    made["Subject"] = subject
    made["Message-ID"] = f"<{next(NUMBERS)}.x@{sender.partition('@')[2] or 'x.example'}>"
    if html:
        made.set_content(html, subtype="html")
    else:
        made.set_content(words)
    return made


def quoted(mail: EmailMessage) -> str:
    lines = "\n".join(f"> {line}" for line in text(mail).splitlines())
    return f"pirmd., 2021. g. 18. janv., plkst. 10:42 — lietotājs Forums (<{SENDER}>) rakstīja:\n\n{lines}"


def bounce(mail: EmailMessage, *, status: str = "5.1.1", action: str = "failed", **changed: Any) -> bytes:
    """What a server sends back where it could not bring this mail."""
    to = changed.get("to", mail["To"])
    number = changed.get("number", mail["Message-ID"])
    return f"""From: MAILER-DAEMON@mx.example
To: {SENDER}
Subject: Undelivered Mail Returned to Sender
Message-ID: <{next(NUMBERS)}.dsn@mx.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user

--b1
Content-Type: text/rfc822-headers

Message-ID: {number}
Subject: x

--b1--
""".encode()
