"""JSON as the forum's memory keeps it, written and read quickly."""

from __future__ import annotations

import json
from typing import Any

import orjson

# As strict as the standard library: what is no JSON is refused, not guessed.
_STRICT = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def dumps(value: Any) -> str:
    """A value as text. Half a character (people's devices send such) is something that only the slow way can write."""
    if value == []:
        return "[]"  # what most rows say of their flaws
    try:
        return orjson.dumps(value, option=_STRICT).decode()
    except TypeError:
        return json.dumps(value)


def loads(text: str | bytes) -> Any:
    """The opposite of ``dumps``."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)
