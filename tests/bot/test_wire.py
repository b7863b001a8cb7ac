"""The wire to Telegram: what it says of a trouble, against a service that answers as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot

from bot.channel import InDoubt, Key, NothingToEdit, Refused, SendTrouble, Spoken, TryLater, Unreachable
from bot.telegram.wire import ChatRefused, TelegramChannel, connected, make_bot
from sandbox.botapi import BotApi
from sandbox.serving import Serving
from tests.waiting import PATIENCE

Answering = Callable[[int, str], Awaitable[TelegramChannel]]
WORDS = Spoken(html="<b>Vārdi</b>")


@pytest.fixture
async def answering(serving: Serving) -> AsyncIterator[Answering]:
    """A channel to a service that answers all but getMe with this status and body."""
    bots: list[Bot] = []

    async def answer_with(status: int, body: str) -> TelegramChannel:
        async def answer(request: Request) -> Response:
            if request.path_params["method"] == "getMe":
                return Response('{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"b","username":"b_bot"}}')
            return Response(body, status_code=status)

        address = serving.start(Starlette(routes=[Route("/bot{token}/{method}", answer, methods=["POST"])]))
        bots.append(make_bot("1:A", address + "/bot"))
        await bots[-1].initialize()
        return TelegramChannel(bots[-1])

    yield answer_with
    for bot in bots:
        await bot.shutdown()


def refusal(code: int, words: str) -> str:
    return f'{{"ok":false,"error_code":{code},"description":"{words}"}}'


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (400, refusal(400, "Bad Request: can't parse entities"), Refused),
        (400, refusal(400, "Bad Request: message is too long"), Refused),
        (400, refusal(400, "Bad Request: chat not found"), Unreachable),
        (400, refusal(400, "Bad Request: message to edit not found"), NothingToEdit),
        (400, refusal(400, "Bad Request: message can't be edited"), NothingToEdit),
        (403, refusal(403, "Forbidden: bot was blocked by the user"), Unreachable),
        (403, refusal(403, "Forbidden: user is deactivated"), Unreachable),
        (401, refusal(401, "Unauthorized"), TryLater),
        (404, refusal(404, "Not Found"), TryLater),
        (409, refusal(409, "Conflict"), TryLater),
        (500, refusal(500, "Internal Server Error"), InDoubt),
        (502, "<html>Bad Gateway</html>", InDoubt),
        (200, "<html>Sign in to this network</html>", InDoubt),
        (200, "{", InDoubt),
    ],
)
async def test_each_refusal_has_the_ports_name(
    answering: Answering, status: int, body: str, trouble: type[SendTrouble]
) -> None:
    channel = await answering(status, body)
    for edits in (None, "5"):
        with pytest.raises(SendTrouble) as raised:
            await channel.send("77", WORDS, edits=edits)
        assert type(raised.value) is trouble


async def test_how_long_to_wait_is_taken_from_the_answer(answering: Answering) -> None:
    body = refusal(429, "Too Many Requests: retry after 7")[:-1] + ',"parameters":{"retry_after":7}}'
    channel = await answering(429, body)
    with pytest.raises(TryLater) as raised:
        await channel.send("77", WORDS, edits=None)
    assert raised.value.seconds == 7


async def test_an_edit_that_changes_nothing_was_made(answering: Answering) -> None:
    channel = await answering(400, refusal(400, "Bad Request: message is not modified"))
    assert await channel.send("77", WORDS, edits="5") == "5"


async def test_a_service_that_is_not_there_got_nothing() -> None:
    bot = make_bot("1:A", "http://127.0.0.1:1/bot")
    with pytest.raises(TryLater) as raised:
        await TelegramChannel(bot).send("77", WORDS, edits=None)
    assert raised.value.seconds is None


async def test_a_connection_that_breaks_leaves_a_doubt(api: BotApi, bot: Bot) -> None:
    api.person(77, "Member").chat.started = True
    api.next_faults = [("cut",)]
    with pytest.raises(InDoubt):
        await TelegramChannel(bot).send("77", WORDS, edits=None)
    assert [message.html for message in api.person(77, "Member").messages] == ["<b>Vārdi</b>"]


async def test_a_toast_never_raises(answering: Answering) -> None:
    for status in (400, 403, 500):
        await (await answering(status, refusal(status, "query is too old"))).toast("1", "Vārdi")


async def test_words_and_buttons_arrive_as_they_were_meant(api: BotApi, bot: Bot) -> None:
    member = api.person(77, "Member")
    member.chat.started = True
    rows = [[Key("Jā", "1"), Key("Nē", "2")], [Key("Varbūt", "3")]]
    channel = TelegramChannel(bot)
    number = await channel.send("77", Spoken(html="<i>1 &lt; 2</i> ogp.example", rows=rows), edits=None)
    assert [str(message.id) for message in member.messages] == [number]
    assert member.messages[0].html == "<i>1 &lt; 2</i> ogp.example"
    assert [[(key.text, key.data) for key in row] for row in member.messages[0].keyboard] == [
        [("Jā", "1"), ("Nē", "2")],
        [("Varbūt", "3")],
    ]
    assert await channel.send("77", WORDS, edits=number) == number
    assert [(message.html, message.keyboard) for message in member.messages] == [("<b>Vārdi</b>", [])]
    sends = [entry for entry in api.ledger.entries if entry["path"].endswith("/sendMessage")]
    assert [entry["body"].get("link_preview_options") for entry in sends] == [{"is_disabled": True}]


async def test_a_button_may_open_an_address_and_one_that_cannot_is_left_out(api: BotApi, bot: Bot) -> None:
    member = api.person(77, "Member")
    member.chat.started = True
    there, nowhere = Key("Atvērt", url="https://site.example/1"), Key("Atvērt", url="http://sharepoint/1")
    for rows in ([[Key("Jā", "1")], [there]], [[Key("Jā", "1")], [nowhere]], [[nowhere]]):
        await TelegramChannel(bot).send("77", Spoken(html="Vārdi", rows=rows), edits=None)
    assert [[[(key.data, key.url) for key in row] for row in message.keyboard] for message in member.messages] == [
        [[("1", None)], [(None, "https://site.example/1")]],
        [[("1", None)]],
        [],
    ]


async def test_the_link_names_the_bot(bot: Bot) -> None:
    assert TelegramChannel(bot).link("abc") == "https://t.me/ogp_forums_bot?start=abc"


async def test_a_wrong_token_is_told_without_it(bot: Bot) -> None:
    with pytest.raises(ChatRefused, match=r"^InvalidToken$"):
        async with connected("123:WRONG", bot.base_url.partition("/bot")[0] + "/bot"):
            raise AssertionError
    async with (
        asyncio.timeout(PATIENCE),
        connected("123:SECRET", bot.base_url.partition("/bot")[0] + "/bot") as channel,
    ):
        assert channel.name == "telegram"
