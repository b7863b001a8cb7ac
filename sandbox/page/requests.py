"""The outside's ledgers as the page shows them: the latest requests in a line each, and any one of them whole."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from urllib.parse import unquote_plus

from sandbox.ledger import Entry
from sandbox.page.stage import Stage
from sandbox.page.turning import local

Json = dict[str, Any]

SHOWN = 40
# Under these keys the Bot API tells whose chat it is.
IDS = {"chat_id", "user_id", "id", "chat_instance"}
# What opens a door is shown to nobody: tokens, a signed claim, and what a personal link carries.
SECRETS = {"access_token", "client_assertion", "authorization", "secret_token"}
LINK = re.compile(r"(/start |[?&]start=)[A-Za-z0-9_-]{6,}")
BLACK = "█████"


def latest(stage: Stage) -> dict[str, list[Json]]:
    """The last requests of each ledger, newest first; a bot's asking for news where there was none is left out."""
    return {name: _lines(stage, ledger.entries) for name, ledger in stage.ledgers.items()}


def whole(stage: Stage, name: str, number: int) -> Json | None:
    """One request as its ledger has it, with names instead of chats' numbers; None: there is none."""
    entries = stage.ledgers[name].entries if name in stage.ledgers else []
    if number >= len(entries):
        return None
    others = {str(each): "chat:other" for each in stage.api.chats}
    names = {str(actor.person.id): f"chat:{key}" for key, actor in stage.actors.items()}
    shown: Json = _named(entries[number], others | names)
    return shown


def _lines(stage: Stage, entries: list[Entry]) -> list[Json]:
    lines: list[Json] = []
    for number in range(len(entries) - 1, -1, -1):
        if len(lines) == SHOWN:
            break
        if not _empty_poll(entries[number]):
            lines.append(_line(stage, entries[number], number))
    return lines


def _line(stage: Stage, entry: Entry, number: int) -> Json:
    at = local(datetime.fromisoformat(entry["clock"])).replace(microsecond=0)
    override = entry.get("headers", {}).get("x-http-method")
    verb = entry.get("verb") or override or entry["method"]
    path = unquote_plus(entry["path"].removeprefix(f"{stage.site.path}/_api/"))
    path = "" if "verb" in entry else path
    return {"number": number, "at": at.isoformat(), "verb": verb, "path": path, "status": entry["status"]}


def _empty_poll(entry: Entry) -> bool:
    return entry.get("verb") == "getUpdates" and entry["answer"] == {"ok": True, "result": []}


def _named(value: Any, names: dict[str, str]) -> Any:
    """``value`` with every chat's number replaced and every secret blacked out: the page may be on a big screen."""
    if isinstance(value, dict):
        return {
            key: BLACK
            if key.lower() in SECRETS
            else names[str(each)]
            if key in IDS and str(each) in names
            else _named(each, names)
            for key, each in value.items()
        }
    if isinstance(value, str):
        return LINK.sub(rf"\1{BLACK}", value)
    return [_named(each, names) for each in value] if isinstance(value, list) else value
