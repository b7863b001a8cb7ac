"""Hearing: a mail that came in becomes what was heard, once it is clear who wrote it and what it answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot import reading as channels
from bot.dialogues import reading_back, reply
from bot.dialogues.route import scene_of
from bot.dialogues.scene import Scene, Toast
from bot.email import bounces, calendars, files, keys, parsing, returning
from bot.email.imap import CUT, LARGEST
from bot.email.parsing import Incoming
from bot.email.returning import Came
from bot.email.wire import NAME
from bot.heard import Commanded, Gave, Heard, Pressed, Returned, Said, Sent
from bot.parcels import came_back
from bot.reading import Reader, Reading
from forum import absences, doubts, enrolment, in_chat, outbox, people, replies, worksheets
from forum.answering import LETTER
from forum.drafts import Awaits
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.store.base import Values
from words import moments, quoting
from words.letters import reading as letters
from words.letters import subjects
from words.letters.reading import Named
from words.vocabulary import fold

# So many lines about mails of strangers are told the coordinators a day; the rest are in the mailbox all the same.
MOST_ASIDE = 10
ASIDE, FILES = "mail-aside", "mail-files"
SIGNS = " .,:;!?✓«»“”\"'*"


@dataclass(frozen=True, kw_only=True)
class Mailed(Heard):
    """A mail came; ``cut``: only its beginning was taken."""

    mail: Incoming
    cut: bool


def reader(own: str) -> Reader:
    """Reads mails; ``own`` is our own address, from which nobody answers."""

    def hear(body: str) -> Heard | None:
        raw = body.encode("latin-1", "replace")
        mail = parsing.read(raw)
        if mail.machine == "bulk" or (mail.machine != "bounce" and mail.sender in ("", own.lower())):
            return None
        if raw.startswith(CUT):  # of its files at most pieces are there
            return Mailed(channel=NAME, address=mail.sender, mail=replace(mail, files=()), cut=True)
        return Mailed(channel=NAME, address=mail.sender, mail=mail, cut=False)

    return Reader(hear, _answer)


def _answer(reading: Reading, heard: Heard) -> Toast | None:
    if isinstance(heard, Mailed) and heard.mail.machine == "bounce":
        _bounced(reading, heard.mail)
    elif isinstance(heard, Mailed):
        _from_outside(reading, heard.mail, cut=heard.cut)
    return None


def _from_outside(reading: Reading, mail: Incoming, *, cut: bool) -> None:
    if mail.calendar and calendars.answered(reading, mail):
        return
    ours = _answered(reading, mail)
    if mail.machine == "away":
        if ours is not None and ours[0].address == mail.sender:
            _away(reading, mail)
        return
    known = enrolment.people_at(reading.session, reading.forum, channel=NAME, address=mail.sender, day=reading.at.day)
    if ours is not None and ours[0].address == mail.sender:
        _from_member(reading, mail, *ours, cut=cut)
    elif known and ours is None:
        _unproven(reading, mail)
    else:
        _aside(reading, mail, "another" if ours is not None else "stranger")


def _answered(reading: Reading, mail: Incoming) -> tuple[OutgoingMessage, str] | None:
    """Our mail that this one answers, with its key: only who was sent it can name it."""
    for key in mail.keys:
        number = keys.opened(reading.secret, key)
        row = reading.session.get(OutgoingMessage, number) if number is not None else None
        if row is not None and row.forum == reading.forum and row.channel == NAME:
            return row, key.lower()
    return None


def _from_member(reading: Reading, mail: Incoming, ours: OutgoingMessage, key: str, *, cut: bool) -> None:
    doubts.arrived(reading.session, reading.forum, ours.id, external_id=key)
    came = returning.parted(mail)
    rest = replace(came.mail, text="" if came.sheets else mail.text)
    brought = None if came.sheets else subjects.titled(mail.subject, mail.text, today=reading.at.day)
    signed = bool(rest.files) and (brought or letters.sent(rest.text, today=reading.at.day)) is not None
    rest = replace(rest, files=()) if signed else rest
    heard = [*_sheets(mail, came), *_heard(rest, ours, key, heard_id=reading.heard_id, letter=brought)]
    odd = "size" if cut else mail.odd
    if odd == "deep" or (odd and not heard):
        heard = []
    elif not (heard or came.unopened):
        heard = [Sent(channel=NAME, address=mail.sender, what="other")]
    for part, one in enumerate(heard):
        toast = channels.said(reading, one, part=part)
        if toast is not None:
            _instead_of_a_toast(reading, one, toast, part=part)
    if outbox.named(reading.session, reading.forum, reading_back.dedupe(reading.heard_id, 0)) is None:
        _ask_completion(reading, mail, part=len(heard))
    if odd or signed:
        _tell_of_files(reading, mail, odd or "letter", part=len(heard) + 1)
    _tell_of_unopened(reading, mail, came, part=len(heard) + 2)


def _sheets(mail: Incoming, came: Came, *, proven: bool = True) -> Iterator[Heard]:
    """The worksheets that came back; what was written beside them is told with the first."""
    for place, (name, rows) in enumerate(came.sheets):
        beside = "" if place else mail.text
        yield Returned(channel=NAME, address=mail.sender, name=name, rows=rows, beside=beside, proven=proven)


def _tell_of_unopened(reading: Reading, mail: Incoming, came: Came, *, part: int) -> None:
    scene = _scene(reading, mail.sender, part=part)
    for one in came.unopened:
        scene.say("worksheet-unread", why=one.why.value, name=one.name[:120], kept=one.kept)


def _heard(mail: Incoming, ours: OutgoingMessage, key: str, *, heard_id: int, letter: Named | None) -> Iterator[Heard]:
    """What a member's mail says: a word in place of a press, a command, or an answer; then its files."""
    who: dict[str, Any] = {"channel": NAME, "address": mail.sender}
    first, _, _ = mail.text.partition("\n")
    word = _word(first)
    pressed = _named(ours, word) if word else None
    if pressed is not None:
        yield Pressed(**who, data=pressed["data"], ref=key, press="")
    elif mail.text.startswith("/"):
        command, _, rest = first[1:].partition(" ")
        yield Commanded(**who, command=command.lower(), rest=rest.strip())
    elif letter is not None:
        yield Said(**who, text=_naming(mail, letter), ref=key, reply_to=key, letter=letter)
    elif mail.text:
        yield Said(**who, text=mail.text, ref=key, reply_to=key)
    for file in mail.files:
        yield Gave(
            **who,
            what="picture" if file.media_type.startswith("image/") else "file",
            external_id=files.named(heard_id, file.number),
            name=file.name,
            media_type=file.media_type,
            size=len(file.content),
            caption="",
            ref=key,
            reply_to=key,
        )


def _naming(mail: Incoming, letter: Named) -> str:
    """What of a mail names the letter that it brings."""
    return mail.subject if letter.number else mail.text or mail.subject


def _named(ours: OutgoingMessage, word: str) -> Values | None:
    """What of our mail's words this one is; «VARAM» is «VARAM (1)» where no other begins so."""
    keys = ours.keys or []
    exact = [one for one in keys if _word(one["label"]) == word]
    short = [one for one in keys if _word(str(one["label"]).partition(" (")[0]) == word]
    return next(iter(exact or (short if len(short) == 1 else [])), None)


def _word(line: str) -> str:
    """A line as it is held against the words that a mail may be answered with."""
    return fold(line.strip(SIGNS)).strip(SIGNS)


def _scene(reading: Reading, address: str, *, part: int) -> Scene:
    heard = Heard(channel=NAME, address=address)
    return scene_of(
        reading.session,
        reading.forum,
        heard,
        reading.heard_id,
        policy=reading.policy,
        at=reading.at,
        part=part,
    )


def _instead_of_a_toast(reading: Reading, heard: Heard, toast: Toast, *, part: int) -> None:
    """A mailbox shows no toasts: where nothing else was said, its word goes out as a mail."""
    said = f"heard/{reading.heard_id}{f'.{part}' if part else ''}/1"
    if outbox.named(reading.session, reading.forum, said) is None:
        kind, scene = f"toast-{toast.kind}", _scene(reading, heard.address, part=part)
        scene.say(kind, **toast.values)


def _ask_completion(reading: Reading, mail: Incoming, *, part: int) -> None:
    """An answer that does not say how far the measure has come is kept, and asked back about."""
    became = replies.from_message(reading.session, reading.forum, [reading.heard_id])
    if became is None or became[1] != "done" or became[0].completion is not None or became[0].channel == LETTER:
        return
    scene = _scene(reading, mail.sender, part=part)
    duty = replies.obligation_of(reading.session, became[0].id)
    person = reading.session.get(Person, became[0].person_id) if became[0].person_id else None
    if person is not None:
        reply.ask_status(scene, duty, person, Awaits.STATUS_ALONE)


def _tell_of_files(reading: Reading, mail: Incoming, why: str, *, part: int) -> None:
    _scene(reading, mail.sender, part=part).say(FILES, why=why, most=LARGEST // 2**20)


def _unproven(reading: Reading, mail: Incoming) -> None:
    """From an address of the roster, but it answers nothing of ours: whoever has our question may confirm it. Whoever
    has a worksheet's keys was sent it."""
    scene, came = _scene(reading, mail.sender, part=0), returning.parted(mail)
    keys_of = (row.key for _, rows in came.sheets for row in rows)
    if any(worksheets.named_by(reading.session, reading.forum, word) for word in keys_of):
        for part, one in enumerate(_sheets(mail, came, proven=False)):
            channels.said(reading, one, part=part)
        return
    letter = subjects.titled(mail.subject, mail.text, today=reading.at.day)
    text = _naming(mail, letter) if letter is not None else mail.text
    if text and not text.startswith("/"):
        said = Said(channel=NAME, address=mail.sender, text=text, ref="", proven=False, letter=letter)
        reply.unproven(scene, said)
    else:
        scene.say(FILES, why="unproven", most=LARGEST // 2**20)


def _away(reading: Reading, mail: Incoming) -> None:
    """An absence whose last day is told counts; it is never an answer."""
    text = fold(f"{mail.subject} {mail.text}")
    until = quoting.until_words().search(text)
    found = moments.day_in(text[until.end() : until.end() + 60], today=reading.at.day) if until else None
    if found is None or isinstance(found, moments.Problem) or found - reading.at.day > absences.LONGEST:
        return
    for person in enrolment.people_at(
        reading.session, reading.forum, channel=NAME, address=mail.sender, day=reading.at.day
    ):
        if not person.is_away(reading.at.day):
            absences.go(reading.session, person, found, side=NAME, at=reading.at)


def _bounced(reading: Reading, mail: Incoming) -> None:
    for one in bounces.failures(mail.message):
        number = keys.opened(reading.secret, one.key)
        row = reading.session.get(OutgoingMessage, number) if number is not None else None
        if row is not None and row.forum == reading.forum and row.channel == NAME and row.address == one.address:
            came_back(reading.session, row, one.status, at=reading.at)


def _aside(reading: Reading, mail: Incoming, why: str) -> None:
    """Nothing worse comes of it than a line for the coordinators: one a sender and day."""
    session, at = reading.session, reading.at
    sender = hashlib.sha256(mail.sender.encode()).hexdigest()[:16]
    if in_chat.count_since(session, reading.forum, ASIDE, since=at.now - timedelta(days=1)) >= MOST_ASIDE:
        return
    for person in people.coordinators(session, reading.forum, day=at.day):
        outbox.put(
            session,
            reading.forum,
            to=outbox.To(person_id=person.id),
            kind=ASIDE,
            values={"sender": mail.sender[:200], "subject": mail.subject[:200], "why": why},
            dedupe=f"{ASIDE}/{at.day}/{sender}/{person.id}",
            now=at.now,
        )
