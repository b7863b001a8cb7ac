"""Random troubles on the way to the site, while both sides write: in the end they are alike, and nothing is lost.

``make faults N=10000`` makes more of them; each run counts those that really came.
"""

from __future__ import annotations

import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from forum.plan import Completion
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Fault
from sync.owning import Owners
from sync.sharepoint.site import SharePoint
from sync.workspace import Change, Stored, WorkspaceError
from tests.sync.conftest import stand_up
from tests.sync.faults.world import LATE, MEASURES, MIXED, SHARED, TEXTS, Differs, World

WANTED = int(os.environ.get("FAULTS", "40"))
# Among so many each kind of trouble was met.
MANY = 500
# So many worlds are drawn at once: the first is always a dull one.
WORLDS = 3 if WANTED < MANY else 25
AT_ONCE = {"Retry-After": "0"}
SHARED_MEMORY = Path("/dev/shm")

# Each kind of trouble, made anew each time, for paths that hold the given part.
KINDS: dict[str, Callable[[str], Fault]] = {
    "throttled": lambda path: Fault(429, AT_ONCE, path=path),
    "unavailable": lambda path: Fault(503, AT_ONCE, path=path),
    "unavailable after the work": lambda path: Fault(503, AT_ONCE, done=True, path=path),
    "an error": lambda path: Fault(500, path=path),
    "an error after the work": lambda path: Fault(504, done=True, path=path),
    "no token": lambda path: Fault(401, path=path),
    "too late": lambda path: Fault(delay=LATE, path=path),
    "cut at once": lambda path: Fault(cut=0, path=path),
    "cut in the middle": lambda path: Fault(cut=150, path=path),
    "no JSON": lambda path: Fault(body=b"<html>Working on it</html>", path=path),
    "other JSON": lambda path: Fault(body=b"{}", path=path),
    "half a JSON": lambda path: Fault(body=b'{"value": [', path=path),
}
PATHS = ("", "items", "$batch", "getChanges")
TROUBLE = some.tuples(some.sampled_from(sorted(KINDS)), some.sampled_from(PATHS))
FEW, SEVERAL = some.lists(TROUBLE, min_size=1, max_size=3), some.lists(TROUBLE, min_size=5, max_size=20)
COMPLETIONS = some.sampled_from([Completion.LIMITED, Completion.COMPLETE])


@dataclass
class Tally:
    """What the worlds of one run met."""

    met: Counter[str] = field(default_factory=Counter)
    worlds: int = 0

    @property
    def faults(self) -> int:
        return sum(self.met.values())


@dataclass
class Place:
    """Where the worlds are made."""

    serving: Serving
    directory: Directory
    memory: Path
    folder: Path
    numbers: Iterator[int] = field(default_factory=count)
    known: Owners | None = None

    def world(self, make: type[SharePoint], owners: Owners) -> World:
        folder = self.folder / f"{next(self.numbers)}"
        folder.mkdir()
        outside = stand_up(self.serving, self.directory)
        # The memory that is copied knows tokens that its site gave.
        _ = [one.token for _ in range(3) for one in outside.site.lists]
        return World(outside, self.memory, folder, make, owners=owners, known=self.known)


@pytest.fixture
def place(serving: Serving, directory: Directory, first_pull: Path, tmp_path: Path) -> Iterator[Place]:
    """In memory, where there is such a place: power is not cut here, and each commit waits for a disk."""
    with TemporaryDirectory(dir=SHARED_MEMORY if SHARED_MEMORY.is_dir() else tmp_path) as folder:
        yield Place(serving, directory, first_pull, Path(folder))


class Machine(RuleBasedStateMachine):
    """What members, people on the site and the wire may do, in any order."""

    place: Place
    make: type[SharePoint]
    tally: Tally
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[int, str] = {}

    @initialize(owners=some.sampled_from([MIXED, SHARED]))
    def a_forum_begins(self, owners: Owners) -> None:
        self.world = self.place.world(self.make, owners)

    @rule(number=some.sampled_from(MEASURES), completion=COMPLETIONS)
    def a_member_answers(self, number: str, completion: Completion) -> None:
        self.world.answers(number, completion)

    @rule(number=some.sampled_from(MEASURES), field=some.sampled_from(sorted(TEXTS)))
    def somebody_edits_a_measure(self, number: str, field: str) -> None:
        self.world.edits(number, field)

    @rule(number=some.sampled_from(MEASURES), field=some.sampled_from(["next_step", "obstacles"]))
    def the_forum_sets_a_column(self, number: str, field: str) -> None:
        self.world.says(number, field)

    @rule(which=some.integers(0, 5), column=some.sampled_from(["Done", "Title"]))
    def somebody_edits_a_reply(self, which: int, column: str) -> None:
        self.world.edits_a_reply(which, column)

    @rule(number=some.sampled_from(MEASURES), field=some.sampled_from(sorted(TEXTS)))
    def somebody_is_quicker(self, number: str, field: str) -> None:
        self.world.rival(number, field)

    @rule(number=some.sampled_from(MEASURES), completion=COMPLETIONS, troubles=FEW | SEVERAL)
    def the_forum_pushes(self, number: str, completion: Completion, troubles: list[tuple[str, str]]) -> None:
        """A member answers, and each try to write it meets one more trouble; once it stands there, it is corrected."""
        for kind, path in troubles:
            if not self.world.waits():
                self.world.answers(number, completion)
            self._trouble(kind, KINDS[kind](path))
            self.world.pushes()

    @rule(troubles=FEW | SEVERAL)
    def the_site_is_pulled(self, troubles: list[tuple[str, str]]) -> None:
        for kind, path in troubles:
            self._trouble(kind, KINDS[kind](path))
            self.world.pulls()

    @rule(troubles=FEW)
    def the_site_is_read_anew(self, troubles: list[tuple[str, str]]) -> None:
        """Wholly, and on from where each trouble left it."""
        for turn, (kind, path) in enumerate(troubles):
            self._trouble(kind, KINDS[kind](path))
            self.world.pulls(full=not turn)

    @rule()
    def all_goes_well(self) -> None:
        self.world.outside.site.faults.clear()
        self.world.pushes()
        self.world.pulls()

    def _trouble(self, kind: str, fault: Fault) -> None:
        self.kinds[id(fault)] = kind
        self.world.trouble(fault)

    def teardown(self) -> None:
        try:
            self.world.settle()
            self.world.check()
        finally:
            self.tally.worlds += 1
            self.tally.met.update(self.kinds.get(id(one), "another hand") for one in self.world.outside.site.met)
            self.world.close()


def run(
    place: Place, make: type[SharePoint] = SharePoint, *, worlds: int, tally: Tally, derandomize: bool = False
) -> None:
    """So many worlds, one after another; the same each time, where that is asked for. Raises Differs."""
    machine = type("Machine", (Machine,), {"place": place, "make": make, "tally": tally})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=worlds,
            derandomize=derandomize,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
            print_blob=False,
        ),
    )


class Overwriting(SharePoint):
    """A naive way to the site: it changes a row whatever etag that has by now."""

    def write(self, changes: Sequence[Change]) -> Sequence[Stored | WorkspaceError]:
        return super().write([replace(one, etag="*") if one.item_id else one for one in changes])


class Repeating(SharePoint):
    """A naive way to the site: it makes a row anew at each try, under a number of its own."""

    def write(self, changes: Sequence[Change]) -> Sequence[Stored | WorkspaceError]:
        return super().write([one if one.item_id else replace(one, key=str(uuid4())) for one in changes])


@pytest.mark.parametrize("naive", [Overwriting, Repeating])
def test_a_naive_way_to_the_site_is_caught(place: Place, naive: type[SharePoint]) -> None:
    with pytest.raises(Differs):
        run(place, naive, worlds=20, tally=Tally(), derandomize=True)


def test_a_forum_that_knows_no_owners_is_caught(place: Place) -> None:
    """The forum answers in a column that is its own, somebody writes into it on the site, and that stays."""
    place.known = SHARED
    world = place.world(SharePoint, MIXED)
    try:
        world.answers("4.1", Completion.LIMITED)
        world.pushes()
        world.edits("4.1", "done")
        world.pulls()
        world.settle()
        with pytest.raises(Differs, match="its owner said"):
            world.check()
    finally:
        world.close()


def test_whatever_goes_wrong_both_sides_are_alike_in_the_end(place: Place) -> None:
    tally = Tally()
    while tally.faults < WANTED and tally.worlds < WANTED:
        try:
            run(place, worlds=WORLDS, tally=tally)
        except BaseException:
            # Told at once: whoever waits for thousands of troubles may not live to read a report at the end.
            print(f"after {tally.faults} faults in {tally.worlds} worlds:\n{traceback.format_exc()}", flush=True)
            raise
        print(f"{tally.faults} faults in {tally.worlds} worlds, all alike", flush=True)
    print(dict(tally.met))
    assert tally.faults >= WANTED
    if WANTED >= MANY:
        assert set(tally.met) == {*KINDS, "another hand"}
