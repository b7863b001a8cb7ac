"""Mails: every kind can be read in a mailbox, as text and as a page, and speaks of nothing that only a chat has."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import icalendar
import pytest

from tests.words.samples.meetings import SAMPLES as MEETINGS
from tests.words.samples.nudging import nudge
from tests.words.test_messages import LANGUAGES, MESSAGES, SAMPLES
from words.mail import Mail
from words.saying import Mailing, Worded

MAILING = Mailing(
    sender="forums@vk.example", to="kontakts@izm.example", worksheet="https://forum.example/lapa/x/", read=True
)
# What only a chat has. Members' own words and names in the samples say none of it.
CHAT_ONLY = re.compile(
    r"\b(pog[au]\w*|nospied\w*|sarun[au]\w*|telegram\w*|button\w*|press\w*|chat\w*)\b", re.IGNORECASE
)
# Kinds that are about a chat, or say that somebody has one: who joins one, closes one, what a chat service does.
ABOUT_CHATS = {
    "awaited",
    "body-card",
    "digest",
    "settings",
    "shrink",
    "alarm",
    "alarm-over",
    "evidence-lost",
    "evidence-too-large",
    "flood",
    "guest-unknown",
    "guests",
    "invitation",
    "join-ask",
    "link-refused",
    "lockdown",
    "link-trouble",
    "member-blocked",
    "privacy-chat",
    "successor",
    "unread",
    "unread-one",
}


def mail(kind: str, brief: dict[str, Any], language: str = "lv", mailing: Mailing = MAILING) -> tuple[Worded, Mail]:
    return MESSAGES.mail(kind, language, brief, mailing)


class Page(HTMLParser):
    """What a page says, and how it is made."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.lang = ""
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        self.lang = given.get("lang") or self.lang
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_can_be_mailed_and_speaks_of_no_chat(kind: str, language: str) -> None:
    for brief in SAMPLES[kind]:
        _, said = mail(kind, brief, language)
        assert 0 < len(said.subject) <= 102
        assert "\n" not in said.subject
        page = Page(said.html)
        assert (page.lang, page.open) == (language, [])
        headings = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
        assert headings[:1] in ([], [1])
        assert set(headings[1:]) <= {2}
        # A sample's own text may hold a sign that looks like a mark; no mark of ours is left in plain text.
        assert not re.search(r"</?(b|i|a|p|li|ul|h1|blockquote)\b", said.text)
        if kind not in ABOUT_CHATS and "token" not in brief:
            assert CHAT_ONLY.findall(said.text) == []


def test_the_first_mail_of_a_round() -> None:
    brief = {**nudge(1), "rung": "start", "bodies": ["Izglītības un zinātnes ministrija"], "token": "T"}
    brief["rounds"][0] |= {"legal_basis": "rīkojuma Nr. 54 3. punkts", "left": 28, "left_working": 20}
    brief["rounds"][0]["measures"][0] |= {"title": "Atvērtie dati", "done": "Notika divi semināri."}
    _, said = mail("nudge", brief)
    assert said.subject == "Informācija par 2020. gadu: 2.0."
    assert said.text == (
        "Labdien!\n"
        "Informācija par plāna pasākumu izpildi 2020. gadā jāiesniedz līdz 2021. gada 1. februārim "
        "(rīkojuma Nr. 54 3. punkts).\n"
        "Iestāde: Izglītības un zinātnes ministrija\n"
        "Jūsu loma: kontaktpersona\n\n"
        "Informācija par 2020. gadu\n"
        "Termiņš: pirmdiena, 2021. gada 1. februāris – atlikušas 28 dienas (20 darba dienas). "
        "Jānodod parakstīšanai līdz piektdienai, 22. janvārim.\n\n"
        "2.0. Atvērtie dati\n"
        "Pēdējais ieraksts (12. oktobrī): «Notika divi semināri.»\n\n"
        "Kāds bija stāvoklis 2020. gada beigās?\n\n"
        "Kā atbildēt\n"
        "– Atvērt darba lapu (bez konta un paroles): https://forum.example/lapa/x/\n"
        "– Atbildiet uz šo vēstuli; atbildi rakstiet virs tās teksta.\n"
        "– Atbildes pirmajā rindā var rakstīt arī vienu no šiem vārdiem: «Atbildēt», «Bez izmaiņām», "
        "«Atgādināt vēlāk», «Vajadzīga palīdzība», «Kāpēc saņēmu šo ziņu?».\n"
        "– Lietotnē Telegram, ja to atļauj Jūsu iestādes noteikumi – pievienoties (saite derīga trīs dienas): "
        "https://t.me/bot?start=T\n\n"
        "-- \n"
        "Šo vēstuli nosūtīja foruma automātiskais palīgs. Ierobežotas pieejamības informāciju, lūdzu, vēstulēs "
        "nerakstiet.\n"
        "Saites ir personiskas; lūdzu, nepārsūtiet tās.\n"
    )
    page = Page(said.html)
    assert page.links == ["https://forum.example/lapa/x/", "https://t.me/bot?start=T"]
    assert [tag for tag in page.tags if tag in ("h1", "h2", "ul", "li")] == ["h1", "h2", "ul", "li", "li", "li", "li"]


def test_where_no_answers_are_read_a_coordinator_reads_them() -> None:
    _, said = mail("nudge", nudge(), mailing=Mailing(sender="forums@vk.example", to="x@izm.example"))
    assert "– Atbildiet uz šo vēstuli; to izlasīs koordinators.\n" in said.text
    assert "darba lap" not in said.text
    assert "pirmajā rindā" not in said.text


def test_values_are_escaped_once() -> None:
    brief = nudge()
    brief["rounds"][0]["measures"][0] |= {"title": "A & <b>B</b>", "done": ""}
    _, said = mail("nudge", brief)
    assert "2.0. A & <b>B</b>\n" in said.text
    assert "A &amp; &lt;b&gt;B&lt;/b&gt;" in said.html


def invited(kind: str, **more: Any) -> tuple[str, icalendar.Event, str]:
    """Method and event of the invitation in a mail, and what its part is called."""
    brief = {**MEETINGS[kind][0], **more}
    worded, _ = mail(kind, brief)
    assert worded.attached is not None
    calendar = icalendar.Calendar.from_ical(worded.attached.content)
    (event,) = calendar.events
    return str(calendar["METHOD"]), event, worded.attached.method


def test_a_meeting_is_an_invitation_that_calendars_answer() -> None:
    starts, ends = datetime(2021, 2, 19, 8, tzinfo=UTC), datetime(2021, 2, 19, 9, 30, tzinfo=UTC)
    given = {"starts_at": starts, "ends_at": ends, "sequence": 0, "off": False, "answer": None}
    method, event, part = invited("meeting-notice", **given)
    assert (method, part, event["SEQUENCE"], event["STATUS"]) == ("REQUEST", "REQUEST", 0, "CONFIRMED")
    assert event["ORGANIZER"] == "mailto:forums@vk.example"
    assert event["ATTENDEE"] == "mailto:kontakts@izm.example"
    assert dict(event["ATTENDEE"].params) == {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    assert (event.start, event.end) == (starts, ends)
    method, moved, _ = invited("meeting-moved", **given | {"sequence": 1, "answer": "online"})
    assert (method, moved["SEQUENCE"], moved["UID"] == event["UID"]) == ("REQUEST", 1, True)
    assert moved["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    method, off, part = invited("meeting-cancelled", **given | {"sequence": 2, "off": True})
    assert (method, part, off["SEQUENCE"], off["STATUS"]) == ("CANCEL", "CANCEL", 2, "CANCELLED")
