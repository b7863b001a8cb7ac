"""The forum's workbook behind the workspace port: an .xlsx file or a folder of CSV files, where there is no site."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from forum.findings import Finding
from sync.lists import LISTS, ListNames, with_completion
from sync.workbook import files
from sync.workbook.files import Beside, Stamp
from sync.workbook.folder import Folder
from sync.workbook.grids import Book, Busy, KeepsRows
from sync.workbook.planning import Plan
from sync.workbook.reading import Before, Seen, Setting, Settled, Sheets
from sync.workbook.xlsx import Xlsx
from sync.workspace import (
    Change,
    Changes,
    Gone,
    KeyTaken,
    ListFit,
    ListStopped,
    NewFile,
    Page,
    Rejected,
    Row,
    Sought,
    Stale,
    Stored,
    TokenUnknown,
    WorkspaceError,
)

# So many rows are handed out at once.
PAGE = 500


class Workbook:
    """The workspace port on a workbook (``sync.workspace`` says what each call does).

    ``path`` is an .xlsx file or a folder of CSV files, ``zone`` that of its days and hours; ``lists`` and
    ``completion`` as for a site; ``trying``: new rows are read under the numbers that they would get. Every call may
    raise Busy and Unreadable (both Unreachable); who is asked while somebody has the file open still reads it, but rows
    that have no number yet wait until they can be given one.
    """

    def __init__(
        self,
        path: Path,
        *,
        zone: ZoneInfo,
        lists: Mapping[str, ListNames] | None = None,
        completion: Mapping[str, str] | None = None,
        trying: bool = False,
    ) -> None:
        self.path, is_file = path, path.suffix.lower() == ".xlsx"
        self._book: Book = Xlsx(path) if is_file else Folder(path)
        self._beside = Beside(path.with_name(f".{path.name}.forumbot") if is_file else path / ".forumbot")
        specs = {noun: with_completion(spec, completion or {}) for noun, spec in LISTS.items()}
        self._setting = Setting(specs, lists or {}, zone, trying)
        self._like = partial(Workbook, zone=zone, lists=lists, completion=completion, trying=trying)
        self._lock = threading.RLock()
        self._sheets: Sheets | None = None
        self._stamps: dict[Path, Stamp] = {}
        # What each list's rows said when they were last read or written, by number.
        self._seen: dict[str, Seen] = {}
        self._read_at = 0

    def zone(self) -> str:
        return self._setting.zone.key

    def permissions(self) -> Sequence[str]:
        return ()

    def close(self) -> None:
        """See ``Workspace.close``: no file is held open between calls."""

    def open(self) -> Mapping[str, ListFit]:
        with self._lock:
            self._sheets = None
            return self._now().fits

    def held(self) -> Mapping[str, Sequence[Finding]]:
        return {}

    def token(self, noun: str) -> str:
        with self._lock:
            return self._settled(noun).seen.token

    def pages(self, noun: str, *, after: int = 0) -> Iterator[Page]:
        with self._lock:
            settled = self._settled(noun)
        yield from settled.pages(after=after, size=PAGE)

    def etags(self, noun: str) -> Iterator[Mapping[int, str]]:
        for page in self.pages(noun):
            yield dict(zip(page.ids, page.etags, strict=True))

    def changes(self, noun: str, token: str) -> Changes:
        try:
            before = Seen.of(token)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TokenUnknown from error
        with self._lock:
            now = self._settled(noun, before).seen
        gone = tuple(number for number in before.said if number not in now.said)
        changed = tuple(number for number, said in now.said.items() if before.said.get(number) != said)
        return Changes(changed, gone, now.token)

    def rows(self, noun: str, item_ids: Collection[int]) -> Sequence[Row]:
        with self._lock:
            found = self._settled(noun).rows
        return [found[number] for number in sorted(set(item_ids)) if number in found]

    def find(self, sought: Sequence[Sought]) -> Sequence[Row | WorkspaceError]:
        answers: list[Row | WorkspaceError] = []
        with self._lock:
            for one in sought:
                try:
                    answers.append(_found(self._settled(one.noun), one) or Gone())
                except WorkspaceError as error:
                    answers.append(error)
        return answers

    def attach(self, file: NewFile, content: bytes) -> Stored:
        """A workbook holds no files: evidence stays in the forum's memory."""
        raise ListStopped(file.noun)

    def forget(self, row: Sought, digests: Collection[str]) -> None:
        """A workbook keeps no history of its rows."""

    def write(self, changes: Sequence[Change]) -> Sequence[Stored | WorkspaceError]:
        """See ``Workspace.write``: all in one go, so that the file is replaced once; where one of them cannot be
        written at all, each in its own."""
        try:
            return self._written(changes)
        except Rejected as error:
            return [error] if len(changes) == 1 else [self.write([one])[0] for one in changes]
        except WorkspaceError as error:
            return [error for _ in changes]

    def _written(self, changes: Sequence[Change]) -> list[Stored | WorkspaceError]:
        answers: list[int | WorkspaceError] = []
        with self._lock, self._beside.writing():
            plan = Plan()
            for change in changes:
                try:
                    answers.append(plan.add(change, self._settled(change.noun), self._now().written))
                except (KeyTaken, Gone, Stale, ListStopped, KeepsRows) as error:
                    answers.append(error)
            self._save(plan)
            return [
                Stored(told, self._settled(change.noun).rows[told].etag) if isinstance(told, int) else told
                for change, told in zip(changes, answers, strict=True)
            ]

    @contextmanager
    def alone(self) -> Iterator[Path]:
        """Nobody else writes into it meanwhile; answers the small file beside it. Raises Busy and Unreadable."""
        with self._lock, self._beside.writing():
            yield self._beside.path

    def like(self, path: Path) -> Workbook:
        """One that is read in the same way, wherever it lies."""
        return self._like(path)

    def files(self) -> Sequence[Path]:
        """Its files as they stand."""
        return self._book.files()

    def remember(self, book: Workbook) -> None:
        """What was written into this copy stands here now. Call it while ``alone``."""
        self._beside.remember(book._beside.last())
        self._sheets = None

    def _now(self) -> Sheets:
        """The workbook as it stands, read anew where its files were saved since."""
        paths = self._book.files()
        stamps = dict(zip(paths, files.stamp(paths), strict=True))
        if self._sheets is None or self._stamps != stamps:
            self._stamps, self._read_at = stamps, max(self._read_at + 1, time.time_ns())
            before = Before(dict(self._seen), self._beside.last())
            self._sheets = Sheets(*self._book.read(), setting=self._setting, before=before, read_at=self._read_at)
        return self._sheets

    def _settled(self, noun: str, before: Seen | None = None) -> Settled:
        """This noun's rows as they stand, each under its number; numbers are given to those that have none, first of
        all to the rows that these look up."""
        if before is not None and noun not in self._seen:
            self._seen[noun] = before
            self._sheets = None
        for target in dict.fromkeys(one.target for one in LISTS[noun].fields if one.target not in ("", noun)):
            with suppress(ListStopped):
                self._settled(target)
        settled = self._now().settled(noun)
        if settled.unnumbered and not self._setting.trying:
            with suppress(Busy), self._beside.writing():  # those that have a number already are read all the same
                self._save(Plan({noun: settled}, {}, {noun: settled.unnumbered}))
                settled = self._now().settled(noun)
        self._seen[noun] = settled.seen
        return settled

    def _save(self, plan: Plan) -> None:
        """Raises Busy, Formula, Rejected."""
        if not plan.lists:
            return
        last = self._beside.last()
        for path, content in self._book.edited(plan.edits):
            files.replace(path, content, seen=self._stamps[path])
        self._beside.remember({**last, **plan.last})
        self._sheets = None


def _found(settled: Settled, sought: Sought) -> Row | None:
    if sought.item_id is not None:
        return settled.rows.get(sought.item_id)
    return settled.by_key(sought.key)
