"""Metrics: figures about the service in Prometheus's text form, for whoever watches over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from forum.gauges import Gauges, Heap

Tables = Mapping[str, Gauges]


# By a forum's key and a name: how many seconds ago each tick ran; whether this process does a hand's work.
Ticked = Mapping[tuple[str, str], float]
Working = Mapping[tuple[str, str], bool]


def routes(
    read: Callable[[], Awaitable[Tables]],
    ticked: Callable[[], Ticked],
    *,
    working: Callable[[], Working],
    abandoned: Mapping[str, int],
) -> list[Route]:
    """``/metrics``. ``read`` answers each forum's gauges, ``abandoned`` how often each pump and tick hung and was begun
    anew."""
    from prometheus_client import CONTENT_TYPE_LATEST

    async def metrics(request: Request) -> Response:
        told = rendered(await read(), ticked(), working=working(), abandoned=abandoned)
        return Response(told, media_type=CONTENT_TYPE_LATEST)

    return [Route("/metrics", metrics)]


def rendered(tables: Tables, ticked: Ticked, *, working: Working, abandoned: Mapping[str, int]) -> bytes:
    """The figures as text; nothing of them is kept between two visits."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    registry = CollectorRegistry()

    def gauge(name: str, told: str, *labels: str) -> Gauge:
        return Gauge(f"forumbot_{name}", told, labels, registry=registry)

    for name, told, heap in HEAPS:
        count, oldest = gauge(name, told, "forum"), gauge(f"{name}_seconds", f"{told} The oldest, in seconds.", "forum")
        for forum, gauges in tables.items():
            count.labels(forum).set(heap(gauges).count)
            oldest.labels(forum).set(heap(gauges).seconds)
    alarms = gauge("alarms", "Troubles that last.", "forum")
    silent = gauge("part_silent_seconds", "Since a part last did its work.", "forum", "part")
    for forum, gauges in tables.items():
        alarms.labels(forum).set(gauges.alarms)
        for part, seconds in gauges.beats.items():
            silent.labels(forum, part).set(seconds)
    ticks = gauge("tick_ago_seconds", "Since a tick last ran to its end.", "forum", "tick")
    for labels, seconds in ticked.items():
        ticks.labels(*labels).set(seconds)
    hands = gauge("hand_held", "Whether this process does the work; of all processes one does.", "forum", "hand")
    for labels, held in working.items():
        hands.labels(*labels).set(held)
    hung = gauge("abandoned", "How often this hung and was begun anew, since the process began.", "name")
    for name, times in abandoned.items():
        hung.labels(name).set(times)
    return generate_latest(registry)


HEAPS: list[tuple[str, str, Callable[[Gauges], Heap]]] = [
    ("outgoing_waiting", "Messages that are due and have not gone out.", lambda one: one.outgoing_waiting),
    ("outgoing_in_doubt", "Messages that may or may not have arrived.", lambda one: one.outgoing_in_doubt),
    ("outgoing_failed", "Messages that were refused for good.", lambda one: one.outgoing_failed),
    ("incoming_waiting", "Messages that were received and are not read yet.", lambda one: one.incoming_waiting),
    ("incoming_set_aside", "Messages that could not be read.", lambda one: one.incoming_set_aside),
    ("writes_waiting", "Writes that the workspace has not taken yet.", lambda one: one.writes_waiting),
    ("writes_failed", "Writes that the workspace refused for good.", lambda one: one.writes_failed),
]
