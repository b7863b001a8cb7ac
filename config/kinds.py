"""The kinds of values that settings have beyond plain text and numbers: zones, addresses, hours, quiet weeks."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_core import PydanticCustomError

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
HOURS = re.compile(r"(\d{2}:\d{2})-(\d{2}:\d{2})")
TOKEN_SIGNS = re.compile(r"\d+:[A-Za-z0-9_-]+")
# One address and nothing beside it; whether there is such a mailbox, its server knows.
MAIL_ADDRESS = re.compile(r"[^\s@<>(),;:\\\"\[\]]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
SECRET_SIGNS = re.compile(r"[A-Za-z0-9_-]{1,256}")
KEY_SIGNS = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class OfficeHours:
    """Local times between which people may be written to unasked."""

    opens: time
    closes: time


@dataclass(frozen=True)
class QuietTime:
    """Days on which nobody is written to unasked: ISO days "2021-07-01", or "12-23" in every year, both included."""

    first: str
    last: str

    def covers(self, day: date) -> bool:
        """Whether this local date is one of them; a yearly time may run over New Year."""
        now = day.isoformat()[-len(self.first) :]
        if self.first <= self.last:
            return self.first <= now <= self.last
        return now >= self.first or now <= self.last


def wrong() -> PydanticCustomError:
    """The value is not what the setting's description expects."""
    return PydanticCustomError("expected", "not what was expected")


def off(value: object) -> object:
    """The word “off” as None. TOML's true and false are not numbers, though Python takes them for some."""
    if isinstance(value, bool):
        raise wrong()
    return None if value == "off" else value


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(value if isinstance(value, str) else "")
    except (ValueError, OSError, LookupError):
        # ZoneInfo shows the name it was given; we do not.
        raise wrong() from None


def _database_address(value: str) -> str:
    kind, separator, rest = value.partition("://")
    named = rest.strip("/") != ""
    if not separator or not named or kind not in ("sqlite", "postgresql", "postgresql+psycopg"):
        raise wrong()
    if kind == "sqlite" and not rest.startswith("/"):
        raise wrong()
    return value


def _matching(pattern: re.Pattern[str]) -> AfterValidator:
    """A secret that is nothing or looks like this."""

    def check(value: SecretStr) -> SecretStr:
        text = value.get_secret_value()
        if text and not pattern.fullmatch(text):
            raise wrong()
        return value

    return AfterValidator(check)


def _mail_address(value: str) -> str:
    if value and not MAIL_ADDRESS.fullmatch(value):
        raise wrong()
    return value


def _web_address(value: str) -> str:
    """https anywhere; plain http to this machine alone, so that no token crosses a network unprotected."""
    if value and not (_scheme(value) == "https" or (_scheme(value) == "http" and _loopback(value))):
        raise wrong()
    return value


def _https_address(value: str) -> str:
    if value and _scheme(value) != "https":
        raise wrong()
    return value


def _scheme(value: str) -> str:
    """The scheme of a whole address; nothing where there is no host, or where a name and password stand in it."""
    try:
        parts = urlsplit(value)
        sound = parts.hostname and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return ""
    return parts.scheme if sound and not any(sign.isspace() for sign in value) else ""


def _loopback(value: str) -> bool:
    host = urlsplit(value).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _country(value: str) -> str:
    # Its list of countries with their parts reads the holidays of all of them.
    from holidays.registry import EntityLoader

    if value not in set(EntityLoader.get_country_codes()):
        raise wrong()
    return value


def _listed(value: object) -> object:
    """A list, or a text with commas, as it stands in the environment."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _languages(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value or len(set(value)) < len(value) or not all(LANGUAGE.fullmatch(one) for one in value):
        raise wrong()
    return value


def _hours(value: object) -> OfficeHours:
    found = HOURS.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise wrong()
    try:
        opens, closes = (time.fromisoformat(text) for text in found.groups())
    except ValueError:
        raise wrong() from None
    if opens >= closes:
        raise wrong()
    return OfficeHours(opens, closes)


def _quiet_time(value: object) -> QuietTime:
    first, _, last = value.partition("/") if isinstance(value, str) else ("", "", "")
    yearly = len(first) == len(last) == len("12-23")
    try:
        # 2000 had a 29 February.
        days = [date.fromisoformat(f"2000-{day}" if yearly else day) for day in (first, last)]
    except ValueError:
        raise wrong() from None
    if len(first) != len(last) or (not yearly and (len(first) != len("2021-07-01") or days[0] > days[1])):
        raise wrong()
    return QuietTime(first, last)


def _place(value: object) -> Path | None:
    if not isinstance(value, str | Path):
        raise wrong()
    return Path(value).expanduser() if str(value) else None


def _file(value: Path | None) -> Path | None:
    if value is not None and not value.is_file():
        raise wrong()
    return value


def _folder(value: Path | None) -> Path | None:
    if value is not None and not value.is_dir():
        raise wrong()
    return value


Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Token = Annotated[SecretStr, _matching(TOKEN_SIGNS)]
SealingKey = Annotated[SecretStr, _matching(KEY_SIGNS)]
WebhookSecret = Annotated[SecretStr, _matching(SECRET_SIGNS)]
DatabaseAddress = Annotated[str, AfterValidator(_database_address)]
MailAddress = Annotated[str, AfterValidator(_mail_address)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
HttpsAddress = Annotated[str, AfterValidator(_https_address)]
Country = Annotated[str, AfterValidator(_country)]
Languages = Annotated[tuple[str, ...], BeforeValidator(_listed), AfterValidator(_languages)]
Hours = Annotated[OfficeHours, BeforeValidator(_hours)]
QuietTimes = Annotated[tuple[Annotated[QuietTime, BeforeValidator(_quiet_time)], ...], BeforeValidator(_listed)]
Place = Annotated[Path | None, BeforeValidator(_place)]
File = Annotated[Path | None, BeforeValidator(_place), AfterValidator(_file)]
Folder = Annotated[Path | None, BeforeValidator(_place), AfterValidator(_folder)]
