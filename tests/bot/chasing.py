"""What the tests of chasing do in a coordinator's chat."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.rounds import Obligation
from sandbox.botapi import Person as Account
from tests.bot.conftest import Cast
from tests.bot.town import Town, labels


def nudges(town: Town) -> list[int | None]:
    """To whom a nudge went, in the order of their being decided."""
    return [row.person_id for row in town.all(OutgoingMessage) if row.kind == "nudge" and row.state.value == "sent"]


async def press(town: Town, chat: Account, label: str) -> None:
    chat.presses(next(one.id for one in reversed(chat.messages) if any(label in row for row in labels(one))), label)
    await town.settle()


def second(cast: Cast) -> Account:
    """The other coordinator's chat."""
    return next(cast.town.of(one) for one in cast.town.all(Person) if one.name == "VK otrs koordinators")


async def ask(cast: Cast, text: str = "/gaidam") -> None:
    cast.chief.says(text)
    await cast.town.settle()


def discharge(session: Session, body: Institution, moment: datetime) -> None:
    for duty in session.query(Obligation).filter_by(institution_id=body.id):
        duty.discharged_at = moment
