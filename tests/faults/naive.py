"""What the service is held against: a bot of the client library's own making, and a delivery that sends, then keeps."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from telegram import Bot, Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from forum.outbox import OutgoingMessage, State
from forum.store.door import Store
from tests.bots import PLAIN

# So long (seconds) its handler works on each message, as one that asks a database or a site does.
WORKS = 0.05
# What the other one sends of the outbox.
KIND = "test"


def client_librarys_own(base_url: str, token: str, kept: str) -> None:
    """python-telegram-bot as it comes: its updater fetches, a handler keeps the words in a file and answers."""

    async def keep(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        await asyncio.sleep(WORKS)
        message = update.effective_message
        assert message is not None
        _keep(Path(kept), str(message.text))
        await message.reply_text(f"Saņemts: {message.text}")

    def request() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs=PLAIN)

    builder = Application.builder().token(token).base_url(base_url).request(request())
    application = builder.get_updates_request(request()).build()
    application.add_handler(MessageHandler(filters.ALL, keep))
    application.run_polling()


def _keep(file: Path, words: str) -> None:
    with file.open("a") as out:
        out.write(f"{words}\n")
        out.flush()
        os.fsync(out.fileno())


def send_then_commit(base_url: str, token: str, url: str) -> None:
    """A delivery over the same outbox that marks a message as sent once it was sent, as most do."""

    async def deliver(store: Store) -> None:
        async with Bot(token, base_url=base_url, request=HTTPXRequest(httpx_kwargs=PLAIN)) as bot:
            while waiting := await store.read(_waiting):
                number, address, text = waiting
                sent = await bot.send_message(int(address), text)
                await store.do(_sent, number, str(sent.message_id))

    with Store.open(url) as store:
        asyncio.run(deliver(store))


def _waiting(session: Session) -> tuple[int, str, str] | None:
    row = session.scalars(
        select(OutgoingMessage)
        .where(OutgoingMessage.state == State.PENDING, OutgoingMessage.kind == KIND)
        .order_by(OutgoingMessage.id)
        .limit(1)
    ).first()
    return (row.id, str(row.address), str(row.values["text"])) if row else None


def _sent(session: Session, number: int, external_id: str) -> None:
    row = session.get_one(OutgoingMessage, number)
    row.state, row.external_id = State.SENT, external_id
