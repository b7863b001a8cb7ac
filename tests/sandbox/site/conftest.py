"""A small site, its sign-in and a plain client with a good token, for the tests of the sandbox's site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Column, Site
from tests.waiting import PATIENCE

LIGHT = "application/json;odata=minimalmetadata"
VERBOSE = "application/json;odata=verbose"


class Client:
    """Asks the site over HTTP; answers are (status, decoded body), the last response is kept."""

    def __init__(self, base: str, token: str, ledger: Ledger) -> None:
        self.base = base
        self.ledger = ledger
        self.http = httpx.Client(
            headers={"Authorization": f"Bearer {token}"}, trust_env=False, verify=False, timeout=PATIENCE
        )
        self.last: httpx.Response

    def get(self, path: str, accept: str = LIGHT, **headers: str) -> tuple[int, Any]:
        return self._ask("GET", path, None, {"Accept": accept, **headers})

    def post(
        self, path: str, body: Any = None, *, form: str = LIGHT, method: str = "POST", **headers: str
    ) -> tuple[int, Any]:
        told = {name.replace("_", "-"): text for name, text in headers.items()}
        return self._ask(method, path, body, {"Accept": form, "Content-Type": form, **told})

    def merge(self, path: str, body: Any, etag: str = "*") -> int:
        return self.post(path, body, X_HTTP_Method="MERGE", If_Match=etag)[0]

    def send(self, path: str, content: bytes | None = None, *, method: str = "POST", **headers: str) -> tuple[int, Any]:
        """A request whose body is bytes; so is the answer where it is no JSON."""
        told = {"Accept": LIGHT, **{name.replace("_", "-"): text for name, text in headers.items()}}
        address = f"{self.base}/_api/{quote(path, safe='/?=&$()%,:;*')}"
        self.last = self.http.request(method, address, content=content, headers=told)
        is_json = "json" in self.last.headers.get("Content-Type", "")
        return self.last.status_code, self.last.json() if is_json else self.last.content

    def trouble(self) -> str:
        """The text of the last refusal, in the light form."""
        return str(self.last.json()["odata.error"]["message"]["value"])

    def _ask(self, method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, Any]:
        address = path if path.startswith("http") else f"{self.base}/_api/{quote(path, safe='/?=&$()%,:;*')}"
        self.last = self.http.request(method, address, json=body, headers=headers)
        return self.last.status_code, self.last.json() if self.last.content else None


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return Directory("vk", tmp_path_factory.mktemp("directory"))


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2021, 1, 4, 9, 0, tzinfo=UTC))


@pytest.fixture
def site(clock: Clock) -> Site:
    """Institutions (IZM 1, VM 2) and measures with a column of every kind, no rows yet."""
    made = Site(clock)
    made.add_list("Institūcijas", url="Institucijas", columns=[Column("Saīsinājums", name="Code")])
    for code in ("IZM", "VM"):
        made.list("Institucijas").add({"Title": f"{code} nosaukums", "Code": code})
    made.add_list("Pasākumi", url="Pasakumi", columns=_columns())
    return made


def _columns() -> list[Column]:
    return [
        Column("Nr.", name="Number", indexed=True),
        Column("Piezīmes", "Note", name="Done"),
        Column("Izpilde", "Choice", name="Completion", choices=("Nav sākts", "Izpildīts")),
        Column("Statuss", "Choice", name="State", choices=("Atvērts",), fill_in=True),
        Column("Kam", "MultiChoice", name="Audience", choices=("A", "B")),
        Column("Redakcija", "Number", name="Version"),
        Column("Publicēt", "Boolean", name="Publish"),
        Column("Termiņš", "Date", name="DueOn"),
        Column("Iesniegts", "DateTime", name="SubmittedAt"),
        Column("Saite", "URL", name="Link"),
        Column("Atbildīgā", "Lookup", name="Lead", target="Institucijas"),
        Column("Līdzatbildīgās", "Lookup", name="CoLead", target="Institucijas", many=True),
        Column("Konts", "User", name="Account"),
        Column("Atslēga", name="ForumKey", unique=True, indexed=True, hidden=True),
        Column("Šķēršļi", "Note"),
    ]


@pytest.fixture
def client(outside: Serving, site: Site, directory: Directory, clock: Clock) -> Iterator[Client]:
    ledger = Ledger(clock)
    origin = outside.start(site.app(ledger, directory))
    made = Client(f"{origin}{site.path}", directory.token(origin), ledger)
    with made.http:
        yield made
