"""Mistakes in the settings are told all at once, with place and remedy, and nothing secret is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import BadSettings, read
from tests.config.given import TOKEN, WORKBOOK, forum, mistakes, one

SITE = """
[sharepoint]
site_url = "https://forum.sharepoint.example/sites/ogp"
tenant = "forum.example"
client_id = "app"
"""
WRONG = f"""
timezone = "Europe/geheim"
hours = "16:30-08:30"
languges = ["geheim"]
country = "geheim"
quiet_weeks = ["12-23/01-02", "geheim"]
[telegrm]
token = "{TOKEN}"
[telegram]
base_url = "http://geheim.example/bot"
webhook_url = "https://bot.example/in"
[nudges.mandatory]
sign = -21
late = 2
[nudges.final]
still_you = -25
[sharepoint.lists.measures.columns]
number = ""
"""
UNSET = (
    *(
        f"sharepoint.{name} is not set, and is needed where workspace.kind is sharepoint"
        for name in ("site_url", "tenant", "client_id", "certificate")
    ),
    "telegram.webhook_secret is not set, and is needed where telegram.webhook_url is set",
)


def test_every_mistake_is_told_at_once_and_nothing_is_shown(tmp_path: Path) -> None:
    path = forum(tmp_path, WRONG)
    found = mistakes([path], {"FORUMBOT_TELEGRAM__TOKEN": "geheim", "FORUMBOT_NUDGES__VOLUNTARY__LAST": "geheim"})
    assert sorted(found) == sorted(
        [
            *UNSET,
            f"forum.timezone, set in {path}: expected a time zone, such as Europe/Riga",
            f"forum.hours, set in {path}: expected an opening and a later closing time, such as 08:30-16:30",
            f"forum.languges, set in {path}: there is no such setting; did you mean forum.languages?",
            f"forum.country, set in {path}: expected a country whose holidays are known, in two capital letters, "
            "such as LV",
            f"forum.quiet_weeks (entry 2), set in {path}: expected first and last days, each year "
            '"12-23/01-02" or once "2021-07-01/2021-07-31"',
            f"telegrm, set in {path}: there is no such setting; did you mean telegram?",
            f"telegram.base_url, set in {path}: expected an https address (plain http on this machine only), such as "
            "https://api.telegram.org/bot",
            "telegram.token, set in FORUMBOT_TELEGRAM__TOKEN: expected the bot's token as BotFather gave it (digits, a "
            "colon, letters), or nothing for no Telegram",
            f"nudges.mandatory, set in {path}: expected each step to come after the one before: start, sign, "
            "again, last, late",
            f'nudges.final.still_you, set in {path}: expected working days before the first step as 1 to 20, or "off"',
            "nudges.voluntary.last, set in FORUMBOT_NUDGES__VOLUNTARY__LAST: expected working days before the due day "
            'as -120 to 0, or "off"',
            f"sharepoint.lists.measures.columns.number, set in {path}: expected a column's title or internal name for "
            "each field",
        ]
    )
    assert [secret for secret in ("geheim", TOKEN) if secret in "\n".join(found)] == []


def test_a_forum_without_a_key(tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text("", encoding="utf-8")
    expected = "a short name that never changes, of lower-case letters, digits and hyphens, such as ogp-forum"
    assert mistakes([path], WORKBOOK) == [
        f"forum.key is not set: expected {expected} (in {path} or as FORUMBOT_FORUM__KEY)"
    ]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (None, "there is no such file"),
        (b"\xff\xfe", "expected UTF-8 text"),
        (b"[forum]\nkey = geheim\n", "expected TOML, which it is not (at line 2, column 7)"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, trouble: str) -> None:
    path = tmp_path / "forumbot.toml"
    if content is not None:
        path.write_bytes(content)
    assert mistakes([path], {**WORKBOOK, "FORUMBOT_FORUM__KEY": "ogp"}) == [f"{path}: {trouble}"]


def test_a_name_is_a_setting_or_a_section(tmp_path: Path) -> None:
    both = {**WORKBOOK, "FORUMBOT_TELEGRAM": "x", "FORUMBOT_TELEGRAM__TOKEN": "1:x"}
    assert mistakes([forum(tmp_path)], both) == [
        "telegram.token, set in FORUMBOT_TELEGRAM__TOKEN: telegram is also set as a single value",
        "telegram, set in FORUMBOT_TELEGRAM: expected a section with settings in it",
    ]


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://forum.sharepoint.example/sites/ogp", True),
        ("http://127.0.0.1:8080/sites/ogp", True),
        ("http://localhost:1/x", True),
        ("http://[::1]:1/x", True),
        ("http://forum.sharepoint.example/sites/ogp", False),
        ("http://127.0.0.1.evil.example/x", False),
        ("http://localhost@evil.example/x", False),
        ("https://me:word@forum.example", False),
        ("https://", False),
        ("https://forum.example:x/", False),
        ("https://forum.example/a b", False),
        ("ftp://127.0.0.1/x", False),
    ],
)
def test_plain_http_stays_on_this_machine(tmp_path: Path, url: str, good: bool) -> None:
    environ = {**WORKBOOK, "FORUMBOT_SHAREPOINT__SITE_URL": url, "FORUMBOT_TELEGRAM__BASE_URL": url}
    if good:
        (settings,) = read([forum(tmp_path)], environ)
        assert (settings.sharepoint.site_url, settings.telegram.base_url) == (url, url)
    else:
        found = [mistake.partition(",")[0] for mistake in mistakes([forum(tmp_path)], environ)]
        assert found == ["telegram.base_url", "sharepoint.site_url"]


def test_the_sign_in_is_never_plain(tmp_path: Path) -> None:
    found = mistakes([forum(tmp_path)], {**WORKBOOK, "FORUMBOT_SHAREPOINT__AUTHORITY": "http://127.0.0.1/x"})
    assert found == [
        "sharepoint.authority, set in FORUMBOT_SHAREPOINT__AUTHORITY: expected an https address, such as "
        "https://login.microsoftonline.com"
    ]


@pytest.mark.parametrize(
    "url",
    ["sqlite://relative.sqlite", "sqlite:///", "mysql://a@b/c", "forum.sqlite", "postgresql://"],
)
def test_an_address_that_is_no_database(tmp_path: Path, url: str) -> None:
    assert mistakes([forum(tmp_path)], {**WORKBOOK, "FORUMBOT_DATABASE__URL": url}) == [
        "database.url, set in FORUMBOT_DATABASE__URL: expected sqlite:///file.sqlite or "
        "postgresql://user:password@host/name"
    ]


def test_a_site_needs_its_certificate_to_be_there(tmp_path: Path) -> None:
    pem = tmp_path / "forum.pem"
    path = forum(tmp_path, f'{SITE}certificate = "{pem}"\n')
    assert mistakes([path], {}) == [
        f"sharepoint.certificate, set in {path}: expected an existing PEM file with the private key and the certificate"
    ]
    pem.write_text("", encoding="utf-8")
    (settings,) = read([path], {})
    assert settings.sharepoint.certificate == pem


def test_several_forums(tmp_path: Path) -> None:
    north, south = forum(tmp_path, name="north.toml"), forum(tmp_path, name="south.toml")
    assert mistakes([north, south], WORKBOOK) == ["forum.key: expected a different key for each forum"]
    south.write_text('[forum]\nkey = "south"\n', encoding="utf-8")
    assert [one.forum.key for one in read([north, south], WORKBOOK)] == ["ogp", "south"]
    south.write_text('[forum]\nkey = "south"\n[database]\nurl = "sqlite:///other.sqlite"\n', encoding="utf-8")
    assert mistakes([north, south], WORKBOOK) == ["database.url: expected the same database for all forums"]


def test_secrets_are_known_and_not_shown(tmp_path: Path) -> None:
    settings = one(
        forum(tmp_path),
        {
            "FORUMBOT_TELEGRAM__TOKEN": TOKEN,
            "FORUMBOT_TELEGRAM__WEBHOOK_SECRET": "hook-word",
            "FORUMBOT_DATABASE__URL": "postgresql://forum:pass%2Fword@db.example/forum",
        },
    )
    found = settings.secrets()
    assert found == (TOKEN, TOKEN.partition(":")[2], "hook-word", "pass%2Fword", "pass/word")
    assert [secret for secret in found if secret in repr(settings) + str(settings)] == []


@pytest.mark.parametrize("address", ["sharepoint.webhook_url", "telegram.webhook_url"])
def test_where_nobody_would_answer_nobody_is_asked_to_call(tmp_path: Path, address: str) -> None:
    section, _, name = address.partition(".")
    text = f'[web]\nport = 0\n[{section}]\n{name} = "https://forum.example/in"\n'
    path = forum(tmp_path, text + ('webhook_secret = "abc"\n' if section == "telegram" else ""))
    assert mistakes([path], WORKBOOK) == [
        f"web.port is 0, so that nobody would answer at {address}: "
        f"set web.port to a free port, or leave {address} empty"
    ]
    assert one(path, {"FORUMBOT_WEB__PORT": "8080"}).web.port == 8080


def test_a_language_without_texts_is_named_with_those_that_have_some(tmp_path: Path) -> None:
    paths = [forum(tmp_path, 'languages = ["lv", "fr"]\n'), forum(tmp_path, 'languages = ["fr"]\n', name="other.toml")]
    with pytest.raises(BadSettings) as caught:
        read(paths, WORKBOOK, spoken=("lv", "en"))
    assert caught.value.mistakes == [
        "forum.key: expected a different key for each forum",
        "forum.languages: there are no texts in “fr”; there are in en, lv",
    ]
    assert [one.forum.key for one in read(paths[:1], WORKBOOK)] == ["ogp"]
