"""The command that writes a body's letter as it was made last, or the template of such letters."""

from __future__ import annotations

import inspect
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.options import Config, settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from config.settings import Settings


def write_letter(
    round_key: Annotated[str, typer.Argument(metavar="[ROUND]", help="The round's key.")] = "",
    body: Annotated[str, typer.Argument(metavar="[BODY]", help="The code of the body that files.")] = "",
    *,
    out: Annotated[Path, typer.Option(help="The file to write: .docx.")],
    config: Config = None,
    new_template: Annotated[
        bool, typer.Option("--new-template", help="Write the template there instead, to be edited in Word.")
    ] = False,
) -> None:
    """Write the letter of a body's answers as it was made last, to be signed; in chat it is made with /vestule."""
    from forum.reports import NoSuchRound
    from service.papers import BadPaper
    from words.filling import BadTemplate

    found = settings(config)
    if len(found) > 1:
        sys.exit("forumbot: a letter is of one forum: give one --config")
    try:
        _template(found[0], out) if new_template else _newest(found[0], round_key, body, out)
    except (BadPaper, NoSuchRound, BadTemplate) as trouble:
        sys.exit(f"forumbot: {inspect.getdoc(type(trouble))} {trouble}")


def _template(settings: Settings, out: Path) -> None:
    from service.papers import new_file
    from words.letters import template

    new_file(out, template.make(settings.forum.languages[0]))


def _newest(settings: Settings, round_key: str, body: str, out: Path) -> None:
    from forum.store import migrate
    from forum.store.door import Store
    from forum.times import real
    from service.papers import write

    migrate.check(settings.database.url)
    with Store.open(settings.database.url, reading=True) as store:
        write(out, store.read_now(_made, settings, round_key, body, now=real()))


def _made(session: Session, settings: Settings, round_key: str, body: str, *, now: datetime) -> bytes:
    from config.policies import policy
    from forum import filings, letters, people, reports
    from service.papers import BadPaper
    from words.letters import writing
    from words.reports.telling import Telling
    from words.texts import Texts

    forum, wanted = settings.forum, policy(settings)
    one = reports.round_of(session, forum.key, round_key)
    found = {row.code: row.id for row in people.institutions(session, forum.key)}
    filing = filings.newest(session, one, found[body]) if body in found else None
    if filing is None:
        made = sorted(code for code, number in found.items() if filings.newest(session, one, number))
        raise BadPaper(
            f"no letter of {body or 'this body'} was made; there are those of: {', '.join(made) or 'nobody'}"
        )
    telling = Telling(Texts(forum.languages), forum.languages[0], wanted.hours.zone)
    return writing.docx(telling, letters.draft(session, filing, day=wanted.day(now)), wanted.letter_template)
