"""Revealing once: what partners said unseen in a round is opened with a key from a file, past a running service."""

from __future__ import annotations

from pathlib import Path

from config.policies import policy
from config.settings import Settings
from forum import reports, revealing, sealing
from forum.revealing import Revealed
from forum.store import migrate
from forum.store.door import Store
from forum.times import at, real


class BadKey(Exception):
    """The file does not hold a key as `forumbot sealing-key` writes it:"""


def reveal_once(found: Settings, round_key: str, key: Path) -> Revealed:
    """Open the views of this round.

    Raises BadKey, NoSuchRound, WrongKey and the store's errors.
    """
    try:
        private = bytes.fromhex(key.read_text(encoding="utf-8").strip())
    except (OSError, ValueError) as error:
        raise BadKey(key) from error
    if len(private) != sealing.KEY_BYTES:
        raise BadKey(key)
    wanted = policy(found)
    migrate.check(found.database.url)
    with Store.open(found.database.url) as store:
        moment = at(real, wanted)
        return store.do_now(
            lambda session: revealing.reveal(
                session,
                reports.round_of(session, found.forum.key, round_key),
                private,
                at=moment,
                policy=wanted,
            )
        )
