"""Pages: the addresses of the worksheet page, what each shows, and what the forms on it do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property, partial
from urllib.parse import urlsplit

import structlog
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from forum import evidence, links, replies
from forum.links import Refusal
from forum.policies import Policy
from forum.rounds import Obligation
from forum.store.base import Values
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import Clock, at
from web.worksheet import deeds, files, guarding, own, rejoining, showing, views, voicing
from web.worksheet.deeds import Done, Outcome, Wrong
from web.worksheet.forms import Form
from web.worksheet.guarding import TooMuch
from web.worksheet.rendering import STYLE, Place, Rendering
from web.worksheet.sheets import Sheet
from web.worksheet.visits import Visitor, come
from words.texts import Texts

log = structlog.get_logger()

# What a form does to whoever visits; None: what it is about is not theirs.
Act = Callable[[Visitor, Form], Outcome | None]
View = Callable[[Visitor], Values | None]
Handler = Callable[[Request], Awaitable[Response]]

# All that shows something and takes a form at its own address.
SHEETS = (
    Sheet(path="iestatijumi", template="settings.jinja", view=own.settings, act=own.save),
    *voicing.SHEETS,
)
SAID = "zina"
_SAIDS = "answered unchanged withdrawn erased lettered saved already followed viewed sealed rejoined"
SAIDS = frozenset(_SAIDS.split())
# How much is taken, as errors say it.
MOST = {
    "text": replies.LONGEST,
    "link": evidence.LONGEST_LINK,
    "file": evidence.LARGEST // 2**20,
    "pieces": evidence.MOST,
}
A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Shown:
    """What a page shows to whom; ``view`` None: what was asked for is not theirs. ``outcome`` of a form."""

    language: str
    head: Values
    view: Values | None
    outcome: Outcome | None = None


@dataclass(frozen=True, kw_only=True)
class Worksheet:
    """The worksheet pages of one forum; ``title``: its name; ``changed`` is called when a form has done something."""

    store: Store
    forum: str
    title: str
    policy: Policy
    clock: Clock
    changed: Callable[[], None]

    def routes(self) -> list[Route]:
        """All addresses; below a link's token each asks whose it is, and opening any of them changes nothing."""
        link = f"{self._below}{links.path(self.forum)}/{{token}}"
        return [
            Route(f"{self._shared}/worksheet.css", _style),
            Route(f"{link}/", self._held(partial(self._page, "start.jinja", showing.begin))),
            Route(f"{link}/p/{{number:int}}/", self._held(partial(self._page, "measure.jinja", None))),
            Route(f"{link}/p/{{number:int}}/{{deed}}", self._held(self._back)),
            Route(f"{link}/p/{{number:int}}/{{deed}}", self._held(self._act), methods=["POST"]),
            Route(f"{link}/darba-lapa.{{kind:str}}", self._held(self._file)),
            Route(f"{link}/dati", self._held(partial(self._page, "data.jinja", own.data))),
            Route(f"{link}/dati/fails", self._held(self._export)),
            Route(f"{link}/dati/dzest", self._held(self._forget), methods=["POST"]),
            Route(f"{link}/jauna-saite", self._held(self._renew), methods=["POST"]),
            *(
                Route(f"{link}/{one.path}", self._held(partial(self._sheet, one)), methods=["GET", "POST"])
                for one in SHEETS
            ),
        ]

    @cached_property
    def _rendering(self) -> Rendering:
        return Rendering(Texts(self.policy.languages), self.policy.hours.zone, self.title)

    @property
    def _below(self) -> str:
        return urlsplit(self.policy.pages).path

    @property
    def _shared(self) -> str:
        """What all forums share stands where no forum's key can."""
        return f"{self._below}{links.path('-')}"

    def _held(self, handle: Handler) -> Handler:
        """A form from elsewhere is refused, and a memory that cannot be reached loses nothing that was typed."""

        async def held(request: Request) -> Response:
            if request.method == "POST" and guarding.foreign(request, self.policy.pages):
                return self._plain(request, "foreign", status=403)
            try:
                if request.method == "POST" and not await self.store.read(self._made_here, request):
                    return self._plain(request, "unknown", status=404)  # no stranger's form is even read
                return await handle(request)
            except TooMuch:
                return self._plain(request, "large", status=413)
            except StoreError as trouble:
                log.warning("a page could not be served", action="page.trouble", trouble=type(trouble).__name__)
                return self._plain(request, "trouble", status=503, typed=await self._typed(request))

        return held

    def _place(self, request: Request) -> Place:
        named = request.query_params.get("lang", "")
        root = f"{self._below}{links.path(self.forum)}/{request.path_params['token']}/"
        return Place(shared=self._shared, root=root, named=named if named in self.policy.languages else "")

    def _plain(self, request: Request, what: str, *, status: int, typed: Form | None = None) -> Response:
        """A page that says one thing, to whoever it may be, with what they typed."""
        place = self._place(request)
        return self._rendering.page(
            "plain.jinja",
            place,
            self.policy.language(place.named),
            status=status,
            what=what,
            path=request.url.path,
            typed=dict(typed.fields) if typed else {},
        )

    async def _page(self, template: str, view: View | None, request: Request) -> Response:
        number = request.path_params.get("number", 0)
        found = await self.store.read(self._look, request, view or partial(showing.of_measure, number=number))
        said = request.query_params.get(SAID, "")
        return self._shown(request, template, found, said=said if said in SAIDS else "")

    def _look(self, session: Session, request: Request, view: View) -> Shown | Refusal:
        visitor = self._visitor(session, request)
        if isinstance(visitor, Refusal):
            return visitor
        return Shown(visitor.language, views.head(visitor), view(visitor))

    def _visitor(self, session: Session, request: Request) -> Visitor | Refusal:
        moment = at(self.clock, self.policy)
        wanted, token = self._place(request).named, request.path_params["token"]
        return come(session, self.forum, token, wanted=wanted, policy=self.policy, at=moment)

    def _shown(
        self, request: Request, template: str, found: Shown | Refusal, *, said: str = "", form: Form | None = None
    ) -> Response:
        """The page, or why there is none, with what was typed."""
        if isinstance(found, Refusal):
            unknown = found is Refusal.UNKNOWN
            return self._plain(request, "unknown" if unknown else "gone", status=404 if unknown else 410, typed=form)
        if found.view is None:
            return self._plain(request, "missing", status=404, typed=form)
        errors = found.outcome.errors if isinstance(found.outcome, Wrong) else None
        return self._rendering.page(
            template,
            self._place(request),
            found.language,
            status=200 if errors is None else 422 if errors else 409,
            head=found.head,
            view=found.view,
            said=said,
            errors=errors or {},
            form=form,
            most=MOST,
        )

    async def _back(self, request: Request) -> Response:
        """Whoever opens the address of a form is shown the page that it stands on."""
        return _to(self._place(request).at(f"p/{request.path_params['number']}/"))

    async def _act(self, request: Request) -> Response:
        number, what = request.path_params["number"], request.path_params["deed"]
        if what not in (*deeds.DEEDS, rejoining.DEED):
            return self._plain(request, "missing", status=404)
        view, form = partial(showing.of_measure, number=number), await self._form(request)

        def act(visitor: Visitor, form: Form) -> Outcome | None:
            duty = visitor.session.get(Obligation, number)
            if duty is not None and what == rejoining.DEED:
                return rejoining.rejoin(visitor, duty, form)
            return deeds.do(visitor, duty, what, form) if duty is not None else None

        return await self._done(request, "measure.jinja", view, act=act, form=form, page=f"p/{number}/")

    async def _sheet(self, sheet: Sheet, request: Request) -> Response:
        """An address that shows something, and takes a form."""
        view, given = sheet.showing(request.path_params), request.path_params
        if request.method == "GET":
            return await self._page(sheet.template, view, request)
        form, page = await self._form(request), request.url.path.removeprefix(self._place(request).root)
        return await self._done(request, sheet.template, view, act=sheet.doing(given), form=form, page=page)

    async def _done(self, request: Request, template: str, view: View, *, act: Act, form: Form, page: str) -> Response:
        """Do what a form asks for, and show the page that it stands on, or what is wrong."""
        found = await self.store.do(self._do, request, view, act, form)
        if isinstance(found, Refusal) or found.outcome is None:
            return self._shown(request, template, found, form=form)
        outcome = found.outcome
        if isinstance(outcome, Done):
            self.changed()
            if outcome.again is None:
                return _to(self._place(request).at(page, **{SAID: outcome.said}))
        said = outcome.said if isinstance(outcome, Done) else ""
        return self._shown(request, template, found, said=said, form=outcome.again)

    def _do(self, session: Session, request: Request, view: View, act: Act, form: Form) -> Shown | Refusal:
        visitor = self._visitor(session, request)
        if isinstance(visitor, Refusal):
            return visitor
        outcome = act(visitor, form)
        shown = view(visitor) if outcome is not None and outcome.again is not None else None
        return Shown(visitor.language, views.head(visitor), shown, outcome)

    async def _form(self, request: Request) -> Form:
        """What came with a form, whatever its link opens; kept with the request, so that no trouble loses it."""
        form = await guarding.form(request)
        request.state.form = form
        return form

    async def _typed(self, request: Request) -> Form:
        """What came with a form, where it was read or not."""
        if request.method != "POST":
            return Form()
        read: Form | None = getattr(request.state, "form", None)
        return read or await self._form(request)

    async def _export(self, request: Request) -> Response:
        found = await self.store.read(self._look, request, own.export)
        if isinstance(found, Refusal):
            return self._shown(request, "data.jinja", found)
        return files.own_data(self._rendering.texts, found.language, found.view)

    async def _file(self, request: Request) -> Response:
        """The worksheet as a file, to be filled in elsewhere."""
        found = await self.store.read(self._look, request, views.file)
        kind = request.path_params["kind"]
        if isinstance(found, Refusal):
            return self._shown(request, "start.jinja", found)
        if found.view is None or kind not in files.TYPES:
            return self._plain(request, "missing", status=404)
        return await asyncio.to_thread(
            files.worksheet, self._rendering.texts, found.language, found.view["lines"], kind
        )

    async def _forget(self, request: Request) -> Response:
        """The link ends with it, so that the word about it is said at once."""
        form = await self._form(request)
        found = await self.store.do(self._do, request, own.data, own.forget, form)
        if isinstance(found, Shown) and isinstance(found.outcome, Done):
            self.changed()
            return self._plain(request, "forgotten", status=200)
        return self._shown(request, "data.jinja", found, form=form)

    async def _renew(self, request: Request) -> Response:
        """A new link goes to the roster's address; whether there is one, nobody learns here."""
        await self.store.do(self._renewed, request)
        self.changed()
        return self._plain(request, "sent", status=200)

    def _made_here(self, session: Session, request: Request) -> bool:
        moment = at(self.clock, self.policy)
        token = request.path_params["token"]
        return links.read(session, self.forum, token, now=moment.now, day=moment.day).person is not None

    def _renewed(self, session: Session, request: Request) -> None:
        moment = at(self.clock, self.policy)
        found = links.read(session, self.forum, request.path_params["token"], now=moment.now, day=moment.day)
        if found.person is not None:
            links.renew(session, found.person, at=moment, policy=self.policy)


def _to(path: str) -> Response:
    return RedirectResponse(path, status_code=303, headers=guarding.HEADERS)


async def _style(request: Request) -> Response:
    kept = {"Cache-Control": A_YEAR, "X-Content-Type-Options": "nosniff"}
    return Response(STYLE, media_type="text/css", headers=kept)
