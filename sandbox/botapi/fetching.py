"""Fetching: how the bot gets to know what people did, by asking for it or by having it posted."""

from __future__ import annotations

import asyncio

import httpx

from sandbox.botapi.refusal import JSON, Refusal, bad, terminated
from sandbox.botapi.world import Hook, World

BUSY = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_running: set[asyncio.Task[None]] = set()  # a task that nobody holds may vanish


async def get_updates(world: World, params: JSON) -> list[JSON]:
    """https://core.telegram.org/bots/api#getupdates; limits out of range are pulled in, as the server does."""
    if world.hook is not None:
        raise Refusal(409, BUSY)
    world.updates.allow(params.get("allowed_updates"))
    limit = params.get("limit", 100)
    return await world.updates.poll(
        params.get("offset", 0),
        limit=limit if 1 <= limit <= 100 else 100,
        seconds=min(max(params.get("timeout", 0), 0), 50),
    )


async def set_webhook(world: World, params: JSON) -> bool:
    """Post updates to an address from now on. An empty address takes the webhook away."""
    if not params["url"]:
        return await delete_webhook(world, params)
    if not params["url"].startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    _clear(world, params)
    world.updates.allow(params.get("allowed_updates"))
    world.updates.end_poll(terminated("setWebhook request"))
    world.hook = Hook(params["url"], params.get("secret_token", ""))
    task = asyncio.ensure_future(_post_all(world, world.hook))
    _running.add(task)
    task.add_done_callback(_running.discard)
    return True


async def delete_webhook(world: World, params: JSON) -> bool:
    _clear(world, params)
    if world.hook is not None:
        world.hook = None
        world.updates.end_poll(terminated("deleteWebhook request"))
    return True


async def get_webhook_info(world: World, _params: JSON) -> JSON:
    hook = world.hook or Hook("")
    info: JSON = {"url": hook.url, "has_custom_certificate": False}
    info["pending_update_count"] = world.updates.count()
    return {**info, "last_error_message": hook.error} if hook.error else info


def _clear(world: World, params: JSON) -> None:
    if params.get("drop_pending_updates"):
        world.updates.clear()


async def _post_all(world: World, hook: Hook) -> None:
    """Post one update after the other while the webhook stands; one that is not taken is tried again."""
    offset, failed = 0, 0
    while world.hook is hook:
        try:
            found = await world.updates.poll(offset, limit=1, seconds=50)
        except Refusal:
            return
        if found and await _post(hook, found[0]):
            offset, failed = found[0]["update_id"] + 1, 0
        elif found:
            failed += 1
            await asyncio.sleep(min(0.1 * 2**failed, 5.0))


async def _post(hook: Hook, update: JSON) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
    try:
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.post(hook.url, json=update, headers=headers)
    except httpx.HTTPError as error:
        hook.error = f"Connection failed: {type(error).__name__}"
        return False
    hook.error = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
    return answer.is_success
