"""Alarms: what coordinators read when something has stopped working, and when it works again."""

from __future__ import annotations

from words import dates
from words.saying import Brief, Composer, Saying, Worded


def _lasting(say: Saying, brief: Brief) -> Worded:
    where = brief["where"] or "none"
    lines = [say("alarm", trouble=brief["trouble"], since=_since(say, brief), where=where)]
    if brief["care"]:
        lines.append(say("alarm-care", care=brief["care"]))
    return Worded("\n".join(lines))


def _over(say: Saying, brief: Brief) -> Worded:
    return Worded(say("alarm-over", trouble=brief["trouble"]))


def _since(say: Saying, brief: Brief) -> str:
    """The certificate's end is a day to come, everything else a moment that was."""
    if brief["trouble"] == "certificate":
        return dates.on_full_day(brief["since"].astimezone(say.zone).date(), say.language)
    return dates.moment(brief["since"], say.zone, say.language)


COMPOSERS: dict[str, Composer] = {"alarm": _lasting, "alarm-over": _over}
