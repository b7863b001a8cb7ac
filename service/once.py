"""Once: what a command does and then ends: a sync, an invitation, forgetting a person."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bot.telegram.wire import connected
from config.policies import policy
from config.settings import Settings
from forum import enrolment, forums, privacy
from forum.findings import Finding
from forum.leases import Hand, Wanted
from forum.people import Person
from forum.store import migrate
from forum.store.door import Store
from forum.times import real
from service.leasing import once
from service.parts import owners, workspace
from service.progress import progress
from sync.pull import ListReport, Pull
from sync.push import Push
from words import findings
from words.texts import Texts

Rows = list[dict[str, Any]]

NO_SITE = Finding("site-not-set", {})


class NoSuchPerson(Exception):
    """The roster has nobody of this name or e-mail."""


async def sync_once(settings: Settings, *, full: bool, shown: bool = False) -> tuple[Rows, str]:
    """Pull and push once; a row for each list, and why it ended early (empty: it did not). ``shown``: the terminal
    tells meanwhile how far it has come.

    Raises NotMigrated, Busy and the store's other errors.
    """
    place = workspace(settings)
    if place is None:
        return [], said(settings, NO_SITE)["text"]
    migrate.check(settings.database.url)
    with closing(place), Store.open(settings.database.url) as store:
        await store.do(forums.ensure, settings.forum.key, now=real(), paused=True)
        async with once(store, Wanted(settings.forum.key, Hand.SYNC)) as memory:
            pull = Pull(memory, settings.forum.key, place, real, owners=owners(settings))
            with progress(shown=shown) as seen:
                report = await pull.run(full=full, seen=seen)
            if not report.trouble:
                await Push(memory, settings.forum.key, place, real, policy(settings), owners=owners(settings)).drain()
    trouble = said(settings, report.trouble)["text"] if report.trouble else ""
    return [_row(settings, one) for one in report.lists], trouble


def _row(settings: Settings, one: ListReport) -> dict[str, Any]:
    """What a list brought; ``findings`` are its reason and its flaws once more, each with kind and values."""
    reason = [said(settings, one.reason)] if one.reason else []
    flaws = [said(settings, flaw) for flaw in one.flaws]
    return {
        "noun": one.noun,
        "title": one.title,
        "read": one.read,
        "created": one.created,
        "changed": one.changed,
        "gone": one.gone,
        "whole": one.whole,
        "reason": "".join(told["text"] for told in reason),
        "flaws": [told["text"] for told in flaws],
        "findings": [*reason, *flaws],
    }


def said(settings: Settings, finding: Finding) -> dict[str, Any]:
    """A finding with its sentence, in the forum's first language."""
    texts = Texts(settings.forum.languages)
    return {**finding.kept, "text": findings.plain(texts, None, finding)}


async def invite_once(settings: Settings, wanted: str) -> str:
    """A link for this person.

    Raises NoSuchPerson, ChatRefused.
    """
    async with connected(settings.telegram.token.get_secret_value(), settings.telegram.base_url) as channel:
        migrate.check(settings.database.url)
        with Store.open(settings.database.url) as store:
            token = await store.do(_invite, settings, wanted)
        return channel.link(token)


def _invite(session: Session, settings: Settings, wanted: str) -> str:
    day = policy(settings).day(real())
    serving = [person for person in named(session, settings, wanted) if person.serves_on(day)]
    if len(serving) != 1:
        many = "nobody" if not serving else f"{len(serving)} people"
        raise NoSuchPerson(f"the roster has {many} by the name or e-mail given; run `forumbot sync` and look there")
    return enrolment.invite(session, serving[0], now=real())


def named(session: Session, settings: Settings, wanted: str) -> list[Person]:
    """Everybody of this name or e-mail, those too who are gone."""
    return list(
        session.scalars(
            select(Person).where(
                Person.forum == settings.forum.key,
                or_(func.lower(Person.name) == wanted.lower(), func.lower(Person.email) == wanted.lower()),
            )
        )
    )


async def erase_once(settings: Settings, wanted: str) -> str:
    """Forget a person's chats, and what the roster says beside the name; answers the name.

    Raises NoSuchPerson and the store's errors.
    """
    migrate.check(settings.database.url)
    with Store.open(settings.database.url) as store:
        return await store.do(_erase, settings, wanted)


def _erase(session: Session, settings: Settings, wanted: str) -> str:
    found = named(session, settings, wanted)
    if len(found) != 1:
        many = "nobody" if not found else f"{len(found)} people"
        raise NoSuchPerson(f"the forum knows {many} by the name or e-mail given; name one, as the roster does")
    name = found[0].name
    privacy.forget_person(session, found[0])
    return name
