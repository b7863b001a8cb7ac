"""What is a member's own, on the page: settings, what is kept, all of it as a file, being forgotten."""

from __future__ import annotations

from datetime import time

from sqlalchemy import update
from sqlalchemy.orm import Session

from forum import inbox
from forum.enrolment import Address
from forum.inbox import IncomingMessage, Raw
from forum.outbox import OutgoingMessage
from forum.people import ChannelName, Person
from forum.preferences import Preference
from forum.replies import ReplyVersion
from tests.facts import FORUM, TELEGRAM, riga
from tests.web.worksheet.desk import ANSWER, Cast, Desk, cast

CHOSEN = {"language": "en", "channel": "telegram", "part": "morning", "days": ["0", "3"]}


def test_settings_are_shown_and_kept_for_all_that_one_is(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", second="4.1")
    page = desk.visit(made.link, "iestatijumi")
    shown = {name: page.chosen(name) for name in CHOSEN}
    assert shown == {"language": ["lv"], "channel": ["telegram"], "part": ["all"], "days": ["0", "1", "2", "3", "4"]}
    saved = desk.send(made.link, "iestatijumi", CHOSEN)
    assert saved.told == ["The settings are saved."]
    assert {name: saved.chosen(name) for name in ("channel", "part", "days")} == {
        "channel": ["telegram"],
        "part": ["morning"],
        "days": ["0", "3"],
    }
    wishes = [(row.opens, row.closes, row.weekdays, row.channel) for row in desk.all(Preference)]
    assert wishes == [(None, time(12), [0, 3], ChannelName.TELEGRAM)] * 2
    assert {row.language for row in desk.all(Address) if row.person_id == made.person.id} == {"en"}


def test_whoever_is_reached_nowhere_yet_chooses_no_channel(desk: Desk) -> None:
    made = cast(desk, "2.8", reached=False)
    page = desk.visit(made.link, "iestatijumi")
    assert page.texts("//legend")[0] == "Valoda"
    chosen = {**CHOSEN, "channel": "x", "language": "lv"}
    assert desk.send(made.link, "iestatijumi", chosen).told == ["Iestatījumi ir saglabāti."]
    assert [row.channel for row in desk.all(Preference)] == [None]


def test_a_day_has_to_stay_and_only_what_is_offered_is_taken(desk: Desk) -> None:
    made = cast(desk, "2.8")
    wrong = {"language": "xx", "channel": "telephone", "part": "night", "days": ["9"]}
    page = desk.send(made.link, "iestatijumi", wrong)
    assert (page.status, set(page.errors)) == (422, {"days", "language", "channel", "part"})
    assert desk.all(Preference) == []


def heard(made: Cast) -> None:
    """Something came from the member's chat, and from another's."""

    def store(session: Session) -> None:
        lanes = (str(1000 + made.person.id), "7")
        raws = [Raw(external_id=lane, lane=lane, message_ref=lane, body=f"no {lane}") for lane in lanes]
        inbox.store(session, FORUM, TELEGRAM, batch=raws, next_id=9, real=riga("2021-01-18"))

    made.desk.do(store)


def test_all_that_is_kept_is_shown_and_handed_out(desk: Desk) -> None:
    made = cast(desk, "2.8")
    heard(made)
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    page = desk.visit(made.link, "dati")
    assert page.texts("//dl[1]//dd") == ["IZM kontaktpersona", "IZM pilnā vārdā", "kontakts@izm.example"]
    assert page.texts("//main//li") == [
        "Lietotnē Telegram, kopš 1. decembra",
        "2.8. – 18. janvārī plkst. 10.42, 1. redakcija",
    ]
    assert "Saglabāta 1 Jūsu ziņa vai pogas spiediens, kā tas saņemts." in page.texts("//main/p")
    file = desk.visit(made.link, "dati/fails").answer
    assert file.headers["content-disposition"] == 'attachment; filename="mani-dati.json"'
    kept = file.json()
    assert [row["name"] for row in kept["person"]] == ["IZM kontaktpersona"]
    assert [row["done"] for row in kept["reply_version"]] == [ANSWER["done"]]
    assert [row["body"] for row in kept["incoming_message"]] == [f"no {1000 + made.person.id}"]
    assert [row["kind"] for row in kept["outgoing_message"]] == ["echo"]


def test_being_forgotten_asks_first_and_ends_the_link(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")
    heard(made)
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert list(desk.send(made.link, "dati/dzest").errors) == ["sure"]
    assert desk.send(made.link, "dati/dzest", {"sure": "yes"}).head == "Dzēsts"
    assert desk.visit(made.link).status == 410
    assert [row.person_id for row in desk.all(Address)] == [made.coordinator.id, made.colleague.id]
    assert [row.body for row in desk.all(IncomingMessage)] == ["", "no 7"]
    assert [row.done for row in desk.all(ReplyVersion)] == [ANSWER["done"]]  # the body's record stays
    assert ("member-left", made.coordinator.id) in [(row.kind, row.person_id) for row in desk.all(OutgoingMessage)]


def test_a_new_link_is_sent_and_nobody_learns_whether(desk: Desk) -> None:
    made = cast(desk, "2.8")
    said = [desk.send(made.link, "jauna-saite").answer.text]
    desk.do(lambda session: session.execute(update(Person).values(email="")))
    said.append(desk.send(made.link, "jauna-saite").answer.text)
    assert said[0] == said[1]
    assert [(row.kind, row.channel, row.address) for row in desk.all(OutgoingMessage)] == [
        ("page-link", "email", "kontakts@izm.example")
    ]
