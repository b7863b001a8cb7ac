"""Watching: the troubles that are there are told to the coordinators, from the memory and the files as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from forum import pulses
from forum.alarms import Alarm, Trouble
from forum.pulses import Part
from forum.store.door import Store
from forum.times import real
from sandbox.certificates import make_client_certificate
from service.backups import Backups
from service.watching import Watching
from tests.facts import FORUM, Facts, policy


@pytest.fixture
def watching(store: Store, database_url: str, tmp_path: Path) -> Watching:
    store.do_now(lambda session: Facts(session).body("VK"))
    return Watching(
        store=store,
        forum=FORUM,
        policy=policy(),
        clock=real,
        begun=real() - timedelta(days=3),
        parts=frozenset({Part.HEARD, Part.READ}),
        backups=Backups(url=database_url, folder=tmp_path, keep=1),
        certificate=None,
    )


async def troubles(watching: Watching) -> dict[Trouble, bool]:
    """Each trouble there was, and whether it lasts, after one look."""
    await watching.tick()
    rows = watching.store.read_now(lambda session: session.scalars(select(Alarm).order_by(Alarm.id)).all())
    return {row.trouble: row.ended_at is None for row in rows}


async def test_what_is_silent_is_told_and_is_over_when_it_beats(watching: Watching) -> None:
    assert await troubles(watching) == dict.fromkeys((Trouble.REPLIES, Trouble.SITE, Trouble.BACKUP), True)

    for part in Part.HEARD, Part.READ:
        await watching.store.do(pulses.beat, FORUM, part, real=real())
    assert watching.backups is not None
    watching.backups.make()

    assert await troubles(watching) == dict.fromkeys((Trouble.REPLIES, Trouble.SITE, Trouble.BACKUP), False)


async def test_a_certificates_end_is_seen_as_the_file_is_now(watching: Watching, tmp_path: Path) -> None:
    file = tmp_path / "forumbot.pem"
    with_it = replace(watching, certificate=file, parts=frozenset(), backups=None)

    assert await troubles(with_it) == {}  # told of by the reading of the site
    make_client_certificate(file, days=29)
    assert await troubles(with_it) == {Trouble.CERTIFICATE: True}
    file.unlink()
    make_client_certificate(file)
    assert await troubles(with_it) == {Trouble.CERTIFICATE: False}


async def test_a_clock_that_goes_wrong_is_told_and_is_over_when_it_goes_right(watching: Watching) -> None:
    alone = replace(watching, parts=frozenset(), backups=None)
    for word, lasts in (("-119", {}), ("-300", {Trouble.CLOCK: True}), ("3", {Trouble.CLOCK: False})):
        await watching.store.do(pulses.beat, FORUM, Part.HEARD, real=real(), word=word)
        assert await troubles(alone) == lasts
