"""Telling: a report's sentences in one language, as every document of it lays them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from forum import filings, translations
from forum.given import Answer, Body, Letter, Piece
from forum.plan import Completion
from forum.replies import Manner
from forum.reports import Chapter, Entry, Report
from words import completions, dates
from words.lists import number, numbers
from words.reports import before_words
from words.texts import Texts

# In the order of the summary; last what nothing is on record of.
STATES: tuple[Completion | None, ...] = (
    Completion.COMPLETE,
    Completion.SUBSTANTIAL,
    Completion.LIMITED,
    Completion.NOT_STARTED,
    Completion.NO_EVIDENCE,
    Completion.WITHDRAWN,
    None,
)


@dataclass(frozen=True)
class Line:
    """One row of the summary: a completion, of how many measures, and of which."""

    completion: str
    count: int
    numbers: str


@dataclass(frozen=True)
class Proof:
    """A piece of evidence in words, and the address it opens (empty: a file)."""

    text: str
    url: str


@dataclass(frozen=True)
class Said:
    """What one body said: ``parts`` are its words, ``source`` says which answer they are from."""

    heading: str
    parts: Sequence[str]
    evidence_heading: str
    evidence: Sequence[Proof]
    source: str


@dataclass(frozen=True)
class Section:
    """One measure: ``facts`` are what plan and record say, ``steps`` its milestones, ``lacking`` who did not answer."""

    title: str
    facts: Sequence[str]
    answers: Sequence[Said]
    lacking: Sequence[str]
    steps: Sequence[str] = ()


@dataclass(frozen=True)
class Part:
    """One commitment with its measures."""

    title: str
    sections: Sequence[Section]


@dataclass(frozen=True)
class Told:
    """The whole report: what a template finds under ``report``."""

    language: str
    title: str
    plan: str
    state: str
    opening: Sequence[str]
    summary_title: str
    summary_heads: Sequence[str]
    summary: Sequence[Line]
    lacking_title: str
    lacking: Sequence[str]
    parts: Sequence[Part]


@dataclass(frozen=True)
class Telling:
    """Tells reports in one language. ``zone``: the one that moments are told in; ``translated``: what texts say in this
    language, by their digest."""

    texts: Texts
    language: str
    zone: ZoneInfo
    translated: Mapping[str, str] = field(default_factory=dict)

    def report(self, report: Report) -> Told:
        """All sentences of it."""
        return Told(
            language=self.language,
            title=self.own(report.title),
            plan=self.own(report.plan),
            state=self.say("report-state", on=dates.on_full_day(report.day, self.language)),
            opening=self._opening(report),
            summary_title=self.say("report-summary"),
            summary_heads=[self.say(f"report-summary-{head}") for head in ("completion", "count", "measures")],
            summary=self._summary(report),
            lacking_title=self.say("report-lacking"),
            lacking=self._lacking(report),
            parts=[self._part(chapter) for chapter in report.chapters],
        )

    def say(self, text_id: str, /, **values: str | int) -> str:
        """One text."""
        return self.texts.label(self.language, text_id, **values)

    def completion(self, completion: Completion | None) -> str:
        """Its label; without one, that nothing is on record."""
        return completions.label(completion, self.language) if completion else self.say("report-unknown")

    def name(self, body: Body) -> str:
        """A body's full name, in the reader's language where it has one there."""
        return (body.name_en if self.language == "en" else "") or body.name

    def full_name(self, body: Body) -> str:
        """The name with the code by which everybody knows the body, where it has one beside the name."""
        name = self.name(body)
        return name if name == body.code else f"{name} ({body.code})"

    def title(self, chapter: Chapter) -> str:
        """A commitment's heading."""
        if not chapter.number:
            return self.say("report-recommendations" if chapter.recommended else "report-others")
        title = (chapter.title_en if self.language == "en" else "") or self.own(chapter.title)
        return self.say("report-chapter", number=chapter.number, title=title)

    def proof(self, piece: Piece) -> Proof:
        """A piece of evidence: with a link that opens it, or a file's checksum."""
        on = dates.on_full_day(piece.given_at.astimezone(self.zone).date(), self.language)
        if piece.url:
            return Proof(self.say("report-evidence-link", url=piece.url, on=on), piece.url)
        return Proof(self.say("report-evidence-file", name=piece.name, on=on, sha=piece.sha256), "")

    def _opening(self, report: Report) -> list[str]:
        answers = [answer for entry in report.entries for answer in entry.answers]
        unchanged = sum(answer.manner is Manner.UNCHANGED for answer in answers)
        basis = [self.say("report-basis", basis=self.own(report.legal_basis))] if report.legal_basis else []
        due = self.say("report-due", by=dates.by_full_day(report.due_on, self.language))
        told = [due, *basis, self.say("report-answers", count=len(answers), unchanged=unchanged)]
        own = self.language == self.texts.languages[0]
        count = 0 if own else len(translations.untranslated(report, self.translated))
        return [*told, self.say("report-untranslated", count=count)] if count else told

    def _summary(self, report: Report) -> list[Line]:
        found: dict[Completion | None, list[str]] = defaultdict(list)
        for entry in report.measures:
            found[entry.completion].append(entry.number)
        return [
            Line(self.completion(state), len(found[state]), numbers(found[state], self.language))
            for state in STATES
            if state in found
        ]

    def _lacking(self, report: Report) -> list[str]:
        return [
            self.say(
                "report-lacking-body",
                name=self.full_name(body),
                numbers=numbers([entry.number for entry in entries], self.language),
            )
            for body, entries in report.lacking
        ] or [self.say("report-none-lacking")]

    def _part(self, chapter: Chapter) -> Part:
        return Part(self.title(chapter), [self._section(entry) for entry in chapter.entries])

    def _section(self, entry: Entry) -> Section:
        title = self.say("report-entry", number=number(entry.number, self.language), title=self.own(entry.title))
        answers = [self.said(answer) for answer in entry.answers]
        return Section(title, self.facts(entry), answers, self.not_received(entry))

    def facts(self, entry: Entry) -> list[str]:
        """What the plan says of a measure, and how far it has come, which is the last."""
        facts = []
        if entry.leads:
            many = "yes" if len(entry.leads) > 1 else "no"
            facts.append(self.say("report-lead", many=many, bodies=self._bodies(entry.leads)))
        else:
            facts.append(self.say("report-no-owner" if entry.stance else "report-no-lead"))
        if entry.co_leads:
            facts.append(self.say("report-co-leads", bodies=self._bodies(entry.co_leads)))
        due = self.own(entry.due_text) or (dates.day(entry.due_on, self.language) if entry.due_on else "")
        if due:
            facts.append(self.say("report-due-text", due=due))
        return [*facts, self._completion(entry)]

    def _completion(self, entry: Entry) -> str:
        if entry.completion is None:
            return self.say("report-completion-none")
        text = "report-completion" if entry.of_round else "report-completion-earlier"
        return self.say(text, completion=self.completion(entry.completion))

    def said(self, answer: Answer) -> Said:
        """What one body said, with its source."""
        return Said(
            heading=self.say(f"report-answer-{'lead' if answer.leads else 'other'}", name=self.full_name(answer.body)),
            parts=self.parts(answer),
            evidence_heading=self.say("report-evidence"),
            evidence=[self.proof(piece) for piece in answer.evidence],
            source=self._source(answer),
        )

    def parts(self, answer: Answer) -> list[str]:
        """What a body said, each of its texts under its heading."""
        said = before_words.told(self, answer)
        if answer.public or (answer.public_en and self.language == "en"):
            return [*said, self.public(answer)]
        if answer.internal:
            return [*said, self.say("report-internal")]
        if answer.manner is Manner.NOTHING and answer.obstacles:
            return [*said, self.say("report-nothing", why=self.own(answer.obstacles))]
        if answer.manner is Manner.UNCHANGED:
            said.append(self.say("report-unchanged"))
        texts = {"done": answer.done, "obstacles": answer.obstacles, "next-step": answer.next_step}
        told = [self.say(f"report-{name}", text=self.own(text)) for name, text in texts.items() if text]
        return [*said, *told] or ([self.say("report-by-letter")] if answer.channel == filings.BY_LETTER else [])

    def public(self, answer: Answer) -> str:
        """The coordinator's wording for the public, in English by the coordinator's own hand where there is one."""
        english = answer.public_en if self.language == "en" else ""
        return english or self.own(answer.public)

    def own(self, text: str) -> str:
        """A text as it was given, or what it says in the reader's language, where somebody translated it."""
        return self.translated.get(translations.digest(text), text) if text else text

    def _source(self, answer: Answer) -> str:
        way = "coordinator" if answer.on_behalf else answer.channel
        said = {"code": answer.body.code, "when": dates.full_moment(answer.submitted_at, self.zone, self.language)}
        source = self.say("report-source", way=way, version=answer.version, **said)
        more = [*self._after(answer), *self._edited(answer), *self._filed(answer)]
        return " ".join([f"{source}.", *more]) if more else source

    def _after(self, answer: Answer) -> list[str]:
        """That a letter of the body's own was named when its round had been locked."""
        on = answer.submitted_at.astimezone(self.zone).date()
        late = answer.channel == filings.BY_LETTER and answer.taken_until is not None and on > answer.taken_until
        return [self.say("report-letter-late")] if late else []

    def _edited(self, answer: Answer) -> list[str]:
        """That the text is not in the words as given, or that a wording for the public is of another version."""
        if answer.public:
            return [self.say("report-edited")]
        return [self.say("report-stale", version=answer.stale)] if answer.stale else []

    def _filed(self, answer: Answer) -> list[str]:
        """The letter that says it, and what was said since, which the letter does not say."""
        if answer.letter is None:
            return []
        told = [self.letter(answer.letter)]
        if answer.later > 0:
            told.append(self.say("report-later", version=answer.later))
        elif answer.later < 0:
            told.append(self.say("report-taken-back"))
        return told

    def letter(self, letter: Letter) -> str:
        """A signed letter: whose, its number and date."""
        on = dates.day(letter.on, self.language)
        said = self.say("report-letter", code=letter.body.code, number=letter.number, on=on)
        return f"{said} {self.say('report-letter-late')}" if letter.late else said

    def not_received(self, entry: Entry) -> list[str]:
        """Who has not answered about a measure."""
        told = []
        for one in entry.lacking:
            if one.partner and not one.skipped:
                told.append(self.say("report-partner-need-not", code=one.body.code))
            elif not one.skipped:
                due = dates.by_full_day(one.due_on, self.language)
                told.append(self.say("report-not-received", code=one.body.code, due=due))
            elif one.reason:
                told.append(self.say("report-skipped", code=one.body.code, reason=self.own(one.reason)))
            else:
                told.append(self.say("report-skipped-bare", code=one.body.code))
        nobody = "report-nobody-about" if entry.stance else "report-nobody"
        return told or ([] if entry.answers else [self.say(nobody)])

    def _bodies(self, bodies: Sequence[Body]) -> str:
        return ", ".join(self.full_name(body) for body in bodies)
