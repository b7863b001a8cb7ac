"""Telegram behind the channel port: the only place that knows the telegram library."""

import os

# The library then tells waits as time spans, as its next version will; without it, each 429 brings a warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")
