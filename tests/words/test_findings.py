"""Every kind of finding that is raised has its words in every language, which ask for what it holds and no more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from forum.findings import Finding
from sync import workspace
from sync.workbook import grids
from words import findings
from words.messages import Messages
from words.texts import Texts, messages

HOUSE = Path(__file__).parents[2]
TEXTS = Texts(["lv", "en"])
# Every cell that cannot be read says where it is; every list that does not fit, which one.
PLACE = {"list", "row", "rows", "column"}


def calls(name: str) -> Iterator[ast.Call]:
    for folder in ("forum", "sync", "service"):
        for path in sorted((HOUSE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                    yield node


def kind(call: ast.Call) -> str | None:
    first = call.args[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def raised() -> set[str]:
    """The kinds that stand in the code, and those of the port's errors."""
    found = {word for name in ("Finding", "Unreadable") for call in calls(name) if (word := kind(call))}
    return found | {error.kind for error in (*vars(workspace).values(), *vars(grids).values()) if _is_error(error)}


def _is_error(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, workspace.WorkspaceError)


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_kind_has_its_words_and_none_are_left_over(language: str) -> None:
    said = {one.removeprefix("finding-") for one in messages(language) if one.startswith("finding-")}
    assert said == raised()


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_unreadable_cell_is_told_with_its_place_and_what_it_holds(language: str) -> None:
    needs = messages(language)
    held = {
        word: PLACE | {str(one.arg) for one in call.keywords} for call in calls("Unreadable") if (word := kind(call))
    }
    assert {word: needs[findings.message_id(word)] for word in held} == held


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_finding_about_a_list_names_it(language: str) -> None:
    errors = (*vars(workspace).values(), *vars(grids).values())
    about_the_site = {error.kind for error in errors if _is_error(error)} | {"site-not-set", "zone-differs"}
    unnamed = {word for word in raised() if "list" not in messages(language)[findings.message_id(word)]}
    assert unnamed == about_the_site


def test_the_sentences_are_whole() -> None:
    setting = "sharepoint.lists.measures.columns.number"
    values = {"list": "Pasākumi", "column": "Nr.", "setting": setting, "found": "Number", "wanted": "number"}
    found = Finding("column-type", values)
    assert findings.plain(TEXTS, "lv", found) == (
        "Saraksts «Pasākumi» netiek lasīts: kolonnas «Nr.» tips ir «Skaitlis», bet vajadzīgs «Viena teksta rinda», "
        f"lai 2.10 nekļūtu par 2.1. Lūdzu, izveidojiet šāda tipa kolonnu un norādiet to iestatījumā {setting}."
    )
    down = Finding("site-down", {"detail": "none"})
    assert findings.plain(TEXTS, "lv", down) == "Platforma pašlaik neatbild. Mēģināsim vēlreiz."
    down = Finding("site-down", {"detail": "503 <x>"})
    assert findings.say(TEXTS, "en", down).endswith("try again. Technical hint: 503 &lt;x&gt;")


ROW_LINK = "https://vk.example/?PageType=4&ID="


def worded(found: list[Finding], more: int = 0) -> str:
    kept = [
        {**one.kept, "link": ROW_LINK + str(one.values["row"]).split(", ")[0] if "row" in one.values else ""}
        for one in found
    ]
    return (
        Messages(TEXTS, ZoneInfo("Europe/Riga"), str)
        .compose("to-put-right", "lv", {"findings": kept, "more": more})
        .html
    )


def test_what_is_wrong_is_told_list_by_list_and_what_is_alike_in_one_line() -> None:
    def late(row: int) -> Finding:
        return Finding("cell-not-date", {"list": "Pasākumi", "row": str(row), "column": "Termiņš"})

    alike = Finding("institution-alike", {"list": "Institūcijas", "row": "4, 25", "codes": "ĀM, AM"})
    zone = Finding("zone-differs", {"zone": "America/Los_Angeles", "ours": "Europe/Riga"})
    html = worded([late(1), alike, zone, *(late(row) for row in range(2, 16))])

    def at(row: int) -> str:
        return f'<a href="https://vk.example/?PageType=4&amp;ID={row}">{row}</a>'

    rows = ", ".join([*(at(row) for row in range(1, 13)), "vēl 3"])
    assert html == (
        "<b>Platformas sarakstos kaut kas jāsakārto</b>\n"
        "Skaitļi atver rindas. Kas būs sakārtots, no šī saraksta pazudīs pats.\n\n"
        "– Platformas laika josla ir America/Los_Angeles, bet foruma – Europe/Riga: platformā datumi un laiki var "
        "izskatīties nobīdīti. Forums tos nolasa pareizi. Lūdzu, platformas reģionālajos iestatījumos izvēlieties "
        "foruma joslu.\n\n"
        "<b>Pasākumi</b>\n"
        f"– Rindas ar ID {rows}, kolonna «Termiņš»: šeit jābūt datumam. Lūdzu, ierakstiet datumu vai atstājiet "
        "tukšu.\n\n"
        "<b>Institūcijas</b>\n"
        f"– Rindas ar ID {at(4)}, {at(25)}: šķiet, ka tā ir viena un tā pati iestāde (ĀM, AM). Lūdzu, atstājiet vienu "
        "rindu un norādiet to visur, kur līdz šim otru."
    )


def test_a_list_of_what_to_put_right_is_cut_where_a_message_ends() -> None:
    found = [
        Finding("cell-not-date", {"list": "P" * 255, "row": "1", "column": f"{number}".ljust(255, "T")})
        for number in range(15)
    ]
    *lines, rest = worded(found, more=6).split("\n")
    assert rest == "Un vēl 12 vietas; visas parāda komanda «forumbot sync»."
    assert lines[-1].startswith(f'– Rinda ar ID <a href="{ROW_LINK.replace("&", "&amp;")}1">1</a>, kolonna «8TTT')


def test_no_more_rows_are_linked_than_a_chat_shows() -> None:
    found = [
        Finding("cell-not-date", {"list": "P", "row": f"{row}", "column": f"{column}"})
        for column in range(8)
        for row in range(12)
    ]
    assert worded(found).count("<a ") <= 80
