"""What is typed on the page and not sent is kept for its author, stands there again, and is lost by nobody's doing."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import begun, deciding, drafts, privacy
from forum.drafts import Awaits, Draft
from forum.milestones import Milestone
from forum.operations import WorkspaceOperation
from forum.people import Person
from forum.plan import Completion
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round
from tests.facts import FORUM, at, riga
from tests.web.worksheet.desk import ANSWER, DONE, RECORD, Cast, Desk, Page, cast

TYPED = {"choice": "limited", "done": "Puse no", "obstacles": "", "next_step": "", "internal": "yes", "link": ""}
HEAD = "Iesākta atbilde, vēl nav iesniegta (18. janvārī plkst. 10.42)."


def begin(made: Cast, typed: dict[str, str], *, shown: Page | None = None, link: str = "") -> Page:
    """Press «Saglabāt un turpināt vēlāk» on a page that was ``shown`` (None: it is opened for that)."""
    link = link or made.link
    page = shown or made.desk.visit(link, made.of())
    return made.desk.send(link, made.of() + "iesakts", {**typed, **hidden(page)})


def hidden(page: Page) -> dict[str, str]:
    return {name: page.value(name) for name in ("mark", "stood")}


def quietly(made: Cast, typed: dict[str, str], told: dict[str, str]) -> tuple[int, dict[str, Any]]:
    """What the page's script sends."""
    answer = made.desk.send(made.link, made.of() + "iesakts", {**typed, **told, "quietly": "yes"}).answer
    return answer.status_code, answer.json()


def fields(page: Page) -> dict[str, Any]:
    texts = {name: page.value(name) for name in ("done", "obstacles", "next_step", "link")}
    return {"choice": page.chosen("choice"), **texts, "internal": page.chosen("internal")}


def kept(desk: Desk) -> list[str]:
    return [row.typed.get("done", "") for row in desk.all(Draft)]


def test_what_was_begun_stands_there_again_until_it_is_sent(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.9", **RECORD)
    said = begin(made, TYPED)
    assert said.told == ["Iesāktais ir saglabāts; tas vēl nav iesniegts. Turpināt varat, kad vēlaties."]
    before = desk.everything()
    page = desk.visit(desk.link(made.person), made.of())
    assert fields(page) == {**TYPED, "choice": ["limited"], "internal": ["yes"]}
    assert page.texts("//section[@id='begun']/p")[0].startswith(HEAD)
    assert desk.visit(made.link).texts("//li[@class='card']//a/text()") == ["Turpināt", "Atbildēt"]
    assert desk.everything()["draft"] == before["draft"]  # looking changes nothing
    assert desk.all(ReplyVersion) == []
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, **hidden(page)})
    assert (desk.all(Draft), [row.done for row in desk.all(ReplyVersion)]) == ([], [DONE])


def test_nothing_typed_is_nothing_begun_and_what_is_thrown_away_is_gone(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    same = {"choice": "limited", "done": RECORD["done"], "obstacles": "", "next_step": RECORD["next_step"]}
    assert begin(made, same).told == ["Nekas nav ierakstīts, tāpēc nav ko saglabāt."]
    assert desk.all(Draft) == []
    begin(made, TYPED)
    assert desk.send(made.link, made.of() + "izmest").told == ["Iesāktais ir izmests."]
    assert (desk.all(Draft), desk.visit(made.link, made.of()).value("done")) == ([], RECORD["done"])
    assert [table for table, rows in desk.everything().items() for row in rows if "Puse no" in row] == []


def test_two_pages_of_one_person_lose_nothing_by_each_other(desk: Desk) -> None:
    made = cast(desk, "2.8")
    first, second = (desk.visit(made.link, made.of()) for _ in range(2))
    begin(made, {**TYPED, "done": "Pirmais."}, shown=first)
    clash = begin(made, {**TYPED, "done": "Otrais."}, shown=second)
    assert (clash.status, list(clash.errors), kept(desk)) == (422, ["begun"], ["Pirmais."])
    assert clash.value("done") == "Otrais."
    assert "Pirmais." in clash.texts("//section[@id='begun']//dd")
    begin(made, {**TYPED, "done": "Otrais."}, shown=clash)  # both were seen
    assert kept(desk) == ["Otrais."]
    # An answer sent from a page that did not show it leaves it where it is, and says so.
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, **hidden(first)})
    page = desk.visit(made.link, made.of())
    assert (page.value("done"), kept(desk)) == ("Otrais.", ["Otrais."])
    assert page.texts("//section[@id='begun']/p")[1].startswith("Kopš tā laika ir saņemta cita atbilde (1. redakcija,")


def test_the_script_keeps_what_is_typed_and_wakes_nothing_that_is_over(desk: Desk) -> None:
    made = cast(desk, "2.8")
    page = desk.visit(made.link, made.of())
    told = hidden(page)
    status, answer = quietly(made, TYPED, told)
    assert (status, answer["said"]) == (200, "Saglabāts 18. janvārī plkst. 10.42; vēl nav iesniegts.")
    newer = {**told, "mark": answer["mark"]}
    assert quietly(made, {**TYPED, "done": "Viss."}, newer)[0] == 200
    assert quietly(made, {**TYPED, "done": "Cits."}, newer) == (409, {})  # another page was at it
    assert kept(desk) == ["Viss."]
    last = hidden(desk.visit(made.link, made.of()))
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, **last})
    for late in (told, last):  # on its way since before the answer
        assert quietly(made, TYPED, late) == (409, {})
    assert (desk.all(Draft), len(desk.all(ReplyVersion))) == ([], 1)
    empty = {**TYPED, **ANSWER, "internal": ""}
    assert quietly(made, empty, hidden(desk.visit(made.link, made.of()))) == (200, {"mark": "", "said": ""})


def test_colleagues_hear_that_something_is_begun_and_never_what(desk: Desk) -> None:
    made = cast(desk, "2.8")
    begin(made, TYPED)
    others = desk.link(made.colleague)
    page = desk.visit(others, made.of())
    assert page.texts("//section[@id='begun']/p") == [
        "Arī kolēģiem ir iesākta atbilde, kas vēl nav iesniegta: IZM kontaktpersona."
    ]
    assert "Puse no" not in page.answer.text
    begin(made, {**TYPED, "done": "Kolēģa."}, link=others)
    desk.send(others, made.of() + "atbilde", {**ANSWER, **hidden(desk.visit(others, made.of()))})
    assert kept(desk) == ["Puse no"]
    page = desk.visit(made.link, made.of())
    assert (page.value("done"), page.texts("//section[1]//dd")[1]) == ("Puse no", DONE)
    assert "IZM otra kontaktpersona" in page.texts("//section[@id='begun']/p")[1]
    duty = made.duties[0].id
    one = desk.all(Round)[0].id
    told = desk.visit(desk.link(made.coordinator), f"karta/{one}/").answer.text
    assert ("Puse no" in told, "atbilde iesākta" in told) == (False, False)  # it is answered
    desk.send(others, made.of() + "atsaukt")
    told = desk.visit(desk.link(made.coordinator), f"karta/{one}/").answer.text
    assert ("Puse no" in told, "atbilde iesākta" in told) == (False, True)
    assert list(desk.do(lambda session: begun.at(session, FORUM, [duty]))) == [duty]


def test_what_the_chat_and_the_page_began_stand_beside_each_other(desk: Desk) -> None:
    made = cast(desk, "2.8")
    duty, person = made.duties[0].id, made.person.id

    def press(session: Session) -> None:
        row = drafts.begin(
            session, FORUM, person_id=person, obligation_id=duty, awaits=Awaits.TEXT, now=at("2021-01-18 11:00").now
        )
        row.completion = Completion.SUBSTANTIAL

    desk.do(press)
    page = desk.visit(made.link, made.of())
    assert (page.chosen("choice"), page.value("done")) == (["substantial"], "")
    assert page.texts("//section[@id='begun']/p")[0].startswith("Sarunā iesākta atbilde (18. janvārī plkst. 11.00)")
    desk.clock.set(riga("2021-01-18 12:00"))
    begin(made, TYPED, shown=page)
    page = desk.visit(made.link, made.of())
    assert (page.chosen("choice"), page.value("done")) == (["limited"], "Puse no")
    assert [(row.awaits, row.completion) for row in desk.all(Draft)] == [(Awaits.TEXT, Completion.SUBSTANTIAL)]
    desk.do(lambda session: drafts.leave(session, FORUM, [person], duty))  # it was answered in the chat
    assert [(row.awaits, row.typed["done"]) for row in desk.all(Draft)] == [(Awaits.NOTHING, "Puse no")]
    desk.do(press)
    desk.send(made.link, made.of() + "izmest")
    assert [(row.awaits, row.typed) for row in desk.all(Draft)] == [(Awaits.TEXT, {})]


def test_unchanged_keeps_what_was_typed_beside_it_and_the_milestones_too(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)

    def plan(session: Session) -> int:
        step = Milestone(forum=FORUM, number="2.8.1", title="API", measure_id=made.measures[0].id)
        session.add(step)
        session.flush()
        return step.id

    number, link = desk.do(plan), "https://dati.example/api"
    page = desk.visit(made.link, made.of())
    typed = {**TYPED, f"step-{number}": "complete", "seen": page.value("seen"), **hidden(page)}
    wrong = desk.send(made.link, made.of() + "bez-izmainam", {**typed, f"steplink-{number}": "ftp://x"})
    assert (wrong.status, list(wrong.errors), wrong.value("done")) == (422, [f"steplink-{number}"], "Puse no")
    typed[f"steplink-{number}"] = link
    page = desk.send(made.link, made.of() + "bez-izmainam", typed)
    assert page.told[0].startswith("Paldies! Ierakstīts, ka nekas nav mainījies. Tas, ko šeit rakstījāt, nav iesniegts")
    assert [(row.completion, row.evidence) for row in desk.all(Milestone)] == [(Completion.COMPLETE, link)]
    assert [row.values for row in desk.all(WorkspaceOperation) if row.noun == "milestone"] == [
        {"completion": "complete", "done_on": "2021-01-18", "evidence": link}
    ]
    assert [(row.manner.value, row.done) for row in desk.all(ReplyVersion)] == [("unchanged", RECORD["done"])]
    assert (kept(desk), page.value("done")) == (["Puse no"], "Puse no")
    newer = {f"step-{number}": "complete", f"steplink-{number}": f"{link}/2"}
    assert desk.send(made.link, made.of() + "starprezultats", newer).told[0].startswith("Starprezultāti ir saglabāti")
    last = [row.values for row in desk.all(WorkspaceOperation) if row.noun == "milestone"][-1]
    assert last == {"evidence": f"{link}/2"}  # the day on which it was done stays


def test_at_the_lock_and_with_the_person_it_goes(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.9")
    begin(made, TYPED)
    desk.send(made.link, made.of(1) + "iesakts", {**TYPED, "done": "Cits."})

    def later(session: Session) -> None:
        session.get_one(Obligation, made.duties[1].id).due_on = at("2021-03-01").day

    desk.do(later)
    assert len(desk.do(lambda session: privacy.export(session, FORUM, [made.person]))["draft"]) == 2
    for day, left in (("2021-02-15", ["Puse no", "Cits."]), ("2021-02-16", ["Cits."])):
        now = riga(f"{day} 09:00")
        desk.do(partial(deciding.tick, forum=FORUM, now=now, policy=desk.policy))
        assert kept(desk) == left

    def forget(session: Session) -> None:
        privacy.forget(session, FORUM, [session.get_one(Person, made.person.id)], channel="", address="")

    desk.do(forget)
    assert desk.all(Draft) == []


def test_erasing_takes_what_anybody_began(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    begin(made, TYPED)
    others = desk.link(made.colleague)
    begin(made, TYPED, link=others)
    desk.send(made.link, made.of() + "dzest-tekstu")
    assert desk.all(Draft) == []


def test_of_another_body_nothing_is_kept(desk: Desk) -> None:
    made = cast(desk, "2.8", second="4.1")
    link = desk.link(made.colleague)
    answer = desk.send(link, made.of(1) + "iesakts", {**TYPED, "quietly": "yes"}).answer
    assert (answer.status_code, desk.all(Draft)) == (404, [])
    desk.do(lambda session: setattr(session.scalars(select(Round)).one(), "lock_on", at("2021-01-10").day))
    desk.do(lambda session: setattr(session.scalars(select(Round)).one(), "due_on", at("2021-01-10").day))
    assert desk.send(made.link, made.of() + "iesakts", {**TYPED, "quietly": "yes"}).status == 404
    page = desk.send(made.link, made.of() + "iesakts", TYPED)
    assert (page.status, page.texts("//section/p[@class='words']")) == (409, ["Puse no"])
