"""The rig of the benchmarks: each is measured beside its peer in the same run, several times, and its median told."""

from __future__ import annotations

import enum
import importlib
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

FOLDER = Path(__file__).parent
RUNS = 3


class Better(enum.Enum):
    """Which way a figure is to go."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One figure: its unit, which way is better, and what it is held against (empty: nothing)."""

    unit: str
    better: Better
    peer: str = ""


@dataclass(frozen=True)
class Measured:
    """One measurement, and that of the peer in the same run."""

    value: float
    peer: float | None = None


@dataclass(frozen=True, kw_only=True)
class Benchmark:
    """Figures that one run of ``measure`` gives, by their names."""

    figures: Mapping[str, Spec]
    measure: Callable[[], Mapping[str, Measured]]
    runs: int = RUNS


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What is told: medians, and how many times better than the peer (None: there is none, or it is nothing)."""

    name: str
    value: float
    unit: str
    peer: str
    peer_value: float | None
    ratio: float | None


class NoSuchBenchmark(Exception):
    """There is no benchmark of this name."""


def benchmarks() -> list[Benchmark]:
    """All there are: ``BENCHMARKS`` of every file beside this one whose name begins with ``bench_``."""
    modules = [importlib.import_module(f"tests.bench.{file.stem}") for file in sorted(FOLDER.glob("bench_*.py"))]
    return [one for module in modules for one in module.BENCHMARKS]


def chosen(found: Sequence[Benchmark], only: Sequence[str]) -> list[Benchmark]:
    """Those that give one of these figures; all where none is named. Raises NoSuchBenchmark."""
    known = [name for one in found for name in one.figures]
    if unknown := [name for name in only if name not in known]:
        raise NoSuchBenchmark(f"{', '.join(unknown)}; there are {', '.join(known)}")
    return [one for one in found if not only or one.figures.keys() & set(only)]


def run(one: Benchmark) -> list[Figure]:
    """Measure as often as it wants, and take the medians."""
    found = [one.measure() for _ in range(one.runs)]
    return [figure(name, spec, [each[name] for each in found]) for name, spec in one.figures.items()]


def figure(name: str, spec: Spec, found: Sequence[Measured]) -> Figure:
    """The medians of some measurements, and how many times better than the peer they are."""
    value = statistics.median(each.value for each in found)
    peers = [each.peer for each in found if each.peer is not None]
    peer = statistics.median(peers) if peers else None
    return Figure(
        name=name, value=value, unit=spec.unit, peer=spec.peer, peer_value=peer, ratio=_ratio(spec, value, peer)
    )


def _ratio(spec: Spec, value: float, peer: float | None) -> float | None:
    above, below = (value, peer) if spec.better is Better.MORE else (peer, value)
    return None if above is None or not below else above / below


def main(only: Sequence[str], out: Path) -> int:
    """Run what is wanted, print each figure as it comes, and write all to ``out``; those not run stay as they were."""
    try:
        wanted = chosen(benchmarks(), only)
    except NoSuchBenchmark as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 2
    known = {one["name"]: one for one in orjson.loads(out.read_bytes())} if only and out.exists() else {}
    for one in wanted:
        for found in run(one):
            known[found.name] = asdict(found)
            sys.stdout.write(f"{told(found)}\n")
            sys.stdout.flush()
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(orjson.dumps(list(known.values()), option=orjson.OPT_INDENT_2))
    return 0


def told(found: Figure) -> str:
    """A figure as a line."""
    line = f"{found.name:24} {found.value:12,.2f} {found.unit}"
    if found.peer_value is None:
        return line
    ratio = f"  ×{found.ratio:,.2f}" if found.ratio is not None else ""
    return f"{line:52} {found.peer}: {found.peer_value:,.2f}{ratio}"
