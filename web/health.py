"""Health: whether the service lives, and whether it can remember."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from forum.store.errors import StoreError


def routes(remember: Callable[[], Awaitable[None]], lasting: Callable[[], Awaitable[list[str]]]) -> list[Route]:
    """``/healthz`` answers while the process serves; ``/readyz`` once ``remember`` has written to the memory, with the
    troubles that are ``lasting``: a mail server that is away is no reason to put the service out of work."""

    async def healthz(request: Request) -> JSONResponse:
        return JSONResponse({"alive": True})

    async def readyz(request: Request) -> JSONResponse:
        try:
            await remember()
            troubles = await lasting()
        except StoreError as trouble:
            return JSONResponse({"ready": False, "trouble": type(trouble).__name__}, status_code=503)
        return JSONResponse({"ready": True, **({"troubles": troubles} if troubles else {})})

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
