"""Inviting: a coordinator sees who is in no chat yet, and gets a personal link to hand to whoever is named."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import by_coordinators, for_coordinators, send_link
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import inviting
from forum.inviting import Link
from forum.outbox import OutgoingMessage


def _asked(scene: Scene, heard: Commanded) -> None:
    """For whoever is named; without a name everybody who is in no chat. Of several the coordinator chooses, and so
    where the one named is in a chat already: its link would be taken for a mistake's."""
    if not scene.policy.chats:
        scene.say("guests-no-chats")
        return
    if not heard.rest.strip():
        scene.say("guests", people=None, page=0)
        return
    everyone = inviting.guests(scene.session, scene.forum, now=scene.at.now, day=scene.at.day)
    found = inviting.meant(everyone, heard.rest)
    if not found:
        scene.say("guest-unknown", text=heard.rest)
    elif len(found) == 1 and found[0].link is not Link.JOINED:
        send_link(scene, found[0].person)
    else:
        scene.say("guests", people=[one.person.id for one in found], page=0)


def _page(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    named = scene.session.get_one(OutgoingMessage, press.message_id).values["people"]
    scene.say("guests", edits=heard.ref, people=named, page=int(press.subject))
    return None


def _all(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    scene.say("guests", people=None, page=0)
    return None


PRESSED: dict[str, Pressing] = {"guests-page": for_coordinators(_page), "guests-all": for_coordinators(_all)}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("uzaicinat", "invite"), by_coordinators(_asked))
