"""The forum's memory on a PostgreSQL server: a few connections, each of which can be torn off from outside."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext

from forum.store import jsons
from forum.store.errors import NotDurable

if TYPE_CHECKING:
    import psycopg

WRITERS = 4
READERS = 4


def open_engine(at: URL, *, seconds: float) -> Engine:
    """The engine for all threads; connects at its first use. ``seconds`` is a unit's time limit."""
    engine = create_engine(
        at.set(drivername="postgresql+psycopg"),
        connect_args={
            "connect_timeout": max(2, int(seconds)),  # whole seconds; the driver takes at least 2
            "tcp_user_timeout": int(seconds * 1000),  # a second belt, where no answer comes even from the network
            "application_name": "forumbot",
        },
        pool_size=WRITERS + READERS,
        max_overflow=0,
        hide_parameters=True,
        json_serializer=jsons.dumps,
        json_deserializer=jsons.loads,
    )
    event.listen(engine, "handle_error", _forget_values)
    return engine


def conninfo(url: str) -> str:
    """This database's address as the driver itself takes it. It may hold a password."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def prepare(connection: Connection, seconds: float) -> None:
    """Once for each new connection: refuse a server that confirms too early, and have it let go of what we lost.

    Behind a dead network the server would hold our row locks for hours; a second after our own limit it gives up.
    Raises NotDurable.
    """
    if "prepared" in connection.info:
        return
    limit = f"{int((seconds + 1) * 1000)}ms"
    asked = (
        "SELECT current_setting('synchronous_commit'), set_config('statement_timeout', %(limit)s, false),"
        " set_config('idle_in_transaction_session_timeout', %(limit)s, false)"
    )
    confirms = connection.exec_driver_sql(asked, {"limit": limit}).scalar_one()
    connection.commit()
    if confirms == "off":
        raise NotDurable("synchronous_commit is off: set it to on for this database and role")
    connection.info["prepared"] = True


@contextmanager
def stopper(connection: Connection) -> Iterator[Callable[[], None]]:
    """What frees the thread that waits on ``connection``, from another thread: its socket is shut both ways.

    Keepalives and the server's own time limits do not help against a server that went silent. The socket is a
    twin of the driver's, so that it cannot by then be somebody else's.
    """
    with socket.socket(fileno=os.dup(driver(connection).fileno())) as twin:

        def shut() -> None:
            with suppress(OSError):  # gone already
                twin.shutdown(socket.SHUT_RDWR)

        yield shut


def driver(connection: Connection) -> psycopg.Connection[Any]:
    return cast("psycopg.Connection[Any]", connection.connection.driver_connection)


def _forget_values(context: ExceptionContext) -> None:
    """PostgreSQL repeats a broken row's values in its DETAIL line, where they would end in a log."""
    import psycopg  # here, as most forums have one file and no server

    cause = context.original_exception
    if not isinstance(cause, psycopg.Error) or not cause.sqlstate:
        return
    # class 22: a value that does not fit, which then stands in the first line itself
    text = type(cause).__name__ if cause.sqlstate.startswith("22") else cause.diag.message_primary
    cause.args = (text,)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(cause).__name__}) {text}",)
