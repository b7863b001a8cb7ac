"""What the samples are made of: the longest there may be of each."""

from __future__ import annotations

from datetime import date
from typing import Any

Samples = dict[str, list[dict[str, Any]]]
Toasts = dict[str, dict[str, Any]]

# A line of text on a SharePoint list has at most 255 signs.
LONG = ("Atbildīgās iestādes pasākuma <nosaukums> & vēl 👍 " * 9)[:255]
NUMBER = 2**31
HUGE = "vārds " * 10_000

# The address of a worksheet page.
PAGE = "https://forum.example/lapa/ogp-forum/1a.0.0.5ff2d380.AAAAAAAAAAAAAAAAAAAAAA/"

ROUND: dict[str, Any] = {
    "title": LONG,
    "year": 2020,
    "kind": "mandatory",
    "duty": True,
    "progress": True,
    "due_on": date(2021, 2, 1),
    "due_given": None,
    "sign_by": date(2021, 1, 22),
    "legal_basis": LONG,
    "grace_until": date(2021, 2, 8),
    "left": 14,
    "left_working": 10,
}
