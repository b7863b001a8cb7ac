"""The template: forumbot's own Word template of a letter, to be used as it is or to be edited in Word."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from words.reports.template import foot, look

if TYPE_CHECKING:
    from docx.document import Document

# What is printed, in docxtpl's words (see words/reports/template.py), in the order that Latvia's rules ask of an
# official document: its author, date and number, addressee, subject, text, signature, whoever prepared it
# (Cabinet Regulation No. 558 of 2018 on the making of documents).
HEAD = (
    ("Title", "{{ letter.sender }}"),
    ("Subtitle", "{{ letter.sender_address }}"),
    ("Normal", "{{ letter.place_date }}"),
    ("Normal", "{{ letter.reference }}"),
    ("List", "{{ letter.addressee }}"),
    ("List", "{{ letter.addressee_address }}"),
    ("Heading 1", "{{ letter.subject }}"),
)
TEXT = (
    ("Body Text", "{%p for line in letter.opening %}"),
    ("Body Text", "{{ line }}"),
    ("Body Text", "{%p endfor %}"),
    ("Body Text", "{%p for one in letter.paragraphs %}"),
    ("Heading 2", "{{ one.title }}"),
    ("Body Text", "{{ one.body }}"),
    ("Body Text", "{%p for text in one.parts %}"),
    ("Body Text", "{{ text }}"),
    ("Body Text", "{%p endfor %}"),
    ("Body Text", "{%p if one.evidence %}"),
    ("Body Text", "{{ one.evidence_heading }}"),
    ("Body Text", "{%p for proof in one.evidence %}"),
    ("List Bullet", "{{ proof.text }}"),
    ("Body Text", "{%p endfor %}"),
    ("Body Text", "{%p endif %}"),
    ("Body Text", "{%p endfor %}"),
    ("Body Text", "{%p if letter.lacking %}"),
    ("Heading 2", "{{ letter.lacking_title }}"),
    ("Body Text", "{%p for line in letter.lacking %}"),
    ("List Bullet", "{{ line }}"),
    ("Body Text", "{%p endfor %}"),
    ("Body Text", "{%p endif %}"),
)
FOOT = (
    ("Signature", "{{ letter.signer }}"),
    ("Caption", "{{ letter.prepared }}"),
    ("Caption", "{{ letter.signed }}"),
)


def make(language: str) -> bytes:
    """The .docx file, in which Word checks the spelling by this language."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE

    made = Document()
    signature = made.styles.add_style("Signature", WD_STYLE_TYPE.PARAGRAPH)
    signature.base_style = made.styles["Normal"]
    look(made, language, {style for style, _ in (*HEAD, *TEXT, *FOOT)})
    for style, text in (*HEAD, *TEXT, *FOOT):
        made.add_paragraph(text, style)
    _as_a_letter(made)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _as_a_letter(made: Document) -> None:
    """The margins that the rules ask for (30 mm on the left), the author's name on top, the addressee on the right; at
    the foot of each page its number, and which making of the letter it is."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    (section,) = made.sections
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, points in {"Title": 16, "Subtitle": 10, "Heading 1": 12, "Heading 2": 11, "Caption": 9}.items():
        made.styles[name].font.size = Pt(points)
    for name in ("Title", "Subtitle"):
        made.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.styles["Subtitle"].paragraph_format.space_after = Pt(18)
    made.styles["Body Text"].paragraph_format.space_after = Pt(6)
    addressee, signature = made.styles["List"].paragraph_format, made.styles["Signature"].paragraph_format
    addressee.left_indent, addressee.first_line_indent, addressee.space_after = Cm(9), Cm(0), Pt(0)
    made.styles["Heading 1"].paragraph_format.space_before = Pt(24)
    made.styles["Heading 1"].paragraph_format.space_after = Pt(12)
    signature.space_before, signature.space_after, signature.keep_together = Pt(30), Pt(6), True
    foot(made, "{{ letter.mark }}")
