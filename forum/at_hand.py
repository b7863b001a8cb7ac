"""At hand: what answers to several obligations will ask the memory for, fetched in one question a kind and not in one
an answer."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from forum import filings, outbox, plan, publication_texts, replies
from forum.filings import Filing
from forum.people import Institution
from forum.plan import Measure
from forum.rounds import Obligation, Round
from forum.store import keyed


def answers(session: Session, forum: str, duties: Sequence[Obligation]) -> None:
    """What these obligations are about, and how they stand answered; nobody else answers them meanwhile."""
    keyed.load(session, Round, [one.round_id for one in duties])
    keyed.load(session, Measure, [one.measure_id for one in duties])
    keyed.load(session, Institution, [one.institution_id for one in duties])
    plan.OF_MEASURE.gather(session, forum, [(one.measure_id,) for one in duties])
    keyed.hold(session, duties)
    given = replies.TO.gather(session, forum, [(one.id,) for one in duties])
    publication_texts.OF.gather(session, forum, [(one.id,) for one in given])
    letters = filings.PARTS.gather(session, forum, [(one.obligation_id,) for one in given])
    keyed.load(session, Filing, [one.filing_id for one in letters])
    versions = replies.VERSION.gather(session, forum, [(one.id, one.version) for one in given])
    outbox.NAMED.gather(session, forum, [(replies.echo_key(one.id),) for one in versions])
