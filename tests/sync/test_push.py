"""Push: replies and completions reach the site once each, whatever happens on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import findings, operations, outbox, replies
from forum.baselines import Baseline
from forum.disputes import Dispute
from forum.findings import Finding
from forum.journal import JournalEntry
from forum.meetings import Meeting, MeetingKind
from forum.operations import HOUR, State, WorkspaceOperation, pause
from forum.outbox import OutgoingMessage
from forum.plan import Completion, Measure
from forum.times import real
from sandbox.site import Fault
from sync.push import Push
from sync.sharepoint.site import SharePoint
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House

DONE = [("reply", "done"), ("measure", "done")]
# What clashes waits for a choice, the rest of the same answer is written.
CLASHED = [("reply", "done"), ("measure", "conflict"), ("measure", "done")]


def rows(house: House) -> list[dict[str, Any]]:
    return house.outside.site.list("Atbildes").rows()


def echo(house: House) -> Any:
    return house.messages("echo")[0]


def tell_echo(house: House, *, written: bool) -> None:
    """The echo went out and said whether the answer stands on the site."""

    def send(session: Session) -> None:
        message = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "echo")).one()
        message.values = {**message.values, "written": written}
        epoch = outbox.claim(message, channel="telegram", address="77", real=real())
        outbox.sent(session, message.id, epoch=epoch, external_id="5", now=START)

    house.store.do_now(send)


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


async def test_with_the_site_down_the_reply_waits_says_so_and_is_written_once(house: House) -> None:
    await house.pulled()
    house.outside.site.down = True
    house.reply("4.1", "Viens.")
    house.reply("4.2", "Divi.")
    assert await house.push.drain() == 4
    assert house.operations() == [(noun, "pending") for noun, _ in (*DONE, *DONE)]
    assert [message.retry_at for message in house.messages("echo")] == [None, None]
    assert len(house.outside.asked("POST", "$batch")) == 1
    assert await house.push.drain() == 0
    tell_first = house.all(WorkspaceOperation)[0]
    assert (tell_first.attempts, tell_first.error) == (1, "site-down: The workspace does not answer just now. (503)")
    house.outside.site.down = False
    house.pass_time()
    assert await house.push.drain() == 4
    assert (house.operations(), len(rows(house))) == ([*DONE, *DONE], 2)


async def test_who_was_told_that_it_waits_is_told_when_it_is_written(house: House) -> None:
    house.outside.site.down = True
    house.reply("4.1", "Viens.")
    await house.push.drain()
    tell_echo(house, written=False)
    house.outside.site.down = False
    house.pass_time()
    await house.push.drain()
    assert [
        (one.channel, one.address, one.language, one.values, one.dedupe_key, one.asked)
        for one in house.messages("written")
    ] == [("telegram", "77", "lv", {"version": 1}, "written/1", True)]


async def test_who_was_told_that_it_is_written_is_not_told_again(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    tell_echo(house, written=True)
    assert house.messages("written") == []


async def test_the_sites_wish_to_be_left_alone_is_kept(house: House) -> None:
    house.outside.site.faults.append(Fault(status=429, headers={"Retry-After": "120"}))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    waits = [(row.retry_at - real()).total_seconds() for row in house.all(WorkspaceOperation)]
    assert [110 < seconds <= 120 for seconds in waits] == [True, True]


async def test_a_creation_cut_off_after_the_work_does_not_double(house: House) -> None:
    house.outside.site.faults.append(Fault(cut=5, done=True, path="/items"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    # The two were one call, of which no answer came; the row's own version tells that it was changed once.
    assert (house.operations(), len(rows(house))) == ([("reply", "pending"), ("measure", "pending")], 1)
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), len(rows(house))) == (DONE, 1)
    assert house.outside.site.list("Pasakumi").items[16].version == 2
    assert [row["Done"] for row in rows(house)] == ["Viens."]
    assert len([one for one in house.all(Baseline) if one.noun == "reply"]) == 1


async def test_an_error_answered_after_the_work_does_not_double(house: House) -> None:
    house.outside.site.faults.append(Fault(status=503, done=True, path="/items"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), len(rows(house))) == (DONE, 1)


async def test_a_change_cut_off_after_the_work_is_no_conflict(house: House) -> None:
    house.outside.site.faults.append(Fault(cut=0, done=True, path="items(16)"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), house.messages("conflict")) == (DONE, [])
    assert house.outside.site.list("Pasakumi").items[16].version == 2


async def test_what_a_crash_left_is_written_after_the_next_start(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()

    def crash(session: Session) -> None:
        """The site had answered, and nothing of it was kept."""
        for row in session.scalars(select(WorkspaceOperation)):
            row.state, row.claimed_at = State.SENDING, real()
        for base in session.scalars(select(Baseline).where(Baseline.noun == "reply")):
            session.delete(base)

    house.store.do_now(crash)
    assert await house.push.drain() == 0
    assert await house.push.recover() == 2
    await house.push.drain()
    assert (house.operations(), len(rows(house)), house.messages("conflict")) == (DONE, 1, [])


async def test_edits_of_different_columns_are_merged(house: House) -> None:
    house.outside.site.list("Pasakumi").edit(16, {"NextStep": "Vēl viens seminārs."})
    house.reply("4.1", "Viens.")
    await house.push.drain()
    item, measure = house.item("Pasakumi", 16), house.measure("4.1")
    assert (house.operations(), item["NextStep"], item["Done"]) == (DONE, "Vēl viens seminārs.", "Viens.")
    assert (measure.next_step, measure.done) == ("Vēl viens seminārs.", "Viens.")
    assert (await house.pulled())["measure"].changed == 0
    base = next(one for one in house.all(Baseline) if one.noun == "measure" and one.item_id == 16)
    assert (base.etag, base.values["next_step"], base.values["done"]) == ('"3"', "Vēl viens seminārs.", "Viens.")


async def test_edits_of_one_column_are_a_conflict_that_the_coordinators_see(house: House) -> None:
    editor = house.outside.site.add_person("VK koordinators", "koordinators@vk.example")
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "Izpildīts", "Result": "x"}, editor=editor.id)
    house.reply("4.1", "Viens.", Completion.NOT_STARTED)
    await house.push.drain()
    # What does not clash is written all the same.
    assert house.operations() == CLASHED
    item, measure = house.item("Pasakumi", 16), house.measure("4.1")
    assert (item["Completion"], item.get("Done"), measure.done) == ("Izpildīts", "Viens.", "Viens.")
    assert (measure.completion, measure.result) == (Completion.COMPLETE, "x")
    messages = house.messages("conflict")
    assert [one.person_id for one in messages] == [house.person("VK koordinators").id]
    (dispute,) = house.all(Dispute)
    assert messages[0].values == {"dispute": dispute.id}
    ours, theirs = {"completion": "not_started", "completion_on": "2021-01-04"}, {"completion": "complete"}
    assert (dispute.ours, dispute.theirs) == (ours, {**theirs, "completion_on": None})
    assert (dispute.editor, dispute.modified) == ("VK koordinators", "2021-01-04T09:00:00Z")
    # The card follows the echo to the chat that the answer came from.
    assert [(one.address, one.values) for one in house.messages("conflict-mine")] == [("77", {"dispute": dispute.id})]
    noted = next(one for one in house.all(JournalEntry) if one.action == "workspace.conflict")
    assert (noted.before, noted.after) == (dispute.theirs, dispute.ours)
    assert echo(house).retry_at is None
    house.reply("4.1", "Divi.", Completion.SUBSTANTIAL)
    await house.push.drain()
    assert house.item("Pasakumi", 16)["Completion"] == "Izpildīts būtiskā apjomā"


async def test_a_conflict_is_found_though_the_change_was_pulled_before(house: House) -> None:
    house.reply("4.1", "Viens.", Completion.NOT_STARTED)
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "Izpildīts"})
    await house.pulled()
    await house.push.drain()
    assert house.operations() == CLASHED
    assert house.measure("4.1").completion is Completion.COMPLETE


async def test_a_word_that_we_cannot_read_is_not_written_over_unseen(house: House) -> None:
    house.reply("4.1", "Viens.", Completion.NOT_STARTED)
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "procesā"})
    await house.push.drain()
    assert house.operations() == CLASHED
    assert house.item("Pasakumi", 16)["Completion"] == "procesā"
    assert house.all(Dispute)[0].theirs["completion"] is None


async def test_a_reply_deleted_on_the_site_comes_back_with_its_next_version(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.outside.site.list("Atbildes").delete(1)
    house.reply("4.1", "Divi.")
    await house.push.drain()
    assert [(row["ID"], row["Done"]) for row in rows(house)] == [(2, "Divi.")]
    assert house.operations() == [*DONE, *DONE]


async def test_a_measure_deleted_on_the_site_is_a_word_to_the_coordinators(house: House) -> None:
    house.reply("4.1", "Viens.")
    house.outside.site.list("Pasakumi").delete(16)
    await house.push.drain()
    states = dict(house.operations())
    assert states["measure"] == "failed"
    told = house.messages("push-failed")
    assert [(one.values["list"], one.values["finding"]["kind"]) for one in told] == [
        ("Atbildes", "rejected"), ("Pasākumi", "row-gone"),
    ]  # fmt: skip
    assert echo(house).retry_at is None


async def test_a_refusal_for_good_names_list_and_column(house: House) -> None:
    house.outside.site.list("Atbildes").columns["Channel"].choices = ("E-pasts",)
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert house.operations() == [("reply", "failed"), ("measure", "done")]
    assert [(one.person_id, one.values) for one in house.messages("push-failed")] == [
        (
            house.person("VK koordinators").id,
            {
                "list": "Atbildes",
                "finding": Finding(
                    "choice-missing",
                    {"list": "Atbildes", "column": "Kanāls", "choices": "Telegram"},
                ).kept,
            },
        )
    ]
    assert replies.echo_key(1) == echo(house).dedupe_key
    assert [one.action for one in house.all(JournalEntry) if one.noun == "reply"] == [
        "reply.recorded", "workspace.failed",
    ]  # fmt: skip


async def test_a_column_made_required_is_named_and_the_rest_is_written(house: House) -> None:
    house.outside.site.list("Atbildes").columns["PublishText"].required = True
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert house.operations() == [("reply", "failed"), ("measure", "done")]
    (told,) = house.messages("push-failed")
    assert told.values["list"] == "Atbildes"
    column = {"list": "Atbildes", "column": "Publicējamais teksts"}
    assert told.values["finding"] == Finding("column-required", column).kept
    assert house.all(replies.ReplyVersion)[0].done == "Viens."  # nothing said is lost


async def test_a_row_that_somebody_has_to_themselves_is_told_after_an_hour_and_then_written(house: House) -> None:
    house.reply("4.1", "Viens.")
    house.outside.site.faults.append(Fault(status=423, path="$batch", times=HOUR))

    def told() -> list[Any]:
        kept = house.store.read_now(lambda session: findings.standing(session, FORUM))
        return [(one["kind"], one["values"], one["link"][-5:]) for one in kept if one["kind"] == "row-locked"]

    for _ in range(HOUR - 1):
        await house.push.drain()
        house.pass_time()
    assert told() == []
    await house.push.drain()
    assert told() == [("row-locked", {"list": "Pasākumi", "row": "16"}, "ID=16")]
    house.pass_time()
    await house.push.drain()
    assert (told(), house.operations()) == ([], DONE)


def test_so_many_tries_take_an_hour() -> None:
    assert sum((pause(number) for number in range(1, HOUR)), timedelta()) >= timedelta(hours=1)
    assert sum((pause(number) for number in range(1, HOUR - 1)), timedelta()) < timedelta(hours=1)


async def test_a_stopped_list_holds_back_only_its_own_writes(house: House) -> None:
    house.outside.site.list("Atbildes").remove_column("Done")
    reports = await house.pulled()
    setting = "sharepoint.lists.replies.columns.done"
    assert reports["reply"].reason == Finding(
        "column-missing", {"list": "Atbildes", "column": "Done", "setting": setting}
    )
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert house.operations() == [("reply", "pending"), ("measure", "done")]
    assert echo(house).retry_at is None


async def test_writes_about_one_noun_keep_their_order(house: House) -> None:
    for text in ("Viens.", "Divi.", "Trīs."):
        house.reply("4.1", text)
    assert await house.push.drain() == 6
    sent = [entry["body"]["Done"] for entry in house.outside.ledger.entries if "Done" in (entry["body"] or {})]
    assert sent == ["Viens.", "Viens.", "Divi.", "Divi.", "Trīs.", "Trīs."]


async def test_a_partly_tried_answer_holds_its_echo_until_all_is_tried(house: House) -> None:
    house.outside.site.faults.append(Fault(status=502, path="items(16)"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert house.operations() == [("reply", "done"), ("measure", "pending")]
    assert echo(house).retry_at is None
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), len(house.messages("written"))) == (DONE, 0)


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
