"""Entered by mail alone: a member names the letter that was sent, a coordinator what was said on the telephone; both
discharge what is owed."""

from __future__ import annotations

from forum.filings import Filing
from forum.people import Person
from forum.replies import ReplyVersion
from tests.bot.email.post import Post, text
from tests.bot.email.replies import fresh, reply
from tests.bot.email.test_reached import IZM, VARAM, VK, cast
from tests.facts import riga


async def answers(post: Post, address: str, *words: str) -> None:
    """The newest mail there is answered with each of these words in its turn."""
    for word in words:
        await post.comes(reply(post.to(address)[-1], word))


async def test_a_letter_and_a_telephone_call_discharge_what_is_owed(read_post: Post) -> None:
    people = cast(read_post)
    read_post.town.clock.set(riga("2021-02-03 10:00"))  # two working days late
    await read_post.settle()
    assert "«Vēstule nosūtīta»" in text(read_post.to(IZM)[-1])
    await answers(read_post, IZM, "Vēstule nosūtīta", "Nr. 1-2/33, 2021. gada 2. februāris")
    assert read_post.town.discharged() == [True, False]
    read_post.town.clock.set(riga("2021-02-03 10:30"))
    await read_post.settle()
    await answers(
        read_post, VK, "/gaidam", "Pa iestādēm", "VARAM", "Ierakstīt atbildi", "Izpildīts", "Pa tālruni: pabeigts."
    )
    assert read_post.town.discharged() == [True, True]
    rows = [
        (row.channel, row.completion, row.done, row.person_id, row.entered_by_id)
        for row in read_post.town.all(ReplyVersion)
    ]
    assert rows == [
        ("letter", None, "Nr. 1-2/33, 2021. gada 2. februāris", people["IZM"].id, None),
        ("coordinator", "complete", "Pa tālruni: pabeigts.", people["VARAM"].id, people["VK"].id),
    ]
    counted = {address: len(read_post.to(address)) for address in (IZM, VARAM)}
    read_post.town.clock.set(riga("2021-02-08 10:00"))
    read_post.town.written()
    await read_post.settle()
    told = [text(mail) for mail in read_post.to(VARAM)[counted[VARAM] :]]
    assert len(read_post.to(IZM)) == counted[IZM]
    assert [one.partition(".")[0] for one in told] in ([], ["Koordinators ierakstīja Jūsu iestādes atbildi 3"])
    assert len(read_post.town.all(Person)) == 3


async def test_a_reply_that_the_letter_went_out_closes_it(read_post: Post) -> None:
    cast(read_post)
    await read_post.settle()
    await answers(read_post, IZM, "Nosūtīts ar vēstuli Nr. 1-12/34, 15.01.2021.")
    assert text(read_post.to(IZM)[-1]).startswith("Vēstule ir pierakstīta: IZM, piektdiena, 2021. gada 15. janvāris")
    assert [(row.number, str(row.letter_on)) for row in read_post.town.all(Filing)] == [("1-12/34", "2021-01-15")]
    assert read_post.town.discharged() == [True, False]


async def test_the_subject_of_a_mail_tells_of_the_letter_and_a_fresh_mail_is_asked_back(read_post: Post) -> None:
    """Anybody can write a fresh mail in somebody's name: it is shown where the letter stands, and changes nothing."""
    cast(read_post)
    await read_post.settle()
    words = "Labdien!\n\nPielikumā parakstītā vēstule.\n\nAr cieņu\nIZM kontaktpersona"
    about = "Nosūtīta vēstule Nr. 1-12/34, 15.01.2021."
    await read_post.comes(fresh(words, sender=IZM, subject=about))
    assert (read_post.town.all(Filing), text(read_post.to(IZM)[-1]).startswith("Vēstule: IZM")) == ([], True)
    answer = reply(read_post.to(IZM)[0], words)
    answer.replace_header("Subject", f"Re: {about}")
    await read_post.comes(answer)
    assert text(read_post.to(IZM)[-1]).startswith("Vēstule ir pierakstīta: IZM, piektdiena, 2021. gada 15. janvāris")
    assert [(row.number, str(row.letter_on)) for row in read_post.town.all(Filing)] == [("1-12/34", "2021-01-15")]
    assert [row.channel for row in read_post.town.all(ReplyVersion)] == ["letter"]
    # Whoever says more beside it has answered.
    answer = reply(read_post.to(VARAM)[0], "Dati ir publicēti.")
    answer.replace_header("Subject", about)
    await read_post.comes(answer)
    assert [row.done for row in read_post.town.all(ReplyVersion)][1:] == ["Dati ir publicēti."]
