"""Signing: a body's letter is made of the answers that stand, signed elsewhere, and closed by its number and date."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from forum import answering, filings, journal, outbox, people, writing_back
from forum.answering import Answer
from forum.filings import Filing, FilingPart, Share, State
from forum.people import Institution, Person
from forum.replies import Reply
from forum.rounds import Round
from forum.times import At

TOLD = "filing-told"
# The longest number of a letter: a line of text on a SharePoint list.
LONGEST = 255


def make(session: Session, one: Round, filer: Institution, *, by: Person | None, at: At) -> Filing | None:
    """A letter of all that stands and no signed letter says yet; None where there is nothing of the kind. The one that
    is being signed, where it says just that."""
    found = [share for share in filings.shares(session, one, filer.id, day=at.day) if _is_new(share)]
    newest = filings.newest(session, one, filer.id)
    if not found:
        return None
    if newest is not None and newest.signed_at is None:
        kept = {number: version.id for number, version in filings.parts(session, newest).items()}
        if kept == {share.obligation.id: share.version.id for share in found if share.version}:
            return newest
    return _made(session, one, filer, found, by=by, at=at)


def _is_new(share: Share) -> bool:
    if share.version is None:
        return False
    return share.filing is None or share.filing.signed_at is None or share.changed


def _made(session: Session, one: Round, filer: Institution, found: list[Share], *, by: Person | None, at: At) -> Filing:
    newest = filings.newest(session, one, filer.id)
    filing = Filing(
        forum=one.forum,
        round_id=one.id,
        institution_id=filer.id,
        turn=newest.turn + 1 if newest else 1,
        made_at=at.now,
        made_by_id=by.id if by else None,
    )
    session.add(filing)
    session.flush()
    for share in found:
        if share.version is not None:
            session.add(
                FilingPart(
                    forum=one.forum,
                    filing_id=filing.id,
                    obligation_id=share.obligation.id,
                    version_id=share.version.id,
                )
            )
    session.flush()
    _note(session, filing, "filing.made", by, at=at)
    return filing


def sign(session: Session, one: Round, filer: Institution, *, number: str, on: date, by: Person, at: At) -> Filing:
    """The letter has its number and date: its text is frozen. The one being signed; else the number of the signed one
    is put right; where none was made, what stands now is taken for it, and where nothing stands, it is an official
    letter about all that the bodies owe."""
    filing = filings.newest(session, one, filer.id)
    if filing is None:
        filing = make(session, one, filer, by=by, at=at) or _official(session, one, filer, by=by, at=at)
    first = filing.signed_at is None
    if first:
        filing.late = one.closed_on(at.day)
    filing.number, filing.letter_on, filing.signed_at, filing.signed_by_id = number, on, at.now, by.id
    session.flush()
    _rows(session, filing, at=at)
    _note(session, filing, "filing.signed" if first else "filing.corrected", by, at=at)
    _tell(session, filing, by, at=at)
    return filing


def _official(session: Session, one: Round, filer: Institution, *, by: Person, at: At) -> Filing:
    """A letter that says elsewhere what nobody said here: whatever is awaited, or was missed, came in it."""
    for share in filings.shares(session, one, filer.id, day=at.day):
        if share.state in (State.AWAITED, State.MISSED):
            answer = Answer(channel=answering.LETTER, submitted_by=filer.name)
            answering.record(session, share.obligation, None, answer, at=at, entered_by=by)
    session.flush()
    found = [share for share in filings.shares(session, one, filer.id, day=at.day) if share.version is not None]
    return _made(session, one, filer, found, by=by, at=at)


def reopen(session: Session, filing: Filing, *, by: Person, at: At) -> bool:
    """The number was told by mistake: the letter is being signed again. False where it was."""
    if filing.signed_at is None:
        return False
    filing.number, filing.letter_on, filing.signed_at, filing.signed_by_id, filing.late = "", None, None, None, False
    session.flush()
    _rows(session, filing, at=at)
    _note(session, filing, "filing.reopened", by, at=at)
    return True


def _rows(session: Session, filing: Filing, *, at: At) -> None:
    """The rows of its answers on the workspace say which letter they are in."""
    for version in filings.parts(session, filing).values():
        reply = session.get_one(Reply, version.reply_id)
        writing_back.letter(session, reply, at=at)


def _tell(session: Session, filing: Filing, by: Person, *, at: At) -> None:
    """The coordinators hear of a letter, but for the one who told of it."""
    for coordinator in people.coordinators(session, filing.forum, day=at.day):
        if coordinator.id != by.id:
            outbox.put(
                session,
                filing.forum,
                to=outbox.To(person_id=coordinator.id),
                kind=TOLD,
                values={"filing": filing.id},
                dedupe=f"{TOLD}/{filing.id}/{at.now.isoformat()}/{coordinator.id}",
                now=at.now,
            )


def _note(session: Session, filing: Filing, action: str, by: Person | None, *, at: At) -> None:
    journal.note(
        session,
        filing.forum,
        at=at.now,
        actor=f"person:{by.id}" if by else "service",
        side="forum",
        action=action,
        noun="filing",
        noun_id=filing.id,
        after={
            "turn": filing.turn,
            "number": filing.number,
            "letter_on": filing.letter_on and filing.letter_on.isoformat(),
        },
    )
