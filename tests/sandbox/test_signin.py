"""The sign-in, met with msal as the service meets it, and with assertions that are wrong in one way each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import jwt
import msal
import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from sandbox.certificates import make_client_certificate
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from sandbox.signin import Directory
from tests.waiting import PATIENCE

ORIGIN = "http://127.0.0.1:1"
SCOPE = f"{ORIGIN}/.default"


class Signing:
    """A directory that is being served, its ledger, and a client that trusts its authority alone."""

    def __init__(self, serving: Serving, folder: Path) -> None:
        self.ledger = Ledger(Clock(datetime(2021, 1, 4, tzinfo=UTC)))
        self.directory = Directory("vk", folder)
        self.directory.start(serving, self.ledger)
        self.http = requests.Session()
        self.http.trust_env = False
        self.http.verify = str(self.directory.ca_bundle)

    def app(self, certificate: Path | None = None, client_id: str = "") -> Any:
        pem = (certificate or self.directory.certificate).read_text()
        return msal.ConfidentialClientApplication(
            client_id or self.directory.client_id,
            authority=self.directory.authority,
            client_credential={"private_key": pem, "public_certificate": pem},
            instance_discovery=False,
            http_client=self.http,
        )

    def ask(self, **changed: str | None) -> tuple[int, dict[str, Any]]:
        """POST the token form, with some of its parts changed or (None) left out."""
        form: dict[str, str | None] = {
            "grant_type": "client_credentials",
            "client_id": self.directory.client_id,
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": self.assertion(),
            "scope": SCOPE,
            **changed,
        }
        sent = {name: text for name, text in form.items() if text is not None}
        answer = self.http.post(f"{self.directory.authority}/oauth2/v2.0/token", data=sent, timeout=PATIENCE)
        return answer.status_code, answer.json()

    def assertion(self, algorithm: str = "PS256", pem: Path | None = None, **changed: Any) -> str:
        told = (pem or self.directory.certificate).read_bytes()
        registered = x509.load_pem_x509_certificate(self.directory.certificate.read_bytes())
        now = int(time.time())
        claims = {
            "aud": f"{self.directory.authority}/oauth2/v2.0/token",
            "iss": self.directory.client_id,
            "sub": self.directory.client_id,
            "iat": now,
            "nbf": now,
            "exp": now + 300,
            "jti": str(uuid4()),
            **changed,
        }
        sent = {name: value for name, value in claims.items() if value is not None}
        thumbprint = jwt.utils.base64url_encode(registered.fingerprint(hashes.SHA256())).decode()
        key = load_pem_private_key(told, None)
        return jwt.encode(sent, key, algorithm=algorithm, headers={"x5t#S256": thumbprint})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def signing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signing]:
    with Serving() as serving:
        made = Signing(serving, tmp_path_factory.mktemp("directory"))
        with made.http:
            yield made


def test_msal_gets_a_token_that_opens_the_site_it_was_asked_for(signing: Signing) -> None:
    answer = signing.app().acquire_token_for_client([SCOPE])
    assert (answer["token_type"], answer["expires_in"]) == ("Bearer", 3600)
    assert signing.directory.trouble(answer["access_token"], ORIGIN) is None
    assert signing.directory.roles_of(answer["access_token"]) == ["Sites.Selected"]


def test_a_token_is_worth_nothing_elsewhere_when_old_or_made_up(signing: Signing) -> None:
    directory = signing.directory
    token = directory.token(ORIGIN)
    assert directory.trouble(token, "http://127.0.0.1:2") == "Invalid JWT token. The audience is not this site."
    assert directory.trouble("made-up", ORIGIN) == "Invalid JWT token. Not enough segments."
    directory.revoke()
    assert directory.trouble(token, ORIGIN) == "Invalid JWT token. It was revoked."
    directory.lifetime = -1
    old = directory.token(ORIGIN)
    directory.lifetime = 3600
    assert directory.trouble(old, ORIGIN) == "Invalid JWT token. The token is expired."


def test_msal_with_a_foreign_certificate_is_told_so(signing: Signing, tmp_path: Path) -> None:
    make_client_certificate(tmp_path / "foreign.pem")
    answer = signing.app(tmp_path / "foreign.pem").acquire_token_for_client([SCOPE])
    assert (answer["error"], answer["error_codes"]) == ("invalid_client", [700027])


def test_msal_as_an_unknown_app_is_told_so(signing: Signing) -> None:
    answer = signing.app(client_id=str(uuid4())).acquire_token_for_client([SCOPE])
    assert (answer["error"], answer["error_codes"]) == ("unauthorized_client", [700016])


def test_an_older_signature_is_as_good(signing: Signing) -> None:
    assert signing.ask(client_assertion=signing.assertion("RS256"))[0] == 200


@pytest.mark.parametrize(
    ("changed", "number"),
    [
        ({"aud": "https://localhost/elsewhere"}, 700023),
        ({"iss": "another"}, 700021),
        ({"sub": "another"}, 700021),
        ({"exp": 1}, 700024),
        ({"nbf": 99999999999}, 700024),
        ({"jti": None}, 50027),
    ],
)
def test_an_assertion_wrong_in_one_claim_is_refused_with_microsofts_number(
    signing: Signing, changed: dict[str, Any], number: int
) -> None:
    status, answer = signing.ask(client_assertion=signing.assertion(**changed))
    assert (status, answer["error"], answer["error_codes"]) == (401, "invalid_client", [number])


def test_the_registered_name_with_another_key_is_refused(signing: Signing, tmp_path: Path) -> None:
    make_client_certificate(tmp_path / "foreign.pem")
    status, answer = signing.ask(client_assertion=signing.assertion(pem=tmp_path / "foreign.pem"))
    assert (status, answer["error_codes"]) == (401, [700027])
    assert answer["error_description"].startswith("AADSTS700027: Client assertion failed signature validation.")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"client_assertion": "made-up"}, (401, 50027)),
        ({"client_assertion": None}, (401, 7000218)),
        ({"client_secret": "word"}, (401, 7000215)),
        ({"grant_type": "password"}, (400, 70003)),
        ({"scope": "Sites.Selected"}, (400, 70011)),
        ({"resource": ORIGIN}, (400, 900144)),
    ],
)
def test_a_form_wrong_in_one_part_is_refused_with_microsofts_number(
    signing: Signing, changed: dict[str, str | None], expected: tuple[int, int]
) -> None:
    status, answer = signing.ask(**changed)
    assert (status, answer["error_codes"]) == (expected[0], [expected[1]])


def test_an_assertion_may_come_twice_unless_told_otherwise(signing: Signing) -> None:
    again = signing.assertion()
    assert [signing.ask(client_assertion=again)[0] for _ in range(2)] == [200, 200]
    signing.directory.single_use = True
    status, answer = signing.ask(client_assertion=again)
    signing.directory.single_use = False
    assert (status, answer["error_codes"]) == (401, [50013])


def test_an_unknown_tenant_is_refused(signing: Signing) -> None:
    address = signing.directory.authority.replace("/vk", "/other")
    answer = signing.http.get(f"{address}/v2.0/.well-known/openid-configuration", timeout=PATIENCE)
    assert (answer.status_code, answer.json()["error_codes"]) == (400, [90002])


def test_the_ledger_holds_neither_assertions_nor_tokens(signing: Signing) -> None:
    assert signing.ask()[0] == 200
    entry = signing.ledger.entries[-1]
    assert (entry["body"]["client_assertion"], entry["answer"]["access_token"]) == ("…", "…")


def test_the_certificate_is_one_pem_with_key_and_certificate(signing: Signing) -> None:
    told = signing.directory.certificate.read_bytes()
    key = load_pem_private_key(told, None)
    certificate = x509.load_pem_x509_certificate(told)
    public = [
        one.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        for one in (key.public_key(), certificate.public_key())
    ]
    assert public[0] == public[1]
    assert signing.directory.certificate.stat().st_mode & 0o777 == 0o600
