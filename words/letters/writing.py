"""Writing: a body's letter as a Word document, to be signed elsewhere."""

from __future__ import annotations

from pathlib import Path

from forum.letters import Draft
from words.filling import About, fill
from words.letters import template
from words.letters.telling import tell
from words.reports.telling import Telling


def docx(telling: Telling, draft: Draft, own: Path | None = None) -> bytes:
    """The letter as .docx, by the template ``own``, else forumbot's; the same letter gives the same bytes.
    Raises BadTemplate."""
    told = tell(telling, draft)
    about = About(told.subject, told.language, draft.made_at.astimezone(telling.zone).date())
    return fill(own or template.make(told.language), {"letter": told}, about)


def name(telling: Telling, draft: Draft) -> str:
    """The file's name: «vestule-FM-2020-1.docx»."""
    code = "".join(sign if sign.isalnum() else "-" for sign in draft.body.code)
    return f"{telling.say('filing-doc-file')}-{code}-{draft.year}-{draft.turn}.docx"
