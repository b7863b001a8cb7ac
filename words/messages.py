"""Messages: what each kind of outgoing message says, as HTML with rows of buttons, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from words import completions, coordinating, dates
from words.saying import LONG_QUOTE, SHARES, SHORT_QUOTE, Brief, Button, Saying, Worded, cut, fits, in_rows
from words.texts import Safe, Texts


class Messages:
    """Words for the kinds of one forum. ``link`` makes a token into the address that opens the chat."""

    def __init__(self, texts: Texts, zone: ZoneInfo, link: Callable[[str], str]) -> None:
        self.texts = texts
        self.zone = zone
        self.link = link

    def compose(self, kind: str, language: str, brief: Brief) -> Worded:
        """The message of this kind, with less of each quote and title where it would be too long.

        Raises UnknownText or MissingValue where the words for it are not complete.
        """
        make = COMPOSERS.get(kind, _plain(kind))
        for share in SHARES:
            worded = make(Saying(self.texts, self.zone, self.link, language, share), brief)
            if fits(worded.html):
                return worded
        return replace(worded, html=cut(worded.html))

    def toast(self, kind: str, language: str, values: Brief) -> str:
        """The short word that answers a press, at most 200 signs."""
        if "completion" in values:
            values = {**values, "completion": completions.label(values["completion"], language)}
        return self.texts.label(language, f"toast-{kind}", **values)


def _plain(kind: str) -> Callable[[Saying, Brief], Worded]:
    def compose(say: Saying, brief: Brief) -> Worded:
        return Worded(say(kind, **{name: value for name, value in brief.items() if isinstance(value, str | int)}))

    return compose


def _nudge(say: Saying, brief: Brief) -> Worded:
    measures = [measure for one in brief["rounds"] for measure in one["measures"]]
    parts = [_nudge_round(say, one, brief["rung"]) for one in brief["rounds"]]
    several = len(measures) > 1
    parts.append(say("nudge-how-many" if several else "nudge-how", year=str(brief["rounds"][0]["year"])))
    buttons = [
        Button(
            say.label("nudge-answer.number", number=one["number"]) if several else say.label("nudge-answer"),
            "answer",
            one["obligation"],
        )
        for one in measures[:12]
    ]
    return Worded("\n\n".join(parts), in_rows(buttons))


def _nudge_round(say: Saying, one: Brief, rung: str) -> str:
    if one["left"] < 0:
        head = say("nudge-late", year=str(one["year"]), due=dates.on_day(one["due_on"], say.language))
        if one["grace_until"]:
            head = Safe(f"{head} {say('nudge-grace', until=dates.by_weekday(one['grace_until'], say.language))}")
    else:
        head = say("nudge-head", year=str(one["year"]), **_due(say, one))
        if rung == "sign":
            head = Safe(f"{head} {say('nudge-sign')}")
    return "\n\n".join([head, *(_nudge_measure(say, measure) for measure in one["measures"])])


def _due(say: Saying, one: Brief) -> dict[str, str]:
    """What the line about the due day needs: when, as seen today; the day; what is left."""
    if one["left"] < 0:
        return {"when": "past", "due": dates.on_day(one["due_on"], say.language), "left": ""}
    left = dates.left(one["left"], say.language)
    if one["left"] > 1:
        working = dates.working_days(one["left_working"], say.language)
        left = say.label("nudge-left", left=left, working=working)
    when = "ahead" if one["left"] else "today"
    return {"when": when, "due": dates.day(one["due_on"], say.language), "left": left}


def _nudge_measure(say: Saying, measure: Brief) -> str:
    named = say("measure", number=measure["number"], title=say.title(measure["title"]))
    if not measure["done"]:
        return named
    since = measure["completion_on"]
    last = say(
        "measure-last",
        on=dates.at_day(since, say.language) if since else "",
        dated=int(since is not None),
        text=say.quote(measure["done"], SHORT_QUOTE),
    )
    return f"{named}\n{last}"


def _ask_status(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(completions.short_label(word, say.language), "status", f"{brief['obligation']}-{word.value}")
        for word in completions.TOLD
    ]
    html = say("ask-status", number=brief["number"], title=say.title(brief["measure_title"]), year=str(brief["year"]))
    return Worded(html, [buttons[:2], buttons[2:4], buttons[4:]])


def _ask_text(say: Saying, brief: Brief) -> Worded:
    title, completion = say.title(brief["measure_title"]), say.completion(brief["completion"])
    return Worded(say("ask-text", number=brief["number"], title=title, completion=completion))


def _ask_measure(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(f"{one['number']}.", "measure", f"{one['obligation']}-{brief['draft']}") for one in brief["choices"]
    ]
    return Worded(say("ask-measure", text=say.quote(brief["text"], SHORT_QUOTE)), in_rows(buttons))


def _echo(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["at"], say.zone, say.language)
    head = "echo-written" if brief["written"] else "echo-refused" if brief["refused"] else "echo-saved"
    return _answer(say, brief, say(head, when=when, version=brief["version"]))


def _written(say: Saying, brief: Brief) -> Worded:
    return _answer(say, brief, say("echo-later", version=brief["version"]))


def _answer(say: Saying, brief: Brief, head: str) -> Worded:
    """An answer as kept, under its head, with what can be done about it."""
    lines = [
        head,
        say("echo-status", number=brief["number"], completion=say.completion(brief["completion"]))
        if brief["completion"]
        else say("echo-no-status", number=brief["number"]),
    ]
    if brief["done"]:
        lines.append(say("echo-done", text=say.quote(brief["done"], LONG_QUOTE)))
    lines.append(say("echo-draft"))
    buttons = [Button(say.label("echo-correct"), "answer", brief["obligation"])]
    if not brief["completion"]:
        buttons.insert(0, Button(say.label("echo-set-status"), "only-status", brief["obligation"]))
    return Worded("\n\n".join(lines), [buttons])


def _join_ask(say: Saying, brief: Brief) -> Worded:
    lines = [say("join-ask", name=say.title(brief["name"]))]
    if brief["institution"]:
        lines.append(say("join-institution", institution=say.title(brief["institution"])))
    lines += [say("join-measure", number=one["number"], title=say.title(one["title"])) for one in brief["measures"]]
    others = [one for one in say.texts.languages if one != say.language]
    person = brief["person"]
    yes = Button(say.label("join-right"), "join-yes", person)
    no = Button(say.label("join-wrong"), "join-no", person)
    switches = [Button(say.texts.label(other, "language-name"), "join-lang", f"{person}-{other}") for other in others]
    return Worded("\n".join(lines) + "\n\n" + say("join-question"), [[yes, no], switches])


def _joined(say: Saying, brief: Brief) -> Worded:
    lines = [say("joined")]
    if brief["due_on"]:
        lines.append(say("joined-due", due=dates.day(brief["due_on"], say.language)))
    if brief["first_on"]:
        lines.append(say("joined-first", on=dates.at_day(brief["first_on"], say.language)))
    lines.append(say("joined-care"))
    return Worded("\n\n".join(lines))


def _standing(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [
        say("standing", title=say.title(brief["title"]), **_due(say, brief)),
        say("standing-count", answered=brief["answered"], total=brief["total"]),
    ]
    if brief["awaited"]:
        rows = [
            say("standing-body", code=one["code"], numbers=", ".join(f"{number}." for number in one["numbers"]))
            for one in brief["awaited"]
        ]
        lines.append("\n".join([say("standing-awaited"), *rows]))
    if brief["unreached"]:
        names = [say("standing-name", name=say.title(name)) for name in brief["unreached"]]
        lines.append("\n".join([say("standing-unreached"), *names]))
    if brief["without_lead"]:
        numbers = ", ".join(f"{number}." for number in brief["without_lead"])
        lines.append(say("standing-without-lead", numbers=numbers))
    return Worded("\n\n".join(lines))


def _awaited(say: Saying, brief: Brief) -> Worded:
    html = _standing(say, brief).html
    if not brief["unreached"]:
        return Worded(html)
    return Worded(html, [[Button(say.label("invite-missing"), "invite-missing", brief["round"])]])


def _invitation(say: Saying, brief: Brief) -> Worded:
    return Worded(say("invitation", name=brief["name"], link=say.link(brief["token"])))


COMPOSERS: dict[str, Callable[[Saying, Brief], Worded]] = {
    "nudge": _nudge,
    "nudge-report": _standing,
    "awaited": _awaited,
    "ask-status": _ask_status,
    "ask-text": _ask_text,
    "ask-measure": _ask_measure,
    "echo": _echo,
    "written": _written,
    "conflict": coordinating.conflict,
    "push-failed": coordinating.push_failed,
    "list-stopped": coordinating.list_stopped,
    "to-put-right": coordinating.to_put_right,
    "join-ask": _join_ask,
    "joined": _joined,
    "link-trouble": coordinating.link_trouble,
    "member-differs": coordinating.member_differs,
    "invitation": _invitation,
}
