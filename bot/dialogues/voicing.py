"""Voicing: a partner chooses what to follow and says how it sees it; a body replies to what partners said, once."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues.coordinating import ForPartners
from bot.dialogues.scene import Answering, Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed, Said
from forum import awaited, conversations, rejoinders, replies, speaking, voices
from forum.conversations import Conversation
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.replies import Reply
from forum.rounds import Obligation, Round
from forum.speaking import NotNow, Seat, View
from forum.store.base import Values
from forum.voices import Stage

VIEW, REJOINDER = "view", "rejoinder"


def _bodies(scene: Scene) -> list[Institution]:
    return voices.bodies(scene.session, scene.forum, scene.people, day=scene.at.day)


def _listed(scene: Scene, heard: Commanded) -> None:
    """Each round that hears partners now, with what this partner follows."""
    found = voices.heard_now(scene.session, scene.forum, day=scene.at.day)
    if not _bodies(scene):
        scene.say("views-not-partner")
        return
    for one in found:
        scene.say("views", round=one.id)
    if not found:
        scene.say("views-none")
        _choose(scene, 0, None)


def _choose(scene: Scene, page: int, body: Institution | None, *, edits: str | None = None) -> None:
    """What a partner may follow; whoever speaks for several is asked once which one is meant."""
    bodies = [body] if body else _bodies(scene)
    if len(bodies) > 1:
        scene.say("following-which", bodies=[one.id for one in bodies])
    else:
        scene.say("following", edits=edits, page=page, body=bodies[0].id)


def _shown(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """What may be followed, or another page of it (``page-body``, or ``page`` alone)."""
    page, _, number = str(press.subject).partition("-")
    body = next((one for one in _bodies(scene) if str(one.id) == number), None)
    if body is None and (number or not _bodies(scene)):
        return scene.toast("not-yours")
    _choose(scene, int(page), body, edits=heard.ref if press.action == "following-page" else None)
    return None


def _follow(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A measure is followed by a body (``number-1-page-body``) or no longer (``number-0-page-body``)."""
    number, chosen, page, *told = map(int, str(press.subject).split("-"))
    body = next((one for one in _bodies(scene) if one.id in told or not told), None)
    measure = scene.session.get(Measure, number)
    if body is None or measure is None or measure.forum != scene.forum:
        return scene.toast("not-yours")
    follows = voices.followed(scene.session, scene.forum, [body.id])[body.id]
    wanted = follows | {number} if chosen else follows - {number}
    by = voices.speaker(scene.people, body, day=scene.at.day)
    voices.follow(scene.session, body, wanted, by=by, at=scene.at)
    scene.say("following", edits=heard.ref, page=page, body=body.id)
    return scene.toast("followed", chosen=chosen)


def _seat(scene: Scene, subject: str) -> Seat | None:
    """Where this chat may speak (``round-measure-body``)."""
    numbers = [int(part) for part in subject.split("-")[:3]]
    one, measure = scene.session.get(Round, numbers[0]), scene.session.get(Measure, numbers[1])
    body = next((body for body in _bodies(scene) if body.id == numbers[2]), None)
    if one is None or measure is None or body is None or one.forum != scene.forum or measure.plan_id != one.plan_id:
        return None
    return Seat(one, measure, body)


def _stage(scene: Scene, seat: Seat) -> Stage:
    return voices.stage(scene.session, seat.round, seat.measure.id, day=scene.at.day, policy=scene.policy)


def _about(seat: Seat) -> Values:
    return {"round": seat.round.id, "measure": seat.measure.id, "body": seat.body.id}


def _asked(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """One measure: what the bodies said, and the question; what is to stay unseen is not said in a chat."""
    seat = _seat(scene, str(press.subject))
    if seat is None:
        return scene.toast("not-yours")
    if _stage(scene, seat) is Stage.CLOSED:
        return scene.toast("view-over")
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    scene.say("view-ask", **_about(seat))
    return None


def _status(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The question's message says which measure it is about."""
    asked = scene.session.get_one(OutgoingMessage, press.message_id).values
    seat = _seat(scene, f"{asked['round']}-{asked['measure']}-{asked['body']}")
    if seat is None:
        return scene.toast("not-yours")
    if _stage(scene, seat) is not Stage.OPEN or voices.blind(scene.session, seat.round):
        return scene.toast("view-over")
    _await(scene, VIEW, {**_about(seat), "completion": str(press.subject)})
    scene.say("view-text", edits=heard.ref, **_about(seat), completion=str(press.subject))
    return None


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    conversations.end(scene.session, asked)
    values = asked.values
    seat = _seat(scene, f"{values['round']}-{values['measure']}-{values['body']}")
    if seat is None:
        scene.say("not-yours-text")
        return
    if voices.blind(scene.session, seat.round):
        scene.say("view-ask", **_about(seat))  # it was made blind meanwhile
        return
    person = voices.speaker(scene.people, seat.body, day=scene.at.day)
    view = View(
        completion=Completion(values["completion"]),
        words=heard.text.strip(),
        channel=scene.heard.channel,
        heard_id=scene.heard_id,
    )
    try:
        version = speaking.speak(scene.session, seat, person, view, at=scene.at, policy=scene.policy)
    except NotNow:
        scene.say("round-closed")
        return
    speaking.echo(scene.session, version, scene.here, at=scene.at)


def _rejoin(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A body wants to reply to a view (``obligation-reply``)."""
    duty, view, person = _replying(scene, *map(int, str(press.subject).split("-")))
    if duty is None or person is None:
        return scene.toast("not-yours")
    if not _may(scene, duty, view):
        scene.say("rejoinder-late")
        return None
    _await(scene, REJOINDER, {"obligation": duty.id, "reply": view.id})
    scene.say("rejoin-ask", reply=view.id)
    return None


def _replying(scene: Scene, duty_id: int, reply_id: int) -> tuple[Obligation | None, Reply, Person | None]:
    """The body's obligation, the view, and who of this chat answers for it."""
    duty, view = scene.session.get(Obligation, duty_id), scene.session.get_one(Reply, reply_id)
    if duty is None or duty.forum != scene.forum:
        return None, view, None
    return duty, view, awaited.answerer(scene.session, duty, scene.people, day=scene.at.day)


def _may(scene: Scene, duty: Obligation, view: Reply) -> bool:
    version = replies.latest(scene.session, view)
    voicing = voices.of_round(scene.session, scene.session.get_one(Round, duty.round_id))
    return version is not None and rejoinders.may(scene.session, duty, version, voicing, day=scene.at.day)


def _rejoined(scene: Scene, asked: Conversation, heard: Said) -> None:
    conversations.end(scene.session, asked)
    duty, view, person = _replying(scene, asked.values["obligation"], asked.values["reply"])
    version = replies.latest(scene.session, view)
    if duty is None or person is None or version is None or not _may(scene, duty, view):
        scene.say("rejoinder-late")
        return
    row = rejoinders.rejoin(
        scene.session, duty, version, heard.text.strip(), person, channel=scene.heard.channel, at=scene.at
    )
    scene.say("rejoinder-kept", rejoinder=row.id)


def _await(scene: Scene, topic: str, values: Values) -> None:
    person = scene.people[0].id
    conversations.ask(
        scene.session, scene.forum, person_id=person, topic=topic, step="text", values=values, now=scene.at.now
    )


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(("following", "following-page"), _shown),
    "follow": _follow,
    "view": _asked,
    "view-status": _status,
    "rejoin": _rejoin,
}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("viedoklis", "view"), ForPartners(_listed))
ANSWERED: dict[str, Answering] = {VIEW: _said, REJOINDER: _rejoined}
ASKED: dict[str, str] = {"view-text": VIEW, "rejoin-ask": REJOINDER}
