"""The site's time zone: SharePoint numbers its zones, and a date-only cell is an instant in the site's own."""

from __future__ import annotations

from zoneinfo import ZoneInfo

# SharePoint's numbers (the enumeration of its regional settings) for the zones of Europe, the Americas' north, and UTC.
# 7 ("Minsk") is left out: it has stood for more than one clock.
NAMES = {
    2: "Europe/London",
    3: "Europe/Paris",
    4: "Europe/Berlin",
    5: "Europe/Bucharest",
    6: "Europe/Budapest",
    9: "America/Halifax",
    10: "America/New_York",
    11: "America/Chicago",
    12: "America/Denver",
    13: "America/Los_Angeles",
    14: "America/Anchorage",
    15: "Pacific/Honolulu",
    28: "America/St_Johns",
    29: "Atlantic/Azores",
    31: "Atlantic/Reykjavik",
    34: "America/Indiana/Indianapolis",
    36: "America/Regina",
    38: "America/Phoenix",
    51: "Europe/Moscow",
    57: "Europe/Warsaw",
    59: "Europe/Riga",
    93: "UTC",
    101: "Europe/Istanbul",
}


def zone(number: int) -> ZoneInfo | None:
    """The zone that SharePoint numbers so; None where it is not among those known here."""
    return ZoneInfo(NAMES[number]) if number in NAMES else None
