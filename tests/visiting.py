"""Visiting the demo page over HTTP: its state, deeds that are done, a chat once so much is said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx

START = datetime(2020, 12, 30, 8, 0, tzinfo=UTC)


async def see(page: httpx.AsyncClient) -> Any:
    """The state as it is now."""
    return (await page.get("/state.json")).json()


async def do(page: httpx.AsyncClient, deed: str, /, **body: Any) -> Any:
    """A deed that is done, and its answer."""
    answer = await page.post(f"/{deed}", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def chat(page: httpx.AsyncClient, count: int, *, actor: int = 0) -> list[Any]:
    """An actor's messages once there are ``count`` of them."""
    state = await see(page)
    while len(state["actors"][actor]["messages"]) < count:
        state = (await page.get("/state.json", params={"after": state["version"], "wait": 5})).json()
    messages: list[Any] = state["actors"][actor]["messages"]
    assert len(messages) == count
    return messages
