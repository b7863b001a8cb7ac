"""Formatted text: what the service reads out of a bot's HTML, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sandbox.botapi.entities import parse_html, valid_url
from sandbox.botapi.refusal import Refusal
from sandbox.botapi.rendering import found, to_html


def mark(kind: str, offset: int, length: int, **more: object) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


READ = {
    "<b>Čau</b>": ("Čau", [mark("bold", 0, 3)]),
    "😀 <i>a</i>": ("😀 a", [mark("italic", 3, 1)]),
    "<strong>a<em>b</em></strong>": ("ab", [mark("bold", 0, 2), mark("italic", 1, 1)]),
    "<u>a</u><ins>b</ins>": ("ab", [mark("underline", 0, 1), mark("underline", 1, 1)]),
    "<s>a</s><strike>b</strike><del>c</del>": (
        "abc",
        [mark("strikethrough", 0, 1), mark("strikethrough", 1, 1), mark("strikethrough", 2, 1)],
    ),
    "<code>a</code>": ("a", [mark("code", 0, 1)]),
    '<pre><code class="language-sql">a</code></pre>': ("a", [mark("pre", 0, 1, language="sql")]),
    '<a href="https://a.example/?b=1&amp;c=2">a</a>': (
        "a",
        [mark("text_link", 0, 1, url="https://a.example/?b=1&c=2")],
    ),
    "<a href='nowhere'>a</a>": ("a", []),
    '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>': (
        "ab",
        [mark("spoiler", 0, 1), mark("spoiler", 1, 1)],
    ),
    "<blockquote>a</blockquote>": ("a", [mark("blockquote", 0, 1)]),
    "<blockquote expandable>a</blockquote>": ("a", [mark("expandable_blockquote", 0, 1)]),
    '<tg-emoji emoji-id="5">👍</tg-emoji>': ("👍", [mark("custom_emoji", 0, 2, custom_emoji_id="5")]),
    '<tg-time unix="9" format="d">a</tg-time>': (
        "a",
        [mark("date_time", 0, 1, unix_time=9, date_time_format="d")],
    ),
    "a &lt;b&gt; &amp; &quot;c&quot; &#x27;d&#39; &nbsp; &": ("a <b> & \"c\" 'd' &nbsp; &", []),
    "\n <b> a </b> ": ("a", [mark("bold", 0, 1)]),
    "<b></b>a<b> </b>": ("a", []),
    "<B>a</b >": ("a", [mark("bold", 0, 1)]),
}
REFUSED = {
    "a < b": 'Unsupported start tag "" at byte offset 2',
    "ā<br/>": 'Unsupported start tag "br/" at byte offset 2',
    "<p>a</p>": 'Unsupported start tag "p" at byte offset 0',
    "<b>a": "Can't find end tag corresponding to start tag b",
    "a</b>": "Unexpected end tag at byte offset 1",
    "<b>a</i>": 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    "<b": "Unclosed start tag at byte offset 0",
    "<b>a</b": "Unclosed end tag at byte offset 4",
    '<a href="x': "Unclosed start tag at byte offset 0",
    "<span>a</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    "<tg-emoji>a</tg-emoji>": "Invalid custom emoji identifier specified",
}


@pytest.mark.parametrize("html", READ)
def test_html_is_read_into_text_and_marks(html: str) -> None:
    assert parse_html(html) == READ[html]


@pytest.mark.parametrize("html", REFUSED)
def test_wrong_html_is_refused_in_the_services_words(html: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {REFUSED[html]}"


@settings(max_examples=60)
@given(some.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        plain, _ = parse_html(text)
    except Refusal as refused:
        plain = refused.description.removeprefix("Bad Request: can't parse entities:").strip()
    assert plain == plain.strip()


NESTED = some.recursive(
    some.text("aā😀&<> ", min_size=1).map(lambda text: to_html(text, [])),
    lambda inner: some.tuples(some.sampled_from(["b", "i", "u", "s"]), some.lists(inner, min_size=1)).map(
        lambda given: f"<{given[0]}>{''.join(given[1])}</{given[0]}>"
    ),
    max_leaves=12,
)


@settings(max_examples=40)
@given(NESTED)
def test_what_was_read_is_shown_again_the_same(html: str) -> None:
    plain, entities = parse_html(html)
    assert parse_html(to_html(plain, entities)) == (plain, entities)


def test_a_page_shows_marks_and_nothing_harmful() -> None:
    text, marks = parse_html('<b>a<i>&lt;b&gt;</i></b> <a href="https://a.example/">c</a> <tg-spoiler>d</tg-spoiler>')
    link = '<a href="https://a.example/">c</a>'
    assert to_html(text, marks) == f'<b>a<i>&lt;b&gt;</i></b> {link} <span class="tg-spoiler">d</span>'


def test_commands_links_and_mails_are_found_in_a_members_words() -> None:
    assert found("😀 /start a/b https://a.example/x. un b@c.example!") == [
        mark("bot_command", 3, 6),
        mark("url", 14, 19),
        mark("email", 38, 11),
    ]


@pytest.mark.parametrize(
    ("url", "usable"),
    [
        ("https://a.example", True),
        ("http://127.0.0.1:8741/m", True),
        ("tg://user?id=1", True),
        ("http://localhost:8741", False),
        ("javascript:alert(1)", False),
        ("https://a.example/a b", False),
        ("a.example", False),
        ("https://a.example:port", False),
    ],
)
def test_links_need_an_address_that_opens_anywhere(url: str, usable: bool) -> None:
    assert valid_url(url) is usable
