"""Two plans at once, each with a 2.3: the late answers of one and the worksheets of the other go each to its own; pages
of the one that has ended keep their addresses, to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from docx import Document
from sqlalchemy.orm import Session

from forum.operations import WorkspaceOperation
from forum.people import Person, Role
from forum.plan import Completion, Measure, Plan
from forum.replies import ReplyVersion
from forum.rounds import Kind, Obligation, Round
from tests.facts import FORUM, Facts, riga
from tests.web.worksheet.desk import Desk

OLD, NEW = "Dati par 2021. gadu ir publicēti.", "Kontaktpersona ir cita."
ANSWER = {"choice": "substantial", "done": OLD, "obstacles": "", "next_step": "Atvērt API."}


def two_plans(session: Session) -> tuple[list[Measure], list[Round], list[Obligation]]:
    facts = Facts(session)
    facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
    body = facts.body("IZM")
    facts.member("IZM kontaktpersona", body, email="kontakts@izm.example")
    old = facts.measure("2.3", body, completion=Completion.LIMITED)
    facts.round(date(2022, 2, 1), key="report-2021", grace_until=date(2022, 2, 14), lock_on=date(2022, 2, 18))
    facts.plan = facts._add(Plan(forum=FORUM, code="LV-5", title="Jaunais plāns"))
    new = facts.measure("2.3", body, completion=Completion.NOT_STARTED)
    facts.round(date(2022, 2, 28), key="worksheets-5", kind=Kind.FILLING)
    duties = facts.opened("2022-02-10")
    rounds = [session.get_one(Round, duty.round_id) for duty in duties]
    return [old, new], rounds, duties


@dataclass
class Both:
    """Both plans, and links of IZM's contact and of a coordinator."""

    desk: Desk
    measures: list[Measure]
    rounds: list[Round]
    duties: list[Obligation]
    link: str
    chief: str

    def pages(self) -> list[str]:
        return [f"p/{duty.id}/" for duty in self.duties]

    def apart(self) -> None:
        """The round pages and the reports each have their own plan's answer alone."""
        for one, own, other in ((self.rounds[0], OLD, NEW), (self.rounds[1], NEW, OLD)):
            page = self.desk.visit(self.chief, f"karta/{one.id}/")
            tiles = page.texts("//dl[@class='tiles']//dd")
            assert (page.head, tiles) == (f"Kārta: {one.title}", ["1", "0", "0", "0"])
            file = self.desk.http.get(f"{self.chief}zinojums/{one.id}/fails/lv.docx").content
            lines = "\n".join(line.text for line in Document(BytesIO(file)).paragraphs)
            assert (own in lines, other in lines) == (True, False)

    def end(self, session: Session) -> None:
        """The old plan is over."""
        plan = session.get_one(Plan, self.measures[0].plan_id)
        plan.ends_on, plan.state = date(2021, 12, 31), "Noslēgts"


def begin(desk: Desk) -> Both:
    desk.clock.set(riga("2022-02-10 10:00"))
    made = desk.do(two_plans)
    coordinator, person = desk.all(Person)
    return Both(desk, *made, desk.link(person), desk.link(coordinator))


def test_each_plan_keeps_its_own_and_old_pages_keep_their_addresses(either_desk: Desk) -> None:
    desk, both = either_desk, begin(either_desk)
    cards = desk.visit(both.link).texts("//li[contains(@class,'card')]")
    assert [("LV-4" in card, "LV-5" in card) for card in cards] == [(True, False), (False, True)]
    old, new = both.pages()
    assert desk.send(both.link, old + "atbilde", ANSWER).status == 200
    assert desk.send(both.link, new + "atbilde", {"done": NEW}).status == 200
    assert [(row.completion, row.done) for row in desk.all(ReplyVersion)] == [("substantial", OLD), (None, NEW)]
    # What is said of the new plan's worksheet changes no measure, and neither plan's row says the other's.
    plans = [one.plan_id for one in both.measures]
    told = [(one.plan_id, one.completion, one.done) for one in desk.all(Measure)]
    assert told == [(plans[0], Completion.SUBSTANTIAL, OLD), (plans[1], Completion.NOT_STARTED, "")]
    written = [row.values for row in desk.all(WorkspaceOperation) if row.noun == "reply"]
    assert [(row["plan"], row["measure"], row["done"]) for row in written] == [
        (plans[0], both.measures[0].id, OLD),
        (plans[1], both.measures[1].id, NEW),
    ]
    both.apart()

    # The old plan's round is locked, and the plan is over: its page is there still, and takes nothing.
    desk.do(both.end)
    desk.clock.set(riga("2022-03-01 10:00"))
    page = desk.visit(both.link, old)
    assert (page.status, page.texts("//section[1]//dd[@class='words']")) == (200, [OLD, "Atvērt API."])
    assert page.tree.xpath("//form[@id='answer']") == []
    assert desk.send(both.link, old + "atbilde", {**ANSWER, "done": "Par vēlu."}).status == 409
    assert [row.done for row in desk.all(ReplyVersion)] == [OLD, NEW]
    assert desk.visit(both.chief, f"karta/{both.rounds[0].id}/").status == 200
    assert desk.http.get(f"{both.link}pasakums/{both.duties[0].id}/fails/docx").status_code == 200
