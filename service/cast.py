"""The cast of demo and story: people of the roster with a chat account each, who join by their personal links."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment
from forum.people import Person
from forum.store.door import Store
from forum.times import Clock
from sandbox.botapi import BotApi
from sandbox.botapi import Person as Account
from words.texts import texts

# Chat accounts are numbered from here, in the order in which they are asked for.
FIRST_ACCOUNT = 2_000_001


@dataclass(frozen=True)
class Member:
    """A person of the roster (by role), their chat account, and the token of their personal link."""

    role: str
    account: Account
    token: str


async def members(
    store: Store, forum: str, chat: BotApi, accounts: Mapping[str, int], *, clock: Clock
) -> dict[str, Member]:
    """These people, each with the account of this number, and fresh links."""
    cast: dict[str, Member] = {}
    for role, number in accounts.items():
        token, language = await store.do(_invite, forum, role, clock=clock)
        cast[role] = Member(role, chat.person(number, role, language_code=language or "lv"), token)
    return cast


async def join(cast: Sequence[Member], settle: Callable[[], Awaitable[None]]) -> None:
    """All of them open their links and confirm what they say; a coordinator who is then asked to, switches the forum
    on."""
    for member in cast:
        member.account.start(member.token)
    await settle()
    for member in cast:
        question = member.account.messages[-1]
        member.account.presses(question.id, question.keyboard[0][0].text)
    await settle()
    switch = texts().label("lv", "switch-on"), texts().label("en", "switch-on")
    for member in cast:
        asked = [one for one in member.account.messages if one.keyboard and one.keyboard[0][0].text in switch]
        if asked:
            member.account.presses(asked[-1].id, asked[-1].keyboard[0][0].text)
            await settle()


def _invite(session: Session, forum: str, role: str, *, clock: Clock) -> tuple[str, str]:
    person = session.scalars(select(Person).where(Person.forum == forum, Person.name == role)).one()
    return enrolment.invite(session, person, now=clock()), person.language
