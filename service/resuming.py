"""Resuming from the command line: a coordinator's word, given at the server, lets the forum write to its members."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from service.options import Config, settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from config.settings import Settings
    from forum.pausing import Waiting
    from forum.people import Person


def resume(
    coordinator: Annotated[str, typer.Argument(help="On whose word: a coordinator's name or e-mail as in the roster.")],
    config: Config = None,
) -> None:
    """Switch messages to members on, as the coordinators' first mail offers it; they are told of it."""
    from service.once import NoSuchPerson

    try:
        for one in settings(config):
            waiting = asyncio.run(resume_once(one, coordinator))
            told = "it was on already" if waiting is None else f"{waiting.messages} messages wait for office hours"
            typer.echo(f"{one.forum.key}: messages to members are on; {told}.")
    except NoSuchPerson as trouble:
        sys.exit(f"forumbot: {trouble}")


async def resume_once(found: Settings, wanted: str) -> Waiting | None:
    """Let the forum write to its members; None where it did.

    Raises NoSuchPerson and the store's errors.
    """
    from config.policies import policy
    from forum import deciding, switching_on
    from forum.store import migrate
    from forum.store.door import Store
    from forum.times import at, real

    def switch(session: Session) -> Waiting | None:
        rules = policy(found)
        moment, by = at(real, rules), _coordinator(session, found, wanted)
        waiting = deciding.resume(session, found.forum.key, by=by, at=moment, policy=rules)
        if waiting is not None:
            switching_on.tell_others(session, by, kind="resumed-by", at=moment)
        return waiting

    migrate.check(found.database.url)
    with Store.open(found.database.url) as store:
        return await store.do(switch)


def _coordinator(session: Session, found: Settings, wanted: str) -> Person:
    from forum.people import Role
    from service.once import NoSuchPerson, named

    people = [one for one in named(session, found, wanted) if one.role is Role.COORDINATOR and one.gone_at is None]
    if len(people) != 1:
        raise NoSuchPerson("the roster has no such coordinator; run `forumbot sync` and look at «Loma» there")
    return people[0]
