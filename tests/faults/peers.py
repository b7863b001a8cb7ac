"""How many words and messages the naive ways lose and double when they are killed as the service is."""

from __future__ import annotations

import random
from pathlib import Path

from sqlalchemy.orm import Session

from forum import outbox
from forum.store.door import Store
from tests.faults.gathering import FORUM, Gathering, gathered
from tests.faults.killing import began, kill_again_and_again
from tests.faults.naive import KIND, client_librarys_own, send_then_commit
from tests.faults.process import Process
from tests.faults.verdict import doubled, lost
from tests.waiting import happens, until

# Words a second for whom nothing else slows down, and messages that wait to be sent.
BUSY = 30.0
MESSAGES = 400


def lost_by_the_client_library(url: str, folder: Path, *, kills: int) -> list[str]:
    """Words that its updater had confirmed and that are kept nowhere after so many kills."""
    with gathered(url, folder) as on:
        on.outside.chat.enforce_limits = False
        kept = folder / "kept.txt"
        kept.touch()
        args = (on.outside.base_url, on.outside.token, str(kept))
        process = Process(client_librarys_own, args, folder / "peer.log")
        try:
            with on.talking(a_second=BUSY):
                kill_again_and_again(on, process, kills=kills, chance=random.Random(kills))
            began(on, process)
            until(lambda: on.waiting() == 0 and _still(on), what="the peer never came to rest")
        finally:
            process.kill()
        return lost(on, kept.read_text().splitlines())


def doubled_by_send_then_commit(url: str, folder: Path, *, kills: int) -> list[str]:
    """Messages that it sent more than once in so many kills."""
    with gathered(url, folder) as on:
        on.outside.chat.enforce_limits = False
        with Store.open(url) as store:
            store.do_now(_fill, on)
        process = Process(send_then_commit, (on.outside.base_url, on.outside.token, url), folder / "peer.log")
        try:
            kill_again_and_again(on, process, kills=kills, chance=random.Random(kills))
        finally:
            process.kill()
        return doubled(on)


def _fill(session: Session, on: Gathering) -> None:
    for number in range(MESSAGES):
        to = outbox.To(channel="telegram", address=str(on.members[number % len(on.members)].id))
        text = {"text": f"Ziņa {number}."}
        outbox.put(session, FORUM, to=to, kind=KIND, dedupe=f"peer/{number}", values=text, now=on.outside.clock.now())


def _still(on: Gathering) -> bool:
    """Whether the chat service was asked to send nothing for a while."""
    count = len(on.asked("sendMessage"))
    return not happens(lambda: len(on.asked("sendMessage")) > count, seconds=2.0)
