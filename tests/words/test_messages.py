"""Messages: every kind can be said in every language within Telegram's limits, whatever the values are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.buttons import Press, seal
from forum.briefs import BRIEFS
from forum.findings import Finding
from words import completions
from words.messages import COMPOSERS, Messages
from words.saying import Worded
from words.texts import Texts

LANGUAGES = ("lv", "en")
MESSAGES = Messages(Texts(LANGUAGES), ZoneInfo("Europe/Riga"), lambda token: f"https://t.me/bot?start={token}")
HOUSE = Path(__file__).parents[2]
ROOMS = ("forum", "bot", "sync", "service", "web")

# Telegram's: https://core.telegram.org/bots/api#sendmessage, in UTF-16 units after the marks are read.
LONGEST_MESSAGE = 4096
LONGEST_TOAST = 200

# A line of text on a SharePoint list has at most 255 signs.
LONG = ("Atbildīgās iestādes pasākuma <nosaukums> & vēl 👍 " * 9)[:255]
NUMBER = 2**31
HUGE = "vārds " * 10_000

ROUND: dict[str, Any] = {
    "title": LONG,
    "year": 2020,
    "kind": "mandatory",
    "due_on": date(2021, 2, 1),
    "legal_basis": LONG,
    "grace_until": date(2021, 2, 8),
    "left": 14,
    "left_working": 10,
}


def measure(number: int) -> dict[str, Any]:
    return {
        "obligation": NUMBER + number,
        "number": f"2.{number}",
        "title": LONG,
        "institution": "VARAM",
        "done": HUGE,
        "completion": "limited",
        "completion_on": date(2020, 10, 12),
    }


def nudge(count: int = 1, **more: Any) -> dict[str, Any]:
    one = {**ROUND, **more, "measures": [measure(number) for number in range(count)]}
    return {"rung": "sign", "rounds": [one]}


def standing(count: int = 3) -> dict[str, Any]:
    return {
        **ROUND,
        "round": NUMBER,
        "answered": 3,
        "total": 25,
        "awaited": [{"code": f"IESTĀDE{n}", "numbers": [f"{n}.{m}" for m in range(4)]} for n in range(count)],
        "unreached": [LONG] * count,
        "without_lead": [f"3.{n}" for n in range(count)],
    }


ANSWER: dict[str, Any] = {
    "written": True,
    "refused": False,
    "at": datetime(2021, 1, 18, 8, 42, tzinfo=UTC),
    "version": 2,
    "obligation": NUMBER,
    "number": "2.8",
    "completion": "substantial",
    "on_record": "limited",
    "done": HUGE,
    "draft": True,
}
JOIN: dict[str, Any] = {
    "person": NUMBER,
    "name": LONG,
    "role": "contact",
    "institution": LONG,
    "measures": [{"number": f"2.{n}", "title": LONG} for n in range(3)],
}
QUESTION: dict[str, Any] = {**ROUND, "obligation": NUMBER, "number": "2.8", "measure_title": LONG}
TOKEN = "A" * 43
FINDING = Finding("list-refused", {"list": LONG, "detail": LONG}).kept

# At least one brief of each kind; the largest that there may be.
SAMPLES: dict[str, list[dict[str, Any]]] = {
    "nudge": [
        nudge(),
        nudge(12),
        nudge(40),
        nudge(2, left=0, left_working=0),
        nudge(left=1, left_working=1),
        nudge(12, left=-4, left_working=0),
        nudge(left=-4, left_working=0, grace_until=None),
        {"rung": "last", "rounds": nudge(6)["rounds"] * 4},
    ],
    "nudge-report": [standing(), standing(0), standing(60)],
    "awaited": [standing(), standing(0), standing(60)],
    "ask-status": [QUESTION],
    "ask-text": [{**QUESTION, "completion": one.value} for one in completions.TOLD],
    "ask-measure": [
        {"draft": NUMBER, "text": HUGE, "choices": [{"obligation": NUMBER, "number": f"2.{n}"} for n in range(12)]}
    ],
    "echo": [
        ANSWER,
        {**ANSWER, "written": False},
        {**ANSWER, "written": False, "refused": True},
        {**ANSWER, "completion": None},
        {**ANSWER, "done": "", "completion": None},
        {**ANSWER, "done": "<&>" * 5000},
    ],
    "written": [ANSWER],
    "join-ask": [JOIN, {**JOIN, "measures": [], "institution": None}, {**JOIN, "measures": JOIN["measures"] * 8}],
    "joined": [
        {"name": LONG, "due_on": date(2021, 2, 1), "first_on": date(2021, 1, 4), "numbers": ["2.8"]},
        {"name": LONG, "due_on": None, "first_on": None, "numbers": []},
    ],
    "join-differs": [{}],
    "welcome-back": [{}],
    "stranger": [{}],
    "link-refused": [{"reason": reason} for reason in ("unknown", "used", "expired", "gone")],
    "link-trouble": [{"name": LONG, "person": NUMBER, "reason": reason} for reason in ("used", "expired", "gone")],
    "member-differs": [{"name": LONG, "person": NUMBER}],
    "member-blocked": [{"name": LONG}],
    "invitation": [{"name": LONG, "token": TOKEN}],
    "help": [{"coordinator": word} for word in ("true", "false")],
    "no-round": [{}],
    "unread": [{"number": "7"}],
    "text-empty": [{}],
    "text-too-long": [{"most": 63_999}],
    "not-text": [{"what": what} for what in ("forwarded", "sticker", "photo", "document", "voice", "other")],
    "nothing-asked": [{}],
    "round-closed": [{}],
    "not-yours-text": [{}],
    "conflict": [
        {
            "number": number,
            "title": LONG,
            "fields": ["completion", "completion_on", "done"],
            "theirs": {"completion": "limited", "completion_on": "2021-01-18", "done": HUGE},
            "ours": {"completion": "complete", "completion_on": None, "done": HUGE},
            "editor": LONG,
        }
        for number in ("2.8", None)
    ],
    "push-failed": [{"list": LONG, "finding": FINDING}],
    "list-stopped": [{"list": LONG, "finding": FINDING}],
    "list-reads-again": [{"list": LONG}],
    "to-put-right": [
        {"findings": [{**FINDING, "link": "https://site.example/" + "a" * 200}] * 40, "more": 7},
        {"findings": [{**FINDING, "link": ""}], "more": 0},
    ],
}
TOASTS: dict[str, dict[str, Any]] = {
    "button-old": {},
    "already-done": {},
    "not-yours": {},
    "round-closed": {},
    "status-chosen": {"completion": "substantial"},
}


def units(html: str) -> int:
    """The length that Telegram counts."""
    return len(unescape(re.sub(r"<[^>]*>", "", html)).encode("utf-16-le")) // 2


def composed() -> Iterator[tuple[str, str, Worded]]:
    for kind, samples in SAMPLES.items():
        for language in LANGUAGES:
            for brief in samples:
                yield kind, language, MESSAGES.compose(kind, language, brief)


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_fits_into_a_message(kind: str, language: str) -> None:
    for brief in SAMPLES[kind]:
        said = MESSAGES.compose(kind, language, brief)
        assert 0 < units(said.html) <= LONGEST_MESSAGE
        assert len(said.rows) <= 3
        for row in said.rows:
            assert 0 < len(row) <= 8
            for button in row:
                assert 0 < len(button.label) <= 64
                assert len(seal(b"s" * 32, Press(2**31, button.action, str(button.subject))).encode()) <= 64


@pytest.mark.parametrize("kind", TOASTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_toast_fits_on_the_screen(kind: str, language: str) -> None:
    assert 0 < len(MESSAGES.toast(kind, language, TOASTS[kind])) <= LONGEST_TOAST


def test_nothing_is_left_unsaid() -> None:
    """No word of code in what people read: no open marks, no ids, no empty quotes."""
    for kind, _, said in composed():
        assert not re.search(r"\bNone\b|\{|\}|\$|«»|“”|_", re.sub(r"<[^>]*>|https://\S+", "", said.html)), kind


# Where the kind stands among what is given by position to those who put messages into the outbox.
PLACES = {"say": 0, "tell_coordinators": 0, "coordinators": 2, "_put": 2}


def kinds(file: Path) -> set[str]:
    """The kinds of message that a file puts into the outbox."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = dict(_constants(tree))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            place = PLACES.get(getattr(node.func, "attr", getattr(node.func, "id", "")), 99)
            given = [*node.args[place : place + 1], *(word.value for word in node.keywords if word.arg == "kind")]
            # Where one of two is sent, both are found.
            words = [word for one in given for word in ast.walk(one)]
            found |= {named.get(getattr(one, "id", ""), getattr(one, "value", None)) for one in words}
    return {kind for kind in found if isinstance(kind, str)}


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that a file gives to plain words."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = (
                zip(target.elts, value.elts, strict=True)
                if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                else [(target, value)]
            )
            for name, word in pairs:
                if isinstance(name, ast.Name) and isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield name.id, word.value


def test_every_kind_that_is_sent_has_words() -> None:
    files = [file for room in ROOMS for file in (HOUSE / room).rglob("*.py")]
    assert set().union(*(kinds(file) for file in files)) == SAMPLES.keys()
    assert (COMPOSERS.keys() | BRIEFS.keys()) - SAMPLES.keys() == set()


def test_every_toast_that_is_shown_has_words() -> None:
    shown = {
        kind for file in Path("bot").rglob("*.py") for kind in re.findall(r'\.toast\("([a-z-]+)"', file.read_text())
    }
    assert shown == TOASTS.keys()
