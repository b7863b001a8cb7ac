"""Chasing: a coordinator sees who is awaited in a round, body by body, and chooses whom to remind."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import by_coordinators, for_coordinators
from bot.dialogues.scene import Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed
from forum import chasing, in_chat, reports, rounds
from forum.chasing import Body
from forum.rounds import Round
from forum.store.base import Values


def running(scene: Scene, subject: str) -> Round | None:
    """The round that a button is about, while it takes answers."""
    number = subject.partition("-")[0]
    return next(
        (one for one in rounds.running(scene.session, scene.forum, day=scene.at.day) if str(one.id) == number), None
    )


def body_of(scene: Scene, subject: str) -> tuple[Round, Body] | None:
    """The round and the body that a button is about (``round-institution``), while the round takes answers."""
    one, number = running(scene, subject), subject.partition("-")[2]
    body = chasing.body(scene.session, one, int(number), day=scene.at.day) if one and number.isdigit() else None
    return (one, body) if one and body else None


def _asked(scene: Scene, heard: Commanded) -> None:
    """Each round with all its bodies, or with the one that is named."""
    found = rounds.running(scene.session, scene.forum, day=scene.at.day)
    if not found:
        _over(scene)
    elif heard.rest:
        _named(scene, found, heard.rest)
    else:
        for one in found:
            scene.say("awaited", round=one.id)


def _over(scene: Scene) -> None:
    """Of the rounds that were locked lately: how they ended."""
    ended = reports.over(scene.session, scene.forum, day=scene.at.day)
    for one in ended:
        scene.say("round-over", round=one.id)
    if not ended:
        scene.say("no-round")


def _named(scene: Scene, found: list[Round], text: str) -> None:
    shares = {one.id: chasing.bodies(scene.session, one, day=scene.at.day) for one in found}
    meant = [
        (number, body.institution.id)
        for number, bodies in shares.items()
        for body in bodies
        if text.casefold() in (body.institution.code.casefold(), body.institution.name.casefold())
    ]
    for number, institution in meant:
        scene.say("body-card", round=number, institution=institution)
    if not meant:
        codes = dict.fromkeys(body.institution.code for bodies in shares.values() for body in bodies)
        scene.say("no-such-body", text=text, codes=list(codes))


def _shown(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The round again, its bodies as buttons, or one body's card: in place."""
    one = running(scene, press.subject)
    if one is None:
        return scene.toast("round-closed")
    number = int(press.subject.partition("-")[2] or 0)
    match press.action:
        case "awaited":
            scene.say("awaited", edits=heard.ref, round=one.id)
        case "bodies":
            scene.say("bodies", edits=heard.ref, round=one.id, page=number)
        case _:
            scene.say("body-card", edits=heard.ref, round=one.id, institution=number)
    return None


def _choose(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    one = running(scene, press.subject)
    if one is None:
        return scene.toast("round-closed")
    scene.say("choosing", edits=heard.ref, round=one.id, chosen=[], page=0)
    return None


def _chosen(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A body is marked (``number-1``) or no longer (``number-0``), or the page is turned."""
    kept = chosen_so_far(scene, heard)
    if kept is None:
        return scene.toast("button-old")
    chosen, page = set(kept["chosen"]), kept["page"]
    number, _, wanted = press.subject.partition("-")
    if press.action == "choose-page":
        page = int(number)
    elif wanted == "1":
        chosen.add(int(number))
    else:
        chosen.discard(int(number))
    scene.say("choosing", edits=heard.ref, round=kept["round"], chosen=sorted(chosen), page=page)
    return None


def chosen_so_far(scene: Scene, heard: Pressed) -> Values | None:
    """What is marked on the message that was pressed. Of two quick presses the second knows of the first, though the
    message on the screen does not show it yet."""
    message = in_chat.newest_at(scene.session, scene.forum, channel=heard.channel, address=heard.address, ref=heard.ref)
    return message.values if message is not None and message.kind == "choosing" else None


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(("awaited", "bodies", "body"), for_coordinators(_shown)),
    "choose": for_coordinators(_choose),
    **dict.fromkeys(("chosen", "choose-page"), for_coordinators(_chosen)),
}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("gaidam", "awaited"), by_coordinators(_asked))
