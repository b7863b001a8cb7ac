"""The verdict: what the forum's memory says and what the chat service saw, held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import doubts, inbox, operations
from forum.inbox import IncomingMessage
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, State
from forum.replies import ReplyVersion
from forum.store.base import Base
from forum.store.door import Store
from tests.faults.gathering import Gathering
from tests.waiting import PATIENCE

Entry = dict[str, Any]
# From when until when the service lived.
Life = tuple[datetime, datetime]


@dataclass
class Verdict:
    """What went wrong, each as a list that should be empty: words that were ``lost`` or recorded ``twice``; messages
    the chat service was given more than once (``doubled``), that are said to be sent and never came (``vanished``), or
    that are in doubt and were shown to nobody (``hidden``). And how much went right; ``shown_after``: how long the
    service lived, in all its lives, from the beginning of a send in doubt until a coordinator saw it, at most."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    recorded: int = 0
    sent: int = 0
    unknown: int = 0
    shown_after: timedelta = timedelta()

    @property
    def faults(self) -> dict[str, list[str]]:
        names = ("lost", "twice", "doubled", "vanished", "hidden")
        return {name: getattr(self, name) for name in names if getattr(self, name)}


def verdict(on: Gathering, lives: Sequence[Life]) -> Verdict:
    """Judge a gathering whose service has ended, after so many lives."""
    with _open(on) as store:
        versions = [row.done for row in _all(store, ReplyVersion)]
        outgoing: list[OutgoingMessage] = _all(store, OutgoingMessage)
    found = Verdict(recorded=len(versions))
    found.lost = lost(on, versions)
    found.twice = _repeated(versions)
    sends = _sends(on)
    found.doubled = doubled(on)
    came = {str(one["answer"]["result"]["message_id"]) for one in sends}
    new = [row for row in outgoing if row.edits is None]
    found.vanished = [f"{row.id} {row.kind}" for row in new if row.state is State.SENT and row.external_id not in came]
    in_doubt = [row for row in outgoing if row.state is State.UNKNOWN and row.kind != doubts.CARD]
    shown = _shown(sends, outgoing)
    waited = {row: _waited(row, shown, lives) for row in in_doubt}
    found.hidden = [f"{row.id} {row.kind}" for row, time in waited.items() if time is None]
    found.shown_after = max((time for time in waited.values() if time is not None), default=timedelta())
    found.sent, found.unknown = len(sends), len(in_doubt)
    return found


def lost(on: Gathering, recorded: Iterable[str]) -> list[str]:
    """Words that members sent and that are nowhere, once the chat service has nothing more to hand out."""
    said = {words for each in on.said.values() for words in each}
    return sorted(said - set(recorded))


def doubled(on: Gathering) -> list[str]:
    """Messages that the chat service was given more than once."""
    return _repeated(_key(one) for one in _sends(on))


def _sends(on: Gathering) -> list[Entry]:
    return [one for verb in ("sendMessage", "sendDocument", "sendPhoto") for one in on.asked(verb)]


def left(on: Gathering) -> int:
    """How much the chat service has still to hand out, and the memory to read, to write and to send by now."""
    with _open(on) as store:
        return on.waiting() + store.read_now(_left, on.outside.clock.now())


def _left(session: Session, now: datetime) -> int:
    unread = select(IncomingMessage.id).where(IncomingMessage.state == inbox.State.NEW)
    unwritten = select(WorkspaceOperation.id).where(WorkspaceOperation.state.in_(operations.OPEN))
    unsent = select(OutgoingMessage.id).where(
        OutgoingMessage.state.in_((State.PENDING, State.SENDING)), OutgoingMessage.send_from <= now
    )
    return sum(len(session.scalars(asked).all()) for asked in (unread, unwritten, unsent))


def _open(on: Gathering) -> Store:
    """After many kills there is much to look at."""
    return Store.open(on.url, reading=True, unit_seconds=PATIENCE)


def _key(sent: Entry) -> str:
    """Which message this was: its buttons name it; one without is known by its chat and words."""
    rows = (sent["body"].get("reply_markup") or {}).get("inline_keyboard") or []
    data = next((key["callback_data"] for row in rows for key in row if "callback_data" in key), None)
    return _number(data) if data else f"{sent['body']['chat_id']}: {sent['body'].get('text')}"


def _number(data: str) -> str:
    """The number of our message, with which a button's data begins."""
    return str(int(data.partition(".")[0], 16))


def _repeated(things: Iterable[str]) -> list[str]:
    return sorted(thing for thing, count in Counter(things).items() if count > 1)


def _shown(sends: list[Entry], outgoing: list[OutgoingMessage]) -> dict[int, datetime]:
    """When each group of messages in doubt came to a coordinator's screen, by the chat service's own time."""
    cards = {str(row.id): row.values["doubt"] for row in outgoing if row.kind == doubts.CARD}
    shown: dict[int, datetime] = {}
    for one in sends:
        if (group := cards.get(_key(one))) is not None:
            shown.setdefault(group, datetime.fromisoformat(one["at"]))
    return shown


def _waited(row: OutgoingMessage, shown: dict[int, datetime], lives: Sequence[Life]) -> timedelta | None:
    """How long the service lived from the beginning of its send until a coordinator's screen showed it; None where
    none did."""
    at, since = shown.get(row.doubt) if row.doubt is not None else None, row.claimed_at
    if at is None or since is None:
        return None
    return sum((max(timedelta(), min(ended, at) - max(began, since)) for began, ended in lives), timedelta())


def _all(store: Store, noun: type[Base]) -> list[Any]:
    return store.read_now(lambda session: list(session.scalars(select(noun).order_by(noun.__table__.c.id))))
