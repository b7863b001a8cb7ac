"""Deeds: what a visitor of the page may do, each from a JSON body that is read strictly."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Awaitable, Callable

from sandbox.botapi.refusal import Refusal
from sandbox.page.reading import Body, Wrong, actor_in, field, moment, only, step, words
from sandbox.page.stage import Stage
from sandbox.page.tables import EDITABLE, TABLES
from sandbox.page.turning import local, step_from

Deed = Callable[[Stage, Body], Awaitable[Body]]

TEXT_MOST = 4096
FILE_MOST = 8_000_000
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8")
SLOW_SECONDS = 2.0
ASKED_TO_WAIT = 2
LANGUAGES = ("lv", "en")


async def say(stage: Stage, body: Body) -> Body:
    """``{"actor", "text", "reply_to"?}`` or ``{"actor", "sticker"}``: write into a chat."""
    if "sticker" in body:
        only(body, "actor", "sticker")
        return {"message": actor_in(stage, body).person.sends_sticker(words(body, "sticker", most=8))}
    only(body, "actor", "text", "reply_to")
    reply_to = field(body, "reply_to", int) if "reply_to" in body else None
    text = words(body, "text", most=TEXT_MOST)
    return {"message": actor_in(stage, body).person.says(text, reply_to=reply_to)}


async def file(stage: Stage, body: Body) -> Body:
    """``{"actor", "name", "content": base64}``: send a file, a PNG or JPEG as a picture."""
    only(body, "actor", "name", "content")
    name, coded = words(body, "name", most=200), words(body, "content", most=FILE_MOST)
    try:
        content = b64decode(coded, validate=True)
    except ValueError:
        raise Wrong("content is not base64") from None
    person = actor_in(stage, body).person
    if content.startswith(PICTURES):
        try:
            return {"message": person.sends_photo(content)}
        except Refusal as refusal:
            raise Wrong(str(refusal)) from None
    return {"message": person.sends_document(name, content)}


async def press(stage: Stage, body: Body) -> Body:
    """``{"actor", "message", "button"}``: press a button, named by its data."""
    only(body, "actor", "message", "button")
    number, button = field(body, "message", int), words(body, "button", most=64)
    return {"press": actor_in(stage, body).person.presses(number, button)}


async def start(stage: Stage, body: Body) -> Body:
    """``{"actor"}``: press Start, with what the personal link carries the first time."""
    only(body, "actor")
    actor = actor_in(stage, body)
    return {"message": actor.person.start("" if actor.person.chat.started else actor.invitation)}


async def turn(stage: Stage, body: Body) -> Body:
    """``{"step": "hour" | "day" | "week" | "morning" | "message"}`` or ``{"to": a moment ahead, with its offset}``."""
    if len(body) != 1:
        raise Wrong("give either step or to")
    now = stage.clock.now()
    until = moment(body, now) if "to" in body else step_from(now, step(body))
    await stage.turn(until, to_message=body.get("step") == "message")
    return {"now": local(stage.clock.now()).isoformat()}


async def edit(stage: Stage, body: Body) -> Body:
    """``{"actor", "message", "text"}``: change an own message."""
    only(body, "actor", "message", "text")
    number, text = field(body, "message", int), words(body, "text", most=TEXT_MOST)
    return {"message": actor_in(stage, body).person.edits(number, text)}


async def block(stage: Stage, body: Body) -> Body:
    """``{"actor"}``: block the bot, which can then reach the person no more until Start is pressed again."""
    only(body, "actor")
    actor_in(stage, body).person.blocks()
    return {"blocked": True}


async def row(stage: Stage, body: Body) -> Body:
    """``{"actor", "table", "row", "cells": {column: text}}``: change a row of the site as this person."""
    only(body, "actor", "table", "row", "cells")
    table, number, cells = words(body, "table", most=64), field(body, "row", int), field(body, "cells", dict)
    if not cells or set(cells) - EDITABLE.get(table, set()):
        raise Wrong("cells are not to be changed here")
    rows = stage.site.list(TABLES[table][0])
    if number not in rows.items:
        raise Wrong(f"no row {number} stands in this list")
    for name, value in cells.items():
        choices = rows.columns[name].choices
        if not isinstance(value, str) or (choices and value not in choices):
            raise Wrong(f"{name} cannot hold this")
    rows.edit(number, cells, editor=actor_in(stage, body).editor)
    return {"version": rows.items[number].version}


async def remove(stage: Stage, body: Body) -> Body:
    """``{"table", "row"}``: delete a row of the site."""
    only(body, "table", "row")
    table, number = words(body, "table", most=64), field(body, "row", int)
    if table not in EDITABLE:
        raise Wrong("rows are not to be deleted here")
    rows = stage.site.list(TABLES[table][0])
    if number not in rows.items:
        raise Wrong(f"no row {number} stands in this list")
    rows.delete(number)
    return {"deleted": number}


async def language(stage: Stage, body: Body) -> Body:
    """``{"language": "lv" | "en"}``: whoever is on the page has set their telephone to this language, and the roster
    says so, too. Before a visitor has done anything else, the chats begin anew in it."""
    only(body, "language")
    wanted = field(body, "language", str)
    if wanted not in LANGUAGES:
        raise Wrong(f"language must be one of {', '.join(LANGUAGES)}")
    roster = stage.site.list("Personas")
    another = any(actor.person.user["language_code"] != wanted for actor in stage.actors.values())
    for actor in stage.actors.values():
        actor.person.user["language_code"] = wanted
        for number in [each for each in roster.order if roster.items[each].values["Title"] == actor.title_lv]:
            if roster.items[number].values.get("Lang") != wanted:
                roster.edit(number, {"Lang": wanted})
    if another and not stage.touched:
        await stage.open_anew()
    return {"language": wanted}


async def switch(stage: Stage, body: Body) -> Body:
    """``{"name": a switch, "on": bool}``: make trouble, or end it."""
    only(body, "name", "on")
    name, on = words(body, "name", most=64), field(body, "on", bool)
    if name not in SWITCHES:
        raise Wrong(f"name is not a switch: {' and '.join(SWITCHES)} are")
    SWITCHES[name](stage, on)
    return {name: on}


async def outage(stage: Stage, body: Body) -> Body:
    """``{}``: the service is off for two weeks of the forum's time, and begins anew."""
    only(body)
    await stage.outage()
    return {"now": local(stage.clock.now()).isoformat()}


def _site_down(stage: Stage, on: bool) -> None:
    stage.site.down = on


def _telegram_slow(stage: Stage, on: bool) -> None:
    """Every answer is held back, and the next two messages are asked to come again."""
    stage.api.slow = SLOW_SECONDS if on else 0.0
    stage.api.next_faults[:] = [("429", ASKED_TO_WAIT)] * 2 if on else []


SWITCHES: dict[str, Callable[[Stage, bool], None]] = {"site_down": _site_down, "telegram_slow": _telegram_slow}
DEEDS: dict[str, Deed] = {
    "say": say,
    "file": file,
    "edit": edit,
    "press": press,
    "start": start,
    "block": block,
    "row": row,
    "delete": remove,
    "language": language,
    "clock": turn,
    "switch": switch,
    "outage": outage,
}
