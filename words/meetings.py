"""Meetings: what those who are invited are told, and what they are asked."""

from __future__ import annotations

from datetime import datetime

from babel.dates import get_timezone_location

from words import calendar, dates, why
from words.calendar import PRESSABLE, Invite
from words.saying import SHORT_QUOTE, Attached, Brief, Button, Composer, Saying, Worded
from words.texts import Safe

# As much of an agenda as is told in a message; the calendar file has all of it.
AGENDA = 600


def when(say: Saying, one: Brief) -> str:
    """«piektdien, 2021. gada 19. februārī, plkst. 10.00–11.30 (Rīgas laiks)»; without an end, the beginning alone."""
    starts: datetime | None = one["starts_at"]
    if starts is None:
        return say.label("meeting-no-time")
    if one["ends_at"]:
        said = dates.meeting(starts, one["ends_at"], say.zone, language=say.language)
    else:
        said = dates.meeting_begins(starts, say.zone, say.language)
    return say.label("meeting-in-zone", when=said, zone=zone(say))


def zone(say: Saying) -> str:
    """«Rīgas laiks»; a zone that there are no own words for is called by its city."""
    city = get_timezone_location(say.zone.key, locale=say.language, return_city=True)
    return say.label("meeting-zone", zone=say.zone.key.replace("/", "-"), city=city)


def where(say: Saying, one: Brief) -> Safe:
    """Online, on site, both, or not known yet."""
    place, link = say.quote(one["place"], SHORT_QUOTE), one["link"]
    online = say("meeting-online-at" if link.startswith(PRESSABLE) else "meeting-online-by", link=link)
    if not link:
        return say("meeting-on-site-at", place=place) if place else say("meeting-nowhere")
    return say("meeting-both-at", online=online, place=place) if place else online


def lines(say: Saying, one: Brief) -> list[str]:
    """Title, time, place and agenda of a meeting, a line each."""
    found: list[str] = [
        say("meeting-title", title=say.title(one["title"])),
        say("meeting-when", when=when(say, one)),
        say("meeting-where", where=where(say, one)),
    ]
    if one["agenda"]:
        found.append(say("meeting-agenda", agenda=say.quote(one["agenda"], AGENDA)))
    return found


def _notice(say: Saying, brief: Brief) -> Worded:
    html = "\n".join([*lines(say, brief), "", say("meeting-question")])
    return Worded(html, _ways(say, brief), _file(say, brief))


def _file(say: Saying, brief: Brief) -> Attached | None:
    """The meeting for a calendar, beside the first word of it and of each change."""
    if not (brief["filed"] and brief["starts_at"]):
        return None
    name, invite = say.label("meeting-file"), None
    if say.mail:
        invite = Invite(organizer=say.mail.sender, attendee=say.mail.to, answer=brief["answer"] or "")
    content = calendar.ics(brief, now=brief["at"], invite=invite)
    return Attached(name, content, method=invite.method(brief) if invite else "")


def _moved(say: Saying, brief: Brief) -> Worded:
    """What is otherwise now, and what it was; who answered about another time is asked anew."""
    was = brief["was"]
    timed = any(was[name] != brief[name] for name in ("starts_at", "ends_at"))
    placed = any(was[name] != brief[name] for name in ("place", "link"))
    head = "meeting-restored" if was["off"] else "meeting-moved" if timed else "meeting-elsewhere"
    parts: list[str] = [say(head), *lines(say, brief)]
    if timed:
        parts.append(say("meeting-was", was=when(say, was)))
    if placed:
        parts.append(say("meeting-was", was=where(say, was)))
    if brief["answer"]:
        return _given(say, brief, parts)
    asked = say("meeting-question")
    if brief["earlier"]:
        asked = say("meeting-earlier", answer=answer(say, brief["earlier"], ""))
    return Worded("\n".join([*parts, "", asked]), _ways(say, brief), _file(say, brief))


def _cancelled(say: Saying, brief: Brief) -> Worded:
    was = when(say, brief["was"])
    html = say("meeting-cancelled", title=say.title(brief["title"]), was=was)
    return Worded(html, [[why.button(say)]], _file(say, brief))


def _nudge(say: Saying, brief: Brief) -> Worded:
    """Before the meeting: to those who come, when and where; to the silent ones the question again."""
    days = brief["days"]
    which = {0: "today", 1: "tomorrow"}.get(days, "later")
    parts: list[str] = [say("meeting-soon", which=which, left=dates.left(days, say.language)), *lines(say, brief)]
    if brief["answer"]:
        return _given(say, brief, parts)
    return Worded("\n".join([*parts, "", say("meeting-question")]), _ways(say, brief))


def _answered(say: Saying, brief: Brief) -> Worded:
    if say.mail:
        brief = {**brief, "filed": False}  # the mail that told of the meeting stays, and so does what it brought
    if brief["asks"] or not brief["answer"]:
        return _notice(say, brief)
    saved = "meeting-answer-written" if brief["written"] else "meeting-answer-kept"
    at = dates.moment(brief["answered_at"], say.zone, say.language)
    return _given(say, brief, lines(say, brief), say(saved, at=at))


def _given(say: Saying, brief: Brief, parts: list[str], *after: str) -> Worded:
    """The meeting with the answer that stands, which can be changed."""
    said = say("meeting-answer", answer=answer(say, brief["answer"], brief["deputy"]))
    change = Button(say.label("meeting-change"), "attend", f"{brief['attendance']}-change")
    return Worded("\n".join([*parts, "", said, *after]), [[change], [why.button(say)]], _file(say, brief))


def answer(say: Saying, word: str, deputy: str) -> str:
    """An answer as its giver would say it."""
    return say.label("meeting-answers", answer=word, deputy=say.quote(deputy, SHORT_QUOTE))


def _ways(say: Saying, brief: Brief) -> list[list[Button]]:
    """The answers that fit this meeting."""

    def button(word: str) -> Button:
        label = "meeting-on-site-yes" if word == "on_site" else f"meeting-{word}"
        return Button(say.label(label), "attend", f"{brief['attendance']}-{word}")

    return [[button(word) for word in brief["offered"]], [button("absent"), button("deputy")], [why.button(say)]]


def _ask_deputy(say: Saying, brief: Brief) -> Worded:
    back = Button(say.label("meeting-deputy-back"), "attend", f"{brief['attendance']}-keep")
    return Worded(say("meeting-ask-deputy"), [[back]])


COMPOSERS: dict[str, Composer] = {
    "meeting-notice": _notice,
    "meeting-moved": _moved,
    "meeting-cancelled": _cancelled,
    "meeting-nudge": _nudge,
    "meeting-answered": _answered,
    "meeting-ask-deputy": _ask_deputy,
}
