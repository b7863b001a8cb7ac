"""The demo page: the chats, the site's lists and a clock to turn, on one screen in a browser."""

from sandbox.page.stage import Actor, Service, Stage

__all__ = ["Actor", "Service", "Stage"]
