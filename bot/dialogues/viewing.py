"""Viewing: a partner says its view in one text, «2.8 Nav sākts. …», or names what it follows by numbers; of a view that
is to stay unseen nothing is taken here, and nothing kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select

from bot.dialogues import reply
from bot.dialogues.scene import Scene
from bot.heard import Said
from forum import conversations, forgetting, inbox, replies, speaking, voices
from forum.outbox import OutgoingMessage
from forum.people import Institution
from forum.plan import Completion, Measure, of_plan
from forum.rounds import Obligation, Round, Voice
from forum.speaking import NotNow, Seat, View
from forum.store.base import Values
from forum.voices import Stage
from words import several
from words.chatter import idle
from words.completions import recognise

VIEW, FOLLOWING = "view", "following"
# What a partner may answer with its view.
ASKING = ("partner-asked", "views", "view-ask", speaking.KEPT)
NUMBERS = re.compile(r"[A-Z]?\d+(?:\.\d+)*", re.IGNORECASE)


def bodies(scene: Scene) -> list[Institution]:
    """The partners for which this chat speaks."""
    return voices.bodies(scene.session, scene.forum, scene.people, day=scene.at.day)


def seat_of(scene: Scene, values: Values) -> Seat | None:
    """Where this chat may speak, by the numbers of ``round``, ``measure`` and ``body``."""
    one, measure = scene.session.get(Round, values["round"]), scene.session.get(Measure, values["measure"])
    body = next((body for body in bodies(scene) if body.id == values["body"]), None)
    if one is None or measure is None or body is None or one.forum != scene.forum or measure.plan_id != one.plan_id:
        return None
    return Seat(one, measure, body)


def about(seat: Seat) -> Values:
    """The same numbers, as messages and conversations keep them."""
    return {"round": seat.round.id, "measure": seat.measure.id, "body": seat.body.id}


def stage_of(scene: Scene, seat: Seat) -> Stage:
    return voices.stage(scene.session, seat.round, seat.measure.id, day=scene.at.day, policy=scene.policy)


def wait(scene: Scene, topic: str, step: str, values: Values) -> None:
    """The next text of this chat answers this."""
    person = scene.people[0].id
    conversations.ask(
        scene.session, scene.forum, person_id=person, topic=topic, step=step, values=values, now=scene.at.now
    )


def said(scene: Scene, heard: Said) -> bool:
    """Whether a text was about a partner's views, and is settled: one that says so by what it replies to, or corrects
    a view that was said in words."""
    if heard.edited:
        return _corrected(scene, heard)
    message = reply.replied_to(scene, heard.reply_to)
    if message is None or message.kind not in (FOLLOWING, *ASKING) or not bodies(scene):
        return False
    if idle(heard.text):
        scene.say("nothing-asked")
    elif message.kind == FOLLOWING:
        return _follows(scene, message, heard.text)
    elif reply.usable(scene, heard.text):
        _views(scene, message, heard.text.strip())
    return True


def take(scene: Scene, seat: Seat, completion: Completion | None, words: str) -> None:
    """Keep a view as far as it was said, and ask for what is lacking."""
    stage, values = stage_of(scene, seat), about(seat)
    if stage is Stage.CLOSED:
        scene.say("round-closed")
    elif stage is not Stage.OPEN or not (completion or words):
        scene.say("view-ask", **values)
    elif not words:
        wait(scene, VIEW, "text", {**values, "completion": completion})
        scene.say("view-text", **values, completion=completion)
    elif completion is None:
        wait(scene, VIEW, "status", {**values, "text": words, "heard": scene.heard_id})
        scene.say("view-state", **values)
    else:
        keep(scene, seat, completion, words)


def keep(scene: Scene, seat: Seat, completion: Completion, words: str, *, heard_id: int | None = None) -> None:
    """Keep a view, and say so; what stands already stays as it is."""
    before = speaking.of_seat(scene.session, seat)
    if before is not None and (before.completion, before.done) == (completion, words):
        scene.say(speaking.KEPT, version=before.id)
        return
    person = voices.speaker(scene.people, seat.body, day=scene.at.day)
    view = View(completion=completion, words=words, channel=scene.heard.channel, heard_id=heard_id or scene.heard_id)
    try:
        version = speaking.speak(scene.session, seat, person, view, at=scene.at, policy=scene.policy)
    except NotNow:
        scene.say("round-closed")
        return
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    speaking.echo(scene.session, version, scene.here, at=scene.at)


def unseen(scene: Scene, one: Round) -> None:
    """What came here of an unseen view is thrown away."""
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    forgetting.unkept(scene.session, scene.forum, scene.heard_id, at=scene.at)
    scene.say("view-not-here", round=one.id)


def _views(scene: Scene, message: OutgoingMessage, text: str) -> None:
    """A text about what our message asked of, or parts that name their measures by numbers."""
    seats = _asked(scene, message)
    if not seats:
        scene.say("not-yours-text")
        return
    one = seats[0].round
    if voices.blind(scene.session, one):
        unseen(scene, one)
        return
    places = {**_numbered(_all(scene, one)), **_numbered(seats)}
    before, parts = several.parts(text, places)
    known = [places[part.number] for part in parts]
    if parts and not before and all(len(found) == 1 for found in known):
        for part, (seat,) in zip(parts, known, strict=True):
            take(scene, seat, *recognise(part.text))
    elif len(seats) == 1 and not parts:
        take(scene, seats[0], *recognise(text))
    else:
        scene.say("views", round=one.id)


def _numbered(seats: Sequence[Seat]) -> dict[str, list[Seat]]:
    found: dict[str, list[Seat]] = {}
    for seat in seats:
        found.setdefault(seat.measure.number, []).append(seat)
    return found


def _all(scene: Scene, one: Round) -> list[Seat]:
    """Every place of this chat in a round: of what it follows, and of all other measures of the plan."""
    rows = scene.session.scalars(select(Measure).where(of_plan(scene.forum), Measure.plan_id == one.plan_id)).all()
    return [Seat(one, row, body) for body in bodies(scene) for row in rows]


def _asked(scene: Scene, message: OutgoingMessage) -> list[Seat]:
    """The places that a message of ours asked about: those followed, where it names none."""
    if "measure" in message.values:
        return [seat for seat in [seat_of(scene, message.values)] if seat]
    if "version" in message.values:
        return _of_duty(scene, replies.obligation_of(scene.session, message.values["version"]))
    one = scene.session.get(Round, message.values["round"])
    if one is None:
        return []
    follows = voices.followed(scene.session, scene.forum, [body.id for body in bodies(scene)])
    every = _all(scene, one)
    return [seat for seat in every if seat.measure.id in follows[seat.body.id]] or every


def _of_duty(scene: Scene, duty: Obligation) -> list[Seat]:
    values = {"round": duty.round_id, "measure": duty.measure_id, "body": duty.institution_id}
    return [seat for seat in [seat_of(scene, values)] if seat]


def _corrected(scene: Scene, heard: Said) -> bool:
    """An edited message that was a view is its next version."""
    rows = inbox.ids_of(scene.session, scene.forum, heard.channel, lane=heard.address, message_ref=heard.ref)
    became = replies.from_message(scene.session, scene.forum, rows)
    duty = replies.obligation_of(scene.session, became[0].id) if became else None
    if became is None or duty is None or duty.voice is not Voice.PARTNER:
        return False
    for seat in _of_duty(scene, duty):
        _, parts = several.parts(heard.text.strip(), [seat.measure.number])
        completion, words = recognise(parts[0].text if len(parts) == 1 else heard.text.strip())
        if reply.usable(scene, words):
            take(scene, seat, completion or became[0].completion, words)
    return True


def _follows(scene: Scene, message: OutgoingMessage, text: str) -> bool:
    """The measures whose numbers are said are followed from now on, or no longer."""
    body = next((one for one in bodies(scene) if one.id == message.values.get("body", one.id)), None)
    numbers = {found.upper() for found in NUMBERS.findall(text)}
    rows = scene.session.scalars(select(Measure).where(of_plan(scene.forum), Measure.number.in_(sorted(numbers)))).all()
    if body is None or not rows:
        return False
    named = [row for row in rows if sum(one.number == row.number for one in rows) == 1]
    follows = voices.followed(scene.session, scene.forum, [body.id])[body.id]
    by = voices.speaker(scene.people, body, day=scene.at.day)
    voices.follow(scene.session, body, follows ^ {row.id for row in named}, by=by, at=scene.at)
    scene.say("following", page=message.values["page"], body=body.id)
    return True
