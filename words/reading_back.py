"""Reading back: what was read in a worksheet, or in one text about several measures; and worksheets as files."""

from __future__ import annotations

from collections.abc import Sequence

from forum.replies import LONGEST
from words.lists import number
from words.saying import SHORT_QUOTE, Attached, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe
from words.worksheets import laying
from words.worksheets.excel import xlsx
from words.worksheets.word import docx

# Of which states a reader wants to know what stands in the way.
ASKED_WHY = ("limited", "not_started")
MOST_BUTTONS = 12
# How a place in a worksheet is named: in a Word table or a sheet, a cell or the whole row.
WHERE = {(False, True): "row", (True, True): "table", (False, False): "whole", (True, False): "whole-table"}


def _read_back(say: Saying, brief: Brief) -> Worded:
    """First what was recorded, then what was not and why, then what is left."""
    by: dict[str, list[Brief]] = {}
    for one in brief["entries"]:
        by.setdefault(one["outcome"], []).append(one)
    kept, bad, same, empty = (by.get(name, []) for name in ("kept", "wrong", "same", "empty"))
    name, source = say.title(brief["name"]), brief["source"]
    if source == "sheet" and not (kept or bad):
        return Worded("\n\n".join([*_nothing_new(say, name, same), *_rest(say, brief, empty)]))
    blocks = [say("readback-sheet", name=name) if source == "sheet" else say("readback-text")]
    blocks += _kept(say, kept, written=brief["written"]) if kept else [say("readback-none")]
    if bad:
        lines = [say("readback-bad", count=len({(one["number"], one.get("row")) for one in bad}))]
        blocks.append(Safe("\n".join([*lines, *(f"– {_bad(say, source, one)}" for one in bad)])))
        blocks.append(say("readback-fix", source=source))
    if same:
        blocks.append(say("readback-same", numbers=say.all_numbered(same)))
    blocks += _rest(say, brief, empty)
    wanting = {one["obligation"]: one for one in [*bad, *_without_state(kept)] if one["obligation"]}
    buttons = [Button(say.numbered(one), "answer", one["obligation"]) for one in wanting.values()]
    return Worded("\n\n".join(blocks), in_rows(buttons[:MOST_BUTTONS]) if buttons else [])


def _nothing_new(say: Saying, name: str, same: Sequence[Brief]) -> list[Safe]:
    if same:
        return [say("readback-again", name=name)]
    return [say("readback-sheet", name=name), say("readback-nothing")]


def _rest(say: Saying, brief: Brief, empty: Sequence[Brief]) -> list[Safe]:
    """What is not filled in, and words that were no answer."""
    said = [say("readback-empty", numbers=say.all_numbered(empty))] if empty else []
    return [*said, *([say("readback-beside", text=say.quote(brief["beside"], SHORT_QUOTE))] if brief["beside"] else [])]


def _kept(say: Saying, kept: Sequence[Brief], *, written: bool) -> list[Safe]:
    lines = [say("readback-kept", count=len(kept)), *(f"– {_entry(say, one)}" for one in kept)]
    blocks = [Safe("\n".join(lines))]
    draft = [] if all("milestone" in one for one in kept) else [say("readback-draft")]
    return [*blocks, *([] if written else [say("readback-saved")]), *draft]


def _without_state(kept: Sequence[Brief]) -> list[Brief]:
    return [one for one in kept if one["progress"] and not (one["completion"] or one["nothing"])]


def _entry(say: Saying, one: Brief) -> Safe:
    if "milestone" in one:
        state = say.completion(one["completion"]) if one["completion"] else say.label("report-unknown")
        return say("readback-entry-step", **say.named(one), completion=state, evidence=one["evidence"] or "none")
    texts = Safe(" ".join(_texts(say, one)))
    if one["nothing"]:
        return say("readback-entry-nothing", **say.named(one), texts=texts)
    if not one["progress"]:
        return say("readback-entry-words", **say.named(one), texts=texts)
    if not one["completion"]:
        return say("readback-entry-no-status", **say.named(one), texts=texts)
    kind = "readback-entry-unchanged" if one["unchanged"] else "readback-entry"
    said = say(kind, **say.named(one), completion=say.completion(one["completion"]), texts=texts)
    if one["completion"] in ASKED_WHY and not one["obstacles"] and not one["unchanged"]:
        said = Safe(f"{said} {say('readback-entry-why', number=number(one['number'], say.language))}")
    return said


def _texts(say: Saying, one: Brief) -> list[Safe]:
    heads = {"obstacles": "readback-reason" if one["nothing"] else "readback-obstacles"}
    return [
        say(heads.get(name, f"readback-{name.replace('_', '-')}"), text=say.quote(one[name], SHORT_QUOTE))
        for name in ("done", "obstacles", "next_step", "english")
        if one[name]
    ]


def _bad(say: Saying, source: str, one: Brief) -> Safe:
    wrong = say("readback-wrong", why=one["why"], said=one["said"], year=str(one["year"]), most=LONGEST)
    column = say.label(f"sheet-column-{one['field'].replace('_', '-')}") if one["field"] else ""
    where = "text" if source == "text" else WHERE[bool(one["table"]), bool(column)]
    named = say.numbered(one) if one["marks"] else number(one["number"], say.language) if one["number"] else "?"
    row = str(one.get("row", ""))
    return say(
        "readback-at", where=where, number=named, row=row, letter=one.get("letter", ""), column=column, wrong=wrong
    )


def _file(say: Saying, brief: Brief) -> Worded:
    return Worded(say("worksheet-file"), attached=file(say, brief["lines"], brief["file"]))


def file(say: Saying, lines: Sequence[Brief], kind: str) -> Attached:
    """A worksheet as a file to send; ``kind``: docx or xlsx."""
    sheet = laying.sheet(say.texts, say.language, lines)
    return Attached(laying.file_name(say.texts, say.language, lines, kind), (xlsx if kind == "xlsx" else docx)(sheet))


def _unread(say: Saying, brief: Brief) -> Worded:
    """A file that was not opened as a worksheet, what became of it, and what to do."""
    lines = [
        say("worksheet-unread", why=brief["why"], name=say.title(brief["name"])),
        say("worksheet-unread-kept", kept="yes" if brief["kept"] else "no"),
        say("worksheet-unread-again"),
    ]
    return Worded(" ".join(lines))


COMPOSERS: dict[str, Composer] = {"read-back": _read_back, "worksheet-file": _file, "worksheet-unread": _unread}
