"""Lists and numbers within a sentence."""

from __future__ import annotations

import pytest

from words.lists import listed, number, numbers


@pytest.mark.parametrize(
    ("items", "lv", "en"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A un B", "A and B"),
        (["A", "B", "C"], "A, B un C", "A, B, and C"),
    ],
)
def test_a_list(items: list[str], lv: str, en: str) -> None:
    assert (listed(items, "lv"), listed(items, "en")) == (lv, en)


@pytest.mark.parametrize(
    ("key", "lv"),
    [("2.8", "2.8."), ("2.10", "2.10."), ("3", "3."), ("3.3.3.6", "3.3.3.6."), ("D4", "D4"), ("C02.1.01", "C02.1.01")],
)
def test_a_number(key: str, lv: str) -> None:
    assert (number(key, "lv"), number(key, "en")) == (lv, key)


def test_several_numbers_stand_as_each_language_writes_them() -> None:
    assert numbers(["2.8", "2.10", "D4"], "lv") == "2.8., 2.10., D4"
    assert numbers(["2.8", "2.10", "D4"], "en") == "2.8, 2.10, D4"
    assert numbers([], "lv") == ""
