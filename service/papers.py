"""Papers: what a command writes into a file for people: a round's report, and its template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from config.policies import policy
from config.settings import Settings
from forum import records, reports, translations
from forum.rounds import Round
from forum.store import migrate
from forum.store.door import Store
from forum.times import Clock, real
from words.reports import document, template
from words.reports.telling import Telling
from words.texts import Texts


class BadPaper(Exception):
    """The paper cannot be written:"""


FORMS = (".docx", ".pdf", ".xlsx")


@dataclass(frozen=True)
class Paper:
    """What is to be written: of which round (its key), into which file, whose ending says the form; in which language
    (empty: the forum's first), by which Word template (None: forumbot's own); ``pack``: as the memorandum council reads
    it."""

    key: str
    out: Path
    language: str = ""
    own: Path | None = None
    pack: bool = False


def report_once(settings: Settings, paper: Paper, *, clock: Clock = real) -> dict[str, object]:
    """Write a round's report; answers what stands in it.

    Raises BadPaper, NoSuchRound, BadTemplate and the store's errors.
    """
    if paper.out.suffix.lower() not in FORMS:
        raise BadPaper(f"the file's name must end in {', '.join(FORMS)}, not as {paper.out.name}")
    if paper.language and paper.language not in settings.forum.languages:
        raise BadPaper(f"the forum has no texts in {paper.language}: {', '.join(settings.forum.languages)}")
    migrate.check(settings.database.url)
    with Store.open(settings.database.url, reading=True) as store:
        content, told = store.read_now(_made, settings, paper, now=clock())
    write(paper.out, content)
    return told


def new_template(settings: Settings, out: Path, language: str = "") -> None:
    """Write forumbot's own template, to be edited in Word. Raises BadPaper."""
    new_file(out, template.make(language or settings.forum.languages[0]))


def new_file(out: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises BadPaper."""
    if out.exists():
        raise BadPaper(f"{out} is there already; give another name")
    write(out, content)


def write(out: Path, content: bytes) -> None:
    """Write a file. Raises BadPaper."""
    try:
        out.write_bytes(content)
    except OSError as error:
        raise BadPaper(f"{out}: {error.strerror}") from error


def _made(session: Session, settings: Settings, paper: Paper, *, now: datetime) -> tuple[bytes, dict[str, object]]:
    from words.reports import pdf, sheet, whole

    wanted = policy(settings)
    one = reports.round_of(session, settings.forum.key, paper.key)
    report = reports.of(session, one, day=wanted.day(now))
    language = paper.language or settings.forum.languages[0]
    known = translations.known(session, settings.forum.key, language)
    telling = Telling(Texts(settings.forum.languages), language, wanted.hours.zone, known)
    form = paper.out.suffix.lower()
    told = (whole.pack if paper.pack else whole.report)(telling, report)
    if form == ".xlsx":
        content = sheet.xlsx(report, telling)
    elif form == ".pdf":
        content = pdf.pdf(told, report.day)
    else:
        content = document.docx(told, report.day, paper.own)
    received, wanted_answers = reports.received(report)
    lacking = {body.code: [entry.number for entry in entries] for body, entries in report.lacking}
    return content, {
        "file": str(paper.out),
        "measures": len(report.measures),
        "received": received,
        "of": wanted_answers,
        "lacking": lacking,
        "record": _record(session, one),
    }


def _record(session: Session, one: Round) -> dict[str, object] | None:
    """The publication of record, where the finished report was brought back, and what differs since."""
    found = records.of_round(session, one)
    if found is None:
        return None
    return {
        "file": found.name,
        "sha256": found.sha256,
        "taken_at": found.taken_at.isoformat(),
        "by": found.by,
        "changed_since": records.changed(session, found),
    }
