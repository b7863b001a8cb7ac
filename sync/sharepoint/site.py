"""The forum's SharePoint site behind the workspace port, over its REST interface."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from forum.store.base import Values
from sync.columns import ListColumns
from sync.lists import LISTS, ListNames, with_completion
from sync.sharepoint import delta, rows
from sync.sharepoint.opening import Opened, Opening
from sync.sharepoint.sessions import session
from sync.sharepoint.signin import SignIn
from sync.sharepoint.transport import Wire
from sync.workspace import Changes, Gone, ListFit, ListStopped, Row, WriteInDoubt

# So many rows a page: few enough that taking them in does not hold up whoever else writes to the forum's memory.
PAGE = 500
# Up to so many rows are read one by one; for more, reading the pages between them takes fewer calls.
ONE_BY_ONE = 20


class SharePoint:
    """The workspace port on a SharePoint site (``sync.workspace`` says what each call does).

    ``lists`` is by the nouns' names in the settings (``measures``), ``completion`` the word of each code; left out,
    lists and words are those that ``provision`` makes. Nothing is asked of the network before the first call.
    """

    def __init__(
        self,
        *,
        site_url: str,
        tenant: str,
        client_id: str,
        certificate: Path,
        authority: str = "https://login.microsoftonline.com",
        ca_bundle: Path | None = None,
        instance_discovery: bool = True,
        lists: Mapping[str, ListNames] | None = None,
        completion: Mapping[str, str] | None = None,
        organisation: str = "Forumbot",
        version: str = "0.1",
        page: int = PAGE,
    ) -> None:
        self._page = page
        self._http = session(ca_bundle, user_agent=f"NONISV|{organisation}|Forumbot/{version}")
        signin = SignIn(
            site_url,
            tenant=tenant,
            client_id=client_id,
            certificate=certificate,
            authority=authority,
            instance_discovery=instance_discovery,
            http=self._http,
        )
        self._wire = Wire(site_url, signin, self._http)
        specs = {noun: with_completion(spec, completion or {}) for noun, spec in LISTS.items()}
        self._opening = Opening(self._wire, specs, lists or {})
        self._lock = threading.Lock()
        self._opened: Opened | None = None

    def open(self) -> Mapping[str, ListFit]:
        """See ``Workspace.open``."""
        with self._lock:
            self._opened = self._opening.look()
            return self._opened.fits

    def close(self) -> None:
        """See ``Workspace.close``."""
        self._http.close()

    def zone(self) -> str:
        return self._site.zone.key

    def token(self, noun: str) -> str:
        answer = self._wire.get(f"{self._list(noun)}?$select=CurrentChangeToken")
        return str(answer["CurrentChangeToken"]["StringValue"])

    def pages(self, noun: str) -> Iterator[Sequence[Row]]:
        return self._pages(noun, after=0)

    def changes(self, noun: str, token: str) -> Changes:
        return delta.changes(self._wire, self._list(noun), token)

    def rows(self, noun: str, item_ids: Sequence[int]) -> Sequence[Row]:
        wanted = sorted(set(item_ids))
        if len(wanted) > ONE_BY_ONE:
            return self._between(noun, set(wanted))
        found = []
        for number in wanted:
            try:
                found += self._one(noun, number)
            except Gone:
                continue
        return found

    def row(self, noun: str, item_id: int) -> Row:
        found = self._one(noun, item_id, signed=True)
        if not found:
            raise Gone
        return found[0]

    def by_key(self, noun: str, key: str) -> Row | None:
        columns, told = self._columns(noun), key.replace("'", "''")
        wanted = quote(f"{columns.columns['key'].key} eq '{told}'")
        answer = self._wire.get(f"{self._list(noun)}/items?{rows.selected(columns)}&$filter={wanted}")
        found = rows.rows(columns, answer, self._site.zone)
        return found[0] if found else None

    def create(self, noun: str, key: str, values: Values) -> tuple[int, str]:
        body = rows.written(self._columns(noun), {**values, "key": key}, self._site.zone)
        made = self._wire.write(f"{self._list(noun)}/items", body).body
        try:
            return int(made["Id"]), str(made["odata.etag"])
        except (KeyError, TypeError) as error:
            raise WriteInDoubt("its answer has not the right form") from error

    def update(self, noun: str, item_id: int, etag: str, values: Values) -> str:
        body = rows.written(self._columns(noun), values, self._site.zone)
        return self._wire.write(f"{self._list(noun)}/items({item_id})", body, etag=etag).etag

    def _pages(self, noun: str, *, after: int) -> Iterator[list[Row]]:
        """By item id from the one after ``after``: any page can be asked for again, and the site's limit is not met."""
        columns = self._columns(noun)
        while True:
            options = f"$filter={quote(f'Id gt {after}')}&$orderby=Id&$top={self._page}"
            answer = self._wire.get(f"{self._list(noun)}/items?{rows.selected(columns)}&{options}")
            yield rows.rows(columns, answer, self._site.zone)
            if len(answer["value"]) < self._page:
                return
            after = answer["value"][-1]["Id"]

    def _between(self, noun: str, wanted: set[int]) -> list[Row]:
        found: list[Row] = []
        for page in self._pages(noun, after=min(wanted) - 1):
            found += [row for row in page if row.item_id in wanted]
            if page and page[-1].item_id >= max(wanted):
                break
        return found

    def _one(self, noun: str, item_id: int, *, signed: bool = False) -> list[Row]:
        columns = self._columns(noun)
        item = self._wire.get(f"{self._list(noun)}/items({item_id})?{rows.selected(columns, signed=signed)}")
        return rows.rows(columns, {"value": [item]}, self._site.zone)

    @property
    def _site(self) -> Opened:
        with self._lock:
            if self._opened is None:
                self._opened = self._opening.look()
            return self._opened

    def _columns(self, noun: str) -> ListColumns:
        """The columns of a list that fits. Raises ListStopped."""
        site = self._site
        if noun not in site.columns:
            reason = site.fits[noun].reason
            raise ListStopped(reason.kind if reason else "")
        return site.columns[noun]

    def _list(self, noun: str) -> str:
        return f"web/lists(guid'{self._site.fits[noun].list_id}')"
