"""Deeds: what a visitor of the page may do, each from a JSON body that is read strictly."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar

from sandbox.page.stage import Actor, Stage
from sandbox.page.turning import FURTHEST, STEPS, local, step_from

Body = dict[str, Any]
Deed = Callable[[Stage, Body], Awaitable[Body]]
T = TypeVar("T")

TEXT_MOST = 4096


class Wrong(Exception):
    """The body does not say what it should; the message tells what is wrong with it."""


async def say(stage: Stage, body: Body) -> Body:
    """``{"actor", "text", "reply_to"?}`` or ``{"actor", "sticker"}``: write into a chat."""
    if "sticker" in body:
        _only(body, "actor", "sticker")
        return {"message": _actor(stage, body).person.sends_sticker(_text(body, "sticker", most=8))}
    _only(body, "actor", "text", "reply_to")
    reply_to = _field(body, "reply_to", int) if "reply_to" in body else None
    text = _text(body, "text", most=TEXT_MOST)
    return {"message": _actor(stage, body).person.says(text, reply_to=reply_to)}


async def press(stage: Stage, body: Body) -> Body:
    """``{"actor", "message", "button"}``: press a button, named by its data."""
    _only(body, "actor", "message", "button")
    message, button = _field(body, "message", int), _text(body, "button", most=64)
    return {"press": _actor(stage, body).person.presses(message, button)}


async def start(stage: Stage, body: Body) -> Body:
    """``{"actor"}``: press Start, with what the personal link carries the first time."""
    _only(body, "actor")
    actor = _actor(stage, body)
    return {"message": actor.person.start("" if actor.person.chat.started else actor.invitation)}


async def turn(stage: Stage, body: Body) -> Body:
    """``{"step": "hour" | "day" | "week" | "morning"}`` or ``{"to": a moment ahead, with its offset}``."""
    if len(body) != 1:
        raise Wrong("give either step or to")
    now = stage.clock.now()
    until = _moment(body, now) if "to" in body else step_from(now, _step(body))
    await stage.turn(until)
    return {"now": local(stage.clock.now()).isoformat()}


async def switch(stage: Stage, body: Body) -> Body:
    """``{"name": "site_down", "on": bool}``: make trouble, or end it."""
    _only(body, "name", "on")
    if _text(body, "name", most=64) != "site_down":
        raise Wrong("name is not a switch: site_down is")
    stage.site.down = _field(body, "on", bool)
    return {"site_down": stage.site.down}


DEEDS: dict[str, Deed] = {"say": say, "press": press, "start": start, "clock": turn, "switch": switch}


def _only(body: Body, *names: str) -> None:
    if strange := sorted(set(body) - set(names)):
        raise Wrong(f"{strange[0]} is not known here")


def _field(body: Body, name: str, kind: type[T]) -> T:
    if name not in body:
        raise Wrong(f"{name} is missing")
    value = body[name]
    # True is an int to Python, and must not pass for a message's number.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Wrong(f"{name} must be {_KINDS[kind]}")
    return value


_KINDS: dict[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}


def _text(body: Body, name: str, *, most: int) -> str:
    text = _field(body, name, str)
    if not text.strip():
        raise Wrong(f"{name} is empty")
    if len(text.encode("utf-16-le")) // 2 > most:
        raise Wrong(f"{name} is longer than {most} signs")
    return text


def _actor(stage: Stage, body: Body) -> Actor:
    key = _field(body, "actor", str)
    if key not in stage.actors:
        raise Wrong(f"nobody on the stage is called {key}")
    return stage.actors[key]


def _step(body: Body) -> str:
    step = _field(body, "step", str)
    if step not in STEPS:
        raise Wrong(f"step must be one of {', '.join(STEPS)}")
    return step


def _moment(body: Body, now: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(_field(body, "to", str))
    except ValueError:
        raise Wrong("to is not a moment in ISO 8601") from None
    if moment.tzinfo is None:
        raise Wrong("to needs an offset from UTC")
    if not now < moment <= now + FURTHEST:
        raise Wrong(f"to must lie ahead of the clock, by at most {FURTHEST.days} days")
    return moment
