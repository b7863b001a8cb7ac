"""Books: a workbook as bytes that do not change with the moment at which it is saved."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from words.filling import same_always

if TYPE_CHECKING:
    from openpyxl import Workbook

# The day of a workbook that has none of its own.
NO_DAY = date(2000, 1, 1)


def saved(book: Workbook, day: date = NO_DAY) -> bytes:
    """The workbook as .xlsx, dated ``day``: the same content gives the same bytes."""
    from openpyxl.xml.constants import ARC_CORE
    from openpyxl.xml.functions import tostring

    kept = BytesIO()
    book.save(kept)
    # Saving dated it with the clock of the machine.
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    return same_always(kept.getvalue(), **{ARC_CORE: tostring(book.properties.to_tree())})
