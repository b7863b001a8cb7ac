"""Signing in to the site: the app proves its certificate and gets a token, which msal keeps until it runs out."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests

from sync.workspace import SignInFailed, TooMuchAllowed, WorkspaceDown

# The one permission that an app needs: to the sites for which it was given a grant, and to no other.
SELECTED = "Sites.Selected"


class SignIn:
    """One app in one tenant, for one site. Safe to use from several threads; no token ever reaches a log.

    ``authority`` is the sign-in's address, with or without the tenant at its end.
    """

    def __init__(
        self,
        site_url: str,
        *,
        tenant: str,
        client_id: str,
        certificate: Path,
        authority: str,
        instance_discovery: bool,
        http: requests.Session,
    ) -> None:
        site, bare = urlsplit(site_url), authority.rstrip("/")
        self._scopes = [f"{site.scheme}://{site.netloc}/.default"]
        self._authority = bare if urlsplit(bare).path else f"{bare}/{tenant}"
        self._client_id, self._certificate = client_id, certificate
        self._instance_discovery, self._http = instance_discovery, http
        self._lock = threading.Lock()
        self._app: Any = None

    def token(self) -> Any:
        """A token response for the site's client. Raises SignInFailed, TooMuchAllowed, WorkspaceDown."""
        from office365.runtime.auth.token_response import TokenResponse

        answer = self._answer()
        _only_selected(_roles(answer["access_token"]))
        # expiresIn 0: the site's client must ask each time, for it would keep a token to its last second, or, where
        # nothing is said, until the year 9999. msal keeps it, and knows when it is to be renewed.
        return TokenResponse(answer["access_token"], answer["token_type"], expiresIn=0)

    def roles(self) -> tuple[str, ...]:
        """The permissions that the token carries. Raises as ``token`` does."""
        found = _roles(self._answer()["access_token"])
        _only_selected(found)
        return found

    def forget(self) -> None:
        """The site does not take this token any more: the next one is a new one."""
        with self._lock:
            if self._app is not None:
                self._app.remove_tokens_for_client()

    def _answer(self) -> dict[str, Any]:
        with self._lock:
            answer = self._ask()
        if "access_token" not in answer:
            raise SignInFailed(str(answer.get("error_description") or answer.get("error") or "").splitlines()[0][:300])
        return answer

    def _ask(self) -> dict[str, Any]:
        try:
            if self._app is None:
                self._app = self._make()
            answer: dict[str, Any] = self._app.acquire_token_for_client(self._scopes)
        except requests.RequestException as error:
            raise WorkspaceDown(f"the sign-in: {type(error).__name__}") from error
        except OSError as error:
            raise SignInFailed(f"the certificate file: {error.strerror}") from error
        except ValueError as error:
            raise SignInFailed(str(error).splitlines()[0][:300]) from error
        return answer

    def _make(self) -> Any:
        import msal

        pem = self._certificate.read_text()
        # A certificate without a thumbprint makes msal sign with PS256 and send the certificate's SHA-256.
        return msal.ConfidentialClientApplication(
            self._client_id,
            authority=self._authority,
            client_credential={"private_key": pem, "public_certificate": pem},
            instance_discovery=self._instance_discovery,
            http_client=self._http,
        )


def _roles(token: str) -> tuple[str, ...]:
    """The permissions in an app's token. Whether it is genuine is for the site to say; one that cannot be read has
    none."""
    try:
        part = token.split(".")[1]
        told = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        return tuple(sorted(map(str, told.get("roles") or ())))
    except (IndexError, ValueError, AttributeError, TypeError):
        return ()


def _only_selected(roles: Sequence[str]) -> None:
    """What more than the one site would be open to whoever got hold of the certificate."""
    more = [role for role in roles if role != SELECTED]
    if more:
        raise TooMuchAllowed(", ".join(more))
