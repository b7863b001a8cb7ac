"""The wire to the site: one request at a time, or many in a batch, through office365's client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import requests

from sync.sharepoint import batch, budget
from sync.sharepoint.batch import JSON, Part
from sync.sharepoint.budget import Budget
from sync.sharepoint.forms import Form, Items
from sync.sharepoint.refusals import Told, decoded, named, refusal
from sync.sharepoint.signin import SignIn
from sync.workspace import Rejected, WorkspaceDown, WorkspaceError, WriteInDoubt


@dataclass(frozen=True)
class Answer:
    """A decoded answer; ``body`` is None where there was none."""

    body: Any
    etag: str


class Wire:
    """Requests under ``{site_url}/_api/``. Raises the port's errors, and Gone for whatever is not there."""

    def __init__(self, site_url: str, signin: SignIn, http: requests.Session, spending: Budget) -> None:
        self._root = f"{site_url.rstrip('/')}/_api"
        self._site_url, self._signin, self._http, self._budget = site_url, signin, http, spending
        self._request: Any = None

    def row_link(self, list_id: str) -> str:
        """The address at which a browser shows a row of this list, but for the row's id."""
        return f"{self._site_url.rstrip('/')}/_layouts/15/listform.aspx?PageType=4&ListId=%7B{list_id}%7D&ID="

    def get(self, path: str) -> Any:
        """The body of what stands at ``path``."""
        cost = budget.SEVERAL if "/items?" in path else budget.ONE
        return self._answer(_Asked("GET", path, {"Accept": JSON}, cost=cost)).body

    def items(self, path: str, form: Form) -> Items:
        """The items in what stands at ``path``. Raises NotUnderstood."""
        return form.read(self._send(_Asked("GET", path, {"Accept": JSON}, cost=budget.SEVERAL)).content)

    def address(self, path: str) -> str:
        """The whole address of what stands at ``path``."""
        return f"{self._root}/{path}"

    def post(self, path: str, body: object) -> Any:
        """The answer to a question that takes a body, and changes nothing that could not be asked twice."""
        return self._ask("POST", path, body)

    def patch(self, path: str, body: object) -> None:
        """Change what stands at ``path``, which harms nobody when done twice."""
        self._ask("PATCH", path, body)

    def _ask(self, method: str, path: str, body: object) -> Any:
        headers = {"Accept": JSON, "Content-Type": JSON}
        return self._answer(_Asked(method, path, headers, orjson.dumps(body), cost=budget.SEVERAL)).body

    def upload(self, path: str, content: bytes) -> Any:
        """The answer to bytes laid at ``path``. Raises WriteInDoubt too."""
        headers = {"Accept": JSON, "Content-Type": "application/octet-stream"}
        return self._answer(_Asked("POST", path, headers, content, cost=budget.SEVERAL, writing=True)).body

    def batch(self, parts: Sequence[Part]) -> list[Answer | WorkspaceError]:
        """Each part's answer or trouble, in their order; a write whose answer never came is WriteInDoubt. Nothing is
        raised, and what broke one part, or one call, leaves the others to theirs."""
        return [answer for portion in batch.portions(parts) for answer in self._portion(portion)]

    def _portion(self, parts: Sequence[Part]) -> list[Answer | WorkspaceError]:
        if len(parts) == 1:
            return [self._single(parts[0])]
        body, kind = batch.packed(parts, self._root)
        writing = parts[0].writes
        cost = len(parts) * budget.SEVERAL
        asked = _Asked("POST", "$batch", {"Content-Type": kind}, body, cost=cost, writing=writing)
        try:
            told = self._send(asked)
        except Rejected:
            # A part that makes the batch as a whole unreadable must not keep the others from being written.
            return [self._single(part) for part in parts]
        except WorkspaceError as error:
            return [error] * len(parts)
        answers = batch.unpacked(told.content, told.headers, len(parts))
        if answers is None:
            detail = "its answer to a batch is not whole"
            return [WriteInDoubt(detail) if writing else WorkspaceDown(detail)] * len(parts)
        return [self._told(one, writing=writing) for one in answers]

    def _single(self, part: Part) -> Answer | WorkspaceError:
        headers = {"Accept": JSON}
        if part.etag:
            headers |= {"X-HTTP-Method": "MERGE", "If-Match": part.etag}
        method, body = "GET", None
        if part.writes:
            method, body, headers["Content-Type"] = "POST", orjson.dumps(part.body), JSON
        try:
            return self._answer(_Asked(method, part.path, headers, body, cost=budget.SEVERAL, writing=part.writes))
        except WorkspaceError as error:
            return error

    def _told(self, told: Told, *, writing: bool) -> Answer | WorkspaceError:
        """A part's answer, by the same rules as one that came alone."""
        self._budget.heard(told.status, told.headers)
        if told.status >= 400:
            return refusal(told, writing=writing)
        try:
            return Answer(decoded(told.content, writing=writing), told.headers.get("ETag", ""))
        except WorkspaceError as error:
            return error

    def _answer(self, asked: _Asked) -> Answer:
        told = self._send(asked)
        return Answer(decoded(told.content, writing=asked.writing), told.headers.get("ETag", ""))

    def _send(self, asked: _Asked) -> Told:
        """The answer to a success; a token that the site does not take any more is renewed once."""
        try:
            try:
                return self._once(asked)
            except requests.RequestException as error:
                if error.response is None or error.response.status_code != 401:
                    raise
                self._signin.forget()
                return self._once(asked)
        except requests.RequestException as error:
            raise named(error, writing=asked.writing) from error

    def _once(self, asked: _Asked) -> Told:
        from office365.runtime.http.http_method import HttpMethod
        from office365.runtime.http.request_options import RequestOptions

        self._budget.take(asked.cost)
        options = RequestOptions(f"{self._root}/{asked.path}", HttpMethod(asked.method))
        options.headers, options.stream = dict(asked.headers), True
        if asked.body is not None:
            options.data = asked.body
        try:
            answer: requests.Response = self._client().execute_request_direct(options)
            # In one piece: a page of megabytes taken in by the usual ten kilobytes costs eight times as much.
            content = b"".join(answer.iter_content(None))
        except requests.RequestException as error:
            if error.response is not None:
                self._budget.heard(error.response.status_code, error.response.headers)
            raise
        self._budget.heard(answer.status_code, answer.headers)
        return Told(answer.status_code, answer.headers, content)

    def _client(self) -> Any:
        if self._request is None:
            from office365.sharepoint.client_context import ClientContext

            context = ClientContext(self._site_url).with_access_token(self._signin.token)
            request = context.with_transport(session=self._http).pending_request()
            # A bearer token needs no form digest, and each would cost a call of its own.
            request.beforeExecute -= request.ensure_form_digest
            self._request = request
        return self._request


@dataclass(frozen=True)
class _Asked:
    """One request as it goes on the wire; ``cost`` in units of the budget."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None = None
    cost: float = budget.ONE
    writing: bool = False
