"""Forms: which keys of a list's items are read; all else that stands in the site's answers is passed over unmade."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

import msgspec

from sync.sharepoint.refusals import mended
from sync.workspace import NotUnderstood, WorkspaceDown

# A folder stands among the rows of a list and is none.
FOLDER = 1


class Signer(msgspec.Struct, frozen=True, gc=False):
    """Whose hand changed a row last, as the site tells it."""

    Id: Any = None
    Title: Any = None
    EMail: Any = None


# What is read of every item, and what of those that tell it.
ALWAYS: dict[str, Any] = {"Id": int, "odata.etag": str, "FileSystemObjectType": int}
SIGNED: dict[str, Any] = {"Modified": str | None, "Editor": Signer | None}


@dataclass(frozen=True)
class Items:
    """Items of a list, by key what each of them says; ``more``: the site has more of them."""

    columns: Mapping[str, Sequence[Any]]
    more: bool = False

    @property
    def last(self) -> int:
        """The last one's id; 0 where there is none."""
        return next(reversed(self.columns["Id"]), 0)

    def rows(self) -> Items:
        """Those that are no folders."""
        return self.where([kind != FOLDER for kind in self.columns["FileSystemObjectType"]])

    def where(self, kept: Sequence[bool]) -> Items:
        """Those of them of which this is true."""
        if all(kept):
            return self
        return Items({key: list(compress(told, kept)) for key, told in self.columns.items()}, self.more)


class Form:
    """Reads items that have these keys, column by column."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        kinds = {**dict.fromkeys(keys, Any), **ALWAYS, **SIGNED}
        self._keys = tuple(sorted(kinds, key=SIGNED.__contains__))
        fields = [(f"k{n}", kinds[key], _named(key)) for n, key in enumerate(self._keys)]
        self._item = msgspec.defstruct("Item", fields, gc=False)
        following = ("following", Any, msgspec.field(name="odata.nextLink", default=msgspec.UNSET))
        answer = msgspec.defstruct("Answer", [("value", list[self._item]), following])  # type: ignore[name-defined]
        self._decoder = msgspec.json.Decoder(answer)

    def read(self, content: bytes) -> Items:
        """The items in an answer. Raises NotUnderstood, and WorkspaceDown where it is no JSON."""
        try:
            answer = self._decoded(content)
        except msgspec.ValidationError as error:
            raise wrong() from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise WorkspaceDown("its answer is no JSON") from error
        return Items(self._columns(answer.value), answer.following is not msgspec.UNSET)

    def of(self, items: Sequence[Any]) -> Items:
        """The same of items that were decoded already. Raises NotUnderstood."""
        try:
            return Items(self._columns(msgspec.convert(items, list[self._item])))  # type: ignore[name-defined]
        except msgspec.ValidationError as error:
            raise wrong() from error

    def _decoded(self, content: bytes) -> Any:
        try:
            return self._decoder.decode(content)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:
            return self._decoder.decode(mended(content))

    def _columns(self, items: Sequence[Any]) -> dict[str, Sequence[Any]]:
        told = zip(*map(msgspec.structs.astuple, items), strict=True) if items else ((),) * len(self._keys)
        return dict(zip(self._keys, told, strict=True))


def _named(key: str) -> Any:
    return msgspec.field(name=key, default=None) if key in SIGNED else msgspec.field(name=key)


def wrong() -> NotUnderstood:
    """What is raised of an answer about rows that has not the right form."""
    return NotUnderstood("its answer about rows has not the right form")
