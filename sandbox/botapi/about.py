"""About the bot: who it is, which commands it names, which chats and files it may look at."""

from __future__ import annotations

import json
import re
from typing import Any

from sandbox.botapi.files import MOST_DOWNLOAD
from sandbox.botapi.refusal import JSON, bad
from sandbox.botapi.units import units
from sandbox.botapi.world import World

# https://core.telegram.org/bots/api#botcommandscope, and whether the scope names a chat
SCOPES = {
    "default": False,
    "all_private_chats": False,
    "all_group_chats": False,
    "all_chat_administrators": False,
    "chat": True,
    "chat_administrators": True,
    "chat_member": True,
}


def get_me(world: World, _params: JSON) -> JSON:
    able = {"can_join_groups": True, "can_read_all_group_messages": False}
    return {**world.me, **able, "supports_inline_queries": False, "has_main_web_app": False}


def get_chat(world: World, params: JSON) -> JSON:
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full: JSON = {"accent_color_id": 0, "max_reaction_count": 11}
    return {**world.chat(params["chat_id"]).wire, **full, "accepted_gift_types": dict.fromkeys(gifts, False)}


def get_file(world: World, params: JSON) -> JSON:
    file = world.files.by_id(params["file_id"])
    if len(file.content) > MOST_DOWNLOAD:
        raise bad("file is too big")
    return {**file.wire(), "file_path": file.path}


def set_my_commands(world: World, params: JSON) -> bool:
    commands = params["commands"]
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    world.commands[_whose(world, params)] = [_command(each) for each in commands]
    return True


def get_my_commands(world: World, params: JSON) -> list[JSON]:
    return world.commands.get(_whose(world, params), [])


def shown_commands(world: World, chat_id: int, language: str) -> list[JSON]:
    """The commands that an app offers in a private chat: the narrowest scope first, each in the app's language before
    any other (https://core.telegram.org/bots/api#determining-list-of-commands)."""
    scopes: list[JSON] = [{"type": "chat", "chat_id": chat_id}, {"type": "all_private_chats"}, {"type": "default"}]
    named = [(json.dumps(scope, sort_keys=True), spoken) for scope in scopes for spoken in (language, "")]
    return next((world.commands[whose] for whose in named if world.commands.get(whose)), [])


def delete_my_commands(world: World, params: JSON) -> bool:
    world.commands.pop(_whose(world, params), None)
    return True


def _whose(world: World, params: JSON) -> tuple[str, str]:
    scope, language = params.get("scope") or {"type": "default"}, params.get("language_code", "")
    kind = scope.get("type")
    if not isinstance(kind, str) or kind not in SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    if SCOPES[kind]:
        world.chat(scope.get("chat_id", ""))
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return json.dumps(scope, sort_keys=True), language


def _command(given: Any) -> JSON:
    if not isinstance(given, dict) or set(given) != {"command", "description"}:
        raise bad("can't parse BotCommand: expected a command and a description")
    command = str(given["command"]).removeprefix("/")
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= units(str(given["description"])) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": given["description"]}
