"""Benchmarks of reading a list: wholly, beside the client's ``get_all`` and the bare limit, and after ten changes."""

from __future__ import annotations

import atexit
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from tests.bench.far_side import Far, far_side
from tests.bench.pulls import Delta, bare_limit, client, full_read, get_all, memory, pull, pulling
from tests.bench.rig import Benchmark, Better, Measured, Spec

COUNT, FEW, MANY = 20_000, 10_000, 100_000
CHANGES = 10

_opened = ExitStack()
atexit.register(_opened.close)


@cache
def site(count: int) -> Far:
    """A site with so many measures, the same for all runs; what is read wholly was read once before it counts."""
    return _opened.enter_context(far_side(count))


@cache
def warm(count: int) -> Far:
    far = site(count)
    full_read(far, count)
    return far


def full() -> Mapping[str, Measured]:
    """Landing ends with rows that are fetched, decoded and upserted, as the bare limit does, and later than the
    client's ``get_all``, which ends with objects in memory; what the rows become afterwards is told beside it."""
    far = warm(COUNT)
    ours, limit = full_read(far, COUNT), COUNT / bare_limit(far, COUNT)
    return {
        "sync_full_read": Measured(COUNT / ours.landing, COUNT / get_all(far, COUNT)),
        "sync_full_limit": Measured(COUNT / ours.landing, limit),
        "sync_take_in": Measured(COUNT / ours.taking_in),
        "sync_first_pull": Measured(COUNT / ours.all, limit),
    }


def grown() -> Mapping[str, Measured]:
    """By how much the peak grows in a process that has read nothing yet."""
    told = [f"{name}={value}" for name, value in warm(MANY).told.items()]
    run = [sys.executable, "-m", "tests.bench.bench_reading", *told]
    return {"sync_full_memory_mb": Measured(float(subprocess.run(run, capture_output=True, check=True).stdout))}


def scaling() -> Mapping[str, Measured]:
    small = full_read(warm(FEW), FEW).all / FEW
    return {"sync_scaling": Measured(full_read(warm(MANY), MANY).all / MANY / small)}


@cache
def _delta() -> Delta:
    return _opened.enter_context(Delta.over(site(MANY), MANY))


def delta() -> Mapping[str, Measured]:
    calls, own, computed = _delta().of(CHANGES)
    return {
        "sync_delta_calls": Measured(calls),
        "sync_delta_ms": Measured(own * 1000),
        "sync_delta_cpu_ms": Measured(computed * 1000),
    }


BENCHMARKS = [
    Benchmark(
        figures={
            "sync_full_read": Spec(unit="items/s", better=Better.MORE, peer="office365 get_all"),
            "sync_full_limit": Spec(unit="items/s", better=Better.MORE, peer="the bare limit"),
            "sync_take_in": Spec(unit="items/s", better=Better.MORE),
            "sync_first_pull": Spec(unit="items/s", better=Better.MORE, peer="the bare limit"),
        },
        measure=full,
    ),
    Benchmark(figures={"sync_full_memory_mb": Spec(unit="MB", better=Better.LESS)}, measure=grown),
    Benchmark(figures={"sync_scaling": Spec(unit="×", better=Better.LESS)}, measure=scaling),
    Benchmark(
        figures={
            "sync_delta_calls": Spec(unit="calls", better=Better.LESS),
            "sync_delta_ms": Spec(unit="ms", better=Better.LESS),
            "sync_delta_cpu_ms": Spec(unit="ms", better=Better.LESS),
        },
        measure=delta,
    ),
]


def _peak_growth(told: Mapping[str, str]) -> float:
    """In MB: what one whole pull adds to a process that has its libraries and knows the site."""
    workspace = client(Far(told))
    workspace.open()
    with memory() as (store, _):
        before = _memory("VmRSS")
        pull(pulling(store, workspace))
    return _memory("VmHWM") - before  # not ru_maxrss: that of a child begins with the size of its parent


def _memory(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    sys.stdout.write(str(_peak_growth(dict(each.split("=", 1) for each in sys.argv[1:]))))
