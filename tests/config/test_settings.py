"""Settings come from four layers, the last wins; what is wrong is told all at once and never shown."""

from __future__ import annotations

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

import config
from config.kinds import OfficeHours, QuietTime
from config.mistakes import names
from config.settings import BadSettings, Settings, read

HOUSE = Path(config.__file__).parent
TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
WORKBOOK = {"FORUMBOT_WORKSPACE__KIND": "workbook", "FORUMBOT_WORKSPACE__PATH": "plan.xlsx"}
SITE = """
[sharepoint]
site_url = "https://forum.sharepoint.example/sites/ogp"
tenant = "forum.example"
client_id = "app"
"""


def forum(folder: Path, text: str = "", *, name: str = "forumbot.toml") -> Path:
    path = folder / name
    path.write_text(f'[forum]\nkey = "ogp"\n{text}', encoding="utf-8")
    return path


def one(path: Path, environ: dict[str, str] | None = None) -> Settings:
    (settings,) = read([path], {**WORKBOOK, **(environ or {})})
    return settings


def mistakes(paths: list[Path], environ: dict[str, str]) -> list[str]:
    with pytest.raises(BadSettings) as caught:
        read(paths, environ)
    assert str(caught.value) == "\n".join(caught.value.mistakes)
    assert caught.value.__cause__ is None
    return caught.value.mistakes


def test_a_key_and_a_workspace_are_all_that_is_needed(tmp_path: Path) -> None:
    settings = one(forum(tmp_path))
    assert settings.forum.key == "ogp"
    assert settings.forum.timezone == ZoneInfo("Europe/Riga")
    assert settings.forum.languages == ("lv", "en")
    assert settings.forum.hours == OfficeHours(time(8, 30), time(16, 30))
    assert settings.database.url == "sqlite:///forumbot.sqlite"
    assert settings.telegram.token.get_secret_value() == ""
    assert settings.workspace.path == Path("plan.xlsx")
    assert settings.sharepoint.lists.measures.title == "Pasākumi"
    assert settings.sharepoint.lists.measures.columns["number"] == "Nr."
    assert settings.sharepoint.completion.limited == "Izpildīts ierobežotā apjomā"
    assert settings.nudges.mandatory.steps == (("start", -20), ("sign", -10), ("last", -3), ("late", 2))
    assert settings.nudges.voluntary.steps == (("start", -10), ("last", -3))


def test_the_last_layer_wins(tmp_path: Path) -> None:
    path = forum(tmp_path, 'title = "file"\ncountry = "EE"\n[telegram]\ntoken = "1:file"\nwebhook_secret = "file"\n')
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "telegram__token").write_text("2:folder\n", encoding="utf-8")
    (secrets / "telegram__webhook_secret").write_text("folder", encoding="utf-8")
    (secrets / ".hidden").write_text("x", encoding="utf-8")
    settings = one(path, {"FORUMBOT_TELEGRAM__TOKEN": "3:environment", "OTHER": "x"})
    assert settings.forum.title == "file"
    assert settings.forum.country == "EE"
    assert settings.forum.timezone == ZoneInfo("Europe/Riga")
    assert settings.telegram.webhook_secret.get_secret_value() == "folder"
    assert settings.telegram.token.get_secret_value() == "3:environment"


def test_the_folder_of_secrets_may_be_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "run"
    elsewhere.mkdir()
    (elsewhere / "TELEGRAM__TOKEN").write_text("2:folder", encoding="utf-8")
    settings = one(forum(tmp_path), {"FORUMBOT_SECRETS": str(elsewhere)})
    assert settings.telegram.token.get_secret_value() == "2:folder"
    absent = {**WORKBOOK, "FORUMBOT_SECRETS": str(tmp_path / "absent")}
    assert mistakes([forum(tmp_path)], absent) == ["FORUMBOT_SECRETS: expected a folder that exists"]


def test_the_environment_writes_lists_numbers_and_tables(tmp_path: Path) -> None:
    settings = one(
        forum(tmp_path),
        {
            "FORUMBOT_FORUM__LANGUAGES": "en, lv",
            "FORUMBOT_FORUM__QUIET_WEEKS": '["12-23/01-02", "2021-07-01/2021-07-31"]',
            "FORUMBOT_NUDGES__MANDATORY": "{ start = -15, sign = 'off' }",
            "FORUMBOT_NUDGES__COMMENTS__LATE": "1",
            "FORUMBOT_SHAREPOINT__INSTANCE_DISCOVERY": "false",
            "FORUMBOT_SHAREPOINT__LISTS__MEASURES__COLUMNS__DUE_ON": "Izpildes termiņš",
        },
    )
    assert settings.forum.languages == ("en", "lv")
    assert settings.forum.quiet_weeks == (QuietTime("12-23", "01-02"), QuietTime("2021-07-01", "2021-07-31"))
    assert settings.nudges.mandatory.steps == (("start", -15), ("last", -3), ("late", 2))
    assert settings.nudges.comments.steps == (("start", -10), ("last", -3), ("late", 1))
    assert settings.sharepoint.instance_discovery is False
    columns = settings.sharepoint.lists.measures.columns
    assert (columns["due_on"], columns["number"]) == ("Izpildes termiņš", "Nr.")


def test_quiet_times() -> None:
    christmas, july = QuietTime("12-23", "01-02"), QuietTime("2021-07-01", "2021-07-31")
    days = [date(2020, 12, 22), date(2020, 12, 23), date(2021, 1, 2), date(2021, 1, 3)]
    assert [christmas.covers(day) for day in days] == [False, True, True, False]
    days = [date(2021, 6, 30), date(2021, 7, 1), date(2021, 7, 31), date(2022, 7, 1)]
    assert [july.covers(day) for day in days] == [False, True, True, False]


def test_every_mistake_is_told_at_once_and_nothing_is_shown(tmp_path: Path) -> None:
    path = forum(
        tmp_path,
        f"""
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
        [sharepoint.lists.measures.columns]
        number = ""
        """,
    )
    found = mistakes([path], {"FORUMBOT_TELEGRAM__TOKEN": "geheim", "FORUMBOT_NUDGES__VOLUNTARY__LAST": "geheim"})
    assert sorted(found) == sorted(
        [
            *(
                f"sharepoint.{name} is not set, and is needed where workspace.kind is sharepoint"
                for name in ("site_url", "tenant", "client_id", "certificate")
            ),
            "telegram.webhook_secret is not set, and is needed where telegram.webhook_url is set",
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
            "last, late",
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


def test_settings_are_never_changed_once_read(tmp_path: Path) -> None:
    settings: Any = one(forum(tmp_path))
    with pytest.raises(ValidationError):
        settings.forum.key = "other"
    with pytest.raises(ValidationError):
        settings.forum = None


def leaves(table: dict[str, Any], above: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in table.items():
        found |= leaves(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": value}
    return found


DEFAULTS = leaves(tomllib.loads((HOUSE / "defaults.toml").read_text(encoding="utf-8")))
EXAMPLE = (HOUSE / "example.toml").read_text(encoding="utf-8")


def test_every_setting_but_the_key_has_its_default() -> None:
    settings = {".".join(name) for name, field in names(Settings) if field.description}
    columns = {name.rpartition(".")[0] for name in DEFAULTS if ".columns." in name}
    assert {name for name in DEFAULTS if ".columns." not in name} | columns == settings - {"forum.key"}


def test_the_example_is_sound_as_it_stands() -> None:
    assert leaves(tomllib.loads(EXAMPLE)) == {"forum.key": "ogp-forum"}


def test_the_example_shows_every_setting_with_its_default() -> None:
    lines = [line.removeprefix("#") if not line.startswith("# ") else line for line in EXAMPLE.splitlines()]
    assert leaves(tomllib.loads("\n".join(lines))) == {"forum.key": "ogp-forum"} | DEFAULTS


def test_the_example_explains_every_setting() -> None:
    lines = EXAMPLE.splitlines()
    shown = [number for number, line in enumerate(lines) if " = " in line and not line.startswith("# ")]
    section = ["".join([line for line in lines[:number] if line.startswith("[")][-1:]) for number in shown]
    bare = [
        lines[number]
        for number, under in zip(shown, section, strict=True)
        if not under.startswith("[sharepoint.lists.") and not lines[number - 1].startswith("# ")
    ]
    assert bare == []
