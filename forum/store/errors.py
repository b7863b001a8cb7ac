"""The troubles the forum's memory can have, each named for what happened; the docstring is the message."""

from __future__ import annotations

import inspect


class StoreError(Exception):
    """The forum's memory has a trouble."""

    def __init__(self, detail: str = "") -> None:
        text = " ".join((inspect.getdoc(type(self)) or type(self).__name__).split())
        super().__init__(f"{text} ({detail})" if detail else text)


class StoreUnavailable(StoreError):
    """The forum's memory cannot be reached just now; nothing of this was kept, and it may be asked again."""


class TookTooLong(StoreError):
    """The forum's memory did not answer within its time limit; nothing of this was kept."""


class OutcomeUnknown(StoreError):
    """The connection was lost while the forum's memory committed; whether this was kept is not known."""


class StoreClosed(StoreError):
    """The forum's memory is closed and takes nothing more."""


class AlreadyOpen(StoreError):
    """The forum's memory is already open in another process; stop that one first."""


class NotDurable(StoreError):
    """The forum's memory could lose what it has confirmed, and is not opened."""


class NotWritable(StoreError):
    """The forum's memory can only be read here, and nothing in it was changed; let the account that runs forumbot write
    to the file and to its folder, or name another place in database.url."""


class WriteRefused(StoreError):
    """The forum's memory was asked to write where it only reads."""


class UnknownDatabase(StoreError):
    """database.url must be sqlite:///a/file or postgresql://host/name."""


class CommitInside(StoreError):
    """A verb never commits: whoever opened the unit of work does, once, for all of it."""


class NotMigrated(StoreError):
    """The forum's memory is laid out for another version of this program; run `forumbot migrate`."""


class BrokenLinks(StoreError):
    """A migration would leave rows that point to nothing; none of it was kept."""


class NotEmpty(StoreError):
    """A backup is laid out only where nothing is yet: name an empty database in database.url."""


class BackupUnreadable(StoreError):
    """This is no whole backup of a forum."""
