"""Filing: a body's contact, or a coordinator, has the letter made, and tells the number and date that close it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.buttons import Press
from bot.dialogues.scene import Answering, Commanding, Pressing, Scene, Toast
from bot.heard import Commanded, Pressed, Said
from forum import conversations, filings, people, reports, rounds, signing
from forum.conversations import Conversation
from forum.filings import Filing
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.rounds import Round
from forum.store.base import Values
from words.letters import reading
from words.letters.reading import Named
from words.moments import Problem

TOPIC = "filing"
# Our messages about one letter; a number and date in reply to one of them are that letter's.
ABOUT = ("filing", "filing-letter", "filing-signed", "filing-due")


def _asked(scene: Scene, heard: Commanded) -> None:
    """A member sees the letter of whom their body files through; a coordinator sees all, or the body that is named."""
    found = _rounds(scene)
    if not found:
        scene.say("no-round")
    elif scene.coordinators and heard.rest:
        _named(scene, found, heard.rest)
    elif scene.coordinators:
        for one in found:
            scene.say("filings", round=one.id)
    else:
        _own(scene, found)


def sent(scene: Scene, named: Named, about: Collection[int]) -> bool:
    """A message that says no more than that the letter went out closes the letter of the body that files; of which
    round, the message replied to says (``about``), or there is one alone. A number that it does not say for certain is
    asked for. False: nothing is filed here."""
    meant = _filed(scene)
    meant = [pair for pair in meant if pair[0].id in about] or meant
    if len(meant) == 1:
        one, body = meant[0]
        values: Values = {"round": one.id, "institution": body}
        filer, by = scene.session.get_one(Institution, body), next(p for p in scene.people if p.institution_id == body)
        if not named.number:
            _await(scene, by, "number", values)
            scene.say("filing-unsure", **values)
            return True
        _dated(scene, (one, filer, by), values, named.number, named.on, unclear=False)
        return True
    return offered(scene)


def rounds_of(scene: Scene, message: OutgoingMessage) -> set[int]:
    """The round of a message about a letter."""
    filing = scene.session.get(Filing, message.values.get("filing", 0))
    number = filing.round_id if filing is not None else message.values.get("round")
    return {int(number)} if number is not None else set()


def offered(scene: Scene) -> bool:
    """Where the letters stand that this chat's bodies file, for the number to be told there; False: they file none."""
    meant = _filed(scene)
    for one, body in meant:
        scene.say("filing", round=one.id, institution=body)
    return bool(meant)


def _filed(scene: Scene) -> list[tuple[Round, int]]:
    """The rounds and bodies of this chat whose letters may be told of."""
    through = filings.filers(scene.session, scene.forum)
    return [
        (one, body)
        for one in _rounds(scene)
        for body in dict.fromkeys(by.institution_id for by in scene.people)
        if body is not None and through[body] == body and filings.shares(scene.session, one, body, day=scene.at.day)
    ]


def _rounds(scene: Scene) -> list[Round]:
    """Those that run; where no further one does, those too that were locked lately, or was due last: an official letter
    is kept after the lock, too."""
    found = rounds.running(scene.session, scene.forum, day=scene.at.day)
    last = reports.latest(scene.session, scene.forum, day=scene.at.day)
    if last is None or last in found:
        return found
    over = reports.over(scene.session, scene.forum, day=scene.at.day) or [last]
    return [*found, *(one for one in over if one not in found)]


def _named(scene: Scene, found: list[Round], text: str) -> None:
    bodies = people.institutions(scene.session, scene.forum)
    meant = [body for body in bodies if text.casefold() in (body.code.casefold(), body.name.casefold())]
    through = filings.filers(scene.session, scene.forum)
    for one in found:
        for filer in dict.fromkeys(through[body.id] for body in meant):
            scene.say("filing", round=one.id, institution=filer)
    if not meant:
        scene.say("no-such-body", text=text, codes=[body.code for body in bodies])


def _own(scene: Scene, found: list[Round]) -> None:
    """Whoever's body files through another hears through which, for there the letter is made."""
    through = filings.filers(scene.session, scene.forum)
    own = dict.fromkeys(person.institution_id for person in scene.people if person.institution_id is not None)
    for body in own:
        if through[body] != body:
            scene.say("filing-through", code=scene.session.get_one(Institution, through[body]).code)
    filing = [body for body in own if through[body] == body]
    for one in found:
        for body in filing:
            scene.say("filing", round=one.id, institution=body)
    if not own:
        scene.say("filing-nobody")


def _of(scene: Scene, press: Press) -> tuple[Round, Institution, Person] | None:
    """The round, the body that files, and who of this chat may see to its letter: its own people, and coordinators."""
    first, _, second = str(press.subject).partition("-")
    one, body = scene.session.get(Round, int(first)), scene.session.get(Institution, int(second or 0))
    if one is None or body is None or scene.forum not in (one.forum, body.forum) or one.forum != body.forum:
        return None
    filer = scene.session.get_one(Institution, filings.filers(scene.session, scene.forum)[body.id])
    by = next((one for one in scene.people if one.institution_id == filer.id), None)
    by = by or next(iter(scene.coordinators), None)
    return (one, filer, by) if by else None


def _shown(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = _of(scene, press)
    if found is None:
        return scene.toast("not-yours")
    scene.say("filing", round=found[0].id, institution=found[1].id)
    return None


def _make(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = _of(scene, press)
    if found is None:
        return scene.toast("not-yours")
    one, filer, by = found
    filing = signing.make(scene.session, one, filer, by=by, at=scene.at)
    if filing is None:
        scene.say("filing-empty", round=one.id, institution=filer.id)
    else:
        scene.say("filing-letter", filing=filing.id)
    return None


def _number(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    found = _of(scene, press)
    if found is None:
        return scene.toast("not-yours")
    one, filer, by = found
    _await(scene, by, "number", {"round": one.id, "institution": filer.id})
    scene.say("filing-number", round=one.id, institution=filer.id)
    return None


def _await(scene: Scene, by: Person, step: str, values: Values) -> None:
    conversations.ask(
        scene.session, scene.forum, person_id=by.id, topic=TOPIC, step=step, values=values, now=scene.at.now
    )


def _said(scene: Scene, asked: Conversation, heard: Said) -> None:
    """The number and date in one message; a date that is missing is asked for by itself."""
    about = {name: asked.values[name] for name in ("round", "institution")}
    found = _of(scene, Press(0, "", f"{about['round']}-{about['institution']}"))
    if found is None:
        conversations.end(scene.session, asked)
        scene.say("not-yours-text")
        return
    if asked.step == "date":
        day = reading.read_day(heard.text, today=scene.at.day)
        _dated(scene, found, about, asked.values["number"], None if isinstance(day, Problem) else day, unclear=True)
        return
    named = reading.read(heard.text, today=scene.at.day)
    if not any(map(str.isdigit, named.number)) or len(named.number) > signing.LONGEST:
        scene.say("filing-number", **about)
    else:
        _dated(scene, found, about, named.number, named.on, unclear=False)


def _dated(
    scene: Scene,
    found: tuple[Round, Institution, Person],
    about: Values,
    number: str,
    on: date | None,
    *,
    unclear: bool,
) -> None:
    one, filer, by = found
    if on is None or on > scene.at.day:
        _await(scene, by, "date", {**about, "number": number})
        wrong = unclear and on is None
        scene.say("filing-future" if on else "filing-unclear" if wrong else "filing-date", **about, number=number)
        return
    conversations.leave(scene.session, scene.forum, scene.person_ids)
    filing = signing.sign(scene.session, one, filer, number=number, on=on, by=by, at=scene.at)
    scene.say("filing-signed", filing=filing.id)


def _reopen(scene: Scene, heard: Pressed, press: Press) -> Toast | None:
    """A number that was told by mistake is taken back by a coordinator."""
    found = _of(scene, press)
    filing = filings.newest(scene.session, found[0], found[1].id) if found else None
    if found is None or not scene.coordinators:
        return scene.toast("not-yours")
    if filing is None or not signing.reopen(scene.session, filing, by=scene.coordinators[0], at=scene.at):
        return scene.toast("already-done")
    scene.say("filing-reopened", round=found[0].id, institution=found[1].id)
    return None


PRESSED: dict[str, Pressing] = {
    "filing": _shown,
    "filing-make": _make,
    "filing-number": _number,
    "filing-reopen": _reopen,
}
ANSWERED: dict[str, Answering] = {TOPIC: _said}
ASKED = dict.fromkeys(("filing-number", "filing-unsure", "filing-date", "filing-unclear", "filing-future"), TOPIC)
COMMANDS: dict[str, Commanding] = {"vestule": _asked, "letter": _asked}
