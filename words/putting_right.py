"""Putting right: what is wrong in the site's lists as one message that can be read: list by list, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from forum.store.base import Values
from words.saying import Brief, Composer, Saying, Worded
from words.texts import Safe

# So many signs of sentences fit into one message, with room for its head and end; and so many links: Telegram leaves
# out what is marked beyond the hundredth place (https://core.telegram.org/bots/api#messageentity, limits of clients).
MOST_SIGNS, MOST_LINKS = 3300, 80
# So many rows are named for one thing.
MOST_ROWS = 12


@dataclass
class Line:
    """One thing that is wrong, and all the rows in which it is; ``count``: how many findings it says."""

    finding: Values
    links: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0


def _to_put_right(say: Saying, brief: Brief) -> Worded:
    """Everything list by list, as much as there is room for, and how much more there is."""
    parts, left = [say("to-put-right")], brief["more"]
    room, links, heading = MOST_SIGNS, MOST_LINKS, ""
    for line in lines(brief["findings"]):
        told = _said(say, line)
        room, links = room - len(_bare(told)), links - len(line.links[:MOST_ROWS]) - 1
        if room < 0 or links < 0:
            left += line.count
            continue
        of_list = str(line.finding["values"].get("list", ""))
        if of_list and of_list != heading:
            parts.append(say("to-put-right-list", list=of_list))
        heading = of_list
        parts.append(say("to-put-right-line", sentence=told))
    more = [say("to-put-right-more", count=left)] if left else []
    return Worded("\n".join([*_spaced(parts), *more]))


def lines(findings: Sequence[Values]) -> list[Line]:
    """What is wrong, one line a thing: findings that differ in their row alone are one. Those of one list stand
    together, in the order in which the lists first come; what is wrong with the site as a whole comes first."""
    found: dict[object, Line] = {}
    for one in findings:
        values = one["values"]
        rows = str(values["row"]).split(", ") if "row" in values else []
        alike = (one["kind"], *sorted((name, str(word)) for name, word in values.items() if name != "row"))
        line = found.setdefault(alike if len(rows) == 1 else len(found), Line(one))
        prefix = one["link"].removesuffix(rows[0]) if rows else one["link"]
        line.links += [(row, prefix and f"{prefix}{row}") for row in rows]
        line.count += 1
    return list(_by_list(list(found.values())))


def _by_list(found: Sequence[Line]) -> Iterator[Line]:
    names = dict.fromkeys(["", *(str(line.finding["values"].get("list", "")) for line in found)])
    for name in names:
        yield from (line for line in found if line.finding["values"].get("list", "") == name)


def _said(say: Saying, line: Line) -> Safe:
    kept = line.finding
    if not line.links:
        sentence = say.finding(kept)
        return say("to-put-right-linked", sentence=sentence, link=kept["link"]) if kept["link"] else sentence
    shown = [_row(say, *link) for link in line.links[:MOST_ROWS]]
    more = len(line.links) - len(shown)
    rows = ", ".join([*shown, *([say("to-put-right-rows", count=more)] if more else [])])
    # The list stands above; here it is not said again.
    return say.finding({**kept, "values": {**kept["values"], "list": "none", "row": Safe(rows)}})


def _row(say: Saying, row: str, link: str) -> str:
    return say("to-put-right-row", row=row, link=link) if link else row


def _bare(html: str) -> str:
    """As it counts against the room: without its links' addresses."""
    return "".join(part.rpartition(">")[2] for part in html.split("<"))


def _spaced(parts: Sequence[str]) -> Iterator[str]:
    """With an empty line after the head and before each list."""
    head, *rest = parts
    yield head
    for place, part in enumerate(rest):
        yield f"\n{part}" if place == 0 or part.startswith("<b>") else part


COMPOSERS: dict[str, Composer] = {"to-put-right": _to_put_right}
