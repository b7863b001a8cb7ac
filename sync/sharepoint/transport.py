"""The wire to the site: one request at a time through office365's client, and a name for each trouble on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import orjson
import requests
from requests.exceptions import ConnectTimeout, SSLError
from urllib3.exceptions import MaxRetryError, NewConnectionError

from sync.sharepoint.signin import SignIn
from sync.workspace import (
    Gone,
    KeyTaken,
    NotAllowed,
    Rejected,
    SignInFailed,
    Stale,
    TokenUnknown,
    WorkspaceDown,
    WorkspaceError,
    WriteInDoubt,
)

JSON = "application/json;odata=minimalmetadata"
# SharePoint's own numbers for what a plain status does not tell apart.
DUPLICATE = "-2130575169"
PAST_THRESHOLD = "-2147024860"
TOKEN_TROUBLES = ("-2130575172", "-2130575173", "-2146233086")


@dataclass(frozen=True)
class Answer:
    """A decoded answer; ``body`` is None where there was none."""

    body: Any
    etag: str


class Wire:
    """Requests under ``{site_url}/_api/``. Raises the port's errors, and Gone for whatever is not there."""

    def __init__(self, site_url: str, signin: SignIn, http: requests.Session) -> None:
        self._root = f"{site_url.rstrip('/')}/_api"
        self._site_url, self._signin, self._http = site_url, signin, http
        self._request: Any = None

    def row_link(self, list_id: str) -> str:
        """The address at which a browser shows a row of this list, but for the row's id."""
        return f"{self._site_url.rstrip('/')}/_layouts/15/listform.aspx?PageType=4&ListId=%7B{list_id}%7D&ID="

    def get(self, path: str) -> Any:
        """The body of what stands at ``path``."""
        return self._send("GET", path, None, {}).body

    def post(self, path: str, body: object) -> Any:
        """The answer to a question that takes a body and changes nothing."""
        return self._send("POST", path, body, {}).body

    def write(self, path: str, body: object, *, etag: str = "") -> Answer:
        """Make something at ``path``, or change it where an ``etag`` is given. Raises WriteInDoubt too."""
        headers = {"X-HTTP-Method": "MERGE", "If-Match": etag} if etag else {}
        return self._send("POST", path, body, headers, writing=True)

    def _send(self, method: str, path: str, body: object, headers: dict[str, str], *, writing: bool = False) -> Answer:
        try:
            try:
                response = self._once(method, path, body, headers)
            except requests.RequestException as error:
                if error.response is None or error.response.status_code != 401:
                    raise
                self._signin.forget()
                response = self._once(method, path, body, headers)
        except requests.RequestException as error:
            raise named(error, writing=writing) from error
        return Answer(_decoded(response, writing=writing), response.headers.get("ETag", ""))

    def _once(self, method: str, path: str, body: object, headers: dict[str, str]) -> requests.Response:
        from office365.runtime.http.http_method import HttpMethod
        from office365.runtime.http.request_options import RequestOptions

        options = RequestOptions(f"{self._root}/{path}", HttpMethod(method))
        options.headers = {"Accept": JSON, **headers}
        if body is not None:
            options.data, options.headers["Content-Type"] = orjson.dumps(body), JSON
        answer: requests.Response = self._client().execute_request_direct(options)
        return answer

    def _client(self) -> Any:
        if self._request is None:
            from office365.sharepoint.client_context import ClientContext

            context = ClientContext(self._site_url).with_access_token(self._signin.token)
            request = context.with_transport(session=self._http).pending_request()
            # A bearer token needs no form digest, and each would cost a call of its own.
            request.beforeExecute -= request.ensure_form_digest
            self._request = request
        return self._request


def named(error: requests.RequestException, *, writing: bool) -> WorkspaceError:
    """The port's name for a trouble on the wire."""
    if error.response is not None:
        return _refusal(error.response, writing=writing)
    detail = type(error).__name__
    return WriteInDoubt(detail) if writing and not _never_sent(error) else WorkspaceDown(detail)


def _never_sent(error: requests.RequestException) -> bool:
    """Whether it is certain that nothing reached the far side."""
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(error, ConnectTimeout | SSLError) or isinstance(reason, NewConnectionError)


def _refusal(response: requests.Response, *, writing: bool) -> WorkspaceError:
    status, (code, text) = response.status_code, _said(response)
    if status in (429, 503):
        return WorkspaceDown(f"{status}", retry_after=_retry_after(response))
    plain: type[WorkspaceError] | None = {401: SignInFailed, 403: NotAllowed, 404: Gone, 412: Stale}.get(status)
    if plain is not None:
        return plain(text)
    if code.startswith(DUPLICATE):
        return KeyTaken()
    if code.startswith(TOKEN_TROUBLES):
        return TokenUnknown()
    if status < 500 or code.startswith(PAST_THRESHOLD):
        return Rejected(f"{status}: {text}")
    return WriteInDoubt(f"{status}") if writing else WorkspaceDown(f"{status}")


def _said(response: requests.Response) -> tuple[str, str]:
    """The site's number and words for a refusal."""
    try:
        body = orjson.loads(response.content)
        told = body.get("odata.error") or body.get("error") or {}
        message = told.get("message", body.get("error_description", ""))
        return str(told.get("code", "")), str(message.get("value", "") if isinstance(message, dict) else message)
    except (orjson.JSONDecodeError, AttributeError):
        return "", ""


def _retry_after(response: requests.Response) -> float:
    """How many seconds the site wants to be left alone: the greater of what its headers say."""
    return max(_seconds(response.headers.get(name, "")) for name in ("Retry-After", "RateLimit-Reset"))


def _seconds(text: str) -> float:
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _decoded(response: requests.Response, *, writing: bool) -> Any:
    if not response.content:
        return None
    try:
        return orjson.loads(response.content)
    except orjson.JSONDecodeError as error:
        detail = "its answer is no JSON"
        raise (WriteInDoubt(detail) if writing else WorkspaceDown(detail)) from error
