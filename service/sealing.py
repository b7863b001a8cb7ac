"""The commands of what partners say unseen: make the keys, and open the views with a key that was kept elsewhere."""

from __future__ import annotations

import inspect
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from service.options import AsJson, Config, settings
from service.reporting import report


def sealing_key(
    out: Annotated[Path, typer.Option(help="The file for the private key; it opens what is sealed.")],
) -> None:
    """Make the keys of a blind round: the private one into a file, the public one to be put into the settings."""
    from forum import sealing

    private = sealing.new_key()
    try:
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(private.hex() + "\n")
    except OSError as error:
        sys.exit(f"forumbot: {out}: {error.strerror}")
    typer.echo(f'[voices]\npublic_key = "{sealing.public_of(private).hex()}"')


def reveal(
    round_key: Annotated[
        str, typer.Argument(metavar="ROUND", help="The round's key, as the list of reporting days has it.")
    ],
    key: Annotated[Path, typer.Option(help="The file that `forumbot sealing-key` wrote.")],
    *,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Open what partners said unseen in a round; from then on it stands beside the institutions' answers."""
    from forum.reports import NoSuchRound
    from forum.sealing import WrongKey
    from service.revealing import BadKey, reveal_once

    found = settings(config)
    if len(found) > 1:
        sys.exit("forumbot: a round is of one forum: give one --config")
    try:
        done = reveal_once(found[0], round_key, key)
    except (BadKey, NoSuchRound, WrongKey) as trouble:
        sys.exit(f"forumbot: {inspect.getdoc(type(trouble))} {trouble}")
    report({"revealed": [{"views": done.opened, "still sealed": done.left}]}, as_json=as_json)
