"""The coordinator's page of a round: how it stands, the draft now, and the same deeds as in chat."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering, held, journal, standing
from forum.council import Opinion
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.plan import Plan
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round
from forum.voices import Voicing
from tests.facts import at
from tests.web.worksheet.desk import RECORD, Cast, Desk, cast


def page(made: Cast) -> str:
    return f"karta/{made.duties[0].round_id}/"


def kinds(desk: Desk) -> list[str]:
    return [row.kind for row in desk.all(OutgoingMessage)]


def test_it_shows_how_a_round_stands(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.9", second="2.10", **RECORD)

    def unchanged(session) -> None:  # type: ignore[no-untyped-def]
        duty = session.get_one(Obligation, made.duties[0].id)
        found = standing.on_record(session, duty)
        assert found is not None
        answering.record(session, duty, None, answering.unchanged(found, channel="page"), at=at("2021-01-18"))

    desk.do(unchanged)
    link = desk.link(made.coordinator)
    shown = desk.visit(link, page(made))
    assert shown.texts("//dl[@class='tiles']//dd") == ["1", "0", "0", "2"]
    assert "Bez izmaiņām kopš 12. oktobra: 1." in shown.texts("//main/p")
    assert shown.texts("//li[contains(@class,'card')]/h3") == [
        "Atzīmēt atgādināšanai: IZM pilnā vārdā Gaidām",
        "Atzīmēt atgādināšanai: VID pilnā vārdā Gaidām",
    ]
    assert shown.texts("//p[@class='note']") == ["Nevienam nevar rakstīt: VID pilnā vārdā"]
    before = desk.everything()
    assert desk.visit(link, page(made), method="HEAD").status == 200
    pack = desk.http.get(f"{link}{page(made)}fails/lv.docx")
    words = [line.text for line in Document(BytesIO(pack.content)).paragraphs]
    assert words[0] == "Memoranda padomei: Ziņojums līdz 2021-02-01"
    assert desk.http.get(f"{link}{page(made)}fails/lv.pdf").content.startswith(b"%PDF")
    assert desk.everything() == before
    # It is nobody else's.
    for path in (page(made), f"{page(made)}fails/lv.docx"):
        assert desk.visit(made.link, path).status == 404
    assert desk.send(made.link, page(made) + "atgadinat").status == 404


def test_bodies_are_reminded_and_a_second_time_is_asked_first(desk: Desk) -> None:
    made = cast(desk, "2.8")
    link = desk.link(made.coordinator)
    assert desk.send(link, page(made) + "atgadinat", {"body": str(made.body.id)}).told[0].startswith("Atgādinājumi ir")
    assert kinds(desk) == ["nudge"]
    again = desk.send(link, page(made) + "atgadinat")
    assert (again.status, list(again.errors), kinds(desk)) == (422, ["again"], ["nudge"])
    assert desk.send(link, page(made) + "atgadinat", {"again": "yes"}).status == 200
    assert kinds(desk) == ["nudge", "nudge"]


def test_more_time_is_given_and_a_telephone_call_entered(desk: Desk) -> None:
    made = cast(desk, "2.8", "2.9", "2.10")
    link, share = desk.link(made.coordinator), {"share": str(made.body.id)}
    first, second, third = (str(duty.id) for duty in made.duties)
    wrong = desk.send(link, page(made) + "pagarinat", {**share, "until": "2021-01-01", "words": "Gaida."})
    assert (wrong.status, list(wrong.errors)) == (422, ["duty", "until"])
    given = {**share, "duty": first, "until": "2021-02-15", "words": "Gaida ministru."}
    assert desk.send(link, page(made) + "pagarinat", given).told[0].startswith("Termiņš ir pagarināts")
    assert desk.send(link, page(made) + "neprasit", {**share, "duty": third, "words": "Martā."}).told == [
        "Vairs neprasām."
    ]
    empty = desk.send(link, page(made) + "pa-talruni", {**share, "words": "Sāks martā."})
    assert list(empty.errors) == ["duty", "choice"]
    said = {**share, "duty": second, "choice": "not_started", "words": "Sāks martā."}
    assert desk.send(link, page(made) + "pa-talruni", said).told[0].startswith("Atbilde ir ierakstīta")
    assert [
        (row.due_on, row.discharged_at is not None, row.skipped_at is not None) for row in desk.all(Obligation)
    ] == [
        (date(2021, 2, 15), False, False),
        (None, True, False),
        (None, False, True),
    ]
    (version,) = desk.all(ReplyVersion)
    assert (version.done, version.entered_by_id, version.person_id) == (
        "Sāks martā.",
        made.coordinator.id,
        made.person.id,
    )


def test_the_council_and_the_partners_are_settled_there(desk: Desk) -> None:
    made = cast(desk, "2.8")
    link = desk.link(made.coordinator)
    wrong = desk.send(link, page(made) + "atzinums", {"given_on": "2021-03-01", "opinion": "Labi."})
    assert (list(wrong.errors), wrong.value("opinion")) == (["given_on", "minutes"], "Labi.")
    said = {"given_on": "2021-01-15", "minutes": "3/2021", "opinion": "Padome atzīst:\r\nlabi."}
    assert desk.send(link, page(made) + "atzinums", said).told == ["Atzinums ir ierakstīts."]
    assert [(row.minutes, row.words) for row in desk.all(Opinion)] == [("3/2021", "Padome atzīst:\nlabi.")]
    told = the_council_is_put_right(desk, made)
    assert told == ["Padome atzīst: labi.", "Atzinums ir atsaukts."]
    refused = desk.send(link, page(made) + "partneri", {"hear": "blind"})
    assert (list(refused.errors), desk.all(Voicing)) == (["hear"], [])


def the_council_is_put_right(desk: Desk, made: Cast) -> list[str]:
    """Recorded under a wrong number, then of the wrong round: what is shown after the one and told after the other."""
    link, (first,) = desk.link(made.coordinator), desk.all(Opinion)
    words = {"given_on": "2021-01-15", "opinion": first.words, "replaces": str(first.id)}
    unnamed = desk.send(link, page(made) + "atzinums", {**words, "minutes": ""})
    assert (list(unnamed.errors), unnamed.tree.xpath("//input[@name='replaces']/@value")[-1]) == (
        ["minutes"],
        str(first.id),
    )
    desk.send(link, page(made) + "atzinums", {**words, "minutes": "4/2021"})
    shown = desk.visit(link, page(made))
    assert [text.split(",")[0] for text in shown.texts("//blockquote/p[1]")] == ["Protokols Nr. 4/2021"]
    last = next(str(row.id) for row in desk.all(Opinion) if row.minutes == "4/2021")
    gone = desk.send(link, page(made) + "atzinums", {"replaces": last, "undo": "yes"})
    assert gone.texts("//blockquote") == []
    return [shown.texts("//blockquote/p[2]")[0], *gone.told]


def test_it_says_from_whom_a_reminder_was_held_back(desk: Desk) -> None:
    made = cast(desk, "2.8")

    def hold(session: Session) -> None:
        journal.note(
            session,
            made.person.forum,
            at=at("2021-01-18").now,
            actor="service",
            side="forum",
            action=held.ACTION,
            noun="person",
            noun_id=made.person.id,
            after={"kind": "nudge", "why": "year", "rounds": [made.duties[0].round_id]},
        )

    desk.do(hold)
    shown = desk.visit(desk.link(made.coordinator), page(made))
    assert [line for line in shown.texts("//p[@class='aside']") if "aizturējām" in line] == [
        f"{made.person.name}: atgādinājumu aizturējām 18. janvārī plkst. 9.00, jo gadā jau nosūtīts, cik paredzēts."
    ]


def test_it_says_who_is_away_until_when_and_who_stands_in(desk: Desk) -> None:
    made = cast(desk, "2.8", second="2.10")

    def leave(session: Session) -> None:
        izm, vid = (session.scalars(select(Person).where(Person.name == made.person.name).order_by(Person.id))).all()
        izm.away_until, vid.away_until = date(2021, 1, 25), date(2021, 1, 22)

    desk.do(leave)
    shown = desk.visit(desk.link(made.coordinator), page(made))
    assert [line for line in shown.texts("//p[@class='aside']") if "prombūtnē" in line] == [
        f"{made.person.name}: prombūtnē līdz 25. janvārim; aizstāj {made.colleague.name}.",
        f"{made.person.name}: prombūtnē līdz 22. janvārim; neviens neaizstāj.",
    ]


def test_ogps_dates_stand_first_on_a_coordinators_page_and_on_nobody_elses(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.do(lambda session: setattr(session.scalars(select(Plan)).one(), "ogp_period", "2019-2021"))
    first = desk.visit(desk.link(made.coordinator)).texts("//h2")[0]
    assert (first, "OGP termiņi" in desk.visit(made.link).texts("//h2")) == ("OGP termiņi", False)


def test_the_day_to_hand_in_for_signature_stands_beside_the_due_day(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.do(lambda session: setattr(session.scalars(select(Round)).one(), "sign_by", date(2021, 1, 22)))
    lead = desk.visit(desk.link(made.coordinator), page(made)).texts("//p[@class='lead']")[0]
    assert lead.endswith("Jānodod parakstīšanai: piektdiena, 2021. gada 22. janvāris")
    facts = desk.visit(made.link, made.of()).texts("//dl[@class='facts']/div")
    assert "Jānodod parakstīšanai piektdiena, 2021. gada 22. janvāris" in facts
