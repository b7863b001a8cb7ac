"""Landing: a page of a list is kept cell by cell until it is taken in, and read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from forum import baselines, landed
from forum.baselines import WorkspaceList
from forum.edits import NOBODY, Editor
from forum.findings import Finding
from forum.landed import TOLD, Landed
from forum.store import jsons
from sync.fields import Kind
from sync.lists import LISTS
from sync.workspace import NotUnderstood, Page, Unread

# What such fields say is text, or nothing; what the others say is kept as JSON.
TEXTS = (Kind.TEXT, Kind.NUMBER, Kind.NOTE, Kind.DATE, Kind.MOMENT, Kind.CHOICE, Kind.LINK)


@dataclass(frozen=True)
class Waiting:
    """Rows that have landed and were not taken in yet; ``forgotten``: the item ids of those of which nothing is left,
    which are not in ``page``."""

    page: Page
    forgotten: Sequence[int]


def land(session: Session, known: WorkspaceList, page: Page) -> None:
    """Keep the rows of a page. Raises NotUnderstood: the list has other columns than when its reading began."""
    if page.words.keys() != known.columns.keys():
        raise NotUnderstood("the columns of a list were changed while it was read")
    landed.keep(session, known.forum, known.noun, _kept(known.noun, page, _fields(known)))


def after(session: Session, forum: str, noun: str, *, after: int, limit: int) -> Waiting | None:
    """The rows after this item id that wait to be taken in, at most so many; None where there are none."""
    fields = _fields(baselines.list_of(session, forum, noun))
    rows = landed.after(session, forum, noun, fields=len(fields), after=after, limit=limit)
    if not rows:
        return None
    page = _told(noun, fields, [row for row in rows if row[1]], last=rows[-1][0])
    return Waiting(page, [row[0] for row in rows if not row[1]])


def _fields(known: WorkspaceList) -> list[str]:
    """The list's fields in the order of their cells."""
    return sorted(known.columns)


def _kept(noun: str, page: Page, fields: Sequence[str]) -> list[Landed]:
    hands = {id(one): one for one in page.editors}  # few hands change many rows, and each is one object
    editors = {number: _editor(one) for number, one in hands.items()}
    return list(
        zip(
            page.ids,
            page.etags,
            [editors[id(one)] for one in page.editors],
            page.modified,
            [_unread(page.unread[one]) if one in page.unread else None for one in page.ids],
            *(_cells(LISTS[noun].by_name[name].kind, page.words[name]) for name in fields),
            strict=True,
        )
    )


def _told(noun: str, fields: Sequence[str], rows: Sequence[Landed], *, last: int) -> Page:
    """The opposite of ``_kept``."""
    ids, etags, editors, modified, unread, *columns = zip(*rows, strict=True) if rows else [()] * (TOLD + len(fields))
    known = {one: Editor(*jsons.loads(one)) if one else NOBODY for one in set(editors)}
    return Page(
        last=last,
        ids=ids,
        etags=etags,
        words={
            name: _words(LISTS[noun].by_name[name].kind, cells) for name, cells in zip(fields, columns, strict=True)
        },
        unread={item: _of(text) for item, text in zip(ids, unread, strict=True) if text},
        editors=[known[one] for one in editors],
        modified=modified,
    )


def _cells(kind: Kind, words: Sequence[object]) -> Sequence[str | None]:
    """Of what is no text, each different word is written once."""
    if kind in TEXTS:
        return words  # type: ignore[return-value]
    keys = [tuple(word) if isinstance(word, list) else word for word in words]
    different = dict(zip(keys, words, strict=True))
    cells = {key: None if word is None else jsons.dumps(word) for key, word in different.items()}
    return [cells[key] for key in keys]


def _words(kind: Kind, cells: Sequence[str | None]) -> Sequence[object]:
    if kind in TEXTS:
        return cells
    words: list[object] = jsons.loads(f"[{','.join(cell or 'null' for cell in cells)}]")  # sooner than one by one
    return words


def _editor(editor: Editor) -> str | None:
    return None if editor == NOBODY else jsons.dumps([editor.name, editor.email, editor.account])


def _unread(unread: Unread) -> str:
    return jsons.dumps([unread.fields, [one.kept for one in unread.flaws]])


def _of(text: str) -> Unread:
    fields, flaws = jsons.loads(text)
    return Unread(tuple(fields), tuple(map(Finding.of, flaws)))
