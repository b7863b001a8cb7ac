"""Saying: quotes, rows of buttons, and what is left of a message that is too long."""

from __future__ import annotations

import pytest

from words.saying import LONGEST, Button, cut, fits, in_rows, quote


@pytest.mark.parametrize(
    ("text", "most", "quoted"),
    [("īss", 10, "īss"), ("viens divi trīs", 10, "viens …"), ("a  b\nc", 10, "a b c"), ("x" * 20, 10, "x" * 10 + " …")],
)
def test_quotes_are_cut_at_the_end_of_a_word(text: str, most: int, quoted: str) -> None:
    assert quote(text, most) == quoted


@pytest.mark.parametrize(
    ("count", "rows"), [(0, []), (1, [1]), (3, [3]), (4, [3, 1]), (9, [3, 3, 3]), (10, [4, 4, 2]), (12, [4, 4, 4])]
)
def test_buttons_stand_in_at_most_three_rows(count: int, rows: list[int]) -> None:
    assert [len(row) for row in in_rows([Button("1", "answer", 1)] * count)] == rows


@pytest.mark.parametrize(
    ("html", "fitting"),
    [
        ("x" * LONGEST, True),
        ("x" * LONGEST + "x", False),
        ("<b>" + "&lt;" * LONGEST + "</b>", True),  # marks do not count, and each sign is one
        ("👍" * (LONGEST // 2), True),
        ("👍" * (LONGEST // 2) + "x", False),  # two units each
    ],
)
def test_lengths_are_counted_as_telegram_counts_them(html: str, fitting: bool) -> None:
    assert fits(html) is fitting


def test_what_cannot_be_shortened_is_cut_at_a_line() -> None:
    line = "<b>" + "x" * 99 + "</b>"
    assert cut("\n".join([line] * 100)) == "\n".join([*[line] * 40, "…"])
