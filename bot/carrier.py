"""Carriers: each channel that a forum is reached over, with how a message is worded for it, and its pace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.buttons import Press, seal
from bot.channel import Channel, Envelope, Key, Spoken
from bot.email import keys
from bot.pacing import Pacer
from bot.parcels import Parcel
from forum import forgetting
from words.mail import offered
from words.messages import Messages
from words.saying import Button, Mailing

# Makes a taken-up message into words ready to go out.
Word = Callable[[Parcel], Spoken]


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """One channel, how messages are worded for it, and how fast it may be used."""

    channel: Channel
    word: Word
    pacer: Pacer


# The carriers of a forum by the names of their channels.
Carriers = Mapping[str, Carrier]


def by_name(carriers: Iterable[Carrier]) -> Carriers:
    """Carriers by the names of their channels."""
    return {one.channel.name: one for one in carriers}


def _key(parcel: Parcel, button: Button) -> Key:
    if button.url:
        return Key(button.label, url=button.url)
    return Key(button.label, seal(parcel.secret, Press(parcel.message_id, button.action, str(button.subject))))


def chat(messages: Messages) -> Word:
    """Words for a chat: HTML with buttons, which are sealed."""

    def word(parcel: Parcel) -> Spoken:
        if parcel.kind == forgetting.KIND:
            return Spoken(html="", removes=True)
        worded = messages.compose(parcel.kind, parcel.language, parcel.brief)
        rows = [[_key(parcel, button) for button in row] for row in worded.rows]
        return Spoken(html=worded.html, attached=worded.attached, rows=rows)

    return word


@dataclass(frozen=True, kw_only=True)
class MailWording:
    """Words for e-mail: a whole mail, whose buttons are words to answer with. ``read``: answers come back to us."""

    messages: Messages
    sender: str
    read: bool = False

    def __call__(self, parcel: Parcel) -> Spoken:
        mailing = Mailing(
            sender=self.sender, to=parcel.address, worksheet=parcel.page, decline=parcel.decline, read=self.read
        )
        worded, mail = self.messages.mail(parcel.kind, parcel.language, parcel.brief, mailing)
        envelope = Envelope(
            subject=mail.subject,
            language=parcel.language,
            text=mail.text,
            key=keys.key(parcel.secret, parcel.message_id),
            decline=parcel.decline,
            thread=keys.thread(parcel.secret, parcel.thread) if parcel.thread else "",
            words=[_key(parcel, button) for button in offered(worded.rows)] if self.read else (),
        )
        return Spoken(html=mail.html, attached=worded.attached, envelope=envelope)
