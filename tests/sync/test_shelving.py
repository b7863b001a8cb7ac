"""What members gave as evidence lies in the site's library, once, under a name that says what it is of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, cast

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import evidence, findings, shelving
from forum.evidence import Evidence, EvidenceKind
from forum.operations import HOUR, State, WorkspaceOperation
from forum.plan import Measure
from forum.rounds import Obligation
from forum.store.door import Store
from forum.times import At, real
from sandbox.site import Fault
from sandbox.site.library import Library
from tests.sync.conftest import FORUM, START, House

AT = At(now=START, real=real(), day=START.date())
PDF = b"%PDF-1.7 apraksts"


def give(house: House, number: str, kind: EvidenceKind = EvidenceKind.FILE, **more: Any) -> int:
    """A piece of evidence about what the lead owes, its bytes fetched."""

    def place(session: Session) -> int:
        duty = session.scalars(
            select(Obligation).join(Measure, Measure.id == Obligation.measure_id).where(Measure.number == number)
        ).one()
        piece = Evidence(forum=FORUM, kind=kind, given_at=START, channel="telegram", address="77", **more)
        session.add(piece)
        session.flush()
        evidence.place(session, piece, duty, at=AT)
        if kind is not EvidenceKind.LINK:
            evidence.fetched(session, piece.id, PDF, at=AT)
        return piece.id

    return house.store.do_now(place)


def _take_back(session: Session, piece: int) -> None:
    row = session.get_one(Evidence, piece)
    evidence.drop(session, row, now=START)
    shelving.take_off(session, row, now=START)


def library(house: House) -> Library:
    return cast(Library, house.outside.site.list("Pieradijumi"))


def shelf(house: House) -> list[tuple[str, bytes | None]]:
    rows = library(house)
    return [(rows.items[n].values["FileLeafRef"], rows.items[n].content) for n in rows.order]


async def written(house: House) -> None:
    await house.pulled()
    house.pass_time()
    await house.push.drain()


async def test_a_file_and_a_link_are_laid_there_with_what_they_belong_to(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    file = give(house, "4.1", name="Atskaite #2 (100 %) 'gala'.pdf")
    link = give(house, "4.1", EvidenceKind.LINK, url="https://data.gov.example/kopa?x=1#y")
    await written(house)
    assert shelf(house) == [
        (f"4.1_2020_VARAM_{file}_Atskaite #2 (100 %) 'gala'.pdf", PDF),
        (
            f"4.1_2020_VARAM_{link}_data.gov.example.url",
            b"[InternetShortcut]\r\nURL=https://data.gov.example/kopa?x=1#y\r\n",
        ),
    ]
    first, second = library(house).rows()
    told: dict[str, Any] = {
        name: first[name] for name in ("Measure", "Reply", "Round", "Kind", "Publishable", "Sha256")
    }
    assert told == {
        "Measure": 16,
        "Reply": 1,
        "Round": 1,
        "Kind": "Dokuments",
        "Publishable": "Nav izvērtēts",
        "Sha256": hashlib.sha256(PDF).hexdigest(),
    }
    assert (second["Kind"], second["SourceUrl"]["Url"]) == ("Saites kopija", "https://data.gov.example/kopa?x=1#y")


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500, done=True, path="AddUsingPath"),
        Fault(cut=10, path="AddUsingPath"),
        Fault(status=503, path="AddUsingPath"),
        Fault(status=500, done=True, path="/items("),
    ],
)
async def test_whatever_goes_wrong_on_the_way_it_lies_there_once(house: House, fault: Fault) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    give(house, "4.1", name="a.pdf")
    await house.pulled()
    house.outside.site.faults.append(fault)
    await house.push.drain()
    assert house.outside.site.faults == []
    await written(house)
    (item,) = library(house).rows()
    assert item["Kind"] == "Dokuments"
    assert {state for noun, state in house.operations() if noun == "evidence"} == {"done"}


async def test_what_is_taken_back_goes_from_the_library_too(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    piece = give(house, "4.1", name="a.pdf")
    await written(house)
    house.store.do_now(_take_back, piece)
    await written(house)
    await written(house)
    assert shelf(house) == []
    assert {state for noun, state in house.operations() if noun == "evidence"} == {"done"}


async def test_a_file_that_somebody_has_checked_out_is_told_of_and_waits(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    piece = give(house, "4.1", name="a.pdf")
    await written(house)
    hand = house.outside.site.add_person("VARAM kontaktpersona", "kontaktpersona@varam.example")
    library(house).check_out(1, editor=hand.id)

    def take_back(session: Session) -> None:
        row = session.get_one(Evidence, piece)
        evidence.drop(session, row, now=START)
        shelving.take_off(session, row, now=START)

    house.store.do_now(take_back)
    await house.pulled(full=True)
    for _ in range(HOUR):
        await house.push.drain()
        house.pass_time()
    kept = house.store.read_now(lambda session: findings.standing(session, FORUM))
    told = [(one["kind"], one["values"], one["link"][-4:]) for one in kept]
    assert told == [("file-checked-out", {"list": "Pierādījumi", "row": "1"}, "ID=1")]

    library(house).check_in(1)
    await house.pulled(full=True)
    await written(house)
    assert (shelf(house), house.store.read_now(lambda session: findings.standing(session, FORUM))) == ([], [])


async def test_what_is_taken_back_before_it_was_tried_never_goes_there(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    piece = give(house, "4.1", name="a.pdf")
    await house.pulled()
    house.store.do_now(lambda session: shelving.take_off(session, session.get_one(Evidence, piece), now=START))
    await house.push.drain()
    assert shelf(house) == []


async def test_without_the_library_it_stays_here_and_that_is_said_until_there_is_one(
    joined: Callable[[Store], House], store: Store
) -> None:
    house = joined(store)
    site = house.outside.site
    rows = library(house)
    site.lists.remove(rows)
    await house.pulled()

    def said() -> list[str]:
        kept = house.store.read_now(lambda session: findings.standing(session, FORUM))
        return [one["kind"] for one in kept if one["values"].get("list") == "Pierādījumi"]

    assert said() == []
    house.reply("4.1", "Viens.")
    give(house, "4.1", name="a.pdf")
    await written(house)
    assert said() == ["evidence-stays"]
    site.lists.append(rows)
    await house.pulled(full=True)
    await written(house)
    assert (said(), len(shelf(house))) == ([], 1)


async def test_a_library_made_anew_gets_all_that_is_kept_once(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    kept, taken_back = give(house, "4.1", name="a.pdf"), give(house, "4.1", name="b.pdf")
    await written(house)
    house.store.do_now(_take_back, taken_back)
    await house.push.drain()
    columns = [one for one in library(house).columns.values() if not one.read_only and one.name != "Title"]
    house.outside.site.remove_list("Pieradijumi")
    house.outside.site.add_list("Pierādījumi", url="Pieradijumi", library=True, columns=columns)
    await house.pulled(full=True)  # as it does every ten minutes, the pull looks at the lists themselves
    for _ in range(2):
        await written(house)
        assert shelf(house) == [(f"4.1_2020_VARAM_{kept}_a.pdf", PDF)]
    (row,) = library(house).rows()
    assert (row["Measure"], row["Reply"], row["Publishable"]) == (16, 1, "Nav izvērtēts")
    house.store.do_now(_take_back, kept)
    await written(house)
    assert shelf(house) == []


def test_a_name_that_no_library_takes_is_made_one(house: House) -> None:
    house.reply("4.1", "Viens.")
    pieces = [give(house, "4.1", name=name) for name in ('a"b:c?.pdf', "~$tmp.docx", "x" * 300 + ".pdf", ".", " ")]

    def names(session: Session) -> list[str]:
        shelving.shelve(session, FORUM, now=START)
        rows = session.scalars(select(WorkspaceOperation).where(WorkspaceOperation.noun == "evidence"))
        return [row.values["file"].split("_", 4)[4] for row in rows if row.state is State.PENDING]

    assert house.store.do_now(names) == ["a_b_c_.pdf", "_$tmp.docx", "x" * 97 + ".pdf", "file", "file"]
    assert len(pieces) == 5


async def test_a_file_that_is_opened_before_its_row_is_filled_in_is_told_of_and_not_laid_again(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    give(house, "4.1", name="a.pdf")
    house.outside.site.faults.append(Fault(423, path=f"{library(house).id}')/items(", times=HOUR))
    await house.pulled()
    for _ in range(HOUR):
        house.pass_time()
        await house.push.drain()
    kept = house.store.read_now(lambda session: findings.standing(session, FORUM))
    told = [(one["kind"], one["values"], one["link"][-5:]) for one in kept if one["kind"] == "row-locked"]
    assert told == [("row-locked", {"list": "Pierādījumi", "row": "1"}, "&ID=1")]
    house.pass_time()
    await house.push.drain()
    assert house.operations()[-1] == ("evidence", "done")
    assert library(house).rows()[0]["Sha256"] == hashlib.sha256(PDF).hexdigest()
    assert len(house.outside.asked("POST", "AddUsingPath")) == 1
