"""Checking: whether all that forumbot needs can be used, what will stop it soon, and who can be reached."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from config.policies import policy
from config.settings import Settings
from forum import inviting, mailing
from forum.findings import Finding
from forum.forums import Forum
from forum.inviting import Guest, Link
from forum.people import Role
from forum.store import migrate
from forum.store.door import Store
from forum.store.errors import StoreError, StoreUnavailable
from forum.times import Clock, real
from service.asking_channels import asked, row
from service.once import NO_SITE, Rows, said
from service.parts import workspace
from sync.sharepoint import certificate
from sync.workspace import ListFit, SignInFailed, Workspace, WorkspaceError

# A new certificate goes through a tenant's administrator: that may take its weeks.
SOON = timedelta(days=30)

NO_COORDINATOR = "no coordinator can be reached, so nobody hears of troubles: make a link with `forumbot invite`"


async def check_once(settings: Settings, *, clock: Clock = real) -> Rows:
    """What can be used and what cannot: a row each, with a ``note`` and its ``trouble`` (empty: none)."""
    rows: Rows = [await asyncio.to_thread(_store, settings)]
    rows += await asyncio.to_thread(_site, settings, clock)
    rows += await asked(settings)
    if not rows[0]["trouble"]:
        rows.append(await asyncio.to_thread(_members, settings, clock))
    return rows


def _found(settings: Settings, what: str, finding: Finding | None) -> dict[str, Any]:
    if finding is None:
        return row(what)
    told = said(settings, finding)
    return row(what, trouble=told["text"], finding=told)


def _store(settings: Settings) -> dict[str, Any]:
    try:
        migrate.check(settings.database.url)
    except StoreUnavailable as trouble:
        missing = settings.database.url.startswith("sqlite") and "no such file" in str(trouble)
        return row("database", trouble="there is none yet: run `forumbot migrate`" if missing else str(trouble))
    except StoreError as trouble:
        return row("database", trouble=str(trouble))
    return row("database")


def _site(settings: Settings, clock: Clock) -> Rows:
    place = workspace(settings)
    if place is None:
        return [_found(settings, "site", NO_SITE)]
    pem = settings.sharepoint.certificate if settings.workspace.kind == "sharepoint" else None
    try:
        rows = [_certificate(settings, pem, now=clock())] if pem is not None else []
        return [*rows, *_opened(settings, place)]
    finally:
        place.close()


def _opened(settings: Settings, place: Workspace) -> Rows:
    try:
        permissions = place.permissions()
        fits = place.open()
        zone = _zone(settings, place.zone())
    except WorkspaceError as trouble:
        return [_found(settings, "site", trouble.finding)]
    allowed = [row("permission", note=", ".join(permissions))] if permissions else []
    return [row("site", note=zone), *allowed, *(_list(settings, fit) for fit in fits.values())]


def _list(settings: Settings, fit: ListFit) -> dict[str, Any]:
    """A list that fits, with what is odd about it; or why it does not, or that nobody made it."""
    row = _found(settings, f"list {fit.title}", fit.reason)
    if not fit.reason and not fit.list_id:
        made = settings.workspace.kind == "sharepoint"
        way = "the forum does without it: `forumbot provision` makes it" if made else "what it would hold is kept here"
        return {**row, "note": f"there is none, and {way}"}
    return {**row, "note": "\n".join(said(settings, one)["text"] for one in fit.remarks)}


def _zone(settings: Settings, there: str) -> str:
    """Days are read in the site's own zone, so that another one than the forum's is no trouble, but puzzles people."""
    here = settings.forum.timezone.key
    if there == here:
        return f"its time zone is the forum's, {here}"
    return f"its time zone is {there}, the forum's is {here}: days are read rightly, hours look odd on the site"


def _certificate(settings: Settings, pem: Path, *, now: datetime) -> dict[str, Any]:
    """An end that is near is a trouble: after it nothing is read or written."""
    try:
        end = certificate.ends(pem)
    except SignInFailed as trouble:
        return _found(settings, "certificate", trouble.finding)
    left = end - now
    when = f"it ends on {end.date()}, in {left.days} days" if left > timedelta() else f"it ended on {end.date()}"
    renew = "make a new one and have it uploaded in Microsoft Entra, as at the beginning"
    return row("certificate", **({"trouble": f"{when}: {renew}"} if left < SOON else {"note": when}))


def _members(settings: Settings, clock: Clock) -> dict[str, Any]:
    with Store.open(settings.database.url, reading=True) as store:
        return store.read_now(_reached, settings, clock)


def _reached(session: Session, settings: Settings, clock: Clock) -> dict[str, Any]:
    """Who can be written to, who cannot and why; a trouble where no coordinator would hear of troubles."""
    forum = session.get(Forum, settings.forum.key)
    now = clock()
    found = inviting.guests(session, settings.forum.key, now=now, day=policy(settings).day(now)) if forum else []
    if forum is None or not found:
        return row("members", note="nobody is known yet: run `forumbot sync`")
    by_mail = mailing.reachable(session, forum.key) if settings.email.host else set[int]()
    others = [one for one in found if one.person.id not in by_mail]
    closed = _names(others, Link.CLOSED)
    missing = _names(others, Link.NONE, Link.WAITING, Link.EXPIRED)
    joined = [one for one in found if one.link is Link.JOINED]
    reached = [one for one in found if one in joined or one.person.id in by_mail]
    how = f", {len(joined)} of them in a chat" if settings.email.host else " in a chat"
    lines = [f"{len(reached)} of {len(found)} can be reached{how}"]
    lines += [f"closed the chat: {', '.join(closed)}"] if closed else []
    lines += [f"{'no e-mail' if settings.email.host else 'not joined'}: {', '.join(missing)}"] if missing else []
    lines.append(_switched(forum))
    trouble = "" if forum.never_on or any(one.person.role is Role.COORDINATOR for one in reached) else NO_COORDINATOR
    return row("members", note="\n".join(lines), trouble=trouble, closed=closed, missing=missing)


def _switched(forum: Forum) -> str:
    if forum.paused_at is None:
        return "messages to members are on"
    return "messages to members are not switched on yet" if forum.never_on else "messages to members are paused"


def _names(found: list[Guest], *links: Link) -> list[str]:
    return [one.person.name for one in found if one.link in links]
