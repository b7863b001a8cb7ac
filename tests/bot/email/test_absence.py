"""Absence by e-mail: one's own words are understood as an out-of-office mail is."""

from __future__ import annotations

from datetime import date

from forum.people import Person
from tests.bot.email.post import Post, text
from tests.bot.email.replies import reply
from tests.bot.email.test_heard import asked
from tests.bot.email.test_reached import IZM


async def test_an_absence_is_kept_by_mail(read_post: Post) -> None:
    mail = await asked(read_post)
    await read_post.comes(reply(mail, "Esmu atvaļinājumā līdz 26. janvārim."))
    assert text(read_post.to(IZM)[-1]).startswith("Labi, līdz 26. janvārim Jums neatgādināsim.")
    assert [row.away_until for row in read_post.town.all(Person) if row.email == IZM] == [date(2021, 1, 26)]
    assert read_post.town.versions() == []
