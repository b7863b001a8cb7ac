"""A lockdown: links, buttons and keys are dead at once, the channel rests, and members hear by their other way."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import forums, links, lockdown
from forum.enrolment import Address
from forum.inbox import IncomingMessage
from forum.lockdown import NotLocked, SecretNotChanged
from forum.people import Person
from tests.bot.email.post import Post, text
from tests.bot.email.replies import reply
from tests.bot.email.test_reached import IZM, VARAM, VK, cast
from tests.bot.town import Town, last, said, toasts
from tests.facts import FORUM, at, riga

LEAKED, FRESH = "0" * 64, "1" * 64
NIGHT = "2021-01-18 22:00"


def states(post: Post) -> set[tuple[str, str]]:
    return {(row.channel, row.state.value) for row in post.town.all(Address)}


def _unlocks_with_a_new_secret_alone(town: Town) -> None:
    for mark, refusal in ((LEAKED, SecretNotChanged), (FRESH, None), (FRESH, NotLocked)):
        raised = None
        try:
            town.store.do_now(lockdown.unlock, FORUM, mark=mark, at=at("2021-01-20"))
        except (NotLocked, SecretNotChanged) as trouble:
            raised = type(trouble)
        assert raised is refusal


async def test_a_leaked_bot(read_post: Post) -> None:
    post, town = read_post, read_post.town
    people = cast(post)
    town.make(lambda facts: facts.joins(people["VARAM"]))
    town.make(lambda facts: facts.joins(people["IZM"]))
    izm, varam = town.of(people["IZM"]), town.of(people["VARAM"])

    def only_chat(session: Session) -> None:
        session.get_one(Person, people["VARAM"].id).email = ""

    town.do(only_chat)
    await post.settle()
    page = town.do(lambda session: links.make(session, session.get_one(Person, people["IZM"].id), now=riga(NIGHT)))
    assert (len(said(izm)), len(said(varam)), post.to(IZM)) == (1, 1, [])
    town.clock.set(riga(NIGHT))

    found = town.do(lambda session: lockdown.lock(session, FORUM, "telegram", mark=LEAKED, at=at(NIGHT)))
    assert (found.told, found.untold) == (1, ["VARAM kontaktpersona"])
    assert states(post) == {("telegram", "resting"), ("email", "confirmed")}
    izm.presses(last(izm).id, "Atbildēt")
    varam.says("Izpildīts. Pa nakti.")
    await town.settle()
    assert text(post.to(IZM)[0]).startswith("Drošības dēļ foruma sarunas lietotnē Telegram ir apturētas.")
    assert (len(said(izm)), toasts(izm), town.versions()) == (1, [], [])
    read = town.do(lambda session: links.read(session, FORUM, page, now=riga(NIGHT), day=riga(NIGHT).date()))
    assert read.refusal is links.Refusal.UNKNOWN
    town.clock.set(riga("2021-01-20 10:00"))
    town.put(people["IZM"], "welcome-back", asked=False)
    await post.settle()
    assert (len(post.to(IZM)), len(said(izm))) == (2, 1)

    _unlocks_with_a_new_secret_alone(town)
    await town.settle()
    assert states(post) == {("telegram", "confirmed"), ("email", "confirmed")}
    assert toasts(izm) == ["Šī poga vairs nedarbojas."]  # the old press is read by now, and is dead
    assert town.versions() == [("complete", "Pa nakti.")]  # what was said meanwhile was kept


async def test_a_leaked_mailbox(read_post: Post) -> None:
    post, town = read_post, read_post.town
    people = cast(post)
    town.make(lambda facts: facts.joins(people["VK"]))
    chief = town.of(people["VK"])
    await post.settle()
    (mail,) = post.to(IZM)
    town.clock.set(riga(NIGHT))
    found = town.do(lambda session: lockdown.lock(session, FORUM, "email", mark=LEAKED, at=at(NIGHT)))
    assert (found.told, sorted(found.untold)) == (1, ["IZM kontaktpersona", "VARAM kontaktpersona"])
    await post.comes(reply(mail, "Izpildīts. Pa nakti."))
    await post.settle()
    assert (town.versions(), len(post.to(IZM)), len(post.to(VARAM))) == ([], 1, 1)
    assert [row.state.value for row in town.all(IncomingMessage)] == ["new"]
    assert "vēstules e-pastā ir apturētas" in last(chief).text
    town.do(lambda session: lockdown.unlock(session, FORUM, mark=FRESH, at=at("2021-01-20")))
    await town.settle()
    # Its key died with the secret: it is kept, and the member is asked.
    assert text(post.to(IZM)[-1]).startswith("Teksts ir saglabāts: «Izpildīts. Pa nakti.»")


async def test_what_went_in_and_out_is_listed(read_post: Post) -> None:
    post, town = read_post, read_post.town
    cast(post)
    begun = at(NIGHT).real
    await post.settle()
    await post.comes(reply(post.to(IZM)[0], "Izpildīts. Gatavs."))
    rows = town.store.read_now(lockdown.passed, FORUM, since=begun)
    assert sorted((row.way, row.channel, row.who, row.what) for row in rows if row.who.startswith("IZM")) == [
        ("received", "email", "IZM kontaktpersona", ""),
        ("sent", "email", "IZM kontaktpersona", "nudge"),
    ]
    later = max(row.at for row in rows)
    assert [row.at for row in rows] == sorted(row.at for row in rows)
    assert [row.at for row in town.store.read_now(lockdown.passed, FORUM, since=later)] == [later]
    assert VK not in str(rows)
    assert town.store.read_now(forums.of, FORUM).locked is None
