"""The sections of a forum's settings: what each setting is, and what is expected of it.

A field's description is what its mistake says was expected, so that a wrong value itself never needs to be shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_core import PydanticCustomError

from config.kinds import (
    Country,
    DatabaseAddress,
    File,
    Folder,
    Hours,
    HttpsAddress,
    Languages,
    MailAddress,
    Place,
    QuietTimes,
    Token,
    WebAddress,
    WebhookSecret,
    Zone,
)
from config.ownership import (
    Owned,
    OwnedAttendances,
    OwnedEvidence,
    OwnedMeasures,
    OwnedMeetings,
    OwnedMilestones,
    OwnedRecommendations,
    OwnedReplies,
)

# Submission with TLS from the first byte: https://www.rfc-editor.org/rfc/rfc8314#section-7.3
SMTPS = 465
KEEPER = "an office or a post and how it is reached, of at most 120 signs, or nothing"
HERE = ("localhost", "127.0.0.1", "::1")


class Section(BaseModel):
    """Settings that belong together; never changed once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Forum(Section):
    key: str = Field(
        pattern=r"^[a-z][a-z0-9-]{0,39}$",
        description="a short name that never changes, of lower-case letters, digits and hyphens, such as ogp-forum",
    )
    title: str = Field(description="the forum's name as people know it")
    timezone: Zone = Field(description="a time zone, such as Europe/Riga")
    languages: Languages = Field(description='different languages, the main one first, such as ["lv", "en"]')
    country: Country = Field(description="a country whose holidays are known, in two capital letters, such as LV")
    quiet_weeks: QuietTimes = Field(
        description='first and last days, each year "12-23/01-02" or once "2021-07-01/2021-07-31"'
    )
    hours: Hours = Field(description="an opening and a later closing time, such as 08:30-16:30")


class Database(Section):
    url: DatabaseAddress = Field(
        repr=False,  # it may hold a password
        description="sqlite:///file.sqlite or postgresql://user:password@host/name",
    )


class Engine(Section):
    """How the processes that work over one database wake each other."""

    kind: Literal["embedded", "scale"] = Field(description="embedded or scale")


class Backup(Section):
    folder: Folder = Field(description="an existing folder, or nothing for no backups")
    keep: int = Field(ge=1, le=1000, description="how many are kept, 1 to 1000")


Keeper = Annotated[str, Field(max_length=120, pattern=r"^[^\r\n]*$")]


class Care(Section):
    """Who sees to what the forum needs, so that coordinators know whom to turn to."""

    server: Keeper = Field(description=KEEPER)
    site: Keeper = Field(description=KEEPER)
    certificate: Keeper = Field(description=KEEPER)
    mailbox: Keeper = Field(description=KEEPER)
    bot: Keeper = Field(description=KEEPER)


class Letters(Section):
    """The letters that bodies sign, and those to bodies that are silent."""

    template: File = Field(description="an existing Word file (.docx), or nothing for forumbot's own template")


class Links(Section):
    """The links that members give as evidence."""

    check: bool = Field(description="true or false")


class Publication(Section):
    """Where finished reports are to be published."""

    places: list[Annotated[str, Field(min_length=1, max_length=120)]] = Field(
        description='places by name, of at most 120 signs each, such as ["mk.gov.lv", "OGP repository"]'
    )
    english: bool = Field(description="true or false")


class Telegram(Section):
    token: Token = Field(
        description="the bot's token as BotFather gave it (digits, a colon, letters), or nothing for no Telegram"
    )
    base_url: WebAddress = Field(
        min_length=1,
        description="an https address (plain http on this machine only), such as https://api.telegram.org/bot",
    )
    webhook_url: WebAddress = Field(
        description="an https address that Telegram can reach, or nothing to fetch messages by polling"
    )
    webhook_secret: WebhookSecret = Field(description="up to 256 letters, digits, hyphens and underscores, or nothing")


class Email(Section):
    """The mailbox that the forum writes from."""

    host: str = Field(
        pattern=r"^[A-Za-z0-9.:-]*$",
        description="the mail server's name, such as smtp.office365.com, or nothing for no e-mail",
    )
    port: int = Field(ge=1, le=65_535, description="a port, such as 587, or 465 for TLS from the first byte")
    starttls: bool = Field(description="true or false")
    user: str = Field(description="the name to sign in with, or nothing")
    password: SecretStr = Field(description="the password to sign in with, or nothing")
    sender: MailAddress = Field(alias="from", description="one e-mail address, such as forums@mk.example")
    reply_to: MailAddress = Field(description="one e-mail address, or nothing to have answers come to email.from")
    ca_bundle: File = Field(description="an existing PEM file with the authorities to trust, or nothing")
    per_minute: int = Field(ge=0, le=100_000, description="how many mails a minute, such as 30, or 0 for no limit")

    imap_host: str = Field(
        pattern=r"^[A-Za-z0-9.:-]*$",
        description="the server's name where answers are read, such as outlook.office365.com, or nothing",
    )
    imap_port: int = Field(ge=1, le=65_535, description="a port, such as 993")
    imap_tls: bool = Field(description="true or false")
    imap_folder: str = Field(pattern=r'^[^"\\\r\n]+$', description="a folder of the mailbox, such as INBOX")

    @model_validator(mode="after")
    def _unseen(self) -> Self:
        if self.password.get_secret_value() and not (self.starttls or self.port == SMTPS or self.host in HERE):
            raise PydanticCustomError("rule", "expected starttls = true where email.password is set")
        if self.imap_host and not (self.imap_tls or self.imap_host in HERE):
            raise PydanticCustomError("rule", "expected imap_tls = true, but for a server on this machine")
        return self


class Workspace(Section):
    kind: Literal["sharepoint", "workbook"] = Field(description="sharepoint or workbook")
    path: Place = Field(description="an .xlsx file, or a folder of CSV files")


class Web(Section):
    """Where the service's own pages are served: /healthz and /readyz, and (``public_url``) the members' worksheets."""

    host: str = Field(min_length=1, description="an address of this machine, such as 127.0.0.1")
    port: int = Field(ge=0, le=65_535, description="a free port, or 0 to serve no pages")
    public_url: WebAddress = Field(
        description="an https address that members can reach (plain http on this machine only), or nothing for no "
        "pages of theirs"
    )

    @model_validator(mode="after")
    def _served(self) -> Self:
        if self.public_url and not self.port:
            raise PydanticCustomError("rule", "expected a web.port where web.public_url is set")
        return self


Title = Annotated[str, Field(min_length=1)]


class SiteList(Section):
    title: Title = Field(description="the list's title on the site")
    columns: Mapping[str, Title] = Field(description="a column's title or internal name for each field")

    def owners(self) -> Mapping[str, str]:
        """Whose word counts, by field; nothing of a list that is only read."""
        return {}


class WrittenList(SiteList):
    ownership: Owned

    def owners(self) -> Mapping[str, str]:
        return self.ownership.model_dump()


class Measures(WrittenList):
    ownership: OwnedMeasures


class Milestones(WrittenList):
    ownership: OwnedMilestones


class Recommendations(WrittenList):
    ownership: OwnedRecommendations


class Replies(WrittenList):
    ownership: OwnedReplies


class Meetings(WrittenList):
    ownership: OwnedMeetings


class Attendances(WrittenList):
    ownership: OwnedAttendances


class Evidence(WrittenList):
    ownership: OwnedEvidence


class Lists(Section):
    plans: SiteList
    institutions: SiteList
    persons: SiteList
    commitments: SiteList
    measures: Measures
    milestones: Milestones
    recommendations: Recommendations
    rounds: SiteList
    replies: Replies
    meetings: Meetings
    attendances: Attendances
    evidence: Evidence


class CompletionWords(Section):
    """The site's choice for each code; they must differ, so that a choice read back means one code."""

    no_evidence: Title = Field(description="the site's choice for “no evidence available”")
    not_started: Title = Field(description="the site's choice for “not started”")
    limited: Title = Field(description="the site's choice for “limited”")
    substantial: Title = Field(description="the site's choice for “substantial”")
    complete: Title = Field(description="the site's choice for “complete”")
    withdrawn: Title = Field(description="the site's choice for “withdrawn”")

    @model_validator(mode="after")
    def _differ(self) -> Self:
        words = list(self.model_dump().values())
        if len(set(words)) < len(words):
            raise PydanticCustomError("rule", "expected a different choice for each code")
        return self


class SharePoint(Section):
    site_url: WebAddress = Field(
        description="the site's https address (plain http on this machine only), such as https://forum.sharepoint.example/sites/ogp"
    )
    tenant: str = Field(description="the tenant's name or id, as the sign-in service knows it")
    client_id: str = Field(description="the application's (client's) id")
    certificate: File = Field(description="an existing PEM file with the private key and the certificate")
    authority: HttpsAddress = Field(
        min_length=1, description="an https address, such as https://login.microsoftonline.com"
    )
    ca_bundle: File = Field(description="an existing PEM file with the authorities to trust, or nothing")
    instance_discovery: bool = Field(description="true or false")
    company: str = Field(
        pattern=r"^[A-Za-z0-9 ._-]{1,60}$",
        description="a name in plain Latin letters, such as Valsts kanceleja",
    )
    webhook_url: WebAddress = Field(
        description="an https address that the site can reach, or nothing to ask each minute alone"
    )
    answer_seconds: int = Field(
        ge=5, le=60, description="seconds to wait for the site to go on with an answer, 5 to 60, such as 11"
    )
    units_per_minute: int = Field(
        ge=0, le=100_000, description="how many resource units to spend a minute, such as 1000, or 0 for no limit"
    )
    lists: Lists
    completion: CompletionWords
