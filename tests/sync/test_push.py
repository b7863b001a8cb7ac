"""Push: replies and completions reach the site once each, in order, and together."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import operations
from forum.journal import JournalEntry
from forum.meetings import Meeting, MeetingKind
from forum.plan import Completion, Measure
from sync.push import Push
from sync.sharepoint.site import SharePoint
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House
from tests.sync.pushed import DONE, echo, rows


async def test_a_reply_and_its_completion_are_written_on_either_database(either: House) -> None:
    await either.pulled()
    either.reply("4.1", "Notika divi semināri.")
    assert echo(either).retry_at is not None
    assert await either.push.drain() == 2
    assert either.operations() == DONE
    assert echo(either).retry_at is None
    site = either.outside.site
    found = {name: rows(either)[0].get(name) for name in ("Title", "Plan", "Round", "Measure", "Institution", "Person")}
    assert found == {
        "Title": "4.1. · 2020 · VARAM",
        "Plan": 1,
        "Round": 1,
        "Measure": site.list("Pasakumi").find("Number", "4.1"),
        "Institution": site.list("Institucijas").find("Code", "VARAM"),
        "Person": site.list("Personas").find("Title", "VARAM kontaktpersona"),
    }
    words = ("SubmittedBy", "Voice", "Completion", "Done", "SignOff", "Channel", "Version", "SubmittedAt")
    assert [rows(either)[0].get(name) for name in words] == [
        "VARAM kontaktpersona",
        "Iestāde",
        "Izpildīts ierobežotā apjomā",
        "Notika divi semināri.",
        "Melnraksts",
        "Telegram",
        1.0,
        "2021-01-04T09:00:00Z",
    ]
    assert len(rows(either)[0]["ForumKey"]) == 36
    measure = either.item("Pasakumi", 16)
    assert (measure["Completion"], measure["Done"], measure["CompletionOn"]) == (
        "Izpildīts ierobežotā apjomā", "Notika divi semināri.", "2021-01-03T22:00:00Z",
    )  # fmt: skip
    assert await either.push.drain() == 0


async def test_an_echo_of_our_own_write_is_not_taken_for_a_change(house: House) -> None:
    house.reply("4.1", "Notika divi semināri.")
    await house.push.drain()
    before = len(house.all(JournalEntry))
    report = (await house.pulled())["measure"]
    assert (report.read, report.changed, len(house.all(JournalEntry))) == (1, 0, before)
    assert house.measure("4.1").completion is Completion.LIMITED


async def test_a_second_version_changes_the_same_row(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.reply("4.1", "Divi.", Completion.COMPLETE)
    await house.push.drain()
    assert [(row["Done"], row["Version"]) for row in rows(house)] == [("Divi.", 2.0)]
    assert house.item("Pasakumi", 16)["Completion"] == "Izpildīts"
    assert house.operations() == [*DONE, *DONE]


async def test_whoever_delivers_is_woken_after_the_writes(house: House, workspace: SharePoint) -> None:
    woken: list[str] = []
    push = Push(
        house.store, FORUM, workspace, house.outside.clock.now, policy(), after=lambda: woken.append("delivery")
    )
    house.reply("4.1", "Viens.")
    assert (await push.drain(), woken) == (2, ["delivery"])


async def test_what_looks_up_a_row_that_is_not_made_yet_comes_after_it(house: House) -> None:
    now = house.outside.clock.now()

    def put(session: Session) -> None:
        meeting = Meeting(forum=FORUM, key="m-1", title="Sanāksme", starts_at=now, kind=MeetingKind.FORUM)
        session.add(meeting)
        session.flush()
        values = {"title": "x", "meeting": meeting.id, "person": 1, "answer": "coming"}
        operations.put(session, FORUM, noun="attendance", noun_id=1, row_key="a-1", values=values, now=now)
        made = {"title": "Sanāksme", "starts_at": now.isoformat(), "kind": "forum"}
        operations.put(session, FORUM, noun="meeting", noun_id=meeting.id, row_key="m-1", values=made, now=now)

    house.store.do_now(put)
    assert await house.push.drain() == 2
    (row,) = house.outside.site.list("Daliba").rows()
    assert row["Meeting"] == house.outside.site.list("Sanaksmes").find("ForumKey", "m-1")
    assert house.operations() == [("attendance", "done"), ("meeting", "done")]


async def test_a_hundred_changes_are_written_in_one_call(house: House) -> None:
    rows = house.outside.site.list("Pasakumi")
    measures = [one.id for one in house.all(Measure)]

    def put(session: Session) -> None:
        for number, noun_id in enumerate(measures):
            operations.put(session, FORUM, noun="measure", noun_id=noun_id, values={"done": f"d{number}"}, now=START)

    house.store.do_now(put)
    before = len(house.outside.ledger.entries)
    rows.edit(7, {"NextStep": "cits"})
    assert await house.push.drain() == len(measures)
    calls = [one["path"] for one in house.outside.ledger.entries[before:] if not one.get("batch")]
    # The row that somebody changed is read and written once more, the rest in one call.
    asked = [path.partition("_api/")[2].partition("?")[0] for path in calls if "$batch" in path or "/items" in path]
    row = f"web/lists(guid'{rows.id}')/items(7)"
    assert asked == ["$batch", row, row]
    assert [row["Done"] for row in rows.rows()] == [f"d{number}" for number in range(len(measures))]
