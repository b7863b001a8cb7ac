"""Blocking calls on threads of their own, and what is loaded before the first of them."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time

import pytest

from sync.aside import aside


async def test_what_it_answers_or_raises_comes_back() -> None:
    assert await aside(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        await aside(divmod, 1, 0)


async def test_the_loop_goes_on_meanwhile() -> None:
    held = threading.Event()
    waiting = asyncio.create_task(aside(held.wait, 5))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    held.set()
    assert await waiting is True


def test_a_silent_site_does_not_hold_up_the_end() -> None:
    async def ended() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(aside(time.sleep, 20), 0.05)

    started = time.monotonic()
    asyncio.run(ended())
    assert time.monotonic() - started < 10


def test_neither_library_is_loaded_before_the_site_is_asked() -> None:
    words = "import sys, sync.pull, sync.push, sync.sharepoint.site; print({'msal', 'office365'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"
