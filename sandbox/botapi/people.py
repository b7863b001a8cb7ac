"""People: acts as a member in a chat with the bot, and sees what stands there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from sandbox.botapi.about import shown_commands
from sandbox.botapi.chats import Chat, Document, Message, Toast
from sandbox.botapi.files import File, Upload, size_of
from sandbox.botapi.refusal import JSON
from sandbox.botapi.rendering import found
from sandbox.botapi.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Person:
    """One person with an account in the chat; may be used from any thread.

    Every deed answers the id of the message that came of it, and raises ``ValueError`` for what the app on a
    telephone would not let one do (to write before Start, to press a button that is not there).
    """

    def __init__(self, world: World, user: JSON) -> None:
        self._world = world
        self.user = user
        self._cleared = 0
        about: JSON = {key: user[key] for key in ("id", "first_name", "last_name", "username") if key in user}
        self.chat = world.chats.setdefault(user["id"], Chat({**about, "type": "private"}))

    @property
    def id(self) -> int:
        """The person's number, which is also the number of the chat with the bot."""
        return int(self.user["id"])

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat now, oldest first."""
        with self._world.lock:
            return [one for one in self.chat.messages.values() if one.id > self._cleared]

    @property
    def toasts(self) -> list[Toast]:
        """The short words that came after presses, oldest first."""
        with self._world.lock:
            return list(self.chat.toasts)

    @property
    def commands(self) -> list[JSON]:
        """The menu beside the line to write in: ``command`` and ``description`` each."""
        with self._world.lock:
            return shown_commands(self._world, self.id, self.user["language_code"])

    def transcript(self) -> list[dict[str, Any]]:
        """The chat as plain data for a page."""
        with self._world.lock:
            return [one for one in self.chat.transcript() if one["id"] > self._cleared]

    def start(self, payload: str = "") -> int:
        """Press Start, with what a personal link carried; lifts a block first."""
        if not PAYLOAD.fullmatch(payload):
            raise ValueError("a link carries at most 64 of A-Z a-z 0-9 _ -")
        with self._world.lock:
            if self.chat.blocked:
                self.unblocks()
            self.chat.started = True
            return self.says(f"/start {payload}".strip())

    def says(self, text: str, *, reply_to: int | None = None) -> int:
        """Write a message, as an answer to another where ``reply_to`` names it."""
        with self._world.lock:
            if reply_to is not None:
                self._standing(reply_to)
            return self._writes(self._draft(text, reply_to=reply_to))

    def forwards(self, text: str) -> int:
        """Pass on words of somebody whose account stays hidden."""
        with self._world.lock:
            origin = {"type": "hidden_user", "sender_user_name": "?", "date": self._now()}
            return self._writes(replace(self._draft(text), extra={"forward_origin": origin}))

    def edits(self, message_id: int, text: str) -> int:
        """Change an own message."""
        with self._world.lock:
            message = self._standing(message_id)
            if message.from_bot:
                raise ValueError("only an own message can be changed")
            edited = self._world.rewrite(self.chat, message, text=text, entities=found(text))
            self._world.updates.add("edited_message", self.chat.wire_of(edited))
            return message_id

    def sends_sticker(self, emoji: str = "👍") -> int:
        with self._world.lock:
            file = self._world.files.keep(Upload("sticker.webp", b"RIFF"), folder="stickers")
            about = {"type": "regular", "width": 512, "height": 512, "emoji": emoji}
            about |= {"is_animated": False, "is_video": False}
            return self._writes(replace(self._draft(""), media={"sticker": {**file.wire(), **about}}))

    def sends_photo(self, content: bytes, caption: str = "") -> int:
        """Send a PNG or JPEG picture."""
        with self._world.lock:
            size_of(content)
            file = self._world.files.keep(Upload("photo.jpg", content), folder="photos")
            return self._writes(self._with_file(caption, file, {"photo": file.photo()}))

    def sends_document(self, name: str, content: bytes, caption: str = "") -> int:
        with self._world.lock:
            file = self._world.files.keep(Upload(name, content), folder="documents")
            return self._writes(self._with_file(caption, file, {"document": file.document()}))

    def sends_voice(self, content: bytes) -> int:
        """Send what was spoken and recorded just now: it has no name."""
        with self._world.lock:
            file = self._world.files.keep(Upload("voice.oga", content), folder="voice")
            about = {"duration": 1, "mime_type": "audio/ogg"}
            return self._writes(self._with_file("", file, {"voice": {**file.wire(), **about}}))

    def sends_video(self, name: str, content: bytes, caption: str = "") -> int:
        with self._world.lock:
            file = self._world.files.keep(Upload(name, content), folder="videos")
            about = {"duration": 1, "width": 640, "height": 480, "mime_type": "video/mp4", "file_name": name}
            return self._writes(self._with_file(caption, file, {"video": {**file.wire(), **about}}))

    def presses(self, message_id: int, button: str) -> str:
        """Press a button by its label or its data; answers the id of the press, which a toast carries too."""
        with self._world.lock:
            message = self._standing(message_id)
            if self.chat.blocked:
                raise ValueError("the person has blocked the bot")
            buttons = [each for row in message.keyboard for each in row if each.data is not None]
            hit = [each for each in buttons if button in (each.text, each.data)]
            if len(hit) != 1:
                raise ValueError(f"{len(hit)} buttons answer to {button!r}")
            query = {"id": self._world.new_query(self.chat), "from": self.user, "data": hit[0].data}
            query |= {"message": self.chat.wire_of(message), "chat_instance": str(self.id)}
            self._world.updates.add("callback_query", query)
            return str(query["id"])

    def clears(self) -> None:
        """Clear the history here: what stood in the chat is seen no more, and the bot hears nothing of it."""
        with self._world.lock:
            self._cleared = max(self.chat.messages, default=0)

    def blocks(self) -> None:
        """Stop the bot: it can reach the person no more."""
        self._membership(blocked=True)

    def unblocks(self) -> None:
        self._membership(blocked=False)

    def _membership(self, *, blocked: bool) -> None:
        with self._world.lock:
            if self.chat.blocked is blocked:
                raise ValueError("the bot is blocked" if blocked else "the bot is not blocked")
            self.chat.blocked = blocked
            free: JSON = {"user": self._world.me, "status": "member"}
            shut: JSON = {"user": self._world.me, "status": "kicked", "until_date": 0}
            news = {"chat": self.chat.wire, "from": self.user, "date": self._now()}
            old, new = (free, shut) if blocked else (shut, free)
            self._world.updates.add("my_chat_member", news | {"old_chat_member": old, "new_chat_member": new})

    def _standing(self, message_id: int) -> Message:
        if message_id not in self.chat.messages:
            raise ValueError(f"no message {message_id} stands in this chat")
        return self.chat.messages[message_id]

    def _draft(self, text: str, *, reply_to: int | None = None) -> Message:
        return Message(
            id=0,
            from_bot=False,
            sender=self.user,
            at=self._world.clock.now(),
            text=text,
            entities=found(text),
            reply_to=reply_to,
        )

    def _with_file(self, caption: str, file: File, media: JSON) -> Message:
        document = Document(file.name, len(file.content), file.content)
        return replace(self._draft(caption), media=media, document=document)

    def _writes(self, draft: Message) -> int:
        if not self.chat.started or self.chat.blocked:
            raise ValueError("the person has to press Start first")
        message = self._world.write(self.chat, draft)
        self._world.updates.add("message", self.chat.wire_of(message))
        return message.id

    def _now(self) -> int:
        return int(self._world.clock.now().timestamp())
