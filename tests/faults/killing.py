"""Killing: the service is ended or frozen at random moments, while words come in and messages go out."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.faults.gathering import ANSWERS_AFTER, Gathering
from tests.faults.process import Process
from tests.faults.verdict import Life, left
from tests.waiting import happens, until

# Seconds that the service is let live, and that it is frozen for; and how long its next message is waited for then,
# before it is killed all the same.
LIVES = (0.0, 0.8)
FREEZES = (0.05, 0.6)
SENDS = 6.0
# The service is given so long to begin; a busy machine takes its time.
BEGINS = 30.0
# It has so long (seconds) to come to rest, beside a second for each thing that is left to do.
STUCK = 120.0


@dataclass
class Toll:
    """How many kills there were, and how many of them fell upon a message on its way out, or upon words on their way
    in, by the chat service's ledger; from when until when the service lived each time."""

    kills: int = 0
    sending: int = 0
    fetching: int = 0
    freezes: int = 0
    lives: list[Life] = field(default_factory=list)


def kill_again_and_again(on: Gathering, service: Process, *, kills: int, chance: random.Random) -> Toll:
    """Let it live for a moment, freeze it or not, kill it while a message is under way, begin anew; so many times."""
    toll = Toll()
    for _ in range(kills):
        since = began(on, service)
        time.sleep(chance.uniform(*LIVES))
        if chance.random() < 1 / 3:
            service.freeze(chance.uniform(*FREEZES))
            toll.freezes += 1
        _next_message(on)
        time.sleep(chance.uniform(0, ANSWERS_AFTER))
        toll.lives.append((since, datetime.now(UTC)))
        service.kill()
        _count(on, toll)
    return toll


def began(on: Gathering, service: Process) -> datetime:
    """Start it and wait until it has introduced itself to the chat service; answers when that was."""
    before = len(on.asked("getMe"))
    service.start()
    until(lambda: len(on.asked("getMe")) > before or service.ended, seconds=BEGINS, what="it did not begin")
    assert not service.ended, service.log.read_text()[-3000:]
    return datetime.now(UTC)


def _count(on: Gathering, toll: Toll) -> None:
    """An answer that was still held back when the process ended never reached it; an update that was handed out and
    not confirmed by a later fetch waits at the chat service still."""
    _, at = toll.lives[-1]
    held_back = [one for one in on.asked("sendMessage") if _under_way(one["at"], at)]
    toll.kills += 1
    toll.sending += bool(held_back)
    toll.fetching += on.waiting() > 0


def _under_way(done: str, at: datetime) -> bool:
    return datetime.fromisoformat(done) <= at < datetime.fromisoformat(done) + timedelta(seconds=ANSWERS_AFTER)


def _next_message(on: Gathering) -> None:
    count = len(on.asked("sendMessage"))
    happens(lambda: len(on.asked("sendMessage")) > count, seconds=SENDS)


def settle(on: Gathering, service: Process) -> Life:
    """Let the service live until all is read and sent, and end it; answers when that was. What gathered takes its time:
    a chat is sent one message a second, and at the worst all are one chat's."""
    since = began(on, service)
    until(lambda: left(on) == 0, seconds=STUCK + left(on), every=0.5, what="it never came to rest")
    ended = datetime.now(UTC)
    service.stop()
    return since, ended
