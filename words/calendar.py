"""Calendar: a meeting as an .ics file, which a calendar takes in, moves or strikes out by its UID."""

from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Calendar, Event, vUri

from words.saying import Brief

# https://www.rfc-editor.org/rfc/rfc5545#section-3.7.3: whose work the file is.
PRODUCT = "-//forumbot//forumbot//LV"
PRESSABLE = ("http://", "https://")


def ics(meeting: Brief, *, now: datetime) -> bytes:
    """The file of one meeting: in UTC, so that no calendar reads a zone's rules its own way (ical.js takes an hour off
    in winter from the zones that icalendar adds); METHOD:PUBLISH, as what is handed over in a chat is no invitation by
    e-mail. ``meeting``: a brief's ``uid``, ``sequence``, ``title``, ``starts_at``, ``ends_at``, ``place``, ``link``,
    ``agenda`` and ``off``."""
    event = Event()
    event.add("uid", meeting["uid"])
    event.add("sequence", meeting["sequence"])
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("dtstart", meeting["starts_at"].astimezone(UTC))
    if meeting["ends_at"]:
        event.add("dtend", meeting["ends_at"].astimezone(UTC))
    event.add("summary", meeting["title"])
    event.add("status", "CANCELLED" if meeting["off"] else "CONFIRMED")
    for name, text in (("location", meeting["place"] or meeting["link"]), ("description", _about(meeting))):
        if text:
            event.add(name, text)
    if meeting["link"].startswith(PRESSABLE):
        event.add("url", vUri(meeting["link"]))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _about(meeting: Brief) -> str:
    return "\n\n".join(part for part in (meeting["agenda"], meeting["link"]) if part)
