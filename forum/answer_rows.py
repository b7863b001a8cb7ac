"""Answer rows: what somebody typed into a row among the answers, held against the obligation that it may be about."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from forum import answering, baselines, operations
from forum.baselines import Baseline
from forum.edits import Edit
from forum.replies import Reply
from forum.rounds import Obligation, Round
from forum.store.base import Values

# The noun whose rows they are.
NOUN = "reply"


def meant(session: Session, edit: Edit) -> Callable[[Obligation], bool]:
    """Whether an edit can be about an obligation of its measure: about the one of the answer whose row was changed, or
    about what the row that was typed in says of round, body and voice."""
    if edit.reply_id is not None:
        number = session.get_one(Reply, edit.reply_id).obligation_id
        return lambda duty: duty.id == number
    if edit.row is None:
        # A measure's own row says how far it has come: no answer where words alone are asked for.
        return lambda duty: session.get_one(Round, duty.round_id).kind.tells_progress
    base = _of(session, edit)
    if base is None or base.gone_at is not None or base.noun_id is not None:
        return lambda _: False
    told = base.values
    return lambda duty: all(
        (
            _names(session, duty.forum, "round", told, duty.round_id),
            _names(session, duty.forum, "institution", told, duty.institution_id),
            told.get("voice") in (None, "", duty.voice.value),
        )
    )


def adopt(session: Session, obligation: Obligation, row: int) -> None:
    """The row that was typed in (its item id) is that of the answer from now on, where that has none yet."""
    forum, reply = obligation.forum, answering.reply_to(session, obligation)
    base = baselines.of_item(session, forum, NOUN, row)
    has_one = baselines.of_noun(session, forum, NOUN, reply.id) is not None
    if base is not None and not has_one and not operations.making(session, forum, NOUN, reply.id):
        base.noun_id = reply.id


def settle(session: Session, edit: Edit) -> None:
    """The edit is an answer: nobody need put its row right."""
    base = _of(session, edit)
    if base is not None and base.noun_id is not None:
        base.flaws = []


def _of(session: Session, edit: Edit) -> Baseline | None:
    if edit.row is not None:
        return baselines.of_item(session, edit.forum, NOUN, edit.row)
    return None if edit.reply_id is None else baselines.of_noun(session, edit.forum, NOUN, edit.reply_id)


def _names(session: Session, forum: str, noun: str, told: Values, noun_id: int) -> bool:
    """Whether a row looks up this noun, or none of its kind."""
    item = told.get(noun)
    return not item or baselines.nouns_of(session, forum, noun, [item]).get(item) == noun_id
