"""Evidence: a picture, a file or a link that a member gives beside an answer, and what it is about."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.buttons import Press
from bot.dialogues import askers, reply, reporting
from bot.dialogues.scene import Answering, Pressing, Scene, Toast
from bot.heard import Gave, Pressed, Said
from forum import awaited, conversations, evidence, replies, shelving
from forum.conversations import Conversation
from forum.evidence import Evidence, EvidenceKind
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation

TOPIC = "evidence"
# What comes so soon after an answer is about it.
AFTER_ANSWER = timedelta(hours=1)
MOST_OFFERED = 12


def gave(scene: Scene, heard: Gave) -> None:
    """A picture or a file came. Words beside it are an answer where one is awaited, else its name."""
    if heard.size > evidence.LARGEST:
        scene.say("evidence-too-large", most=evidence.LARGEST // 2**20)
        return
    if reporting.brought(scene, heard):
        return
    kind = EvidenceKind.PICTURE if heard.what == "picture" else EvidenceKind.FILE
    about = _about(scene, heard.reply_to)
    piece = _piece(scene, kind, name=heard.name, media_type=heard.media_type, size=heard.size)
    piece.external_id = heard.external_id
    _place(scene, piece, about)
    if heard.caption.strip():
        said = Said(
            channel=heard.channel,
            address=heard.address,
            language=heard.language,
            text=heard.caption,
            ref=heard.ref,
            reply_to=heard.reply_to,
        )
        reply.said(scene, said)


def _piece(scene: Scene, kind: EvidenceKind, **more: object) -> Evidence:
    piece = Evidence(
        forum=scene.forum,
        kind=kind,
        given_at=scene.at.now,
        channel=scene.heard.channel,
        address=scene.heard.address,
        person_id=scene.people[0].id,
        heard_id=scene.heard_id,
    )
    for name, value in more.items():
        setattr(piece, name, value)
    scene.session.add(piece)
    scene.session.flush()
    return piece


def _about(scene: Scene, reply_to: str | None) -> list[Obligation]:
    """What a piece may be about: what the message replied to is about; what was asked for; what was answered just
    now; all that this chat answers for."""
    named = reply.named(scene, reply_to)
    if len(named) == 1:
        return named
    asked = conversations.open_one(scene.session, scene.forum, scene.person_ids, now=scene.at.now)
    if asked is not None and asked.topic == TOPIC:
        return [scene.session.get_one(Obligation, asked.values["obligation"])]
    answered = _answered_with(scene) or _answered_last(scene)
    if answered:
        return answered
    return named or [
        one.obligation
        for answered in (False, True)
        for one in awaited.of_people(scene.session, scene.forum, scene.person_ids, day=scene.at.day, answered=answered)
    ]


def _answered_with(scene: Scene) -> list[Obligation]:
    """What was answered by the very message that the piece came with: of several measures, whichever it is about is
    asked."""
    rows = scene.session.scalars(
        select(ReplyVersion)
        .where(ReplyVersion.forum == scene.forum, ReplyVersion.heard_id == scene.heard_id)
        .order_by(ReplyVersion.id)
    )
    duties = (replies.obligation_of(scene.session, row.id) for row in rows.all())
    return list({duty.id: duty for duty in duties}.values())


def _answered_last(scene: Scene) -> list[Obligation]:
    version = scene.session.scalar(
        select(ReplyVersion)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .where(
            ReplyVersion.forum == scene.forum,
            ReplyVersion.person_id.in_(sorted(scene.person_ids)),
            ReplyVersion.submitted_at >= scene.at.now - AFTER_ANSWER,
        )
        .order_by(ReplyVersion.id.desc())
        .limit(1)
    )
    return [replies.obligation_of(scene.session, version.id)] if version else []


def _place(scene: Scene, piece: Evidence, about: list[Obligation]) -> None:
    if not about:
        scene.session.delete(piece)
        scene.say("evidence-nowhere")
    elif len(about) > 1:
        scene.say("ask-evidence", piece=piece.id, obligations=[duty.id for duty in about[:MOST_OFFERED]])
    elif len(evidence.kept(scene.session, about[0])) >= evidence.MOST:
        scene.session.delete(piece)
        scene.say("evidence-too-many", most=evidence.MOST)
    else:
        evidence.place(scene.session, piece, about[0], at=scene.at)


def _placed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The member said what a piece is about."""
    number, _, duty_id = press.subject.partition("-")
    piece, duty = scene.session.get(Evidence, int(number)), scene.session.get(Obligation, int(duty_id))
    if piece is None or piece.person_id not in scene.person_ids or duty is None or duty.forum != scene.forum:
        return scene.toast("not-yours")
    if piece.obligation_id is not None:
        return scene.toast("already-done")
    _place(scene, piece, [duty])
    return None


def _asked(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """The button beside an answer: the next link, picture or file belongs to it."""
    found = askers.theirs(scene, press.subject, late=True)
    if isinstance(found, Toast):
        return found
    duty, person = found
    conversations.ask(
        scene.session,
        scene.forum,
        person_id=person.id,
        topic=TOPIC,
        step="piece",
        values={"obligation": duty.id},
        now=scene.at.now,
    )
    scene.say("ask-piece", obligation=duty.id)
    return None


def _linked(scene: Scene, asked: Conversation, heard: Said) -> None:
    """The text after the question: the addresses in it are the evidence."""
    links = list(dict.fromkeys(evidence.LINK.findall(heard.text)))
    long = [one for one in links if len(one) > evidence.LONGEST_LINK]
    if not links or long:
        scene.say("evidence-long-link" if long else "evidence-no-link")
        return
    duty = scene.session.get_one(Obligation, asked.values["obligation"])
    conversations.end(scene.session, asked)
    for link in links:
        _place(scene, _piece(scene, EvidenceKind.LINK, url=link), [duty])


def _taken_back(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    piece = scene.session.get(Evidence, int(press.subject))
    if piece is None or piece.person_id not in scene.person_ids:
        return scene.toast("not-yours")
    if piece.dropped_at is not None:
        return scene.toast("already-done")
    evidence.drop(scene.session, piece, now=scene.at.now)
    shelving.take_off(scene.session, piece, now=scene.at.now)
    scene.say("evidence-dropped")
    return None


PRESSED: dict[str, Pressing] = {
    "evidence": _asked,
    "evidence-of": _placed,
    "evidence-drop": _taken_back,
}
ANSWERED: dict[str, Answering] = {TOPIC: _linked}
ASKED: dict[str, str] = {"ask-piece": TOPIC}
