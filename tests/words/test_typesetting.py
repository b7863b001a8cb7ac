"""Typesetting: whatever signs somebody's answer has, there is a PDF of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from words import typesetting
from words.reports.telling import Told


@pytest.mark.parametrize(
    ("said", "printed"), [("Labi 👍 ✅.", "Labi � �."), ("中文 un vēl", "�� un vēl"), ("Jā.", "Jā.")]
)
def test_a_sign_that_the_font_lacks_is_shown_as_lacking(said: str, printed: str) -> None:
    told = Told("lv", "Ziņojums", "Plāns", "Stāvoklis", [said], "Kopsavilkums", [], [], "Trūkst", [], [])
    made = typesetting.pdf("report", day=date(2021, 3, 1), report=told)
    assert printed in PdfReader(BytesIO(made)).pages[0].extract_text()
