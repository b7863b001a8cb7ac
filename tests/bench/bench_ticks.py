"""What a tick costs: with nothing due in a small forum and in a large one, and with a thousand reminders due in it."""

from __future__ import annotations

import pickle
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from forum.outbox import OutgoingMessage
from forum.store.door import Store
from tests.bench import crowd
from tests.bench.crowd import EVE, Size, decide
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.databases import Databases, Files, Server, postgres_server

FORUM = "crowd"
SMALL, LARGE = Size(bodies=10), Size(bodies=1000)
DUE = 1000
MORNING = EVE + timedelta(hours=7)
IDLE = 41
# Filling a large forum is one unit of work, which no service ever does.
UNIT_SECONDS = 900.0


@dataclass(frozen=True)
class Costs:
    """Seconds: a tick with nothing due, one that decides everything, and one with a small round's reminders due."""

    idle: float
    whole: float
    due: float


def measure() -> Mapping[str, Measured]:
    """On both databases; the worse of the two counts."""
    with tempfile.TemporaryDirectory() as folder, postgres_server() as url:
        found = [_both(Files(Path(folder))), _both(Server(url))]
        jobs = _jobs(Path(folder))
    return {
        "tick_idle_scaling": Measured(
            max(large.idle / small.idle for small, large in found),
            max(large.whole / small.whole for small, large in found),
        ),
        "tick_due_1000_of_100k_ms": Measured(max(large.due for _, large in found) * 1000, jobs * 1000),
    }


def _both(databases: Databases) -> tuple[Costs, Costs]:
    return _costs(databases, SMALL), _costs(databases, LARGE)


def _costs(databases: Databases, size: Size) -> Costs:
    url = databases.ready()
    with Store.open(url, unit_seconds=UNIT_SECONDS) as store:
        store.do_now(crowd.fill, FORUM, size)
        whole = _timed(store, EVE)
        idle = statistics.median(_timed(store, EVE) for _ in range(IDLE))
        before = store.read_now(crowd.count, OutgoingMessage)
        due = _timed(store, MORNING)
        # One a body, and the coordinator's report.
        if (told := store.read_now(crowd.count, OutgoingMessage) - before) < size.bodies:
            raise RuntimeError(f"{told} of {size.bodies} reminders were decided")
    databases.drop(url)
    return Costs(idle=idle, whole=whole, due=due)


def _timed(store: Store, now: datetime) -> float:
    begun = time.perf_counter()
    decide(store, FORUM, now)
    return time.perf_counter() - begun


def _jobs(folder: Path) -> float:
    """Seconds in which APScheduler's job store finds the due jobs among as many, and dates each anew."""
    with _job_store(folder) as (kept, scheduler):
        now = datetime(2021, 1, 11, tzinfo=UTC)
        rows = [_row(kept, scheduler, number, now) for number in range(LARGE.obligations)]
        with kept.engine.begin() as connection:
            connection.execute(kept.jobs_t.insert(), rows)
        begun = time.perf_counter()
        due = kept.get_due_jobs(now)
        for job in due:
            job._modify(next_run_time=now + timedelta(days=7))
            kept.update_job(job)
        taken = time.perf_counter() - begun
        if len(due) != DUE:
            raise RuntimeError(f"{len(due)} jobs were due")
    return taken


@contextmanager
def _job_store(folder: Path) -> Iterator[tuple[SQLAlchemyJobStore, BackgroundScheduler]]:
    kept = SQLAlchemyJobStore(url=f"sqlite:///{folder}/jobs.sqlite")
    scheduler = BackgroundScheduler(timezone=UTC)
    kept.start(scheduler, "default")
    try:
        yield kept, scheduler
    finally:
        kept.shutdown()


def _row(kept: SQLAlchemyJobStore, scheduler: BackgroundScheduler, number: int, now: datetime) -> dict[str, object]:
    """A job as the store itself keeps it; put in all at once, as adding them one by one takes half a minute."""
    at = now if number < DUE else now + timedelta(days=1)
    trigger = scheduler._create_trigger("date", {"run_date": at})
    job = Job(scheduler, id=str(number), func="builtins:print", args=(), kwargs={}, trigger=trigger)
    job._modify(
        name="tick", executor="default", misfire_grace_time=None, coalesce=True, max_instances=1, next_run_time=at
    )
    state = pickle.dumps(job.__getstate__(), kept.pickle_protocol)
    return {"id": job.id, "next_run_time": at.timestamp(), "job_state": state}


BENCHMARKS = [
    Benchmark(
        figures={
            "tick_idle_scaling": Spec(unit="× at 100,000 over 1,000", better=Better.LESS, peer="deciding everything"),
            "tick_due_1000_of_100k_ms": Spec(unit="ms", better=Better.LESS, peer="APScheduler's job store"),
        },
        measure=measure,
    )
]
