"""Settings: text from files and the environment made into one forum's typed settings, or every mistake at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pydantic import ValidationError
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from config.ladders import Nudges
from config.layers import Layer, gather
from config.mistakes import lacking, told
from config.sections import (
    Backup,
    Care,
    Database,
    Email,
    Engine,
    Forum,
    Letters,
    Links,
    Publication,
    SharePoint,
    Telegram,
    Web,
    Workspace,
)
from config.voices import Voices


class BadSettings(Exception):
    """The settings cannot be used. ``mistakes`` has one sentence each, and never a value that was set."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = list(mistakes)


class Settings(BaseSettings):
    """One forum's settings. Made by `read`."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    forum: Forum
    database: Database
    engine: Engine
    backup: Backup
    care: Care
    letters: Letters
    publication: Publication
    links: Links
    telegram: Telegram
    email: Email
    web: Web
    workspace: Workspace
    sharepoint: SharePoint
    nudges: Nudges
    voices: Voices

    def secrets(self) -> tuple[str, ...]:
        """Every secret there is, as it may stand in a text: what `config.logs` must never let out."""
        token = self.telegram.token.get_secret_value()
        password = urlsplit(self.database.url).password or ""
        found = (
            token,
            token.partition(":")[2],
            self.telegram.webhook_secret.get_secret_value(),
            self.email.password.get_secret_value(),
            self.voices.private_key.get_secret_value(),
            password,
            unquote(password),
        )
        return tuple(dict.fromkeys(one for one in found if one))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The layers that `read` gathered, in the place of the library's sources: those pass over an unknown name in
        the environment in silence, stop at the first value they cannot decode, and cannot say where a value stood."""
        assert isinstance(init_settings, InitSettingsSource)  # noqa: S101 (the library's own order of arguments)
        layers: Sequence[Layer] = init_settings.init_kwargs["layers"]
        return tuple(InitSettingsSource(settings_cls, layer.tables) for layer in reversed(layers))


def read(
    paths: Sequence[Path], environ: Mapping[str, str], *, spoken: Collection[str] | None = None
) -> tuple[Settings, ...]:
    """The settings of each file's forum, in the files' order; without a file, of the one that the environment sets.

    Weakest first: `defaults.toml`, the file, the folder of secrets (`FORUMBOT_SECRETS`, else `secrets` beside the
    file), `FORUMBOT_…` variables with `__` for nesting. ``spoken``: the languages that there are texts in (None: not
    asked).

    :raises BadSettings: with every mistake of every file.
    """
    mistakes: list[str] = []
    forums: list[Settings] = []
    files: Sequence[Path | None] = paths or [None]
    for path in files:
        layers = gather(path, environ)
        mistakes += [mistake for layer in layers for mistake in layer.mistakes] + lacking(layers)
        try:
            forums.append(_made(layers))
        except ValidationError as error:
            # Nothing of the library's error goes on: it knows the values.
            mistakes += told(error, layers, model=Settings, file=path)
    mistakes += _apart(forums) + _unspoken(forums, spoken)
    if mistakes:
        raise BadSettings(list(dict.fromkeys(mistakes)))
    return tuple(forums)


def _made(layers: Sequence[Layer]) -> Settings:
    # The library hands its arguments to `settings_customise_sources`, whatever their names.
    make: Callable[..., Settings] = Settings
    return make(layers=layers)


def _unspoken(forums: Sequence[Settings], spoken: Collection[str] | None) -> list[str]:
    """Languages in which nothing could be said."""
    lacking = dict.fromkeys(one for each in forums for one in each.forum.languages if one not in (spoken or (one,)))
    told = ", ".join(sorted(spoken or ()))
    return [f"forum.languages: there are no texts in “{one}”; there are in {told}" for one in lacking]


def _apart(forums: Sequence[Settings]) -> list[str]:
    """What forums of one installation must not share, and what they must."""
    mistakes = []
    if len({one.forum.key for one in forums}) < len(forums):
        mistakes.append("forum.key: expected a different key for each forum")
    if len({one.database.url for one in forums}) > 1:
        mistakes.append("database.url: expected the same database for all forums")
    if len({one.engine.kind for one in forums}) > 1:
        mistakes.append("engine.kind: expected the same engine for all forums")
    if any(one.engine.kind == "scale" and one.database.url.startswith("sqlite") for one in forums):
        mistakes.append("engine.kind: scale asks for a PostgreSQL database in database.url")
    return mistakes
