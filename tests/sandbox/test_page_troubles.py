"""The demo page's troubles: a clock turned by two, a site down, a slow chat, a service that was off, a block."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import httpx

from sandbox.page import Stage
from sandbox.page.turning import local
from sandbox.serving import Serving
from tests.rehearsal import NUDGE, Rehearsal
from tests.visiting import START, chat, do, see


class Slow:
    """A service that takes its time: it settles when it is let go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def settle(self) -> None:
        self.let_go.wait(timeout=60)

    def worksheet(self, name: str) -> str:
        return ""

    stop = start = settle


async def test_the_clock_is_turned_by_one_at_a_time(rehearsal: Rehearsal) -> None:
    service, actors = Slow(), list(rehearsal.stage.actors.values())
    stage = Stage(rehearsal.clock, rehearsal.api, site=rehearsal.site, actors=actors, service=service)
    with Serving() as serving:
        async with httpx.AsyncClient(base_url=serving.start(stage.app()), verify=False, trust_env=False) as page:
            first = asyncio.ensure_future(page.post("/clock", json={"step": "hour"}))
            state = await see(page)
            while not state["busy"]:
                state = (await page.get("/state.json", params={"after": state["version"]})).json()
            second = await page.post("/clock", json={"step": "hour"})
            service.let_go.set()
            assert (second.status_code, second.json()) == (409, {"error": "the clock is being turned already"})
            assert (await first).json() == {"now": "2020-12-30T11:00:00+02:00"}
            assert (await see(page))["busy"] is False


async def test_a_turn_halts_at_its_next_stop_when_the_stage_closes(rehearsal: Rehearsal) -> None:
    service, actors = Slow(), list(rehearsal.stage.actors.values())
    stage = Stage(rehearsal.clock, rehearsal.api, site=rehearsal.site, actors=actors, service=service)
    turning = asyncio.ensure_future(stage.turn(START + timedelta(days=7)))
    await asyncio.sleep(0)
    stage.close()
    service.let_go.set()
    await turning
    assert (local(rehearsal.clock.now()).isoformat(), stage.busy) == ("2020-12-31T09:00:00+02:00", False)


async def test_a_switch_makes_trouble_and_ends_it(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    quiet = {"site_down": False, "telegram_slow": False}
    for name in quiet:
        assert await do(page, "switch", name=name, on=True) == {name: True}
        assert (await see(page))["switches"] == quiet | {name: True}
        assert (rehearsal.site.down, rehearsal.api.slow) == ((True, 0.0) if name == "site_down" else (False, 2.0))
        assert await do(page, "switch", name=name, on=False) == {name: False}
        assert ((await see(page))["switches"], rehearsal.api.next_faults) == (quiet, [])


async def test_a_slow_chat_asks_the_next_messages_to_come_again(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    await do(page, "switch", name="telegram_slow", on=True)
    rehearsal.api.slow = 0.0  # the test need not wait
    words = {"chat_id": rehearsal.coordinator.id, "text": "a"}
    async with httpx.AsyncClient(base_url=rehearsal.bot_address, trust_env=False) as bot:
        told = [await bot.post("sendMessage", json=words) for _ in range(3)]
    assert [each.status_code for each in told] == [429, 429, 200]
    assert told[0].json()["parameters"] == {"retry_after": 2}


async def test_two_weeks_off_are_seen_and_made_up_for(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    await do(page, "start", actor="izm")
    await chat(page, 2)
    waiting = asyncio.ensure_future(page.post("/outage", json={}))
    state = await see(page)
    while state["running"]:
        state = (await page.get("/state.json", params={"after": state["version"]})).json()
    assert (state["busy"], rehearsal.settled) == (True, [])
    assert (await page.post("/clock", json={"step": "hour"})).status_code == 409
    assert (await waiting).json() == {"now": "2021-01-13T10:00:00+02:00"}
    assert (rehearsal.ended, rehearsal.begun) == ([START], [START + timedelta(days=14)])
    nudge = (await chat(page, 3))[2]
    assert (nudge["html"], nudge["at"]) == (NUDGE, "2021-01-13T10:00:00+02:00")
    state = await see(page)
    assert (state["running"], state["busy"]) == (True, False)
    assert [each["day"] for each in state["calendar"] if each["out"]] == [f"2021-01-{day:02}" for day in range(4, 13)]


async def test_the_calendar_names_days_off_and_the_day_due(rehearsal: Rehearsal) -> None:
    names = {START.date() + timedelta(days=2): ("Jaungada diena", "New Year's Day")}
    actors = list(rehearsal.stage.actors.values())
    stage = Stage(rehearsal.clock, rehearsal.api, site=rehearsal.site, actors=actors, days_off=names)
    with Serving() as serving:
        async with httpx.AsyncClient(base_url=serving.start(stage.app()), trust_env=False) as page:
            days = {each.pop("day"): each for each in (await see(page))["calendar"]}
            refused = await page.post("/outage", json={})
    assert (min(days), max(days), len(days)) == ("2020-12-21", "2021-02-03", 45)
    plain = {"off": False, "name": None, "due": False, "out": False}
    assert days["2020-12-31"] == plain
    assert days["2021-01-02"] == plain | {"off": True}
    assert days["2021-01-01"] == plain | {"off": True, "name": {"lv": "Jaungada diena", "en": "New Year's Day"}}
    assert days["2021-02-01"] == plain | {"due": True}
    assert (refused.status_code, refused.json()) == (400, {"error": "there is no service to end"})


async def test_a_bot_that_is_blocked_is_let_in_by_start(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    await do(page, "start", actor="izm")
    await chat(page, 2)
    assert await do(page, "block", actor="izm") == {"blocked": True}
    actor = (await see(page))["actors"][0]
    assert (actor["started"], actor["blocked"]) == (False, True)
    again = await page.post("/block", json={"actor": "izm"})
    assert (again.status_code, again.json()) == (400, {"error": "the bot is blocked"})
    await do(page, "start", actor="izm")
    actor = (await see(page))["actors"][0]
    assert (actor["started"], actor["blocked"], actor["messages"][-1]["html"]) == (True, False, "/start")


async def test_an_own_message_is_changed_and_no_other(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    said = (await do(page, "say", actor="vk", text="/plans"))["message"]
    await do(page, "edit", actor="vk", message=said, text="/gaidam")
    changed = (await see(page))["actors"][1]["messages"][-1]
    assert (changed["id"], changed["html"], changed["edited"]) == (said, "/gaidam", True)
    sent = rehearsal.send(rehearsal.coordinator.id, "Labdien!")
    refused = await page.post("/edit", json={"actor": "vk", "message": sent, "text": "a"})
    assert (refused.status_code, refused.json()) == (400, {"error": "only an own message can be changed"})


async def test_a_row_is_changed_by_a_person_of_the_site(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    row = rehearsal.site.list("Pasakumi").find("Number", "2.8")
    told = {"actor": "izm", "table": "measures", "row": row}
    assert await do(page, "row", **told, cells={"Completion": "Izpildīts", "Done": "Viss."}) == {"version": 2}
    values = rehearsal.site.list("Pasakumi").items[row].values
    assert (values["Completion"], values["Done"], values["Editor"]) == ("Izpildīts", "Viss.", 6)
    for cells, error in (
        ({"Completion": "Varbūt"}, "Completion cannot hold this"),
        ({"Lead": "1"}, "cells are not to be changed here"),
        ({}, "cells are not to be changed here"),
    ):
        refused = await page.post("/row", json={**told, "cells": cells})
        assert (refused.status_code, refused.json()) == (400, {"error": error})


async def test_a_file_and_a_picture_are_sent(page: httpx.AsyncClient) -> None:
    dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    for name, content in (("a.txt", "YWJj"), ("b.png", dot)):
        await do(page, "file", actor="vk", name=name, content=content)
    sent = (await see(page))["actors"][1]["messages"][-2:]
    assert [(each["kind"], each["document"]["size"]) for each in sent] == [("document", 3), ("photo", 70)]
    refused = await page.post("/file", json={"actor": "vk", "name": "a", "content": "?"})
    assert (refused.status_code, refused.json()) == (400, {"error": "content is not base64"})
