"""Plain: a page that says one thing and may offer one press, in the dress of our mails."""

from __future__ import annotations

from html import escape

from starlette.responses import HTMLResponse, Response

from words.mail import PAGE

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


def page(language: str, title: str, said: str, *, press: str = "", action: str = "?", known: bool = True) -> Response:
    """The page; ``press``: the label of its button (empty: none), ``action`` where that goes; ``known`` false: the
    address is none of ours."""
    body = f"<h1>{escape(title)}</h1>\n" + "\n".join(f"<p>{escape(line)}</p>" for line in said.split("\n") if line)
    if press:
        body += f'\n<form method="post" action="{action}"><button>{escape(press)}</button></form>'
    content = PAGE.substitute(lang=language, title=escape(title), body=body, foot="")
    return HTMLResponse(content, status_code=200 if known else 404, headers=HEADERS)
