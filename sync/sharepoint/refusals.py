"""A name for each trouble on the wire to the site: what was refused, what is in doubt, how long it wants to be left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import orjson
import requests
from requests.exceptions import ConnectTimeout, ReadTimeout, SSLError
from urllib3.exceptions import MaxRetryError, NewConnectionError, ReadTimeoutError

from sync.workspace import (
    Gone,
    KeyTaken,
    Locked,
    NotAllowed,
    Rejected,
    SignInFailed,
    Stale,
    TokenUnknown,
    WorkspaceDown,
    WorkspaceError,
    WorkspaceSlow,
    WriteInDoubt,
)

# SharePoint's own numbers for what a plain status does not tell apart.
DUPLICATE = "-2130575169"
PAST_THRESHOLD = "-2147024860"
TOKEN_TROUBLES = ("-2130575172", "-2130575173", "-2146233086")
# What a status says by itself.
PLAIN: Mapping[int, type[WorkspaceError]] = {
    401: SignInFailed,
    403: NotAllowed,
    404: Gone,
    412: Stale,
    423: Locked,
}
# Both mean: not now.
THROTTLED = (429, 503)
# What is escaped in JSON: a character in two halves, half a one (which is caught), or anything else.
_ESCAPED = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)


@dataclass(frozen=True)
class Told:
    """What the site answered, alone or as a part of a batch; ``headers`` know their names in any case."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def named(error: requests.RequestException, *, writing: bool) -> WorkspaceError:
    """The port's name for a trouble on the wire."""
    if error.response is not None:
        told = Told(error.response.status_code, error.response.headers, error.response.content)
        return refusal(told, writing=writing)
    detail = type(error).__name__
    if writing and not _never_sent(error):
        return WriteInDoubt(detail)
    return WorkspaceSlow(detail) if _fell_silent(error) else WorkspaceDown(detail)


def _fell_silent(error: requests.RequestException) -> bool:
    """Whether the far side was reached, and then took too long to begin its answer or to go on with it."""
    return isinstance(error, ReadTimeout) or any(isinstance(cause, ReadTimeoutError) for cause in error.args)


def _never_sent(error: requests.RequestException) -> bool:
    """Whether it is certain that nothing reached the far side."""
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(error, ConnectTimeout | SSLError) or isinstance(reason, NewConnectionError)


def refusal(told: Told, *, writing: bool) -> WorkspaceError:
    """The port's name for an answer that is no success. What is refused for good is never tried again: a wrong
    request, and one that asks for more than the list's threshold allows, though its status says 500."""
    status, (code, text) = told.status, _said(told.content)
    if status in THROTTLED:
        return WorkspaceDown(f"{status}", retry_after=retry_after(told.headers))
    if status in PLAIN:
        return PLAIN[status](text)
    if code.startswith(DUPLICATE):
        return KeyTaken()
    if code.startswith(TOKEN_TROUBLES):
        return TokenUnknown()
    if status < 500 or code.startswith(PAST_THRESHOLD):
        return Rejected(f"{status}: {text}")
    return WriteInDoubt(f"{status}") if writing else WorkspaceDown(f"{status}")


def _said(content: bytes) -> tuple[str, str]:
    """The site's number and words for a refusal."""
    try:
        body = orjson.loads(content)
        told = body.get("odata.error") or body.get("error") or {}
        message = told.get("message", body.get("error_description", ""))
        return str(told.get("code", "")), str(message.get("value", "") if isinstance(message, dict) else message)
    except (orjson.JSONDecodeError, AttributeError):
        return "", ""


def retry_after(headers: Mapping[str, str]) -> float:
    """How many seconds the site wants to be left alone: the greater of what its headers say."""
    return max(_seconds(headers.get(name, "")) for name in ("Retry-After", "RateLimit-Reset"))


def _seconds(text: str) -> float:
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def decoded(content: bytes, *, writing: bool) -> Any:
    """The body of a success. Raises WriteInDoubt, or WorkspaceDown where nothing was written: it is no JSON."""
    if not content:
        return None
    try:
        return _loads(content)
    except orjson.JSONDecodeError as error:
        detail = "its answer is no JSON"
        raise (WriteInDoubt(detail) if writing else WorkspaceDown(detail)) from error


def _loads(content: bytes) -> Any:
    """A text that the site cut off in the middle of a character must not keep a whole list from being read."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        return orjson.loads(mended(content))


def mended(content: bytes) -> bytes:
    """JSON in which no half of a character is left."""
    return _ESCAPED.sub(lambda one: rb"\ufffd" if one[1] else one[0], content)
