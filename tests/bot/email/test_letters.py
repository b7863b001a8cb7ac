"""A body's letter by e-mail: seen, made, signed elsewhere, and closed by a mail whose subject has its number."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO

from docx import Document

from forum.evidence import Evidence
from forum.filings import Filing
from forum.people import Person, Role
from forum.replies import ReplyVersion
from tests.bot.email.post import Post, text
from tests.bot.email.replies import fresh, reply
from tests.facts import Facts

FM, IUB = "kontakts@fm.example", "kontakts@iub.example"
LETTER = "Labdien!\n\nPielikumā parakstīta vēstule.\n\nAr cieņu"
NOT_KEPT = "Parakstīto vēstuli šeit neglabājam: pietiek ar tās numuru un datumu."


async def asked(post: Post) -> EmailMessage:
    """IUB, which files through FM, is asked about two measures; answers the mail that asked."""

    def make(facts: Facts) -> Person:
        facts.mailed(facts.person("VK koordinators", facts.body("VK"), role=Role.COORDINATOR, email="k@vk.example"))
        body = facts.body("FM", official_address="Smilšu iela 1, Rīga")
        below = facts.body("IUB", files_through_id=body.id)
        facts.mailed(facts.person("FM kontaktpersona", body, email=FM))
        person = facts.person("IUB kontaktpersona", below, email=IUB)
        facts.mailed(person)
        facts.measure("2.8", below), facts.measure("2.9", below)
        facts.round()
        facts.opened("2021-01-18")
        return person

    post.town.make(make)
    await post.settle()
    return post.to(IUB)[-1]


def attached(mail: EmailMessage, name: str) -> EmailMessage:
    mail.add_attachment(b"PK signed", maintype="application", subtype="octet-stream", filename=name)
    return mail


def titled(mail: EmailMessage, subject: str) -> EmailMessage:
    mail.replace_header("Subject", subject)
    return mail


def told(post: Post, address: str = FM) -> str:
    return text(post.to(address)[-1]).partition("\n")[0]


async def card(post: Post) -> EmailMessage:
    """A fresh mail proves nothing; the answer to ours does."""
    await post.comes(fresh("/vestule", sender=FM, subject="Vēstule"))
    await post.comes(reply(post.to(FM)[-1], "/vestule"))
    return post.to(FM)[-1]


async def test_by_mail_alone_the_letter_is_made_and_closed(read_post: Post) -> None:
    post = read_post
    mail = await asked(post)
    await post.comes(attached(reply(mail, "2.8. Izpildīts. Viss.\n2.9. Izpildīts. Arī tas."), "dati.pdf"))
    # Of two measures in one mail nobody guesses which the file is about.
    await post.comes(reply(post.to(IUB)[-1], "2.8."))
    assert [(row.name, row.obligation_id) for row in post.town.all(Evidence)] == [("dati.pdf", 1)]
    shown = await card(post)
    assert "IUB: saņemts (projekts) 2.8., 2.9." in text(shown)
    await post.comes(reply(shown, "Sagatavot vēstuli"))
    made = post.to(FM)[-1]
    (file,) = [part for part in made.iter_attachments() if part.get_filename() == "vestule-FM-2021-1.docx"]
    content = file.get_payload(decode=True)
    assert isinstance(content, bytes)
    lines = [line.text for line in Document(BytesIO(content)).paragraphs]
    assert lines.count("Iestāde: IUB pilnā vārdā (IUB)") == 2
    signed = titled(attached(reply(made, LETTER), "Vestule.edoc"), "Par informācijas sniegšanu (Nr. 5.1-3/12)")
    await post.comes(signed)
    asked_for, beside = (text(mail).partition("\n")[0] for mail in post.to(FM)[-2:])
    assert asked_for == "Vēstules numurs: 5.1-3/12. Kāds ir tās datums? Piemēram: «29.01.2021.»."
    assert beside.startswith(NOT_KEPT)
    await post.comes(reply(post.to(FM)[-2], "15.01.2021."))
    assert told(post).startswith("Vēstule ir pierakstīta: FM, piektdiena, 2021. gada 15. janvāris, Nr. 5.1-3/12.")
    assert len(post.town.all(Evidence)) == 1  # the letter is no evidence
    assert [row.channel for row in post.town.all(ReplyVersion)] == ["email", "email"]


async def test_a_number_that_may_be_anothers_is_asked_for(read_post: Post) -> None:
    post = read_post
    await asked(post)
    mail = reply(await card(post), LETTER)
    await post.comes(titled(mail, "Atbilde uz vēstuli Nr. 7.1-2/5"))
    assert told(post).startswith("FM: no Jūsu ziņas nevar droši saprast, kāds numurs ir parakstītajai vēstulei.")
    await post.comes(reply(post.to(FM)[-1], "Nr. 5.1-3/12 no 15.01.2021."))
    assert [(row.number, str(row.letter_on)) for row in post.town.all(Filing)] == [("5.1-3/12", "2021-01-15")]
    # In reply to what we said of the letter, a number and date are the letter's, put right.
    await post.comes(reply(post.to(FM)[-1], "Nr. 5.1-3/13, 15.01.2021."))
    assert [row.number for row in post.town.all(Filing)] == ["5.1-3/13"]


async def test_whoever_files_through_another_names_the_letter_and_is_asked_nothing_more(read_post: Post) -> None:
    post = read_post
    mail = await asked(post)
    await post.comes(titled(attached(reply(mail, LETTER), "v.pdf"), "Par sniegšanu (Nr. 5.1-3/12)"))
    lines = [text(one).partition("\n")[0] for one in post.to(IUB)[1:]]
    assert lines[0].startswith("Paldies! Vēstule pierakstīta: «Par sniegšanu (Nr. 5.1-3/12)». Pasākumi: 2.8., 2.9.;")
    assert [one[: len(NOT_KEPT)] for one in lines[1:]] == [NOT_KEPT]
    assert [row.channel for row in post.town.all(ReplyVersion)] == ["letter", "letter"]
