"""Quoting: of an answer only what its writer wrote is kept, whatever program it comes from."""

from __future__ import annotations

import pytest

from words.quoting import own, plain

ANSWER = "Izpildīts būtiskā apjomā\nNotikušas trīs diskusijas.\n\n- semināri: 2\n- No: šis ir saraksts"

OUTLOOK_LV = """
Ar cieņu
Kontaktpersona
Nodaļa

From: Forums <forums@vk.example>
Sent: Monday, January 18, 2021 10:42 AM
To: Kontakts <k@izm.example>
Subject: Informācija par 2020. gadu

Labdien!"""

OUTLOOK_LV_2 = """

________________________________
No: Forums <forums@vk.example>
Nosūtīts: pirmdiena, 2021. gada 18. janvāris 10:42
Kam: Kontakts
Tēma: Informācija

Labdien!"""

HEADS_LV = """

No: Forums <forums@vk.example>
Nosūtīts: pirmdiena, 2021. gada 18. janvāris 10:42
Kam: Kontakts

Labdien!"""

ORIGINAL = """

-----Sākotnējais ziņojums-----
No: Forums

Labdien!"""

GMAIL = """

On Mon, Jan 18, 2021 at 10:42 AM Forums <forums@vk.example> wrote:

> Labdien!
> Kāds bija stāvoklis?"""

GMAIL_LV = """

pirmd., 2021. g. 18. janv., plkst. 10:42 — lietotājs Forums (<
forums@vk.example>) rakstīja:

> Labdien!"""

THUNDERBIRD_LV = """

18.01.2021 10:42, Forums rakstīja:
> Labdien!
> --
> x"""

SIGNED = """

--\x20
Kontaktpersona
Tālr. 67000000"""

PHONE = """

Nosūtīts no mana iPhone

> 18. janv. 2021, plkst. 10:42, Forums <forums@vk.example> rakstīja:
> Labdien!"""


@pytest.mark.parametrize(
    "rest",
    ["", OUTLOOK_LV, OUTLOOK_LV_2, HEADS_LV, ORIGINAL, GMAIL, GMAIL_LV, THUNDERBIRD_LV, SIGNED, PHONE],
)
def test_what_is_quoted_is_cut(rest: str) -> None:
    assert own(ANSWER + rest) == ANSWER
    assert own((ANSWER + rest).replace("\n", "\r\n")) == ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "Tiekamies plkst. 10.00. Viņš rakstīja: viss labi.",
        "Datums: 18. janvāris",
        "Ar cieņu izturējāmies pret visiem priekšlikumiem, kas saņemti līdz gada beigām, un tos ņēmām vērā.",
        "Sent the draft to VID; they sent from their side two remarks.",
        "-- pirmais\n-- otrais",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert own(text) == text


def test_an_answer_between_the_lines_is_kept() -> None:
    assert own("> Kāds bija stāvoklis?\nIzpildīts\n> Vai ir šķēršļi?\nNē, nav.") == "Izpildīts\nNē, nav."


def test_a_page_becomes_lines() -> None:
    page = (
        "<html><head><style>p{}</style><title>x</title></head><body><div>Izpildīts&nbsp;būtiskā apjomā<br>Notika "
        "<b>trīs</b>\n diskusijas &amp; seminārs.</div><p></p><ul><li>viens</li></ul>"
        '<div class="gmail_quote"><div>On 2021 wrote:</div><blockquote>Labdien!</blockquote></div></body></html>'
    )
    assert own(plain(page)) == "Izpildīts būtiskā apjomā\nNotika trīs diskusijas & seminārs.\n\nviens"


@pytest.mark.parametrize(
    "quoted",
    [
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> x</div><div>Labdien!</div>',
        '<blockquote type="cite"><div>Labdien!<blockquote type="cite">x</blockquote>y</div></blockquote>',
        '<div class="moz-cite-prefix">18.01.2021, Forums rakstīja:</div><blockquote type="cite">x</blockquote>',
    ],
)
def test_what_programs_mark_as_quoted_is_left_out(quoted: str) -> None:
    assert own(plain(f"<div>Paveikts.</div>{quoted}")) == "Paveikts."


@pytest.mark.parametrize("last", ["Nr. 1-2/33, 2021. gada 2. februāris", "Pabeigts 2020. gada decembrī, plkst. 10.30"])
def test_a_date_above_the_quoted_mail_is_the_writers(last: str) -> None:
    assert own(f"Izpildīts.\n{last}{GMAIL_LV}") == f"Izpildīts.\n{last}"
