"""Numbers: what may name a row in an address or a form; more digits than any row has, or other signs, name none."""

from __future__ import annotations

import re

from starlette.convertors import Convertor, register_url_convertor

# The memory numbers its rows up to 2⁶³ - 1, which has a digit more.
DIGITS = "[0-9]{1,18}"


def number(text: str) -> int | None:
    """The number of a row; None where this is none."""
    return int(text) if re.fullmatch(DIGITS, text) else None


class _InAddress(Convertor[int]):
    regex = DIGITS

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


# A part of an address that is a row's number is written {name:row}.
register_url_convertor("row", _InAddress())
