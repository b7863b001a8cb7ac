"""Quiet: of each kind of work it is known whether anything of it is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from forum import inbox, operations, outbox, quiet
from forum.evidence import Evidence, EvidenceKind
from forum.inbox import Raw
from forum.outbox import To
from forum.quiet import Kind
from tests.facts import TELEGRAM, Facts, riga

NOW, REAL = riga("2021-01-18 10:42"), datetime(2021, 1, 18, 9, tzinfo=UTC)
LATER = timedelta(minutes=1)


def busy(facts: Facts, *, ahead: timedelta = timedelta(0)) -> set[Kind]:
    facts.session.flush()
    return set(Kind) - quiet.kinds(facts.session, facts.forum, now=NOW + ahead, real=REAL + ahead)


def said(facts: Facts) -> None:
    raw = Raw(external_id="1", lane="1", message_ref=None, body="{}")
    inbox.store(facts.session, facts.forum, TELEGRAM, batch=[raw], next_id=2, real=REAL)


def told(facts: Facts) -> None:
    outbox.put(facts.session, facts.forum, to=To(address="1"), kind="k", dedupe="1", now=NOW)


def written(facts: Facts) -> None:
    operations.put(facts.session, facts.forum, noun="measure", noun_id=1, values={}, now=NOW)


def given(facts: Facts) -> None:
    facts.session.add(
        Evidence(
            forum=facts.forum,
            person_id=facts.member("VARAM kontaktpersona").id,
            kind=EvidenceKind.FILE,
            channel=TELEGRAM,
            address="1",
            given_at=NOW,
            name="a.pdf",
        )
    )


@pytest.mark.parametrize(
    ("work", "kind"), [(said, Kind.READING), (told, Kind.SENDING), (written, Kind.WRITING), (given, Kind.FETCHING)]
)
def test_what_waits_is_no_quiet(facts: Facts, work: Callable[[Facts], None], kind: Kind) -> None:
    assert busy(facts) == set()
    work(facts)
    assert busy(facts) == {kind}
    assert quiet.kinds(facts.session, "another", now=NOW, real=REAL) == set(Kind)


def test_what_waits_for_its_time_is_quiet_until_then(facts: Facts) -> None:
    outbox.put(facts.session, facts.forum, to=To(address="1"), kind="k", dedupe="1", now=NOW, send_from=NOW + LATER)
    outbox.put(facts.session, facts.forum, to=To(address="1"), kind="k", dedupe="2", now=NOW, hold_until=REAL + LATER)
    assert (busy(facts), busy(facts, ahead=LATER)) == (set(), {Kind.SENDING})
