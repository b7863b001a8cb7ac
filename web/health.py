"""Health: whether the service lives, and whether it can remember."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from forum.store.errors import StoreError


def routes(remember: Callable[[], Awaitable[None]]) -> list[Route]:
    """``/healthz`` answers while the process serves; ``/readyz`` once ``remember`` has written to the memory."""

    async def healthz(request: Request) -> JSONResponse:
        return JSONResponse({"alive": True})

    async def readyz(request: Request) -> JSONResponse:
        try:
            await remember()
        except StoreError as trouble:
            return JSONResponse({"ready": False, "trouble": type(trouble).__name__}, status_code=503)
        return JSONResponse({"ready": True})

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
