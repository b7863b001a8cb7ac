"""The command line: what a coordinator or an operator does with forumbot in a terminal."""

from __future__ import annotations

import asyncio
import inspect
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal

import typer

from service.importing import import_plan
from service.options import AsJson, Config, settings
from service.paper import commands
from service.rehearsal import rehearse
from service.reporting import brief, report
from service.resuming import resume
from service.sealing import reveal, sealing_key
from service.unreading import unread

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="forumbot keeps a stakeholder forum together: it syncs, nudges, listens and writes back.",
)


def main() -> None:
    """The entry point: troubles that have a name end as one clear line, without a trace."""
    from forum.store.errors import StoreError
    from service.engines.errors import EngineMissing

    try:
        app()
    except (StoreError, EngineMissing) as trouble:
        sys.exit(f"forumbot: {trouble}")


@app.command()
def run(
    config: Config = None,
    only: Annotated[
        Literal["bot", "sync", "web", "worker"] | None,
        typer.Option(help="Do one part alone, beside others over one PostgreSQL database; worker: all but the pages."),
    ] = None,
) -> None:
    """Run the service until Ctrl-C."""
    from service.pages import PortTaken
    from service.run import run as run_all

    found = settings(config)
    if only and found[0].database.url.startswith("sqlite"):
        sys.exit(f"forumbot: run --only {only} asks for PostgreSQL: one process alone holds a SQLite file")
    try:
        asyncio.run(run_all(found, only=only or ""))
    except PortTaken as trouble:
        sys.exit(f"forumbot: {inspect.getdoc(PortTaken)} {trouble}")


@app.command()
def migrate(config: Config = None) -> None:
    """Bring the database to this version's layout."""
    from forum.store import migrate as migrations
    from service.engines.opening import lay_out

    found = settings(config)[0]
    migrations.upgrade(found.database.url)
    lay_out(found)
    typer.echo("The database is up to date.")


@app.command()
def provision(
    config: Config = None,
    yes: Annotated[bool, typer.Option("--yes", help="Make what is lacking, instead of only showing it.")] = False,
    script: Annotated[
        Path, typer.Option(help="Where to write a script for whoever may make lists, if forumbot may not.")
    ] = Path("forumbot-lists.ps1"),
    as_json: AsJson = False,
) -> None:
    """Say which lists and columns the workspace lacks, and make them on a word; what is there is never changed."""
    from service.provisioning import provision_once

    found = {one.forum.key: provision_once(one, make=yes, script=script) for one in settings(config)}
    if as_json:
        report({forum: vars(one) for forum, one in found.items()}, as_json=True)
    else:
        for forum, one in found.items():
            if one.steps:
                report({forum: one.brief}, as_json=False)
            typer.echo("\n".join(filter(None, [*one.troubles, one.next_step])))
    if any(one.troubles or one.script for one in found.values()):
        raise typer.Exit(1)


@app.command()
def sync(
    config: Config = None,
    as_json: AsJson = False,
    full: Annotated[bool, typer.Option("--full", help="Read everything anew, not only what changed.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change, here and there.")] = False,
) -> None:
    """Read the workspace into the forum's memory once, and write what waits to be written."""
    from service.once import sync_once

    if dry_run:
        _try(config, full=full, as_json=as_json)
        return

    shown = sys.stderr.isatty() and not as_json
    found = {one.forum.key: asyncio.run(sync_once(one, full=full, shown=shown)) for one in settings(config)}
    if as_json:
        report({forum: rows for forum, (rows, _) in found.items()}, as_json=True)
    else:
        report({forum: [brief(row) for row in rows] for forum, (rows, _) in found.items()}, as_json=False)
    troubles = [f"{forum}: {trouble}" for forum, (_, trouble) in found.items() if trouble]
    if troubles:
        sys.exit("\n".join(f"forumbot: {one}" for one in troubles))


def _try(config: list[Path] | None, *, full: bool, as_json: bool) -> None:
    from service.trying import try_once

    found = {one.forum.key: asyncio.run(try_once(one, full=full)) for one in settings(config)}
    if as_json:
        report({forum: {"changes": rows, "troubles": why} for forum, (rows, why) in found.items()}, as_json=True)
    else:
        for forum, (rows, _) in found.items():
            report({f"{forum}: what would change": rows}, as_json=False) if rows else typer.echo(
                "Nothing would change."
            )
    troubles = [f"forumbot: {forum}: {one}" for forum, (_, why) in found.items() for one in why]
    if troubles:
        sys.exit("\n".join(troubles))


@app.command()
def invite(
    person: Annotated[str, typer.Argument(help="The person's name or e-mail as in the roster.")],
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Make a personal single-use link for a person of the roster, and print it."""
    from bot.telegram.wire import ChatRefused
    from service.once import NoSuchPerson, invite_once

    found = settings(config)
    try:
        links = {one.forum.key: asyncio.run(invite_once(one, person)) for one in found}
    except (NoSuchPerson, ChatRefused) as trouble:
        sys.exit(f"forumbot: {trouble}")
    if as_json:
        report(links, as_json=True)
    else:
        typer.echo("\n".join(links.values()))


@app.command()
def erase(
    person: Annotated[str, typer.Argument(help="The person's name or e-mail as in the roster.")],
    config: Config = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Forget a person's chats and messages, their e-mail and telephone; answers given for a body stay with it."""
    from forum.store.errors import StoreError
    from service.once import NoSuchPerson, erase_once

    found = settings(config)
    if not yes:
        typer.confirm(f"Really forget {person}? This cannot be undone.", abort=True)
    try:
        for one in found:
            name = asyncio.run(erase_once(one, person))
            typer.echo(
                f"Forgotten: {name}. What a row of the roster says comes back with the next pull; clear it there."
            )
    except (NoSuchPerson, StoreError) as trouble:
        sys.exit(f"forumbot: {trouble}")


@app.command()
def lockdown(
    channel: Annotated[Literal["telegram", "email"], typer.Argument(help="Whose secret has leaked.")],
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d %H:%M"], help="The last good hour, in the forum's zone. Default: a day ago."),
    ] = None,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Make every link and button dead, stop a channel, tell members by their other way, list what went in and out."""
    from service.locking import NotTaken, lock_once

    for one in settings(config):
        begins = since.replace(tzinfo=one.forum.timezone) if since else datetime.now(UTC) - timedelta(days=1)
        try:
            done = lock_once(one, channel, since=begins)
        except NotTaken:
            sys.exit(f"forumbot: {inspect.getdoc(NotTaken)}")
        if as_json:
            report({one.forum.key: vars(done)}, as_json=True)
            continue
        report({f"{one.forum.key}: sent and received": done.passed}, as_json=False)
        typer.echo("\n".join(done.lines(channel)))


@app.command()
def unlock(config: Config = None) -> None:
    """After a lockdown, with a new secret in the settings: let the channel be used again."""
    from forum.lockdown import NotLocked, SecretNotChanged
    from service.locking import unlock_once

    try:
        for one in settings(config):
            typer.echo(f"{one.forum.key}: {unlock_once(one)} may be used again.")
    except (NotLocked, SecretNotChanged) as trouble:
        sys.exit(f"forumbot: {inspect.getdoc(type(trouble))} ({trouble})")


@app.command()
def backup(
    config: Config = None,
    out: Annotated[
        Path | None, typer.Option(help="The file to write. Default: one of today in backup.folder, or here.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Keep all that the memory holds in one file; may be done while the service runs."""
    from service.backups import backup_once

    kept = backup_once(settings(config)[0], out)
    report({"backup": [kept]}, as_json=as_json)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `forumbot backup` made.")],
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Lay out a backup in an empty database, SQLite or PostgreSQL; nothing is sent then until a coordinator says so."""
    from service.backups import restore_once

    report({"restore": [restore_once(settings(config)[0], file)]}, as_json=as_json)


@app.command()
def check(config: Config = None, as_json: AsJson = False) -> None:
    """Say whether database, site, lists, certificate and chat service can be used, and who can be reached."""
    from service.checking import check_once

    reports = {one.forum.key: asyncio.run(check_once(one)) for one in settings(config)}
    told = {
        forum: [
            {
                "ok": "✗" if row["trouble"] else "✓",
                "what": row["what"],
                "note": "\n".join(filter(None, [row["trouble"], row["note"]])),
            }
            for row in rows
        ]
        for forum, rows in reports.items()
    }
    report(reports if as_json else told, as_json=as_json)
    if any(row["trouble"] for report in reports.values() for row in report):
        raise typer.Exit(1)


commands(app)
app.command("import")(import_plan)
app.command("rehearse")(rehearse)
app.command("resume")(resume)
app.command("sealing-key")(sealing_key)
app.command("reveal")(reveal)
app.command("unread")(unread)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page is served on 127.0.0.1.")] = 8741,
) -> None:
    """Show the whole service at work, with the outside stood in for on this machine."""
    from service.demo import demo as show

    show(port)
