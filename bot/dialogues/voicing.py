"""Voicing: a partner chooses what to follow and says how it sees it; a body replies to what partners said, once."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues import viewing
from bot.dialogues.coordinating import ForPartners
from bot.dialogues.scene import Answering, Commanding, Pressing, Scene, Toast
from bot.dialogues.viewing import VIEW
from bot.heard import Commanded, Pressed, Said
from forum import awaited, conversations, rejoinders, replies, speaking, voices
from forum.conversations import Conversation
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.replies import Reply
from forum.rounds import Obligation, Round
from forum.speaking import NotNow, Seat
from forum.voices import Stage
from words.completions import recognise

REJOINDER = "rejoinder"
# What may be answered with a view; no question of a conversation.
SPOKEN = "views"


def _listed(scene: Scene, heard: Commanded) -> None:
    """Each round that hears partners now, with what this partner follows."""
    found = voices.heard_now(scene.session, scene.forum, day=scene.at.day)
    if not viewing.bodies(scene):
        scene.say("views-not-partner")
        return
    for one in found:
        scene.say("views", round=one.id)
        if voices.blind(scene.session, one):
            # A text that follows may be a view, which must not stand here, and not as the body's own answer either.
            viewing.wait(scene, VIEW, "unseen", {"round": one.id, "measure": 0, "body": 0})
    if not found:
        scene.say("views-none")
        _choose(scene, 0, None)


def _choose(scene: Scene, page: int, body: Institution | None, *, edits: str | None = None) -> None:
    """What a partner may follow; whoever speaks for several is asked once which one is meant."""
    bodies = [body] if body else viewing.bodies(scene)
    if len(bodies) > 1:
        scene.say("following-which", bodies=[one.id for one in bodies])
    else:
        scene.say("following", edits=edits, page=page, body=bodies[0].id)


def _shown(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """What may be followed, or another page of it (``page-body``, or ``page`` alone)."""
    page, _, number = str(press.subject).partition("-")
    body = next((one for one in viewing.bodies(scene) if str(one.id) == number), None)
    if body is None and (number or not viewing.bodies(scene)):
        return scene.toast("not-yours")
    _choose(scene, int(page), body, edits=heard.ref if press.action == "following-page" else None)
    return None


def _follow(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A measure is followed by a body (``number-1-page-body``) or no longer (``number-0-page-body``)."""
    number, chosen, page, *told = map(int, str(press.subject).split("-"))
    body = next((one for one in viewing.bodies(scene) if one.id in told or not told), None)
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
    one, measure, body = map(int, subject.split("-")[:3])
    return viewing.seat_of(scene, {"round": one, "measure": measure, "body": body})


def _asked(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """One measure: what the bodies said, and the question; what is to stay unseen is not said in a chat."""
    seat = _seat(scene, str(press.subject))
    if seat is None:
        return scene.toast("not-yours")
    stage = viewing.stage_of(scene, seat)
    if stage is Stage.CLOSED:
        return scene.toast("view-over")
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    if stage is Stage.OPEN:
        viewing.wait(scene, VIEW, "view", viewing.about(seat))
    scene.say("view-ask", **viewing.about(seat))
    return None


def _status(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The question's message says which measure it is about; words said before it wait in the conversation."""
    asked = scene.session.get_one(OutgoingMessage, press.message_id).values
    seat, completion = viewing.seat_of(scene, asked), Completion(press.subject)
    if seat is None:
        return scene.toast("not-yours")
    if viewing.stage_of(scene, seat) is not Stage.OPEN or voices.blind(scene.session, seat.round):
        return scene.toast("view-over")
    begun = conversations.open_one(scene.session, scene.forum, scene.person_ids, now=scene.at.now)
    if begun is not None and begun.step == "status" and begun.values.items() >= viewing.about(seat).items():
        conversations.end(scene.session, begun)
        viewing.keep(scene, seat, completion, begun.values["text"], heard_id=begun.values["heard"])
        return None
    viewing.wait(scene, VIEW, "text", {**viewing.about(seat), "completion": completion})
    scene.say("view-text", edits=heard.ref, **viewing.about(seat), completion=completion)
    return None


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    """The words, the completion, or both of them, as far as they were asked for."""
    conversations.end(scene.session, asked)
    if asked.step == "unseen":
        viewing.unseen(scene, scene.session.get_one(Round, asked.values["round"]))
        return
    seat, text = viewing.seat_of(scene, asked.values), heard.text.strip()
    if seat is None:
        scene.say("not-yours-text")
    elif voices.blind(scene.session, seat.round):
        viewing.unseen(scene, seat.round)
    elif asked.step == "text":
        viewing.take(scene, seat, Completion(asked.values["completion"]), text)
    else:
        completion, words = recognise(text)
        viewing.take(scene, seat, completion, words or asked.values.get("text", ""))


def _withdraw_asked(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    seat = _seat(scene, str(press.subject))
    if seat is None:
        return scene.toast("not-yours")
    if viewing.stage_of(scene, seat) is not Stage.OPEN:
        return scene.toast("view-over")
    if speaking.of_seat(scene.session, seat) is None:
        return scene.toast("already-done")
    scene.say("view-withdraw-ask", **viewing.about(seat))
    return None


def _withdrawn(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    seat, channel = _seat(scene, str(press.subject)), scene.heard.channel
    if seat is None:
        return scene.toast("not-yours")
    person = voices.speaker(scene.people, seat.body, day=scene.at.day)
    try:
        gone = speaking.withdraw(scene.session, seat, person, channel=channel, at=scene.at, policy=scene.policy)
    except NotNow:
        return scene.toast("view-over")
    if gone is None:
        return scene.toast("already-done")
    scene.say("view-withdrawn", edits=heard.ref, **viewing.about(seat))
    return None


def _rejoin(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A body wants to reply to a view (``obligation-reply``)."""
    duty, view, person = _replying(scene, *map(int, str(press.subject).split("-")))
    if duty is None or person is None:
        return scene.toast("not-yours")
    if not _may(scene, duty, view):
        scene.say("rejoinder-late")
        return None
    viewing.wait(scene, REJOINDER, "text", {"obligation": duty.id, "reply": view.id})
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


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(("following", "following-page"), _shown),
    "follow": _follow,
    "view": _asked,
    "view-status": _status,
    "unsay": _withdraw_asked,
    "unsaid": _withdrawn,
    "rejoin": _rejoin,
}
COMMANDS: dict[str, Commanding] = dict.fromkeys(("viedoklis", "view"), ForPartners(_listed))
ANSWERED: dict[str, Answering] = {VIEW: _said, REJOINDER: _rejoined}
ASKED: dict[str, str] = {
    "view-text": VIEW,
    "view-state": VIEW,
    "rejoin-ask": REJOINDER,
    **dict.fromkeys((*viewing.ASKING, viewing.FOLLOWING), SPOKEN),
}
