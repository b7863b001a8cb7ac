"""A settings file, read as the service reads it, for the tests of the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import BadSettings, Settings, read

TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
WORKBOOK = {"FORUMBOT_WORKSPACE__KIND": "workbook", "FORUMBOT_WORKSPACE__PATH": "plan.xlsx"}


def forum(folder: Path, text: str = "", *, name: str = "forumbot.toml") -> Path:
    path = folder / name
    path.write_text(f'[forum]\nkey = "ogp"\n{text}', encoding="utf-8")
    return path


def one(path: Path, environ: dict[str, str] | None = None) -> Settings:
    (settings,) = read([path], {**WORKBOOK, **(environ or {})})
    return settings


def mistakes(paths: list[Path], environ: dict[str, str]) -> list[str]:
    with pytest.raises(BadSettings) as caught:
        read(paths, environ)
    assert str(caught.value) == "\n".join(caught.value.mistakes)
    assert caught.value.__cause__ is None
    return caught.value.mistakes
