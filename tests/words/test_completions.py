"""Completion in words: a text that begins with one says both; anything else is only a text."""

from __future__ import annotations

import pytest

from forum.plan import Completion
from words import completions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Izpildīts", (Completion.COMPLETE, "")),
        ("izpildīts. Viss.", (Completion.COMPLETE, "Viss.")),
        ("IZPILDĪTS: viss", (Completion.COMPLETE, "viss")),
        ("Izpildīts – viss", (Completion.COMPLETE, "viss")),
        ("Izpildīts\nViss.", (Completion.COMPLETE, "Viss.")),
        ("Izpildīts\n\n– viss", (Completion.COMPLETE, "viss")),
        ("Izpildīts 80 %", (None, "Izpildīts 80 %")),
        ("Izpildīts.gov.lv ir vietne", (None, "Izpildīts.gov.lv ir vietne")),
        ("Izpildītsviss", (None, "Izpildītsviss")),
        ("Nav izpildīts.", (None, "Nav izpildīts.")),
        ("Izpildīts būtiskā apjomā, paliek viens solis", (Completion.SUBSTANTIAL, "paliek viens solis")),
        ("Izpildīts ierobežotā apjomā. Divas.", (Completion.LIMITED, "Divas.")),
        ("Nav sākts; gaidām lēmumu", (Completion.NOT_STARTED, "gaidām lēmumu")),
        ("Nav informācijas", (Completion.NO_EVIDENCE, "")),
        ("Substantial completion. Three talks.", (Completion.SUBSTANTIAL, "Three talks.")),
        ("Complete", (Completion.COMPLETE, "")),
        ("Complete overhaul of the register", (None, "Complete overhaul of the register")),
        ("Svītrots no plāna. Vairs nevajag.", (None, "Svītrots no plāna. Vairs nevajag.")),
        ("", (None, "")),
    ],
)
def test_a_completion_is_recognised_where_a_text_begins_with_it(
    text: str, found: tuple[Completion | None, str]
) -> None:
    assert completions.recognise(text) == found


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_completion_has_a_full_and_a_short_label_of_its_own(language: str) -> None:
    assert len({completions.label(one.value, language) for one in Completion}) == len(Completion)
    assert len({completions.short_label(one.value, language) for one in Completion}) == len(Completion)
