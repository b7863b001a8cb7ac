"""The story's script: how each contact behaves in the round, from the first of December to a week after it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from forum.plan import Completion

RIGA = ZoneInfo("Europe/Riga")

BEGINS = datetime(2020, 12, 1, 8, 0, tzinfo=RIGA)
ENDS = datetime(2021, 2, 9, 17, 0, tzinfo=RIGA)

# The hours of each day at which the story looks; fewer before the first nudge.
HOURS = (8, 9, 11, 14, 16)
QUIET_HOURS = (9, 11)
FIRST_NUDGE = datetime(2021, 1, 4, 0, 0, tzinfo=RIGA)

# The server is off over Christmas, and comes back before the morning of the first nudge.
OFF = datetime(2020, 12, 22, 8, 0, tzinfo=RIGA)
ON_AGAIN = datetime(2021, 1, 4, 8, 0, tzinfo=RIGA)

# Whoever made the site left it on Pacific time.
SITE_ZONE = "America/Los_Angeles"

COORDINATOR = "VK koordinators"

# Never opens the link: must be named to the coordinator as not reached, and never be forgotten.
ABSENT = "NVD kontaktpersona"

# Joins and reads, but answers where they have always written: in the plan's rows on the site.
ON_SITE = "VID kontaktpersona"

# Joins and reads, and tells the coordinator by telephone.
BY_PHONE = "KNAB kontaktpersona"

# Takes an answer back, and gives another.
WITHDRAWS = "VAS kontaktpersona"

# Somebody changes this contact's row while the platform is down for the service.
CLASHES = "TA kontaktpersona"

# The platform is down on this day, from the morning until the evening.
SITE_DOWN = datetime(2021, 1, 26, 10, 0, tzinfo=RIGA)
SITE_UP = datetime(2021, 1, 26, 16, 0, tzinfo=RIGA)

Manner = Literal["buttons", "plain", "status-first", "unchanged"]


@dataclass(frozen=True)
class Part:
    """How one contact answers: after which nudge, on or after which day (the day of the month, January counted on:
    33 is 2 February), and in which manner (``unchanged``: what is on record stands, so nothing is written);
    ``corrected``: what the text is edited to a day later (empty: it stands); ``obstacles`` and
    ``next_step``: what is said where little was done (empty: none); ``followed``: what is said of recommendations
    (empty: the same)."""

    after_nudge: int
    manner: Manner
    completion: Completion
    done: str
    from_day: int = 0
    corrected: str = ""
    obstacles: str = ""
    next_step: str = ""
    followed: str = ""


PARTS: dict[str, Part] = {
    "IZM kontaktpersona": Part(
        1, "buttons", Completion.SUBSTANTIAL, "Atvērta izglītības iestāžu un programmu datu kopa; apraksts publicēts."
    ),
    "IUB kontaktpersona": Part(
        2,
        "buttons",
        Completion.LIMITED,
        "Izstrādāts rīka prasību apraksts, saskaņo pirkuma kārtību.",
        corrected="Izstrādāts rīka prasību apraksts; pirkuma kārtība ir saskaņota.",
    ),
    "CFLA kontaktpersona": Part(
        2, "plain", Completion.SUBSTANTIAL, "Integritātes pakts noslēgts vienā iepirkumā, uzraudzība turpinās."
    ),
    "Valsts kase kontaktpersona": Part(
        2, "plain", Completion.COMPLETE, "Budžeta izdevumu dati pieejami mašīnlasāmā formā."
    ),
    "TA kontaktpersona": Part(
        2, "buttons", Completion.LIMITED, "Datu kopa tiek gatavota; darbi turpinās.", from_day=26
    ),
    "VAS kontaktpersona": Part(2, "status-first", Completion.SUBSTANTIAL, "Novadītas trīs mācību grupas tiešsaistē."),
    "VARAM kontaktpersona": Part(
        3,
        "buttons",
        Completion.LIMITED,
        "Apkopota labā prakse, notikušas sarunas ar pašvaldībām.",
        obstacles="Pašvaldībām trūkst laika klātienes sarunām.",
        next_step="Aprīlī publicēt labās prakses apkopojumu.",
        followed="Līdzdalības metodes izmēģinātas divās pašvaldībās.",
    ),
    "ĀM kontaktpersona": Part(3, "unchanged", Completion.LIMITED, ""),
    "VM kontaktpersona": Part(3, "plain", Completion.LIMITED, "Notikušas divas ekspertu sarunas."),
    "VK kontaktpersona": Part(
        3,
        "buttons",
        Completion.SUBSTANTIAL,
        "Vadlīniju projekts publicēts un apspriests.",
        followed="Kārtība ir izstrādāta un apspriesta forumā.",
    ),
    "AiM kontaktpersona": Part(
        4, "buttons", Completion.COMPLETE, "Pilotprojekts pabeigts, ziņojums publicēts.", from_day=34
    ),
}

# What the demo finds on the site, as it was recorded in autumn.
RECORDED = date(2020, 10, 12)
ON_RECORD: dict[str, tuple[Completion, str]] = {
    "1.1": (Completion.LIMITED, "Izstrādāts rīka prasību apraksts."),
    "1.3": (Completion.SUBSTANTIAL, "Integritātes pakts noslēgts vienā iepirkumā."),
    "2.1": (Completion.LIMITED, "Apzinātas datu kopas, ko var publicēt."),
    "2.2": (Completion.LIMITED, "Sagatavots deklarāciju datu apraksts."),
    "2.4": (Completion.SUBSTANTIAL, "Budžeta izdevumu dati pieejami mašīnlasāmā formā."),
    "2.5": (Completion.NOT_STARTED, ""),
    "2.8": (Completion.NOT_STARTED, ""),
    "3.2": (Completion.LIMITED, "Kalendārus publicē deviņas ministrijas."),
    "4.2": (Completion.LIMITED, "Notikušas sarunas ar pašvaldībām."),
    "5.1": (Completion.COMPLETE, "Vadlīnijas publicētas, notikusi meistarklase."),
    "5.4": (Completion.LIMITED, "Pilotprojekta ideja apspriesta ar diasporas organizācijām."),
}

# Who follows up which of the reviewer's recommendations, and what the forum decided on it and answers:
# bodies whose measures are about the same.
FOLLOWED: dict[str, tuple[str, str, str]] = {
    "R1": ("VK", "Ņemts vērā", "Kritērijus un kopsavilkumus publicēsim foruma lapā."),
    "R2": ("VK", "Ņemts vērā", ""),
    "R3": ("VID", "Ņemts vērā", "Sākam ar nodokļu datiem, kurus izmanto visbiežāk."),
    "R4": ("VARAM", "Ņemts vērā", ""),
    "R5": ("VK", "Daļēji", "Jaunu apņemšanos šajā plānā vairs nav; izmantosim nākamajā."),
    "R6": (
        "VK",
        "Nav ņemts vērā",
        "Atsevišķas stratēģijas nebūs; mērķi būs politikas pamatnostādnēs.",
    ),
}
