"""What a push left on the site and told of it, for the tests of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import sending
from forum.outbox import OutgoingMessage
from forum.times import real
from tests.sync.conftest import START, House

DONE = [("reply", "done"), ("measure", "done")]
# What clashes waits for a choice, the rest of the same answer is written.
CLASHED = [("reply", "done"), ("measure", "conflict"), ("measure", "done")]


def rows(house: House) -> list[dict[str, Any]]:
    return house.outside.site.list("Atbildes").rows()


def echo(house: House) -> Any:
    return house.messages("echo")[0]


def tell_echo(house: House, *, written: bool) -> None:
    """The echo went out and said whether the answer stands on the site."""

    def send(session: Session) -> None:
        message = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "echo")).one()
        message.values = {**message.values, "written": written}
        epoch = sending.claim(message, channel="telegram", address="77", real=real())
        sending.sent(session, message.id, epoch=epoch, external_id="5", now=START)

    house.store.do_now(send)
