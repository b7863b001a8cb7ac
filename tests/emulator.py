"""A Bot API that nobody here wrote, as a process of its own: what works with the sandbox must work with it too."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from tests.ports import free_port


class Emulator:
    """``lo-bot-api-emulator`` on a free port, for the length of a ``with``.

    It knows no people and remembers no message: an edit is answered with whatever it was given, and what a
    person does is put into the queue as a raw update, by ``put`` or by a ``Caller``.
    """

    def __init__(self, journal: Path, *, token: str = "987:emulated") -> None:
        self.token = token
        self._port = free_port()
        self.base = f"http://127.0.0.1:{self._port}"
        self._command = [str(Path(sys.executable).with_name("lo-bot-api-emulator")), "--enable-control"]
        self._command += ["--port", str(self._port), "--journal", str(journal)]

    def __enter__(self) -> Self:
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(self._command, stdout=quiet, stderr=quiet)
        until = time.monotonic() + 20
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                self.__exit__(None, None, None)
                raise RuntimeError("the emulator did not start")
            time.sleep(0.05)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait(timeout=60)

    def put(self, update: dict[str, Any]) -> int:
        """Queue a raw update and answer its id."""
        body = {"token": self.token, "update": update}
        answer = httpx.post(f"{self.base}/__fixture/updates", json=body, trust_env=False)
        answer.raise_for_status()
        return int(answer.json()["result"]["update_id"])

    def _answers(self) -> bool:
        try:
            return httpx.post(f"{self.base}/bot{self.token}/getMe", trust_env=False).is_success
        except httpx.TransportError:
            return False


class Caller:
    """A person whose doings are made up and queued in an ``Emulator``."""

    def __init__(self, emulator: Emulator, user_id: int) -> None:
        self._emulator = emulator
        self._numbers = itertools.count(100_000)
        self._user = {"id": user_id, "is_bot": False, "first_name": "Member", "language_code": "lv"}
        self._chat = {"id": user_id, "type": "private", "first_name": "Member"}

    def start(self, payload: str = "") -> int:
        return self.says(f"/start {payload}".strip())

    def says(self, text: str, *, reply_to: int | None = None) -> int:
        message = {**self._message(next(self._numbers)), "from": self._user, "text": text}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        if reply_to is not None:
            message["reply_to_message"] = self._message(reply_to)
        self._emulator.put({"message": message})
        return int(message["message_id"])

    def presses(self, message_id: int, data: str) -> str:
        """Press the button that carries ``data``; answers the id of the press."""
        press = str(next(self._numbers))
        query = {"id": press, "from": self._user, "chat_instance": "1", "data": data}
        self._emulator.put({"callback_query": {**query, "message": self._message(message_id)}})
        return press

    def _message(self, message_id: int) -> dict[str, Any]:
        return {"message_id": message_id, "date": int(time.time()), "chat": self._chat}
