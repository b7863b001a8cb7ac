"""The picture of a rehearsal: a line a person, a mark a message on its day, and who would get too many."""

from __future__ import annotations

from datetime import date

from forum.foreseen import Foreseen
from forum.policies import Budget
from words import rehearsal
from words.texts import Texts

TEXTS = Texts(("lv", "en"))
DAYS = date(2021, 1, 1), date(2021, 4, 10)


def message(on: date, rung: str, *, code: str = "IZM", meeting: str = "", reached: bool = True) -> Foreseen:
    name = f"{code} kontaktpersona"
    return Foreseen(on=on, person=len(code), name=name, institution=code, rung=rung, meeting=meeting, reached=reached)


FOUND = [
    message(date(2021, 1, 4), "start"),
    message(date(2021, 1, 27), "last"),
    message(date(2021, 2, 12), "week", meeting="Foruma sanāksme"),
    message(date(2021, 1, 4), "start", code="VARAM", reached=False),
]


def test_each_message_is_a_mark_on_its_persons_line() -> None:
    told = rehearsal.told(TEXTS, "lv", FOUND, days=DAYS, most=Budget(year=2))

    assert [(one["name"], one["count"], one["over"], one["reached"]) for one in told["people"]] == [
        ("IZM kontaktpersona", 3, True, True),
        ("VARAM kontaktpersona", 1, False, False),
    ]
    assert [(round(one["at"], 3), one["rung"]) for one in told["people"][0]["marks"]] == [
        (0.035, "start"),
        (0.265, "last"),
        (0.425, "meeting"),
    ]
    assert [one["name"] for one in told["months"]] == ["janv. 2021", "febr.", "marts", "apr."]
    assert [one["rung"] for one in told["legend"]] == ["start", "last", "meeting"]
    assert told["note"] == "Pelēki: vēl nav sasniedzami."
    assert told["subtitle"].startswith("2021. gada 1. janvāris – 2021. gada 10. aprīlis. Ziņu skaits: 4.")


def test_it_is_drawn_in_every_language_and_of_nobody_too() -> None:
    drawn = [
        rehearsal.drawn(TEXTS, language, found, days=DAYS, most=Budget())
        for language in ("lv", "en")
        for found in (FOUND, [])
    ]
    # The signature of a PNG, and its width in pixels.
    assert {(one[:8], int.from_bytes(one[16:20])) for one in drawn} == {(b"\x89PNG\r\n\x1a\n", 1640)}
