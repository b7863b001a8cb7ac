"""The lists that the forum keeps alike with the workspace: their fields, columns, and the words in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sync.choices import (
    ATTENDANCE,
    AUDIENCES,
    COMPLETION,
    DECISIONS,
    EVIDENCE_KINDS,
    LANGUAGES,
    MEETING_KINDS,
    MEETING_STATES,
    MODES,
    PUBLISHABLE,
    REPLY_CHANNELS,
    ROLES,
    ROUND_KINDS,
    SIDES,
    SIGN_OFFS,
    SOURCES,
    VOICES,
    WAYS,
)
from sync.fields import (
    Field,
    Owner,
    account,
    choice,
    choices,
    date,
    link,
    lookup,
    lookups,
    moment,
    note,
    number,
    text,
    whole,
    yes,
)


@dataclass(frozen=True)
class NounList:
    """One noun's list: ``plural`` is its name in the settings, ``title`` the one on the site; ``signed``: whose hand
    changed a row last is read with it; ``optional``: a site without such a list is in no trouble;
    ``library``: its rows are those of files."""

    noun: str
    plural: str
    title: str
    fields: tuple[Field, ...]
    signed: bool = False
    optional: bool = False
    library: bool = False

    @property
    def by_name(self) -> dict[str, Field]:
        return {one.name: one for one in self.fields}


@dataclass(frozen=True)
class ListNames:
    """How a site calls a list (its title) and its columns (by setting: display title or inner name); who owns which
    column (by field), where the settings say so."""

    title: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, Owner] = field(default_factory=dict)


_PLANS = (
    text("title", "Title", required=True),
    text("code", "Code", required=True),
    date("starts_on", "StartsOn"),
    date("ends_on", "EndsOn"),
    text("ogp_period", "OgpPeriod"),
    text("state", "State"),
)
_INSTITUTIONS = (
    text("name", "Title", required=True),
    text("code", "Code", required=True),
    text("name_en", "NameEn"),
    choice("side", "Side", words=SIDES, empty="government"),
    lookup("files_through", "FilesThrough", target="institution"),
    text("official_address", "OfficialAddress"),
    date("valid_from", "ValidFrom"),
    date("valid_to", "ValidTo"),
)
_PERSONS = (
    text("name", "Title", required=True),
    lookup("institution", "Institution", target="institution", required=True),
    text("post", "Post"),
    text("unit", "Unit"),
    text("email", "Email", required=True),
    text("phone", "Phone"),
    account("account", "Account"),
    choice("role", "ForumRole", words=ROLES, empty="contact", required=True),
    choice("channel", "Channel", words=WAYS, empty="email"),
    choice("language", "Lang", words=LANGUAGES, empty=""),
    date("from_on", "FromOn"),
    date("until_on", "UntilOn"),
    date("away_until", "AwayUntil"),
    yes("publish", "Publish"),
)
_COMMITMENTS = (
    text("title", "Title", required=True),
    lookup("plan", "Plan", target="plan"),
    number("number", "Number", required=True),
    text("ogp_id", "OgpId"),
    lookup("lead", "Lead", target="institution"),
    note("problem", "Problem"),
    date("starts_on", "StartsOn"),
    date("ends_on", "EndsOn"),
    text("title_en", "TitleEn"),
)
_MEASURES = (
    text("title", "Title", required=True),
    lookup("plan", "Plan", target="plan"),
    number("number", "Number", required=True),
    lookup("commitment", "Commitment", target="commitment"),
    lookup("lead", "Lead", target="institution", required=True),
    lookups("co_lead", "CoLead", target="institution"),
    lookups("contact", "Contact", target="person"),
    text("due_text", "DueText"),
    date("due_on", "DueOn"),
    note("result", "Result"),
    choice("completion", "Completion", words=COMPLETION, required=True, owner=Owner.SHARED),
    date("completion_on", "CompletionOn", required=True, follows="completion"),
    note("done", "Done", required=True, owner=Owner.SHARED),
    note("next_step", "NextStep", owner=Owner.SHARED),
    note("obstacles", "Obstacles", owner=Owner.SHARED),
)
_MILESTONES = (
    text("title", "Title", required=True),
    lookup("plan", "Plan", target="plan"),
    number("number", "Number", required=True),
    lookup("measure", "Measure", target="measure", required=True),
    note("text", "Text"),
    text("due_text", "DueText"),
    date("due_on", "DueOn"),
    choice("completion", "Completion", words=COMPLETION, required=True, owner=Owner.SHARED),
    date("done_on", "DoneOn", follows="completion"),
    link("evidence", "Evidence", owner=Owner.SHARED),
)
_RECOMMENDATIONS = (
    text("title", "Title", required=True),
    lookup("plan", "Plan", target="plan"),
    number("number", "Number", required=True),
    choice("source", "Source", words=SOURCES, empty="other"),
    link("source_url", "SourceUrl"),
    note("text", "Text"),
    note("text_en", "TextEn"),
    choice("decision", "Decision", words=DECISIONS),
    note("response", "Response"),
    lookup("lead", "Owner", target="institution", required=True),
    date("due_on", "DueOn"),
    choice("completion", "State", words=COMPLETION, required=True, owner=Owner.SHARED),
    date("completion_on", "StateOn", follows="completion"),
    note("done", "Done", owner=Owner.SHARED),
    note("next_step", "NextStep", owner=Owner.SHARED),
    note("obstacles", "Obstacles", owner=Owner.SHARED),
)
_ROUNDS = (
    text("title", "Title", required=True),
    lookup("plan", "Plan", target="plan"),
    text("key", "RoundKey", required=True),
    choice("kind", "Kind", words=ROUND_KINDS, empty="mandatory"),
    date("period_from", "PeriodFrom"),
    date("period_to", "PeriodTo"),
    date("sign_by", "SignBy"),
    date("due_on", "DueOn", required=True),
    date("grace_until", "GraceUntil"),
    date("lock_on", "LockOn"),
    choices("audience", "Audience", words=AUDIENCES, required=True),
    text("legal_basis", "LegalBasis"),
)
_REPLIES = (
    text("key", "ForumKey", required=True),
    text("title", "Title", required=True, owner=Owner.FORUM),
    lookup("plan", "Plan", target="plan", owner=Owner.FORUM),
    lookup("round", "Round", target="round", required=True, owner=Owner.FORUM),
    lookup("measure", "Measure", target="measure", required=True, owner=Owner.FORUM),
    lookup("recommendation", "Recommendation", target="recommendation", owner=Owner.FORUM),
    lookup("institution", "Institution", target="institution", required=True, owner=Owner.FORUM),
    lookup("person", "Person", target="person", owner=Owner.FORUM),
    text("submitted_by", "SubmittedBy", owner=Owner.FORUM),
    choice("voice", "Voice", words=VOICES, owner=Owner.FORUM),
    choice("completion", "Completion", words=COMPLETION, required=True, owner=Owner.SHARED),
    note("done", "Done", required=True, owner=Owner.SHARED),
    note("next_step", "NextStep", owner=Owner.SHARED),
    note("obstacles", "Obstacles", owner=Owner.SHARED),
    yes("unchanged", "Unchanged", owner=Owner.FORUM),
    choice("sign_off", "SignOff", words=SIGN_OFFS),
    choice("channel", "Channel", words=REPLY_CHANNELS, owner=Owner.FORUM),
    whole("version", "Version", owner=Owner.FORUM),
    moment("submitted_at", "SubmittedAt", owner=Owner.FORUM),
    note("publish_text", "PublishText", owner=Owner.SHARED),
    note("text_en", "TextEn", owner=Owner.SHARED),
    text("letter_no", "LetterNo", owner=Owner.FORUM),
    date("letter_on", "LetterOn", owner=Owner.FORUM),
)
_MEETINGS = (
    text("key", "ForumKey", required=True),
    text("title", "Title", required=True, owner=Owner.SHARED),
    lookup("plan", "Plan", target="plan"),
    choice("kind", "Kind", words=MEETING_KINDS, empty="other", owner=Owner.SHARED),
    moment("starts_at", "StartsAt", required=True, owner=Owner.SHARED),
    moment("ends_at", "EndsAt", owner=Owner.SHARED),
    text("when_text", "WhenText"),
    text("place", "Place", owner=Owner.SHARED),
    link("link", "Link", owner=Owner.SHARED),
    note("agenda", "Agenda", owner=Owner.SHARED),
    choice("state", "State", words=MEETING_STATES, empty="planned", required=True, owner=Owner.SHARED),
    whole("sequence", "Sequence", ours=True, owner=Owner.FORUM),
)
_ATTENDANCES = (
    text("key", "ForumKey", required=True),
    text("title", "Title", required=True, owner=Owner.FORUM),
    lookup("meeting", "Meeting", target="meeting", required=True, owner=Owner.FORUM),
    lookup("person", "Person", target="person", required=True, owner=Owner.FORUM),
    lookup("institution", "Institution", target="institution", owner=Owner.FORUM),
    choice("answer", "Answer", words=ATTENDANCE, required=True, owner=Owner.SHARED),
    text("substitute", "Substitute", owner=Owner.SHARED),
    choice("mode", "Mode", words=MODES, owner=Owner.SHARED),
)
_EVIDENCE = (
    text("key", "ForumKey", required=True, owner=Owner.FORUM),
    lookup("measure", "Measure", target="measure", owner=Owner.FORUM),
    lookup("reply", "Reply", target="reply", owner=Owner.FORUM),
    lookup("round", "Round", target="round", owner=Owner.FORUM),
    choice("kind", "Kind", words=EVIDENCE_KINDS, owner=Owner.FORUM),
    link("source_url", "SourceUrl", owner=Owner.FORUM),
    choice("publishable", "Publishable", words=PUBLISHABLE),
    text("sha256", "Sha256", owner=Owner.FORUM),
)

# In the order in which they are read, so that what a row looks up is there before it.
LISTS = {
    one.noun: one
    for one in (
        NounList("plan", "plans", "Plāni", _PLANS),
        NounList("institution", "institutions", "Institūcijas", _INSTITUTIONS),
        NounList("person", "persons", "Atbildīgās personas", _PERSONS),
        NounList("commitment", "commitments", "Apņemšanās", _COMMITMENTS),
        NounList("measure", "measures", "Pasākumi", _MEASURES, signed=True),
        NounList("milestone", "milestones", "Starprezultāti", _MILESTONES, optional=True),
        NounList("recommendation", "recommendations", "Ieteikumi", _RECOMMENDATIONS, signed=True, optional=True),
        NounList("round", "rounds", "Atskaites termiņi", _ROUNDS),
        NounList("reply", "replies", "Atbildes", _REPLIES, signed=True),
        NounList("meeting", "meetings", "Sanāksmes", _MEETINGS, optional=True),
        NounList("attendance", "attendances", "Dalība", _ATTENDANCES, optional=True),
        NounList("evidence", "evidence", "Pierādījumi", _EVIDENCE, optional=True, library=True),
    )
}
# What members said is written and not read back: it stands in the forum's memory. Rows of answers are watched: what
# people change in them by hand is said, and is an answer where their own body's hand did it.
PULLED = tuple(noun for noun in LISTS if noun not in ("reply", "attendance", "evidence"))
WATCHED = ("reply",)


def with_completion(spec: NounList, words: Mapping[str, str]) -> NounList:
    """The list with this forum's words for completion (``words``: word by code; empty: the Latvian ones)."""
    if not words:
        return spec
    ours = {word: code for code, word in words.items()}
    changed = (replace(one, words=ours) if one.words is COMPLETION else one for one in spec.fields)
    return replace(spec, fields=tuple(changed))
