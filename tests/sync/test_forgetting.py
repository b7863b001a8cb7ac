"""Words that were erased leave the site's own history too, and nothing else does; evidence leaves the library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import awaited, erasing, evidence, shelving
from forum.disputes import Dispute
from forum.evidence import Attached
from forum.journal import JournalEntry
from forum.plan import Measure
from forum.publication_texts import PublicationText
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.store import backup
from forum.times import At, real
from sandbox.site.faults import Fault
from sandbox.site.library import Library
from tests.sync.conftest import START, House

AT = At(now=START, real=real(), day=START.date())
SECRET, OPEN = "Slepenais iemesls.", "Vecais ieraksts."


def duty_of(session: Session, number: str) -> Obligation:
    asked = select(Obligation).join(Measure, Measure.id == Obligation.measure_id).where(Measure.number == number)
    return session.scalars(asked).one()


def history(house: House, title: str, word: str) -> int:
    """How many versions of a list's rows, the present ones too, say this word."""
    rows = house.outside.site.list(title)
    items = [rows.items[number] for number in rows.order]
    kept = [values for item in items for values in (item.values, *(one.values for one in item.past))]
    return sum(word in repr(values) for values in kept)


def erase(session: Session) -> bool:
    duty = duty_of(session, "4.1")
    (person, *_) = awaited.askers(session, duty, day=AT.day)
    return erasing.erase(session, duty, person, channel="page", at=AT, own={person.id}, echo=None)


def files_with(house: House, folder: Path, word: str) -> list[str]:
    """The files of the memory, as they lie on the disk, in whose bytes this word can be read, and a backup of it."""
    house.store.do_now(lambda _: None)  # what was put off until after the last commit has come
    backup.backup(f"sqlite:///{folder}/forum.sqlite", folder / "backup", real=real())
    found = sorted(one for one in folder.iterdir() if one.name.startswith(("forum", "backup")))
    spelled = (word.encode(), json.dumps(word)[1:-1].encode())
    return [one.name for one in found if any(form in one.read_bytes() for form in spelled)]


async def test_nothing_of_it_is_left_in_the_bytes_of_the_memory(house: House, tmp_path: Path) -> None:
    """Not where both sides said something else, nor where the site took our columns, nor in a write on the wire."""
    rows, long = house.outside.site.list("Pasakumi"), f"{SECRET} " * 900  # more than a page of the file
    house.reply("4.1", long)
    await house.push.drain()
    house.reply("4.1", SECRET)
    rows.edit(16, {"Done": "Kas cits."})
    await house.push.drain()
    assert [one.ours["done"] for one in house.all(Dispute)] == [SECRET]
    house.outside.site.list("Atbildes").columns["Channel"].choices = ("E-pasts",)  # a refusal for good
    house.reply("4.1", f"{SECRET} Vēl.")
    await house.push.drain()
    assert [one.action for one in house.all(JournalEntry) if one.after.get("done", "").startswith(SECRET)] == [
        "workspace.conflict",
        "workspace.failed",
    ]
    house.outside.site.list("Atbildes").columns["Channel"].choices = ()
    assert files_with(house, tmp_path, SECRET) == ["backup", "forum.sqlite-wal"]
    under_way = Fault(method="POST", path="$batch", first=lambda: house.store.do_now(erase))
    house.outside.site.faults.append(under_way)
    house.reply("4.1", f"{SECRET} Par to.")
    await house.push.drain()
    assert (house.outside.site.faults, [row.done for row in house.all(ReplyVersion)]) == ([], [""] * 5)
    assert files_with(house, tmp_path, SECRET) == []


async def test_the_sites_history_forgets_the_words_and_keeps_the_rest(house: House) -> None:
    measures = house.outside.site.list("Pasakumi")
    house.reply("4.1", OPEN)
    await house.push.drain()
    house.reply("4.1", SECRET)
    await house.push.drain()
    house.reply("4.1", "Pēc tam.")
    await house.push.drain()
    assert (history(house, "Pasakumi", SECRET), history(house, "Atbildes", SECRET)) == (1, 1)
    before = sum(len(measures.items[number].past) for number in measures.order)
    assert house.store.do_now(erase)
    await house.push.drain()
    for title in ("Pasakumi", "Atbildes"):
        assert [history(house, title, word) for word in (SECRET, OPEN, "Pēc tam.")] == [0, 0, 0]
    # What the row was before any answer, and what it is now, stays.
    assert 0 < sum(len(measures.items[number].past) for number in measures.order) < before + 1


async def test_what_somebody_wrote_into_the_row_since_keeps_no_erased_word_there(house: House) -> None:
    """The row is a newer one than ours: what stands in its columns is not spared, nor read as a wording."""
    rows = house.outside.site.list("Atbildes")
    house.reply("4.1", SECRET)
    await house.push.drain()
    rows.edit(1, {"PublishText": f"{SECRET} Rediģēts.", "SignOff": "Iesniegts"})
    await house.pulled()
    assert house.store.do_now(erase)
    await house.push.drain()
    row = house.item("Atbildes", 1)
    assert (row["Done"], row["PublishText"], history(house, "Atbildes", SECRET)) == (None, None, 0)
    await house.pulled()
    assert [one.text for one in house.all(PublicationText)] == [""]


async def test_what_was_laid_there_goes_when_its_answer_becomes_restricted(house: House) -> None:
    house.reply("4.1", "Viens.")

    def give(session: Session) -> None:
        duty = duty_of(session, "4.1")
        (person, *_) = awaited.askers(session, duty, day=AT.day)
        evidence.give(session, duty, person, at=AT, attached=Attached("a.pdf", "application/pdf", b"%PDF-1.7"))

    house.store.do_now(give)
    await house.pulled()
    house.pass_time()
    await house.push.drain()
    shelf = cast(Library, house.outside.site.list("Pieradijumi"))
    assert len(shelf.order) == 1
    house.store.do_now(lambda session: shelving.withhold(session, duty_of(session, "4.1"), now=START))
    await house.push.drain()
    assert shelf.order == []
