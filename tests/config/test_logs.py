"""A token, a password, an e-mail address or a telephone number logged by mistake never reaches the output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from config.redaction import Redactor

CANARY = Path(__file__).with_name("canary.py")
TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
PASSWORD = 'pa"ss/wörd'
EMAIL = "roles@izm.example"
PHONE = "+371 29123456"


@pytest.fixture(scope="module")
def output() -> str:
    done = subprocess.run(
        [sys.executable, "-W", "always", str(CANARY), TOKEN, PASSWORD, EMAIL, PHONE],
        env={**os.environ, "PYTHONPATH": str(CANARY.parents[2]), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


@pytest.mark.parametrize(
    "canary",
    [TOKEN, TOKEN.partition(":")[2], quote(TOKEN, safe=""), PASSWORD, json.dumps(PASSWORD)[1:-1], EMAIL, PHONE],
)
def test_no_canary_gets_out(output: str, canary: str) -> None:
    assert output.count(canary) == 0
    assert "".join(str(list(json.loads(line).values())) for line in output.splitlines()).count(canary) == 0


def test_every_line_is_an_object_with_its_action_and_moment(output: str) -> None:
    lines = [json.loads(line) for line in output.splitlines()]
    assert [line["action"] for line in lines] == [
        *("started", "message [secret] [secret] [e-mail] [telephone]", "nested", "named", "large", "pair [secret]"),
        *("push", "bound", "library", "log_failed", "log_failed", "imported", "library", "library", "library"),
        *("library", "library", "crashed", "crashed", "crashed"),
    ]
    assert [line["at"][-1] for line in lines if line["action"] != "log_failed"] == ["Z"] * (len(lines) - 2)


def test_what_may_be_read_stays_as_it_was(output: str) -> None:
    first = json.loads(output.splitlines()[0])
    first.pop("at")
    assert first == {
        "level": "info",
        "action": "started",
        "url": "https://api.telegram.example/bot[secret]/getMe",
        "count": 3,
    }


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"bot{TOKEN}/getMe", "bot[token]/getMe"),
        (f"url={quote(TOKEN, safe='')}", "url=[token]"),
        (f"1{TOKEN}", "[token]"),
        ("postgresql://forum:geheim@db.example/forum", "postgresql://[password]@db.example/forum"),
        ("to a.b+c@vk.example, please", "to [e-mail], please"),
        ("call 29123456 or 67 219 000 or 6721 9000", "call [telephone] or [telephone] or [telephone]"),
        ("call +371 29 123 456, 0037129123456, +1 (613) 555-0100.", "call [telephone], [telephone], [telephone]."),
    ],
)
def test_what_looks_personal_or_secret_is_blacked_out(text: str, clean: str) -> None:
    assert Redactor().text(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-01T08:30:00+02:00",
        "2021-02-01T06:30:00.123456Z",
        "measure 3.3.3.6 of round 2020",
        "8b6f1a52-6021-4000-8d29-123456789abc",
        "item 123 of 4567, 16 million: 16000000",
        "http://127.0.0.1:8741/page",
        "10:42 – 2. redakcija",
    ],
)
def test_what_is_neither_stays(text: str) -> None:
    assert Redactor().text(text) == text


def test_a_configured_secret_is_found_in_each_writing() -> None:
    redactor = Redactor(["s/cret wörd", "s/cret wörd and more", "abc", ""])
    assert redactor.text("s/cret wörd and more") == "[secret]"
    assert redactor.text("x s%2Fcret%20w%C3%B6rd y") == "x [secret] y"
    assert redactor.text("cy9jcmV0IHfDtnJk") == "[secret]"
    assert redactor.text("abc") == "abc"
