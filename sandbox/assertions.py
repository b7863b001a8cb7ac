"""Client assertions: the signed note with which an app proves that it holds its certificate's key."""

from __future__ import annotations

import base64
from typing import Any, cast

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from jwt.exceptions import InvalidSubjectError


class Denied(Exception):
    """The sign-in says no: OAuth's ``error``, Microsoft's number and text, an HTTP status."""

    def __init__(self, error: str, number: int, text: str, *, status: int = 401) -> None:
        super().__init__(text)
        self.error = error
        self.number = number
        self.text = text
        self.status = status


def verify(assertion: str, certificate: x509.Certificate, *, client_id: str, audience: str) -> dict[str, Any]:
    """The assertion's claims, once its certificate, signature, audience, app and times are found good.

    Rules: learn.microsoft.com, "Microsoft identity platform application authentication certificate credentials".
    Raises Denied (invalid_client) with Microsoft's number.
    """
    try:
        header = jwt.get_unverified_header(assertion)
        _same_certificate(header, certificate)
        return jwt.decode(
            assertion,
            cast(RSAPublicKey, certificate.public_key()),
            algorithms=["RS256", "PS256"],
            audience=audience,
            issuer=client_id,
            subject=client_id,
            options={"require": ["aud", "iss", "sub", "exp", "jti"]},
        )
    except jwt.InvalidTokenError as error:
        raise _denied(error) from error


def _same_certificate(header: dict[str, Any], certificate: x509.Certificate) -> None:
    """Every name that the header gives for the certificate must be the registered one's, and there must be one."""
    chain = header.get("x5c")
    named = {
        "x5t": _thumbprint(certificate, hashes.SHA1()),  # noqa: S303 - the format's own older name
        "x5t#S256": _thumbprint(certificate, hashes.SHA256()),
    }
    given = [str(header[name]).rstrip("=") == value for name, value in named.items() if name in header]
    if chain is not None:
        # msal leaves the line breaks of a PEM file in it, and the real sign-in reads over them.
        first = "".join(str(chain[0]).split()) if isinstance(chain, list) and chain else None
        given.append(first == base64.b64encode(certificate.public_bytes(Encoding.DER)).decode())
    if not given or not all(given):
        raise Denied(
            "invalid_client",
            700027,
            "The certificate with identifier used to sign the client assertion is not registered on application.",
        )


def _thumbprint(certificate: x509.Certificate, digest: hashes.HashAlgorithm) -> str:
    return base64.urlsafe_b64encode(certificate.fingerprint(digest)).rstrip(b"=").decode()


def _denied(error: jwt.InvalidTokenError) -> Denied:
    number, text = next(
        (told for kind, told in _TROUBLES if isinstance(error, kind)),
        (50027, "JWT token is invalid or malformed."),
    )
    return Denied("invalid_client", number, f"{text} ({error})")


_TROUBLES: list[tuple[type[jwt.InvalidTokenError], tuple[int, str]]] = [
    (jwt.InvalidSignatureError, (700027, "Client assertion failed signature validation.")),
    (jwt.ExpiredSignatureError, (700024, "Client assertion is not within its valid time range.")),
    (jwt.ImmatureSignatureError, (700024, "Client assertion is not within its valid time range.")),
    (jwt.InvalidAudienceError, (700023, "Client assertion audience claim does not match Realm issuer.")),
    (jwt.InvalidIssuerError, (700021, "Client assertion application identifier doesn't match 'client_id' parameter.")),
    (InvalidSubjectError, (700021, "Client assertion application identifier doesn't match 'client_id' parameter.")),
]
