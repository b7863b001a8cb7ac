"""JSON is kept as any other program would read it, and nothing that people's devices send is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from forum.store import jsons

HALF = "puse \ud83d"


@pytest.mark.parametrize(
    "value", [{"a": "ēģ", "b": [1, 2.5, None, True]}, [], "", HALF, {"x": HALF}, 2**70, {1: "viens"}]
)
def test_what_is_written_is_read_again_by_anyone(value: Any) -> None:
    as_json = json.loads(json.dumps(value))

    assert (jsons.loads(jsons.dumps(value)), json.loads(jsons.dumps(value))) == (as_json, as_json)


def test_what_was_written_before_is_read() -> None:
    assert jsons.loads(json.dumps({"a": HALF, "b": "ā"})) == {"a": HALF, "b": "ā"}


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError):
        jsons.dumps({"day": date(2021, 2, 1)})
