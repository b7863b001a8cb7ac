"""Declining by one press: only what may be declined names an address for it, opening that changes nothing, and a press
does, both ways."""

from __future__ import annotations

from dataclasses import replace

import httpx
from starlette.applications import Starlette

from forum.people import Person
from forum.preferences import Preference
from sandbox.serving import Serving
from tests.bot.email.post import Post, text
from tests.bot.email.test_reached import IZM, VK, cast
from tests.facts import FORUM, riga
from web.declining import Declining


async def test_one_press_ends_what_may_be_declined(post: Post, serving: Serving) -> None:
    post.policy = replace(post.policy, pages="http://127.0.0.1:1")
    post.join()
    people = cast(post)
    await post.settle()
    assert [mail["List-Unsubscribe"] for mail in post.to(IZM)] == [None]  # a duty cannot be declined
    post.town.clock.set(riga("2021-01-25 09:00"))
    await post.settle()
    (digest,) = [mail for mail in post.to(VK) if "Nedēļas pārskats" in text(mail)]
    address = str(digest["List-Unsubscribe"]).strip(" <>")
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"Nesūtīt man šādas vēstules: {address}" in text(digest)

    def declined() -> list[list[str] | None]:
        return [row.declined for row in post.town.all(Preference)]

    pages = Declining(store=post.town.store, forum=FORUM, policy=post.policy, clock=post.town.clock.now)
    here = serving.start(Starlette(routes=pages.routes()))
    async with httpx.AsyncClient(base_url=here, trust_env=False) as client:
        link = address.removeprefix(post.policy.pages)
        looked = await client.get(link)
        assert ("Nesūtīt šādas vēstules?" in looked.text, declined()) == (True, [])
        forged = await client.post(link[:-1] + ("A" if link[-1] != "A" else "B"))
        assert (forged.status_code, declined()) == (404, [])
        pressed = await client.post(link, data={"List-Unsubscribe": "One-Click"})
        assert (pressed.status_code, "Labi, vairs nesūtīsim" in pressed.text, declined()) == (200, True, [["digest"]])
        post.town.clock.set(riga("2021-02-01 09:00"))
        await post.settle()
        assert [text(mail) for mail in post.to(VK) if "Nedēļas pārskats" in text(mail)] == [text(digest)]
        assert (await client.post(f"{link}?atkal=1")).status_code == 200
        assert declined() == [None]
    assert people["VK"].id in {person.id for person in post.town.all(Person)}
