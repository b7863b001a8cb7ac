"""Escalating: the letter to a body that is silent, in the form of an official one, for a coordinator to have signed."""

from __future__ import annotations

from words import dates
from words.filling import About, fill
from words.letters import template
from words.letters.telling import Told
from words.lists import number
from words.reports.telling import Telling
from words.saying import Attached, Brief


def attached(telling: Telling, brief: Brief) -> Attached:
    """The letter as .docx, by the office's own template, else forumbot's; the same brief gives the same bytes.
    Raises BadTemplate."""
    told = _told(telling, brief)
    form = brief["template"] or template.make(told.language)
    content = fill(form, {"letter": told}, About(told.subject, told.language, brief["today"]))
    code = "".join(sign if sign.isalnum() else "-" for sign in brief["code"])
    return Attached(f"{telling.say('escalation-file')}-{code}-{brief['year']}.docx", content)


def _told(telling: Telling, brief: Brief) -> Told:
    say, sender = telling.say, brief["sender"]
    return Told(
        language=telling.language,
        sender=sender["name"],
        sender_address=sender["address"],
        place_date=say("filing-doc-date"),
        reference="",
        addressee=brief["name"],
        addressee_address=brief["address"],
        subject=say("escalation-subject", year=str(brief["year"])),
        opening=_opening(telling, brief),
        paragraphs=[],
        lacking_title=say("filing-doc-lacking"),
        lacking=[
            say("report-entry", number=number(one["number"], telling.language), title=one["title"])
            for one in brief["measures"]
        ],
        signer=say("filing-doc-signer"),
        signed=say("filing-doc-signed"),
        prepared=say("filing-doc-prepared", who=", ".join(filter(None, sender["by"]))),
        mark=say("escalation-mark", on=dates.day(brief["today"], telling.language)),
    )


def _opening(telling: Telling, brief: Brief) -> list[str]:
    say, language = telling.say, telling.language
    due = dates.by_full_day(brief["due_on"], language)
    told = [say("escalation-opening", year=str(brief["year"]), due=due)]
    if brief["legal_basis"]:
        told.append(say("report-basis", basis=brief["legal_basis"]))
    return [*told, say("escalation-asks", until=dates.by_full_day(brief["until"], language))]
