"""Still you?: by e-mail a word answers, and then a name with an address."""

from __future__ import annotations

from forum.people import Person
from tests.bot.email.post import Post, text
from tests.bot.email.replies import reply
from tests.bot.email.test_reached import IZM, cast


async def test_somebody_else_is_named_by_mail(read_post: Post) -> None:
    cast(read_post)
    person = next(row for row in read_post.town.all(Person) if row.email == IZM)
    read_post.town.put(person, "still-you", rounds=[1])
    await read_post.settle()
    question = next(mail for mail in read_post.to(IZM) if "joprojām atbildat" in str(mail["Subject"]))
    assert "«Jā, joprojām es», «Cits cilvēks»" in text(question)
    await read_post.comes(reply(question, "Cits cilvēks"))
    who = read_post.to(IZM)[-1]
    assert text(who).startswith("Kas tagad atbild? Atbildē uzrakstiet vārdu, uzvārdu un e-pasta adresi.")
    await read_post.comes(reply(who, "Jaunais kolēģis, cits@izm.example"))
    assert text(read_post.to(IZM)[-1]).startswith("Paldies! Nodots koordinatoram: Jaunais kolēģis, cits@izm.example.")
