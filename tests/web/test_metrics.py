"""Metrics: the figures as Prometheus's own parser reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from forum.alarms import Trouble
from forum.gauges import Gauges, Heap
from web.metrics import rendered

NONE = Heap(0, 0.0)
QUIET = Gauges(
    outgoing_waiting=NONE,
    outgoing_in_doubt=NONE,
    outgoing_failed=NONE,
    incoming_waiting=NONE,
    incoming_set_aside=NONE,
    writes_waiting=NONE,
    writes_failed=NONE,
    beats={},
    alarms=0,
)


def read(text: bytes) -> dict[tuple[str, tuple[str, ...]], float]:
    """Every figure that is not zero, by its name and labels."""
    return {
        (sample.name.removeprefix("forumbot_"), tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
        if sample.value
    }


def test_each_forum_has_its_figures() -> None:
    busy = replace(QUIET, outgoing_in_doubt=Heap(2, 61.5), beats={"heard": 3.0, "read": 70.0}, alarms=1)

    told = rendered(
        {"quiet": QUIET, "busy": busy},
        {("quiet", "decide"): 12.5},
        working={("busy", "bot"): True},
        abandoned={"pull": 2},
    )
    assert read(told) == {
        ("outgoing_in_doubt", ("busy",)): 2,
        ("outgoing_in_doubt_seconds", ("busy",)): 61.5,
        ("alarms", ("busy",)): 1,
        ("part_silent_seconds", ("busy", "heard")): 3,
        ("part_silent_seconds", ("busy", "read")): 70,
        ("tick_ago_seconds", ("quiet", "decide")): 12.5,
        ("hand_held", ("busy", "bot")): 1,
        ("abandoned", ("pull",)): 2,
    }


def test_every_heap_is_told_of() -> None:
    heaps = [name for name, value in vars(QUIET).items() if isinstance(value, Heap)]
    full = Gauges(**{**vars(QUIET), **dict.fromkeys(heaps, Heap(1, 1.0))})

    assert read(rendered({"one": full}, {}, working={}, abandoned={})) == {
        (name + end, ("one",)): 1 for name in heaps for end in ("", "_seconds")
    }


def test_every_figure_and_every_trouble_stands_in_the_documents() -> None:
    told = (Path(__file__).parents[2] / "docs" / "seeing-it.md").read_text("utf-8")
    figures = re.findall(r"^# TYPE (\S+) ", rendered({}, {}, working={}, abandoned={}).decode(), re.MULTILINE)
    wanted = [name for name in figures if not name.endswith("_seconds") or name.removesuffix("_seconds") not in figures]
    assert [name for name in (*wanted, *(one.value for one in Trouble)) if f"`{name}`" not in told] == []
