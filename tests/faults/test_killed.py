"""Killed and frozen at any moment, on either database: no word of a member is lost, and nothing is sent twice."""

from __future__ import annotations

import os
import random
from pathlib import Path

from tests.faults.gathering import gathered
from tests.faults.killing import kill_again_and_again, settle
from tests.faults.verdict import verdict

KILLS = int(os.environ.get("KILLS", "2"))


def test_killed_while_words_and_messages_are_under_way_it_loses_and_doubles_nothing(
    database_url: str, tmp_path: Path
) -> None:
    with gathered(database_url, tmp_path) as on:
        service = on.service()
        try:
            with on.talking():
                toll = kill_again_and_again(on, service, kills=KILLS, chance=random.Random(KILLS))
            toll.lives.append(settle(on, service))
        finally:
            service.kill()
        found = verdict(on, toll.lives)
    print(
        f"{toll.kills} kills, {toll.sending} while sending, {toll.fetching} while fetching, {toll.freezes} freezes: "
        f"{found.recorded} replies recorded, {found.sent} messages sent, {found.unknown} in doubt, "
        f"shown after {found.shown_after.total_seconds():.0f} s of its life at most; {found.faults}"
    )
    assert found.faults == {}
    assert found.recorded == sum(map(len, on.said.values()))
    # The kills did land: at least half of them on a message under way, and half on words not yet confirmed.
    assert min(toll.sending, toll.fetching) * 2 >= KILLS
