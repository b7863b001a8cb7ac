"""The import law holds, and bites: a forbidden import in a copy of the house is refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import HOUSE, ROOMS, name

LAW = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"


def judge(house: Path) -> tuple[bool, str]:
    """Whether the law is kept in this house, and what was said."""
    done = subprocess.run([sys.executable, "-c", LAW], cwd=house, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house's rooms and of its law."""
    house = tmp_path_factory.mktemp("house")
    for room in (*ROOMS, "sandbox"):
        shutil.copytree(HOUSE / room, house / room, ignore=shutil.ignore_patterns("__pycache__", "data", "static"))
    shutil.copy(HOUSE / "pyproject.toml", house)
    return house


def test_the_law_is_kept() -> None:
    kept, said = judge(HOUSE)

    assert kept, said


def test_a_copy_is_judged_alike(copy: Path) -> None:
    kept, said = judge(copy)

    assert kept, said


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("forum/nudges.py", "import words.texts"),
        ("forum/outbox.py", "import httpx"),
        ("forum/inbox.py", "import telegram"),
        ("forum/people.py", "import config.settings"),
        ("words/dates.py", "import bot.channel"),
        ("words/texts.py", "import config.settings"),
        ("bot/delivery.py", "import sync.push"),
        ("bot/delivery.py", "import config.settings"),
        ("bot/delivery.py", "import telegram"),
        ("bot/heard.py", "import telegram"),
        ("bot/dialogues/reply.py", "import telegram"),
        ("sync/pull.py", "import bot.channel"),
        ("sync/pull.py", "import service.service"),
        ("sync/push.py", "import office365"),
        ("sync/writes.py", "import msal"),
        ("web/health.py", "import sync.pull"),
        ("config/settings.py", "import words.texts"),
        ("service/service.py", "import telegram"),
        ("sandbox/clock.py", "import forum.times"),
        ("sandbox/signin.py", "import msal"),
    ],
)
def test_a_forbidden_import_is_refused(copy: Path, file: str, line: str) -> None:
    place = copy / file
    before = place.read_text(encoding="utf-8")
    place.write_text(f"{before}\n\n{line}\n", encoding="utf-8")
    try:
        kept, said = judge(copy)
    finally:
        place.write_text(before, encoding="utf-8")

    assert not kept, f"{name(HOUSE / file)} may not say {line}: {said}"
    assert "BROKEN" in said
