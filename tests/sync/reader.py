"""A reader of its own, to be killed: it pulls the site once, in pages of so many rows."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from forum import forums
from forum.store.door import Store
from sync.pull import Pull
from sync.sharepoint.site import SharePoint
from tests.sync.conftest import FORUM, START


def main(url: str, site_url: str, certificate: str, ca_bundle: str, *app: str) -> None:
    client_id, authority, page = app
    workspace = SharePoint(
        site_url=site_url,
        tenant="vk",
        client_id=client_id,
        certificate=Path(certificate),
        authority=authority,
        ca_bundle=Path(ca_bundle),
        instance_discovery=False,
        page=int(page),
    )
    with Store.open(url) as store:
        store.do_now(forums.ensure, FORUM, now=START)
        asyncio.run(Pull(store, FORUM, workspace, lambda: START).run())


if __name__ == "__main__":
    main(*sys.argv[1:])
