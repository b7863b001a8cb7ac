"""Findings: what was found wrong on the workspace, as a kind and plain values, and told to those who run the forum."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from forum import baselines, enrolment, operations, outbox
from forum.baselines import Baseline, ListState, WorkspaceList
from forum.outbox import OutgoingMessage, To
from forum.people import Person
from forum.policies import Policy
from forum.store.base import Values

STOPPED, READS_AGAIN, TO_PUT_RIGHT = "list-stopped", "list-reads-again", "to-put-right"
# What somebody changed about a list's columns, so that writes there are refused until it is put right.
HINDERING = ("column-required", "choice-missing")
# What comes right by itself once another list is read; that one has its own sentence.
PASSING = "lookup-waits"


@dataclass(frozen=True)
class Finding:
    """One thing found wrong; ``words`` has a sentence for each kind. Numbers among the values are counts; what merely
    names something (a row, a zone) is text."""

    kind: str
    values: Mapping[str, str | int]

    @property
    def kept(self) -> Values:
        """As it is kept, and as it travels with a message."""
        return {"kind": self.kind, "values": dict(self.values)}

    @classmethod
    def of(cls, kept: Values) -> Finding:
        """The opposite of ``kept``."""
        return cls(kept["kind"], kept["values"])


def standing(session: Session, forum: str) -> list[Values]:
    """What must be put right in the lists as last read: kept findings, each with the address of its row as ``link``
    (empty: not known), the first one's where it names several. First of all come the lists that never could be read;
    of one that was read and stopped there is a word of its own."""
    lists = baselines.lists(session, forum)
    found = [{**one.reason, "link": ""} for one in lists if _never_read(one)]
    for one in lists:
        odd = [one.reason] if one.reason and (one.state is ListState.READ or _asked_about(one)) else []
        found += [{**kept, "link": _link(one, kept)} for kept in (*odd, *one.remarks)]
        rows = [kept for base in baselines.flawed(session, forum, one.noun) for kept in of_row(base)]
        locked = _locked(session, one)
        found += [{**kept, "link": _link(one, kept)} for kept in (*rows, *one.untidy, *locked)]
    return found


def _locked(session: Session, one: WorkspaceList) -> list[Values]:
    """The rows that somebody has had to themselves for so long that what is to be written there waits."""
    waiting = (op for op in operations.long_locked(session, one.forum) if op.noun == one.noun)
    bases = (baselines.of_noun(session, one.forum, op.noun, op.noun_id) for op in waiting)
    known = {kept["values"].get("row") for kept in one.remarks}  # a file that is checked out is told of as that
    items = dict.fromkeys(row for base in bases if base is not None and (row := str(base.item_id)) not in known)
    return [Finding("row-locked", {"list": one.title, "row": row}).kept for row in items]


def keep_hindrance(session: Session, forum: str, noun: str, finding: Finding) -> WorkspaceList:
    """Of what was refused because of the list's columns it is remembered why: once that is gone, it is written. Answers
    the list."""
    one = baselines.list_of(session, forum, noun)
    if finding.kind in HINDERING and finding.kept not in one.remarks:
        one.remarks = [*one.remarks, finding.kept]
    return one


def _never_read(one: WorkspaceList) -> bool:
    """Whether a list has not fitted since the forum began; its id is kept once it does."""
    return one.state is ListState.STOPPED and not one.list_id


def _asked_about(one: WorkspaceList) -> bool:
    """Of a list that was deleted and made anew the coordinators are asked, which tells them (``shrinks``)."""
    return one.reason.get("kind") == baselines.REPLACED


def of_row(base: Baseline) -> list[Values]:
    """What is wrong in one row, without what comes right by itself."""
    return [kept for kept in (*base.flaws, *base.missing) if kept["kind"] != PASSING]


def _link(one: WorkspaceList, kept: Values) -> str:
    first = kept["values"].get("row", "").split(", ")[0]
    return f"{one.row_link}{first}" if one.row_link and first else ""


def digest(found: Sequence[Values]) -> str:
    """By which it is known whether the same was told already."""
    return hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


def tell(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Tell the coordinators who can be reached which lists stopped that were read before, and which are read again,
    each once and at once; and what must be put right, as one list a week, on its first working day (the very first one
    at once), where it is another than they were told last. All within the forum's hours."""
    whom = enrolment.coordinators(session, forum, day=policy.day(now))
    if not whom:
        return  # what nobody could hear is told to the first who can
    opens = policy.hours.next_open(now, policy.workdays)
    for one in baselines.lists(session, forum):
        _tell_list(session, one, whom, now=now, opens=opens)
    found = standing(session, forum)
    for person in whom if found else ():
        last = outbox.last(session, forum, person_id=person.id, kind=TO_PUT_RIGHT)
        if last is None:
            _tell_rows(session, person, now=now, opens=opens)
        # What is not sent yet is made up when it is.
        elif last.state is not outbox.State.PENDING and last.values.get("digest") != digest(found):
            _tell_rows(session, person, now=now, opens=_weekly(policy, opens))


def told_last(session: Session, message: OutgoingMessage) -> str:
    """The digest of what this message's reader was told before it; empty: nothing."""
    before = outbox.last(session, message.forum, person_id=message.person_id or 0, kind=TO_PUT_RIGHT, before=message.id)
    return str(before.values.get("digest", "")) if before else ""


def _weekly(policy: Policy, opens: datetime) -> datetime:
    """The first opening of a week, from the moment on at which the forum opens next."""
    day = policy.day(opens)
    monday = datetime.combine(day - timedelta(days=day.weekday()), time(), policy.hours.zone)
    begins = policy.hours.next_open(monday, policy.workdays)
    return begins if begins >= opens else policy.hours.next_open(monday + timedelta(days=7), policy.workdays)


def _tell_rows(session: Session, person: Person, *, now: datetime, opens: datetime) -> None:
    key = f"{TO_PUT_RIGHT}/{opens.date()}/{person.id}"
    _put(session, person, TO_PUT_RIGHT, {}, dedupe=key, now=now, opens=opens)


def _tell_list(session: Session, one: WorkspaceList, whom: list[Person], *, now: datetime, opens: datetime) -> None:
    reason = one.reason if one.state is ListState.STOPPED and not _never_read(one) else {}
    if _same(reason, one.told) or _asked_about(one):
        return
    # Who has not heard of the stop yet need not hear of its end either.
    unheard = {who.id for who in whom if outbox.withdraw(session, one.forum, _key(STOPPED, one, who))}
    one.told, one.told_turn = reason, one.told_turn + 1
    for person in whom:
        if reason:
            values = {"list": reason["values"]["list"], "finding": reason}
            _put(session, person, STOPPED, values, dedupe=_key(STOPPED, one, person), now=now, opens=opens)
        elif person.id not in unheard:
            key = _key(READS_AGAIN, one, person)
            _put(session, person, READS_AGAIN, {"list": one.title}, dedupe=key, now=now, opens=opens)


def _same(one: Values, other: Values) -> bool:
    """Whether two reasons are one. What the far side said of it may have the time of day in it."""
    return _bare(one) == _bare(other)


def _bare(kept: Values) -> Values:
    values = {name: value for name, value in kept.get("values", {}).items() if name != "detail"}
    return {"kind": kept.get("kind"), **values}


def _key(kind: str, one: WorkspaceList, person: Person) -> str:
    return f"{kind}/{one.noun}/{one.told_turn}/{person.id}"


def _put(
    session: Session, person: Person, kind: str, values: Values, *, dedupe: str, now: datetime, opens: datetime
) -> None:
    outbox.put(
        session,
        person.forum,
        to=To(person_id=person.id),
        kind=kind,
        values=values,
        dedupe=dedupe,
        now=now,
        send_from=opens,
    )
