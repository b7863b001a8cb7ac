"""Reports: all that a round brought together about a plan, measure by measure, each word with where it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import normalize

from sqlalchemy import false, or_, select, true
from sqlalchemy.orm import Session

from forum import coding, given, voiced, voices
from forum.given import Answer, Body, Given
from forum.milestones import Milestone, of_measures
from forum.plan import MEASURE, Commitment, Completion, Duty, Measure, Parties, Plan, number_order, parties
from forum.recommendations import Stance, stance
from forum.rounds import WINDOW, Obligation, Round, Voice, owing
from forum.voiced import Gap, Opined, Voiced, gap

# So long after a round is locked those who run the forum still work on its report.
LATELY = timedelta(days=42)


class NoSuchRound(Exception):
    """There is no round of this key; keys stand in the list of reporting days."""


@dataclass(frozen=True)
class Lacking:
    """A body that has not answered. ``skipped``: a coordinator asks for it no more, for this ``reason``; ``partner``:
    it need not."""

    body: Body
    due_on: date
    skipped: bool = False
    reason: str = ""
    partner: bool = False


@dataclass(frozen=True)
class Entry:
    """One measure. ``completion``: as its lead answered in this round, else as it is on record; ``of_round`` tells
    which. ``answers``: the lead's first; ``views``: what partners said; ``coded``: as the independent reviewer codes
    it, in the document ``coded_in``; ``stance``: what is answered to a recommendation, which a measure is not;
    ``steps``: its milestones."""

    number: str
    title: str
    due_text: str
    due_on: date | None
    leads: Sequence[Body]
    co_leads: Sequence[Body]
    completion: Completion | None
    of_round: bool
    answers: Sequence[Answer]
    lacking: Sequence[Lacking]
    views: Sequence[Voiced] = ()
    coded: Completion | None = None
    coded_in: str = ""
    stance: Stance | None = None
    steps: Sequence[Milestone] = ()


@dataclass(frozen=True)
class Difference:
    """A partner's view of a measure that differs from what its lead ``said`` (None: it has not answered)."""

    entry: Entry
    body: Body | None
    said: Completion | None
    view: Voiced
    gap: Gap


@dataclass(frozen=True)
class Chapter:
    """A commitment with its measures; without a ``number``: what belongs to no commitment, or the recommendations."""

    number: str
    title: str
    title_en: str
    entries: Sequence[Entry]

    @property
    def recommended(self) -> bool:
        """Whether these are recommendations."""
        return all(entry.stance for entry in self.entries)


@dataclass(frozen=True)
class Report:
    """A round's report as it stands on ``day``; ``plan``: its title; ``opinions``: the memorandum council's."""

    title: str
    plan: str
    due_on: date
    legal_basis: str
    day: date
    chapters: Sequence[Chapter]
    opinions: Sequence[Opined] = ()

    @property
    def entries(self) -> list[Entry]:
        """All measures, in the plan's order, and all recommendations."""
        return [entry for chapter in self.chapters for entry in chapter.entries]

    @property
    def measures(self) -> list[Entry]:
        """Without the recommendations."""
        return [entry for entry in self.entries if entry.stance is None]

    @property
    def differences(self) -> list[Difference]:
        """Where partners see it otherwise than the leads say, in the plan's order."""
        return [one for entry in self.entries for one in _differences(entry)]

    @property
    def lacking(self) -> list[tuple[Body, list[Entry]]]:
        """The bodies that are still awaited, and about which measures."""
        found: dict[Body, list[Entry]] = {}
        for entry in self.entries:
            for one in entry.lacking:
                if not one.skipped and not one.partner:
                    found.setdefault(one.body, []).append(entry)
        return sorted(found.items(), key=lambda pair: normalize("NFD", pair[0].code.casefold()))


def _differences(entry: Entry) -> Iterator[Difference]:
    said: list[tuple[Body | None, Completion | None]] = [
        (answer.body, answer.completion) for answer in entry.answers if answer.leads and answer.completion
    ]
    for view in entry.views:
        for body, completion in said or [(next(iter(entry.leads), None), None)]:
            found = gap(completion, view.completion) if view.completion else None
            if found is not None and body != view.body:
                yield Difference(entry, body, completion, view, found)


def round_of(session: Session, forum: str, key: str) -> Round:
    """The round of this key. Raises NoSuchRound, which names the keys there are."""
    rows = session.scalars(select(Round).where(Round.forum == forum, Round.gone_at.is_(None)).order_by(Round.due_on))
    found = {one.key: one for one in rows}
    if key not in found:
        raise NoSuchRound(f"{key}. There are: {', '.join(found)}" if found else key)
    return found[key]


def latest(session: Session, forum: str, *, day: date) -> Round | None:
    """The round that a report is asked for without naming one: the one due next among those that take answers, else
    the last that was due."""
    rows = session.scalars(select(Round).where(Round.forum == forum, Round.gone_at.is_(None)).order_by(Round.due_on))
    begun = [one for one in rows if one.due_on <= day + WINDOW]
    taking = [one for one in begun if not one.closed_on(day)]
    return next(iter(taking or begun[-1:]), None)


def over(session: Session, forum: str, *, day: date) -> list[Round]:
    """The rounds that were locked in the last weeks (``LATELY``), the first due first."""
    rows = session.scalars(select(Round).where(Round.forum == forum, Round.gone_at.is_(None)).order_by(Round.due_on))
    return [one for one in rows if one.closed_on(day) and day <= one.last_day() + LATELY]


def of(session: Session, one: Round, *, day: date) -> Report:
    """The report of a round: every living measure of its plan, also one about which nobody is asked, so that nothing
    is left out without a word; and the recommendations, where the round is one that asks about them."""
    entries = _Entries(session, one, day)
    measures = session.scalars(
        select(Measure).where(
            Measure.forum == one.forum,
            Measure.gone_at.is_(None),
            Measure.plan_id == one.plan_id if one.plan_id is not None else Measure.plan_id.is_(None),
            or_(Measure.noun == MEASURE, true() if one.kind.duty else false()),
        )
    )
    found: dict[int | None, list[Entry]] = defaultdict(list)
    for measure in sorted(measures, key=lambda row: (number_order(row.number), row.id)):
        found[measure.commitment_id].append(entries.of(measure))
    whole = session.get(Plan, one.plan_id) if one.plan_id else None
    chapters, opinions = _chapters(session, one, found), voiced.opinions(session, one)
    return Report(one.title, whole.title if whole else "", one.due_on, one.legal_basis, day, chapters, opinions)


def entry(session: Session, one: Round, measure: Measure, *, day: date) -> Entry:
    """One measure of a round, as its report would have it."""
    return _Entries(session, one, day).of(measure)


def received(report: Report) -> tuple[int, int]:
    """How many answers were received, and how many there are to be."""
    given = sum(len(entry.answers) for entry in report.entries)
    awaited = sum(not one.skipped and not one.partner for entry in report.entries for one in entry.lacking)
    return given, given + awaited


def _chapters(session: Session, one: Round, found: Mapping[int | None, list[Entry]]) -> list[Chapter]:
    rows = session.scalars(
        select(Commitment).where(
            Commitment.forum == one.forum, Commitment.id.in_([key for key in found if key is not None])
        )
    )
    known = {row.id: row for row in rows}
    ordered = sorted(known.values(), key=lambda row: (number_order(row.number), row.id))
    chapters = [Chapter(row.number, row.title, row.title_en, found[row.id]) for row in ordered]
    others = [entry for key, entries in found.items() if key not in known for entry in entries]
    parts = ([entry for entry in others if not entry.stance], [entry for entry in others if entry.stance])
    return [*chapters, *(Chapter("", "", "", part) for part in parts if part)]


class _Entries:
    """What is known of a round, read once and laid together measure by measure."""

    def __init__(self, session: Session, one: Round, day: date) -> None:
        self._round = one
        self._bodies, self._given = given.bodies(session, one.forum), Given(session, one)
        self._obligations = _by_measure(
            session.scalars(
                select(Obligation)
                .where(
                    Obligation.forum == one.forum,
                    Obligation.round_id == one.id,
                    Obligation.void_at.is_(None),
                    Obligation.voice == Voice.INSTITUTION,
                )
                .order_by(Obligation.id)
            )
        )
        # A round that has not begun has no obligations yet: who will be asked is known all the same.
        self._owing = defaultdict(list)
        if not self._obligations and not one.closed_on(day):
            for measure, body in owing(session, one):
                self._owing[measure].append(body)
        numbers = session.scalars(select(Measure.id).where(Measure.forum == one.forum, Measure.gone_at.is_(None))).all()
        self._parties, self._steps = parties(session, one.forum, numbers), of_measures(session, one.forum, numbers)
        self._codes = coding.of_forum(session, one.forum)
        self._views, self._partners = voiced.of_round(session, one), voices.partners(session, one.forum)

    def of(self, measure: Measure) -> Entry:
        duties: Parties = self._parties.get(measure.id, {duty: [] for duty in Duty})
        leads = [self._bodies[number] for number in duties[Duty.LEAD]]
        answers: list[Answer] = []
        lacking = [Lacking(self._bodies[number], self._round.due_on) for number in self._owing[measure.id]]
        for obligation in self._obligations.get(measure.id, ()):
            body = self._bodies[obligation.institution_id]
            said = self._given.answer(obligation, leads=body in leads)
            if said is not None:
                answers.append(said)
            else:
                skipped = obligation.skipped_at is not None
                partner, due_on = obligation.institution_id in self._partners, obligation.due_in(self._round)
                lacking.append(Lacking(body, due_on, skipped, obligation.reason, partner))
        answers.sort(key=lambda answer: not answer.leads)
        said_now = next((one.completion for one in answers if one.leads and one.completion), None)
        return Entry(
            measure.number,
            measure.title,
            measure.due_text,
            measure.due_on,
            leads,
            [self._bodies[number] for number in duties[Duty.CO_LEAD]],
            completion=said_now or measure.completion,
            of_round=said_now is not None,
            answers=answers,
            lacking=lacking,
            views=self._views.get(measure.id, ()),
            coded=code.completion if (code := self._codes.get(measure.id)) else None,
            coded_in=code.source if code else "",
            stance=stance(measure),
            steps=self._steps.get(measure.id, ()),
        )


def _by_measure(rows: Iterable[Obligation]) -> dict[int, list[Obligation]]:
    found: dict[int, list[Obligation]] = defaultdict(list)
    for row in rows:
        found[row.measure_id].append(row)
    return dict(found)
