"""What papers cost: the report of Canada's whole plan as Word, and the picture of the plan in chat."""

from __future__ import annotations

import csv
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering, briefs, reports
from forum.answering import Answer
from forum.briefs import Asked
from forum.outbox import OutgoingMessage
from forum.plan import Commitment, Completion, Measure, Plan
from forum.rounds import Round
from forum.store.door import Store
from tests.bench.members import DATA
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.databases import Files
from tests.facts import FORUM, Facts, at, policy
from words.messages import Messages
from words.reports.document import docx
from words.reports.telling import Telling
from words.texts import Texts

TEXTS, ZONE = Texts(("lv", "en")), ZoneInfo("Europe/Riga")
NOW = at("2024-06-28")
DUE = date(2024, 6, 30)
STATES = (Completion.COMPLETE, Completion.SUBSTANTIAL, Completion.LIMITED, Completion.NOT_STARTED)
TIMES = 5


def measure() -> Mapping[str, Measured]:
    """Each as often as ``TIMES``; the median."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Files(Path(folder)).ready()) as store:
        store.do_now(_make)
        found = {
            "report_seconds": _timed(lambda: store.read_now(_report)),
            "picture_ms": _timed(lambda: store.read_now(_picture)) * 1000,
        }
    return {name: Measured(value) for name, value in found.items()}


def _timed(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"canada-{name}.csv").open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def _make(session: Session) -> None:
    """Five commitments, 106 measures, 16 bodies, and an answer of each about every measure of theirs."""
    facts = Facts(session)
    bodies = {code: facts.body(code) for code in sorted({row["lead"] for row in _rows("indicators") if row["lead"]})}
    chapters = {}
    for row in _rows("commitments"):
        chapters[row["number"]] = Commitment(
            forum=FORUM, number=row["number"], title=row["title_en"], plan_id=facts.plan.id
        )
    session.add_all(chapters.values())
    session.flush()
    for row in _rows("indicators"):
        leads = [bodies[row["lead"]]] if row["lead"] else []
        made = facts.measure(row["number"], *leads, due_text=row["deadline_en"])
        made.title, made.commitment_id = row["title_en"], chapters[row["number"].split(".")[0]].id
    facts.round(DUE)
    for number, obligation in enumerate(facts.opened("2024-06-28")):
        done = session.get_one(Measure, obligation.measure_id).title
        answer = Answer(channel="telegram", completion=STATES[number % len(STATES)], done=done, submitted_by="")
        answering.record(session, obligation, None, answer, at=NOW)


def _report(session: Session) -> bytes:
    one = session.scalars(select(Round)).one()
    report = reports.of(session, one, day=NOW.day)
    return docx(Telling(TEXTS, "en", ZONE).report(report), report.day)


def _picture(session: Session) -> object:
    plan = session.scalars(select(Plan)).one()
    message = OutgoingMessage(
        forum=FORUM, dedupe_key="", kind="board", values={"plan": plan.id}, decided_at=NOW.now, send_from=NOW.now
    )
    brief = briefs.of(Asked(session, message, None, NOW, policy()))
    return Messages(TEXTS, ZONE, str).compose("board", "en", brief or {})


BENCHMARKS = [
    Benchmark(
        figures={
            "report_seconds": Spec(unit="s", better=Better.LESS),
            "picture_ms": Spec(unit="ms", better=Better.LESS),
        },
        measure=measure,
        runs=3,
    )
]
