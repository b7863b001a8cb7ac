"""Superseding: of many writes of one row that wait only the last is made, and nothing is lost by that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import awaited, erasing, outbox, withdrawing, writing_back
from forum.disputes import Dispute
from forum.journal import JournalEntry
from forum.operations import State, WorkspaceOperation
from forum.people import Person
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.times import At, real
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Fault
from sync import taking_up
from tests.sync.conftest import FORUM, START, House, stand_up
from tests.sync.faults.world import MEASURES, World
from tests.sync.pushed import echo, rows, tell_echo

AT = At(now=START, real=real(), day=START.date())
SAID = ("Completion", "CompletionOn", "Done", "NextStep", "Obstacles")


def written(house: House) -> Counter[str]:
    """How often each list's rows were written: made, or changed."""
    site = house.outside.site
    lists = {f"guid'{site.list(title).id}'": title for title in ("Atbildes", "Pasakumi")}
    paths = [one["path"] for one in house.outside.ledger.entries if one["method"] in ("POST", "PATCH", "MERGE")]
    return Counter(title for path in paths for guid, title in lists.items() if guid in path and "/items" in path)


def settled(house: House, state: State) -> list[tuple[str, int]]:
    """The noun of each operation in this state, and how often."""
    return sorted(Counter(row.noun for row in house.all(WorkspaceOperation) if row.state is state).items())


def versions(house: House) -> list[str]:
    return [row.done for row in house.all(ReplyVersion)]


def on_the_site(house: House) -> tuple[list[Any], list[Any]]:
    """What the answers and the measure say there, whatever their keys and moments are."""
    measure = house.item("Pasakumi", 16)
    names = ("Title", "Completion", "Done", "NextStep", "Obstacles", "Version", "Unchanged", "SubmittedBy", "Voice")
    return [[row.get(name) for name in names] for row in rows(house)], [measure.get(name) for name in SAID]


@pytest.mark.parametrize(("at_once", "made"), [(True, 1), (False, 40)])
async def test_of_forty_corrections_that_wait_one_is_written(house: House, at_once: bool, made: int) -> None:
    texts = [f"{number}. reize." for number in range(40)]
    for text in texts:
        house.reply("4.1", text)
        if not at_once:
            await house.push.drain()
    await house.push.drain()
    # The site holds the last one, the forum's own memory all of them.
    assert on_the_site(house) == (
        [["4.1. · 2020 · VARAM", "Izpildīts ierobežotā apjomā", texts[-1], None, None, 40.0, False,
          "VARAM kontaktpersona", "Iestāde"]],
        ["Izpildīts ierobežotā apjomā", "2021-01-03T22:00:00Z", texts[-1], None, None],
    )  # fmt: skip
    assert versions(house) == texts
    assert written(house) == {"Atbildes": made, "Pasakumi": made}
    assert settled(house, State.DONE) == [("measure", made), ("reply", made)]
    noted = [row for row in house.all(JournalEntry) if row.action == "workspace.superseded"]
    count = 40 - made
    assert settled(house, State.SUPERSEDED) == ([("measure", count), ("reply", count)] if count else [])
    if count:
        first, *_, last = (row for row in house.all(WorkspaceOperation) if row.noun == "reply")
        line = next(row for row in noted if row.noun == "reply")
        assert (first.superseded_by, line.after) == (last.id, {"operation": last.id})
        assert (first.values["done"], len(line.before["operations"])) == (texts[0], 39)
    assert len(noted) == (2 if count else 0)


async def test_what_only_an_earlier_one_said_is_written_along(house: House) -> None:
    house.reply("4.1", "Viens.", Completion.SUBSTANTIAL)
    house.reply("4.1", "Divi.", None)
    house.reply("4.1", "Trīs.", None)
    assert await house.push.drain() == 2
    assert written(house) == {"Atbildes": 1, "Pasakumi": 1}
    measure = house.item("Pasakumi", 16)
    assert (measure["Completion"], measure["Done"]) == ("Izpildīts būtiskā apjomā", "Trīs.")
    assert (await house.pulled())["measure"].changed == 0


async def test_a_write_in_doubt_is_settled_before_what_came_after_it(house: House) -> None:
    """The row is made, and no answer of that comes; corrections follow before it is clear whether it was."""
    house.outside.site.faults.append(Fault(cut=5, done=True, path="/items"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    for text in ("Divi.", "Trīs.", "Četri."):
        house.reply("4.1", text)
    house.pass_time()
    await house.push.drain()
    assert [(row["Done"], row["Version"]) for row in rows(house)] == [("Četri.", 4.0)]
    assert (settled(house, State.DONE), settled(house, State.SUPERSEDED)) == (
        [("measure", 2), ("reply", 2)],
        [("measure", 2), ("reply", 2)],
    )
    assert (house.outside.site.list("Pasakumi").items[16].version, house.all(Dispute)) == (3, [])


async def test_killed_after_it_was_taken_up_it_is_written_once_with_what_came_since(either: House) -> None:
    await either.pulled()
    for text in ("Viens.", "Divi."):
        either.reply("4.1", text)
    taken = either.store.do_now(taking_up.take_up, FORUM, at=AT)
    assert [(one.noun, one.values["done"]) for one in taken] == [("reply", "Divi."), ("measure", "Divi.")]
    for text in ("Trīs.", "Četri."):
        either.reply("4.1", text)
    assert (await either.push.drain(), await either.push.recover()) == (0, 2)
    await either.push.drain()
    assert [(row["Done"], row["Version"]) for row in rows(either)] == [("Četri.", 4.0)]
    assert written(either) == {"Atbildes": 2, "Pasakumi": 2}
    assert versions(either) == ["Viens.", "Divi.", "Trīs.", "Četri."]


async def test_somebody_who_changed_the_same_is_asked_about_the_last_word(house: House) -> None:
    house.outside.site.list("Pasakumi").edit(16, {"Done": "redaktors", "NextStep": "cits"})
    for text in ("Viens.", "Divi.", "Trīs."):
        house.reply("4.1", text)
    await house.push.drain()
    (dispute,) = house.all(Dispute)
    assert (dispute.ours, dispute.theirs, dispute.version_id) == ({"done": "Trīs."}, {"done": "redaktors"}, 3)
    measure = house.item("Pasakumi", 16)
    assert [measure[name] for name in ("Done", "NextStep", "Completion")] == [
        "redaktors", "cits", "Izpildīts ierobežotā apjomā",
    ]  # fmt: skip
    assert [(one.address, one.values) for one in house.messages("conflict-mine")] == [("77", {"dispute": dispute.id})]


async def test_what_was_said_again_after_other_words_is_no_echo_of_the_first(house: House) -> None:
    """The member says A, then B, then A; somebody there has changed A meanwhile: that is asked about."""
    house.reply("4.1", "A")
    await house.push.drain()
    house.outside.site.list("Atbildes").edit(1, {"Done": "redaktors"})
    house.reply("4.1", "B")
    house.reply("4.1", "A")
    await house.push.drain()
    assert [(one.noun, one.ours, one.theirs) for one in house.all(Dispute)] == [
        ("reply", {"done": "A"}, {"done": "redaktors"})
    ]
    assert rows(house)[0]["Done"] == "redaktors"


async def test_who_was_told_that_it_waits_hears_of_the_version_that_is_written(house: House) -> None:
    house.outside.site.down = True
    house.reply("4.1", "Nulltais.")
    await house.push.drain()
    tell_echo(house, written=False)
    for number in (2, 3):
        house.reply("4.1", f"{number}. reize.")
        house.store.do_now(_told_that_it_waits, f"echo/{number}")
    house.outside.site.down = False
    house.pass_time()
    await house.push.drain()
    # The first was on its way there, and stood there for a moment; the second never did.
    assert [one.values for one in house.messages("written")] == [{"version": 1}, {"version": 3}]
    assert echo(house).state is outbox.State.SENT


async def test_another_rounds_answer_stands_though_the_measures_row_says_a_later_one(house: House) -> None:
    """The measure's row has one writer the last; the answer of the other round is written all the same, and told."""
    house.reply("4.1", "Viens.")
    house.store.do_now(_told_that_it_waits, "echo/1")
    measure = house.measure("4.1")
    house.store.do_now(_set_done, measure.id, "Cita kārta.")
    await house.push.drain()
    assert (house.operations(), rows(house)[0]["Done"], house.item("Pasakumi", 16)["Done"]) == (
        [("reply", "done"), ("measure", "superseded"), ("measure", "done")], "Viens.", "Cita kārta.",
    )  # fmt: skip
    assert [one.values for one in house.messages("written")] == [{"version": 1}]


async def test_what_must_be_forgotten_is_forgotten_after_it_was_written_over(house: House) -> None:
    house.reply("4.1", "Slepenais.")
    await house.push.drain()
    house.reply("4.1", "Divi.")

    def erase(session: Session) -> bool:
        duty = session.scalars(select(Obligation)).one()
        (person, *_) = awaited.askers(session, duty, day=AT.day)
        return erasing.erase(session, duty, person, channel="page", at=AT, own={person.id}, echo=None)

    assert house.store.do_now(erase)
    await house.push.drain()
    for title in ("Pasakumi", "Atbildes"):
        kept = house.outside.site.list(title)
        items = [kept.items[number] for number in kept.order]
        said = [values for item in items for values in (item.values, *(one.values for one in item.past))]
        assert not any("Slepenais" in repr(values) for values in said)
    assert settled(house, State.PENDING) == []


def test_the_site_says_the_same_as_after_one_write_each(
    serving: Serving, directory: Directory, first_pull: Path, tmp_path: Path
) -> None:
    """Random talks, each part of them written by itself, and the same talks written in their middle and at the end."""
    for seed in range(2):
        chance = Random(seed)
        talk = [(chance.choice(TALK), chance.choice(MEASURES)) for _ in range(14)]
        ended = []
        for at_once in (False, True):
            folder = tmp_path / f"{seed}-{at_once}"
            folder.mkdir()
            outside = stand_up(serving, directory)
            _ = [one.token for _ in range(3) for one in outside.site.lists]
            world = World(outside, first_pull, folder)
            with closing(world):
                for turn, (part, number) in enumerate(talk):
                    part(world, number)
                    if not at_once or turn == len(talk) // 2:
                        world.pushes()
                world.settle()
                ended.append((all_said(world), versions(world.house), written(world.house).total()))
        (said, kept, each), (at_end, also, once) = ended
        assert (said, kept, each > once) == (at_end, also, True)


def all_said(world: World) -> list[Any]:
    """What the answers and the measures say on the site, whatever their keys and the moments of their making."""
    site, names = world.outside.site, ("Title", "Version", "SignOff", "Unchanged", *SAID)
    answers = sorted(repr([row.get(name) for name in names]) for row in site.list("Atbildes").rows())
    return answers + [[row.get(name) for name in SAID] for row in site.list("Pasakumi").rows()]


def takes_back(world: World, number: str) -> None:
    def withdraw(session: Session) -> None:
        duty = session.scalar(
            select(Obligation).join(Measure, Measure.id == Obligation.measure_id).where(Measure.number == number)
        )
        person = session.scalars(select(Person).where(Person.name == "VARAM kontaktpersona")).one()
        if duty is not None:
            withdrawing.withdraw(session, duty, person, channel="telegram", at=AT, echo=None)

    world.store.do_now(withdraw)


TALK: list[Callable[[World, str], None]] = [
    lambda world, number: world.answers(number, Completion.LIMITED),
    lambda world, number: world.answers(number, Completion.COMPLETE),
    lambda world, number: world.house.reply(number, world.text("biedrs"), None),
    lambda world, number: world.says(number, "next_step"),
    takes_back,
]


def _told_that_it_waits(session: Session, key: str) -> None:
    """The echo went out, and said that the answer is kept and not written yet."""
    message = outbox.named(session, FORUM, key)
    assert message is not None
    message.state, message.values = outbox.State.SENT, {**message.values, "written": False}


def _set_done(session: Session, measure_id: int, done: str) -> None:
    measure = session.get_one(Measure, measure_id)
    writing_back.set_measure(session, measure, {"done": done}, announces="echo/99", at=AT)
