"""The tally: what the outside's ledgers say came of a story; nothing here asks the service itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import holidays
import orjson

from service.script import RIGA

Entry = dict[str, Any]

NUDGE = re.compile(r"<b>Informācij[au] par ")
ECHO = re.compile(r"<b>(Saņemts un ierakstīts platformā|Atbilde ir saņemta un saglabāta)</b>")
FIRST_VERSION = "(1. redakcija)"
LATER_VERSION = re.compile(r"\((?!1\. )\d+\. redakcija\)")
REPORT = re.compile(r"<b>Nevar sasniegt</b>(\n– [^\n]*)+")

# How a member is told of an answer of a further kind.
ANSWERED = {
    "unchanged": re.compile(rf"{ECHO.pattern}.*\nBez izmaiņām\.", re.DOTALL),
    "on_site": re.compile("<b>Redzējām platformā Jūsu iestādes atbildi</b>"),
    "withdrawn": re.compile(r"Atbilde ir atsaukta</b>"),
    "on_behalf": re.compile("<b>Koordinators ierakstīja Jūsu iestādes atbildi</b>"),
}
CONFLICT = re.compile(r"<b>(\d+(?:\.\d+)+)\. Atbilde un platforma atšķiras\.")

# How people are told of a meeting, with its title; and how they see their answer to it.
MEETINGS = {
    "announced": re.compile(r"<b>(.+)</b>\nKad: "),
    "changed": re.compile(r"<b>Sanāksmei ir cits laiks\.</b>\n<b>(.+)</b>"),
    "cancelled": re.compile(r"<b>Sanāksme nenotiks\.</b>\n(.+)"),
}
ATTENDING = "\nJūsu atbilde: "
# What a coordinator types that stands on the site in another form: a day and its time.
MOMENT = re.compile(r"\d\d\.\d\d\. plkst\. ")

# The calls that bring somebody a new message.
SENT = ("sendMessage", "sendDocument", "sendPhoto")

# A message within this long of what the person wrote or pressed answers it; all others come unasked.
ANSWERS_WITHIN = timedelta(minutes=1)
OPENS, CLOSES = time(8, 30), time(16, 30)


@dataclass(frozen=True)
class Ledgers:
    """The ledgers of one story, and whose chat is whose (account number → role)."""

    chat: list[Entry]
    site: list[Entry]
    accounts: Mapping[int, str]

    def sends(self) -> Iterator[Entry]:
        """Messages that the chat service took."""
        return (one for one in self.chat if one.get("verb") in SENT and one["status"] == 200)

    def nudges(self) -> list[Entry]:
        return list(self.told(NUDGE))

    def told(self, mark: re.Pattern[str]) -> Iterator[Entry]:
        """Messages with this in their text."""
        return (one for one in self.sends() if mark.search(_text(one)))

    def updates(self) -> Iterator[tuple[datetime, Entry]]:
        """What people did, each once, with the forum time at which the service fetched it."""
        seen: set[int] = set()
        for one in self.chat:
            if one.get("verb") != "getUpdates" or one["status"] != 200:
                continue
            for update in one["answer"]["result"]:
                if update["update_id"] not in seen:
                    seen.add(update["update_id"])
                    yield datetime.fromisoformat(one["clock"]), update


def tally(folder: Path, accounts: Mapping[int, str]) -> dict[str, Any]:
    """The story's figures; ``folder`` holds ``telegram.jsonl`` and ``sharepoint.jsonl``.

    ``recorded`` are answers that somebody gave in chat and saw kept, those kept unchanged and those that a coordinator
    entered on behalf of a body among them; what was filled in on the site is ``on_site`` alone. ``corrected`` are
    later versions of them, also where an answer was taken back in between.
    """
    books = Ledgers(_read(folder / "telegram.jsonl"), _read(folder / "sharepoint.jsonl"), accounts)
    created, updated = _pushed(books)
    return {
        "pulled": _pulled(books),
        "nudges": [_nudge(books, one) for one in books.nudges()],
        "replies": {
            "recorded": _recorded(books),
            "corrected": _corrected(books),
            **{kind: len({_about(one) for one in books.told(mark)}) for kind, mark in ANSWERED.items()},
        },
        "pushed": {"created": len(created), "updated": updated, "conflicts": _conflicts(books)},
        "meetings": _meetings(books),
        "unreachable": _unreachable(books),
        "sent_outside_hours": _outside_hours(books),
        "doubled": _doubled(books, created),
        "lost": _lost(books),
    }


def _read(file: Path) -> list[Entry]:
    return [orjson.loads(line) for line in file.read_bytes().splitlines()]


def _pulled(books: Ledgers) -> dict[str, int]:
    """How many different rows of each list the site handed out."""
    titles: dict[str, str] = {}
    rows: dict[str, set[int]] = {}
    for one in books.site:
        if one["status"] != 200 or not isinstance(one["answer"], dict):
            continue
        if re.search(r"/_api/web/lists(\?|$)", one["path"]):
            titles |= {found["Id"].lower(): found["Title"] for found in one["answer"]["value"]}
        guid = _list_of(one["path"])
        if guid and one.get("method") == "GET" and re.search(r"/items(\?|$)", one["path"]):
            rows.setdefault(guid, set()).update(item["Id"] for item in one["answer"]["value"])
    return {titles[guid]: len(found) for guid, found in rows.items() if found}


def _list_of(path: str) -> str | None:
    found = re.search(r"lists\(guid'([0-9a-f-]+)'\)", unquote(path), re.IGNORECASE)
    return found[1].lower() if found else None


def _nudge(books: Ledgers, one: Entry) -> dict[str, Any]:
    at = datetime.fromisoformat(one["clock"]).astimezone(RIGA)
    return {
        "date": at.date().isoformat(),
        "role": books.accounts[_chat(one)],
        "measures": len(re.findall(r"<b>\d+(?:\.\d+)+\.</b>", one["body"]["text"])),
    }


def _chat(one: Entry) -> int:
    return int(one["body"]["chat_id"])


def _recorded(books: Ledgers) -> int:
    """First versions that members were told are kept."""
    return len({_about(one) for one in books.told(ECHO) if FIRST_VERSION in one["body"]["text"]})


def _corrected(books: Ledgers) -> int:
    """Later versions that members were told are kept."""
    told = books.told(ECHO)
    return len({(_about(one), later[0]) for one in told if (later := LATER_VERSION.search(one["body"]["text"]))})


def _unreachable(books: Ledgers) -> int:
    """How many the coordinator's last report names who cannot be reached in chat."""
    reports = [found for one in books.sends() if (found := REPORT.search(_text(one)))]
    return reports[-1][0].count("\n– ") if reports else 0


def _conflicts(books: Ledgers) -> int:
    """Measures of which somebody was asked which of two values stays."""
    return len({(_chat(one), found[1]) for one in books.sends() if (found := CONFLICT.search(_text(one)))})


def _meetings(books: Ledgers) -> dict[str, int]:
    """Meetings that people were told of in each way, and how many answers to them stand in a chat."""
    told = {
        kind: len({found[1] for one in books.sends() if (found := mark.match(_text(one)))})
        for kind, mark in MEETINGS.items()
    }
    answers = {
        (_chat(one), int(one["body"]["message_id"]))
        for one in books.chat
        if one.get("verb") == "editMessageCaption" and one["status"] == 200 and ATTENDING in one["body"]["caption"]
    }
    return {**told, "answers": len(answers)}


def _text(one: Entry) -> str:
    """The words of a message, or those beneath a file."""
    return str(one["body"].get("text") or one["body"].get("caption") or "")


def _about(one: Entry) -> tuple[int, str]:
    # Where a number alone could be two, the plan, body or round stands beside it. Recommendations are «R1» and so on.
    number = re.search(r"<b>(R\d+|\d+(?:\.\d+)+)\.?[^<]*</b>", one["body"]["text"])
    return _chat(one), number[1] if number else ""


def _pushed(books: Ledgers) -> tuple[list[Entry], int]:
    """Rows that the site made, and how many times it changed one."""
    created = [one for one in books.site if one["status"] == 201]
    updated = [one for one in books.site if one["status"] == 204]
    return created, len(updated)


def _outside_hours(books: Ledgers) -> int:
    """Unasked messages on a day off or outside 8.30–16.30 in Riga."""
    days = holidays.country_holidays("LV")
    acts = [(at, _actor(update)) for at, update in books.updates()]
    count = 0
    for one in books.sends():
        at = datetime.fromisoformat(one["clock"])
        asked = any(who == _chat(one) and timedelta() <= at - when <= ANSWERS_WITHIN for when, who in acts)
        here = at.astimezone(RIGA)
        in_hours = days.is_working_day(here.date()) and OPENS <= here.time() < CLOSES
        count += not asked and not in_hours
    return count


def _actor(update: Entry) -> int | None:
    kinds = ("message", "edited_message", "callback_query")
    inner: Entry = next((update[kind] for kind in kinds if kind in update), {})
    who: int | None = inner.get("from", {}).get("id")
    return who


def _doubled(books: Ledgers, created: list[Entry]) -> int:
    """Nudges that one person got twice on a day, and rows made twice under one key."""
    nudges = Counter((_chat(one), one["clock"][:10]) for one in books.nudges())
    rows = Counter(one["body"].get("ForumKey") for one in created)
    return sum(count - 1 for count in [*nudges.values(), *rows.values()])


def _lost(books: Ledgers) -> int:
    """Answers that members of the cast wrote and that never came to stand on the site."""
    written = "\n".join(text for one in books.site if one["status"] in (201, 204) for text in _strings(one["body"]))
    answers = [
        update["message"]["text"]
        for _, update in books.updates()
        if _actor(update) in books.accounts and not update.get("message", {}).get("text", "/").startswith("/")
    ]
    return sum(
        not any(part in written for part in _parts(text)) and not all(part in written for part in text.split(", "))
        for text in answers
        if not MOMENT.match(text)
    )


def _strings(body: object) -> Iterator[str]:
    """All texts of a row's body; a link has its address one level down."""
    if isinstance(body, str):
        yield body
    elif isinstance(body, dict):
        for value in body.values():
            yield from _strings(value)


def _parts(text: str) -> list[str]:
    """An answer, and what is left of it where it begins with a completion, which goes into a column of its own."""
    rest = text.partition(". ")[2]
    return [text, rest] if rest else [text]
