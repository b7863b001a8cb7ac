"""A forum and its site in trouble: what each side writes, what goes wrong on the way, and what came of it."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from forum import writing_back
from forum.disputes import Dispute
from forum.journal import JournalEntry
from forum.operations import State, WorkspaceOperation
from forum.plan import Completion, Measure
from forum.replies import Reply, ReplyVersion
from forum.store.door import Store
from forum.times import At, real
from sandbox.site import Fault
from sync.conflicts import same
from sync.fields import Owner
from sync.lists import ListNames
from sync.owning import Owners
from sync.pull import Pull
from sync.push import Push
from sync.sharepoint.site import SharePoint
from sync.workspace import Workspace
from tests.facts import policy
from tests.sync.conftest import FORUM, House, Outside
from tests.sync.places import every

# Measures of one body, and the columns of theirs that people write, by field.
MEASURES = ("4.1", "4.2", "4.3")
TEXTS = {"done": "Done", "next_step": "NextStep", "obstacles": "Obstacles"}
# So long a silent answer is waited for in these tests, in seconds, and so late the late ones come. A busy machine may
# be as late by itself now and then: that is one more trouble of the same kind.
LIMIT, LATE = 0.15, 0.25
# A busy machine may hold up the memory itself for seconds; that is no trouble with the site.
PATIENCE = 60.0

# Whose the columns are: in some worlds all are shared, in others there are some of each kind.
SHARED = Owners()
MIXED = Owners(
    {"measures": ListNames(owners={"done": Owner.FORUM, "next_step": Owner.WORKSPACE, "obstacles": Owner.SHARED})}
)

Make = Callable[..., SharePoint]


class Differs(AssertionError):
    """The forum and its site are not alike in the end, or something is there twice or not at all."""


class World:
    """One forum that has pulled its site once, and then whatever happens. ``make`` makes its way to the site;
    ``owners`` are whose the columns are, ``known`` what the forum takes them for."""

    def __init__(
        self,
        outside: Outside,
        memory: Path,
        folder: Path,
        make: type[SharePoint] = SharePoint,
        *,
        owners: Owners = SHARED,
        known: Owners | None = None,
    ) -> None:
        self.outside, self.owners, self.met = outside, owners, 0
        self._known = known or owners
        self._open = ExitStack()
        shutil.copyfile(memory, folder / "forum.sqlite")
        self.store = self._open.enter_context(Store.open(f"sqlite:///{folder}/forum.sqlite", unit_seconds=PATIENCE))
        self._hasty = self._way(make, limits=(LIMIT, LIMIT))
        self._patient = self._way(make)
        self.house = self._house(self._hasty)
        self._texts = 0
        # What people wrote on the site and nobody there has written over: (list, row, column) → text.
        self.theirs: dict[tuple[str, int, str], str] = {}
        # What people there wrote over: it had come to stand on the site.
        self.stood: set[str] = set()
        # What the forum said last of each measure: (number, field) → text.
        self.ours: dict[tuple[str, str], str] = {}

    def close(self) -> None:
        self._open.close()

    def _way(self, make: type[SharePoint], **more: Any) -> SharePoint:
        made = self.outside.client(kind=make, **more)
        self._open.callback(made.close)
        return made

    def _house(self, workspace: Workspace) -> House:
        clock = self.outside.clock.now
        pull = Pull(self.store, FORUM, workspace, clock, owners=self._known)
        push = Push(self.store, FORUM, workspace, clock, policy(), owners=self._known)
        return House(self.store, self.outside, pull, push)

    def text(self, who: str) -> str:
        """Words that nobody has written before."""
        self._texts += 1
        return f"{who} {self._texts}"

    # What happens.

    def answers(self, number: str, completion: Completion) -> None:
        """A member answers, or corrects the answer."""
        self.ours[number, "done"] = words = self.text("biedrs")
        self.house.reply(number, words, completion)

    def says(self, number: str, field: str) -> None:
        """The forum sets a column of a measure by itself."""
        self.ours[number, field] = words = self.text("forums")
        now = self.outside.clock.now()
        at = At(now=now, real=real(), day=now.date())
        self.store.do_now(_set, self.house.measure(number).id, {field: words}, at)

    def edits(self, number: str, field: str) -> None:
        """Somebody writes into a measure's row on the site."""
        rows = self.outside.site.list("Pasakumi")
        self._edit("Pasakumi", rows.find("Number", number), TEXTS[field])

    def edits_a_reply(self, which: int, column: str) -> None:
        """Somebody writes into a row among the replies, if there is one."""
        rows = self.outside.site.list("Atbildes")
        if rows.order:
            self._edit("Atbildes", rows.order[which % len(rows.order)], column)

    def _edit(self, url: str, number: int, column: str) -> None:
        words, rows = self.text("redaktors"), self.outside.site.list(url)
        self.stood.add(str(rows.items[number].values.get(column)))
        rows.edit(number, {column: words})
        self.theirs[url, number, column] = words

    def trouble(self, fault: Fault) -> None:
        self.outside.site.faults.append(fault)

    def rival(self, number: str, field: str) -> None:
        """Somebody is quicker: writes into a row just before a call that concerns it."""
        item = self.outside.site.list("Pasakumi").find("Number", number)
        self.trouble(Fault(path=f"items({item})", first=lambda: self.edits(number, field)))

    def pulls(self, *, full: bool = False) -> None:
        asyncio.run(self.house.pull.run(full=full))

    def pushes(self) -> None:
        self.house.pass_time()
        asyncio.run(self.house.push.drain())

    def waits(self) -> bool:
        """Whether anything is still to be written."""
        return bool(self._open_operations())

    # The end.

    def settle(self) -> None:
        """All troubles pass; both sides have their say until nothing moves."""
        self.outside.site.faults.clear()
        house = self._house(self._patient)
        for _ in range(8):
            house.pass_time()
            asyncio.run(house.push.recover())
            asyncio.run(house.push.drain())
            report = asyncio.run(house.pull.run())
            if report.trouble is None and not self._open_operations():
                break
        self.met = len(self.outside.site.met)

    def _open_operations(self) -> list[str]:
        states = (State.DONE, State.CONFLICT, State.SUPERSEDED)
        return [one.state.value for one in self.house.all(WorkspaceOperation) if one.state not in states]

    def check(self) -> None:
        """Raises Differs."""
        told = [*self._unwritten(), *self._unlike(), *self._not_the_owners(), *self._replies_amiss(), *self._lost()]
        told += self._told_amiss()
        if told:
            raise Differs("\n".join(told))

    def _unwritten(self) -> list[str]:
        return [f"an operation is still {state}" for state in self._open_operations()]

    def _unlike(self) -> list[str]:
        """Where a measure reads otherwise here than there."""
        rows = {row.values["number"]: row.values for row in every(self._patient, "measure")}
        return [
            f"{number} {field}: {getattr(measure, field)!r} here, {rows[number][field]!r} there"
            for number in MEASURES
            for measure in [self.house.measure(number)]
            for field in ("completion", "completion_on", *TEXTS)
            if not same(_plain(getattr(measure, field)), rows[number][field])
        ]

    def _not_the_owners(self) -> list[str]:
        """Where a column does not say the last word of its owner; of nobody's it is empty."""
        rows = self.outside.site.list("Pasakumi")
        told = []
        for number in MEASURES:
            item = rows.find("Number", number)
            for field, column in TEXTS.items():
                there = rows.items[item].values.get(column)
                if field in self.owners.fields("measure", Owner.WORKSPACE):
                    word = self.theirs.get(("Pasakumi", item, column))
                elif field in self.owners.fields("measure", Owner.FORUM):
                    word = self.ours.get((number, field))
                else:
                    continue
                told += [] if same(there, word) else [f"{number} {field}: {there!r}, but its owner said {word!r}"]
        replies = self.outside.site.list("Atbildes").rows()
        return told + [f"a title is {row['Title']!r}" for row in replies if str(row["Title"]).startswith("redaktors")]

    def _told_amiss(self) -> list[str]:
        """What was written over more than once, or without a word of it to the coordinators."""
        over = [one.before for one in self.house.all(JournalEntry) if one.action == "workspace.overruled"]
        words = Counter(str(word) for before in over for word in before.values())
        told = [f"{word!r} was written over {times} times" for word, times in words.items() if times > 1]
        changes = sum(len(one.values["changes"]) for one in self.house.messages("overruled"))
        return told + ([f"{len(over)} times written over, {changes} told"] if len(over) != changes else [])

    def _replies_amiss(self) -> list[str]:
        """Replies that stand there twice or never, and words of members that never came to stand there, though nobody
        was asked which should."""
        rows = self.outside.site.list("Atbildes").rows()
        replies: list[Reply] = self.house.all(Reply)
        told = [f"{len(rows)} rows for {len(replies)} replies"] if len(rows) != len(replies) else []
        versions: list[ReplyVersion] = self.house.all(ReplyVersion)
        asked = [one.ours.get("done") for one in self.house.all(Dispute)]
        measures = {row.get("Done") for row in self.outside.site.list("Pasakumi").rows()}
        for reply in replies:
            said = next(one.done for one in versions if (one.reply_id, one.version) == (reply.id, reply.version))
            there = [row["Done"] for row in rows if row["ForumKey"] == reply.key]
            if there != [said] and said not in asked and said not in self.stood:
                told.append(f"said {said!r}, there {there}")
            if said not in measures and said not in asked and said not in self.stood:
                told.append(f"said {said!r}, and no measure says so")
        return told

    def _lost(self) -> list[str]:
        """What somebody wrote on the site, and what neither the site nor the forum knows any more."""
        known = str([(one.before, one.after) for one in self.house.all(JournalEntry)])
        known += str([one.theirs for one in self.house.all(Dispute)])
        return [
            f"{words!r} was in {where} and is lost"
            for where, words in self.theirs.items()
            if not self._stands(where, words) and f"'{words}'" not in known
        ]

    def _stands(self, where: tuple[str, int, str], words: str) -> bool:
        url, number, column = where
        return bool(self.outside.site.list(url).items[number].values.get(column) == words)


def _set(session: Session, measure_id: int, said: dict[str, str], at: At) -> None:
    writing_back.set_measure(session, session.get_one(Measure, measure_id), said, announces="", at=at)


def _plain(word: object) -> object:
    if isinstance(word, date):
        return word.isoformat()
    return word.value if isinstance(word, Completion) else word
