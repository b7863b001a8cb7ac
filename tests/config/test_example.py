"""The example file shows every setting with its default, and explains it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import config
from config.mistakes import names
from config.settings import Settings

HOUSE = Path(config.__file__).parent


def leaves(table: dict[str, Any], above: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        found |= leaves(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": value}
    return found


DEFAULTS = leaves(tomllib.loads((HOUSE / "defaults.toml").read_text(encoding="utf-8")))
EXAMPLE = (HOUSE / "example.toml").read_text(encoding="utf-8")


def test_every_setting_but_the_key_has_its_default() -> None:
    settings = {".".join(name) for name, field in names(Settings) if field.description}
    columns = {name.rpartition(".")[0] for name in DEFAULTS if ".columns." in name}
    assert {name for name in DEFAULTS if ".columns." not in name} | columns == settings - {"forum.key"}


def test_the_example_is_sound_as_it_stands() -> None:
    assert leaves(tomllib.loads(EXAMPLE)) == {"forum.key": "ogp-forum"}


def test_the_example_shows_every_setting_with_its_default() -> None:
    lines = [line.removeprefix("#") if not line.startswith("# ") else line for line in EXAMPLE.splitlines()]
    assert leaves(tomllib.loads("\n".join(lines))) == {"forum.key": "ogp-forum"} | DEFAULTS


def test_the_example_explains_every_setting() -> None:
    lines = EXAMPLE.splitlines()
    shown = [number for number, line in enumerate(lines) if " = " in line and not line.startswith("# ")]
    section = ["".join([line for line in lines[:number] if line.startswith("[")][-1:]) for number in shown]
    bare = [
        lines[number]
        for number, under in zip(shown, section, strict=True)
        if not under.startswith("[sharepoint.lists.") and not lines[number - 1].startswith("# ")
    ]
    assert bare == []
