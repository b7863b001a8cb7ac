"""Replying: a status button and one text, or one plain text; the text is kept before it is clear what it is about."""

from __future__ import annotations

from bot.buttons import Press
from bot.dialogues import asking_which, completing, english, filing, reading_back, resting, several
from bot.dialogues.askers import asker, closed, tells_progress, theirs
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed, Said
from forum import awaited, conversations, doubts, drafts, in_chat, inbox, outbox, replies, rounds
from forum.answering import LETTER, Answer
from forum.drafts import Awaits, Draft
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.plan import Completion
from forum.rounds import Obligation
from words.chatter import idle
from words.completions import recognise
from words.letters import reading
from words.letters.reading import Named
from words.several import fields

# What a message of ours knows that is about measures.
ABOUT = ("obligation", "version", "rounds")


def _pressed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A button of the reply dialogue; its subject begins with the obligation's id."""
    number, _, word = press.subject.partition("-")
    found = theirs(scene, number)
    if isinstance(found, Toast):
        return found
    duty, person = found
    match press.action:
        case "answer":
            ask_status(scene, duty, person, Awaits.STATUS)
        case "only-status":
            ask_status(scene, duty, person, Awaits.STATUS_ALONE)
        case "status":
            return _status(scene, heard, duty, person, word)
        case "measure":
            return _measure(scene, duty, person, int(word))
        case _:
            return scene.toast("button-old")
    return None


def said(scene: Scene, heard: Said) -> None:
    """A text: a correction of an earlier one, the answer to a question, or a plain reply."""
    text = heard.text.strip()
    if not usable(scene, text):
        return
    if heard.edited:
        _correct(scene, heard, text)
    else:
        _place(scene, heard, text)


def unproven(scene: Scene, heard: Said) -> None:
    """A text of which only the sender's address speaks, which anybody can write: it is kept, and the person is asked
    what it is about; who answers that has had our question, and nobody else has."""
    text = heard.text.strip()
    if not usable(scene, text):
        return
    letter = heard.letter or reading.sent(text, today=scene.at.day)
    if letter is not None and filing.offered(scene):
        return
    mine = awaited.of_people(scene.session, scene.forum, scene.person_ids, day=scene.at.day)
    asking_which.ask_measure(scene, text, asking_which.offered(scene, [], [], mine))


def usable(scene: Scene, text: str) -> bool:
    """Whether there are words, and the platform has room for them; the member is told where it is not so."""
    if not text.strip():
        scene.say("text-empty")
    elif len(text.strip()) > replies.LONGEST:
        scene.say("text-too-long", most=replies.LONGEST)
    else:
        return True
    return False


def _place(scene: Scene, heard: Said, text: str) -> None:
    """Which obligation a text belongs to: the message it replies to, else the only question open, else the only
    thing awaited; where that does not say, the text is kept and the member is asked."""
    letter = heard.letter or reading.sent(text, today=scene.at.day) or _bare(scene, heard, text)
    if letter is not None and _sent(scene, heard, text, letter):
        return
    about, elsewhere = named(scene, heard.reply_to), _elsewhere(scene, heard, text)
    if not about and (asked := _rounds_asked(scene, heard.reply_to)):
        # It answers a reminder of which nothing is this chat's any more: it must not become an answer elsewhere.
        day = scene.at.day
        goes_on = any(one.id in asked for one in rounds.running(scene.session, scene.forum, day=day))
        scene.say("not-yours-text" if goes_on else "round-closed")
        return
    own = several.said(scene, text, about, elsewhere=elsewhere)
    if own is None:
        return
    if len(about) == 1 and not elsewhere:
        _record(scene, about[0], own)
        return
    open_texts = drafts.awaiting(scene.session, scene.forum, person_ids=sorted(scene.person_ids), awaits=Awaits.TEXT)
    mine = awaited.of_people(scene.session, scene.forum, scene.person_ids, day=scene.at.day)
    if not about and len(open_texts) == 1 and open_texts[0].obligation_id:
        _record(scene, scene.session.get_one(Obligation, open_texts[0].obligation_id), text)
    elif not about and not open_texts and len(mine) == 1 and not elsewhere:
        _record(scene, mine[0].obligation, text)
    elif not about and not open_texts and not mine and elsewhere:
        scene.say("nothing-asked")
    else:
        asking_which.ask_measure(scene, text, asking_which.offered(scene, about, open_texts, mine))


def _elsewhere(scene: Scene, heard: Said, text: str) -> bool:
    """Whether nothing says that a text is an answer: mere courtesy («Paldies!»), or a reply to a message of ours that
    asks nothing about a measure."""
    message = replied_to(scene, heard.reply_to)
    asks = message is None or "rounds" in message.values
    return not (message is None or answerable(message)) or (asks and idle(text))


def answerable(message: OutgoingMessage) -> bool:
    """Whether a message of ours is about measures, so that a reply to it is an answer."""
    return any(name in message.values for name in ABOUT)


def named(scene: Scene, reply_to: str | None) -> list[Obligation]:
    """The obligations that the message replied to is about; of several those still open, else those answered."""
    message = replied_to(scene, reply_to)
    if message is None:
        return []
    doubts.arrived(scene.session, scene.forum, message.id, external_id=reply_to)
    if "obligation" in message.values:
        return [scene.session.get_one(Obligation, message.values["obligation"])]
    if "version" in message.values:
        return [replies.obligation_of(scene.session, message.values["version"])]
    asked = message.values.get("rounds", ())
    return awaited.asked_in(scene.session, scene.forum, scene.person_ids, asked, day=scene.at.day)


def _sent(scene: Scene, heard: Said, text: str, letter: Named) -> bool:
    """A letter went out: that of the body that files is closed; where this chat's body files through another, what the
    message replied to asks about came in it."""
    about = named(scene, heard.reply_to)
    rounds_asked = _rounds_asked(scene, heard.reply_to) or {duty.round_id for duty in about}
    return filing.sent(scene, letter, rounds_asked) or resting.by_letter(scene, about, text)


def _bare(scene: Scene, heard: Said, text: str) -> Named | None:
    """A number and date, in reply to our message about a letter, are that letter's."""
    message = replied_to(scene, heard.reply_to)
    about = message is not None and message.kind in filing.ABOUT
    return reading.bare(text, today=scene.at.day) if about else None


def _rounds_asked(scene: Scene, reply_to: str | None) -> set[int]:
    """The rounds of the reminder that was replied to; none where it was something else."""
    message = replied_to(scene, reply_to)
    if message is not None and message.kind in filing.ABOUT:
        return filing.rounds_of(scene, message)
    return set(message.values.get("rounds", ())) if message else set()


def replied_to(scene: Scene, reply_to: str | None) -> OutgoingMessage | None:
    """Our message that was replied to; None where it is not ours."""
    if reply_to is None:
        return None
    heard = scene.heard
    return in_chat.by_external(
        scene.session, scene.forum, channel=heard.channel, address=heard.address, external_id=reply_to
    )


def _measure(scene: Scene, duty: Obligation, person: Person, draft_id: int) -> Toast | None:
    """The member said which measure a kept text is about."""
    draft = scene.session.get(Draft, draft_id)
    if draft is None or draft.person_id not in scene.person_ids:
        return scene.toast("already-done")
    text, heard_id = draft.text, draft.heard_id
    scene.session.delete(draft)
    _record(scene, duty, text, heard_id=heard_id)
    return None


def ask_status(scene: Scene, duty: Obligation, person: Person, awaits: Awaits) -> None:
    """The next text belongs to this question, and to none that was left open before. Where a round asks for words
    alone, the text is asked for at once."""
    progress = tells_progress(scene, duty)
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    drafts.begin(
        scene.session,
        scene.forum,
        person_id=person.id,
        obligation_id=duty.id,
        awaits=awaits if progress else Awaits.TEXT,
        now=scene.at.now,
    )
    scene.say("ask-status" if progress else "ask-words", obligation=duty.id)


def _status(scene: Scene, heard: Pressed, duty: Obligation, person: Person, word: str) -> Toast | None:
    """The status is chosen: with a text given before, that is the answer; else the text is asked for, in place."""
    draft = drafts.of(scene.session, scene.forum, person_id=person.id, obligation_id=duty.id)
    if draft is None or draft.awaits not in (Awaits.STATUS, Awaits.STATUS_ALONE, Awaits.TEXT):
        return scene.toast("already-done")
    draft.completion = Completion(word)
    if draft.awaits is Awaits.STATUS_ALONE:
        _record(scene, duty, "")
        return scene.toast("status-chosen", completion=word)
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    draft.awaits, draft.opened_at = Awaits.TEXT, scene.at.now
    scene.say("ask-text", edits=heard.ref, obligation=duty.id, completion=word)
    return None


def _record(scene: Scene, duty: Obligation, text: str, *, heard_id: int | None = None) -> None:
    person = asker(scene, duty)
    if person is None or closed(scene, duty):
        # What was begun about it is over, or it would swallow the next text too.
        drafts.leave(scene.session, scene.forum, scene.person_ids, duty.id)
        scene.say("round-closed" if person else "not-yours-text")
        return
    completion, done = recognise(text) if tells_progress(scene, duty) else (None, text)
    draft = drafts.of(scene.session, scene.forum, person_id=person.id, obligation_id=duty.id)
    if draft is not None:
        completion = completion or draft.completion
        drafts.end(scene.session, draft)
    texts, heard_id = _texts(scene, duty, completion, done), heard_id or scene.heard_id
    if completion is None and texts.keys() == {"english"}:
        english.keep(scene, duty, texts["english"], heard_id=heard_id)
        return
    given = Answer(
        completion=completion,
        done=texts.get("done", ""),
        obstacles=texts.get("obstacles"),
        next_step=texts.get("next_step"),
        channel=scene.heard.channel,
        heard_id=heard_id,
    )
    completing.record(scene, duty, person, given)
    if "english" in texts:
        english.beside(scene, duty, person, texts["english"], heard_id=heard_id)


def _texts(scene: Scene, duty: Obligation, completion: Completion | None, words: str) -> dict[str, str]:
    """An answer's texts by field («Šķēršļi: …»). Where none of them says what was done, they add to an answer that
    stands, or say why nothing was begun; else all of the words are what was done."""
    if not tells_progress(scene, duty):
        return {"done": words}
    texts = fields(words)
    if "done" in texts or (completion is Completion.NOT_STARTED and "obstacles" in texts):
        return texts
    before = replies.of_obligation(scene.session, duty)
    return texts if before is not None and before.done else {"done": words}


def _correct_several(scene: Scene, text: str) -> None:
    """What was edited answered several measures: the parts that say something else now are recorded anew."""
    if several.said(scene, text, []) is not None:
        scene.say("edit-elsewhere")


def _correct(scene: Scene, heard: Said, text: str) -> None:
    """An edited message that was recorded becomes a new version; one still kept for a question is replaced there."""
    rows = inbox.ids_of(scene.session, scene.forum, heard.channel, lane=heard.address, message_ref=heard.ref)
    names = [(reading_back.dedupe(number, 0),) for number in rows]
    if outbox.NAMED.gather(scene.session, scene.forum, names):
        _correct_several(scene, text)
        return
    waiting = drafts.awaiting(scene.session, scene.forum, person_ids=sorted(scene.person_ids), awaits=Awaits.MEASURE)
    kept = next((draft for draft in waiting if draft.heard_id in rows), None)
    became = replies.from_message(scene.session, scene.forum, rows)
    if kept is not None:
        kept.text = text
    elif became is not None and became[0].channel == LETTER:
        resting.reword(scene, became[0], text)
    elif became is not None and became[1] != "done":
        completing.correct(scene, became[0], became[1], text)
    elif became is not None:
        _record(scene, replies.obligation_of(scene.session, became[0].id), text)
    elif english.reworded(scene, rows, text):
        pass
    elif inbox.answered(scene.session, rows):
        scene.say("edit-elsewhere")
    else:
        _place(scene, heard, text)


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(("answer", "only-status", "status", "measure"), _pressed),
    "measure-none": asking_which.dropped,
}
