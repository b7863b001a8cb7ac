"""Planning an import: what of a plan's files is new to the workspace, what is there already, and what cannot be laid
down as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from forum.findings import Finding
from forum.store.base import Values
from sync.columns import folded
from sync.importing.headings import KEYS, NAMES, TABLES, bare
from sync.importing.reading import Read, Told, named
from sync.lists import LISTS
from sync.workspace import ListFit, Row, Workspace

# So many rows are named of which something could not be kept.
FEW = 5
# What a row belongs to, by its number where the file does not name it.
ABOVE = {"measure": "commitment", "milestone": "measure"}
# A row of the workspace or one still to be made: what it is, and by what it is known.
Ref = tuple[str, str]


@dataclass(frozen=True)
class New:
    """A row to be made. ``names`` are the rows that it looks up, by field; ``table`` and ``row``: where a file says it
    (0: it is only named there, or by whoever imports)."""

    ref: Ref
    values: Values
    names: Mapping[str, Sequence[Ref]] = field(default_factory=dict)
    table: str = ""
    row: int = 0

    @property
    def place(self) -> str:
        return f"{self.table}, {self.row}" if self.row else self.table


@dataclass
class Plan:
    """What is to be made, in its order; ``there``: what is there already, by its item id; ``wrong``: why nothing can be
    imported; ``notes``: what is left as the workspace has it, and what was kept otherwise than one might think;
    ``leads``: the bodies that milestones name, by measure; ``spoilt``: rows that will not be made, as something is
    wrong about them, but may be named by others; ``coming``: all rows of the files."""

    new: list[New] = field(default_factory=list)
    there: dict[Ref, int] = field(default_factory=dict)
    same: list[Ref] = field(default_factory=list)
    wrong: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    leads: dict[Ref, list[Ref]] = field(default_factory=dict)
    spoilt: set[Ref] = field(default_factory=set)
    coming: set[Ref] = field(default_factory=set)


@dataclass(frozen=True)
class Wanted:
    """Into which plan: its ``code``, and the ``title`` it gets where it is not there yet. ``new_bodies``: a body that
    the files name and nobody knows is made, by that name alone."""

    code: str
    title: str = ""
    new_bodies: bool = False


def plan(found: Read, place: Workspace, wanted: Wanted) -> Plan:
    """What this import would do. Raises what the workspace raises."""
    made = Plan(wrong=list(found.wrong), notes=list(found.notes), spoilt=set(found.spoilt))
    made.coming |= {(one.noun, one.key) for one in found.rows}
    # A list that a plan can do without must be there only for rows that are to stand in it.
    nouns = [noun for noun in TABLES if not LISTS[noun].optional or any(one.noun == noun for one in found.rows)]
    fits = place.open()
    stopped = [reason for noun in ("plan", *nouns) if (reason := fits[noun].reason) is not None]
    if stopped:
        made.wrong += stopped
        return made
    known = {noun: _rows(place, noun) for noun in ("plan", *nouns)}
    _settle_plan(made, known["plan"], wanted)
    for noun in nouns:
        made.there |= _known(noun, known[noun].values(), made.there.get(("plan", bare(wanted.code))))
    _bodies(made, known["institution"].values(), found.rows, wanted)
    for one in sorted(found.rows, key=lambda row: nouns.index(row.noun)):
        _row(made, one, known[one.noun], wanted)
    _lead(made)
    made.wrong += _without_place(made, fits)
    return made


def _rows(place: Workspace, noun: str) -> dict[int, Row]:
    return {row.item_id: row for page in place.pages(noun) for row in page.rows()}


def _settle_plan(made: Plan, known: Mapping[int, Row], wanted: Wanted) -> None:
    ref = ("plan", bare(wanted.code))
    for number, row in known.items():
        if bare(str(row.values.get("code", ""))) == ref[1]:
            made.there[ref] = number
    if ref not in made.there:
        made.new.append(New(ref, {"code": wanted.code, "title": wanted.title or wanted.code}))


def _known(noun: str, rows: Iterable[Row], plan_item: int | None) -> dict[Ref, int]:
    """The rows that are there, of this plan where they belong to one."""
    mine = [row for row in rows if noun == "institution" or (plan_item and row.values.get("plan") == plan_item)]
    return {(noun, bare(str(row.values.get(KEYS[noun], "")))): row.item_id for row in mine}


def _bodies(made: Plan, known: Iterable[Row], rows: Sequence[Told], wanted: Wanted) -> None:
    """Bodies are known by code or by name; who is new is made where that is wanted."""
    for row in known:
        made.there.setdefault(("institution", folded(str(row.values.get("name", "")))), row.item_id)
    here = {one.key for one in rows if one.noun == "institution"}
    if not wanted.new_bodies:
        return
    for one in rows:
        for _, noun, word in named(one):
            ref = (noun, bare(word))
            if noun == "institution" and ref not in made.there and ref[1] not in here:
                here.add(ref[1])
                made.new.append(New(ref, {"code": word, "name": word}, table=one.table))


def _row(made: Plan, one: Told, known: Mapping[int, Row], wanted: Wanted) -> None:
    names, wrong = _names(made, one)
    made.wrong += wrong
    if wrong:
        made.spoilt.add((one.noun, one.key))
        return
    values = {name: word for name, word in one.values.items() if name not in NAMES}
    if one.noun == "milestone":  # it has no lead of its own
        mine = made.leads.setdefault(names["measure"][0], [])
        mine += [ref for ref in names.pop("lead", []) if ref not in mine]
    if one.noun != "institution":
        names["plan"] = [("plan", bare(wanted.code))]
    ref = (one.noun, one.key)
    if ref not in made.there:
        made.new.append(New(ref, values, names, one.table, one.row))
        return
    made.same.append(ref)
    made.notes += _differing(made, one, known[made.there[ref]], names, values)


def _lead(made: Plan) -> None:
    """Who answers for a new measure where only its milestones name somebody: the one body that they name. Of several
    nobody can tell which leads: they stand beside it, and that is said."""
    for at, one in enumerate(made.new):
        bodies = made.leads.get(one.ref, [])
        if not bodies or "lead" in one.names:
            continue
        beside = list(dict.fromkeys([*bodies, *one.names.get("co_lead", ())]))
        named = {"lead": bodies} if len(bodies) == 1 else {"co_lead": beside}
        made.new[at] = replace(one, names={**one.names, **named})
        if len(bodies) > 1:
            told = {"number": str(one.values["number"]), "named": ", ".join(key for _, key in bodies)}
            made.notes.append(Finding("import-led-by", {"list": one.table, "row": str(one.row), **told}))


def _without_place(made: Plan, fits: Mapping[str, ListFit]) -> list[Finding]:
    """What the files say and the workspace's lists have no columns for, which would be lost."""
    told: dict[tuple[str, str], list[str]] = {}
    for one in made.new:
        noun, key = one.ref
        for name in (*one.values, *one.names):
            if name not in fits[noun].columns:
                told.setdefault((noun, name), []).append(str(one.values.get(KEYS.get(noun, ""), key)))
    return [
        Finding(
            "import-no-place",
            {"list": fits[noun].title, "column": LISTS[noun].by_name[name].column, "numbers": _few(numbers)},
        )
        for (noun, name), numbers in told.items()
    ]


def _few(numbers: Sequence[str]) -> str:
    return ", ".join([*numbers[:FEW], *(["…"] if len(numbers) > FEW else [])])


def _names(made: Plan, one: Told) -> tuple[dict[str, list[Ref]], list[Finding]]:
    """The rows that this one names, and what of it leads nowhere."""
    # Whichever row of a file stands first: a body may name one further down, through which it files.
    to_come = {*made.spoilt, *made.coming, *(new.ref for new in made.new)}
    names: dict[str, list[Ref]] = {}
    wrong = []
    for name, noun, word in named(one):
        ref = next(
            (ref for ref in ((noun, bare(word)), (noun, folded(word))) if ref in made.there or ref in to_come), None
        )
        if ref is None:
            wrong.append(_unknown(noun, one.at(name, named=word)))
        else:
            names.setdefault(name, []).append(ref)
    above = ABOVE.get(one.noun, "")
    if above and above not in one.values:
        within = _within(one.key, [key for noun, key in (*made.there, *to_come) if noun == above])
        if within:
            names[above] = [(above, within)]
        elif LISTS[one.noun].by_name[above].required:
            wrong.append(Finding("import-whose", one.at("number", number=str(one.values["number"]))))
    return names, wrong


def _unknown(noun: str, at: dict[str, str]) -> Finding:
    if noun == "institution":
        return Finding("import-no-institution", at)
    return Finding("import-no-measure", at) if noun == "measure" else Finding("import-no-commitment", at)


def _within(number: str, above: Sequence[str]) -> str:
    """Which of these a number begins with: 2.8 belongs to 2, C01.1.1 to C01; empty: to none."""
    found = [one for one in above if number.startswith((f"{one}.", f"{one}-"))]
    return max(found, key=len, default="")


def _differing(made: Plan, one: Told, there: Row, names: Mapping[str, Sequence[Ref]], values: Values) -> list[Finding]:
    """What the workspace says otherwise; it stays, for the workspace's word counts."""
    lookups = {name: [made.there.get(ref) for ref in refs] for name, refs in names.items() if name != "plan"}
    other = [
        name
        for name, word in {**values, **lookups}.items()
        if _told(there.values.get(name)) not in ("", _told(word)) or _told(there.values.get(name)) == "" != _told(word)
    ]
    place = {"list": one.table, "row": str(one.row)}
    titles = ", ".join(one.titles.get(name, name) for name in other)
    return [Finding("import-differs", {**place, "columns": titles})] if other else []


def _told(word: object) -> str:
    if isinstance(word, list):
        return ";".join(map(str, sorted(filter(None, word))))
    return "" if word is None else " ".join(str(word).split()).rstrip(".")
