"""Pages: the addresses of the worksheet page, what each shows, and what the forms on it do."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from forum import links
from forum.begun import Elsewhere
from forum.links import Refusal
from forum.rounds import Obligation
from forum.times import at
from web.worksheet import (
    beginning,
    coding,
    deeds,
    files,
    guarding,
    own,
    papers,
    rejoining,
    showing,
    still,
    views,
    voicing,
    wording,
)
from web.worksheet.forms import Form
from web.worksheet.outcomes import Deed, Done, Outcome
from web.worksheet.rendering import SCRIPT, STYLE, Say
from web.worksheet.serving import SAID, SAIDS, Pages, Shown, View, to
from web.worksheet.sheets import Sheet
from web.worksheet.visits import Visitor

# All that shows something and takes a form at its own address.
SHEETS = (
    Sheet(path="iestatijumi", template="settings.jinja", view=own.settings, act=own.save),
    Sheet(path=still.PATH, template="start.jinja", view=showing.begin, act=still.say),
    *voicing.SHEETS,
    *coding.SHEETS,
    *wording.SHEETS,
)
A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True, kw_only=True)
class Worksheet(Pages):
    """The worksheet pages of one forum."""

    def routes(self) -> list[Route]:
        """All addresses; below a link's token each asks whose it is, and opening any of them changes nothing."""
        link = f"{self.below}{links.path(self.forum)}/{{token}}"
        return [
            Route(f"{self.shared}/worksheet.css", partial(_static, STYLE, "text/css")),
            Route(f"{self.shared}/worksheet.js", partial(_static, SCRIPT, "text/javascript")),
            Route(f"{link}/", self.held(partial(self._page, "start.jinja", showing.begin))),
            Route(f"{link}/p/{{number:row}}/", self.held(partial(self._page, "measure.jinja", None))),
            Route(f"{link}/p/{{number:row}}/{{deed}}", self.held(self._back)),
            Route(f"{link}/p/{{number:row}}/{{deed}}", self.held(self._act), methods=["POST"]),
            Route(f"{link}/darba-lapa.{{kind:str}}", self.held(self._file)),
            Route(f"{link}/dati", self.held(partial(self._page, "data.jinja", own.data))),
            Route(f"{link}/dati/fails", self.held(self._export)),
            Route(f"{link}/dati/dzest", self.held(self._forget), methods=["POST"]),
            Route(f"{link}/jauna-saite", self.held(self._renew), methods=["POST"]),
            *(
                Route(f"{link}/{one.path}", self.held(partial(self._sheet, one)), methods=["GET", "POST"])
                for one in SHEETS
            ),
            *papers.routes(self, link),
        ]

    async def _page(self, template: str, view: View | None, request: Request) -> Response:
        number = request.path_params.get("number", 0)
        found = await self.store.read(self.look, request, view or partial(showing.of_measure, number=number))
        said = request.query_params.get(SAID, "")
        return self.shown(request, template, found, said=said if said in SAIDS else "")

    async def _back(self, request: Request) -> Response:
        """Whoever opens the address of a form is shown the page that it stands on."""
        return to(self.place(request).at(f"p/{request.path_params['number']}/"))

    async def _act(self, request: Request) -> Response:
        number, what = request.path_params["number"], request.path_params["deed"]
        if what not in (*deeds.DEEDS, rejoining.DEED):
            return self.plain(request, "missing", status=404)
        view, form = partial(showing.of_measure, number=number), await self.form(request)
        if what == beginning.DEED and form.text(beginning.QUIETLY):
            return await self._keep(request, number, form)

        def act(visitor: Visitor, form: Form) -> Outcome | None:
            duty = visitor.session.get(Obligation, number)
            if duty is not None and what == rejoining.DEED:
                return rejoining.rejoin(visitor, duty, form)
            return deeds.do(visitor, duty, what, form) if duty is not None else None

        return await self.done(request, "measure.jinja", view, act=act, form=form, page=f"p/{number}/")

    async def _keep(self, request: Request, number: int, form: Form) -> Response:
        """What the page's script sends as one types: no page is shown for it."""
        found = await self.store.do(self._kept, request, number, form)
        if isinstance(found, int):
            return JSONResponse({}, status_code=found, headers=guarding.HEADERS)
        language, mark, when = found
        said = Say(self.rendering.texts, language, self.policy.hours.zone).kept(when) if when else ""
        return JSONResponse({"mark": mark, "said": said}, headers=guarding.HEADERS)

    def _kept(self, session: Session, request: Request, number: int, form: Form) -> beginning.Kept | int:
        """What is kept now; or the status that says why it is not: 409 where something else was done meanwhile."""
        visitor = self.visitor(session, request)
        if isinstance(visitor, Refusal):
            return 410
        duty = session.get(Obligation, number)
        person = visitor.answerer(duty) if duty is not None else None
        if duty is None or person is None or visitor.closed(duty):
            return 404
        try:
            return beginning.quietly(Deed(visitor, duty, person, form))
        except Elsewhere:
            return 409

    async def _sheet(self, sheet: Sheet, request: Request) -> Response:
        """An address that shows something, and takes a form."""
        view, given = sheet.showing(request.path_params), request.path_params
        if request.method != "POST":
            return await self._page(sheet.template, view, request)
        form, page = await self.form(request), request.url.path.removeprefix(self.place(request).root)
        return await self.done(request, sheet.template, view, act=sheet.doing(given), form=form, page=page)

    async def _export(self, request: Request) -> Response:
        found = await self.store.read(self.look, request, own.export)
        if isinstance(found, Refusal):
            return self.shown(request, "data.jinja", found)
        return files.own_data(self.rendering.texts, found.language, found.view)

    async def _file(self, request: Request) -> Response:
        """The worksheet as a file, to be filled in elsewhere."""
        found = await self.store.read(self.look, request, views.file)
        kind = request.path_params["kind"]
        if isinstance(found, Refusal):
            return self.shown(request, "start.jinja", found)
        if found.view is None or kind not in files.TYPES:
            return self.plain(request, "missing", status=404)
        return await asyncio.to_thread(files.worksheet, self.rendering.texts, found.language, found.view["lines"], kind)

    async def _forget(self, request: Request) -> Response:
        """The link ends with it, so that the word about it is said at once."""
        form = await self.form(request)
        found = await self.store.do(self.do, request, own.data, own.forget, form)
        if isinstance(found, Shown) and isinstance(found.outcome, Done):
            self.changed()
            return self.plain(request, "forgotten", status=200)
        return self.shown(request, "data.jinja", found, form=form)

    async def _renew(self, request: Request) -> Response:
        """A new link goes to the roster's address; whether there is one, nobody learns here."""
        await self.store.do(self._renewed, request)
        self.changed()
        return self.plain(request, "sent", status=200)

    def _renewed(self, session: Session, request: Request) -> None:
        moment = at(self.clock, self.policy)
        found = links.read(session, self.forum, request.path_params["token"], now=moment.now, day=moment.day)
        if found.person is not None:
            links.renew(session, found.person, at=moment, policy=self.policy)


async def _static(content: bytes, media_type: str, request: Request) -> Response:
    kept = {"Cache-Control": A_YEAR, "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=media_type, headers=kept)
