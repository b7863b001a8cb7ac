"""The sandbox's Bot API: the chat service the bot talks to, over real HTTP, as strict as the real one."""

from sandbox.botapi.api import BotApi
from sandbox.botapi.chats import Button, Document, Message, Toast
from sandbox.botapi.people import Person

__all__ = ["BotApi", "Button", "Document", "Message", "Person", "Toast"]
