"""Odd mails, and a mailbox in trouble: something clear comes of each, and nothing is lost or doubled."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.policy import SMTP

import pytest

from forum.evidence import Evidence
from forum.inbox import IncomingMessage
from forum.rounds import Round
from sandbox.imap import Mailbox
from sandbox.serving import Serving
from tests.bot.email.post import Post
from tests.bot.email.replies import reply
from tests.bot.email.test_heard import ANSWER, RECORDED, asked, told
from tests.bot.email.test_reached import IZM
from tests.facts import riga


@pytest.mark.parametrize("wrapped", ["html", "charset", "nameless"])
async def test_odd_mails_are_read_all_the_same(read_post: Post, wrapped: str) -> None:
    mail = await asked(read_post)
    answer = reply(mail, ANSWER, html="<div>Izpildīts būtiskā apjomā<br>Notikušas trīs&nbsp;diskusijas.</div>")
    raw = answer.as_bytes()
    if wrapped == "charset":  # says UTF-8, is the Baltic code page
        plain = replace_body(answer, ANSWER.encode("cp1257"), charset="utf-8")
        raw = plain
    if wrapped == "nameless":  # no Message-ID of its own
        del answer["Message-ID"]
        raw = answer.as_bytes()
    await read_post.comes(raw, raw)
    assert read_post.town.versions() == RECORDED


def replace_body(answer: EmailMessage, content: bytes, *, charset: str) -> bytes:
    made = EmailMessage(policy=SMTP)
    for name in ("From", "To", "Subject", "Message-ID", "In-Reply-To", "References"):
        made[name] = str(answer[name])
    head = made.as_bytes().rstrip(b"\r\n")
    kind = f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit"
    return head + b"\r\n" + kind.encode() + b"\r\n\r\n" + content.replace(b"\n", b"\r\n") + b"\r\n"


async def test_a_mail_of_thirty_megabytes_is_an_answer_without_its_files(read_post: Post) -> None:
    mail = await asked(read_post)
    answer = reply(mail, ANSWER)
    answer.add_attachment(b"0" * (22 * 2**20), maintype="application", subtype="zip", filename="viss.zip")
    await read_post.comes(answer)
    assert (read_post.town.versions(), read_post.town.all(Evidence)) == (RECORDED, [])
    assert told(read_post, IZM)[-1].startswith("Vēstule ir lielāka par 28 MB, tāpēc pielikumus nesaglabājām.")
    assert len(read_post.town.all(IncomingMessage)[0].body) < 2**20


async def test_a_mail_of_500_nested_parts_is_told_to_be_unreadable(read_post: Post) -> None:
    mail = await asked(read_post)
    deep: MIMEMultipart | EmailMessage = MIMEMultipart()
    head = reply(mail, ANSWER)
    for name in ("From", "To", "Subject", "Message-ID", "In-Reply-To", "References"):
        deep[name] = str(head[name])
    body = b"\r\n".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d" % (number, number) for number in range(500)
    )
    raw = deep.as_bytes().partition(b"\n\n")[0].replace(b"Content-Type: multipart/mixed;", b"X-Type:")
    await read_post.comes(raw + b"\n" + body + b"\r\nContent-Type: text/plain\r\n\r\nx\r\n")
    assert read_post.town.versions() == []
    assert told(read_post, IZM) == [
        "Vēstuli nevarējām izlasīt: tajā ir pārāk daudz daļu. Nekas nav ierakstīts. Lūdzu, uzrakstiet atbildi jaunā "
        "vēstulē, atbildot uz mūsējo."
    ]


async def test_what_outlook_wraps_up_is_told(read_post: Post) -> None:
    mail = await asked(read_post)
    answer = reply(mail, ANSWER)
    answer.add_attachment(b"x", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    await read_post.comes(answer)
    assert (read_post.town.versions(), read_post.town.all(Evidence)) == (RECORDED, [])
    assert told(read_post, IZM)[-1].startswith("Pielikumu «winmail.dat» nevar atvērt")


async def test_a_reply_to_last_years_mail_is_no_answer_of_this_year(read_post: Post) -> None:
    mail = await asked(read_post)

    def over(session: object) -> None:
        for one in session.query(Round):  # type: ignore[attr-defined]
            one.lock_on = one.due_on

    read_post.town.do(over)
    read_post.town.clock.set(riga("2022-01-10 10:00"))
    await read_post.comes(reply(mail, ANSWER))
    assert read_post.town.versions() == []
    assert "termiņš" in told(read_post, IZM)[-1].lower()


async def test_a_mailbox_that_is_away_or_cut_off_loses_and_doubles_nothing(
    read_post: Post, inbox: Mailbox, serving: Serving
) -> None:
    mail = await asked(read_post)
    inbox.put(reply(mail, ANSWER).as_bytes())
    inbox.cut = "FETCH"
    with pytest.raises(Exception, match="abort"):
        await read_post.collecting.collect()
    inbox.cut = "STORE"
    with pytest.raises(Exception, match="abort"):
        await read_post.collecting.collect()
    assert len(read_post.town.all(IncomingMessage)) == 1  # kept, though nobody could say so to the mailbox
    inbox.cut = ""
    inbox.stop(serving)
    with pytest.raises(Exception, match="Refused"):
        await read_post.collecting.collect()
    inbox.start(serving)
    await read_post.comes()
    assert read_post.town.versions() == RECORDED
    wrong = replace(read_post.collecting, place=replace(read_post.collecting.place, password="S3cret-wrong"))
    with pytest.raises(Exception, match="LOGIN"):
        await wrong.collect()
