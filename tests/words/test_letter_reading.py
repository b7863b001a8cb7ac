"""A letter's number and date as people type them; a sentence that a letter went out, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from words.letters import reading
from words.letters.reading import Named

TODAY = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nosūtīts ar vēstuli Nr. 1-12/34, 05.03.2026.", Named("1-12/34", date(2026, 3, 5))),
        ("nosutits ar vestuli nr.1-12/34 2026. gada 5. martā", Named("1-12/34", date(2026, 3, 5))),
        ("Vēstule parakstīta 05.03.2026. Nr. 15/A", Named("15/A", date(2026, 3, 5))),
        ("Labdien!\nAtbildes iesniegtas ar oficiālu vēstuli Nr. 7.\n\nPaldies!", Named("7", None)),
        ("Sent by letter No. 1-12/34, 5 March 2026", Named("1-12/34", date(2026, 3, 5))),
        ("Our letter No 7 was sent on 2026-03-05.", Named("7", date(2026, 3, 5))),
    ],
)
def test_that_a_letter_went_out_is_understood(text: str, named: Named) -> None:
    assert reading.sent(text, today=TODAY) == named


@pytest.mark.parametrize(
    "text",
    [
        "Nosūtīta vēstule ministrijai Nr. 5 par datu atvēršanu, 05.03.2026.",
        "Izpildīts. Nosūtīts ar vēstuli Nr. 5, 05.03.2026.",
        "Datu kopa ir publicēta.\nNosūtīts ar vēstuli Nr. 5, 05.03.2026.",
        "Vēstule vēl nav nosūtīta",
        "Nr. 5, 05.03.2026.",
        "Nosūtītas 3 vēstules 12 iestādēm",
        "",
    ],
)
def test_what_says_more_or_less_is_an_answer(text: str) -> None:
    assert reading.sent(text, today=TODAY) is None
