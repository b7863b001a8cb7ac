"""The report's draft in chat: a coordinator gets it as a document at any time, and nobody else does."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO

from docx import Document
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from forum import records
from forum.bringing import BroughtReport
from forum.records import File, Record
from forum.rounds import Obligation, Round
from tests.bot.conftest import Cast
from tests.bot.town import POLICY, last, toasts


async def test_a_coordinator_gets_the_draft_as_it_stands(two: Cast) -> None:
    two.chief.says("/zinojums")
    await two.town.settle()
    got = last(two.chief)
    assert got.document is not None
    lines = [line.text for line in Document(BytesIO(got.document.content)).paragraphs]
    assert (got.document.name, got.text.splitlines()[:2]) == (
        "zinojums-2021-01-18.docx",
        ["Ziņojums līdz 2021-02-01", "Saņemto atbilžu skaits: 0 no 2."],
    )
    assert [line for line in lines if "nav saņemta:" in line] == [
        "Informācija nav saņemta: VARAM (jāiesniedz līdz 2021. gada 1. februārim)."
    ] * 2


async def test_a_member_does_not(two: Cast) -> None:
    two.member.says("/zinojums")
    await two.town.settle()
    assert last(two.member).document is None
    assert "zinojums" not in last(two.member).text


async def test_without_a_round_there_is_none(two: Cast) -> None:
    for noun in (Obligation, Round):
        two.town.do(lambda session, noun=noun: session.execute(delete(noun)))  # type: ignore[misc]
    two.chief.says("/zinojums")
    await two.town.settle()
    assert last(two.chief).text == "Pagaidām nav nevienas atskaites kārtas, par ko veidot ziņojumu."


async def test_where_the_finished_report_stands_is_ticked_off(two: Cast) -> None:
    """It is said that there is one, and what was said since; a place is ticked off once."""
    town = two.town
    town.policy = replace(POLICY, places=("mk.gov.lv", "OGP"))
    town.restart()

    def take(session: Session) -> None:
        one = session.scalars(select(Round)).one()
        records.take(session, one, File("gala.docx", b"PK"), by="VK koordinators", now=town.clock.now())

    town.do(take)
    two.chief.says("/zinojums")
    await town.settle()
    got = last(two.chief)
    assert got.text.splitlines()[3:] == [
        "Galīgais ziņojums ir iesniegts: «gala.docx» (18. janvārī plkst. 10.42, VK koordinators). "
        "Vēlākas atbildes to nemaina.",
        "– mk.gov.lv: vēl nav publicēts",
        "– OGP: vēl nav publicēts",
    ]
    for _ in range(2):
        two.chief.presses(got.id, "Publicēts: OGP")
        await town.settle()
    assert last(two.chief).text.splitlines()[1:] == [
        "– mk.gov.lv: vēl nav publicēts",
        "– OGP: publicēts 18. janvārī plkst. 10.42 (VK koordinators)",
    ]
    assert toasts(two.chief)[-1] == "Tas jau ir izdarīts."


async def test_the_finished_report_comes_back_as_a_file(two: Cast) -> None:
    """A coordinator sends it with the report's command beside it; of a member it would be evidence."""
    town = two.town
    town.policy = replace(POLICY, places=("mk.gov.lv",))
    town.restart()
    two.member.sends_document("gala.docx", b"PK gala", "/zinojums")
    two.chief.sends_document("gala.docx", b"PK gala", "/zinojums")
    await town.settle()
    got = last(two.chief)
    assert got.text.splitlines() == [
        "Galīgais ziņojums ir saņemts: Ziņojums līdz 2021-02-01",
        "Galīgais ziņojums ir iesniegts: «gala.docx» (18. janvārī plkst. 10.42, VK koordinators). "
        "Vēlākas atbildes to nemaina.",
        "– mk.gov.lv: vēl nav publicēts",
        f"Kontrolsumma (SHA-256): {hashlib.sha256(b'PK gala').hexdigest()}",
    ]
    (record,) = town.all(Record)
    assert (record.name, record.size, record.by) == ("gala.docx", 7, "VK koordinators")
    assert [row.address for row in town.all(BroughtReport)] == [""]
    two.chief.presses(got.id, "Publicēts: mk.gov.lv")
    await town.settle()
    assert last(two.chief).text.splitlines()[1:] == [
        "– mk.gov.lv: publicēts 18. janvārī plkst. 10.42 (VK koordinators)"
    ]
    # The same file once more is the record that is there.
    two.chief.sends_document("gala.docx", b"PK gala", "zinojums")
    await town.settle()
    assert [row.turn for row in town.all(Record)] == [1]
