"""A site after a year in many hands: everything that people leave behind in lists that nobody looks after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from sandbox.clock import Clock
from sandbox.plans import latvia
from sandbox.schema import COMPLETION
from sandbox.site import Column, Site
from sandbox.site.columns import internal_name
from sandbox.site.library import Library
from sandbox.site.lists import SiteList

# What Word leaves in a note that was pasted from it.
WORD = (
    '<div class="ExternalClassA1B2C3"><p class="MsoNormal"><span lang="LV" style="font-size&#58;11pt">Datu kopa'
    "&#160;publicēta.</span></p><p>Nākamā – martā.</p></div>"
)


def messy(clock: Clock) -> Site:
    """Latvia's site as the plan's second year finds it: made by hand, copied, dragged, typed over, and never tidied."""
    site = latvia(clock, "America/Los_Angeles")  # nobody has ever looked at the regional settings
    _made_by_hand(site)
    _institutions(site)
    _persons(site)
    _measures(site)
    _files(site)
    _copies(site)
    _rights(site)
    return site


def _made_by_hand(site: Site) -> None:
    """Lists begun in the browser have inner names made of their titles, pasted ones ``field_1``; 2.10 is 2,1."""
    _renamed(site.list("Pasakumi"), lambda column, taken: internal_name(column.title, taken))
    _renamed(site.list("Personas"), lambda column, taken: internal_name(column.title, taken))
    _renamed(site.list("Institucijas"), _pasted)
    commitments = site.list("Apnemsanas")
    commitments.add_column(Column("Nr.", "Number", name="Number"))
    for item in commitments.items.values():
        item.values["Number"] = float(item.values["Number"])


def _pasted(column: Column, taken: set[str]) -> str:
    return next(name for n in range(1, 100) if (name := f"field_{n}") not in taken)


def _renamed(rows: SiteList, make: Callable[[Column, set[str]], str]) -> None:
    """Give a list's own columns the inner names that it would have, had it been made so."""
    own = [column for column in rows.columns.values() if not (column.read_only or column.name in ("Title", "ForumKey"))]
    for column in own:
        old = column.name
        del rows.columns[old]
        column.name = make(column, set(rows.columns))
        rows.columns[column.name] = column
        for item in rows.items.values():
            if old in item.values:
                item.values[column.name] = item.values.pop(old)


def named(rows: SiteList, title: str) -> str:
    """The inner name of the column that people call so."""
    return next(column.name for column in rows.columns.values() if column.title == title)


def _institutions(site: Site) -> None:
    """The same body twice: AM for ĀM, a blank after VARAM, and an old name that has ended."""
    rows = site.list("Institucijas")
    code, ends = named(rows, "Saīsinājums"), named(rows, "Spēkā līdz")
    rows.columns[code].unique = False
    rows.add({"Title": "Ārlietu min.", code: "AM"})
    rows.add({"Title": "Vides aizsardzības un reģionālās attīstības ministrija ", code: "VARAM "})
    rows.edit(rows.find(code, "NVD"), {ends: date(2020, 12, 31)})


def _persons(site: Site) -> None:
    """A successor typed over the leaver, two names in a cell, one mailbox for several people, a trial left in."""
    rows = site.list("Personas")
    email, body = named(rows, "E-pasts"), named(rows, "Institūcija")
    varam = rows.find("Title", "VARAM kontaktpersona")
    type_over(site, "FM kontaktpersona", "FM jaunā kontaktpersona")
    rows.edit(rows.find("Title", "VM kontaktpersona"), {"Title": "VM kontaktpersona / VM vietnieks"})
    rows.edit(rows.find("Title", "TA kontaktpersona"), {email: "viens@ta.example; otrs@ta.example"})
    for code in ("KNAB", "VID"):
        rows.edit(rows.find("Title", f"{code} kontaktpersona"), {email: "pasts@iestade.example"})
    rows.add({"Title": "Tests", body: rows.items[varam].values[body], email: "tests@varam.example"})


def type_over(site: Site, leaver: str, successor: str) -> None:
    """Somebody types a successor's name and address over the leaver's row."""
    rows = site.list("Personas")
    email = named(rows, "E-pasts")
    address = f"jauna.{rows.items[rows.find('Title', leaver)].values[email]}"
    rows.edit(rows.find("Title", leaver), {"Title": successor, email: address})


def _measures(site: Site) -> None:
    """Numbers twice and with a full stop, words that are no choice, days that are none or have an offset, a body that
    was deleted."""
    rows, bodies = site.list("Pasakumi"), site.list("Institucijas")
    number, due, completion = (named(rows, title) for title in ("Nr.", "Termiņš", "Izpilde"))
    co_lead, done = named(rows, "Līdzatbildīgās"), named(rows, "Paveiktais")

    def row(key: str) -> int:
        return rows.find(number, key)

    rows.columns[completion].fill_in = True
    gone = bodies.add({"Title": "Pārejoša iestāde", named(bodies, "Saīsinājums"): "PI"})
    rows.edit(row("1.1"), {completion: "procesā"})
    rows.edit(row("1.2"), {completion: "izpildīts 80 %"})
    rows.edit(row("1.3"), {co_lead: [gone]})
    rows.edit(row("2.1"), {done: WORD})
    rows.edit(row("2.8"), {number: "2.8."})
    rows.add({**_copied(rows, row("2.8.")), number: "2.8", "Title": "Izglītības datu atvēršana (labots)"})
    rows.add({"Title": "test", number: "9.9"})
    bodies.delete(gone)
    _text_for_days(rows, due)
    rows.edit(row("2.2"), {due: "II pusgads"})
    done_on = named(rows, "Izpildes datums")
    rows.edit(row("2.3"), {done_on: "1899-12-30T00:00:00Z"})
    # Some answers carry an offset in place of the Z (SharePoint/sp-dev-docs, issue 5369).
    rows.edit(row("2.4"), {done_on: "2020-10-12T00:00:00-07:00"})
    folder = rows.add({"Title": "Vecie pasākumi"}, folder=True)
    rows.edit(folder, {"Title": "Vecie pasākumi 2019"}, editor=None)


def _copied(rows: SiteList, item: int) -> dict[str, object]:
    own = {column.name for column in rows.columns.values() if not (column.read_only or column.name == "ForumKey")}
    return {name: value for name, value in rows.items[item].values.items() if name in own}


def _text_for_days(rows: SiteList, name: str) -> None:
    """A column of days that somebody made as a line of text; the days stand in it as they were typed."""
    rows.add_column(Column(rows.columns[name].title, name=name))
    for item in rows.items.values():
        if item.values.get(name):
            item.values[name] = "31.12.2021."


def _files(site: Site) -> None:
    """What people dragged into the library, under the names that it had on their desks; one is checked out since."""
    shelf = cast(Library, site.list("Pieradijumi"))
    shelf.add_folder("Vecie")
    for name in ("Atskaite #2 (100 %).docx", "Kopā ar 'citiem'.pdf"):
        shelf.upload(name, b"x", folder="Vecie")
    hand = site.add_person("IUB kontaktpersona", "kontaktpersona@iub.example").id
    shelf.check_out(shelf.upload("Pārskats, labots.docx", b"x", editor=hand), editor=hand)


def _copies(site: Site) -> None:
    """A second list begun beside the first, by somebody who found that one untidy."""
    columns = [Column("Nr."), Column("Izpilde", "Choice", choices=COMPLETION)]
    site.add_list("Pasākumi_2021_jaunais", columns=columns).add({"Title": "Tukšs"})


def _rights(site: Site) -> None:
    """Permissions broken on one list, by somebody who wanted to keep others from changing it."""
    site.list("Daliba").access = "read"
