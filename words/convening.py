"""Convening: what coordinators are shown when they call a meeting, move it, or see who comes."""

from __future__ import annotations

from words import dates, moments, unclear
from words.lists import listed
from words.meetings import lines, when, where
from words.saying import Brief, Button, Composer, Saying, Worded, in_rows

# Lengths that can be pressed, in minutes.
LENGTHS = (60, 90, 120, 180)
# So many names are told one by one, and so many meetings can be chosen from.
MOST_NAMES, MOST_MEETINGS = 12, 11


def _button(say: Saying, label: str, action: str, brief: Brief, *more: str | int) -> Button:
    return Button(say.label(label), action, "-".join(str(part) for part in (brief["meeting"], *more)))


def _back(say: Saying, brief: Brief) -> Button:
    """Out of a question: a draft is put away, anything else is shown as it stands."""
    if brief["draft"]:
        return _button(say, "meeting-drop", "meet-drop", brief)
    return _button(say, "meeting-back", "meet-card", brief)


def _subject(say: Saying, brief: Brief) -> Worded:
    return Worded(say("meeting-ask-title"), [[Button(say.label("meeting-drop"), "meet-stop", 0)]])


def _ask(say: Saying, brief: Brief) -> Worded:
    """The next question about a meeting, under what is known of it."""
    step = brief["step"]
    rows: list[list[Button]] = []
    if step == "until":
        rows = [[_length(say, brief, minutes) for minutes in LENGTHS]]
    elif step in ("where", "agenda"):
        rows = [[_button(say, f"meeting-skip-{step}", "meet-skip", brief, step)]]
    known: list[str] = [*lines(say, brief)[: 2 if brief["starts_at"] else 1], *_oddities(say, brief)]
    return Worded(
        "\n".join([*known, "", say(f"meeting-ask-{step}", **_example(say, brief))]), [*rows, [_back(say, brief)]]
    )


def _length(say: Saying, brief: Brief, minutes: int) -> Button:
    return Button(say.label("meeting-length", length=minutes), "meet-length", f"{brief['meeting']}-{minutes}")


def _example(say: Saying, brief: Brief) -> dict[str, str]:
    """A day still to come, written as it may be typed."""
    day = unclear.to_come(brief["at"].astimezone(say.zone).date())
    return {"example": say.label("moment-example", date=day.day, month=day.month, year=str(day.year))}


def unclear_told(say: Saying, brief: Brief) -> Worded:
    """What was typed and not understood, and what to write instead."""
    return Worded(moments.say(say.texts, say.language, moments.Problem(brief["problem"], brief["told"])))


def _oddities(say: Saying, brief: Brief) -> list[str]:
    starts = brief.get("to", brief)["starts_at"]
    found: list[str] = []
    if brief["day_off"]:
        found.append(say("meeting-day-off", weekday=dates.weekday(starts.astimezone(say.zone).date(), say.language)))
    if brief["night"]:
        found.append(say("meeting-at-night", clock=dates.clock(starts.astimezone(say.zone).time(), say.language)))
    return found


def _reach(say: Saying, brief: Brief) -> list[str]:
    """To how many a message goes, and whom it cannot reach."""
    return [say("meeting-reach", count=brief["reached"]), *_missing(say, brief)]


def _missing(say: Saying, brief: Brief) -> list[str]:
    names = [say.title(name) for name in brief["missing"]]
    if not names:
        return []
    rest = len(names) - MOST_NAMES
    told = listed(names[:MOST_NAMES], say.language) if rest <= 0 else ", ".join(names[:MOST_NAMES])
    more = [say("meeting-more-names", count=rest)] if rest > 0 else []
    return [" ".join([say("meeting-missing", names=told), *more])]


def _draft(say: Saying, brief: Brief) -> Worded:
    """The notice as people will get it, and to how many it goes."""
    html = "\n".join([say("meeting-preview"), *lines(say, brief), "", *_oddities(say, brief), *_reach(say, brief)])
    announce = _button(say, "meeting-announce", "meet-tell", brief, brief["stands"])
    return Worded(html, [[announce, _button(say, "meeting-fix", "meet-fix", brief)], [_back(say, brief)]])


def _fix(say: Saying, brief: Brief) -> Worded:
    """What of a draft is to be put right."""
    steps = [_button(say, f"meeting-fix-{step}", "meet-ask", brief, step) for step in ("title", "when", "until")]
    more = [_button(say, f"meeting-fix-{step}", "meet-ask", brief, step) for step in ("where", "agenda")]
    return Worded("\n".join([*lines(say, brief), "", say("meeting-fix-what")]), [steps, more, [_to_card(say, brief)]])


def _to_card(say: Saying, brief: Brief) -> Button:
    return _button(say, "meeting-back", "meet-card", brief)


def _card(say: Saying, brief: Brief) -> Worded:
    """A meeting as it stands: a draft to announce, a change to tell of, or who comes."""
    if brief["draft"]:
        return (
            _draft(say, brief) if not brief["off"] else Worded(say("meeting-dropped", title=say.title(brief["title"])))
        )
    if brief["untold"] and not (brief["over"] and not brief["told"]):
        return _untold(say, brief)
    parts = [*lines(say, brief), "", say("meeting-state", state=brief["state"])]
    if not brief["told"]:
        return Worded("\n".join(parts))
    parts.append(_counts(say, brief))
    who = _button(say, "meeting-who", "meet-who", brief)
    if brief["over"]:
        return Worded("\n".join(parts), [[who]])
    move = _button(say, "meeting-move", "meet-ask", brief, "when")
    place = _button(say, "meeting-replace", "meet-ask", brief, "where")
    off = _button(say, "meeting-call-off", "meet-off", brief)
    return Worded("\n".join(parts), [[move, place], [who, off]])


def _counts(say: Saying, brief: Brief) -> str:
    return (
        say("meeting-counts", **{word: brief["counts"][word] for word in ("online", "on_site", "deputy")})
        + "\n"
        + say("meeting-counts-not", **{word: brief["counts"][word] for word in ("absent", "silent")})
    )


def _untold(say: Saying, brief: Brief) -> Worded:
    """What stands on the site and nobody was told of: to tell, or not to."""
    was = brief["was"]
    word = "made" if was is None else "off" if brief["off"] else "restored" if was["off"] else "changed"
    parts: list[str] = [say("meeting-on-site", change=word), *lines(say, brief), *_oddities(say, brief)]
    if word == "changed":
        if any(was[name] != brief[name] for name in ("starts_at", "ends_at")):
            parts.append(say("meeting-was", was=when(say, was)))
        if any(was[name] != brief[name] for name in ("place", "link")):
            parts.append(say("meeting-was", was=where(say, was)))
    tell = _button(say, "meeting-announce", "meet-tell", brief, brief["stands"])
    quiet = _button(say, "meeting-keep-quiet", "meet-quiet", brief, brief["stands"])
    return Worded("\n".join([*parts, "", *_reach(say, brief)]), [[tell, quiet]])


def _confirm_cancel(say: Saying, brief: Brief) -> Worded:
    html = "\n".join([say("meeting-cancel-really"), *lines(say, brief), "", *_reach(say, brief)])
    yes = _button(say, "meeting-call-off", "meet-cancel", brief, brief["stands"])
    return Worded(html, [[yes, _to_card(say, brief)]])


def _confirm_move(say: Saying, brief: Brief) -> Worded:
    """How it stands, how it would stand, and who hears of it."""
    to = brief["to"]
    parts: list[str] = [say("meeting-change-really"), say("meeting-title", title=say.title(brief["title"]))]
    if any(to[name] != brief[name] for name in ("starts_at", "ends_at")):
        parts += [say("meeting-was", was=when(say, brief)), say("meeting-will-be", will=when(say, to))]
    if any(to[name] != brief[name] for name in ("place", "link")):
        parts += [say("meeting-was", was=where(say, brief)), say("meeting-will-be", will=where(say, to))]
    yes = _button(say, "meeting-announce", "meet-move", brief)
    html = "\n".join([*parts, *_oddities(say, brief), "", *_reach(say, brief)])
    return Worded(html, [[yes, _to_card(say, brief)]])


def _decided(say: Saying, brief: Brief) -> Worded:
    """What was decided, and when people hear of it."""
    opens = dates.moment(brief["sends_at"], say.zone, say.language)
    parts = [say("meeting-decided", decision=brief["decision"], title=say.title(brief["title"]))]
    if brief["decision"] != "quiet":
        parts.append(say("meeting-sends", now="yes" if brief["sends_now"] else "no", opens=opens))
    return Worded("\n".join([*parts, *lines(say, brief)[1:3]]), [[_to_card(say, brief)]])


def _coming(say: Saying, brief: Brief) -> Worded:
    """Who answered what, by answer."""
    parts: list[str] = [say("meeting-title", title=say.title(brief["title"]))]
    for word in ("online", "on_site", "deputy", "absent", "silent"):
        people = brief["answers"].get(word, [])
        if people:
            named = [_named(say, one) for one in people]
            parts.append("\n".join([say("meeting-coming", answer=word, count=len(people)), *named]))
    if not brief["answers"]:
        parts.append(say("meeting-nobody-told"))
    return Worded("\n\n".join(parts), [[_to_card(say, brief)]])


def _named(say: Saying, one: Brief) -> str:
    name, code = say.title(one["name"]), one["code"] or "–"
    if one["deputy"]:
        return say("meeting-named-deputy", name=name, code=code, deputy=say.title(one["deputy"]))
    return say("meeting-named", name=name, code=code)


def _list(say: Saying, brief: Brief) -> Worded:
    found = brief["meetings"]
    rows = [_listed(say, one, number) for number, one in enumerate(found[:MOST_MEETINGS], 1)]
    head = say("meeting-list") if found else say("meeting-list-empty")
    buttons = [Button(f"{number}.", "meet-card", one["meeting"]) for number, one in enumerate(found[:MOST_MEETINGS], 1)]
    new = Button(say.label("meeting-new"), "meet-new", 0)
    return Worded("\n\n".join([head, *rows]), [*in_rows(buttons)[:2], [new]])


def _listed(say: Saying, one: Brief, number: int) -> str:
    state = "draft" if one["draft"] else "announced" if one["told"] else "planned"
    return say("meeting-listed", number=number, title=say.title(one["title"]), when=when(say, one), state=state)


def _sent(say: Saying, brief: Brief) -> Worded:
    """How an announcement went: how many it reached, and whom not."""
    parts: list[str] = [say("meeting-sent", title=say.title(brief["title"]), count=brief["sent"])]
    if brief["waiting"]:
        parts.append(say("meeting-waiting", count=brief["waiting"]))
    return Worded("\n".join([*parts, *_missing(say, brief)]), [[_to_card(say, brief)]])


COMPOSERS: dict[str, Composer] = {
    "meeting-subject": _subject,
    "meeting-ask": _ask,
    "meeting-unclear": unclear_told,
    "meeting-draft": _draft,
    "meeting-fix": _fix,
    "meeting-card": _card,
    "meeting-confirm-cancel": _confirm_cancel,
    "meeting-confirm-move": _confirm_move,
    "meeting-decided": _decided,
    "meeting-coming": _coming,
    "meeting-list": _list,
    "meeting-on-site": _untold,
    "meeting-sent": _sent,
}
