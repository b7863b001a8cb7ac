"""Resuming by a command: a coordinator's word, given at the server, is theirs and nobody else's."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from config.settings import read
from forum.forums import Forum
from forum.outbox import OutgoingMessage
from forum.people import Role
from forum.store.door import Store
from service.once import NoSuchPerson
from service.resuming import resume_once
from tests.facts import FORUM, Facts

NO_SITE = {"FORUMBOT_WORKSPACE__KIND": "workbook", "FORUMBOT_WORKSPACE__PATH": "forums.xlsx"}


async def test_the_forum_is_switched_on_in_a_coordinators_name(database_url: str) -> None:
    def begin(session: Session) -> None:
        facts = Facts(session)
        for name, role in (("VK koordinators", Role.COORDINATOR), ("VK otrs", Role.COORDINATOR), ("IZM", Role.CONTACT)):
            facts.person(name, role=role)
        forum = session.get_one(Forum, FORUM)
        forum.paused_at = forum.begun_at

    with Store.open(database_url) as store:
        store.do_now(begin)
    (settings,) = read([], {"FORUMBOT_DATABASE__URL": database_url, "FORUMBOT_FORUM__KEY": FORUM, **NO_SITE})
    with pytest.raises(NoSuchPerson):
        await resume_once(settings, "IZM")
    first, second = await resume_once(settings, "vk koordinators"), await resume_once(settings, "VK koordinators")
    assert (first is not None and first.messages, second) == (0, None)
    with Store.open(database_url) as store:
        kinds = store.read_now(lambda session: [row.kind for row in session.query(OutgoingMessage)])
        paused = store.read_now(lambda session: session.get_one(Forum, FORUM).paused_at)
    assert (kinds, paused) == (["resumed-by"], None)
