"""A desk for the tests of the worksheet page: a forum in its memory, its pages served, and visits with links."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import httpx
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from forum import forums, links
from forum.people import Institution, Person, Role
from forum.plan import Completion, Measure
from forum.policies import Policy
from forum.rounds import Obligation
from forum.sealing import Sealing
from forum.store.base import Base
from forum.store.door import Store
from forum.store.migrate import metadata
from sandbox.clock import Clock
from sandbox.serving import Serving
from tests.facts import FORUM, Facts, policy, riga
from tests.ports import free_port
from web.worksheet.pages import Worksheet

T = TypeVar("T")
N = TypeVar("N", bound=Base)

NOW = "2021-01-18 10:42"
DONE = "Dati par 2020. gadu ir publicēti."
ANSWER = {"choice": "substantial", "done": DONE, "obstacles": "", "next_step": "Atvērt API."}


@dataclass
class Page:
    """An answer of the server, as a browser shows it."""

    answer: httpx.Response

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def tree(self) -> Any:
        return html.fromstring(self.answer.text)

    def texts(self, path: str) -> list[str]:
        """The words of whatever this XPath finds, their spaces made one."""
        found = self.tree.xpath(path)
        return [" ".join((one if isinstance(one, str) else " ".join(one.itertext())).split()) for one in found]

    def value(self, name: str) -> str:
        """What a text field holds."""
        (found,) = self.tree.xpath(f"//*[@name='{name}' and not(@type='radio') and not(@type='checkbox')]")
        return found.text.removeprefix("\n") if found.tag == "textarea" and found.text else found.get("value") or ""

    def chosen(self, name: str) -> list[str]:
        return [str(one) for one in self.tree.xpath(f"//input[@name='{name}' and @checked]/@value")]

    @property
    def head(self) -> str:
        return self.texts("//h1")[0]

    @property
    def errors(self) -> dict[str, str]:
        """What is said to be wrong, by the field that it leads to."""
        return {a.get("href")[1:]: a.text_content() for a in self.tree.xpath("//div[@role='alert']//a")}

    @property
    def told(self) -> list[str]:
        return self.texts("//div[@role='status']/p")


@dataclass
class Desk:
    """The pages of one forum over one memory, its clock standing still; ``changed`` counts what wakes the pumps."""

    store: Store
    serving: Serving
    clock: Clock = field(default_factory=lambda: Clock(riga(NOW)))
    sealing: Sealing | None = None
    english: bool = False
    changed: int = 0
    address: str = field(init=False)
    policy: Policy = field(init=False)

    def __post_init__(self) -> None:
        self.store.do_now(forums.ensure, FORUM, now=self.clock.now())
        port = free_port()
        # As behind a server that hands one folder of a public address on.
        pages = f"http://127.0.0.1:{port}/ogp"
        self.policy = replace(policy(), pages=pages, mails=True, sealing=self.sealing, english=self.english)
        sheet = Worksheet(
            store=self.store,
            forum=FORUM,
            title="Atvērtās pārvaldības forums",
            policy=self.policy,
            clock=self.clock.now,
            changed=self._changed,
        )
        self.address = self.serving.start(Starlette(routes=sheet.routes()), port=port)
        self.http = httpx.Client(base_url=self.address, timeout=30, follow_redirects=True)

    def _changed(self) -> None:
        self.changed += 1

    def link(self, person: Person) -> str:
        """The path of a fresh link of this person."""
        token = self.do(lambda session: links.make(session, session.get_one(Person, person.id), now=self.clock.now()))
        return links.address(self.policy, FORUM, token).removeprefix(self.address)

    def visit(self, link: str, page: str = "", *, method: str = "GET") -> Page:
        return Page(self.http.request(method, f"{link}{page}"))

    def send(
        self,
        link: str,
        page: str,
        fields: Mapping[str, Any] | None = None,
        *,
        file: tuple[str, bytes, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """A form as a browser of our own pages sends it; what it is led to afterwards."""
        told = {"Origin": "null", "Sec-Fetch-Site": "same-origin"} if headers is None else headers
        files = {"file": file} if file else None
        return Page(self.http.post(f"{link}{page}", data=dict(fields or {}), files=files, headers=dict(told)))

    def do(self, verb: Callable[[Session], T]) -> T:
        return self.store.do_now(verb)

    def all(self, noun: type[N]) -> list[N]:
        return self.store.read_now(lambda session: list(session.scalars(select(noun).order_by(noun.__table__.c.id))))

    def everything(self) -> dict[str, list[Any]]:
        """Every row of every table."""

        def dump(session: Session) -> dict[str, list[Any]]:
            tables = metadata().sorted_tables
            return {one.name: sorted(repr(tuple(row)) for row in session.execute(select(one))) for one in tables}

        return self.store.read_now(dump)


@dataclass
class Cast:
    """IZM with a contact and measures under report, another contact of the same body, and a coordinator."""

    desk: Desk
    body: Institution
    person: Person
    colleague: Person
    coordinator: Person
    measures: list[Measure]
    duties: list[Obligation]
    link: str = ""

    def of(self, number: int = 0) -> str:
        """The page of one measure."""
        return f"p/{self.duties[number].id}/"


def cast(desk: Desk, *numbers: str, reached: bool = True, second: str = "", **stands: Any) -> Cast:
    """Set these measures under report, due on 1 February 2021; ``stands``: what the rows say. ``second``: the number of
    a measure of VID, for which the same human stands."""

    def make(session: Session) -> Cast:
        facts = Facts(session)
        chancellery, body = facts.body("VK"), facts.body("IZM")
        coordinator = facts.member("VK koordinators", chancellery, role=Role.COORDINATOR)
        known = facts.member if reached else facts.person
        person = known("IZM kontaktpersona", body, email="kontakts@izm.example")
        colleague = known("IZM otra kontaktpersona", body, email="otra@izm.example")
        measures = [facts.measure(number, body, contacts=(person,), **stands) for number in numbers]
        if second:
            also = facts.body("VID")
            twin = facts.person(person.name, also, email=person.email.upper())
            facts.measure(second, also, contacts=(twin,))
        facts.round(legal_basis="Rīkojuma 3. punkts")
        duties = facts.opened("2021-01-18")
        return Cast(desk, body, person, colleague, coordinator, measures, duties)

    made = desk.do(make)
    made.link = desk.link(made.person)
    return made


RECORD: dict[str, Any] = {
    "completion": Completion.LIMITED,
    "done": "Sagatavots apraksts.",
    "completion_on": riga("2020-10-12").date(),
    "next_step": "Konkurss.",
}


def addresses(page: Page) -> set[str]:
    """Every address that a page names, as a scanner that follows all of them would find it."""
    found = page.tree.xpath("//@href | //@action | //@formaction | //@src")
    return {str(one) for one in found if not re.match(r"https?:|data:|#", str(one))}
