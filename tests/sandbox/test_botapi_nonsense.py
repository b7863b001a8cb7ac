"""Nonsense: whatever shape a request has, the service takes it or refuses it, and never breaks."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from sandbox.botapi import BotApi
from sandbox.botapi.asking import METHODS, checked, shown
from sandbox.botapi.refusal import Refusal
from sandbox.botapi.server import AT_ONCE
from sandbox.clock import Clock
from sandbox.ledger import Ledger

WORDS = [
    "inline_keyboard",
    "keyboard",
    "force_reply",
    "remove_keyboard",
    "input_field_placeholder",
    "text",
    "callback_data",
    "url",
    "copy_text",
    "type",
    "offset",
    "length",
    "message_id",
    "chat_id",
    "command",
    "description",
    "default",
    "chat",
    "bold",
    "is_disabled",
]
PARAMETERS = sorted({name.removesuffix("!") for names in METHODS.values() for name in names.split()})
VALUES: some.SearchStrategy[Any] = some.recursive(
    some.none() | some.booleans() | some.integers(-1, 3) | some.sampled_from([*WORDS, "", "[]", "{", "\ud800"]),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from(WORDS), inner, max_size=4),
    max_leaves=12,
)
NESTED = ["scope", "commands", "reply_markup", "entities", "link_preview_options", "reply_parameters", "text"]
REQUESTS = some.dictionaries(some.sampled_from(NESTED) | some.sampled_from(PARAMETERS), VALUES, max_size=4)


@settings(max_examples=300)
@given(some.sampled_from(sorted(AT_ONCE)), REQUESTS)
def test_no_request_breaks_the_service(method: str, given: dict[str, Any]) -> None:
    clock = Clock(datetime(2021, 1, 4, tzinfo=UTC))
    api = BotApi("1:a", username="b", ledger=Ledger(clock), clock=clock, enforce_limits=False)
    api.person(1, "Member").start()
    known = {name.removesuffix("!") for name in METHODS[method].split()}
    whole = {"chat_id": 1, "message_id": 1, "text": "a", "commands": []} | given
    asked = {name: value for name, value in whole.items() if name in known}
    with suppress(Refusal):
        AT_ONCE[method](api, checked(method, asked))
    assert set(shown(asked)) == set(asked)
