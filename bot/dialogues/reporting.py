"""Reporting: a coordinator asks for the draft of the report, at any time."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues import reply
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Gave, Pressed
from forum import bringing, records, reports
from forum.records import Record
from forum.rounds import Round

# Our messages that hand out the draft; a file in reply to one is the finished report.
ABOUT_REPORT = ("report", "record-lost")


def _drafted(scene: Scene, heard: Commanded) -> None:
    one = reports.latest(scene.session, scene.forum, day=scene.at.day)
    if one is None:
        scene.say("report-no-round")
    else:
        scene.say("report", round=one.id)


def brought(scene: Scene, heard: Gave) -> bool:
    """A coordinator's file in reply to our draft of the report, or with the command for it beside it, is the finished
    one: it will be the publication of record."""
    if not scene.coordinators or heard.what != "file":
        return False
    draft = reply.replied_to(scene, heard.reply_to)
    word = heard.caption.strip().casefold().removeprefix("/")
    if draft is not None and draft.kind in ABOUT_REPORT:
        one = scene.session.get(Round, draft.values["round"])
    elif word in COMMANDS:
        one = reports.latest(scene.session, scene.forum, day=scene.at.day)
    else:
        return False
    if one is None or one.forum != scene.forum or one.gone_at is not None:
        scene.say("report-no-round")
        return True
    file = bringing.Brought(heard.name, heard.external_id, heard.channel, heard.address)
    bringing.bring(scene.session, one, scene.coordinators[0], file, at=scene.at)
    return True


def _published(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The finished report stands in this place, by the word of whoever pressed."""
    number, _, place = str(press.subject).partition("-")
    record = scene.session.get(Record, int(number))
    known = scene.policy.places
    if record is None or record.forum != scene.forum or not place.isdigit() or int(place) >= len(known):
        return scene.toast("button-old")
    by = scene.coordinators[0].name
    if not records.publish(scene.session, record, known[int(place)], by=by, now=scene.at.now):
        return scene.toast("already-done")
    scene.say("record-published", record=record.id)
    return None


PRESSED: dict[str, Pressing] = {"published": for_coordinators(_published)}
COMMANDS: dict[str, Commanding] = {"zinojums": by_coordinators(_drafted), "report": by_coordinators(_drafted)}
