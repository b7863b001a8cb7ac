"""The menu: Telegram's own list of commands beside the text field, for members and in coordinators' own chats."""

from __future__ import annotations

import structlog
from sqlalchemy.orm import Session
from telegram import Bot, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.dialogues.coordinating import offered
from bot.dialogues.route import COMMANDS
from bot.telegram.hearing import NAME
from forum import enrolment, people
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock
from words.commands import named
from words.texts import Texts

log = structlog.get_logger()

# For whom a menu is: a chat and no language, or everybody (None) whose app speaks this language (empty: any other).
Whose = tuple[str | None, str]
Commands = list[tuple[str, str]]


class Menu:
    """Keeps the menus true; what was told already is not told again by the same process."""

    def __init__(self, store: Store, forum: str, bot: Bot, policy: Policy, clock: Clock) -> None:
        self._store, self._forum, self._bot, self._policy, self._clock = store, forum, bot, policy, clock
        self._texts = Texts(policy.languages)
        self._told: dict[Whose, Commands] = {}

    async def step(self) -> int:
        """Tell Telegram of the menus that are otherwise now; answers 0, as nothing follows from it."""
        chats = await self._store.read(_coordinators, self._forum, policy=self._policy, clock=self._clock)
        wanted = self._everybody() | {(chat, ""): self._commands(wish, coordinator=True) for chat, wish in chats}
        try:
            for whose, commands in wanted.items():
                if self._told.get(whose) != commands:
                    await self._tell(whose, commands)
            for whose in self._told.keys() - wanted.keys():
                await self._bot.delete_my_commands(scope=_scope(whose[0]))
                del self._told[whose]
        except TelegramError as error:
            # Asked again at the next turn.
            log.info("a menu was not told", action="telegram.menu", why=type(error).__name__)
        return 0

    def _everybody(self) -> dict[Whose, Commands]:
        first, *others = self._policy.languages
        menus: dict[Whose, Commands] = {(None, ""): self._commands(first, coordinator=False)}
        return menus | {(None, one): self._commands(one, coordinator=False) for one in others}

    def _commands(self, language: str, *, coordinator: bool) -> Commands:
        return named(self._texts, language, offered(COMMANDS, coordinator=coordinator))

    async def _tell(self, whose: Whose, commands: Commands) -> None:
        chat, language = whose
        self._told[whose] = commands
        try:
            await self._bot.set_my_commands(commands, scope=_scope(chat), language_code=language or None)
        except (BadRequest, Forbidden):
            log.info("a chat takes no menu", action="telegram.menu")  # it was closed: nobody looks there
        except TelegramError:
            del self._told[whose]
            raise


def _scope(chat: str | None) -> BotCommandScopeDefault | BotCommandScopeChat:
    return BotCommandScopeDefault() if chat is None else BotCommandScopeChat(int(chat))


def _coordinators(session: Session, forum: str, *, policy: Policy, clock: Clock) -> list[tuple[str, str]]:
    """The chats of those who run the forum today, each with its language."""
    found = people.coordinators(session, forum, day=policy.day(clock()))
    ways = enrolment.ways(session, forum, people=[person.id for person in found])
    return [
        (way.address, policy.language(way.language or person.language))
        for person in found
        if (way := ways.get(person.id)) is not None and way.channel == NAME
    ]
