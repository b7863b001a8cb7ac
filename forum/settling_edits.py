"""Settling edits: what a body's own people changed on the workspace, in a measure's row or among the answers, is taken
as their answer, where one is owed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import (
    answer_rows,
    answering,
    awaited,
    edits,
    enrolment,
    outbox,
    people,
    replies,
    returning,
    settling_views,
    standing,
)
from forum.answering import Answer
from forum.awaited import Owed
from forum.edits import Edit, Editor, Verdict
from forum.people import Person, Role
from forum.plan import Completion
from forum.policies import Policy
from forum.rounds import Obligation
from forum.times import At, real

# More edits by one hand within this time are no answers before somebody says so.
AT_ONCE, MOST = timedelta(minutes=1), 5
# Whoever runs or watches the forum answers for nobody by an edit.
NOT_ANSWERING = (Role.COORDINATOR, Role.OBSERVER)


def settle(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Say of every new edit whether it is an answer, and keep those that are; each edit is settled once. Whose answer
    was returned there hears of it."""
    found = edits.of_verdict(session, forum, Verdict.NEW)
    at = At(now=now, real=real(), day=policy.day(now))
    for one in found:
        if len(_beside(one, found)) > MOST:
            one.verdict, one.batch = Verdict.WAITING, min(_beside(one, found))
            _ask(session, one, at=at)
        else:
            one.verdict = Verdict.ANSWER if _answered(session, one, at=at, policy=policy) else Verdict.NONE
    returning.settle(session, forum, now=now, policy=policy)


def of_batch(session: Session, forum: str, batch: int) -> Sequence[Edit]:
    """The edits of one hand that wait for a coordinator's word."""
    rows = select(Edit).where(Edit.forum == forum, Edit.batch == batch, Edit.verdict == Verdict.WAITING)
    return session.scalars(rows.order_by(Edit.id)).all()


def decide(session: Session, forum: str, batch: int, *, answers: bool, at: At, policy: Policy) -> bool:
    """A coordinator says whether many edits at once were answers. False where somebody said so already."""
    waiting = of_batch(session, forum, batch)
    for one in waiting:
        taken = answers and _answered(session, one, at=at, policy=policy)
        one.verdict = Verdict.ANSWER if taken else Verdict.NONE
    return bool(waiting)


def _ask(session: Session, edit: Edit, *, at: At) -> None:
    """Those who run the forum are asked once for all that one hand changed at once."""
    for person in people.coordinators(session, edit.forum, day=at.day):
        outbox.put(
            session,
            edit.forum,
            to=outbox.To(person_id=person.id),
            kind="edits-waiting",
            values={"batch": edit.batch},
            dedupe=f"edits-waiting/{edit.batch}/{person.id}",
            now=at.now,
        )


def _beside(edit: Edit, found: Sequence[Edit]) -> list[int]:
    return [one.id for one in found if one.editor == edit.editor and abs(one.made_at - edit.made_at) <= AT_ONCE]


def _answered(session: Session, edit: Edit, *, at: At, policy: Policy) -> bool:
    person = _who(session, edit.forum, edit.editor, day=at.day)
    view = settling_views.seat(session, edit)
    if person is not None and view is not None:
        return settling_views.settle(session, edit, view, person, at=at, policy=policy)
    duty = _duty(session, edit, person, day=at.day) if person else None
    answer = _answer(session, edit, duty.obligation) if duty else None
    if person is None or duty is None or answer is None:
        return False
    echo = outbox.To(person_id=person.id) if enrolment.way_to(session, person) else None
    opens = policy.hours.next_open(at.now, policy.workdays)
    if edit.row is not None:
        answer_rows.adopt(session, duty.obligation, edit.row)
    answering.record(session, duty.obligation, person, answer, at=at, echo=echo, echo_from=opens)
    enrolment.in_touch(session, person, now=at.now)
    answer_rows.settle(session, edit)
    return True


def _answer(session: Session, edit: Edit, obligation: Obligation) -> Answer | None:
    """What the edit says about how far the measure has come; None where it says nothing of that.

    Whoever fills in the lead's row says what then stands in it, so a first answer takes from there what the edit left
    alone. A next step or an obstacle by itself is an answer only beside what the row tells already; a field that was
    emptied, or set to *no evidence*, is none.
    """
    said = {name: word for name, word in edit.values.items() if word and word != Completion.NO_EVIDENCE}
    beside = edit.reply_id is not None or edit.row is not None
    leads = replies.sets_status(session, obligation) and not beside
    row = standing.on_record(session, obligation) if leads else None
    answered = replies.of_obligation(session, obligation) is not None
    if not said or not (row or answered or "completion" in said or "done" in said):
        return None
    first = row if row and not answered else None
    completion = said.get("completion") or _telling(first.completion if first else None)
    return Answer(
        channel=answering.WORKSPACE,
        submitted_by=edit.name,
        completion=Completion(completion) if completion else None,
        done=said.get("done") or (first.done if first else ""),
        next_step=edit.values.get("next_step", first.next_step if first else None),
        obstacles=edit.values.get("obstacles", first.obstacles if first else None),
        beside=beside,
    )


def _telling(completion: Completion | None) -> Completion | None:
    return None if completion is Completion.NO_EVIDENCE else completion


def _who(session: Session, forum: str, editor: Editor, *, day: date) -> Person | None:
    """The one serving person whose account, else e-mail, else name this is."""
    rows = session.scalars(select(Person).where(Person.forum == forum).order_by(Person.id))
    serving = [one for one in rows if one.serves_on(day)]
    for same in (
        [one for one in serving if editor.account is not None and one.account == editor.account],
        [one for one in serving if editor.email and one.email.casefold() == editor.email.casefold()],
        [one for one in serving if editor.name and one.name == editor.name],
    ):
        if same:
            return same[0] if len(same) == 1 and same[0].role not in NOT_ANSWERING else None
    return None


def _duty(session: Session, edit: Edit, person: Person, *, day: date) -> Owed | None:
    """What the person's body owes about the measure in a running round; what is still open first."""
    bodies = [] if person.institution_id is None else [person.institution_id]
    meant = answer_rows.meant(session, edit)
    for answered in (False, True):
        for one in awaited.owed(session, edit.forum, day=day, answered=answered, bodies=bodies):
            if one.measure.id == edit.measure_id and meant(one.obligation):
                return one
    return None
