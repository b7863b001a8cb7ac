"""The lists that the forum keeps alike with the workspace: their fields, columns, and the words in them."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from sync.choices import (
    ATTENDANCE,
    AUDIENCES,
    COMPLETION,
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
    VOICES,
    WAYS,
)


class Kind(enum.StrEnum):
    """What a field holds. ``NUMBER`` is text that looks like a number: 2.10 is not 2.1. ``ACCOUNT``: a person's number
    on the workspace."""

    TEXT = "text"
    NUMBER = "number"
    NOTE = "note"
    DATE = "date"
    MOMENT = "moment"
    CHOICE = "choice"
    CHOICES = "choices"
    LOOKUP = "lookup"
    LOOKUPS = "lookups"
    YES = "yes"
    WHOLE = "whole"
    ACCOUNT = "account"
    LINK = "link"


class Owner(enum.StrEnum):
    """Whose word counts in a column. ``WORKSPACE``: the site's always; ``FORUM``: ours, and what somebody puts there is
    written over; ``SHARED``: both write it, and where both changed it somebody has to choose."""

    WORKSPACE = "workspace"
    FORUM = "forum"
    SHARED = "shared"


# What an empty cell of one value says, where a field does not say otherwise.
EMPTY: Mapping[Kind, object] = {Kind.TEXT: "", Kind.NUMBER: "", Kind.NOTE: "", Kind.LINK: "", Kind.YES: False}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a noun. ``column``: the inner name of the column that ``provision`` makes; ``required``: without
    such a column the list is of no use; ``words``: code by word, ``empty``: the code of an empty choice; ``target``:
    the noun looked up; ``ours``: it is written there and never read back; ``owner``: unless the settings say otherwise
    (of what is only read, nobody but the workspace); ``follows``: the field of whose owner and outcome it partakes."""

    name: str
    kind: Kind
    column: str
    required: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    empty: str | None = None
    target: str = ""
    ours: bool = False
    owner: Owner = Owner.WORKSPACE
    follows: str = ""

    @property
    def setting(self) -> str:
        """What the settings call it, under ``lists.<plural>.columns``: FilesThrough is files_through."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.column).lower()

    @property
    def nothing(self) -> object:
        """The value of an empty cell."""
        if self.kind is Kind.CHOICE:
            return self.empty
        return [] if self.kind in (Kind.CHOICES, Kind.LOOKUPS) else EMPTY.get(self.kind)


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


def _field(kind: Kind, name: str, column: str, **more: object) -> Field:
    return Field(name=name, kind=kind, column=column, **more)  # type: ignore[arg-type]


_text, _number, _note = partial(_field, Kind.TEXT), partial(_field, Kind.NUMBER), partial(_field, Kind.NOTE)
_date, _moment = partial(_field, Kind.DATE), partial(_field, Kind.MOMENT)
_choice, _choices = partial(_field, Kind.CHOICE), partial(_field, Kind.CHOICES)
_lookup, _lookups = partial(_field, Kind.LOOKUP), partial(_field, Kind.LOOKUPS)
_yes, _whole, _link = partial(_field, Kind.YES), partial(_field, Kind.WHOLE), partial(_field, Kind.LINK)

_PLANS = (
    _text("title", "Title", required=True),
    _text("code", "Code", required=True),
    _date("starts_on", "StartsOn"),
    _date("ends_on", "EndsOn"),
    _text("ogp_period", "OgpPeriod"),
    _text("state", "State"),
)
_INSTITUTIONS = (
    _text("name", "Title", required=True),
    _text("code", "Code", required=True),
    _text("name_en", "NameEn"),
    _choice("side", "Side", words=SIDES, empty="government"),
    _lookup("files_through", "FilesThrough", target="institution"),
    _text("official_address", "OfficialAddress"),
    _date("valid_from", "ValidFrom"),
    _date("valid_to", "ValidTo"),
)
_PERSONS = (
    _text("name", "Title", required=True),
    _lookup("institution", "Institution", target="institution", required=True),
    _text("post", "Post"),
    _text("unit", "Unit"),
    _text("email", "Email", required=True),
    _text("phone", "Phone"),
    _field(Kind.ACCOUNT, "account", "Account"),
    _choice("role", "ForumRole", words=ROLES, empty="contact", required=True),
    _choice("channel", "Channel", words=WAYS, empty="email"),
    _choice("language", "Lang", words=LANGUAGES, empty=""),
    _date("from_on", "FromOn"),
    _date("until_on", "UntilOn"),
    _date("away_until", "AwayUntil"),
    _yes("publish", "Publish"),
)
_COMMITMENTS = (
    _text("title", "Title", required=True),
    _lookup("plan", "Plan", target="plan"),
    _number("number", "Number", required=True),
    _text("ogp_id", "OgpId"),
    _lookup("lead", "Lead", target="institution"),
    _note("problem", "Problem"),
    _date("starts_on", "StartsOn"),
    _date("ends_on", "EndsOn"),
    _text("title_en", "TitleEn"),
)
_MEASURES = (
    _text("title", "Title", required=True),
    _lookup("plan", "Plan", target="plan"),
    _number("number", "Number", required=True),
    _lookup("commitment", "Commitment", target="commitment"),
    _lookup("lead", "Lead", target="institution", required=True),
    _lookups("co_lead", "CoLead", target="institution"),
    _lookups("contact", "Contact", target="person"),
    _text("due_text", "DueText"),
    _date("due_on", "DueOn"),
    _note("result", "Result"),
    _choice("completion", "Completion", words=COMPLETION, required=True, owner=Owner.SHARED),
    _date("completion_on", "CompletionOn", required=True, follows="completion"),
    _note("done", "Done", required=True, owner=Owner.SHARED),
    _note("next_step", "NextStep", owner=Owner.SHARED),
    _note("obstacles", "Obstacles", owner=Owner.SHARED),
)
_ROUNDS = (
    _text("title", "Title", required=True),
    _lookup("plan", "Plan", target="plan"),
    _text("key", "RoundKey", required=True),
    _choice("kind", "Kind", words=ROUND_KINDS, empty="mandatory"),
    _date("period_from", "PeriodFrom"),
    _date("period_to", "PeriodTo"),
    _date("sign_by", "SignBy"),
    _date("due_on", "DueOn", required=True),
    _date("grace_until", "GraceUntil"),
    _date("lock_on", "LockOn"),
    _choices("audience", "Audience", words=AUDIENCES, required=True),
    _text("legal_basis", "LegalBasis"),
)
_REPLIES = (
    _text("key", "ForumKey", required=True),
    _text("title", "Title", required=True, owner=Owner.FORUM),
    _lookup("plan", "Plan", target="plan", owner=Owner.FORUM),
    _lookup("round", "Round", target="round", required=True, owner=Owner.FORUM),
    _lookup("measure", "Measure", target="measure", required=True, owner=Owner.FORUM),
    _lookup("institution", "Institution", target="institution", required=True, owner=Owner.FORUM),
    _lookup("person", "Person", target="person", owner=Owner.FORUM),
    _text("submitted_by", "SubmittedBy", owner=Owner.FORUM),
    _choice("voice", "Voice", words=VOICES, owner=Owner.FORUM),
    _choice("completion", "Completion", words=COMPLETION, required=True, owner=Owner.SHARED),
    _note("done", "Done", required=True, owner=Owner.SHARED),
    _note("next_step", "NextStep", owner=Owner.SHARED),
    _note("obstacles", "Obstacles", owner=Owner.SHARED),
    _yes("unchanged", "Unchanged", owner=Owner.FORUM),
    _choice("sign_off", "SignOff", words=SIGN_OFFS),
    _choice("channel", "Channel", words=REPLY_CHANNELS, owner=Owner.FORUM),
    _whole("version", "Version", owner=Owner.FORUM),
    _moment("submitted_at", "SubmittedAt", owner=Owner.FORUM),
    _note("publish_text", "PublishText", owner=Owner.SHARED),
    _note("text_en", "TextEn", owner=Owner.SHARED),
    _text("letter_no", "LetterNo", owner=Owner.FORUM),
    _date("letter_on", "LetterOn", owner=Owner.FORUM),
)
_MEETINGS = (
    _text("key", "ForumKey", required=True),
    _text("title", "Title", required=True, owner=Owner.SHARED),
    _lookup("plan", "Plan", target="plan"),
    _choice("kind", "Kind", words=MEETING_KINDS, empty="other", owner=Owner.SHARED),
    _moment("starts_at", "StartsAt", required=True, owner=Owner.SHARED),
    _moment("ends_at", "EndsAt", owner=Owner.SHARED),
    _text("when_text", "WhenText"),
    _text("place", "Place", owner=Owner.SHARED),
    _link("link", "Link", owner=Owner.SHARED),
    _note("agenda", "Agenda", owner=Owner.SHARED),
    _choice("state", "State", words=MEETING_STATES, empty="planned", required=True, owner=Owner.SHARED),
    _whole("sequence", "Sequence", ours=True, owner=Owner.FORUM),
)
_ATTENDANCES = (
    _text("key", "ForumKey", required=True),
    _text("title", "Title", required=True, owner=Owner.FORUM),
    _lookup("meeting", "Meeting", target="meeting", required=True, owner=Owner.FORUM),
    _lookup("person", "Person", target="person", required=True, owner=Owner.FORUM),
    _lookup("institution", "Institution", target="institution", owner=Owner.FORUM),
    _choice("answer", "Answer", words=ATTENDANCE, required=True, owner=Owner.SHARED),
    _text("substitute", "Substitute", owner=Owner.SHARED),
    _choice("mode", "Mode", words=MODES, owner=Owner.SHARED),
)
_EVIDENCE = (
    _text("key", "ForumKey", required=True, owner=Owner.FORUM),
    _lookup("measure", "Measure", target="measure", owner=Owner.FORUM),
    _lookup("reply", "Reply", target="reply", owner=Owner.FORUM),
    _lookup("round", "Round", target="round", owner=Owner.FORUM),
    _choice("kind", "Kind", words=EVIDENCE_KINDS, owner=Owner.FORUM),
    _link("source_url", "SourceUrl", owner=Owner.FORUM),
    _choice("publishable", "Publishable", words=PUBLISHABLE),
    _text("sha256", "Sha256", owner=Owner.FORUM),
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
