"""Handing over: what is said in chat about a body's letter, and the letter itself as a document."""

from __future__ import annotations

from forum.letters import Draft
from words import dates, nudging, why
from words.filling import BadTemplate
from words.letters import writing
from words.lists import listed
from words.reports.telling import Telling
from words.saying import Attached, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe

# So many bodies stand as buttons below the overview.
ON_A_PAGE = 12


def _card(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [
        say("filing", code=brief["code"], name=say.title(brief["name"]), title=say.title(brief["title"])),
        say("due-line", **nudging.due(say, brief)),
    ]
    lines.append("\n".join(_body(say, one) for one in brief["bodies"]) or say("filing-owes-nothing"))
    lines.append(_letter(say, brief["letter"]))
    if brief["changed"]:
        lines.append(say("filing-changed", numbers=say.all_numbered(brief["changed"])))
    return Worded("\n\n".join(lines), _rows(say, brief))


def _due(say: Saying, brief: Brief) -> Worded:
    """The same to whoever files for others, unasked."""
    card = _card(say, brief)
    return Worded("\n\n".join([say("filing-due"), card.html]), [*card.rows, [why.button(say)]])


def _body(say: Saying, one: Brief) -> Safe:
    told = [say.label(f"filing-state-{of['state']}", numbers=say.all_numbered(of["measures"])) for of in one["states"]]
    return say("filing-line", code=one["code"], told="; ".join(told))


def _letter(say: Saying, letter: Brief | None) -> Safe:
    if letter is None:
        return say("filing-not-made")
    if letter["on"] is None:
        when = dates.moment(letter["made_at"], say.zone, say.language)
        return say("filing-being-signed", when=when, turn=letter["turn"])
    return say(
        "filing-is-signed", on=dates.day(letter["on"], say.language), number=letter["number"], late=_late(letter)
    )


def _late(letter: Brief) -> str:
    return "yes" if letter["late"] else "no"


def _rows(say: Saying, brief: Brief) -> list[list[Button]]:
    share, letter = f"{brief['round']}-{brief['institution']}", brief["letter"]
    signed = letter is not None and letter["on"] is not None
    first = []
    if brief["more"] or (letter is not None and not signed):
        first.append(Button(say.label("filing-more" if signed else "filing-make"), "filing-make", share))
    number = Button(say.label("filing-correct" if signed else "filing-enter"), "filing-number", share)
    undo = [Button(say.label("filing-reopen"), "filing-reopen", share)] if signed and brief["coordinator"] else []
    return [row for row in (first, [number, *undo]) if row]


def _all(say: Saying, brief: Brief) -> Worded:
    lines = [_one(say, one) for one in brief["bodies"]] or [say("filing-owes-nothing")]
    buttons = [
        Button(say.label("filing-body", code=one["code"]), "filing", f"{brief['round']}-{one['id']}")
        for one in brief["bodies"][:ON_A_PAGE]
    ]
    more = [say("filings-others")] if len(brief["bodies"]) > ON_A_PAGE else []
    html = "\n\n".join([say("filings", title=say.title(brief["title"])), "\n".join(lines), *more])
    return Worded(html, in_rows(buttons))


def _one(say: Saying, one: Brief) -> Safe:
    told = [say.label(f"filing-count-{state}", count=count) for state, count in one["counts"].items()]
    return say("filing-one", code=one["code"], told=", ".join(told), letter=_briefly(say, one["letter"]))


def _briefly(say: Saying, letter: Brief | None) -> str:
    if letter is None or letter["on"] is None:
        return "none"
    return say.label("filing-briefly", number=letter["number"], on=dates.short_day(letter["on"], say.language))


def _draft(say: Saying, brief: Brief) -> Worded:
    """The letter in the forum's own language, whoever asks for it; what is wrong with a template is said."""
    draft: Draft = brief["draft"]
    telling = Telling(say.texts, say.texts.languages[0], say.zone)
    try:
        name = writing.name(telling, draft)
        made = say.attach(lambda: Attached(name, writing.docx(telling, draft, brief["template"])))
    except BadTemplate:
        return Worded(say("filing-bad-template"))
    lacking = [one.body.code + " " + one.number for one in draft.lacking]
    lines: list[str] = [say("filing-ready", code=draft.body.code, count=len(draft.items), turn=draft.turn)]
    if lacking:
        lines.append(say("filing-lacking", lacking=say.title(listed(lacking, say.language))))
    lines.append(say("filing-next"))
    share = f"{brief['round']}-{brief['institution']}"
    rows = [[Button(say.label("filing-enter"), "filing-number", share)]]
    return Worded("\n\n".join(lines), rows, attached=made)


def _signed(say: Saying, brief: Brief) -> Worded:
    return Worded("\n\n".join(_closed(say, "filing-signed", brief)), _again(say, brief))


def _told(say: Saying, brief: Brief) -> Worded:
    lines = _closed(say, "filing-told", brief)
    return Worded("\n\n".join(lines), [[_open(say, brief)]])


def _closed(say: Saying, kind: str, brief: Brief) -> list[str]:
    lines: list[str] = [
        say(
            kind,
            code=brief["code"],
            title=say.title(brief["title"]),
            on=dates.day(brief["on"], say.language),
            number=brief["number"],
            count=brief["count"],
            late=_late(brief),
        )
    ]
    if brief["changed"]:
        lines.append(say("filing-changed", numbers=say.all_numbered(brief["changed"])))
    if brief["lacking"]:
        lines.append(say("filing-still-lacking", numbers=say.all_numbered(brief["lacking"])))
    return lines


def _again(say: Saying, brief: Brief) -> list[list[Button]]:
    share = f"{brief['round']}-{brief['institution']}"
    return [[Button(say.label("filing-correct"), "filing-number", share), _open(say, brief)]]


def _open(say: Saying, brief: Brief) -> Button:
    return Button(say.label("filing-show"), "filing", f"{brief['round']}-{brief['institution']}")


COMPOSERS: dict[str, Composer] = {
    "filing": _card,
    "filing-due": _due,
    "filings": _all,
    "filing-letter": _draft,
    "filing-signed": _signed,
    "filing-told": _told,
}
