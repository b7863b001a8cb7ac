"""Calendar: a meeting as an .ics file, which a calendar takes in, moves or strikes out by its UID."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from words.saying import Brief

if TYPE_CHECKING:
    from icalendar import Event

# https://www.rfc-editor.org/rfc/rfc5545#section-3.7.3: whose work the file is.
PRODUCT = "-//forumbot//forumbot//LV"
PRESSABLE = ("http://", "https://")


@dataclass(frozen=True, kw_only=True)
class Invite:
    """An invitation by e-mail: who invites whom (addresses), and what the invited person has answered (empty: nothing
    yet)."""

    organizer: str
    attendee: str
    answer: str = ""

    def method(self, meeting: Brief) -> str:
        """What the reader's calendar is asked to do."""
        return "CANCEL" if meeting["off"] else "REQUEST"


# https://www.rfc-editor.org/rfc/rfc5545#section-3.2.12: how an answer stands in a calendar.
PARTICIPATION = {"online": "ACCEPTED", "on_site": "ACCEPTED", "absent": "DECLINED"}


def ics(meeting: Brief, *, now: datetime, invite: Invite | None = None) -> bytes:
    """The file of one meeting: in UTC, so that no calendar reads a zone's rules its own way (ical.js takes an hour off
    in winter from the zones that icalendar adds). What is handed over in a chat is published; ``invite``: it goes out
    by e-mail, where calendars answer, move and strike out by themselves
    (https://www.rfc-editor.org/rfc/rfc5546#section-3.2). ``meeting``: a brief's ``uid``, ``sequence``, ``title``,
    ``starts_at``, ``ends_at``, ``place``, ``link``, ``agenda`` and ``off``."""
    from icalendar import Calendar, Event, vUri

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
    if invite is not None:
        _invite(event, invite)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", invite.method(meeting) if invite else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _invite(event: Event, invite: Invite) -> None:
    from icalendar import vCalAddress

    attendee = vCalAddress(f"mailto:{invite.attendee}")
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    attendee.params["PARTSTAT"] = PARTICIPATION.get(invite.answer, "NEEDS-ACTION")
    attendee.params["RSVP"] = "TRUE"
    event.add("organizer", vCalAddress(f"mailto:{invite.organizer}"))
    event.add("attendee", attendee, encode=False)


@dataclass(frozen=True)
class Answered:
    """What a calendar answers: about which meeting, and how (``ACCEPTED``, ``DECLINED``, ``TENTATIVE``)."""

    uid: str
    participation: str


def answer(text: str) -> Answered | None:
    """The answer in a calendar's mail; None where it is none, or answers for several.
    https://www.rfc-editor.org/rfc/rfc5546#section-3.2.3"""
    if not text:
        return None
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(text)
    except (ValueError, KeyError, IndexError):
        return None
    if str(calendar.get("METHOD", "")).upper() != "REPLY":
        return None
    events = calendar.walk("VEVENT")
    attendees = events[0].get("ATTENDEE") if len(events) == 1 else None
    if attendees is None or isinstance(attendees, list):
        return None
    return Answered(str(events[0].get("UID", "")), str(attendees.params.get("PARTSTAT", "")).upper())


def _about(meeting: Brief) -> str:
    return "\n\n".join(part for part in (meeting["agenda"], meeting["link"]) if part)
