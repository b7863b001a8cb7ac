"""Trying: what a sync would change, here and there, found out on a copy of the memory; nothing is changed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config.settings import Settings
from forum import baselines, forums
from forum.journal import JournalEntry
from forum.operations import NO_FIELDS, OPEN, WorkspaceOperation
from forum.store import backup
from forum.store.base import Values
from forum.store.door import Store
from forum.times import real
from service.once import NO_SITE, Rows, said
from service.parts import owners, workspace
from sync.lists import LISTS
from sync.nouns import MODELS
from sync.pull import Pull, PullReport

# What the journal calls what a row of the workspace does to a noun.
WHAT = {"workspace.created": "created", "workspace.changed": "changed", "workspace.gone": "removed"}
# By the first of these that a noun has, people know it.
NAMED_BY = ("number", "code", "name", "key", "title")


async def try_once(settings: Settings, *, full: bool) -> tuple[Rows, list[str]]:
    """A row for each noun that would be created, changed or removed here, and for each row that would be written
    there; and what would hinder it. Raises NotMigrated and the store's other errors."""
    place = workspace(settings, trying=True)
    if place is None:
        return [], [said(settings, NO_SITE)["text"]]
    with TemporaryDirectory(prefix="forumbot-") as folder:
        kept, copy = Path(folder) / "kept", f"sqlite:///{folder}/copy.sqlite"
        backup.backup(settings.database.url, kept, real=real())
        backup.restore(kept, copy)
        with Store.open(copy) as store:
            await store.do(forums.ensure, settings.forum.key, now=real(), paused=True)
            begun = await store.read(_last, settings.forum.key)
            try:
                report = await Pull(store, settings.forum.key, place, real, owners=owners(settings)).run(full=full)
            finally:
                place.close()
            rows = await store.read(_changes, settings.forum.key, begun)
    return rows, _hindered(settings, report)


def _hindered(settings: Settings, report: PullReport) -> list[str]:
    reasons = [one.reason for one in report.lists if one.reason]
    return [said(settings, one)["text"] for one in ([report.trouble] if report.trouble else reasons)]


def _last(session: Session, forum: str) -> int:
    return session.scalar(select(func.max(JournalEntry.id)).where(JournalEntry.forum == forum)) or 0


def _changes(session: Session, forum: str, begun: int) -> Rows:
    noted = session.scalars(
        select(JournalEntry)
        .where(JournalEntry.forum == forum, JournalEntry.id > begun, JournalEntry.action.in_(WHAT))
        .order_by(JournalEntry.id)
    )
    waiting = session.scalars(
        select(WorkspaceOperation)
        .where(WorkspaceOperation.forum == forum, WorkspaceOperation.state.in_(OPEN))
        .order_by(WorkspaceOperation.id)
    )
    here = [
        {"where": "here", **_named(session, one), "what": WHAT[one.action], **_columns(session, one, one.after)}
        for one in noted
    ]
    there = [
        {"where": "there", **_named(session, one), "what": "written", **_columns(session, one, one.values)}
        for one in waiting
    ]
    return here + there


def _named(session: Session, one: JournalEntry | WorkspaceOperation) -> dict[str, str]:
    """Which row of which list it is about."""
    title = baselines.list_of(session, one.forum, one.noun).title or LISTS[one.noun].title
    if one.noun in MODELS:
        return {"list": title, "row": _name(session, one.noun, one.noun_id)}
    return {"list": title, "row": str(one.values.get("title", "")) if isinstance(one, WorkspaceOperation) else ""}


def _columns(session: Session, one: JournalEntry | WorkspaceOperation, values: Values) -> dict[str, str]:
    """What people call the columns concerned; of what is new, all are."""
    titles = baselines.list_of(session, one.forum, one.noun).columns
    new = isinstance(one, JournalEntry) and one.action == "workspace.created"
    return {
        "columns": "" if new else ", ".join(str(titles.get(name, name)) for name in values if name not in NO_FIELDS)
    }


def _name(session: Session, noun: str, noun_id: int) -> str:
    found = session.get(MODELS[noun], noun_id)
    return next((str(word) for name in NAMED_BY if (word := getattr(found, name, None))), "")
