"""The outfit: what one forum's service is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.email.mailbox import Mailbox
from bot.telegram.intake import Hook
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock
from service.backups import Backups
from sync.owning import USUAL, Owners
from sync.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Outfit:
    """What a service is made of. ``token`` empty: no Telegram; ``workspace`` None: none is set up yet; ``told_at``:
    where the workspace may tell us that it has changed (empty: nowhere); ``hook``: where Telegram brings updates (None:
    they are fetched); ``mailbox``: that the forum writes mails from (None: no e-mail); ``requests``: where a command
    asks this process for a lockdown (None: it needs no help); ``title``: the forum's name as
    people know it (empty: it has none); ``links``: whether those given as evidence are looked at."""

    forum: str
    store: Store
    policy: Policy
    clock: Clock
    workspace: Workspace | None
    token: str
    base_url: str
    backups: Backups | None = None
    certificate: Path | None = None
    told_at: str = ""
    hook: Hook | None = None
    mailbox: Mailbox | None = None
    requests: Path | None = None
    title: str = ""
    owners: Owners = USUAL
    links: bool = False
