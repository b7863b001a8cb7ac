"""Whoever's row was typed over or deleted loses the rights of their chat at that very pull, and is thanked there."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from forum import enrolment
from forum.enrolment import Address, AddressState
from forum.people import Person
from tests.sync.conftest import FORUM, START, House

VARAM = "VARAM kontaktpersona"


def join(house: House) -> None:
    number = house.person(VARAM).id

    def confirm(session: Session) -> None:
        row = Address(forum=FORUM, channel="telegram", address="77", person_id=number, asked_at=START)
        session.add(row)
        session.flush()
        enrolment.confirm(session, row, now=START)

    house.store.do_now(confirm)


@pytest.mark.parametrize("how", ["typed over", "deleted"])
async def test_the_chat_loses_its_rights_and_hears_one_word(house: House, how: str) -> None:
    join(house)
    persons = house.outside.site.list("Personas")
    if how == "deleted":
        persons.delete(3)
    else:
        persons.edit(3, {"Title": "VARAM cita kontaktpersona", "Email": "cita@varam.example"})
    for _ in range(2):
        await house.pulled()
    assert [row.state for row in house.all(Address)] == [AddressState.REVOKED]
    assert [(one.person_id, one.address, one.asked) for one in house.messages("farewell")] == [(None, "77", False)]
    assert [one.gone_at is None for one in house.all(Person) if one.name == VARAM] == [False]
