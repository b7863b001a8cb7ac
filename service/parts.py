"""Parts: settings become what a service is made of."""

from __future__ import annotations

from importlib.metadata import version

from bot.email.imap import Place
from bot.email.mailbox import Mailbox
from bot.telegram.intake import Hook
from config.policies import policy
from config.settings import Settings
from forum.store.door import Store
from forum.times import Clock
from service import locking
from service.backups import backups
from service.outfit import Outfit
from sync.fields import Owner
from sync.lists import ListNames
from sync.owning import Owners
from sync.workspace import Workspace


def outfit(settings: Settings, store: Store, clock: Clock) -> Outfit:
    """One forum's outfit over this memory, by this clock."""
    return Outfit(
        forum=settings.forum.key,
        store=store,
        policy=policy(settings),
        clock=clock,
        workspace=workspace(settings),
        token=settings.telegram.token.get_secret_value(),
        base_url=settings.telegram.base_url,
        backups=backups(settings),
        certificate=settings.sharepoint.certificate,
        told_at=settings.sharepoint.webhook_url,
        hook=_hook(settings),
        owners=owners(settings),
        mailbox=mailbox(settings),
        requests=locking.requests(settings.database.url),
        title=settings.forum.title,
        links=settings.links.check,
    )


def _hook(settings: Settings) -> Hook | None:
    told = settings.telegram
    return Hook(url=told.webhook_url, secret=told.webhook_secret.get_secret_value()) if told.webhook_url else None


def mailbox(settings: Settings) -> Mailbox | None:
    """The mailbox that the forum writes mails from; None where none is set."""
    email = settings.email
    if not email.host:
        return None
    return Mailbox(
        host=email.host,
        port=email.port,
        starttls=email.starttls,
        sender=email.sender,
        title=settings.forum.title,
        reply_to=email.reply_to,
        user=email.user,
        password=email.password.get_secret_value(),
        ca_bundle=email.ca_bundle,
        per_minute=email.per_minute,
        post=_post(settings),
    )


def _post(settings: Settings) -> Place | None:
    email = settings.email
    if not email.imap_host:
        return None
    return Place(
        host=email.imap_host,
        port=email.imap_port,
        tls=email.imap_tls,
        user=email.user,
        password=email.password.get_secret_value(),
        folder=email.imap_folder,
        ca_bundle=email.ca_bundle,
    )


def owners(settings: Settings) -> Owners:
    """Whose word counts in which column, of a site or a workbook."""
    return Owners(list_names(settings))


def workspace(settings: Settings, *, trying: bool = False) -> Workspace | None:
    """The forum's workspace; None where none is set. Its client is loaded here, as it takes its time. ``trying``: not
    even the numbers of a workbook's new rows are written."""
    if settings.workspace.kind == "workbook":
        return _workbook(settings, trying=trying)
    from sync.sharepoint import budget
    from sync.sharepoint.sessions import TO_CONNECT
    from sync.sharepoint.site import SharePoint

    site = settings.sharepoint
    if not site.site_url or site.certificate is None:
        return None
    return SharePoint(
        site_url=site.site_url,
        tenant=site.tenant,
        client_id=site.client_id,
        certificate=site.certificate,
        authority=site.authority,
        ca_bundle=site.ca_bundle,
        instance_discovery=site.instance_discovery,
        lists=list_names(settings),
        completion=site.completion.model_dump(),
        company=site.company,
        version=version("forumbot"),
        spending=budget.shared(site.site_url, site.client_id, site.units_per_minute),
        forum_zone=settings.forum.timezone,
        limits=(TO_CONNECT, float(site.answer_seconds)),
    )


def _workbook(settings: Settings, *, trying: bool) -> Workspace | None:
    from sync.workbook.workbook import Workbook

    if settings.workspace.path is None:
        return None
    return Workbook(
        settings.workspace.path,
        zone=settings.forum.timezone,
        lists=list_names(settings),
        completion=settings.sharepoint.completion.model_dump(),
        trying=trying,
    )


def list_names(settings: Settings) -> dict[str, ListNames]:
    """How the settings call the lists and their columns, and who owns which, by noun in the plural."""
    return {
        noun: ListNames(one.title, one.columns, {name: Owner(word) for name, word in one.owners().items()})
        for noun, one in settings.sharepoint.lists
    }
