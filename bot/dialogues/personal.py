"""Personal: a member's own settings, what is kept about them, and being forgotten."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import enrolment, preferences, privacy
from forum.outbox import To
from forum.people import ChannelName
from forum.preferences import PARTS, WEEK


def _settings(scene: Scene, heard: Commanded) -> None:
    scene.say("settings")


def _language(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The language of this chat: for all whom it speaks for."""
    wanted = scene.policy.language(str(press.subject))
    for person in scene.people:
        row = enrolment.address_of(scene.session, person, channel=scene.heard.channel, address=scene.heard.address)
        if row is not None:
            row.language = wanted
    here = scene.here
    to = To(person_id=here.person_id, channel=here.channel, address=here.address, language=wanted)
    scene.say("settings", edits=heard.ref, to=to)
    return None


def _hours(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    opens, closes = PARTS[str(press.subject)]
    for person in scene.people:
        row = preferences.change(scene.session, scene.forum, person.id, now=scene.at.now)
        row.opens, row.closes = opens, closes
    scene.say("settings", edits=heard.ref)
    return None


def _day(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A weekday on or off; one has to stay."""
    day = int(press.subject)
    for person in scene.people:
        row = preferences.change(scene.session, scene.forum, person.id, now=scene.at.now)
        days = sorted(set(row.weekdays or WEEK) ^ {day})
        if not days:
            return scene.toast("one-day-stays")
        row.weekdays = None if tuple(days) == WEEK else days
    scene.say("settings", edits=heard.ref)
    return None


def _channel(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    wanted = ChannelName(press.subject)
    for person in scene.people:
        preferences.change(scene.session, scene.forum, person.id, now=scene.at.now).channel = wanted
    scene.say("settings", edits=heard.ref)
    return None


def _privacy(scene: Scene, heard: Commanded) -> None:
    scene.say("privacy")


def _export(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("privacy-export")
    return None


def _forget_asked(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("privacy-forget-ask")
    return None


def _kept(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("privacy-kept", edits=heard.ref)
    return None


def _forget(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """All of it, now; one last word goes to the chat, and then the way there is forgotten too."""
    channel, address = scene.heard.channel, scene.heard.address
    privacy.leave(scene.session, scene.forum, scene.people, channel=channel, address=address, at=scene.at)
    scene.say("privacy-forgotten", to=To(channel=channel, address=address, language=scene.language))
    return None


PRESSED: dict[str, Pressing] = {
    "set-language": _language,
    "set-hours": _hours,
    "set-day": _day,
    "set-channel": _channel,
    "my-data": _export,
    "forget-me": _forget_asked,
    "forget-yes": _forget,
    "forget-no": _kept,
}
COMMANDS: dict[str, Commanding] = {
    "iestatijumi": _settings,
    "settings": _settings,
    "privatums": _privacy,
    "privacy": _privacy,
}
