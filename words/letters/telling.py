"""Telling: the sentences of a body's letter, in the order of an official one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forum.letters import Draft, Item
from words import dates
from words.lists import number
from words.reports.telling import Proof, Telling


@dataclass(frozen=True)
class Paragraph:
    """A measure, what the body said of it, each text by itself, and its evidence."""

    title: str
    body: str
    parts: Sequence[str]
    evidence_heading: str
    evidence: Sequence[Proof]


@dataclass(frozen=True)
class Told:
    """The whole letter: what a template finds under ``letter``. What only the one who signs can know is left open:
    ``place_date``, ``reference``, ``signer``."""

    language: str
    sender: str
    sender_address: str
    place_date: str
    reference: str
    addressee: str
    addressee_address: str
    subject: str
    opening: Sequence[str]
    paragraphs: Sequence[Paragraph]
    lacking_title: str
    lacking: Sequence[str]
    signer: str
    signed: str
    prepared: str
    mark: str


def tell(telling: Telling, draft: Draft) -> Told:
    """A draft in words."""
    say = telling.say
    lacking = [
        say("filing-doc-item", number=number(one.number, telling.language), title=one.title, code=one.body.code)
        for one in draft.lacking
    ]
    made_on = draft.made_at.astimezone(telling.zone)
    return Told(
        language=telling.language,
        sender=telling.name(draft.body),
        sender_address=draft.address,
        place_date=say("filing-doc-date"),
        reference=say("filing-doc-reference"),
        addressee=telling.name(draft.to) if draft.to else "",
        addressee_address=draft.to_address,
        subject=say("filing-doc-subject", year=str(draft.year)),
        opening=_opening(telling, draft),
        paragraphs=[_paragraph(telling, one) for one in draft.items],
        lacking_title=say("filing-doc-lacking") if lacking else "",
        lacking=lacking,
        signer=say("filing-doc-signer"),
        signed=say("filing-doc-signed"),
        prepared=say(
            "filing-doc-prepared", who=", ".join(filter(None, (draft.by, draft.post, draft.phone, draft.email)))
        ),
        mark=say(
            "filing-doc-mark",
            turn=draft.turn,
            when=dates.full_moment(made_on, telling.zone, telling.language),
        ),
    )


def _opening(telling: Telling, draft: Draft) -> list[str]:
    say = telling.say
    told = [say("filing-doc-opening", year=str(draft.year), plan=draft.plan or draft.title)]
    if draft.legal_basis:
        told.append(say("report-basis", basis=draft.legal_basis))
    for letter, on in draft.before:
        told.append(say("filing-doc-before", on=dates.day(on, telling.language), number=letter))
    return told


def _paragraph(telling: Telling, one: Item) -> Paragraph:
    answer = one.answer
    parts = telling.parts(answer) if answer else []
    if answer is not None and answer.leads and answer.completion:
        parts = [telling.say("report-completion", completion=telling.completion(answer.completion)), *parts]
    return Paragraph(
        title=telling.say("report-entry", number=number(one.number, telling.language), title=one.title),
        body=telling.say("filing-doc-body", name=telling.full_name(one.body)),
        parts=parts,
        evidence_heading=telling.say("report-evidence"),
        evidence=[telling.proof(piece) for piece in answer.evidence] if answer else [],
    )
