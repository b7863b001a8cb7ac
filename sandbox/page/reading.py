"""Reading a deed's body strictly: what is missing, strange or too long is named."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from sandbox.page.stage import Actor, Stage
from sandbox.page.turning import FURTHEST, STEPS

Body = dict[str, Any]
T = TypeVar("T")


class Wrong(Exception):
    """The body does not say what it should; the message tells what is wrong with it."""


def only(body: Body, *names: str) -> None:
    if strange := sorted(set(body) - set(names)):
        raise Wrong(f"{strange[0]} is not known here")


def field(body: Body, name: str, kind: type[T]) -> T:
    if name not in body:
        raise Wrong(f"{name} is missing")
    value = body[name]
    # True is an int to Python, and must not pass for a message's number.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Wrong(f"{name} must be {_KINDS[kind]}")
    return value


_KINDS: dict[type, str] = {str: "a text", int: "a whole number", bool: "true or false", dict: "an object"}


def words(body: Body, name: str, *, most: int) -> str:
    given = field(body, name, str)
    if not given.strip():
        raise Wrong(f"{name} is empty")
    if len(given.encode("utf-16-le")) // 2 > most:
        raise Wrong(f"{name} is longer than {most} signs")
    return given


def actor_in(stage: Stage, body: Body) -> Actor:
    key = field(body, "actor", str)
    if key not in stage.actors:
        raise Wrong(f"nobody on the stage is called {key}")
    return stage.actors[key]


def step(body: Body) -> str:
    given = field(body, "step", str)
    if given not in STEPS:
        raise Wrong(f"step must be one of {', '.join(STEPS)}")
    return given


def moment(body: Body, now: datetime) -> datetime:
    try:
        given = datetime.fromisoformat(field(body, "to", str))
    except ValueError:
        raise Wrong("to is not a moment in ISO 8601") from None
    if given.tzinfo is None:
        raise Wrong("to needs an offset from UTC")
    if not now < given <= now + FURTHEST:
        raise Wrong(f"to must lie ahead of the clock, by at most {FURTHEST.days} days")
    return given
