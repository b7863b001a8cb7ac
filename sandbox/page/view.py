"""What stands on the stage now, as plain data: the time, the chats, the lists, the latest requests."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import orjson

from sandbox.page import requests, tables
from sandbox.page.stage import Actor, Stage
from sandbox.page.strip import strip
from sandbox.page.turning import MORNING, ZONE, local

Json = dict[str, Any]

# A telephone shows what Start carried to nobody.
START = re.compile(r"(/start) \S+")


class View:
    """The state with a number that grows whenever something in it changed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._content = b""
        self.version = 0

    def look(self) -> Json:
        """The state as it is now. Not safe by itself: one loop asks."""
        found = state(self._stage)
        content = orjson.dumps(found)
        if content != self._content:
            self._content, self.version = content, self.version + 1
        return {"version": self.version, **found}


def state(stage: Stage) -> Json:
    """All that the page shows; times are ISO 8601 with the offset of the forum's zone."""
    now = stage.clock.now()
    due = tables.due(stage.site, now)
    return {
        # To the minute: where the clock flows, not every second is news.
        "now": local(now).replace(second=0, microsecond=0).isoformat(),
        "busy": stage.busy,
        "running": stage.running,
        "due": due,
        "calendar": strip(stage, due),
        "first_day": datetime.combine(stage.first_day, MORNING, ZONE).isoformat(),
        "guide": stage.guide.look(),
        "switches": {"site_down": stage.site.down, "telegram_slow": stage.api.slow > 0},
        "actors": [_actor(each) for each in stage.actors.values()],
        "tables": tables.tables(stage.site),
        "lists": tables.ids(stage.site),
        "ledgers": requests.latest(stage),
    }


def _actor(actor: Actor) -> Json:
    chat = actor.person.chat
    return {
        "key": actor.key,
        "title": {"lv": actor.title_lv, "en": actor.title_en},
        "body": actor.body,
        "language": actor.person.user["language_code"],
        "invited": bool(actor.invitation),
        "started": chat.started and not chat.blocked,
        "blocked": chat.blocked,
        "worksheet": bool(actor.body),
        "messages": _messages(actor),
        "commands": actor.person.commands,
        "toasts": [{"text": each.text, "alert": each.alert} for each in actor.person.toasts],
    }


def _messages(actor: Actor) -> list[Json]:
    """The chat's messages in local time, a sticker with the emoji it stands for, Start without what it carried."""
    stickers = {each.id: each.media["sticker"]["emoji"] for each in actor.person.messages if "sticker" in each.media}
    return [
        {
            **each,
            "html": START.sub(r"\1", each["html"]),
            "at": local(datetime.fromisoformat(each["at"])).isoformat(),
            "sticker": stickers.get(each["id"]),
        }
        for each in actor.person.transcript()
    ]
