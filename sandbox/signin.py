"""The sandbox's sign-in: an app proves its certificate over https and gets a bearer token for the site."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from uuid import NAMESPACE_DNS, uuid4, uuid5

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sandbox.assertions import Denied, verify
from sandbox.certificates import make_client_certificate, make_server_certificate
from sandbox.ledger import Ledger
from sandbox.serving import Serving

_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_KNOWN = {
    "client_id",
    "client_assertion",
    "client_assertion_type",
    "client_secret",
    "grant_type",
    "scope",
    "client_info",
}
_SECRET = ("client_assertion", "client_secret")


class Directory:
    """A tenant with one app. Its files are in ``folder``: ``certificate`` (PEM, key and certificate, registered for
    the app), ``ca_bundle`` (whom to trust for https) and the server's own.

    ``lifetime`` of tokens is in real seconds; ``roles`` go into them; ``single_use`` refuses an assertion that comes a
    second time (the real sign-in takes it again, and msal sends one for up to ten minutes).
    """

    def __init__(self, tenant: str, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.tenant = tenant
        self.client_id = str(uuid5(NAMESPACE_DNS, f"forumbot.{tenant}"))
        self.certificate = folder / "forumbot.pem"
        self.ca_bundle = folder / "authority.pem"
        self.server_certificate = folder / "server.pem"
        self.authority = ""
        self.lifetime = 3600
        self.roles = ["Sites.Selected"]
        self.single_use = False
        self._registered = make_client_certificate(self.certificate)
        make_server_certificate(self.ca_bundle, self.server_certificate)
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._used: set[str] = set()
        self._revoked_before = 0.0

    def start(self, serving: Serving, ledger: Ledger) -> str:
        """Serve over https on a free port and answer the ``authority`` that msal is given."""
        self.authority = f"{serving.start(self.app(ledger), certificate=self.server_certificate)}/{self.tenant}"
        return self.authority

    def app(self, ledger: Ledger) -> ASGIApp:
        """The sign-in as a web application; its ledger holds neither assertions nor tokens."""

        async def token(request: Request) -> Response:
            # A name given twice keeps its last value; no client sends one twice.
            form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
            status, answer = self._answer(request, form)
            told = {name: "…" if name in _SECRET else text for name, text in form.items()}
            shown = {name: "…" if name == "access_token" else value for name, value in answer.items()}
            ledger.write(method="POST", path=request.url.path, body=told, status=status, answer=shown)
            return JSONResponse(answer, status)

        async def discovery(request: Request) -> Response:
            status, answer = self._discovery(request)
            ledger.write(method="GET", path=request.url.path, body=None, status=status, answer=answer)
            return JSONResponse(answer, status)

        return Starlette(
            routes=[
                Route("/{tenant}/v2.0/.well-known/openid-configuration", discovery),
                Route("/{tenant}/oauth2/v2.0/token", token, methods=["POST"]),
            ]
        )

    def token(self, origin: str) -> str:
        """An access token for the site at ``origin`` (scheme, host and port), as the token endpoint would give it."""
        now = time.time()
        claims = {
            "aud": origin,
            "iss": f"https://localhost/{self.tenant}/",
            "iat": now,
            "nbf": min(now, now + self.lifetime),
            "exp": now + self.lifetime,
            "appid": self.client_id,
            "idtyp": "app",
            "roles": self.roles,
            "tid": self.tenant,
            "uti": str(uuid4()),
        }
        return jwt.encode(claims, self._key, algorithm="RS256")

    def revoke(self) -> None:
        """Make every token given so far worthless."""
        self._revoked_before = time.time()

    def trouble(self, token: str, origin: str) -> str | None:
        """What is wrong with a bearer token at ``origin``, as SharePoint words it; None where it is good."""
        try:
            claims = self._claims(token, origin)
        except jwt.ExpiredSignatureError:
            return "Invalid JWT token. The token is expired."
        except jwt.InvalidAudienceError:
            return "Invalid JWT token. The audience is not this site."
        except jwt.InvalidTokenError as error:
            return f"Invalid JWT token. {error}."
        return "Invalid JWT token. It was revoked." if claims["iat"] < self._revoked_before else None

    def roles_of(self, token: str) -> list[str]:
        """The roles in a token that was found good."""
        claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
        return list(claims["roles"])

    def _claims(self, token: str, origin: str) -> dict[str, Any]:
        return jwt.decode(token, self._key.public_key(), algorithms=["RS256"], audience=origin)

    def _discovery(self, request: Request) -> tuple[int, dict[str, Any]]:
        try:
            self._check_tenant(request)
        except Denied as denied:
            return denied.status, _refusal(denied)
        base = f"https://{request.headers['host']}/{self.tenant}"
        return 200, {
            "issuer": f"{base}/v2.0",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "response_types_supported": ["token"],
        }

    def _answer(self, request: Request, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        try:
            self._check_tenant(request)
            origin = _asked(form, self.client_id)
            endpoint = f"https://{request.headers['host']}{request.url.path}"
            self._check_assertion(form, endpoint)
        except Denied as denied:
            return denied.status, _refusal(denied)
        granted = {"token_type": "Bearer", "expires_in": self.lifetime, "ext_expires_in": self.lifetime}
        return 200, {**granted, "access_token": self.token(origin)}

    def _check_tenant(self, request: Request) -> None:
        tenant = request.path_params["tenant"]
        if tenant != self.tenant:
            raise Denied("invalid_tenant", 90002, f"Tenant '{tenant}' not found.", status=400)

    def _check_assertion(self, form: dict[str, str], endpoint: str) -> None:
        claims = verify(form["client_assertion"], self._registered, client_id=self.client_id, audience=endpoint)
        if self.single_use and claims["jti"] in self._used:
            raise Denied("invalid_client", 50013, "Assertion failed: it was used before.")
        self._used.add(claims["jti"])


def _asked(form: dict[str, str], client_id: str) -> str:
    """The site's address that the scope names. Raises Denied for whatever is not a certificate sign-in."""
    for name in form:
        if name not in _KNOWN:
            raise Denied("invalid_request", 900144, f"The parameter '{name}' is not known here.", status=400)
    if form.get("grant_type") != "client_credentials":
        raise Denied("unsupported_grant_type", 70003, "Only the grant 'client_credentials' is served.", status=400)
    if form.get("client_id") != client_id:
        text = f"Application with identifier '{form.get('client_id')}' was not found in the directory."
        raise Denied("unauthorized_client", 700016, text, status=400)
    if "client_secret" in form:
        raise Denied("invalid_client", 7000215, "Invalid client secret provided: the app has a certificate only.")
    if form.get("client_assertion_type") != _ASSERTION_TYPE or "client_assertion" not in form:
        raise Denied("invalid_client", 7000218, "The request body must contain the parameter 'client_assertion'.")
    origin, dot, rest = form.get("scope", "").partition("/.default")
    if not dot or rest or not origin.startswith(("http://", "https://")):
        text = f"The provided value for the input parameter 'scope' is not valid: '{form.get('scope', '')}'."
        raise Denied("invalid_scope", 70011, text, status=400)
    return origin


def _refusal(denied: Denied) -> dict[str, Any]:
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%SZ")
    return {
        "error": denied.error,
        "error_description": f"AADSTS{denied.number}: {denied.text} Timestamp: {now}",
        "error_codes": [denied.number],
        "timestamp": now,
        "trace_id": str(uuid4()),
        "correlation_id": str(uuid4()),
    }
