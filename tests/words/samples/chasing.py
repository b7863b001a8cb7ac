"""Samples of chasing: at least one brief of each kind, the largest that there may be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.words.samples.facts import HUGE, LONG, NUMBER, ROUND, Samples, Toasts

AT = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)
CONTACT: dict[str, Any] = {"state": "open", "trouble": None, "until": None, "told_at": AT, "heard_at": AT}
STATES: list[dict[str, Any]] = [
    CONTACT,
    {**CONTACT, "told_at": None},
    {**CONTACT, "heard_at": None},
    {**CONTACT, "told_at": None, "heard_at": None},
    {**CONTACT, "state": "helped", "trouble": "sign_off"},
    {**CONTACT, "state": "snoozed", "until": date(2021, 1, 25)},
    {**CONTACT, "state": "none", "told_at": None, "heard_at": None},
    {**CONTACT, "state": "closed"},
    {**CONTACT, "state": "nobody", "told_at": None, "heard_at": None},
]


def measure(number: str, until: date | None = None) -> dict[str, Any]:
    return {"number": number, "marks": ["LV-5"], "until": until, "begun": until is None, "title": LONG, "reason": HUGE}


AWAY = [
    {"name": LONG, "until": date(2021, 1, 25), "instead": []},
    {"name": LONG, "until": date(2021, 1, 25), "instead": [LONG, LONG]},
]


def body(number: int) -> dict[str, Any]:
    measures = [measure(f"{number}.{one}", date(2021, 2, 8) if one else None) for one in range(3)]
    return {
        **STATES[number % len(STATES)],
        "code": "Valsts kase",
        "name": LONG,
        "measures": measures,
        "away": AWAY[: number % 3],
    }


def overview(count: int, **more: Any) -> dict[str, Any]:
    return {
        **ROUND,
        "round": NUMBER,
        "answered": 3,
        "total": 25,
        "extended": count,
        "awaited": [body(number) for number in range(count)],
        "skipped": [{**measure(f"3.{n}"), "code": "Valsts kase"} for n in range(count)],
        "unreached": [LONG] * count,
        "without_lead": [measure(f"3.{n}") for n in range(count)],
        "without_owner": [measure(f"3.{n}") for n in range(count)],
        "reached": count,
        "desk": "https://forum.example/lapa/x/karta/1/",
        "choosable": count,
        "paused": False,
        "chats": True,
        **more,
    }


def card(count: int, **more: Any) -> dict[str, Any]:
    measures = [measure(f"2.{n}", date(2021, 2, 8) if n % 2 else None) for n in range(count)]
    return {
        **ROUND,
        "round": NUMBER,
        "institution": NUMBER,
        "code": "Valsts kase",
        "name": LONG,
        "awaited": measures,
        "received": measures,
        "skipped": measures,
        "people": [body(n) for n in range(count)],
        "away": AWAY[:count],
        "reached": count,
        "late": count,
        "paused": False,
        **more,
    }


BODIES = [{"id": NUMBER + n, "code": "Valsts kase", "open": n, "chosen": bool(n % 2)} for n in range(20)]
BEFORE: dict[str, Any] = {"round": NUMBER, "nth": 2, "at": AT, "ahead": False, "count": 3, "total": 7}
SENT: dict[str, Any] = {"count": 1, "later": None, "resting": ["VARAM"], "unreached": ["IZM", "NVD"]}

SAMPLES: Samples = {
    "awaited": [
        overview(0),
        overview(9),
        overview(21),
        overview(60),
        overview(9, paused=True),
        overview(1, reached=0, choosable=1),
    ],
    "round-over": [
        {
            "title": LONG,
            "answered": 3,
            "total": 25,
            "missed": [body(number) for number in range(count)],
            "desk": "https://forum.example/lapa/x/karta/1/" if count else "",
        }
        for count in (0, 21)
    ],
    "bodies": [{"title": LONG, "round": NUMBER, "page": page, "bodies": BODIES} for page in range(3)],
    "choosing": [
        *({"title": LONG, "round": NUMBER, "page": n, "bodies": BODIES, "chosen": [1], "reached": n} for n in range(3)),
        {"title": LONG, "round": NUMBER, "page": 0, "bodies": BODIES[:2], "chosen": [], "reached": 0},
    ],
    "body-card": [card(0), card(1), card(30), card(1, paused=True, late=0)],
    "nudge-before": [BEFORE, {**BEFORE, "ahead": True}, {**BEFORE, "count": 7}],
    "nudge-before-said": [{"choice": choice} for choice in ("again", "rest", "no")],
    "nudge-sent": [SENT, {**SENT, "later": AT, "count": 21, "resting": [], "unreached": []}],
    "no-such-body": [{"text": HUGE, "codes": ["Valsts kase"] * 20}],
}
TOASTS: Toasts = {"nobody-to-nudge": {}, "nudges-paused": {}}
