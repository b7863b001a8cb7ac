"""What a bot may ask and with which parameters; anything else is refused by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from sandbox.botapi.files import Upload
from sandbox.botapi.multipart import parts
from sandbox.botapi.refusal import JSON, bad

# "!" marks what a method cannot do without: https://core.telegram.org/bots/api#available-methods
_SEND = "chat_id! disable_notification protect_content reply_parameters reply_markup"
_SEND += " reply_to_message_id allow_sending_without_reply"
_CAPTION = "caption parse_mode caption_entities"
METHODS = {
    "getMe": "",
    "getUpdates": "offset limit timeout allowed_updates",
    "setWebhook": "url! secret_token allowed_updates drop_pending_updates max_connections",
    "deleteWebhook": "drop_pending_updates",
    "getWebhookInfo": "",
    "sendMessage": f"{_SEND} text! parse_mode entities link_preview_options",
    "sendDocument": f"{_SEND} document! {_CAPTION} disable_content_type_detection",
    "sendPhoto": f"{_SEND} photo! {_CAPTION} show_caption_above_media has_spoiler",
    "sendChatAction": "chat_id! action!",
    "editMessageText": "chat_id! message_id! text! parse_mode entities link_preview_options reply_markup",
    "editMessageCaption": f"chat_id! message_id! {_CAPTION} show_caption_above_media reply_markup",
    "editMessageReplyMarkup": "chat_id! message_id! reply_markup",
    "deleteMessage": "chat_id! message_id!",
    "answerCallbackQuery": "callback_query_id! text show_alert url cache_time",
    "setMyCommands": "commands! scope language_code",
    "getMyCommands": "scope language_code",
    "deleteMyCommands": "scope language_code",
    "getChat": "chat_id!",
    "getFile": "file_id!",
}


async def asked(request: Request) -> JSON:
    """All parameters of a request as they came: from its address and its body, JSON or either kind of form."""
    given: JSON = dict(request.query_params)
    body = await request.body()
    kind = request.headers.get("content-type", "")
    if not body:
        return given
    if kind.startswith("application/json"):
        return given | _object(body)
    if kind.startswith("application/x-www-form-urlencoded"):
        return given | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    if kind.startswith("multipart/form-data"):
        return given | parts(body, kind)
    raise bad(f"unsupported content type {kind}")


def checked(method: str, given: JSON) -> JSON:
    """The parameters of ``method``, decoded to their kinds; raises ``Refusal`` that names what is wrong."""
    names = METHODS[method].split()
    known = {name.removesuffix("!") for name in names}
    attached = {name: value for name, value in given.items() if isinstance(value, Upload)}
    read: JSON = {}
    for name, value in given.items():
        if name in known:
            read[name] = _value(name, value, attached)
        elif not isinstance(value, Upload):
            raise bad(f"unknown parameter {name} of method {method}")
    missing = [name[:-1] for name in names if name.endswith("!") and name[:-1] not in given]
    if missing:
        raise bad(_missing(missing[0]))
    return read


def shown(given: JSON) -> JSON:
    """The parameters as a ledger keeps them: files by name and size, nested JSON as objects."""
    return {name: _shown(name, value) for name, value in given.items()}


def _shown(name: str, value: Any) -> Any:
    if isinstance(value, Upload):
        return {"file_name": value.name, "size": len(value.content)}
    try:
        return _decode(name, value)
    except (ValueError, TypeError):
        return value


def _missing(name: str) -> str:
    words = {"chat_id": "chat_id is empty", "text": "message text is empty"}
    words |= {"message_id": "message identifier is not specified"}
    return words.get(name, f"parameter {name} is required")


def _value(name: str, value: Any, attached: dict[str, Upload]) -> Any:
    if name in ("document", "photo"):
        return _file(name, value, attached)
    try:
        return _decode(name, value)
    except (ValueError, TypeError) as error:
        raise bad(f"can't parse parameter {name}: {error}") from None


def _decode(name: str, value: Any) -> Any:
    read: Callable[[Any], Any] = KINDS.get(name, _text)
    return read(value)


def _object(body: bytes) -> JSON:
    try:
        read = json.loads(body)
    except ValueError:
        raise bad("can't parse the JSON body") from None
    if not isinstance(read, dict):
        raise bad("the JSON body must be an object")
    return read


def _file(name: str, value: Any, attached: dict[str, Upload]) -> Upload | str:
    if isinstance(value, str) and value.startswith("attach://"):
        value = attached.get(value.removeprefix("attach://"))
    if not isinstance(value, Upload | str) or not value:
        raise bad(f"there is no {name} in the request")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("expected a string")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("strings must be encoded in UTF-8") from None
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError("expected an integer")
    return int(value)


def _chat(value: Any) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    return _number(value)


def _flag(value: Any) -> bool:
    known = {True: True, False: False, "true": True, "false": False, "True": True, "False": False}
    if not isinstance(value, bool | str) or value not in known:
        raise TypeError("expected true or false")
    return known[value]


def _nested(shape: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        found = json.loads(value) if isinstance(value, str) else value
        if not isinstance(found, shape):
            raise TypeError(f"expected {'an array' if shape is list else 'an object'}")
        _text(json.dumps(found, ensure_ascii=False))
        return found

    return read


_NUMBERS = "message_id offset limit timeout reply_to_message_id cache_time max_connections"
_FLAGS = """disable_notification protect_content allow_sending_without_reply show_alert drop_pending_updates
    disable_content_type_detection show_caption_above_media has_spoiler"""
_OBJECTS = "reply_markup reply_parameters link_preview_options scope"
_LISTS = "entities caption_entities commands allowed_updates"
# Every other parameter is a text.
KINDS: dict[str, Callable[[Any], Any]] = {
    "chat_id": _chat,
    **dict.fromkeys(_NUMBERS.split(), _number),
    **dict.fromkeys(_FLAGS.split(), _flag),
    **dict.fromkeys(_OBJECTS.split(), _nested(dict)),
    **dict.fromkeys(_LISTS.split(), _nested(list)),
}
