"""Notes as people paste them, read as plain text."""

from __future__ import annotations

import pytest

from sync.notes import plain


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("Seminārs notika.", "Seminārs notika."),
        ("viens\ndivi\n\ntrīs, 2 > 1", "viens\ndivi\n\ntrīs, 2 > 1"),
        ("viens \n divi  trīs\n", "viens\ndivi trīs"),
        ("Mazāk nekā < 5 dienas, a & b", "Mazāk nekā < 5 dienas, a & b"),
        ("viens\r\ndivi \n\n\n\ntrīs", "viens\ndivi\n\ntrīs"),
        (
            '<div class="ExternalClassA1"><p>Seminārs&#160;notika.</p><p>Plāns ir.</p></div>',
            "Seminārs notika.\nPlāns ir.",
        ),
        ("<div>viens<br>divi</div>", "viens\ndivi"),
        ("<p>a &amp; b &lt;c&gt;</p>", "a & b <c>"),
        ("<style>p {color: red}</style><p>teksts\u200b</p>", "teksts"),
        ("<ul><li>viens</li><li>divi</li></ul>", "viens\ndivi"),
        ("<div>nepabeigts <b>tre", "nepabeigts tre"),
        ("<p> </p>", ""),
    ],
)
def test_a_note_is_read_as_its_words(pasted: str, said: str) -> None:
    assert plain(pasted) == said
