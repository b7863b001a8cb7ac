"""The workspace port: what the forum asks of the place where its lists are kept, and the troubles it may have."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from forum.edits import NOBODY, Editor
from forum.findings import Finding
from forum.skew import Skew
from forum.store.base import Values


@runtime_checkable
class Dated(Protocol):
    """A workspace whose answers say what time it is there."""

    skew: Skew


class Row(NamedTuple):
    """One row of a list. ``values`` are by field and in the forum's words: codes for choices, ISO dates and moments,
    but item ids of the workspace where a field looks up a row. A cell that cannot be read is missing there and has
    a finding in ``flaws``. ``editor`` and ``modified`` (ISO moment) are told of the rows of a signed list, and of any
    row that is asked for alone."""

    item_id: int
    etag: str
    values: Values
    flaws: tuple[Finding, ...] = ()
    editor: Editor = NOBODY
    modified: str = ""


class Unread(NamedTuple):
    """The cells of one row that cannot be read: the fields that they hold, and a finding for each."""

    fields: tuple[str, ...]
    flaws: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """Rows that follow each other by item id, all that there are up to ``last``, column by column: thousands of them
    need no object each. ``words`` are by field what each row says there, as ``Row.values`` has it, and None where that
    cannot be read, which ``unread`` tells by item id. ``editors`` and ``modified`` as with ``Row``."""

    last: int
    ids: Sequence[int]
    etags: Sequence[str]
    words: Mapping[str, Sequence[object]]
    unread: Mapping[int, Unread]
    editors: Sequence[Editor]
    modified: Sequence[str]

    def rows(self) -> list[Row]:
        """The rows, each for itself."""
        names, told = list(self.words), zip(*self.words.values(), strict=True)
        rows = [
            Row(item, etag, dict(zip(names, words, strict=True)), (), editor, modified)
            for item, etag, words, editor, modified in zip(
                self.ids, self.etags, told, self.editors, self.modified, strict=True
            )
        ]
        return [self._flawed(row) if row.item_id in self.unread else row for row in rows] if self.unread else rows

    def _flawed(self, row: Row) -> Row:
        unread = self.unread[row.item_id]
        values = {name: word for name, word in row.values.items() if name not in unread.fields}
        return row._replace(values=values, flaws=unread.flaws)


@dataclass(frozen=True)
class ListFit:
    """A noun's list as found: ``reason`` (None: it fits) is why it is not read. ``columns`` are the titles of its
    columns by field; ``row_link`` with an item id at its end opens that row in a browser; ``remarks`` are what is wrong
    about the list without stopping it."""

    noun: str
    list_id: str
    title: str
    reason: Finding | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    row_link: str = ""
    remarks: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Changes:
    """What happened since a token: rows that live and are to be read again, rows that are gone, the next token."""

    changed: tuple[int, ...]
    gone: tuple[int, ...]
    token: str


@dataclass(frozen=True, kw_only=True)
class Sought:
    """A row that is asked for alone: by its item id, or else by the key under which it was made; of the list with this
    id alone, if one is given."""

    noun: str
    item_id: int | None = None
    key: str = ""
    list_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """Fields of a row to be written: of a new one under ``key``, or of one that must still have this ``etag``; or
    (``remove``) the row goes to where it can still be brought back from. ``list_id`` as with ``Sought``."""

    noun: str
    values: Values
    key: str = ""
    item_id: int | None = None
    etag: str = ""
    remove: bool = False
    list_id: str = ""


@dataclass(frozen=True)
class NewFile:
    """A file to be laid into a library under this name; ``list_id`` as with ``Sought``."""

    noun: str
    name: str
    list_id: str = ""


@dataclass(frozen=True)
class Stored:
    """A row as it stands after a write."""

    item_id: int
    etag: str


class Workspace(Protocol):
    """Rows by noun (``sync.lists``). Every call waits for the network, so that callers use a thread; every call may
    raise ``WorkspaceDown``, ``SignInFailed``, ``TooMuchAllowed``, ``NotAllowed``, ``Rejected``, and ``ListStopped``
    where the list does not fit, or is another than the one that is meant."""

    def close(self) -> None:
        """Let go of the connections; a later call makes new ones."""

    def open(self) -> Mapping[str, ListFit]:
        """Sign in, and see which lists there are and whether their columns fit; asked again, it looks again."""

    def held(self) -> Mapping[str, Sequence[Finding]]:
        """What of the lists somebody keeps to themselves, by noun: files that are checked out."""

    def zone(self) -> str:
        """The name of the time zone in which the workspace shows its days, such as ``Europe/Riga``."""

    def permissions(self) -> Sequence[str]:
        """What we were allowed, as the workspace names it; none where it asks for no permission."""

    def token(self, noun: str) -> str:
        """Where a delta that begins now would start."""

    def pages(self, noun: str, *, after: int = 0) -> Iterator[Page]:
        """All rows from the one after this item id on, some thousands at a time. Raises NotUnderstood."""

    def etags(self, noun: str) -> Iterator[Mapping[int, str]]:
        """The etags of all rows by item id, rising, some thousands at a time."""

    def changes(self, noun: str, token: str) -> Changes:
        """What happened since ``token``. Raises TokenUnknown."""

    def rows(self, noun: str, item_ids: Collection[int]) -> Sequence[Row]:
        """These rows, without those that are gone."""

    def find(self, sought: Sequence[Sought]) -> Sequence[Row | WorkspaceError]:
        """Each of these rows with its editor, in their order, in as few calls as can be; Gone where it is not there.
        Nothing is raised: what befalls one row is its own answer."""

    def write(self, changes: Sequence[Change]) -> Sequence[Stored | WorkspaceError]:
        """What became of each of these writes, in their order, in as few calls as can be: KeyTaken, Stale, Gone,
        WriteInDoubt, or what every call may meet. Nothing is raised, and nothing is undone when another fails.
        No two may be of one row."""

    def forget(self, row: Sought, digests: Collection[str]) -> None:
        """Earlier versions of this row that say what has one of these digests (``forgetting.digest``) leave its
        history, for good, where the workspace keeps one. May raise what every call may meet."""

    def attach(self, file: NewFile, content: bytes) -> Stored:
        """Lay a file into a library, over one of its name, and answer the row in which its columns are. May raise
        what every call may meet, and WriteInDoubt."""


class WorkspaceError(Exception):
    """The workspace has a trouble. Its text is for logs; people are told the ``finding``."""

    kind: ClassVar[str] = "site-trouble"

    def __init__(self, detail: str = "", *, retry_after: float = 0.0) -> None:
        # What the far side says, in its own words; "none" where it says nothing.
        self.finding = Finding(self.kind, {"detail": detail or "none"})
        self.retry_after = retry_after  # seconds, where the workspace said so
        text = " ".join((inspect.getdoc(type(self)) or type(self).__name__).split())
        super().__init__(f"{text} ({detail})" if detail else text)


class TryAgain(WorkspaceError):
    """The workspace did not do it this time; later it may."""


class Unreachable(TryAgain):
    """The workspace as a whole cannot be reached; asking for other rows is of no use now."""


class WorkspaceDown(Unreachable):
    """The workspace does not answer just now."""

    kind = "site-down"


class WorkspaceSlow(WorkspaceDown):
    """The workspace did not go on with its answer in time; for less it may."""


class NotUnderstood(WorkspaceDown):
    """What the workspace said of its rows has not the right form."""


class SignInFailed(Unreachable):
    """The workspace did not let us in: see to the certificate, the client id and the tenant."""

    kind = "sign-in-failed"


class TooMuchAllowed(Unreachable):
    """The workspace would let us into more than the one site: we do not go in with such a permission."""

    kind = "too-much-allowed"


class NotAllowed(TryAgain):
    """The workspace lets us in, but not to this list: see to our permission on the site."""

    kind = "not-allowed"


class ListStopped(TryAgain):
    """The list is not in use until it fits, and until it is the one that was read; ``reason`` (None: not known) is what
    the coordinators are told of it."""

    def __init__(self, detail: str = "", *, reason: Finding | None = None) -> None:
        super().__init__(detail or (reason.kind if reason else ""))
        self.reason = reason


class Locked(TryAgain):
    """Somebody has checked the file out; it can be written once they give it back."""

    kind = "file-locked"


class WriteInDoubt(TryAgain):
    """The line broke while the workspace wrote; whether it did is not known."""


class Stale(WorkspaceError):
    """Somebody changed the row in the meantime."""


class Gone(WorkspaceError):
    """The row is not there any more."""

    kind = "row-gone"


class KeyTaken(WorkspaceError):
    """A row with this key is there already."""

    kind = "key-taken"


class TokenUnknown(WorkspaceError):
    """The workspace does not know this place in its log of changes any more."""


class Rejected(WorkspaceError):
    """The workspace refuses this for good."""

    kind = "rejected"
