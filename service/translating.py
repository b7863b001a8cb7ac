"""The command that takes a round's untranslated texts out into a workbook, and the translations in again."""

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

# What is wrong with a cell, in a terminal's words.
WRONG = {
    "no-key": "the key is gone; leave the last column as it was",
    "source-edited": "the source text was changed in this file; leave it as it was",
    "other-language": "this row is of another language than the one asked for",
    "too-long": "the translation is longer than the site takes",
    "twice": "the same text has another translation in a row above",
}


def translate(
    round_key: Annotated[str, typer.Argument(metavar="ROUND", help="The round's key.")],
    *,
    out: Annotated[Path | None, typer.Option(help="The .xlsx file to write the texts into.")] = None,
    back: Annotated[Path | None, typer.Option("--in", help="The .xlsx file with the translations.")] = None,
    language: Annotated[str, typer.Option(help="Into which language.")] = "en",
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Take the texts of a round's report that are not translated yet out into a workbook, or the translations in."""
    from forum.reports import NoSuchRound
    from service.papers import BadPaper
    from words.reports.worklist import NoWorklist

    found = settings(config)
    if len(found) > 1 or (out is None) == (back is None):
        sys.exit("forumbot: give one --config, and either --out or --in")
    try:
        told = _out(found[0], round_key, language, out) if out else _in(found[0], round_key, language, back)
    except (BadPaper, NoSuchRound, NoWorklist) as trouble:
        sys.exit(f"forumbot: {inspect.getdoc(type(trouble))} {trouble}")
    flaws = told.pop("flaws", [])
    tell({"translate": [told], **({"flaws": flaws} if flaws else {})}, as_json=as_json)
    if flaws:
        sys.exit("forumbot: nothing was kept; correct these cells and bring the file again")


def _out(settings: Settings, round_key: str, language: str, out: Path) -> dict[str, object]:
    from forum.store import migrate
    from forum.store.door import Store
    from forum.times import real
    from service.papers import write

    migrate.check(settings.database.url)
    with Store.open(settings.database.url, reading=True) as store:
        content, count = store.read_now(worklist, settings, round_key, language, now=real())
    write(out, content)
    return {"file": str(out), "language": language, "texts": count}


def worklist(
    session: Session, settings: Settings, round_key: str, language: str, *, now: datetime
) -> tuple[bytes, int]:
    """The texts of a round's report that have no translation into a language yet, as .xlsx, and how many they are.
    Raises NoSuchRound."""
    from config.policies import policy
    from forum import reports, translations
    from words.reports.telling import Telling
    from words.reports.worklist import xlsx
    from words.texts import Texts

    forum, wanted = settings.forum, policy(settings)
    one = reports.round_of(session, forum.key, round_key)
    report = reports.of(session, one, day=wanted.day(now))
    found = translations.untranslated(report, translations.known(session, forum.key, language))
    telling = Telling(Texts(forum.languages), forum.languages[0], wanted.hours.zone)
    return xlsx(found, language, telling), len(found)


def _in(settings: Settings, round_key: str, language: str, back: Path | None) -> dict[str, object]:
    from forum.store import migrate
    from forum.store.door import Store
    from forum.times import real
    from service.papers import BadPaper

    try:
        content = back.read_bytes() if back else b""
    except OSError as error:
        raise BadPaper(f"{back}: {error.strerror}") from error
    migrate.check(settings.database.url)
    with Store.open(settings.database.url) as store:
        return store.do_now(take, settings, round_key, language, content, now=real())


def take(
    session: Session, settings: Settings, round_key: str, language: str, content: bytes, *, now: datetime
) -> dict[str, object]:
    """Keep what was translated, all of it or, where any cell is wrong, nothing; what was changed since is told.
    Raises NoSuchRound, NoWorklist."""
    from config.policies import policy
    from forum import reports, translations
    from words.reports.worklist import read as read_back

    one = reports.round_of(session, settings.forum.key, round_key)
    report = reports.of(session, one, day=policy(settings).day(now))
    read = read_back(content, language, translations.sources(report))
    kept = translations.keep(session, settings.forum.key, language, read.texts, now=now)
    return {
        "language": language,
        "kept": kept,
        "empty": read.empty,
        "changed_since": list(read.changed),
        "flaws": [{"cell": f"{one.column}{one.row}", "trouble": WRONG[one.what]} for one in read.flaws],
    }
