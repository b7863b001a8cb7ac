"""Unread messages from the command line: those that could not be read are listed, read again, or let go."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.options import AsJson, Config, settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from config.settings import Settings


class NoSuchMessage(Exception):
    """No unread message has this number; `forumbot unread` lists those there are."""


def unread(
    again: Annotated[
        list[int] | None, typer.Option(help="Have this one read again, once; may be given more often.")
    ] = None,
    drop: Annotated[
        list[int] | None, typer.Option(help="Let this one go: it stays kept, and is not read any more.")
    ] = None,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """List what came in and could not be read, and say what becomes of it."""
    from service.reporting import report

    try:
        rows = {one.forum.key: unread_once(one, again=again or (), drop=drop or ()) for one in settings(config)}
    except NoSuchMessage as trouble:
        sys.exit(f"forumbot: {trouble}")
    if as_json or any(rows.values()):
        report(rows, as_json=as_json)
    else:
        typer.echo("No message waits unread.")


def unread_once(found: Settings, *, again: Sequence[int] = (), drop: Sequence[int] = ()) -> list[dict[str, Any]]:
    """What is aside, after these were taken care of; a row each. Raises NoSuchMessage, where nothing is changed, and
    the store's errors."""
    from forum import unread
    from forum.store import migrate
    from forum.store.door import Store
    from forum.times import real
    from forum.unread import Word

    def settled(session: Session) -> list[dict[str, Any]]:
        now = real()
        for word, numbers in ((Word.AGAIN, again), (Word.DROP, drop)):
            for number in numbers:
                rows = unread.alone(session, found.forum.key, number)
                if not rows:
                    raise NoSuchMessage(f"no unread message has the number {number}: see `forumbot unread`")
                unread.settle(session, rows, word, by="operator", side="service", now=now, real=now)
        session.flush()
        return [_row(row) for row in unread.standing(session, found.forum.key)]

    migrate.check(found.database.url)
    with Store.open(found.database.url) as store:
        return store.do_now(settled)


def _row(row: Any) -> dict[str, Any]:
    """Without the address and the words, which are no operator's business."""
    return {"number": row.id, "channel": row.channel, "received": row.received_at.isoformat(), "error": row.error}
