"""Switching on without a chat and without anybody who reads answers: by the address in a mail, which a look does not
use up, or by a command at the server."""

from __future__ import annotations

import re
from dataclasses import replace

import httpx
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from forum import outbox
from forum.forums import Forum
from forum.people import Person, Role
from sandbox.serving import Serving
from tests.bot.email.post import Post, text
from tests.bot.email.replies import reply
from tests.bot.email.test_reached import IZM, VK, cast
from tests.facts import FORUM, riga
from web.switching import Switching


async def new_forum(post: Post, *, pages: str = "") -> dict[str, Person]:
    """Nobody has switched it on yet, and its coordinator has the first mail."""
    post.policy = replace(post.policy, pages=pages, chats=False)
    post.join()
    people = cast(post)

    def begin(session: Session) -> None:
        forum = session.get_one(Forum, FORUM)
        forum.paused_at = forum.begun_at

    post.town.do(begin)
    await post.settle()
    post.town.clock.set(riga("2021-01-18 10:50"))
    await post.settle()
    return people


async def test_one_press_on_a_page_switches_it_on_and_a_look_does_not(post: Post, serving: Serving) -> None:
    people = await new_forum(post, pages="http://127.0.0.1:1")
    (mail,) = post.to(VK)
    found = re.search(r"^Ieslēgt: (http\S+)$", text(mail), re.MULTILINE)
    assert found is not None
    link = found[1].removeprefix("http://127.0.0.1:1")
    changed: list[int] = []
    shared = {"store": post.town.store, "forum": FORUM, "policy": post.policy, "clock": post.town.clock.now}
    pages = Switching(**shared, changed=lambda: changed.append(1))  # type: ignore[arg-type]
    here = serving.start(Starlette(routes=pages.routes()))
    async with httpx.AsyncClient(base_url=here, trust_env=False) as client:
        for _ in range(2):  # a scanner, and the coordinator
            looked = await client.get(link)
            assert (looked.status_code, "Vai ieslēgt ziņas dalībniekiem?" in looked.text) == (200, True)
        await post.settle()
        assert (post.to(IZM), changed) == ([], [])
        forged = await client.post(link[:-1] + ("A" if link[-1] != "A" else "B"))
        assert (forged.status_code, "Saite nav derīga" in forged.text) == (404, True)
        pressed = await client.post(link)
        assert (pressed.status_code, "Ziņas dalībniekiem ir ieslēgtas" in pressed.text) == (200, True)
        again = await client.post(link)
        assert ("Ziņas dalībniekiem ir ieslēgtas" in again.text, changed) == (True, [1, 1, 1])
        await post.settle()
        assert post.subjects(IZM) == ["Informācija par 2021. gadu: 2.2."]
        post.town.do(lambda session: setattr(session.get_one(Person, people["VK"].id), "role", Role.CONTACT))
        assert (await client.get(link)).status_code == 404  # whoever is no coordinator any more


async def test_where_no_page_can_be_reached_the_mail_says_the_command(post: Post) -> None:
    await new_forum(post)
    (mail,) = post.to(VK)
    assert "Ieslēgt var uz servera ar komandu forumbot resume" in text(mail)


async def test_no_word_of_telegram_where_there_is_none(read_post: Post) -> None:
    """A coordinator's commands, the help, and what a successor without an address comes to."""
    people = await new_forum(read_post)
    town = read_post.town
    town.put(people["VK"], "help", commands=["gaidam", "plans"])

    def take_over(session: Session) -> None:
        before = session.get_one(Person, people["IZM"].id)
        new = Person(forum=FORUM, name="Jaunais", institution_id=before.institution_id, role=Role.CONTACT)
        session.add(new)
        session.flush()
        to = outbox.To(person_id=people["VK"].id)
        values = {"before": before.id, "person": new.id}
        outbox.put(session, FORUM, to=to, kind="successor", values=values, dedupe="s", now=riga("2021-01-18 10:50"))

    town.do(take_over)
    await read_post.settle()
    await read_post.comes(reply(read_post.to(VK)[0], "/uzaicinat"), reply(read_post.to(VK)[0], "/nav"))
    told = "\n".join(text(mail) for mail in read_post.to(VK))
    assert "Jaunajam cilvēkam sarakstā trūkst e-pasta adreses" in told
    assert "pievienoties nevajag" in told
    assert [word for word in ("Telegram", "saruna", "pogu", "uzaicinat –") if word.lower() in told.lower()] == []
