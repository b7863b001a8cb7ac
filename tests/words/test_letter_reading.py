"""A letter's number and date as people type them; a sentence that a letter went out, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from words.letters import reading, subjects
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


SILENT = "Labdien!\n\nPielikumā parakstīta vēstule."


@pytest.mark.parametrize(
    ("subject", "named"),
    [
        ("Par informācijas sniegšanu (Nr. 5.1-3/12)", Named("5.1-3/12", None)),
        ("Par informācijas sniegšanu Nr. 5.1-3/12", Named("5.1-3/12", None)),
        ("Nr.5.1-3/12", Named("5.1-3/12", None)),
        ("Nr. 1-14/123 no 27.02.2026", Named("1-14/123", date(2026, 2, 27))),
        ("Vēstule Nr. VL-21/04", Named("VL-21/04", None)),
        ("FM vēstule 27.02.2026. Nr. 5.1-3/12", Named("5.1-3/12", date(2026, 2, 27))),
        ("RE: Atskaite: FM – vēstule Nr. 7", Named("7", None)),
        ("Information on 2025 (No. 5-1/2)", Named("5-1/2", None)),
        # What may be another's number, or several, is asked for.
        ("Atbilde uz 2026. gada 18. janvāra vēstuli Nr. 7.1-2/5", Named("", None)),
        ("Par Jūsu vēstuli Nr. 7.1-2/5", Named("", None)),
        ("Par MK noteikumiem Nr. 558", Named("", None)),
        ("Par rīkojumu Nr. 54-1", Named("", None)),
        ("Par izpildi, Nr. 5.1-3/12 un Nr. 5.1-3/13", Named("", None)),
        ("Nr. 7", Named("", None)),
        ("Ziņas no 3 iestādēm", Named("", None)),
        ("Re: Informācija par 2025. gadu: 2.8.", Named("", None)),
    ],
)
def test_the_subject_of_a_mail_names_its_letter_or_leaves_it_open(subject: str, named: Named) -> None:
    assert subjects.titled(subject, SILENT, today=TODAY) == named


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Informācija par 2025. gadu: 2.8.", "Paldies!"),
        ("Re: Informācija par 2025. gadu: 2.8.", ""),
        ("Par informācijas sniegšanu (Nr. 5.1-3/12)", "Izpildīts. Dati ir publicēti."),
        ("Par informācijas sniegšanu (Nr. 5.1-3/12)", "Vēstuli parakstīsim rīt."),
    ],
)
def test_a_mail_that_says_more_brings_no_letter(subject: str, text: str) -> None:
    assert subjects.titled(subject, text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nr. 5.1-3/12, 27.02.2026.", Named("5.1-3/12", date(2026, 2, 27))),
        ("5.1-3/12 no 27.02.2026.", Named("5.1-3/12", date(2026, 2, 27))),
        ("Labdien!\nNr.VL-21/04", Named("VL-21/04", None)),
        ("Nosūtīsim rīt", None),
        ("Nr. 5 un Nr. 6", None),
    ],
)
def test_a_number_alone(text: str, named: Named | None) -> None:
    assert reading.bare(text, today=TODAY) == named


def test_a_number_within_a_sentence_is_read_without_it() -> None:
    said = "Par informācijas sniegšanu (Nr. 5.1-3/12), 27.02.2026."
    assert reading.read(said, today=TODAY) == Named("5.1-3/12", date(2026, 2, 27))
    assert reading.read("nomenklatūra", today=TODAY) == Named("nomenklatūra", None)
