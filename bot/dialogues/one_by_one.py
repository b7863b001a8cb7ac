"""One by one: what waits for a coordinator's word is settled all at once from its card, or one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.buttons import Press
from bot.dialogues.scene import Scene, Toast
from bot.heard import Pressed
from forum.store.base import Noun

N = TypeVar("N", bound=Noun)

# So many are asked about one by one at once.
MOST = 10


@dataclass(frozen=True)
class Waiting(Generic[N]):
    """What waits: ``up_to`` finds all that came no later than the one of a number, ``alone`` that one; ``kind`` is the
    message that asks about one."""

    kind: str
    up_to: Callable[[Scene, int], Sequence[N]]
    alone: Callable[[Scene, int], Sequence[N]]

    def rows(self, scene: Scene, press: Press) -> Sequence[N]:
        """Those that wait still: of a card (``all-5``: none that came after the fifth), or one alone (``one-5``)."""
        which, _, number = str(press.subject).partition("-")
        return (self.alone if which == "one" else self.up_to)(scene, int(number))

    def each(self, scene: Scene, heard: Pressed, press: Press) -> Toast | None:
        """Ask about each."""
        found = self.rows(scene, press)
        for row in found[:MOST]:
            scene.say(self.kind, message=row.id)
        return None if found else scene.toast("already-done")
