"""Options: what most commands are given, and the settings they name."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from config.settings import Settings

Config = Annotated[
    list[Path] | None,
    typer.Option(
        "--config", "-c", help="A settings file; once for each forum. Default: forumbot.toml, if it is there."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Report as JSON.")]


def settings(config: list[Path] | None) -> tuple[Settings, ...]:
    """The settings of every forum asked for; ends with all mistakes at once where there are any."""
    from config import logs
    from config.settings import BadSettings, read
    from words.catalogue import languages

    default = Path("forumbot.toml")
    try:
        found = read(config or ([default] if default.exists() else []), os.environ, spoken=languages())
    except BadSettings as bad:
        where = "" if config or default.exists() else " (there is no forumbot.toml in this folder)"
        sys.exit(f"forumbot: the settings cannot be used{where}:\n" + "\n".join(f"  - {one}" for one in bad.mistakes))
    logs.configure([secret for one in found for secret in one.secrets()])
    return found
