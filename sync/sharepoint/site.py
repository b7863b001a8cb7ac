"""The forum's SharePoint site behind the workspace port, over its REST interface."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfo

from forum import shelving
from forum.findings import Finding
from forum.skew import Skew
from sync.columns import ListColumns
from sync.lists import LISTS, ListNames, with_completion
from sync.sharepoint import budget, delta, forgetting, holding, pages, reasons, rows, subscriptions
from sync.sharepoint.batch import Part
from sync.sharepoint.budget import Budget
from sync.sharepoint.forms import Form
from sync.sharepoint.making import Making
from sync.sharepoint.opening import Opened, Opening
from sync.sharepoint.pages import Reading
from sync.sharepoint.rows import Decoding
from sync.sharepoint.sessions import TIME_LIMITS, session
from sync.sharepoint.signin import SignIn
from sync.sharepoint.sizes import Sizes
from sync.sharepoint.transport import Answer, Wire
from sync.subscribing import Subscription
from sync.workspace import (
    Change,
    Changes,
    Gone,
    ListFit,
    ListStopped,
    NewFile,
    Page,
    Rejected,
    Row,
    Sought,
    Stored,
    WorkspaceError,
)

A = TypeVar("A", Sought, Change)
R = TypeVar("R")
T = TypeVar("T")

# So many rows a page, the most that the site gives.
PAGE = 5000
# So many rows are named in one call: their numbers still fit into an address.
NAMED = 50


class SharePoint:
    """The workspace port on a SharePoint site (``sync.workspace`` says what each call does).

    ``lists`` is by the nouns' names in the settings (``measures``), ``completion`` the word of each code; left out,
    lists and words are those that ``provision`` makes. The site's zone is held against ``forum_zone``; ``spending`` is
    the budget to keep to, by default the one that all of this app and tenant share; ``limits``: seconds to connect,
    and to wait for an answer. Nothing is asked of the network before the first call.
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
        company: str = "Forumbot",
        version: str = "0.1",
        page: int = PAGE,
        spending: Budget | None = None,
        forum_zone: ZoneInfo | None = None,
        limits: tuple[float, float] = TIME_LIMITS,
    ) -> None:
        self._page, self._sizes = page, Sizes(page)
        self.skew = Skew()
        agent = f"NONISV|{company}|Forumbot/{version}"
        self._http = session(ca_bundle, user_agent=agent, limits=limits, skew=self.skew)
        self._signin = signin = SignIn(
            site_url,
            tenant=tenant,
            client_id=client_id,
            certificate=certificate,
            authority=authority,
            instance_discovery=instance_discovery,
            http=self._http,
        )
        self._wire = Wire(site_url, signin, self._http, spending or budget.shared(site_url, client_id))
        specs = {noun: with_completion(spec, completion or {}) for noun, spec in LISTS.items()}
        self._opening = Opening(self._wire, specs, lists or {}, forum_zone)
        self._lock = threading.Lock()
        self._opened: Opened | None = None

    def open(self) -> Mapping[str, ListFit]:
        """See ``Workspace.open``."""
        with self._lock:
            self._opened = self._opening.look()
            return self._opened.fits

    def making(self) -> Making:
        """What makes the lists that the site lacks."""
        return Making(self._wire, self._opening.specs, self._opening.names)

    def close(self) -> None:
        """See ``Workspace.close``."""
        self._http.close()

    def zone(self) -> str:
        return self._site.zone.key

    def permissions(self) -> Sequence[str]:
        return self._signin.roles()

    def token(self, noun: str) -> str:
        answer = self._wire.get(f"{self._list(noun)}?$select=CurrentChangeToken")
        return str(answer["CurrentChangeToken"]["StringValue"])

    def pages(self, noun: str, *, after: int = 0) -> Iterator[Page]:
        yield from self._walk(noun, self._decoding(noun).page, after=after)

    def etags(self, noun: str) -> Iterator[Mapping[int, str]]:
        self._columns(noun)
        path, ask = f"{self._list(noun)}/items?{rows.MARKS}", partial(self._wire.items, form=Form())
        yield from pages.walk(ask, path, pages.etags, sizes=self._sizes, after=0)

    def changes(self, noun: str, token: str) -> Changes:
        return delta.changes(self._wire, self._list(noun), token)

    def rows(self, noun: str, item_ids: Collection[int]) -> Sequence[Row]:
        wanted = sorted(set(item_ids))
        calls = -(-len(wanted) // NAMED)
        if calls > 1 and (wanted[-1] - wanted[0]) // self._page < calls:
            return self._between(noun, set(wanted))
        found: list[Row] = []
        for start in range(0, len(wanted), NAMED):
            found += self._named(noun, wanted[start : start + NAMED])
        return found

    def find(self, sought: Sequence[Sought]) -> Sequence[Row | WorkspaceError]:
        return self._each(sought, self._asking, self._found)

    def write(self, changes: Sequence[Change]) -> Sequence[Stored | WorkspaceError]:
        answers = self._each(changes, self._writing, _stored)
        if any(isinstance(told, Rejected) for told in answers):
            # Most likely somebody changed the lists since we looked: then there is a better reason than the site's own.
            with suppress(WorkspaceError):
                self.open()
        return [
            reasons.of_refusal(one, told, self._site) if isinstance(told, Rejected) else told
            for one, told in zip(changes, answers, strict=True)
        ]

    def attach(self, file: NewFile, content: bytes) -> Stored:
        """A name with ``#`` or ``%`` in it is taken by AddUsingPath alone; a quote in it is doubled."""
        self._columns(file.noun)
        told = quote(file.name.replace("'", "''"), safe="")
        path = f"RootFolder/Files/AddUsingPath(DecodedUrl='{told}',Overwrite=true)?$expand=ListItemAllFields"
        try:
            body = self._wire.upload(f"{self._list(file.noun, file.list_id)}/{path}", content)
        except Gone as error:
            raise self._missing(file.noun) or error from error
        return rows.stored(body, "ListItemAllFields")

    def forget(self, row: Sought, digests: Collection[str]) -> None:
        """See ``Workspace.forget``."""
        self._columns(row.noun)
        forgetting.forget(self._wire, f"{self._list(row.noun, row.list_id)}/items({row.item_id})", digests)

    def held(self) -> Mapping[str, Sequence[Finding]]:
        """See ``Workspace.held``."""
        library = self._site.fits[shelving.NOUN]
        return {shelving.NOUN: holding.files(self._wire, library)} if library.list_id else {}

    def subscriptions(self, noun: str) -> Sequence[Subscription]:
        """See ``Telling.subscriptions``."""
        self._columns(noun)
        return subscriptions.read(self._wire, self._list(noun))

    def subscribe(self, noun: str, one: Subscription) -> None:
        """See ``Telling.subscribe``."""
        self._columns(noun)
        subscriptions.put(self._wire, self._list(noun), one)

    def _each(
        self,
        asked: Sequence[A],
        part: Callable[[A], Part],
        reading: Callable[[A, Answer], R],
    ) -> list[R | WorkspaceError]:
        """Everything asked, in batches; each has its own answer, and what cannot even be asked has its own trouble."""
        answers: dict[int, R | WorkspaceError] = {}
        parts: dict[int, Part] = {}
        for number, one in enumerate(asked):
            try:
                parts[number] = part(one)
            except WorkspaceError as error:
                answers[number] = error
        replies = dict(zip(parts, self._wire.batch(list(parts.values())), strict=True))
        nouns = {asked[number].noun for number, told in replies.items() if isinstance(told, Gone)}
        missing = {noun: self._missing(noun) for noun in nouns}
        for number, told in replies.items():
            try:
                if isinstance(told, WorkspaceError):
                    instead = missing.get(asked[number].noun) if isinstance(told, Gone) else None
                    answers[number] = instead or told
                else:
                    answers[number] = reading(asked[number], told)
            except WorkspaceError as error:
                answers[number] = error
        return [answers[number] for number in range(len(asked))]

    def _missing(self, noun: str) -> WorkspaceError | None:
        """See ``reasons.of_missing``."""
        return reasons.of_missing(self._wire, self._site.fits[noun], self.open)

    def _asking(self, sought: Sought) -> Part:
        columns, rows_of = self._columns(sought.noun), self._list(sought.noun, sought.list_id)
        options = rows.selected(columns, signed=True)
        if sought.item_id is not None:
            return Part(f"{rows_of}/items({sought.item_id})?{options}")
        told = sought.key.replace("'", "''")
        wanted = quote(f"{columns.columns['key'].key} eq '{told}'")
        return Part(f"{rows_of}/items?{options}&$filter={wanted}")

    def _found(self, sought: Sought, answer: Answer) -> Row:
        items = pages.items(answer.body) if sought.item_id is None else [answer.body]
        found = self._decoding(sought.noun).rows(items)
        if not found:
            raise Gone
        return found[0]

    def _writing(self, change: Change) -> Part:
        rows_of = self._list(change.noun, change.list_id)
        if change.remove:
            return Part(f"{rows_of}/items({change.item_id})/recycle", {})
        if change.item_id is None:
            values, path = {**change.values, "key": change.key}, f"{rows_of}/items"
        else:
            values, path = change.values, f"{rows_of}/items({change.item_id})"
        return Part(path, rows.written(self._columns(change.noun), values, self._site.zone), change.etag)

    def _walk(self, noun: str, reading: Reading[T], *, after: int) -> Iterator[T]:
        path = f"{self._list(noun)}/items?{rows.selected(self._columns(noun))}"
        ask = partial(self._wire.items, form=self._decoding(noun).form)
        return pages.walk(ask, path, reading, sizes=self._sizes, after=after)

    def _between(self, noun: str, wanted: set[int]) -> list[Row]:
        decoding, found = self._decoding(noun), list[Row]()
        among = self._walk(noun, lambda items, last: (decoding.among(items, wanted), last), after=min(wanted) - 1)
        for several, last in among:
            found += several
            if last >= max(wanted):
                break
        return found

    def _named(self, noun: str, item_ids: Sequence[int]) -> list[Row]:
        decoding, wanted = self._decoding(noun), quote(" or ".join(f"Id eq {number}" for number in item_ids))
        # In the order of ids the site may always answer, however long the list is.
        options = f"{rows.selected(self._columns(noun))}&$filter={wanted}&$orderby=Id&$top={len(item_ids)}"
        return decoding.page(self._wire.items(f"{self._list(noun)}/items?{options}", decoding.form), 0).rows()

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
            raise ListStopped(reason=reason)
        return site.columns[noun]

    def _decoding(self, noun: str) -> Decoding:
        self._columns(noun)
        return self._site.decoding[noun]

    def _list(self, noun: str, meant: str = "") -> str:
        """Where the list is. Raises ListStopped where it is another than the one ``meant``."""
        found = self._site.fits[noun]
        if meant not in ("", found.list_id):
            raise ListStopped("another list, or none, stands in its place", reason=reasons.of_list(found))
        return f"web/lists(guid'{found.list_id}')"


def _stored(change: Change, answer: Answer) -> Stored:
    return rows.stored(answer.body) if change.item_id is None else Stored(change.item_id, answer.etag)
