"""The demo page over HTTP: what it shows of the stage, what a visitor may do, and what is refused."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest

from sandbox.page.turning import local
from tests.rehearsal import COORDINATOR, DIGEST, DONE, INVITATION, MEMBER, NUDGE, WELCOME, Rehearsal
from tests.visiting import START, chat, do, see


def sides(messages: list[Any]) -> list[str]:
    return [each["side"] for each in messages]


async def test_the_curtain_rises_on_two_chats_and_the_site(page: httpx.AsyncClient) -> None:
    state = await see(page)
    assert state["now"] == "2020-12-30T10:00:00+02:00"
    assert state["due"] == {
        "title": "Atskaite par plāna izpildi 2020. gadā",
        "on": "2021-02-01",
        "until": "2021-02-08",
    }
    assert state["first_day"] == "2021-01-04T09:00:00+02:00"
    assert [name for name, done in state["guide"].items() if done] == []
    assert [(each["key"], each["invited"], each["started"]) for each in state["actors"]] == [
        ("izm", True, False),
        ("vk", False, True),
    ]
    counted = {name: len(table["rows"]) for name, table in state["tables"].items()}
    assert counted == {"measures": 25, "people": 24, "replies": 0, "meetings": 4, "rounds": 2}
    assert set(state["lists"].values()) == set(state["tables"])


async def test_start_carries_the_invitation_the_first_time(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    await do(page, "start", actor="izm")
    said, joining = await chat(page, 2)
    # As on a telephone, what Start carried is not shown.
    assert (said["side"], said["html"], said["at"]) == ("person", "/start", "2020-12-30T10:00:00+02:00")
    assert rehearsal.member.messages[0].text == f"/start {INVITATION}"
    labels = [[key["text"] for key in row] for row in joining["keyboard"]]
    assert labels == [["Jā, pareizi", "Nē, jālabo"], ["English"]]
    rehearsal.member.blocks()
    assert (await see(page))["actors"][0]["started"] is False
    await do(page, "start", actor="izm")
    assert (await chat(page, 3))[2]["html"] == "/start"


async def test_a_button_presses_really(page: httpx.AsyncClient) -> None:
    await do(page, "start", actor="izm")
    joining = (await chat(page, 2))[1]
    await do(page, "press", actor="izm", message=joining["id"], button="yes")
    _, edited, welcome = await chat(page, 3)
    assert (edited["edited"], edited["keyboard"]) == (True, [])
    assert welcome["html"] == WELCOME
    assert (await see(page))["guide"]["start"] is True
    assert (await see(page))["actors"][0]["toasts"] == [{"text": "Paldies!", "alert": False}]


async def test_an_answer_reaches_the_site(page: httpx.AsyncClient) -> None:
    await do(page, "start", actor="izm")
    joining = (await chat(page, 2))[1]
    await do(page, "say", actor="izm", text=DONE, reply_to=joining["id"])
    said, echo = (await chat(page, 4))[2:]
    assert (said["html"], said["reply_to"], echo["reply_to"]) == (DONE, joining["id"], said["id"])
    state = await see(page)
    measure = next(row for row in state["tables"]["measures"]["rows"] if row["cells"]["Number"] == "2.8")
    assert measure["version"] == 2
    assert measure["cells"] == {
        "Number": "2.8",
        "Title": "Izglītības iestāžu un programmu datu atvēršana",
        "Lead": "IZM",
        "Completion": "Izpildīts būtiskā apjomā",
        "CompletionOn": "2020-12-30",
        "Done": DONE,
    }
    assert [row["cells"] for row in state["tables"]["replies"]["rows"]] == [
        {
            "SubmittedAt": "2020-12-30T10:00:00+02:00",
            "Measure": "2.8",
            "Institution": "IZM",
            "Completion": "Izpildīts būtiskā apjomā",
            "Done": DONE,
            "Channel": "Telegram",
            "SignOff": "Melnraksts",
        }
    ]
    assert [name for name, done in state["guide"].items() if done] == ["start", "answer"]


async def test_a_sticker_is_sent(page: httpx.AsyncClient) -> None:
    await do(page, "say", actor="vk", sticker="👍")
    sent = (await chat(page, 2, actor=1))[1]
    assert (sent["kind"], sent["sticker"], sent["html"]) == ("sticker", "👍", "")


@pytest.mark.parametrize(
    ("how", "then", "settled"),
    [
        ({"step": "hour"}, "2020-12-30T11:00:00+02:00", ["12-30 11"]),
        ({"step": "morning"}, "2020-12-31T09:00:00+02:00", ["12-31 09"]),
        ({"step": "day"}, "2020-12-31T10:00:00+02:00", ["12-31 09", "12-31 10"]),
        ({"to": "2021-01-01T09:00:00+02:00"}, "2021-01-01T09:00:00+02:00", ["12-31 09", "01-01 09"]),
    ],
)
async def test_the_clock_turns_and_the_service_keeps_up(
    page: httpx.AsyncClient, rehearsal: Rehearsal, how: dict[str, str], then: str, settled: list[str]
) -> None:
    assert await do(page, "clock", **how) == {"now": then}
    assert (await see(page))["now"] == then
    assert [f"{local(each):%m-%d %H}" for each in rehearsal.settled] == settled


async def test_a_week_jumps_over_no_morning(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    await do(page, "start", actor="izm")
    await chat(page, 2)
    await do(page, "clock", step="week")
    nudge = (await chat(page, 3))[2]
    assert (nudge["at"], nudge["html"]) == ("2021-01-04T09:00:00+02:00", NUDGE)
    assert (await chat(page, 2, actor=1))[1]["html"] == DIGEST
    assert len(rehearsal.settled) == 8
    assert (await see(page))["guide"]["turn"] is True


async def test_the_clock_turns_to_the_next_message_and_no_further(
    page: httpx.AsyncClient, rehearsal: Rehearsal
) -> None:
    await do(page, "start", actor="izm")
    await chat(page, 2)
    assert await do(page, "clock", step="message") == {"now": "2021-01-04T09:00:00+02:00"}
    assert (await chat(page, 3))[2]["html"] == NUDGE
    assert len(rehearsal.settled) == 5


async def test_the_clock_gives_up_after_two_months_without_a_message(page: httpx.AsyncClient) -> None:
    await do(page, "clock", step="message")
    assert await do(page, "clock", step="message") == {"now": "2021-03-07T09:00:00+02:00"}


async def test_a_row_is_deleted(page: httpx.AsyncClient) -> None:
    people = (await see(page))["tables"]["people"]["rows"]
    assert await do(page, "delete", table="people", row=people[0]["id"]) == {"deleted": people[0]["id"]}
    assert (await see(page))["tables"]["people"]["rows"] == people[1:]


async def test_a_chat_offers_the_commands_of_its_own_scope_and_language(
    page: httpx.AsyncClient, rehearsal: Rehearsal
) -> None:
    def names(state: dict[str, Any]) -> list[list[str]]:
        return [[each["command"] for each in actor["commands"]] for actor in state["actors"]]

    assert names(await see(page)) == [[], []]
    scopes: list[tuple[str, dict[str, Any]]] = [
        ("all", {}),
        ("mine", {"scope": {"type": "chat", "chat_id": COORDINATOR}}),
    ]
    for command, scope in scopes:
        rehearsal.ask("setMyCommands", commands=[{"command": command, "description": "x"}], **scope)
    assert names(await see(page)) == [["all"], ["mine"]]


async def test_news_come_as_soon_as_there_are_any(page: httpx.AsyncClient) -> None:
    version = (await see(page))["version"]
    none = await page.get("/state.json", params={"after": version, "wait": 0.2})
    assert (none.status_code, none.content) == (204, b"")
    waiting = asyncio.ensure_future(page.get("/state.json", params={"after": version}))
    await asyncio.sleep(0.2)
    await do(page, "say", actor="vk", text="/plans")
    found = (await waiting).json()
    assert (found["version"] > version, sides(found["actors"][1]["messages"])) == (True, ["person", "person"])
    unclear = await page.get("/state.json", params={"after": "now"})
    assert (unclear.status_code, unclear.json()) == (400, {"error": "after and wait must be numbers"})


async def test_whoever_waits_is_let_go_at_the_end(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    version = (await see(page))["version"]
    waiting = asyncio.ensure_future(page.get("/state.json", params={"after": version}))
    await asyncio.sleep(0.2)
    rehearsal.stage.close()
    assert (await waiting).status_code == 503


async def test_the_ledger_names_chats_and_leaves_out_empty_polls(page: httpx.AsyncClient) -> None:
    await do(page, "start", actor="izm")
    await chat(page, 2)
    await do(page, "clock", step="week")
    lines = (await see(page))["ledgers"]["telegram"]
    assert [(each["verb"], each["status"]) for each in lines] == [
        ("sendMessage", 200),
        ("sendMessage", 200),
        ("sendMessage", 200),
        ("getUpdates", 200),
        ("getUpdates", 200),
    ]
    assert (lines[0]["at"], lines[0]["path"]) == ("2021-01-04T09:00:00+02:00", "")
    digest, heard = [(await page.get(f"/ledger/telegram/{lines[n]['number']}.json")).json() for n in (0, 3)]
    assert (digest["body"]["chat_id"], digest["answer"]["result"]["chat"]["id"]) == ("chat:vk", "chat:vk")
    assert heard["answer"]["result"][0]["message"]["from"]["id"] == "chat:izm"
    for nowhere in ("/ledger/telegram/100000.json", "/ledger/mail/0.json"):
        assert (await page.get(nowhere)).status_code == 404


async def test_no_number_of_a_chat_is_shown(page: httpx.AsyncClient) -> None:
    await do(page, "start", actor="izm")
    await chat(page, 2)
    state = await page.get("/state.json")
    lines = state.json()["ledgers"]["telegram"]
    shown = [state.text, *[(await page.get(f"/ledger/telegram/{each['number']}.json")).text for each in lines]]
    assert [text for text in shown if str(MEMBER) in text or str(COORDINATOR) in text] == []


async def test_what_opens_a_door_is_blacked_out(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    await do(page, "start", actor="izm")
    await chat(page, 2)
    body = {"client_assertion": "abc", "scope": "s"}
    rehearsal.api.ledger.write(method="POST", path="/token", body=body, status=200, answer={"access_token": "xyz"})
    lines = (await see(page))["ledgers"]["telegram"]
    shown = [(await page.get(f"/ledger/telegram/{each['number']}.json")).json() for each in lines]
    assert (shown[0]["body"], shown[0]["answer"]) == (
        {"client_assertion": "█████", "scope": "s"},
        {"access_token": "█████"},
    )
    heard = [each["answer"]["result"][0]["message"]["text"] for each in shown if each.get("verb") == "getUpdates"]
    assert heard[0] == "/start █████"


async def test_a_file_can_be_taken_from_a_message(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    sent = rehearsal.coordinator.sends_document("plāns.txt", b"abc")
    answer = await page.get(f"/file/vk/{sent}")
    assert (answer.status_code, answer.content) == (200, b"abc")
    assert answer.headers["content-disposition"] == "attachment"
    assert [(await page.get(f"/file/{rest}")).status_code for rest in (f"izm/{sent}", "vk/1", "kt/1")] == [404] * 3


async def test_the_page_takes_nothing_from_elsewhere(page: httpx.AsyncClient) -> None:
    for name in ("/", "/page.js", "/style.css", "/texts.json", "/state.json"):
        answer = await page.get(name)
        assert answer.status_code == 200
        assert answer.headers["content-security-policy"] == "default-src 'self'; frame-ancestors 'none'"


async def test_a_row_of_the_site_that_changes_is_a_new_version(page: httpx.AsyncClient, rehearsal: Rehearsal) -> None:
    rows = rehearsal.site.list("AtskaisuTermini")
    rows.edit(rows.order[0], {"DueOn": START.date() + timedelta(days=2), "GraceUntil": None})
    rows.edit(rows.order[0], {"LockOn": "kad sanāks"})
    found = (await see(page))["tables"]["rounds"]["rows"][0]
    assert (found["version"], found["cells"]["DueOn"], found["cells"]["GraceUntil"]) == (3, "2021-01-01", None)
    assert found["cells"]["LockOn"] == "kad sanāks"
