"""The journal: a line is kept with the change it tells of, or not at all."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import journal
from forum.journal import JournalEntry
from forum.store.door import Store
from tests.facts import FORUM, Facts, riga

NOW = riga("2021-01-04")


def change(session: Session, name: str, *, fail: bool = False) -> None:
    """A person is renamed, and the journal says so."""
    facts = Facts(session)
    person = facts.person(name)
    journal.note(
        session,
        FORUM,
        at=NOW,
        actor="workspace",
        side="sharepoint",
        action="person.changed",
        noun="person",
        noun_id=person.id,
        after={"name": name},
    )
    if fail:
        raise RuntimeError("the page of the sync broke off")


def lines(session: Session) -> list[tuple[object, ...]]:
    rows = session.scalars(select(JournalEntry).order_by(JournalEntry.id))
    return [(row.forum, row.at, row.actor, row.side, row.action, row.noun, row.before, row.after) for row in rows]


def test_a_line_stands_with_its_change_or_not_at_all(store: Store) -> None:
    store.do_now(change, "IZM kontaktpersona")
    with pytest.raises(RuntimeError, match="broke off"):
        store.do_now(change, "VK kontaktpersona", fail=True)

    assert store.read_now(lines) == [
        (FORUM, NOW, "workspace", "sharepoint", "person.changed", "person", {}, {"name": "IZM kontaktpersona"})
    ]
