"""MIME: words ready to go out become a mail, with plain text beside HTML, and a meeting as calendars take it."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.channel import Envelope, Spoken
from bot.email.mailbox import Mailbox
from words.saying import Attached

# https://www.rfc-editor.org/rfc/rfc3834#section-5: no machine answers such a mail, but for those that are away.
AUTOMATIC = "auto-generated"
# https://www.rfc-editor.org/rfc/rfc8058#section-3.1
ONE_CLICK = "List-Unsubscribe=One-Click"


# A long address in a header is never broken, nor encoded, as the library would do; a line may have 998 signs.
LONG_LINES = SMTP.clone(max_line_length=900)


class BadAddress(ValueError):
    """No mail can be addressed so."""


def mail(box: Mailbox, to: str, spoken: Spoken, envelope: Envelope, *, at: datetime) -> bytes:
    """The whole mail in bytes; ``at`` (real time) is its date. The same ``key`` makes the same Message-ID.

    Raises BadAddress.
    """
    message = EmailMessage(policy=LONG_LINES)
    message["From"] = Address(box.title, addr_spec=box.sender)
    message["To"] = address(to)
    if box.reply_to:
        message["Reply-To"] = address(box.reply_to)
    message["Subject"] = envelope.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = named(box, envelope.key)
    if envelope.thread:
        message["In-Reply-To"] = message["References"] = named(box, envelope.thread)
    message["Auto-Submitted"] = AUTOMATIC
    if envelope.decline:
        message["List-Unsubscribe"] = f"<{envelope.decline}>"
        message["List-Unsubscribe-Post"] = ONE_CLICK
    message.set_content(envelope.text, cte="quoted-printable")
    message.add_alternative(spoken.html, subtype="html", cte="quoted-printable")
    if spoken.attached is not None:
        _attach(message, spoken.attached)
    message["Content-Language"] = envelope.language  # last, or it would move into a part
    return message.as_bytes()


def address(text: str) -> Address:
    """An address as headers take it. Raises BadAddress."""
    try:
        return Address(addr_spec=text)
    except (ValueError, IndexError) as error:
        raise BadAddress("an address that no mail can go to") from error


def named(box: Mailbox, key: str) -> str:
    """The Message-ID of one key."""
    return f"<{key}@{box.domain}>"


def _attach(message: EmailMessage, attached: Attached) -> None:
    """A meeting stands among the texts, where calendars look for it, and beside them as a file, for those that look
    there: https://www.rfc-editor.org/rfc/rfc6047#section-2.4"""
    if attached.method:
        calendar = attached.content.decode()
        message.add_alternative(calendar, subtype="calendar", cte="base64", params={"method": attached.method})
        kind = ("application", "ics")
    elif attached.picture:
        kind = ("image", "png")
    else:
        kind = ("text", "calendar") if attached.name.endswith(".ics") else ("application", "octet-stream")
    message.add_attachment(attached.content, maintype=kind[0], subtype=kind[1], filename=attached.name)
