"""A rehearsal of the demo page: its stage with two people, Latvia's site, and a small bot that talks raw HTTP."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from html import escape
from types import TracebackType
from typing import Any, Self

import httpx

from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.page import Actor, Stage
from sandbox.plans import latvia
from sandbox.serving import Serving

MEMBER, COORDINATOR = 5_550_101, 5_550_102
INVITATION = "Saite-1_a"
FIRST = date(2021, 1, 4)
DONE = "Dati par 2020. gadu ir publicēti, un API ir atvērts"

JOINING = """Labdien! Šis ir Atvērtās pārvaldības foruma automātiskais palīgs; to uztur Valsts kanceleja.

Iestāde: <b>Izglītības un zinātnes ministrija</b>
Pasākums: <b>2.8.</b> Izglītības iestāžu un programmu datu atvēršana

Vai viss pareizi?"""
WELCOME = (
    "Paldies! Nākamais termiņš: <b>pirmdiena, 2021. gada 1. februāris</b>. Pirmo atgādinājumu nosūtīsim 4. janvārī."
)
NUDGE = """Informācija par 2020. gadu. Termiņš: <b>pirmdiena, 1. februāris</b> – atlikušas 28 dienas (20 darba dienas).

<b>2.8.</b> Izglītības iestāžu un programmu datu atvēršana
Pēdējais ieraksts: <i>vēl nav</i>

Kāds bija stāvoklis gada beigās?"""
ECHO = """Saņemts un ierakstīts platformā (1. redakcija).

<b>2.8.</b> – izpildīts būtiskā apjomā.
Paveikts: <blockquote>{}</blockquote>
<a href="https://platforma.example/2.8">Skatīt platformā</a>"""
KEPT = "Atbilde ir saņemta un saglabāta. Platforma pašlaik nav pieejama. Jums nekas vairs nav jādara."
DIGEST = "<b>Sākusies atskaite par 2020. gadu.</b>\nJāatbild par 25 pasākumiem. Pievienojusies 1 persona."
KEYBOARDS = {
    "join": [[("Jā, pareizi", "yes"), ("Nē, jālabo", "no")], [("English", "english")]],
    "nudge": [
        [("Atbildēt", "reply"), ("Bez izmaiņām", "same")],
        [("Atgādināt vēlāk", "later"), ("Vajadzīga palīdzība", "help")],
        [("Kāpēc saņēmu šo ziņu?", "why")],
    ],
}


class Rehearsal:
    """The whole far side of the demo, served on free ports while used as a context manager.

    It is the stage's service too: ``settle`` sends the nudge once the clock has come to 4 January, and notes in
    ``settled`` each moment at which it was asked. It says the wall's words, not the product's.
    """

    def __init__(self, start: datetime) -> None:
        self.clock = Clock(start)
        self.api = BotApi(
            "777000:SECRET", username="forumbot", ledger=Ledger(self.clock), clock=self.clock, enforce_limits=False
        )
        self.site = latvia(self.clock)
        self.member = self.api.person(MEMBER, "IZM")
        self.coordinator = self.api.person(COORDINATOR, "VK")
        self.coordinator.start()
        actors = [
            Actor("izm", self.member, "IZM kontaktpersona", "Contact at IZM", INVITATION),
            Actor("vk", self.coordinator, "VK koordinators", "Coordinator at VK"),
        ]
        self.stage = Stage(self.clock, self.api, site=self.site, actors=actors, service=self, first_day=FIRST)
        self.settled: list[datetime] = []
        self.ended: list[datetime] = []
        self.begun: list[datetime] = []
        self.nudged = False
        self._offset = 0
        self._serving = Serving()
        self._ending = threading.Event()
        self._polling = threading.Thread(target=self._poll, name="rehearsal's bot")

    def __enter__(self) -> Self:
        self._serving.__enter__()
        self.bot_address = f"{self._serving.start(self.api.app())}/bot{self.api.token}/"
        self._client = httpx.Client(base_url=self.bot_address, verify=False)
        self.address = self._serving.start(self.stage.app())
        self._poll_once()  # the coordinator's Start, so that nothing moves by itself afterwards
        self._polling.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stage.close()
        self._ending.set()
        self._polling.join()
        self._client.close()
        self._serving.__exit__(kind, error, trace)

    def stop(self) -> None:
        self.ended.append(self.clock.now())

    def start(self) -> None:
        self.begun.append(self.clock.now())

    def worksheet(self, name: str) -> str:
        return ""

    def settle(self) -> None:
        self.settled.append(self.clock.now())
        if self.clock.now() < datetime(2021, 1, 4, 7, tzinfo=UTC) or self.nudged:
            return
        self.nudged = True
        if self.member.chat.started:
            self.send(MEMBER, NUDGE, keyboard="nudge")
        self.send(COORDINATOR, DIGEST)

    def send(self, chat: int, html: str, *, keyboard: str = "", **more: Any) -> int:
        """Send a message as the bot, and answer its number."""
        rows = [[{"text": text, "callback_data": data} for text, data in row] for row in KEYBOARDS.get(keyboard, [])]
        markup = {"reply_markup": {"inline_keyboard": rows}} if rows else {}
        sent = self.ask("sendMessage", chat_id=chat, text=html, parse_mode="HTML", **markup, **more)
        return int(sent["message_id"])

    def ask(self, method: str, **params: Any) -> Any:
        """Ask the Bot API; what it answers."""
        return self._client.post(method, json=params).raise_for_status().json()["result"]

    def _poll(self) -> None:
        while not self._ending.wait(0.05):
            self._poll_once()

    def _poll_once(self) -> None:
        for update in self.ask("getUpdates", offset=self._offset):
            self._offset = update["update_id"] + 1
            if "message" in update:
                self._hear(update["message"])
            elif "callback_query" in update:
                self._pressed(update["callback_query"])

    def _hear(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text == f"/start {INVITATION}":
            self.send(chat, JOINING, keyboard="join")
        elif text and not text.startswith("/"):
            self._answer(chat, text, message["message_id"])

    def _pressed(self, query: dict[str, Any]) -> None:
        data, message = query["data"], query["message"]
        toast = {"why": "Jūs esat 2.8. pasākuma kontaktpersona.", "yes": "Paldies!"}.get(data)
        alert = {"text": toast, "show_alert": data == "why"} if toast else {}
        self.ask("answerCallbackQuery", callback_query_id=query["id"], **alert)
        if data == "yes":
            words = JOINING.replace("Vai viss pareizi?", "✓ Viss pareizi.")
            where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            self.ask("editMessageText", **where, text=words, parse_mode="HTML")
            self.send(MEMBER, WELCOME)
        if data == "reply":
            self.send(MEMBER, "Rakstiet vienā ziņā, kas paveikts.", reply_markup={"force_reply": True})

    def _answer(self, chat: int, text: str, message: int) -> None:
        if not self.site.down:
            self._record(text)
        words = KEPT if self.site.down else ECHO.format(escape(text))
        self.send(chat, words, reply_parameters={"message_id": message})

    def _record(self, text: str) -> None:
        """Write the answer on the site as the service would: a row of its own, and the measure's columns."""
        now = self.clock.now()
        number = self.site.list("Pasakumi").find("Number", "2.8")
        result = {"Completion": "Izpildīts būtiskā apjomā", "Done": text}
        izm = self.site.list("Institucijas").find("Code", "IZM")
        row = {"Title": "2.8 · IZM", "Measure": number, "Institution": izm, "Channel": "Telegram", "Version": 1}
        writer = self.site.service.id
        replies = self.site.list("Atbildes")
        replies.add({**row, **result, "SignOff": "Melnraksts", "SubmittedAt": now}, editor=writer)
        self.site.list("Pasakumi").edit(number, {**result, "CompletionOn": now}, editor=writer)
