"""Nudging by hand: a coordinator reminds everyone who is awaited, or some, and is asked before a second time a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.buttons import Press
from bot.dialogues.chasing import body_of, chosen_so_far, running
from bot.dialogues.coordinating import for_coordinators
from bot.dialogues.scene import Pressing, Scene, Toast
from bot.heard import Pressed
from forum import chasing, enrolment, resting
from forum.awaited import Owed
from forum.chasing import Body, Earlier
from forum.forums import Forum
from forum.outbox import OutgoingMessage
from forum.rounds import Round


@dataclass(frozen=True)
class Wanted:
    """Whom a coordinator wants to remind: all that are awaited in a round, or the ``chosen`` bodies."""

    scene: Scene
    round: Round
    chosen: frozenset[int] | None = None

    @cached_property
    def bodies(self) -> list[Body]:
        found = chasing.bodies(self.scene.session, self.round, day=self.scene.at.day)
        return [one for one in found if one.awaited and (self.chosen is None or one.institution.id in self.chosen)]

    @cached_property
    def reachable(self) -> frozenset[int]:
        return frozenset(enrolment.ways(self.scene.session, self.scene.forum))

    @cached_property
    def share(self) -> dict[int, list[Owed]]:
        """Whom it would reach, and about what."""
        rests = resting.rests(self.scene.session, self.scene.forum, day=self.scene.at.day)
        return chasing.reached(self.bodies, reachable=self.reachable, rests=rests, chosen=self.chosen)

    def earlier(self) -> Earlier:
        scene = self.scene
        return chasing.earlier(scene.session, self.round, list(self.share), day=scene.at.day, policy=scene.policy)


def _pressed(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Remind all, one body, or those marked."""
    wanted = _wanted(scene, heard, press)
    if wanted is None:
        return scene.toast("round-closed")
    if not wanted.share:
        return scene.toast("nobody-to-nudge")
    if scene.session.get_one(Forum, scene.forum).paused_at is not None:
        return scene.toast("nudges-paused")
    earlier = wanted.earlier()
    if earlier.at is not None:
        _ask_first(scene, wanted, earlier, at=earlier.at)
    elif not _send(scene, wanted, list(wanted.share), nth=earlier.nth):
        return scene.toast("already-done")
    if press.action == "choose-send":
        scene.say("awaited", edits=heard.ref, round=wanted.round.id)
    return None


def _wanted(scene: Scene, heard: Pressed, press: Press) -> Wanted | None:
    if press.action == "nudge-body":
        found = body_of(scene, press.subject)
        return Wanted(scene, found[0], frozenset({found[1].institution.id})) if found else None
    one = running(scene, press.subject)
    if one is None or press.action == "nudge-all":
        return Wanted(scene, one) if one else None
    kept = chosen_so_far(scene, heard)
    return Wanted(scene, one, frozenset(kept["chosen"])) if kept else None


def _ask_first(scene: Scene, wanted: Wanted, earlier: Earlier, *, at: datetime) -> None:
    scene.say(
        "nudge-before",
        round=wanted.round.id,
        chosen=None if wanted.chosen is None else sorted(wanted.chosen),
        nth=earlier.nth,
        at=at.isoformat(),
        count=len(earlier.people),
        total=len(wanted.share),
    )


def _decided(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """Once more, to those who had none today, or not: the question loses its buttons, what was done is told anew."""
    kept = scene.session.get_one(OutgoingMessage, press.message_id).values
    one = running(scene, str(kept["round"]))
    if one is None:
        return scene.toast("round-closed")
    choice = press.action.removeprefix("nudge-")
    if choice != "no":
        wanted = Wanted(scene, one, None if kept["chosen"] is None else frozenset(kept["chosen"]))
        had = wanted.earlier().people if choice == "rest" else frozenset()
        if not _send(scene, wanted, [person for person in wanted.share if person not in had], nth=kept["nth"]):
            return scene.toast("already-done")
    scene.say("nudge-before-said", edits=heard.ref, choice=choice)
    return None


def _send(scene: Scene, wanted: Wanted, people: list[int], *, nth: int) -> bool:
    """Remind these people and say so; False where another coordinator has done it in this very moment."""
    share = {person: wanted.share[person] for person in people}
    now, policy = scene.at.now, scene.policy
    won = chasing.nudge(scene.session, wanted.round, share, nth=nth, now=now, policy=policy)
    if not won:
        return False
    opens = policy.hours.next_open(now, policy.workdays)
    scene.say(
        "nudge-sent",
        round=wanted.round.id,
        count=len(won),
        later=None if opens == now else opens.isoformat(),
        resting=[one.institution.code for one in wanted.bodies if _left_out(wanted, one, reachable=True)],
        unreached=[one.institution.code for one in wanted.bodies if _left_out(wanted, one, reachable=False)],
    )
    return True


def _left_out(wanted: Wanted, body: Body, *, reachable: bool) -> bool:
    """Whether nobody of this body is reminded, though (or because nobody of it) can be written to."""
    people = {person.id for person in body.people}
    return not people & wanted.share.keys() and bool(people & wanted.reachable) is reachable


PRESSED: dict[str, Pressing] = {
    **dict.fromkeys(("nudge-all", "nudge-body", "choose-send"), for_coordinators(_pressed)),
    **dict.fromkeys(("nudge-again", "nudge-rest", "nudge-no"), for_coordinators(_decided)),
}
