"""Joining: what a new member confirms and hears, and what coordinators are told of links."""

from __future__ import annotations

from words import dates, pages
from words.saying import Brief, Button, Composer, Saying, Worded


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
    choose = [Button(say.label("view-choose"), "following", 0)] if brief["partner"] else []
    if choose:
        lines.append(say("joined-partner"))
    lines.append(say("joined-care-page" if pages.named(say, brief) else "joined-care"))
    row = [*choose, *pages.button(say, brief)]
    return Worded("\n\n".join(lines), [row] if row else [])


def _invitation(say: Saying, brief: Brief) -> Worded:
    return Worded(say("invitation", name=brief["name"], link=say.link(brief["token"])))


def _link_trouble(say: Saying, brief: Brief) -> Worded:
    html = say("link-trouble", name=brief["name"], reason=brief["reason"])
    return Worded(html, [[Button(say.label("invite-again"), "invite", brief["person"])]])


def _member_differs(say: Saying, brief: Brief) -> Worded:
    html = say("member-differs", name=brief["name"])
    return Worded(html, [[Button(say.label("invite-again"), "invite", brief["person"])]])


def _member_blocked(say: Saying, brief: Brief) -> Worded:
    return Worded(say("member-blocked", name=brief["name"], channel=brief.get("channel", "telegram")))


def _successor(say: Saying, brief: Brief) -> Worded:
    named = {"before": say.title(brief["before"]), "name": say.title(brief["name"])}
    if not brief["chats"]:
        return Worded(say("successor-no-chats", **named))
    html = say("successor", **named)
    return Worded(html, [[Button(say.label("invite-successor"), "invite", brief["person"])]])


COMPOSERS: dict[str, Composer] = {
    "join-ask": _join_ask,
    "joined": _joined,
    "invitation": _invitation,
    "link-trouble": _link_trouble,
    "member-differs": _member_differs,
    "member-blocked": _member_blocked,
    "successor": _successor,
}
