"""The guide of the demo page: each step is ticked off by what the outside has seen, and stays so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from tests.rehearsal import MEMBER, Rehearsal
from tests.visiting import do, see


def answers(rehearsal: Rehearsal, **values: object) -> None:
    rehearsal.site.list("Atbildes").add({"Title": "2.8 · IZM", "Version": 1, "Channel": "Telegram", **values})


def comes_in(rehearsal: Rehearsal) -> None:
    rehearsal.member.start()
    rehearsal.send(MEMBER, "Vai viss pareizi?", keyboard="join")
    rehearsal.send(MEMBER, "Paldies!")


def is_written_to(rehearsal: Rehearsal) -> None:
    rehearsal.clock.set(rehearsal.clock.now() + timedelta(days=5))
    rehearsal.send(rehearsal.coordinator.id, "Sākusies atskaite.")


def asks(command: str) -> Callable[[Rehearsal], None]:
    def ask(rehearsal: Rehearsal) -> None:
        rehearsal.coordinator.says(command)
        rehearsal.send(rehearsal.coordinator.id, "Atbilde.")

    return ask


DONE: list[tuple[str, Callable[[Rehearsal], object]]] = [
    ("start", comes_in),
    ("turn", is_written_to),
    ("answer", answers),
    ("unchanged", lambda rehearsal: answers(rehearsal, Unchanged=True)),
    ("fill", lambda rehearsal: answers(rehearsal, Channel="Platforma")),
    ("waiting", asks("/gaidam")),
    ("waiting", asks("/awaited IZM")),
    ("plan", asks("/plans")),
    ("plan", asks("/plan")),
    ("meeting", lambda rehearsal: rehearsal.site.list("Daliba").add({"Title": "IZM", "Answer": "Piedalīsies"})),
]


async def ticked(page: httpx.AsyncClient) -> list[str]:
    return [name for name, done in (await see(page))["guide"].items() if done]


@pytest.mark.parametrize(("step", "deed"), DONE)
async def test_a_step_is_ticked_off_by_its_deed_alone(
    page: httpx.AsyncClient, rehearsal: Rehearsal, step: str, deed: Callable[[Rehearsal], object]
) -> None:
    assert await ticked(page) == []
    deed(rehearsal)
    assert await ticked(page) == [step]


async def test_a_later_version_is_a_correction_and_stays_ticked_off(
    page: httpx.AsyncClient, rehearsal: Rehearsal
) -> None:
    answers(rehearsal, Version=2)
    assert await ticked(page) == ["answer", "correct"]
    rows = rehearsal.site.list("Atbildes")
    rows.delete(rows.order[-1])
    assert await ticked(page) == ["answer", "correct"]


async def test_a_command_without_an_answer_is_no_step(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    rehearsal.coordinator.says("/gaidam")
    assert await ticked(page) == []


async def test_the_people_speak_the_language_of_the_page(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    roster = rehearsal.site.list("Personas")
    row = roster.items[roster.find("Title", "IZM kontaktpersona")]
    version = row.version
    assert await do(page, "language", language="en") == {"language": "en"}
    assert (row.values["Lang"], row.version) == ("en", version + 1)
    assert [each["language"] for each in (await see(page))["actors"]] == ["en", "en"]
    await do(page, "language", language="en")
    assert row.version == version + 1
    refused = await page.post("/language", json={"language": "de"})
    assert (refused.status_code, refused.json()) == (400, {"error": "language must be one of lv, en"})
