"""Handing over: the report in chat, as a Word document with a few words."""

from __future__ import annotations

from forum import reports
from forum.reports import Report
from words.reports.document import docx
from words.reports.telling import Telling
from words.saying import Attached, Brief, Composer, Saying, Worded


def _report(say: Saying, brief: Brief) -> Worded:
    report: Report = brief["report"]
    received, awaited = reports.received(report)
    lines = [
        say("report-ready", title=say.title(report.title)),
        say("report-ready-counts", received=received, all=awaited),
        say("report-ready-draft"),
    ]
    content = docx(Telling(say.texts, say.language, say.zone).report(report), report.day)
    name = f"{say.label('report-file')}-{report.day}.docx"
    return Worded("\n".join(lines), attached=Attached(name, content))


COMPOSERS: dict[str, Composer] = {"report": _report}
