"""A real client of the Bot API, set up for a service on this machine."""

from __future__ import annotations

import os
from typing import Any

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

# As the product has it: waits are told as time spans.
os.environ.setdefault("PTB_TIMEDELTA", "1")

# Plain http on loopback: to load the certificates of the world takes longer than a test.
PLAIN: dict[str, Any] = {"verify": False, "trust_env": False}


def bot_at(address: str, token: str) -> ExtBot[None]:
    """A bot that talks to the service at ``address``; use it with ``async with``."""
    return ExtBot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=HTTPXRequest(httpx_kwargs=PLAIN),
        get_updates_request=HTTPXRequest(httpx_kwargs=PLAIN),
    )
