"""Serving: what every page below a personal link does alike: whose the link is, what is shown, what a form came to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

import structlog
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from forum import enrolment, evidence, links, replies
from forum.links import Refusal
from forum.policies import Policy
from forum.store.base import Values
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import Clock, at
from web.worksheet import guarding, views
from web.worksheet.forms import Form
from web.worksheet.guarding import TooMuch
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.rendering import Place, Rendering
from web.worksheet.visits import Visitor, come
from words.texts import Texts

log = structlog.get_logger()

# What a form does to whoever visits; None: what it is about is not theirs.
Act = Callable[[Visitor, Form], Outcome | None]
View = Callable[[Visitor], Values | None]
Handler = Callable[[Request], Awaitable[Response]]

SAID = "zina"
_SAIDS = """answered unchanged withdrawn erased returned returned-nobody stays lettered saved already followed viewed
sealed unsaid rejoined filing-made filing-signed filing-reopened record-taken record-marked nudged extended skipped
entered opined unopined revealed coded worded unworded still-me still-other
erased-stays erased-for record-looked
begun nothing-begun unbegun unchanged-begun answered-begun already-begun"""
SAIDS = frozenset(_SAIDS.split())
# How much is taken, as errors say it.
MOST = {
    "text": replies.LONGEST,
    "link": evidence.LONGEST_LINK,
    "file": evidence.LARGEST // 2**20,
    "pieces": evidence.MOST,
}


@dataclass(frozen=True)
class Shown:
    """What a page shows to whom; ``view`` None: what was asked for is not theirs. ``outcome`` of a form."""

    language: str
    head: Values
    view: Values | None
    outcome: Outcome | None = None


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The pages of one forum; ``title``: its name; ``changed`` is called when a form has done something."""

    store: Store
    forum: str
    title: str
    policy: Policy
    clock: Clock
    changed: Callable[[], None]

    @cached_property
    def rendering(self) -> Rendering:
        return Rendering(Texts(self.policy.languages), self.policy.hours.zone, self.title)

    @property
    def below(self) -> str:
        return urlsplit(self.policy.pages).path

    @property
    def shared(self) -> str:
        """What all forums share stands where no forum's key can."""
        return f"{self.below}{links.path('-')}"

    def held(self, handle: Handler) -> Handler:
        """A form from elsewhere is refused, and a memory that cannot be reached loses nothing that was typed."""

        async def held(request: Request) -> Response:
            if request.method == "POST" and guarding.foreign(request, self.policy.pages):
                return self.plain(request, "foreign", status=403)
            try:
                if request.method == "POST" and not await self.store.read(self._made_here, request):
                    return self.plain(request, "unknown", status=404)  # no stranger's form is even read
                return await handle(request)
            except TooMuch:
                return self.plain(request, "large", status=413)
            except StoreError as trouble:
                log.warning("a page could not be served", action="page.trouble", trouble=type(trouble).__name__)
                return self.plain(request, "trouble", status=503, typed=await self._typed(request))

        return held

    def place(self, request: Request) -> Place:
        named = request.query_params.get("lang", "")
        root = f"{self.below}{links.path(self.forum)}/{request.path_params['token']}/"
        return Place(shared=self.shared, root=root, named=named if named in self.policy.languages else "")

    def plain(self, request: Request, what: str, *, status: int, typed: Form | None = None) -> Response:
        """A page that says one thing, to whoever it may be, with what they typed."""
        place = self.place(request)
        return self.rendering.page(
            "plain.jinja",
            place,
            self.policy.language(place.named or _preferred(request, self.policy.languages)),
            status=status,
            what=what,
            path=f"{request.url.path}?lang={place.named}" if place.named else request.url.path,
            typed=dict(typed.fields) if typed else {},
        )

    def look(self, session: Session, request: Request, view: View) -> Shown | Refusal:
        visitor = self.visitor(session, request)
        if isinstance(visitor, Refusal):
            return visitor
        return Shown(visitor.language, views.head(visitor), view(visitor))

    def visitor(self, session: Session, request: Request) -> Visitor | Refusal:
        moment = at(self.clock, self.policy)
        wanted, token = self.place(request).named, request.path_params["token"]
        return come(session, self.forum, token, wanted=wanted, policy=self.policy, at=moment)

    def shown(
        self, request: Request, template: str, found: Shown | Refusal, *, said: str = "", form: Form | None = None
    ) -> Response:
        """The page, or why there is none, with what was typed."""
        if isinstance(found, Refusal):
            unknown = found is Refusal.UNKNOWN
            return self.plain(request, "unknown" if unknown else "gone", status=404 if unknown else 410, typed=form)
        if found.view is None:
            return self.plain(request, "missing", status=404, typed=form)
        errors = found.outcome.errors if isinstance(found.outcome, Wrong) else None
        return self.rendering.page(
            template,
            self.place(request),
            found.language,
            status=200 if errors is None else 422 if errors else 409,
            head=found.head,
            view=found.view,
            said=said,
            errors=errors or {},
            form=form,
            most=MOST,
        )

    async def done(self, request: Request, template: str, view: View, *, act: Act, form: Form, page: str) -> Response:
        """Do what a form asks for, and show the page that it stands on, or what is wrong."""
        found = await self.store.do(self.do, request, view, act, form)
        if isinstance(found, Refusal) or found.outcome is None:
            return self.shown(request, template, found, form=form)
        outcome = found.outcome
        if isinstance(outcome, Done):
            self.changed()
            if outcome.again is None:
                return to(self.place(request).at(page, **{SAID: outcome.said}))
        said = outcome.said if isinstance(outcome, Done) else ""
        return self.shown(request, template, found, said=said, form=outcome.again)

    def do(self, session: Session, request: Request, view: View, act: Act, form: Form) -> Shown | Refusal:
        visitor = self.visitor(session, request)
        if isinstance(visitor, Refusal):
            return visitor
        outcome = act(visitor, form)
        if isinstance(outcome, Done):
            enrolment.in_touch(session, visitor.person, now=visitor.at.now)
        shown = view(visitor) if outcome is not None and outcome.again is not None else None
        return Shown(visitor.language, views.head(visitor), shown, outcome)

    async def form(self, request: Request) -> Form:
        """What came with a form, whatever its link opens; kept with the request, so that no trouble loses it."""
        form = await guarding.form(request)
        request.state.form = form
        return form

    async def _typed(self, request: Request) -> Form:
        """What came with a form, where it was read or not."""
        if request.method != "POST":
            return Form()
        read: Form | None = getattr(request.state, "form", None)
        return read or await self.form(request)

    def _made_here(self, session: Session, request: Request) -> bool:
        moment = at(self.clock, self.policy)
        token = request.path_params["token"]
        return links.read(session, self.forum, token, now=moment.now, day=moment.day).person is not None


def to(path: str) -> Response:
    """Leads a browser on to another page after a form."""
    return RedirectResponse(path, status_code=303, headers=guarding.HEADERS)


def _preferred(request: Request, offered: Sequence[str]) -> str | None:
    """The first of the browser's languages that the forum speaks: of a reader nobody knows, nothing else is known."""
    wanted = request.headers.get("Accept-Language", "").split(",")
    codes = [one.partition(";")[0].partition("-")[0].strip().lower() for one in wanted]
    return next((one for one in codes if one in offered), None)
