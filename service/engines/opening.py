"""Which engine the settings ask for, made or told why it cannot be."""

from __future__ import annotations

from config.settings import Settings
from service.engines.embedded import Embedded
from service.engines.engine import Engine
from service.engines.errors import EngineMissing


def open_engine(settings: Settings) -> Engine:
    """The engine of these settings, not started. Raises EngineMissing, and NotMigrated where its tables are missing."""
    if settings.engine.kind == "embedded":
        return Embedded()
    _needed()
    from service.engines import layout
    from service.engines.scale import Scale

    layout.check(settings.database.url)
    return Scale(settings.database.url)


def lay_out(settings: Settings) -> None:
    """Lay out what the engine keeps in the database. Raises EngineMissing."""
    if settings.engine.kind == "scale":
        _needed()
        from service.engines import layout

        layout.lay_out(settings.database.url)


def _needed() -> None:
    try:
        import procrastinate  # noqa: F401 (whether it is there)
    except ImportError as error:
        raise EngineMissing from error
