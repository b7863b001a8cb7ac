"""At ten in the evening the bot's token has leaked: one command beside the running service, on each database."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from config.settings import read
from forum.lockdown import NotLocked, SecretNotChanged
from sandbox.outside import Outside
from service.cast import join
from service.locking import lock_once, unlock_once
from service.stage import by_mail, environment, stage
from tests.processes import FORUMBOT

IZM = "IZM kontaktpersona"
SECONDS = {"pull": 3600.0, "decide": 3600.0, "sweep": 0.2}


async def test_one_command(outside: Outside, database_url: str) -> None:
    more = by_mail(outside)
    async with stage(outside, database_url, seconds=SECONDS, more=more) as on:
        await on.settle()
        cast = (await on.cast([IZM]))[IZM]
        await join([cast], on.settle)
        before = datetime.now(UTC) - timedelta(hours=1)
        done = await asyncio.to_thread(lock_once, on.settings, "telegram", since=before, clock=outside.clock.now)
        assert done.told == (None if database_url.startswith("sqlite") else 1)
        assert {row["who"] for row in done.passed if row["channel"] == "telegram" and row["way"] == "sent"} == {IZM}
        await on.settle()
        told = outside.mail.mails["kontaktpersona@izm.example"][-1]
        assert str(told["Subject"]) == "Drošības dēļ foruma sarunas lietotnē Telegram ir apturētas"
        count = len(cast.account.messages)
        cast.account.says("/iestatijumi")
        await on.settle()
        assert len(cast.account.messages) == count + 1  # and no answer
    (settings,) = read([], environment(outside, database_url) | more)
    with pytest.raises(SecretNotChanged):
        unlock_once(settings)
    fresh = more | {"FORUMBOT_TELEGRAM__TOKEN": "123456789:" + "A" * 35}
    (changed,) = read([], environment(outside, database_url) | fresh)
    assert unlock_once(changed) == "telegram"
    with pytest.raises(NotLocked):
        unlock_once(changed)
    env = {**os.environ, **environment(outside, database_url), **fresh}
    said = await asyncio.to_thread(_run, env, "lockdown", "telegram", "--json")
    assert (said.returncode, json.loads(said.stdout)["ogp"]["told"]) == (0, 1)
    refused = await asyncio.to_thread(_run, env, "unlock")
    assert (refused.returncode, b"The channel still has the secret that leaked" in refused.stderr) == (1, True)


def _run(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*FORUMBOT, *words], env=env, capture_output=True, check=False)
