"""Fields: what a cell of a list may hold, whose word counts in its column, and how a list says which it has."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial


class Kind(enum.StrEnum):
    """What a field holds. ``NUMBER`` is text that looks like a number: 2.10 is not 2.1. ``ACCOUNT``: a person's number
    on the workspace."""

    TEXT = "text"
    NUMBER = "number"
    NOTE = "note"
    DATE = "date"
    MOMENT = "moment"
    CHOICE = "choice"
    CHOICES = "choices"
    LOOKUP = "lookup"
    LOOKUPS = "lookups"
    YES = "yes"
    WHOLE = "whole"
    ACCOUNT = "account"
    LINK = "link"


class Owner(enum.StrEnum):
    """Whose word counts in a column. ``WORKSPACE``: the site's always; ``FORUM``: ours, and what somebody puts there is
    written over; ``SHARED``: both write it, and where both changed it somebody has to choose."""

    WORKSPACE = "workspace"
    FORUM = "forum"
    SHARED = "shared"


# What an empty cell of one value says, where a field does not say otherwise.
EMPTY: Mapping[Kind, object] = {Kind.TEXT: "", Kind.NUMBER: "", Kind.NOTE: "", Kind.LINK: "", Kind.YES: False}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a noun. ``column``: the inner name of the column that ``provision`` makes; ``required``: without
    such a column the list is of no use; ``words``: code by word, ``empty``: the code of an empty choice; ``target``:
    the noun looked up; ``ours``: it is written there and never read back; ``owner``: unless the settings say otherwise
    (of what is only read, nobody but the workspace); ``follows``: the field of whose owner and outcome it partakes."""

    name: str
    kind: Kind
    column: str
    required: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    empty: str | None = None
    target: str = ""
    ours: bool = False
    owner: Owner = Owner.WORKSPACE
    follows: str = ""

    @property
    def setting(self) -> str:
        """What the settings call it, under ``lists.<plural>.columns``: FilesThrough is files_through."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.column).lower()

    @property
    def nothing(self) -> object:
        """The value of an empty cell."""
        if self.kind is Kind.CHOICE:
            return self.empty
        return [] if self.kind in (Kind.CHOICES, Kind.LOOKUPS) else EMPTY.get(self.kind)


def _of(kind: Kind, name: str, column: str, **more: object) -> Field:
    return Field(name=name, kind=kind, column=column, **more)  # type: ignore[arg-type]


text, number, note = partial(_of, Kind.TEXT), partial(_of, Kind.NUMBER), partial(_of, Kind.NOTE)
date, moment = partial(_of, Kind.DATE), partial(_of, Kind.MOMENT)
choice, choices = partial(_of, Kind.CHOICE), partial(_of, Kind.CHOICES)
lookup, lookups = partial(_of, Kind.LOOKUP), partial(_of, Kind.LOOKUPS)
yes, whole = partial(_of, Kind.YES), partial(_of, Kind.WHOLE)
link, account = partial(_of, Kind.LINK), partial(_of, Kind.ACCOUNT)
