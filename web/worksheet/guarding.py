"""Guarding: where a form may come from, how much may come with it, and what a page tells browsers not to do."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import UploadFile
from starlette.requests import Request

from forum import evidence, replies
from forum.evidence import Attached
from web.worksheet.forms import Form

# What is larger than evidence may be is taken in all the same, on disk, so that the words beside it are not lost.
MOST = 5 * evidence.LARGEST
# So much more is let come, and thrown away, so that a browser shows the answer and not a broken line.
SWALLOWED = 10 * evidence.LARGEST
# A field that is not a file, each sign as a form may write it; Starlette's own limit is less than the longest text.
MOST_OF_FIELD = replies.LONGEST * 12
# A measure has a field for each of its milestones.
MOST_FIELDS = 500

# Nothing from elsewhere, no script (but see SCRIPTED), shown in no other page; kept by no cache, known to no search
# engine, and told to nobody whose link is followed.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
# A page with an answer's form has one script of our own, which keeps by itself what is typed.
SCRIPTED = {
    **HEADERS,
    "Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; script-src 'self'; connect-src 'self'",
}


class TooMuch(Exception):
    """More came than a form of ours can hold."""


def foreign(request: Request, pages: str) -> bool:
    """Whether a form was sent from a page that is not ours. Our own pages tell no referrer, so that a browser may name
    their origin "null": then it says itself whether it is ours. Whoever says nothing is no browser, and had to know the
    link."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return True
    parts = urlsplit(pages)
    return origin not in (None, "null", f"{parts.scheme}://{parts.netloc}".lower())


async def form(request: Request) -> Form:
    """What came with a form.

    Raises TooMuch.
    """
    length = request.headers.get("content-length", "")
    counted = _Counted(request)
    if length.isdigit() and int(length) > MOST:
        await counted.swallow()
        raise TooMuch
    taken = Request(request.scope, counted.receive)
    try:
        async with taken.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=MOST_OF_FIELD) as came:
            fields: dict[str, list[str]] = {}
            file = None
            for name, value in came.multi_items():
                if isinstance(value, UploadFile):
                    file = value
                else:
                    fields.setdefault(name, []).append(value)
            too_large = file is not None and (file.size or 0) > evidence.LARGEST
            return Form(fields, None if file is None or too_large else await _attached(file), too_large)
    except TooMuch:
        await counted.swallow()
        raise


async def _attached(came: UploadFile) -> Attached | None:
    """A file that was chosen; a form without one sends an empty name."""
    name = (came.filename or "").replace("\\", "/").rpartition("/")[2].strip()
    return Attached(name, came.content_type or "", await came.read()) if name else None


class _Counted:
    """A request's body, as much of it as is allowed."""

    def __init__(self, request: Request) -> None:
        self._request, self._count, self._ended = request, 0, False

    async def receive(self) -> dict[str, object]:
        message = dict(await self._request.receive())
        body = message.get("body", b"")
        self._count += len(body) if isinstance(body, bytes) else 0
        self._ended = message["type"] == "http.disconnect" or not message.get("more_body", False)
        if self._count > MOST:
            raise TooMuch
        return message

    async def swallow(self) -> None:
        """Read on to the end, and keep nothing."""
        swallowed = 0
        while not self._ended and swallowed < SWALLOWED:
            message = await self._request.receive()
            swallowed += len(message.get("body", b""))
            self._ended = message["type"] == "http.disconnect" or not message.get("more_body", False)
