"""Logs a token, a password, an address and a number in every way that a service might by mistake.

Run as a program of its own by `test_logs.py`: what it writes must hold none of them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
import threading
import warnings

import structlog

from config.logs import configure

TOKEN, PASSWORD, EMAIL, PHONE = sys.argv[1:5]
URL = f"https://api.telegram.example/bot{TOKEN}/getMe"


class Clumsy:
    def __str__(self) -> str:
        raise ValueError(TOKEN)


class Leaking:
    def __del__(self) -> None:
        raise ValueError(URL)


def reach() -> None:
    raise ConnectionError(f"cannot reach {URL}")


def fail() -> None:
    try:
        reach()
    except ConnectionError as error:
        raise RuntimeError(f"{EMAIL} {PASSWORD}") from error


def through_structlog() -> None:
    log = structlog.get_logger()
    log.info("started", url=URL, count=3)
    log.info(f"message {TOKEN} {PASSWORD} {EMAIL} {PHONE}")
    log.info("nested", values={"a": [URL, (EMAIL, {PHONE})], TOKEN: b"x" + PASSWORD.encode()}, clumsy=Clumsy())
    log.info("named", chat_id=123456789, token="abc", email="x")
    log.info("large", number=2**70)
    with contextlib.suppress(TypeError):
        log.info("pair %s", TOKEN)
    try:
        fail()
    except RuntimeError:
        log.exception("failed", action="push")
    with structlog.contextvars.bound_contextvars(member=EMAIL):
        log.warning("bound")


def through_logging() -> None:
    log = logging.getLogger("some.library")
    log.warning("GET %s 200", URL)
    log.warning("wrong number of values %s %s", TOKEN)  # noqa: PLE1206
    log.warning("clumsy %s", Clumsy())
    log.warning("named", extra={"action": "imported", "other": TOKEN})
    logging.getLogger("httpx").info("HTTP Request: POST %s", URL)
    logging.getLogger("httpx").warning("slow: %s", URL)
    try:
        fail()
    except RuntimeError:
        log.exception("it failed: %s", TOKEN)
    warnings.warn(f"deprecated: {TOKEN}", stacklevel=1)


async def through_asyncio() -> None:
    task = asyncio.create_task(asyncio.to_thread(fail))
    await asyncio.wait([task])
    asyncio.get_running_loop().call_exception_handler({"message": URL, "exception": ValueError(TOKEN)})


def main() -> None:
    configure([TOKEN, PASSWORD])
    through_structlog()
    through_logging()
    asyncio.run(through_asyncio())
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    Leaking()
    fail()


if __name__ == "__main__":
    main()
