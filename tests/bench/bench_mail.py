"""How many mails a second go out, from the outbox to the mail server's yes, beside one session for each mail."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import ExitStack
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib

from bot.telegram.wire import make_bot
from forum.store.door import Store
from forum.store.migrate import upgrade
from sandbox.botapi import BotApi
from sandbox.certificates import make_server_certificate
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.mail import MailServer
from sandbox.serving import Serving
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.bot.email.post import Post
from tests.bot.town import Town
from tests.facts import riga

MAILS = 200
USER, PASSWORD = "forums", "S3cret-word"


def measure() -> Mapping[str, Measured]:
    """The same number of mails to a server with TLS and a sign-in: ours, and one session after the other."""
    return {"mail_delivery_rate": Measured(_run(_ours), _run(_a_session_each))}


def _run(send: Callable[[MailServer, Path], Coroutine[None, None, float]]) -> float:
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        serving = opened.enter_context(Serving())
        authority, certificate = folder / "authority.pem", folder / "server.pem"
        make_server_certificate(authority, certificate)
        clock = Clock(riga("2021-01-18 10:42"))
        server = MailServer(Ledger(clock), user=USER, password=PASSWORD, certificate=certificate)
        server.start(serving)
        taken = asyncio.run(send(server, authority))
        server.stop(serving)
    arrived = sum(len(mails) for mails in server.mails.values())
    if arrived != MAILS:
        raise RuntimeError(f"{arrived} of {MAILS} mails arrived")
    return MAILS / taken


async def _ours(server: MailServer, authority: Path) -> float:
    """The whole of it: taken up from the outbox on disk, worded, built, sent, and kept as sent."""
    upgrade(f"sqlite:///{authority.parent}/forum.sqlite")
    clock = Clock(riga("2021-01-18 10:42"))
    api = BotApi("123:SECRET", username="b", ledger=Ledger(clock), clock=clock)
    with Store.open(f"sqlite:///{authority.parent}/forum.sqlite") as store:
        post = Post(
            Town(store, api, make_bot(api.token, "http://127.0.0.1:1/bot"), clock),
            server,
            more={"host": "localhost", "starttls": True, "user": USER, "password": PASSWORD, "ca_bundle": authority},
        )
        people = post.town.make(
            lambda facts: [
                facts.person(f"Kontaktpersona {number}", email=f"k{number}@x.example") for number in range(MAILS)
            ]
        )
        await post.decide()
        for person in people:
            post.town.put(person, "welcome-back")
        begun = time.monotonic()
        while await post.town.delivery.step():
            pass
        taken = time.monotonic() - begun
        await post.channel.close()
    return taken


async def _a_session_each(server: MailServer, authority: Path) -> float:
    """As a script does it: connect, sign in, send, and say good-bye, for each mail; only the sending is counted."""
    begun = time.monotonic()
    for number in range(MAILS):
        message = EmailMessage()
        message["From"], message["To"] = "forums@vk.example", f"k{number}@x.example"
        message["Subject"], message["Message-ID"] = "Labdien", f"<{number}@vk.example>"
        message.set_content("Labdien!")
        await aiosmtplib.send(
            message,
            hostname="localhost",
            port=server.port,
            username=USER,
            password=PASSWORD,
            start_tls=True,
            cert_bundle=str(authority),
            local_hostname="vk.example",
        )
    return time.monotonic() - begun


BENCHMARKS = [
    Benchmark(
        figures={
            "mail_delivery_rate": Spec(unit="mails/s", better=Better.MORE, peer="one SMTP session a message"),
        },
        measure=measure,
    )
]
