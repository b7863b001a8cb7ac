"""The wire to the mail server: what becomes of a mail in every kind of trouble, seen from both sides of the line."""

from __future__ import annotations

import smtplib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.channel import Envelope, InDoubt, Refused, SendTrouble, Spoken, TryLater, Unreachable
from bot.email.mailbox import Mailbox
from bot.email.wire import EmailChannel
from sandbox.certificates import make_server_certificate
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.mail import Fault, MailServer
from sandbox.serving import Serving
from tests.facts import riga
from words.saying import Attached

READER = "kontakts@izm.example"
ENVELOPE = Envelope(subject="Informācija par 2020. gadu", language="lv", text="Labdien!\n", key="7.aa", thread="t.bb")
PAGE = "<!doctype html><html lang='lv'><title>x</title><p>Labdien!</p></html>"


@dataclass
class Post:
    """A server, and a channel that is signed in there."""

    server: MailServer
    box: Mailbox
    channel: EmailChannel

    async def send(self, to: str = READER, **more: Any) -> str | SendTrouble:
        """What came of one mail."""
        envelope = replace(ENVELOPE, **{name: more.pop(name) for name in list(more) if hasattr(ENVELOPE, name)})
        try:
            return await self.channel.send(to, Spoken(html=PAGE, envelope=envelope, **more), edits=None)
        except SendTrouble as trouble:
            return trouble


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("certificates")
    authority, server = folder / "authority.pem", folder / "server.pem"
    make_server_certificate(authority, server)
    return authority, server


@pytest.fixture
async def post(serving: Serving, certificates: tuple[Path, Path]) -> AsyncIterator[Post]:
    authority, certificate = certificates
    clock = Clock(riga("2021-01-18 10:42"))
    server = MailServer(Ledger(clock), user="forums", password="S3cret-word", certificate=certificate)
    box = Mailbox(
        host="localhost",
        port=server.start(serving),
        starttls=True,
        sender="forums@vk.example",
        title="Forums: ĀM & Co",
        reply_to="koordinators@vk.example",
        user="forums",
        password="S3cret-word",
        ca_bundle=authority,
    )
    channel = EmailChannel(box)
    yield Post(server, box, channel)
    await channel.close()
    server.stop(serving)


async def test_a_mail_arrives_as_it_was_written(post: Post) -> None:
    assert await post.send(decline="https://forum.example/x") == "7.aa"
    (mail,) = post.server.mails[READER]
    headers = {name: str(mail[name]) for name in mail if name not in ("Date", "MIME-Version", "Content-Type")}
    assert headers == {
        "From": '"Forums: ĀM & Co" <forums@vk.example>',
        "To": READER,
        "Reply-To": "koordinators@vk.example",
        "Subject": "Informācija par 2020. gadu",
        "Message-ID": "<7.aa@vk.example>",
        "In-Reply-To": "<t.bb@vk.example>",
        "References": "<t.bb@vk.example>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "lv",
        "List-Unsubscribe": "<https://forum.example/x>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    parts = [(one.get_content_type(), one.get_content().replace("\r\n", "\n")) for one in mail.iter_parts()]
    assert parts == [("text/plain", "Labdien!\n"), ("text/html", PAGE + "\n")]


async def test_what_may_not_be_declined_says_nothing_of_it(post: Post) -> None:
    await post.send(thread="")
    (mail,) = post.server.mails[READER]
    assert [mail[name] for name in ("List-Unsubscribe", "List-Unsubscribe-Post", "References")] == [None] * 3


async def test_files_go_along(post: Post) -> None:
    await post.send(attached=Attached("mani-dati.json", b"{}"))
    await post.send(attached=Attached("plans.png", b"png", picture=True), key="8.aa")
    await post.send(attached=Attached("s.ics", b"BEGIN:VCALENDAR", method="REQUEST"), key="9.aa")
    told = [
        [(one.get_content_type(), one.get_filename()) for one in mail.walk() if not one.is_multipart()][2:]
        for mail in post.server.mails[READER]
    ]
    assert told == [
        [("application/octet-stream", "mani-dati.json")],
        [("image/png", "plans.png")],
        [("text/calendar", None), ("application/ics", "s.ics")],
    ]
    calendar = next(one for one in post.server.mails[READER][-1].walk() if one.get_content_type() == "text/calendar")
    assert calendar.get_param("method") == "REQUEST"


async def test_one_session_carries_many_mails(post: Post) -> None:
    told = [await post.send(key=f"{number}.aa") for number in range(5)]
    post.server.unknown.add("gone@izm.example")
    refused = await post.send("gone@izm.example", key="5.aa")
    assert (told[-1], type(refused), await post.send(key="6.aa")) == ("4.aa", Unreachable, "6.aa")
    assert post.server.sessions == 1


async def test_the_same_mail_sent_again_is_known_to_be_the_same(post: Post) -> None:
    post.server.faults.append(("cut",))
    assert isinstance(await post.send(), InDoubt)
    assert await post.send() == "7.aa"
    sent = [entry for entry in post.server._ledger.entries if entry["verb"] == "DATA"]
    assert (len(sent), len(post.server.mails[READER])) == (2, 1)


@pytest.mark.parametrize(
    ("fault", "becomes", "seconds"),
    [
        (("rcpt", 550), Unreachable, None),
        (("rcpt", 552), Refused, None),
        (("rcpt", 554), Refused, None),
        (("rcpt", 450), TryLater, None),
        (("rcpt", 421), TryLater, 30.0),
        (("sender", 550), TryLater, 30.0),
        (("data", 554), Refused, None),
        (("data", 451), TryLater, None),
        (("cut",), InDoubt, None),
    ],
)
async def test_each_trouble_has_its_name(
    post: Post, fault: Fault, becomes: type[SendTrouble], seconds: float | None
) -> None:
    post.server.faults.append(fault)
    found = await post.send()
    assert type(found) is becomes
    assert getattr(found, "seconds", None) == seconds
    assert READER not in str(found)
    assert await post.send(key="8.aa") == "8.aa"  # and the next one goes out


async def test_who_may_not_sign_in_tries_later_and_shows_no_password(post: Post) -> None:
    stranger = EmailChannel(replace(post.box, password="S3cret-wrong"))
    with pytest.raises(TryLater) as caught:
        await stranger.greet()
    assert str(caught.value) == "SMTPAuthenticationError 535 5.7.8"
    assert "S3cret" not in repr(post.box)


async def test_a_server_that_is_away_comes_back(post: Post, serving: Serving) -> None:
    await post.send()
    post.server.stop(serving)
    first, second = await post.send(key="8.aa"), await post.send(key="8.aa")
    assert (type(first), type(second), getattr(second, "seconds", None)) == (TryLater, TryLater, 30.0)
    post.server.start(serving)
    assert await post.send(key="8.aa") == "8.aa"


async def test_a_line_without_tls_carries_no_password(post: Post, serving: Serving) -> None:
    plain = MailServer(Ledger(Clock(riga("2021-01-18"))), user="forums", password="S3cret-word")
    port = plain.start(serving)
    with pytest.raises(TryLater):
        await EmailChannel(replace(post.box, port=port)).greet()
    assert plain._ledger.entries == []
    plain.stop(serving)


async def test_no_mail_goes_to_what_is_no_address(post: Post) -> None:
    found = [await post.send(one) for one in ("", "bez-adreses", "divi@a.example, trīs@a.example", "a@b\nBcc: c@d")]
    assert [type(one) for one in found] == [Unreachable] * 4
    assert post.server.mails == {}


def test_a_client_of_others_gets_the_same_answers(post: Post) -> None:
    """The stand-in is strict to the library of Python's own too."""
    post.server.unknown.add("gone@izm.example")
    with smtplib.SMTP("localhost", post.box.port) as client:
        assert client.docmd("MAIL", "FROM:<a@b.example>")[0] == 530
        client.starttls(context=post.box.trust())
        client.ehlo()
        assert client.docmd("MAIL", "FROM:<a@b.example>")[0] == 530
        client.login("forums", "S3cret-word")
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            client.sendmail("a@b.example", ["gone@izm.example"], "Subject: x\r\n\r\nx")
        assert client.sendmail("a@b.example", [READER], "Subject: x\r\nMessage-ID: <1@b>\r\n\r\nx") == {}
    assert [mail["Subject"] for mail in post.server.mails[READER]] == ["x"]
