"""Latvia's site as the forum keeps it: every list with its columns, filled from the plan of 2020 and 2021."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sandbox.clock import Clock
from sandbox.schema import add_lists
from sandbox.site import Site

_DATA = Path(__file__).parent / "data" / "latvia-2020-2021"
_SIDES = {"government": "Valsts pārvalde", "partner": "Sadarbības partneris", "other": "Cita"}
_MEETINGS = {"forum": "Forums", "seminar": "Seminārs", "summit": "Samits"}
_LEGAL_BASIS = "Ministru kabineta 2020. gada rīkojuma Nr. 54 3. punkts"
_STARTS, _ENDS = date(2020, 1, 1), date(2021, 12, 31)
_LETTERS = str.maketrans("āčēģīķļņšūž ", "acegiklnsuz-")

Ids = dict[str, int]


def latvia(clock: Clock, timezone: str = "Europe/Riga") -> Site:
    """The site with Latvia's plan of 2020-2021 as its coordinators typed it in; persons are roles, not people."""
    site = Site(clock, timezone)
    add_lists(site)
    plan = _plan(site)
    institutions = _institutions(site)
    contacts = _persons(site, institutions)
    commitments = _commitments(site, plan, institutions)
    _measures(site, plan, {"institutions": institutions, "contacts": contacts, "commitments": commitments})
    _rounds(site, plan)
    _meetings(site, plan)
    _recommendations(site, plan)
    _news(site)
    return site


def _read(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _plan(site: Site) -> int:
    return site.list("Plani").add(
        {
            "Title": "Ceturtais nacionālais atvērtās pārvaldības rīcības plāns 2020.–2021. gadam",
            "Code": "LV-4",
            "StartsOn": _STARTS,
            "EndsOn": _ENDS,
            "OgpPeriod": "2019-2021",
            "State": "Spēkā",
        }
    )


def _institutions(site: Site) -> Ids:
    rows, ids = site.list("Institucijas"), Ids()
    told = list(_read("institutions"))
    for one in told:
        values = {"Title": one["name_lv"], "Code": one["code"], "NameEn": one["name_en"], "Side": _SIDES[one["side"]]}
        ids[one["code"]] = rows.add(values)
    for one in told:
        if one["files_through"]:
            rows.edit(ids[one["code"]], {"FilesThrough": ids[one["files_through"]]})
    return ids


def slug(code: str) -> str:
    """An institution's code as part of an address: ``Valsts kase`` is ``valsts-kase``, ``ĀM`` is ``am``."""
    return code.lower().translate(_LETTERS).removesuffix(".lv")


def _persons(site: Site, institutions: Ids) -> Ids:
    """A contact person for each institution and one coordinator; answers the contacts' ids by institution."""
    rows, ids = site.list("Personas"), Ids()
    same = {"Channel": "Telegram", "Publish": True, "FromOn": _STARTS}
    for code, number in institutions.items():
        person = {
            "Title": f"{code} kontaktpersona",
            "Institution": number,
            "Email": f"kontaktpersona@{slug(code)}.example",
            "ForumRole": "Kontaktpersona",
            "Lang": "en" if code == "Providus" else "lv",
        }
        ids[code] = rows.add({**person, **same})
    coordinator = {
        "Title": "VK koordinators",
        "Institution": institutions["VK"],
        "Email": "koordinators@vk.example",
        "ForumRole": "Koordinators",
        "Lang": "lv",
    }
    rows.add({**coordinator, **same})
    return ids


def _commitments(site: Site, plan: int, institutions: Ids) -> Ids:
    rows, ids = site.list("Apnemsanas"), Ids()
    for one in _read("commitments"):
        supporting = [institutions[code.strip()] for code in one["supporting"].split(";") if code.strip()]
        values = {
            "Title": one["title_lv"],
            "Plan": plan,
            "Number": one["number"],
            "OgpId": one["ogp_id"],
            "Lead": institutions.get(one["lead"]),
            "Supporting": supporting,
            "StartsOn": date.fromisoformat(one["starts_on"]),
            "EndsOn": date.fromisoformat(one["ends_on"]),
            "TitleEn": one["title_en"],
        }
        ids[one["number"]] = rows.add(values)
    return ids


def _measures(site: Site, plan: int, known: dict[str, Ids]) -> None:
    for one in _read("measures"):
        lead = one["lead"]
        site.list("Pasakumi").add(
            {
                "Title": one["title_lv"],
                "Plan": plan,
                "Number": one["number"],
                "Commitment": known["commitments"][one["commitment"]],
                "Lead": known["institutions"].get(lead),
                "CoLead": [],
                "Contact": [known["contacts"][lead]] if lead else [],
                "DueText": "2021. gada 31. decembris",
                "DueOn": _ENDS,
                "Completion": "Nav informācijas",
            }
        )


def _rounds(site: Site, plan: int) -> None:
    for one in _read("deadlines"):
        due = date.fromisoformat(one["due_on"])
        site.list("AtskaisuTermini").add(
            {
                "Title": one["title_lv"],
                "Plan": plan,
                "RoundKey": one["key"],
                "Kind": "Obligāta",
                "PeriodFrom": date.fromisoformat(one["period_start"]),
                "PeriodTo": date.fromisoformat(one["period_end"]),
                "SignBy": due - timedelta(days=10),
                "DueOn": due,
                "GraceUntil": due + timedelta(days=7),
                "LockOn": due + timedelta(days=14),
                "Audience": ["Atbildīgās"],
                "LegalBasis": _LEGAL_BASIS,
            }
        )


def _meetings(site: Site, plan: int) -> None:
    """Meetings whose day is known are past and only that day is known: no hour is made up for them."""
    for one in _read("meetings"):
        held = date.fromisoformat(one["held_on"]) if one["held_on"] else None
        site.list("Sanaksmes").add(
            {
                "Title": one["title_lv"],
                "Plan": plan,
                "Kind": _MEETINGS[one["kind"]],
                "StartsAt": held,
                "WhenText": f"{held.day:02}.{held.month:02}.{held.year}." if held else "2021. gada vasara",
                "State": "Notikusi" if held else "Plānota",
                "MinutesState": "Nav",
                "Sequence": 0,
            }
        )


def _recommendations(site: Site, plan: int) -> None:
    """As the reviewer worded them. Who follows each up, and what was decided, is not known, and is left open."""
    for one in _read("recommendations"):
        site.list("Ieteikumi").add(
            {
                "Title": one["text_lv"],
                "Plan": plan,
                "Number": one["number"],
                "Source": "IRM",
                "Text": one["text_lv"],
                "TextEn": one["text_en"],
            }
        )


def _news(site: Site) -> None:
    for one in _read("news"):
        site.list("Jaunumi").add(
            {
                "Title": one["title_lv"],
                "Body": one["note"],
                "Url": f"https://{one['url']}" if one["url"] else None,
                "Action": "Nav",
                "SendMode": "Nesūtīt",
            }
        )
