"""Translations: what a report's texts say in another language, kept by the text itself, so that a text that is changed
has none until somebody translates it anew."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal
from forum.given import Answer
from forum.recommendations import Recommendation
from forum.reports import Chapter, Entry, Report
from forum.store.base import Noun, unique


class Translation(Noun):
    """One text in another language. ``digest``: the SHA-256 of the text that was translated, as ``digest`` makes it."""

    __tablename__ = "translation"
    __table_args__ = (unique("language", "digest"),)

    language: Mapped[str] = mapped_column(String(12))
    digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str]
    at: Mapped[datetime]


@dataclass(frozen=True)
class Source:
    """A text of a report that is to be read in another language. ``what``: which part of it (``title``, ``done``, …),
    of the measure or commitment ``number``, said by the body of this ``code``; of an opinion ``code`` is the number of
    its minutes."""

    what: str
    text: str
    number: str = ""
    code: str = ""


def digest(text: str) -> str:
    """By what a text is known again: not by the kind of its line ends, nor by the spaces around it."""
    return hashlib.sha256("\n".join(text.split("\r\n")).strip().encode()).hexdigest()


def known(session: Session, forum: str, language: str) -> dict[str, str]:
    """All translations into a language, by the digest of what they translate; into English also what the site itself
    says of recommendations."""
    rows = session.execute(
        select(Translation.digest, Translation.text).where(Translation.forum == forum, Translation.language == language)
    )
    said = _of_recommendations(session, forum) if language == "en" else {}
    return said | {row[0]: row[1] for row in rows}


def _of_recommendations(session: Session, forum: str) -> dict[str, str]:
    rows = session.scalars(select(Recommendation).where(Recommendation.forum == forum, Recommendation.text_en != ""))
    return {digest(row.text or row.title): row.text_en for row in rows}


def untranslated(report: Report, done: Mapping[str, str]) -> list[Source]:
    """The texts of a report that have no translation yet, each once, in its order."""
    found: dict[str, Source] = {}
    for source in sources(report):
        key = digest(source.text)
        if source.text.strip() and key not in done:
            found.setdefault(key, source)
    return list(found.values())


def sources(report: Report) -> Iterator[Source]:
    """Every text of a report that has no English of its own on the workspace, as often as it stands there."""
    yield Source("report", report.title)
    yield Source("plan", report.plan)
    yield Source("basis", report.legal_basis)
    for chapter in report.chapters:
        yield from _of_chapter(chapter)
    for one in report.opinions:
        yield Source("opinion", one.words, code=one.minutes)


def _of_chapter(chapter: Chapter) -> Iterator[Source]:
    if chapter.number and not chapter.title_en:
        yield Source("commitment", chapter.title, chapter.number)
    for entry in chapter.entries:
        yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[Source]:
    yield Source("title", entry.title, entry.number)
    yield Source("due", entry.due_text, entry.number)
    for step in entry.steps:
        yield Source("step", step.whole, step.number)
        yield Source("due", step.due_text, step.number)
    if entry.stance is not None:
        yield Source("response", entry.stance.response, entry.number)
        yield Source("recommended", entry.stance.text, entry.number)
    for answer in entry.answers:
        yield from _of_answer(answer, entry.number)
    for view in entry.views:
        yield Source("view", view.words, entry.number, view.body.code)
        for retort in view.retorts:
            yield Source("rejoinder", retort.words, entry.number, retort.body.code)
    for one in entry.lacking:
        yield Source("reason", one.reason, entry.number, one.body.code)


def _of_answer(answer: Answer, number: str) -> Iterator[Source]:
    if answer.public_en:
        return
    if answer.public:
        yield Source("public", answer.public, number, answer.body.code)
        return
    for what in ("done", "obstacles", "next_step"):
        yield Source(what, getattr(answer, what), number, answer.body.code)


def keep(session: Session, forum: str, language: str, texts: Mapping[str, str], *, now: datetime) -> int:
    """Keep these translations, by digest; answers how many are new or say something else now."""
    rows = {
        row.digest: row
        for row in session.scalars(
            select(Translation).where(
                Translation.forum == forum, Translation.language == language, Translation.digest.in_(sorted(texts))
            )
        )
    }
    changed = 0
    for key, text in texts.items():
        row = rows.get(key)
        if row is not None and row.text == text:
            continue
        changed += 1
        if row is None:
            row = Translation(forum=forum, language=language, digest=key, text=text, at=now)
            session.add(row)
        row.text, row.at = text, now
        session.flush()
        _note(session, row, now=now)
    return changed


def erase(session: Session, forum: str, words: Iterable[str]) -> None:
    """These words are erased: so is what they say in other languages."""
    keys: Collection[str] = [digest(word) for word in words]
    for row in session.scalars(select(Translation).where(Translation.forum == forum, Translation.digest.in_(keys))):
        session.delete(row)


def _note(session: Session, row: Translation, *, now: datetime) -> None:
    journal.note(
        session,
        row.forum,
        at=now,
        actor="operator",
        side="forum",
        action="translation.kept",
        noun="translation",
        noun_id=row.id,
        after={"language": row.language, "digest": row.digest},
    )
