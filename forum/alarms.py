"""Alarms: what has stopped working is told to those who run the forum, and told again until it works."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import enrolment, outbox, people
from forum.enrolment import AddressState
from forum.outbox import To
from forum.people import ChannelName, Person
from forum.policies import Care, Policy
from forum.pulses import Beat, Part
from forum.store.base import Noun, linked
from forum.times import At

KIND, OVER = "alarm", "alarm-over"

# A member's answer may wait so long at the chat service; buttons are lost there after 150 seconds.
REPLIES_WAIT = timedelta(minutes=15)
SITE_WAITS = timedelta(hours=2)
# A backup of each day, and a day for whoever must put things right.
BACKUP_LASTS = timedelta(hours=48)
# An office needs this long to have a new certificate uploaded.
CERTIFICATE_NOTICE = timedelta(days=30)
# Signatures and links live in minutes; beyond this the far side begins to refuse them.
SKEW = timedelta(seconds=120)
# A rival is looked for each minute and driven off every ten: who was not seen for so long has gone.
RIVAL_LASTS = timedelta(minutes=30)
# Two who ask for the same bot's messages are refused in turn: what was refused so lately is not over.
REFUSAL_LASTS = timedelta(minutes=10)


class Trouble(enum.StrEnum):
    REPLIES = "replies"
    REFUSED = "refused"
    TAKEN = "taken"
    SITE = "site"
    POST = "post"
    POST_REFUSED = "post_refused"
    SENDING = "sending"
    BACKUP = "backup"
    CERTIFICATE = "certificate"
    CLOCK = "clock"


# Whose matter it is.
CARES = {
    Trouble.REPLIES: Care.BOT,
    Trouble.REFUSED: Care.BOT,
    Trouble.TAKEN: Care.BOT,
    Trouble.SITE: Care.SITE,
    Trouble.POST: Care.MAILBOX,
    Trouble.POST_REFUSED: Care.MAILBOX,
    Trouble.SENDING: Care.MAILBOX,
    Trouble.BACKUP: Care.SERVER,
    Trouble.CERTIFICATE: Care.CERTIFICATE,
    Trouble.CLOCK: Care.SERVER,
}
# How long what was told rests before it is told again; a certificate's end is no news every morning.
RESTS = {Trouble.CERTIFICATE: timedelta(days=7)}
DAILY = timedelta(days=1)
# What cannot be told over the channel that it is about, where there is another.
OVER_OTHERS = {
    Trouble.SENDING: ChannelName.EMAIL,
    Trouble.REPLIES: ChannelName.TELEGRAM,
    Trouble.REFUSED: ChannelName.TELEGRAM,
}


class Alarm(Noun):
    """One trouble while it lasts. ``since`` and ``ended_at`` are real time, ``told_at`` forum time."""

    __tablename__ = "alarm"
    __table_args__ = (linked(),)

    trouble: Mapped[Trouble]
    since: Mapped[datetime]
    told_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What is looked at, in real time: since when this process works, and the last beat of each part. ``parts``: those
    that are to beat at all; ``lasting``: the troubles that last already. None where a thing is not known or not
    wanted."""

    real: datetime
    begun: datetime
    parts: frozenset[Part] = frozenset()
    beats: Mapping[Part, Beat] = field(default_factory=dict)
    backups: bool = False
    backed_up: datetime | None = None
    certificate_ends: datetime | None = None
    skew: timedelta | None = None
    lasting: Collection[str] = ()


# Which part must have beaten within so long, and the trouble where it has not.
WAITS = (
    (Part.HEARD, Trouble.REPLIES, REPLIES_WAIT),
    (Part.POST, Trouble.POST, REPLIES_WAIT),
    (Part.SENT, Trouble.SENDING, REPLIES_WAIT),
    (Part.READ, Trouble.SITE, SITE_WAITS),
)
# Which part may be refused, by what beat that is known, and the trouble then.
REFUSALS = (
    (Part.HEARD, Part.REFUSED, Trouble.REFUSED),
    (Part.POST, Part.POST_REFUSED, Trouble.POST_REFUSED),
)


def standing(seen: Watched) -> dict[Trouble, datetime]:
    """The troubles there are, each with the moment since when. A process that has just begun is given its time."""
    found: dict[Trouble, datetime] = {}
    for part, trouble, wait in WAITS:
        since = max(seen.begun, _at(seen, part))
        if part in seen.parts and seen.real - since >= wait:
            found[trouble] = _at(seen, part, seen.begun)
    for part, refused, trouble in REFUSALS:
        lately = trouble in seen.lasting and seen.real - _at(seen, refused) < REFUSAL_LASTS
        if part in seen.parts and (lately or _at(seen, refused) > _at(seen, part)):
            found[trouble] = _at(seen, refused)
    if Part.HEARD in seen.parts and seen.real - _at(seen, Part.TAKEN) < RIVAL_LASTS:
        found[Trouble.TAKEN] = _at(seen, Part.TAKEN)
        # Why nothing is heard is known then.
        found.pop(Trouble.REPLIES, None)
    backed_up = seen.backed_up or seen.begun
    if seen.backups and seen.real - backed_up >= BACKUP_LASTS:
        found[Trouble.BACKUP] = backed_up
    if seen.certificate_ends is not None and seen.certificate_ends - seen.real <= CERTIFICATE_NOTICE:
        found[Trouble.CERTIFICATE] = seen.certificate_ends
    if seen.skew is not None and abs(seen.skew) > SKEW:
        found[Trouble.CLOCK] = seen.real
    return found


def _at(seen: Watched, part: Part, never: datetime | None = None) -> datetime:
    beat = seen.beats.get(part)
    return beat.at if beat else never or datetime.min.replace(tzinfo=seen.real.tzinfo)


def tick(session: Session, forum: str, found: Mapping[Trouble, datetime], *, at: At, policy: Policy) -> None:
    """Tell the coordinators of what has begun, lasts, or is over; all within their hours."""
    open_ones = select(Alarm).where(Alarm.forum == forum, Alarm.ended_at.is_(None)).with_for_update()
    lasting = {row.trouble: row for row in session.scalars(open_ones)}
    for trouble, since in found.items():
        row = lasting.get(trouble) or _begun(session, forum, trouble, since)
        if row.told_at is None or at.now - row.told_at >= RESTS.get(trouble, DAILY):
            row.told_at = at.now
            _tell(session, row, kind=KIND, at=at, policy=policy)
    for trouble, row in lasting.items():
        if trouble not in found:
            row.ended_at = at.real
            _tell(session, row, kind=OVER, at=at, policy=policy)


def lasting(session: Session, forum: str) -> list[str]:
    """The troubles that last, for whoever looks at the service from outside."""
    rows = session.scalars(select(Alarm).where(Alarm.forum == forum, Alarm.ended_at.is_(None)).order_by(Alarm.id))
    return [row.trouble.value for row in rows]


def _to(session: Session, person: Person, trouble: Trouble) -> To:
    """Where a coordinator is told: by another channel than the one that is in trouble, where they have one."""
    broken = OVER_OTHERS.get(trouble)
    rows = [row for row in enrolment.OF.all(session, person.forum, person.id) if row.state is AddressState.CONFIRMED]
    other = next((row for row in rows if broken is not None and row.channel != broken), None)
    if other is None or len(rows) < 2:
        return To(person_id=person.id)
    return To(person_id=person.id, channel=other.channel, address=other.address, language=other.language)


def _begun(session: Session, forum: str, trouble: Trouble, since: datetime) -> Alarm:
    row = Alarm(forum=forum, trouble=trouble, since=since)
    session.add(row)
    session.flush()
    return row


def _tell(session: Session, row: Alarm, *, kind: str, at: At, policy: Policy) -> None:
    for person in people.coordinators(session, row.forum, day=at.day):
        outbox.put(
            session,
            row.forum,
            to=_to(session, person, row.trouble),
            kind=kind,
            values={"alarm": row.id},
            dedupe=f"{kind}/{row.id}/{at.now.isoformat()}/{person.id}",
            now=at.now,
            send_from=policy.hours.next_open(at.now, policy.workdays),
        )
