"""Attempts: one write's way through looking, writing and merging, decided from the site's answers alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from forum.forgetting import digest
from forum.store.base import Values
from sync import conflicts
from sync.conflicts import same
from sync.fields import Owner
from sync.lists import WATCHED
from sync.owning import USUAL, Overruled, Owners
from sync.workspace import Change, Gone, KeyTaken, NewFile, Row, Sought, Stale, Stored, WorkspaceError, WriteInDoubt

# A row that is changed under our hands so often in a row is left alone for a while.
TURNS = 3


@dataclass(frozen=True, kw_only=True)
class Write:
    """An operation taken up. ``values`` as the port takes them (lookups are item ids), ``base`` what both sides last
    agreed on; ``item_id`` None: the row is to be made. ``again``: it was tried before, with what outcome ever.
    ``file``: the name of the file whose row it is; ``remove``: the row is to go; ``forget``: what its history is not
    to say any more (``forgetting.digest``); ``erased``: such words, which nobody is to keep there.
    ``owners``: whose word counts in which field; ``left``: what is not written, because those
    columns are the workspace's; ``turned``: fields that were said otherwise since ``base``, by writes that this one
    superseded. ``list_id``: the list for which all of this is meant, as last read; another one that stands in its
    place gets nothing of it."""

    operation_id: int
    epoch: int
    noun: str
    values: Values
    key: str
    item_id: int | None
    etag: str
    base: Values
    again: bool
    noun_id: int = 0
    file: str = ""
    remove: bool = False
    forget: tuple[str, ...] = ()
    erased: frozenset[str] = frozenset()
    owners: Owners = USUAL
    left: Values = field(default_factory=dict)
    turned: frozenset[str] = frozenset()
    list_id: str = ""


@dataclass(frozen=True)
class Written:
    """Where a write stands now, and the row as it was read on the way there, if it was."""

    item_id: int
    etag: str
    row: Row | None = None


@dataclass(frozen=True)
class Clash:
    """Somebody changed the same fields of the row."""

    row: Row
    fields: tuple[str, ...]


End = Written | Clash | WorkspaceError


@dataclass
class Attempt:
    """One write under way: it looks, it writes, or it has come to its ``end``. ``row`` is the row as last read,
    ``news`` that somebody else changed it, ``lost`` that it was deleted there and is to be made anew; ``overruled``
    what somebody put there where our word counts, until that is told."""

    write: Write
    end: End | None = None
    looking: bool = False
    row: Row | None = None
    news: bool = False
    lost: bool = False
    overruled: Values = field(default_factory=dict)
    item_id: int | None = field(init=False)
    etag: str = field(init=False)
    _turns: int = 0
    _taken: bool = False

    def __post_init__(self) -> None:
        self.begin(self.write)

    def begin(self, write: Write) -> None:
        """Set out with this write. After any doubt a new row is looked up by its key before it is made."""
        self.write, self.item_id, self.etag, self.lost = write, write.item_id, write.etag, False
        self.looking = write.again or write.remove if write.item_id is None else not write.etag
        if write.forget:
            self.looking = False
            self.end = Written(0, "") if write.item_id is None else None  # it never was there
        elif write.item_id is None and not write.key:
            self.end = Gone(f"{write.noun} has no row there")
        elif write.item_id is not None and not write.values and not write.remove:
            self.end = Written(write.item_id, write.etag)  # all of it was left to the workspace

    @property
    def bare(self) -> bool:
        """Whether the file itself is still to be laid there before its row can be filled in."""
        return bool(self.write.file) and self.item_id is None

    def attached(self, answer: Stored | WorkspaceError) -> None:
        """Go on with the row of the file, or end with the trouble."""
        if isinstance(answer, Stored):
            self.item_id, self.etag = answer.item_id, answer.etag
            self.write = replace(self.write, item_id=answer.item_id, etag=answer.etag)
        else:
            self.end = answer

    def file(self) -> NewFile:
        """The file to lay there."""
        return NewFile(self.write.noun, self.write.file, list_id=self.write.list_id)

    def forgotten(self, answer: WorkspaceError | None) -> None:
        """Its history says the words no more, or there is a trouble; a row that is gone says nothing."""
        done = answer is None or isinstance(answer, Gone)
        self.end = Written(self.item_id or 0, self.etag) if done else answer

    def overruling(self) -> Overruled:
        """What is to be told before it is written over."""
        assert self.row is not None  # noqa: S101 (something was read there)
        theirs, self.overruled = self.overruled, {}
        ours = {name: self.write.values[name] for name in theirs}
        return Overruled(self.write.noun, self.write.noun_id, self.row, theirs, ours)

    def sought(self) -> Sought:
        """The row to look at."""
        return Sought(noun=self.write.noun, item_id=self.item_id, key=self.write.key, list_id=self.write.list_id)

    def change(self) -> Change:
        """What to write."""
        write = self.write
        return Change(
            noun=write.noun,
            values=write.values,
            key=write.key,
            item_id=self.item_id,
            etag=self.etag,
            remove=write.remove,
            list_id=write.list_id,
        )

    def found(self, answer: Row | WorkspaceError) -> None:
        """Go on from the row as it was read, or from the trouble on the way there."""
        self.looking = False
        if self.write.remove:
            self._to_remove(answer)
        elif isinstance(answer, Row):
            self._held_against(answer)
        elif isinstance(answer, Gone) and self.item_id is not None:
            self._deleted(answer)
        elif isinstance(answer, Gone) and self._taken:
            self.end = KeyTaken()
        elif not isinstance(answer, Gone):
            self.end = answer

    def wrote(self, answer: Stored | WorkspaceError) -> None:
        """Go on from what became of the write."""
        if isinstance(answer, Stored):
            self.end = Written(answer.item_id, answer.etag, self.row)
        elif isinstance(answer, Gone) and self.write.remove:
            self.end = Written(self.item_id or 0, "")
        elif isinstance(answer, Stale) and self._turns < TURNS:
            self._turns, self.looking = self._turns + 1, True
        elif isinstance(answer, Stale):
            self.end = WriteInDoubt("the row keeps changing")
        elif isinstance(answer, KeyTaken) and not self._taken:
            self._taken, self.looking = True, True
        elif isinstance(answer, Gone) and self.item_id is not None:
            self._deleted(answer)
        else:
            self.end = answer

    def _to_remove(self, answer: Row | WorkspaceError) -> None:
        """What is to go may be gone already, or never have come."""
        if isinstance(answer, Row):
            self.item_id, self.etag = answer.item_id, answer.etag
        else:
            self.end = Written(0, "") if isinstance(answer, Gone) else answer

    def _held_against(self, row: Row) -> None:
        """Ours is written over what others wrote into other fields only. A row that is found under our key and was
        never changed since it was made is our own, whatever it holds."""
        known, self.row = self.item_id is not None, row
        self.item_id, self.etag = row.item_id, row.etag
        self._let_go(row)
        if known and self.write.noun in WATCHED:
            self._spare(row)
        firm = self.write.owners.fields(self.write.noun, Owner.FORUM)
        merged = conflicts.merge(self.write.base, row.values, self.write.values, firm=firm)
        changed = known or conflicts.version(row.etag) > 1
        if merged.clashing and changed:
            self.end = Clash(row, merged.clashing)
            return
        if merged.overruled and changed:
            self.overruled = {name: row.values.get(name) for name in merged.overruled}
            self.write = replace(self.write, base={**self.write.base, **self.overruled})
        self.news = known
        if merged.written:
            self.end = Written(row.item_id, row.etag, row)

    def _let_go(self, row: Row) -> None:
        """What was erased here may stand there still: it is no change that somebody made since."""
        there = {name: word for name, word in row.values.items() if isinstance(word, str)}
        gone = {name: word for name, word in there.items() if self.write.erased and digest(word) in self.write.erased}
        self.write = replace(self.write, base={**self.write.base, **gone})

    def _spare(self, row: Row) -> None:
        """A version says all of its answer: what it says as the one before did is left to whoever changed it there."""
        base, shared = self.write.base, self.write.owners.fields(self.write.noun, Owner.SHARED)
        spared = {
            name
            for name, word in self.write.values.items()
            if name in shared - self.write.turned
            and same(word, base.get(name))
            and not same(row.values.get(name), word)
        }
        self.write = replace(
            self.write, values={name: word for name, word in self.write.values.items() if name not in spared}
        )

    def _deleted(self, trouble: Gone) -> None:
        """Nothing said is lost: what has a key of ours is made again."""
        if self.write.key:
            self.lost = True
        else:
            self.end = trouble
