"""Push: what the site refuses is a word to the coordinators that names the place; the rest is written."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from forum import findings, replies
from forum.findings import Finding
from forum.journal import JournalEntry
from forum.operations import HOUR, pause
from sandbox.site import Fault
from tests.sync.conftest import FORUM, House
from tests.sync.pushed import DONE, echo


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
