"""The way of what was heard to the dialogue that answers it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.buttons import ForgedButton, Press, open_seal
from bot.dialogues import (
    absence,
    agreeing,
    attending,
    chasing,
    completing,
    convening,
    coordinating,
    council,
    disputing,
    doubting,
    english,
    evidence,
    excusing,
    extending,
    filing,
    filling,
    inviting,
    joining,
    measures,
    nudging,
    personal,
    planning,
    plans,
    reply,
    reporting,
    resting,
    returning,
    ruling,
    setting_aside,
    shrinking,
    stepping,
    still_you,
    switching,
    unchanged,
    viewing,
    voicing,
    withdrawing,
    wording,
)
from bot.dialogues.scene import Answering, Commanding, Pressing, Scene, Toast
from bot.heard import Closed, Commanded, Gave, Heard, Opened, Pressed, Returned, Said, Sent
from bot.parcels import closed
from forum import conversations, doubts, enrolment, floods, inbox
from forum.conversations import Conversation
from forum.outbox import OutgoingMessage
from forum.policies import Policy
from forum.times import At

# Which dialogue a button belongs to, by its action.
PRESSED: dict[str, Pressing] = {
    **joining.PRESSED,
    **coordinating.PRESSED,
    **inviting.PRESSED,
    **chasing.PRESSED,
    **nudging.PRESSED,
    **reply.PRESSED,
    **evidence.PRESSED,
    **switching.PRESSED,
    **unchanged.PRESSED,
    **agreeing.PRESSED,
    **attending.PRESSED,
    **completing.PRESSED,
    **withdrawing.PRESSED,
    **resting.PRESSED,
    **returning.PRESSED,
    **still_you.PRESSED,
    **absence.PRESSED,
    **personal.PRESSED,
    **excusing.PRESSED,
    **extending.PRESSED,
    **disputing.PRESSED,
    **doubting.PRESSED,
    **setting_aside.PRESSED,
    **shrinking.PRESSED,
    **stepping.PRESSED,
    **convening.PRESSED,
    **filing.PRESSED,
    **voicing.PRESSED,
    **ruling.PRESSED,
    **reporting.PRESSED,
    **council.PRESSED,
    **measures.PRESSED,
    **wording.PRESSED,
    **english.PRESSED,
}
# Which dialogue a command belongs to, by its word.
COMMANDS: dict[str, Commanding] = {
    **chasing.COMMANDS,
    **plans.COMMANDS,
    **measures.COMMANDS,
    **reporting.COMMANDS,
    **filing.COMMANDS,
    **convening.COMMANDS,
    **inviting.COMMANDS,
    **switching.COMMANDS,
    **personal.COMMANDS,
    **filling.COMMANDS,
    **voicing.COMMANDS,
    **ruling.COMMANDS,
    **council.COMMANDS,
    **setting_aside.COMMANDS,
}
# Which dialogue asked a question of several steps, by its topic.
ANSWERED: dict[str, Answering] = {
    **evidence.ANSWERED,
    **attending.ANSWERED,
    **excusing.ANSWERED,
    **extending.ANSWERED,
    **filing.ANSWERED,
    **completing.ANSWERED,
    **resting.ANSWERED,
    **returning.ANSWERED,
    **still_you.ANSWERED,
    **convening.ANSWERED,
    **voicing.ANSWERED,
    **ruling.ANSWERED,
    **council.ANSWERED,
    **wording.ANSWERED,
    **english.ANSWERED,
}
# Which dialogue awaits the answer to a question, by the message that asked it.
ASKED: dict[str, str] = {
    **evidence.ASKED,
    **attending.ASKED,
    **excusing.ASKED,
    **extending.ASKED,
    **filing.ASKED,
    **completing.ASKED,
    **english.ASKED,
    **resting.ASKED,
    **returning.ASKED,
    **still_you.ASKED,
    **planning.ASKED,
    **voicing.ASKED,
    **ruling.ASKED,
    **council.ASKED,
    **wording.ASKED,
}


def answer(
    session: Session, forum: str, heard: Heard, *, heard_id: int, secret: bytes, policy: Policy, at: At, part: int = 0
) -> Toast | None:
    """Answer what was heard; everything that follows goes into this session. ``part``: of several things that came
    together, which one it is. Answers the toast of a press."""
    if isinstance(heard, Closed):
        _closed(session, forum, heard, at=at)
        return None
    # Whoever writes can be written to, even where the news of an unblocked chat never came.
    _let_in(session, forum, heard, at=at)
    scene = scene_of(session, forum, heard, heard_id, policy=policy, at=at, part=part)
    if floods.too_many(session, heard_id):
        floods.tell(session, heard_id, scene.here, at=at)
        return scene.toast("too-many") if isinstance(heard, Pressed) else None
    match heard:
        case Opened():
            joining.opened(scene, heard)
        case Pressed():
            return _pressed(scene, heard, secret)
        case _ if not scene.people:
            scene.say("stranger")
        case Said():
            _said(scene, heard)
        case Commanded():
            # Whoever gives a command has turned away from what was asked before.
            conversations.leave(session, forum, scene.person_ids)
            COMMANDS.get(heard.command, coordinating.helped)(scene, heard)
        case Gave():
            evidence.gave(scene, heard)
        case Returned():
            filling.returned(scene, heard)
        case Sent():
            scene.say("not-text", what=heard.what)
    return None


def scene_of(
    session: Session, forum: str, heard: Heard, heard_id: int, *, policy: Policy, at: At, part: int = 0
) -> Scene:
    """Who is there where this was heard."""
    people = enrolment.people_at(session, forum, channel=heard.channel, address=heard.address, day=at.day)
    way = enrolment.way_to(session, people[0]) if people else None
    wanted = (way and way.language) or (people[0].language if people else heard.language)
    return Scene(
        session=session,
        forum=forum,
        heard=heard,
        heard_id=heard_id,
        part=part,
        people=tuple(people),
        language=policy.language(wanted),
        policy=policy,
        at=at,
        commands=COMMANDS,
    )


def _pressed(scene: Scene, heard: Pressed, secret: bytes) -> Toast | None:
    """Only a button that we made, on a message that we sent to this very chat, counts."""
    try:
        press = open_seal(secret, heard.data)
    except ForgedButton:
        return scene.toast("button-old")
    message = scene.session.get(OutgoingMessage, press.message_id)
    if message is None or message.forum != scene.forum or message.address != heard.address:
        return scene.toast("button-old")
    doubts.arrived(scene.session, scene.forum, message.id, external_id=heard.ref)
    return _act(scene, heard, press)


def _act(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    act = PRESSED.get(press.action)
    # Whoever is not confirmed yet can press the buttons of joining and no others.
    if act is None or not (scene.people or press.action in joining.PRESSED):
        return scene.toast("button-old")
    return act(scene, heard, press)


def _said(scene: Scene, heard: Said) -> None:
    """A text belongs to the dialogue that asked a question last, unless it corrects a message, or answers one that is
    about something else."""
    if not heard.proven:
        reply.unproven(scene, heard)
        return
    asked, topic = _question(scene), _topic(scene, heard)
    if not heard.edited and asked is not None and topic in (None, asked.topic):
        _told(scene, asked, heard)
    elif not heard.edited and topic in ANSWERED:
        scene.say("question-over")
    elif not viewing.said(scene, heard) and (heard.edited or not absence.said(scene, heard)):
        reply.said(scene, heard)


def _question(scene: Scene) -> Conversation | None:
    found = conversations.open_one(scene.session, scene.forum, scene.person_ids, now=scene.at.now)
    return found if found is not None and found.topic in ANSWERED else None


def _topic(scene: Scene, heard: Said) -> str | None:
    """The dialogue whose question was replied to; empty where the message replied to can be answered itself."""
    message = reply.replied_to(scene, heard.reply_to)
    if message is None:
        return None
    return ASKED.get(message.kind, "" if reply.answerable(message) else None)


def _told(scene: Scene, asked: Conversation, heard: Said) -> None:
    """A text to be read by the dialogue that asked for it; an empty or too long one leaves the question open."""
    if not reply.usable(scene, heard.text):
        return
    inbox.answers(scene.session, scene.heard_id, topic=asked.topic)
    ANSWERED[asked.topic](scene, asked, heard)


def _closed(session: Session, forum: str, heard: Closed, *, at: At) -> None:
    if heard.closed:
        closed(session, forum, heard.channel, heard.address, at=at)
    else:
        _let_in(session, forum, heard, at=at)


def _let_in(session: Session, forum: str, heard: Heard, *, at: At) -> None:
    enrolment.block(session, forum, channel=heard.channel, address=heard.address, blocked=False, now=at.now)
    enrolment.heard(session, forum, channel=heard.channel, address=heard.address, now=at.now)
