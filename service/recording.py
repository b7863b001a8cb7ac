"""The command that takes a finished report as the publication of record, and ticks off where it was published."""

from __future__ import annotations

import inspect
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.options import AsJson, Config, settings
from service.reporting import report as tell

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from config.settings import Settings
    from forum.records import File, Record

# Whose word it is, where nobody is named: whoever may use this command.
OPERATOR = "forumbot record"


def record(
    round_key: Annotated[str, typer.Argument(metavar="ROUND", help="The round's key.")],
    *,
    file: Annotated[Path | None, typer.Option(help="The finished report, as it was or will be published.")] = None,
    published: Annotated[list[str] | None, typer.Option(help="Where it was published; may be given often.")] = None,
    by: Annotated[str, typer.Option(help="Who brings it, by name.")] = OPERATOR,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Take a round's finished report back as the publication of record, or say how it stands: checksum, day, places."""
    from forum.reports import NoSuchRound
    from service.papers import BadPaper

    found = settings(config)
    if len(found) > 1:
        sys.exit("forumbot: a record is of one forum: give one --config")
    try:
        told = record_once(found[0], round_key, file, published or [], by=by)
    except (BadPaper, NoSuchRound) as trouble:
        sys.exit(f"forumbot: {inspect.getdoc(type(trouble))} {trouble}")
    places = told.pop("places")
    tell({"record": [told], "places": places}, as_json=as_json)


def record_once(
    settings: Settings, round_key: str, file: Path | None, published: list[str], *, by: str = OPERATOR
) -> dict[str, object]:
    """Take the file, tick the places; answers how the record stands then. Raises BadPaper, NoSuchRound and the store's
    errors."""
    from forum.store import migrate
    from forum.store.door import Store
    from forum.times import real

    brought = _read(file) if file else None
    migrate.check(settings.database.url)
    with Store.open(settings.database.url, reading=not (brought or published)) as store:
        do = store.do_now if brought or published else store.read_now
        return do(keep, settings, round_key, brought, published, by=by, now=real())


def _read(file: Path) -> File:
    from forum import records
    from forum.records import File
    from service.papers import BadPaper

    try:
        content = file.read_bytes()
    except OSError as error:
        raise BadPaper(f"{file}: {error.strerror}") from error
    if not content or len(content) > records.LARGEST:
        what = f"is larger than {records.LARGEST // 2**20} MB" if content else "is empty"
        raise BadPaper(f"{file} {what}; give the finished report")
    return File(file.name, content)


def keep(
    session: Session,
    settings: Settings,
    round_key: str,
    brought: File | None,
    published: list[str],
    *,
    by: str,
    now: datetime,
) -> dict[str, object]:
    """Take the finished report where one was brought, tick these places; answers how the record stands then. Raises
    BadPaper where there is none, NoSuchRound."""
    from forum import records, reports, searching
    from service.papers import BadPaper

    one = reports.round_of(session, settings.forum.key, round_key)
    found = searching.take(session, one, brought, by=by, now=now) if brought else records.of_round(session, one)
    if found is None:
        raise BadPaper(f"no finished report of {round_key} was brought yet; give it with --file")
    for place in published:
        records.publish(session, found, place, by=by, now=now)
    return _told(session, settings, found)


def _told(session: Session, settings: Settings, found: Record) -> dict[str, object]:
    from forum import records

    return {
        "file": found.name,
        "sha256": found.sha256,
        "taken_at": found.taken_at.astimezone(settings.forum.timezone).isoformat(timespec="minutes"),
        "by": found.by,
        "turn": found.turn,
        "changed_since": records.changed(session, found),
        "places": [
            {
                "place": one.name,
                "published": one.at.astimezone(settings.forum.timezone).isoformat(timespec="minutes") if one.at else "",
                "by": one.by,
            }
            for one in records.places(session, found, settings.publication.places)
        ],
    }
