"""Papers: the pages of a body's letter and of the report of record, and the files that they hand out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from forum.links import Refusal
from forum.store.base import Values
from web.worksheet import chasing, desk, guarding, letters, paper_of_measure, record, removing, sent
from web.worksheet.forms import Form
from web.worksheet.outcomes import Outcome
from web.worksheet.serving import SAID, SAIDS, Pages
from web.worksheet.visits import Visitor
from words.filling import BadTemplate
from words.reports.telling import Telling

# What stands in a paper's address, besides the link.
Params = Mapping[str, Any]
# What a visitor sees there; None: it is not theirs.
Look = Callable[[Visitor, Params], Values | None]
# Makes a file of what a unit of work gathered, on a thread of its own: its name and its bytes.
Make = Callable[[Telling, Values], tuple[str, bytes]]


@dataclass(frozen=True)
class Paper:
    """One kind of page: its address, its template, what it shows, what its forms do by the last part of their address,
    and what files it hands out."""

    path: str
    template: str
    view: Look
    deeds: Mapping[str, Callable[[Visitor, Params, Form], Outcome | None]]
    file: Look
    make: Make


LETTER = Paper(
    "vestule/{round:row}/{body:row}", "letter.jinja", letters.view, letters.DEEDS, letters.file, letters.make
)
DESK = Paper("karta/{round:row}", "desk.jinja", desk.view, {**chasing.DEEDS, **removing.DEEDS}, desk.file, desk.make)
RECORD = Paper("zinojums/{round:row}", "record.jinja", record.view, record.DEEDS, record.file, record.make)
SENT = Paper("sarakste/{round:row}/{body:row}", "sent.jinja", sent.view, {}, sent.file, sent.make)

MEASURE = Paper(
    "pasakums/{number:row}",
    "measure.jinja",
    paper_of_measure.view,
    {},
    paper_of_measure.file,
    paper_of_measure.make,
)


def routes(pages: Pages, link: str) -> Iterator[Route]:
    """The addresses of all papers below a link; looking at any of them changes nothing."""
    for paper in (LETTER, RECORD, DESK, SENT, MEASURE):
        at = f"{link}/{paper.path}"
        yield Route(f"{at}/", pages.held(partial(_shown, pages, paper)))
        yield Route(f"{at}/fails/{{what}}", pages.held(partial(_file, pages, paper)))
        yield Route(f"{at}/{{deed}}", pages.held(partial(_done, pages, paper)), methods=["POST"])


async def _shown(pages: Pages, paper: Paper, request: Request) -> Response:
    view = partial(_with, paper.view, request.path_params)
    found = await pages.store.read(pages.look, request, view)
    said = request.query_params.get(SAID, "")
    return pages.shown(request, paper.template, found, said=said if said in SAIDS else "")


async def _done(pages: Pages, paper: Paper, request: Request) -> Response:
    params, form = request.path_params, await pages.form(request)
    if params["deed"] not in paper.deeds:
        return pages.plain(request, "missing", status=404)
    page = _path(paper, params)
    act = partial(_act, paper, params)
    view = partial(_with, paper.view, params)
    return await pages.done(request, paper.template, view, act=act, form=form, page=page)


def _with(view: Look, params: Params, visitor: Visitor) -> Values | None:
    return view(visitor, params)


def _act(paper: Paper, params: Params, visitor: Visitor, form: Form) -> Outcome | None:
    return paper.deeds[params["deed"]](visitor, params, form)


def _path(paper: Paper, params: Params) -> str:
    """The page's own address below its link."""
    return f"{paper.path.replace(':row', '').format(**params)}/"


async def _file(pages: Pages, paper: Paper, request: Request) -> Response:
    found = await pages.store.read(pages.look, request, partial(_with, paper.file, request.path_params))
    if isinstance(found, Refusal):
        return pages.shown(request, paper.template, found)
    if found.view is None:
        return pages.plain(request, "missing", status=404)
    rendering, texts = pages.rendering, pages.rendering.texts
    telling = Telling(texts, found.view.get("language") or texts.languages[0], rendering.zone)
    try:
        name, content = await asyncio.to_thread(paper.make, telling, found.view)
    except BadTemplate:
        return pages.plain(request, "template", status=500)
    told = {**guarding.HEADERS, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, headers=told, media_type="application/octet-stream")
