"""Elsewhere: a file whose bytes are still with the channel that it came over, and when it is asked for again."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, MappedAsDataclass, mapped_column

from forum import operations


class Elsewhere(MappedAsDataclass, kw_only=True, eq=False, repr=False):
    """``external_id``: what the ``channel`` calls the file; ``address``: the chat or mailbox that it came from, which
    is told what came of it. ``retry_at`` (real time), ``attempts`` and ``error`` tell of the fetching."""

    channel: Mapped[str] = mapped_column(String(24))
    address: Mapped[str] = mapped_column(String(320))
    external_id: Mapped[str] = mapped_column(String(200), default="")
    retry_at: Mapped[datetime | None] = mapped_column(default=None)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(Text, default="")

    def put_off(self, *, seconds: float | None, real: datetime) -> None:
        """The channel did not hand it out this time; it is asked again, after so many seconds where it said so."""
        self.attempts += 1
        self.retry_at = real + (timedelta(seconds=seconds) if seconds else operations.pause(self.attempts))
