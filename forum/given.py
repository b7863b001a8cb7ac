"""Given: what the bodies answered in a round, as documents tell it, each word with where it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import filings, publication_texts, replies
from forum.evidence import Evidence, EvidenceKind
from forum.filings import Filing
from forum.people import Institution
from forum.plan import Completion
from forum.replies import Manner, Reply, ReplyVersion
from forum.rounds import Obligation, Round


@dataclass(frozen=True)
class Body:
    """An institution, as a document names it."""

    code: str
    name: str
    name_en: str = ""


@dataclass(frozen=True)
class Piece:
    """A piece of evidence: an address, or the ``name`` of a file and its checksum (SHA-256)."""

    given_at: datetime
    url: str = ""
    name: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Letter:
    """The signed letter that an answer stands in. ``late``: it was told of after the round was closed."""

    body: Body
    number: str
    on: date
    late: bool = False


@dataclass(frozen=True)
class Answer:
    """What one body said, as it counts: as its signed ``letter`` says it, else as it stands. ``key``: its row's own key
    on the workspace; ``on_behalf``: a coordinator entered it; ``internal``: its words and evidence are restricted, and
    not here. ``taken_until``: the last day on which it was taken; what a letter of the body's own says may come after.
    ``later``: the version that was said since the letter was made (0: none; below 0: it was taken back).
    ``erased_at``: since when words of it stand nowhere any more.
    ``public``: the coordinator's wording for the public, ``public_en`` the same in English (without it: the words as
    given in English); ``stale``: there is a wording, but it was written beside this other version."""

    body: Body
    leads: bool
    key: str
    version: int
    submitted_at: datetime
    channel: str
    on_behalf: bool
    manner: Manner
    completion: Completion | None
    done: str
    next_step: str
    obstacles: str
    internal: bool = False
    evidence: Sequence[Piece] = ()
    letter: Letter | None = None
    later: int = 0
    taken_until: date | None = None
    erased_at: datetime | None = None
    public: str = ""
    public_en: str = ""
    stale: int = 0


def bodies(session: Session, forum: str) -> dict[int, Body]:
    """All institutions by their numbers, those that are gone too."""
    rows = session.scalars(select(Institution).where(Institution.forum == forum))
    return {row.id: Body(row.code, row.name, row.name_en) for row in rows}


class Given:
    """All that was answered in a round, read once. What a signed letter holds is told as it says it."""

    def __init__(self, session: Session, one: Round) -> None:
        self._round = one
        self._bodies = bodies(session, one.forum)
        self._standing = replies.of_round(session, one)
        self._frozen = filings.frozen(session, one)
        self._replies = self._of_letters(session) | {number: reply for number, (reply, _) in self._standing.items()}
        self._evidence = _evidence(session, one)
        self._public = publication_texts.of_round(session, one)

    def _of_letters(self, session: Session) -> dict[int, Reply]:
        """The replies of what is in letters, taken back since or not."""
        rows = session.scalars(
            select(Reply).where(Reply.forum == self._round.forum, Reply.obligation_id.in_(sorted(self._frozen)))
        )
        return {row.obligation_id: row for row in rows}

    def answer(self, obligation: Obligation, *, leads: bool) -> Answer | None:
        """What counts of the answer to this obligation; None where there is none."""
        filing, version = self._frozen.get(obligation.id, (None, None))
        now = self._standing.get(obligation.id, (None, None))[1]
        version = version or now
        if version is None:
            return None
        told = self.told(obligation, version, leads=leads, filing=filing, later=_later(version, now))
        public = self._public.get(obligation.id)
        if public is None:
            return told
        if public.version != version.version:
            return replace(told, stale=public.version if public.text else 0)
        return replace(told, public=public.text, public_en=public.text_en)

    def told(
        self,
        obligation: Obligation,
        version: ReplyVersion,
        *,
        leads: bool,
        filing: Filing | None = None,
        later: int = 0,
        key: str = "",
    ) -> Answer:
        """This very version, as an answer; ``key``: its reply's, where it may have been taken back."""
        return Answer(
            self._bodies[obligation.institution_id],
            leads,
            key=key or self._replies[obligation.id].key,
            version=version.version,
            submitted_at=version.submitted_at,
            channel=version.channel,
            on_behalf=version.entered_by_id is not None,
            manner=version.manner,
            completion=version.completion,
            done=version.told("done"),
            next_step=version.told("next_step"),
            obstacles=version.told("obstacles"),
            internal=version.internal,
            evidence=() if version.internal else self._evidence.get(obligation.id, ()),
            letter=letter_of(filing, self._bodies),
            later=later,
            taken_until=self._round.last_day(obligation.due_on),
            erased_at=version.erased_at,
        )


def letter_of(filing: Filing | None, known: Mapping[int, Body]) -> Letter | None:
    """A signed letter, as documents name it."""
    if filing is None or filing.letter_on is None:
        return None
    return Letter(known[filing.institution_id], filing.number, filing.letter_on, filing.late)


def _later(held: ReplyVersion, now: ReplyVersion | None) -> int:
    if now is None:
        return -1
    return 0 if now.id == held.id else now.version


def _evidence(session: Session, one: Round) -> dict[int, list[Piece]]:
    rows = session.scalars(
        select(Evidence)
        .join(Obligation, Obligation.id == Evidence.obligation_id)
        .where(
            Evidence.forum == one.forum,
            Obligation.round_id == one.id,
            Evidence.dropped_at.is_(None),
            Evidence.error == "",
        )
        .order_by(Evidence.id)
    )
    found: dict[int, list[Piece]] = defaultdict(list)
    for row in rows:
        if row.obligation_id is not None:
            found[row.obligation_id].append(
                Piece(row.given_at, url=row.url)
                if row.kind is EvidenceKind.LINK
                else Piece(row.given_at, name=row.name, sha256=row.sha256)
            )
    return dict(found)
