"""Keyboards: checks the buttons a bot hangs under a message, as strictly as the real service."""

from __future__ import annotations

from typing import Any

from sandbox.botapi.entities import valid_url
from sandbox.botapi.refusal import JSON, bad
from sandbox.botapi.units import units

KINDS = {
    "inline_keyboard": {"inline_keyboard"},
    "keyboard": {
        "keyboard",
        "is_persistent",
        "resize_keyboard",
        "one_time_keyboard",
        "input_field_placeholder",
        "selective",
    },
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "input_field_placeholder", "selective"},
}
ACTIONS = {"callback_data", "url", "copy_text"}
LOOKS = {"text", "style", "icon_custom_emoji_id"}
MOST_BUTTONS = 100
MOST_IN_ROW = 8


def checked_markup(markup: JSON | None, *, inline_only: bool = False) -> JSON | None:
    """The markup as it is kept; raises ``Refusal`` for what the service would not take.

    An inline keyboard without buttons is none, and empty rows fall away. ``inline_only`` holds for edits.
    """
    if not markup:
        return None
    kind = next((each for each in KINDS if each in markup), None)
    if kind is None:
        raise bad("object expected as reply markup")
    if strange := sorted(set(markup) - KINDS[kind]):
        raise bad(f"can't parse reply markup: unknown field {strange[0]}")
    if inline_only and kind != "inline_keyboard":
        raise bad("inline keyboard expected")
    if units(str(markup.get("input_field_placeholder", ""))) > 64:
        raise bad("input field placeholder is too long")
    if kind in ("remove_keyboard", "force_reply"):
        return _flag(markup, kind)
    rows = _rows(markup[kind], inline=kind == "inline_keyboard")
    return {**markup, kind: rows} if rows else None


def _flag(markup: JSON, kind: str) -> JSON:
    if markup[kind] is not True:
        raise bad(f"can't parse reply markup: {kind} must be True")
    return markup


def _rows(rows: Any, *, inline: bool) -> list[list[JSON]]:
    what = "inline keyboard" if inline else "keyboard"
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f"can't parse {what}: expected an array of arrays of buttons")
    kept = [[_inline(each) if inline else _plain(each) for each in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in kept):
        raise bad("reply markup is too long")
    return kept


def _plain(button: Any) -> JSON:
    given = {"text": button} if isinstance(button, str) else button
    if not isinstance(given, dict) or set(given) - LOOKS or not _said(given):
        raise bad("can't parse keyboard button: only a text is played here")
    return given


def _inline(button: Any) -> JSON:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: expected an object")
    if strange := sorted(set(button) - LOOKS - ACTIONS):
        raise bad(f"can't parse inline keyboard button: unknown field {strange[0]}")
    if not _said(button):
        raise bad("can't parse inline keyboard button: field text must be non-empty")
    actions = ACTIONS & set(button)
    if not actions:
        words = "Text buttons are unallowed in the inline keyboard"
        raise bad(f"can't parse inline keyboard button: {words}")
    if len(actions) > 1:
        raise bad("can't parse inline keyboard button: exactly one action is allowed")
    _action(button)
    return button


def _said(button: JSON) -> bool:
    return isinstance(button.get("text"), str) and bool(button["text"].strip())


def _action(button: JSON) -> None:
    data, url, copied = (button.get(each) for each in ("callback_data", "url", "copy_text"))
    if data is not None and not (isinstance(data, str) and 1 <= len(data.encode()) <= 64):
        raise bad("BUTTON_DATA_INVALID")
    if url is not None and not (isinstance(url, str) and valid_url(url)):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if copied is not None:
        text = copied.get("text") if isinstance(copied, dict) else None
        if not isinstance(text, str) or not 1 <= units(text) <= 256:
            raise bad("can't parse inline keyboard button: the text to copy must have 1-256 characters")
