"""Seals: short data signed with a secret, so that nobody can hand us what we did not make."""

from __future__ import annotations

import base64
import hmac


class Forged(Exception):
    """This was not sealed by this forum, or its secret has changed since."""


def seal(secret: bytes, data: str, *, size: int) -> str:
    """The data with its signature (``size`` bytes, as base64 for addresses) behind the last dot."""
    return f"{data}.{_sign(secret, data, size)}"


def broken(secret: bytes, sealed: str, *, size: int) -> str:
    """The data behind a seal.

    Raises Forged where the signature does not hold; takes as long for a wrong one as for the right one.
    """
    data, _, signature = sealed.rpartition(".")
    if not hmac.compare_digest(_sign(secret, data, size).encode(), signature.encode()):
        raise Forged
    return data


def _sign(secret: bytes, data: str, size: int) -> str:
    digest = hmac.digest(secret, data.encode(), "sha256")[:size]
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
