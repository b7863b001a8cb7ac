"""The site's time zone, and what it does to days: a date-only column holds the instant of local midnight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Zone:
    """One of SharePoint's time zones; ``bias`` and ``daylight`` are minutes to add to local time for UTC."""

    name: str
    id: int
    description: str
    bias: int
    daylight: int = -60

    @property
    def info(self) -> ZoneInfo:
        return ZoneInfo(self.name)

    def midnight(self, day: date) -> str:
        """The instant at which ``day`` begins here, as the site serves it: 1 Feb in Riga is 31 Jan 22:00 Z."""
        return instant(datetime.combine(day, time(), self.info))

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(self.info).date()


ZONES = {
    zone.name: zone
    for zone in (
        Zone("Europe/Riga", 59, "(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", -120),
        Zone("America/Los_Angeles", 13, "(UTC-08:00) Pacific Time (US and Canada)", 480),
        Zone("America/Toronto", 10, "(UTC-05:00) Eastern Time (US and Canada)", 300),
        Zone("Europe/London", 2, "(UTC) Dublin, Edinburgh, Lisbon, London", 0),
        Zone("UTC", 93, "(UTC) Coordinated Universal Time", 0, 0),
    )
}


def instant(moment: datetime) -> str:
    """A moment as SharePoint writes it: UTC, whole seconds, ``Z`` at the end."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
