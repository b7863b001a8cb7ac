"""Texts are said whole, escaped and in the right language, or not at all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from words.catalogue import languages
from words.errors import BadTexts, BadValue, CannotSay, MissingValue, UnknownText
from words.texts import Safe, Texts

LV = """
greeting = Labdien, { $name }!
    .yes = Jā, { $name }
    .no = Nē
count = { $n ->
    [zero] atlikušas { $n } dienas
    [one] atlikusi { $n } diena
   *[other] atlikušas { $n } dienas
}
kind = { $kind ->
    [mandatory] obligāta
   *[other] cita: { $why }
}
sum = { $n }
whole = Sākums. { greeting } { kind }
-forum = Forums
about = { -forum } { $what }
"""
EN = LV.replace("[zero] atlikušas { $n } dienas", "").replace("Labdien", "Hello")


def house(folder: Path, lv: str = LV, en: str = EN) -> Texts:
    for language, text in (("lv", lv), ("en", en)):
        (folder / language).mkdir()
        (folder / language / "all.ftl").write_text(text, encoding="utf-8")
    return Texts(["lv", "en"], folder)


def test_a_message_and_its_labels(tmp_path: Path) -> None:
    texts = house(tmp_path)
    assert texts.say("lv", "greeting", name="IZM") == "Labdien, IZM!"
    assert texts.say("en", "greeting", name="IZM") == "Hello, IZM!"
    assert texts.say("lv", "greeting.yes", name="IZM") == "Jā, IZM"
    assert texts.label("lv", "greeting.no") == "Nē"
    assert texts.say("lv", "about", what="x") == "Forums x"


def test_an_unknown_language_falls_to_the_forums_first(tmp_path: Path) -> None:
    texts = house(tmp_path)
    assert [texts.language(one) for one in ("en", "lv", "de", "", None)] == ["en", "lv", "lv", "lv", "lv"]
    assert texts.say("de", "greeting.no") == "Nē"


def test_values_are_escaped_unless_safe(tmp_path: Path) -> None:
    texts = house(tmp_path)
    assert texts.say("lv", "greeting", name='<b>"A&B"</b>') == "Labdien, &lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;!"
    assert texts.say("lv", "greeting", name=Safe("<b>A</b>")) == "Labdien, <b>A</b>!"
    inner = texts.say("lv", "greeting", name="A&B")
    assert texts.say("lv", "greeting", name=inner) == "Labdien, Labdien, A&amp;B!!"
    assert texts.label("lv", "greeting.yes", name="A&B") == "Jā, A&B"


def test_numbers_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    texts = house(tmp_path)
    assert texts.say("lv", "sum", n=12345.5) == "12\xa0345,5"
    assert texts.say("en", "sum", n=Decimal("12345.5")) == "12,345.5"
    said = [texts.say("lv", "count", n=n) for n in (0, 1, 2, 11, 21, 111)]
    assert said == [
        "atlikušas 0 dienas",
        "atlikusi 1 diena",
        "atlikušas 2 dienas",
        "atlikušas 11 dienas",
        "atlikusi 21 diena",
        "atlikušas 111 dienas",
    ]


@pytest.mark.parametrize("length", [999, 1001, 2501, 4096, 20_000])
def test_a_long_answer_is_said_whole(tmp_path: Path, length: int) -> None:
    texts = house(tmp_path)
    long = "ā" * length
    assert texts.say("lv", "whole", name=long, kind="x", why=long) == f"Sākums. Labdien, {long}! cita: {long}"


def test_the_marks_of_long_values_cannot_be_forged(tmp_path: Path) -> None:
    forged = house(tmp_path).say("lv", "whole", name="\ue0000\ue001", kind="x", why="ā" * 2000)
    assert forged == f"Sākums. Labdien, 0! cita: {'ā' * 2000}"


def test_what_cannot_be_said_is_an_error_with_id_and_language(tmp_path: Path) -> None:
    texts = house(tmp_path)
    with pytest.raises(UnknownText, match="“nothing” in en: there is no such text"):
        texts.say("en", "nothing")
    with pytest.raises(UnknownText):
        texts.say("lv", "greeting.maybe", name="A")
    with pytest.raises(UnknownText):
        texts.say("lv", "-forum")
    with pytest.raises(MissingValue, match="“whole” in lv: also needs kind, name, why") as caught:
        texts.say("lv", "whole")
    assert (caught.value.message_id, caught.value.language) == ("whole", "lv")


def test_a_value_that_only_another_variant_asks_for_is_missing_too(tmp_path: Path) -> None:
    with pytest.raises(MissingValue, match="also needs why"):
        house(tmp_path).say("lv", "kind", kind="mandatory")


@pytest.mark.parametrize("value", [None, True, ["secret"], object()])
def test_only_texts_and_numbers_are_values(tmp_path: Path, value: Any) -> None:
    with pytest.raises(BadValue, match=r"“greeting” in lv: neither a text nor a number: name$"):
        house(tmp_path).say("lv", "greeting", name=value)


def test_an_error_while_saying_tells_no_value(tmp_path: Path) -> None:
    texts = house(tmp_path, lv="x = { NUMBER($what) }", en="x = { $what }")
    with pytest.raises(CannotSay) as caught:
        texts.say("lv", "x", what="slepens")
    assert str(caught.value) == "“x” in lv: TypeError"


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("ziņa = nav ASCII\n", 'Expected token: "=" near “ziņa = nav ASCII”'),
        ("good = labi\nbroken = { $x\n", 'Expected token: "}" near “broken = { $x”'),
        ("one = a\none = b\n", "“one” is said twice, also in all.ftl"),
        ("one = { two }\n", "“one” calls upon “two”, which there is not"),
        ("one = { -two }\n", "“one” calls upon “-two”, which there is not"),
        ("one = { two }\ntwo = { one }\n", "“two” calls upon itself"),
        ("n = { $n ->\n  [one] a\n *[other] b\n}\n", "“n” lacks the plural zero"),
        ("n = { $n ->\n  [0] a\n *[other] { $n } b\n}\n", "“n” lacks the plural one, zero"),
    ],
)
def test_unsound_texts_are_refused_when_read(tmp_path: Path, text: str, trouble: str) -> None:
    with pytest.raises(BadTexts) as caught:
        house(tmp_path, lv=text)
    assert str(caught.value) == f"lv/all.ftl: {trouble}"


def test_a_number_that_is_not_said_may_choose_between_two(tmp_path: Path) -> None:
    texts = house(tmp_path, lv="n = { $n ->\n  [1] a\n *[other] b\n}\n")
    assert [texts.say("lv", "n", n=n) for n in (0, 1)] == ["b", "a"]


def test_a_language_without_texts_is_refused(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "lt").mkdir()
    for language, trouble in (("lt", "there are no texts"), ("xx", "no language"), ("../lv", "no language")):
        with pytest.raises(BadTexts, match=trouble):
            Texts([language], tmp_path)
    with pytest.raises(ValueError, match="at least one language"):
        Texts([], tmp_path)


def test_a_folder_is_a_language(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "empty").mkdir()
    assert languages(tmp_path) == ("en", "lv")
    (tmp_path / "lt").mkdir()
    (tmp_path / "lt" / "all.ftl").write_text("greeting = Laba diena, { $name }!\n", encoding="utf-8")
    assert languages(tmp_path) == ("en", "lt", "lv")
    assert Texts(["lt"], tmp_path).say("lt", "greeting", name="A") == "Laba diena, A!"
