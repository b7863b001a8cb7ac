"""The workspace: what those who run the forum are told of conflicts and of writes that failed."""

from __future__ import annotations

from datetime import date

from words import dates
from words.saying import LONG_QUOTE, SHORT_QUOTE, Brief, Button, Composer, Saying, Worded

# So many rows are named in which the forum put its own entry back.
MOST_ROWS = 12
# Fields that hold the day of a completion, by what they are called in words.
DAYS = {"completion_on": "completion_on", "done_on": "completion_on"}


def _conflict(say: Saying, brief: Brief) -> Worded:
    """For those who run the forum."""
    head = say("conflict", number=_number(say, brief), title=say.title(brief["title"]))
    by = [say("conflict-editor", **_editor(say, brief))] if brief["editor"] else []
    ask = [say("conflict-ask" if brief["settles"] else "conflict-by-hand")]
    return Worded("\n\n".join([head, *_both(say, brief, SHORT_QUOTE), *by, *ask]), _choices(say, brief, "ours"))


def _mine(say: Saying, brief: Brief) -> Worded:
    """For whoever gave the answer."""
    head = say("conflict-mine", number=_number(say, brief), **_editor(say, brief))
    return Worded("\n\n".join([head, *_both(say, brief, SHORT_QUOTE)]), _choices(say, brief, "mine"))


def _compare(say: Saying, brief: Brief) -> Worded:
    head = say("conflict-compare", number=_number(say, brief))
    return Worded("\n\n".join([head, *_both(say, brief, LONG_QUOTE)]), _choices(say, brief, "ours")[:1])


def _settled(say: Saying, brief: Brief) -> Worded:
    head = say("conflict-settled", number=_number(say, brief), choice=brief["choice"] or "theirs")
    chosen = brief[brief["choice"] or "theirs"]
    rows = [
        say("conflict-chosen", field=_field_name(say, name), value=_field_value(say, name, chosen[name], SHORT_QUOTE))
        for name in _shown(brief)
    ]
    return Worded("\n".join([head, *rows]))


def _choices(say: Saying, brief: Brief, whose: str) -> list[list[Button]]:
    if not brief["settles"]:
        return []
    first = [
        Button(say.label(f"conflict-{whose}-button"), "dispute-ours", brief["dispute"]),
        Button(say.label("conflict-theirs-button"), "dispute-theirs", brief["dispute"]),
    ]
    return [first, [Button(say.label("conflict-compare-button"), "dispute-compare", brief["dispute"])]]


def _both(say: Saying, brief: Brief, most: int) -> list[str]:
    return [
        say(
            "conflict-field",
            field=_field_name(say, name),
            theirs=_field_value(say, name, brief["theirs"][name], most),
            ours=_field_value(say, name, brief["ours"][name], most),
        )
        for name in _shown(brief)
    ]


def _shown(brief: Brief) -> list[str]:
    """The day of a completion goes with it, and is told only where it is all there is."""
    shown = [name for name in brief["fields"] if name not in DAYS]
    return shown or list(brief["fields"])


def _number(say: Saying, brief: Brief) -> str:
    return say.numbered(brief) if brief["number"] else "none"


def _editor(say: Saying, brief: Brief) -> dict[str, str]:
    when = dates.moment(brief["modified"], say.zone, say.language) if brief["modified"] else "none"
    return {"editor": say.title(brief["editor"]) or "none", "when": when}


def _field_name(say: Saying, name: str) -> str:
    if name in ("completion", *DAYS, "done", "next_step", "obstacles"):
        return say.label(f"field-{DAYS.get(name, name).replace('_', '-')}")
    return say.label("field-other", name=name)


def _field_value(say: Saying, name: str, value: object, most: int) -> str:
    if not value:
        return say.label("conflict-nothing")
    if name == "completion":
        return say.completion(str(value))
    if name in DAYS:
        return dates.day(date.fromisoformat(str(value)), say.language)
    return say.quote(str(value), most)


def _push_failed(say: Saying, brief: Brief) -> Worded:
    return Worded(say("push-failed", list=brief["list"], reason=say.finding(brief["finding"])))


def _overruled(say: Saying, brief: Brief) -> Worded:
    changes = brief["changes"]
    rows = [
        say(
            "overruled-row",
            row=say("to-put-right-row", row=one["row"], link=one["link"]) if one["link"] else one["row"],
            columns=say.title(", ".join(one["columns"])),
            editor=say.title(one["editor"]) or "none",
        )
        for one in changes[:MOST_ROWS]
    ]
    more = [say("overruled-more", count=len(changes) - MOST_ROWS)] if len(changes) > MOST_ROWS else []
    how = say("overruled-how", setting=f"sharepoint.lists.{brief['plural']}.ownership")
    return Worded("\n".join([say("overruled", list=say.title(brief["list"])), *rows, *more, f"\n{how}"]))


def _list_stopped(say: Saying, brief: Brief) -> Worded:
    return Worded(say("list-stopped", list=brief["list"], reason=say.finding(brief["finding"])))


def _waiting(say: Saying, brief: Brief) -> Worded:
    html = say(
        "edits-waiting",
        name=say.title(brief["name"]) or "none",
        when=dates.moment(brief["made_at"], say.zone, say.language),
        numbers=say.all_numbered(brief["measures"]),
    )
    yes = Button(say.label("edits-yes"), "edits-yes", brief["batch"])
    return Worded(html, [[yes, Button(say.label("edits-no"), "edits-no", brief["batch"])]])


def _decided(say: Saying, brief: Brief) -> Worded:
    return Worded(say("edits-decided", answers="yes" if brief["answers"] else "no", count=brief["count"]))


def _shrunk(say: Saying, brief: Brief) -> Worded:
    parts = [
        say("shrink-anew" if brief["anew"] else "shrink", list=brief["list"], gone=brief["gone"], known=brief["known"]),
        say("shrink-keeps"),
        say("shrink-follows", noun=brief["noun"], anew="yes" if brief["anew"] else "no"),
        say("shrink-ask"),
    ]
    wait = Button(say.label("shrink-wait"), "shrink-wait", brief["shrink"])
    return Worded("\n\n".join(parts), [[_believe(say, brief), wait]])


def _shrink_settled(say: Saying, brief: Brief) -> Worded:
    """Rows that are waited for may still be given up later."""
    waits = brief["word"] == "wait"
    html = say("shrink-settled", list=brief["list"], count=brief["gone"], waits="yes" if waits else "no")
    return Worded(html, [[_believe(say, brief)]] if waits else [])


def _believe(say: Saying, brief: Brief) -> Button:
    return Button(say.label("shrink-believe"), "shrink-believe", brief["shrink"])


COMPOSERS: dict[str, Composer] = {
    "conflict": _conflict,
    "conflict-mine": _mine,
    "conflict-compare": _compare,
    "conflict-settled": _settled,
    "edits-waiting": _waiting,
    "edits-decided": _decided,
    "shrink": _shrunk,
    "shrink-settled": _shrink_settled,
    "push-failed": _push_failed,
    "overruled": _overruled,
    "list-stopped": _list_stopped,
}
