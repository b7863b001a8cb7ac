"""The template: forumbot's own Word template of a report, to be used as it is or to be edited in Word."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from typing import TYPE_CHECKING, Any

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
# Of each style: the size of its letters, and the space before and after it (points).
SIZES = {
    "Title": (20, 0, 4),
    "Subtitle": (13, 0, 10),
    "Heading 1": (16, 20, 6),
    "Heading 2": (13, 14, 4),
    "Heading 3": (11, 8, 2),
    "Normal": (11, 0, 4),
    "Body Text": (11, 0, 2),
    "List Bullet": (11, 0, 2),
    "Caption": (9, 2, 4),
    "Quote": (11, 2, 4),
    "Footer": (9, 0, 0),
}
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
    ("Body Text", "{{ fact }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for step in section.steps %}"),
    ("List Bullet", "{{ step }}"),
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
    keep_facts(made)
    for style, text in STYLED:
        made.add_paragraph(text, style)
    _summary(made)
    for style, text in REST:
        made.add_paragraph(text, style)
    foot(made, "{{ report.title }}")
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
    styles = [made.styles[name] for name in sorted({*used, "Footer"})]
    for style in styles:
        _plain(style)
        style.font.color.rgb = RGBColor(0x1B, 0x24, 0x30)
        if style.name in SIZES:
            points, before, after = SIZES[style.name]
            style.font.size = Pt(points)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        if style.name.startswith("Heading"):
            style.paragraph_format.keep_with_next = True
    for style in styles:
        if style.name in ("Caption", "Footer"):
            style.font.color.rgb, style.font.bold = RGBColor(0x5B, 0x67, 0x75), False
    made.styles["Title"].font.bold = True
    made.styles["Subtitle"].font.italic = False
    _speaks(made, language)
    made.core_properties.title = made.core_properties.author = made.core_properties.comments = ""
    made.core_properties.language = language


def keep_facts(made: Document) -> None:
    """What is known of a measure stays on the page of its heading, with the first of what is said."""
    made.styles["Body Text"].paragraph_format.keep_with_next = True


def _plain(style: Any) -> None:
    """One font, and none of the lines and wide letters that titles begin with."""
    from docx.oxml.ns import qn

    style.font.name = "Calibri"
    # Headings name a font of the theme beside it, which would win.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if name.endswith(("Theme", "theme"))]:
        del fonts.attrib[name]
    for told in (*style.element.iter(qn("w:pBdr")), *style.element.rPr.findall(qn("w:spacing"))):
        told.getparent().remove(told)


def foot(made: Document, words: str) -> None:
    """At the foot of each page: these words, and on the right its number of how many."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Emu

    (section,) = made.sections
    line = section.footer.paragraphs[0]
    line.style = made.styles["Footer"]
    width = Emu((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))
    stops = line.style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{words}\t")
    for number, name in enumerate(("PAGE", "NUMPAGES")):
        line.add_run(" / " if number else "")
        line._p.append(_field(name))


def _field(name: str) -> Any:
    """What Word counts by itself: the page, or how many there are (ECMA-376 part 1, 17.16.19)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field, run, text = (OxmlElement(tag) for tag in ("w:fldSimple", "w:r", "w:t"))
    field.set(qn("w:instr"), name)
    text.text = "1"
    run.append(text)
    field.append(run)
    return field


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
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.trPr.append(OxmlElement("w:tblHeader"))
    table.rows[1].cells[0].text = "{%tr for line in report.summary %}"
    for number, name in enumerate(SUMMARY):
        table.rows[2].cells[number].text = f"{{{{ line.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
