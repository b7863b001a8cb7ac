"""Settings come from four layers, and the last wins."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from config.kinds import OfficeHours, QuietTime
from tests.config.given import WORKBOOK, forum, mistakes, one


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
    assert settings.nudges.voluntary.steps == (("start", -15), ("again", -7), ("last", -3))


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


def test_settings_are_never_changed_once_read(tmp_path: Path) -> None:
    settings: Any = one(forum(tmp_path))
    with pytest.raises(ValidationError):
        settings.forum.key = "other"
    with pytest.raises(ValidationError):
        settings.forum = None
