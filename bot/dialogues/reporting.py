"""Reporting: a coordinator asks for the draft of the report, at any time."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import records, reports
from forum.records import Record


def _drafted(scene: Scene, heard: Commanded) -> None:
    one = reports.latest(scene.session, scene.forum, day=scene.at.day)
    if one is None:
        scene.say("report-no-round")
    else:
        scene.say("report", round=one.id)


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
