"""Briefs of erasing: what it means for an answer, which letters hold its words all the same, and that it was done."""

from __future__ import annotations

from datetime import timedelta

from forum import baselines, erasing
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.briefs.reporting import about_obligation
from forum.people import Institution
from forum.plan import Measure
from forum.rounds import Obligation
from forum.store.base import Values


def _erase_ask(asked: Asked) -> Values | None:
    """What erasing means for this answer, and which letters hold its words all the same."""
    about = about_obligation(asked)
    if about is None:
        return None
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    return {**about, "stays": erasing.stays(asked.session, duty, asked.at), "letters": _letters(asked, duty)}


def _letters(asked: Asked, duty: Obligation) -> list[Values]:
    return [one.told() for one in erasing.letters(asked.session, duty)]


def _text_erased(asked: Asked) -> Values:
    """To whoever had it done, with the letters that still say it; to others it is in place of what was said."""
    duty = asked.session.get(Obligation, asked.message.values.get("obligation", 0))
    return {**_backups(asked), "letters": _letters(asked, duty) if duty else []}


def _erased(asked: Asked) -> Values:
    """Whose answer about which measure has no words any more, and where its row stands."""
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    measure = asked.session.get_one(Measure, duty.measure_id)
    return {
        **naming.of(asked, duty, body_told=True),
        "institution": asked.session.get_one(Institution, duty.institution_id).code,
        "name": asked.message.values["name"],
        "link": baselines.row_link(asked.session, asked.forum, measure.noun, measure.id),
        "files": asked.message.values.get("files", False),
        "why": asked.message.values.get("why", erasing.Why.ASKED.value),
        "sought": asked.message.values.get("sought", 0),
        "letters": _letters(asked, duty),
        **_backups(asked),
    }


def _backups(asked: Asked) -> Values:
    """From which day on no backup of ours says what was erased (None: we make none)."""
    lasts = asked.policy.backups
    erased = asked.policy.day(asked.message.decided_at)
    return {"backups": erased + timedelta(days=lasts + 1) if lasts else None}


BRIEFS: dict[str, Brief] = {
    "erase-ask": _erase_ask,
    "answer-erased": _erased,
    "answer-erased-body": _erased,
    "text-erased": _text_erased,
}
