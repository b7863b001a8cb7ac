"""The tally must be able to find what it looks for: ledgers with a fault each, beside one that has none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest

from service.tally import tally

RIGA = ZoneInfo("Europe/Riga")
IZM = {7: "IZM kontaktpersona"}
NUDGE = "<b>Informācija par 2020. gadu</b>\nTermiņš …\n\n<b>2.8.</b> Izglītības dati\n\n<b>2.10.</b> Citi dati"
ECHO = "<b>Saņemts un ierakstīts platformā</b> 4. janvārī plkst. 11.00 (1. redakcija).\n\n<b>2.8.</b> Stāvoklis"

Entry = dict[str, Any]


def at(text: str) -> str:
    return datetime.fromisoformat(text).replace(tzinfo=RIGA).isoformat()


def sent(when: str, text: str, *, chat: int = 7, status: int = 200) -> Entry:
    body = {"chat_id": chat, "text": text}
    return {"clock": at(when), "verb": "sendMessage", "path": "/bot/sendMessage", "body": body, "status": status}


def file(when: str, caption: str, *, chat: int = 7, verb: str = "sendDocument") -> Entry:
    body = {"chat_id": chat, "caption": caption}
    return {"clock": at(when), "verb": verb, "path": f"/bot/{verb}", "body": body, "status": 200}


def counts(recorded: int, corrected: int, unchanged: int, on_site: int) -> dict[str, int]:
    """Of answers; none taken back, none entered by a coordinator."""
    first = {"recorded": recorded, "corrected": corrected, "unchanged": unchanged, "on_site": on_site}
    return {**first, "withdrawn": 0, "on_behalf": 0}


def fetched(when: str, number: int, text: str) -> Entry:
    update = {"update_id": number, "message": {"from": {"id": 7}, "text": text}}
    answer = {"ok": True, "result": [update]}
    return {"clock": at(when), "verb": "getUpdates", "path": "/bot/getUpdates", "status": 200, "answer": answer}


def made(key: str, done: str) -> Entry:
    body = {"ForumKey": key, "Done": done}
    return {"clock": at("2021-01-04T11:00"), "method": "POST", "path": "/x", "body": body, "status": 201, "answer": {}}


def told(tmp_path: Path, chat: list[Entry], site: list[Entry]) -> dict[str, Any]:
    for name, entries in (("telegram", chat), ("sharepoint", site)):
        (tmp_path / f"{name}.jsonl").write_bytes(b"\n".join(orjson.dumps(one) for one in entries))
    return tally(tmp_path, IZM)


def replies(tmp_path: Path, chat: list[Entry]) -> dict[str, int]:
    counts: dict[str, int] = told(tmp_path, chat, GOOD_SITE)["replies"]
    return counts


GOOD_CHAT = [
    sent("2021-01-04T09:00", NUDGE),
    fetched("2021-01-04T11:00", 1, "Viss atvērts."),
    sent("2021-01-04T11:00", ECHO),
]
GOOD_SITE = [made("a", "Viss atvērts.")]


def test_good_ledgers(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD_CHAT, GOOD_SITE) == {
        "pulled": {},
        "nudges": [{"date": "2021-01-04", "role": "IZM kontaktpersona", "measures": 2}],
        "replies": counts(1, 0, 0, 0),
        "pushed": {"created": 1, "updated": 0, "conflicts": 0},
        "meetings": {"announced": 0, "changed": 0, "cancelled": 0, "answers": 0},
        "unreachable": 0,
        "sent_outside_hours": 0,
        "doubled": 0,
        "lost": 0,
    }


LISTS = {"value": [{"Id": "AAAAAAAA-0000-0000-0000-000000000001", "Title": "Pasākumi"}]}
MEASURES = "/_api/web/lists(guid'aaaaaaaa-0000-0000-0000-000000000001')/items"


def site(method: str, path: str, answer: Any = None, *, status: int = 200) -> Entry:
    when = at("2021-01-04T11:00")
    return {"clock": when, "method": method, "path": path, "body": {}, "status": status, "answer": answer}


def test_rows_handed_out_are_counted_once_by_the_title_of_their_list(tmp_path: Path) -> None:
    rows = [{"value": [{"Id": 1}, {"Id": 2}]}, {"value": [{"Id": 2}, {"Id": 3}]}]
    pages = [site("GET", f"{MEASURES}?$top=2", each) for each in rows]
    refused = site("GET", MEASURES, {"value": [{"Id": 4}]}, status=429)
    ledger = [*GOOD_SITE, site("GET", "/_api/web/lists?$select=Id,Title", LISTS), *pages, refused]
    assert told(tmp_path, GOOD_CHAT, ledger)["pulled"] == {"Pasākumi": 3}


def test_rows_made_and_changed_are_counted_but_not_what_was_refused(tmp_path: Path) -> None:
    changed = [site("POST", f"{MEASURES}(1)", status=status) for status in (204, 204, 412)]
    refused = {**made("b", "Viss atvērts."), "status": 400}
    pushed = told(tmp_path, GOOD_CHAT, [*GOOD_SITE, *changed, refused])["pushed"]
    assert pushed == {"created": 1, "updated": 2, "conflicts": 0}


def test_each_nudge_is_told_by_its_day_in_riga_and_whose_chat_it_is(tmp_path: Path) -> None:
    late = sent("2021-02-03T09:00", NUDGE.replace("<b>2.10.</b>", "2.10."))
    late["clock"] = "2021-02-03T23:30:00+00:00"
    nudges = told(tmp_path, [*GOOD_CHAT, late], GOOD_SITE)["nudges"]
    assert nudges[1:] == [{"date": "2021-02-04", "role": "IZM kontaktpersona", "measures": 1}]


def test_a_later_version_is_a_correction(tmp_path: Path) -> None:
    again = sent("2021-01-05T11:00", ECHO.replace("1. redakcija", "12. redakcija"))
    assert replies(tmp_path, [*GOOD_CHAT, again]) == counts(1, 1, 0, 0)


def test_an_answer_kept_as_it_stood_is_recorded_and_unchanged(tmp_path: Path) -> None:
    kept = sent("2021-01-05T11:00", ECHO.replace("2.8.", "2.9.") + ".\nBez izmaiņām.")
    assert replies(tmp_path, [*GOOD_CHAT, kept]) == counts(2, 0, 1, 0)


def test_an_answer_seen_on_the_site_is_counted_once_however_often_it_is_told(tmp_path: Path) -> None:
    seen = "<b>Redzējām platformā Jūsu iestādes atbildi</b> 5. janvārī.\n\n<b>2.10.</b> Stāvoklis: Izpildīts."
    twice = [sent("2021-01-05T11:00", seen), sent("2021-01-06T11:00", seen)]
    assert replies(tmp_path, [*GOOD_CHAT, *twice]) == counts(1, 0, 0, 1)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("withdrawn", "<b>2.8. Atbilde ir atsaukta</b> 5. janvārī."),
        ("on_behalf", "<b>Koordinators ierakstīja Jūsu iestādes atbildi</b> 5. janvārī.\n\n<b>2.8.</b> Stāvoklis"),
    ],
)
def test_an_answer_taken_back_or_entered_by_a_coordinator_is_counted(tmp_path: Path, kind: str, text: str) -> None:
    assert replies(tmp_path, [*GOOD_CHAT, sent("2021-01-05T11:00", text)])[kind] == 1


def test_a_conflict_is_counted_once_a_measure(tmp_path: Path) -> None:
    card = sent("2021-01-05T11:00", "<b>2.8. Atbilde un platforma atšķiras.</b>\nKamēr rakstījāt")
    assert told(tmp_path, [*GOOD_CHAT, card, card], GOOD_SITE)["pushed"]["conflicts"] == 1


def test_meetings_are_counted_by_what_people_were_told(tmp_path: Path) -> None:
    notice = "<b>Sanāksme par ziņojumu</b>\nKad: piektdien\n\nVai piedalīsieties?"
    moved = "<b>Sanāksmei ir cits laiks.</b>\n<b>Sanāksme par ziņojumu</b>\nKad: otrdien"
    off = "<b>Sanāksme nenotiks.</b>\nSeminārs"
    chat = [file("2021-01-05T11:00", text, chat=chat) for text in (notice, moved, off) for chat in (7, 8)]
    yes = file("2021-01-05T12:00", f"{notice[:-20]}\nJūsu atbilde: piedalīšos klātienē.", verb="editMessageCaption")
    yes["body"]["message_id"] = 5
    assert told(tmp_path, [*GOOD_CHAT, *chat, yes, yes], GOOD_SITE)["meetings"] == {
        "announced": 1,
        "changed": 1,
        "cancelled": 1,
        "answers": 1,
    }


def test_a_file_at_night_is_an_unasked_message_too(tmp_path: Path) -> None:
    assert told(tmp_path, [file("2021-01-05T03:00", "<b>Sanāksme</b>")], [])["sent_outside_hours"] == 1


def test_who_cannot_be_reached_is_counted_in_the_last_report(tmp_path: Path) -> None:
    report = "<b>Ziņojums</b>\n\n<b>Nevar sasniegt</b>\n– NVD kontaktpersona"
    both = [sent("2021-01-04T09:15", f"{report}\n– VM kontaktpersona"), sent("2021-01-18T09:15", report)]
    assert told(tmp_path, [*GOOD_CHAT, *both], GOOD_SITE)["unreachable"] == 1


@pytest.mark.parametrize("when", ["2021-01-04T08:29", "2021-01-04T16:30", "2021-01-03T10:00", "2021-01-01T10:00"])
def test_unasked_message_outside_hours_is_counted(tmp_path: Path, when: str) -> None:
    assert told(tmp_path, [sent(when, NUDGE)], [])["sent_outside_hours"] == 1


def test_answer_at_night_to_who_wrote_at_night_is_no_fault(tmp_path: Path) -> None:
    night = [fetched("2021-01-04T23:00", 1, "Viss atvērts."), sent("2021-01-04T23:00", ECHO)]
    assert told(tmp_path, night, GOOD_SITE)["sent_outside_hours"] == 0


def test_same_nudge_twice_a_day_is_doubled(tmp_path: Path) -> None:
    twice = [*GOOD_CHAT, sent("2021-01-04T15:00", NUDGE)]
    assert told(tmp_path, twice, GOOD_SITE)["doubled"] == 1


def test_refused_send_is_no_message(tmp_path: Path) -> None:
    assert told(tmp_path, [*GOOD_CHAT, sent("2021-01-04T15:00", NUDGE, status=429)], GOOD_SITE)["doubled"] == 0


def test_row_made_twice_is_doubled(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD_CHAT, [*GOOD_SITE, made("a", "Viss atvērts.")])["doubled"] == 1


def test_answer_that_never_came_to_the_site_is_lost(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD_CHAT, [made("a", "Kas cits.")])["lost"] == 1
