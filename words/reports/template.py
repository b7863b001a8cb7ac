"""The template: forumbot's own Word template of a report, to be used as it is or to be edited in Word."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

# What is printed of a report, in docxtpl's words: {{ … }} is a value, {%p … %} a paragraph that repeats or chooses,
# {%tr … %} the same of a table's row. https://docxtpl.readthedocs.io
STYLED = (
    ("Title", "{{ report.title }}"),
    ("Subtitle", "{{ report.plan }}"),
    ("Normal", "{{ report.state }}"),
    ("Normal", "{%p for line in report.opening %}"),
    ("Normal", "{{ line }}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 1", "{{ report.summary_title }}"),
)
SUMMARY = ("completion", "count", "numbers")
WIDTHS = (6.0, 2.6, 7.9)
REST = (
    ("Heading 1", "{{ report.lacking_title }}"),
    ("Normal", "{%p for line in report.lacking %}"),
    ("List Bullet", "{{ line }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for part in report.parts %}"),
    ("Heading 1", "{{ part.title }}"),
    ("Normal", "{%p for section in part.sections %}"),
    ("Heading 2", "{{ section.title }}"),
    ("Normal", "{%p for fact in section.facts %}"),
    ("Normal", "{{ fact }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for answer in section.answers %}"),
    ("Heading 3", "{{ answer.heading }}"),
    ("Normal", "{%p for text in answer.parts %}"),
    ("Normal", "{{ text }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if answer.evidence %}"),
    ("Normal", "{{ answer.evidence_heading }}"),
    ("Normal", "{%p for proof in answer.evidence %}"),
    ("List Bullet", "{{ proof.text }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
    ("Caption", "{{ answer.source }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for line in section.lacking %}"),
    ("Quote", "{{ line }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
)


def make(language: str) -> bytes:
    """The .docx file, in which Word checks the spelling by this language."""
    from docx import Document

    made = Document()
    look(made, language, {style for style, _ in (*STYLED, *REST)})
    for style, text in STYLED:
        made.add_paragraph(text, style)
    _summary(made)
    for style, text in REST:
        made.add_paragraph(text, style)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def look(made: Document, language: str, used: Collection[str]) -> None:
    """A quiet look for print: one font, dark headings, the language of the words, margins of an office letter.
    ``used``: the styles that it is made of."""
    from docx.shared import Cm, Pt, RGBColor

    (section,) = made.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for style in [made.styles[name] for name in sorted(used)]:
        style.font.name = "Calibri"
        # Headings name a font of the theme beside it, which would win.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in [name for name in fonts.attrib if name.endswith(("Theme", "theme"))]:
            del fonts.attrib[name]
        style.font.color.rgb = RGBColor(0x1B, 0x24, 0x30)
    sizes = {"Title": 22, "Subtitle": 13, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11, "Normal": 11, "Caption": 9}
    for name, points in sizes.items():
        made.styles[name].font.size = Pt(points)
        made.styles[name].paragraph_format.space_after = Pt(4)
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        made.styles[name].paragraph_format.space_before = Pt(10)
        made.styles[name].paragraph_format.keep_with_next = True
    made.styles["Subtitle"].font.italic = False
    made.styles["Caption"].font.color.rgb = RGBColor(0x5B, 0x67, 0x75)
    made.styles["Caption"].font.bold = False
    _speaks(made, language)
    made.core_properties.title = made.core_properties.author = made.core_properties.comments = ""
    made.core_properties.language = language


def _speaks(made: Document, language: str) -> None:
    from docx.oxml.ns import qn

    for one in made.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), {"lv": "lv-LV", "en": "en-GB"}.get(language, language))


def _summary(made: Document) -> None:
    """A table with a head that is told to readers as one, and a row for each completion."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = made.add_table(rows=4, cols=len(SUMMARY), style="Table Grid")
    table.autofit = False
    for column, centimetres in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(centimetres)
        for cell in column.cells:
            cell.width = Cm(centimetres)
    for number, cell in enumerate(table.rows[0].cells):
        cell.paragraphs[0].add_run(f"{{{{ report.summary_heads[{number}] }}}}").bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.rows[1].cells[0].text = "{%tr for line in report.summary %}"
    for number, name in enumerate(SUMMARY):
        table.rows[2].cells[number].text = f"{{{{ line.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
