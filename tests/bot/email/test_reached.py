"""Reached by e-mail: whoever the roster gives an address has it from there, beside those who chose a chat."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.email.greeting import Greeting
from forum import alarms, mailing, preferences, privacy
from forum.enrolment import Address
from forum.forums import Forum
from forum.outbox import OutgoingMessage
from forum.people import ChannelName, Person, Role
from forum.pulses import Part
from forum.times import real
from sandbox.serving import Serving
from service.watching import Watching
from tests.bot.email.post import Post, key, text
from tests.bot.town import last, said
from tests.facts import FORUM, Facts, at, riga

IZM, VARAM, VK = "izm@izm.example", "varam@varam.example", "vk@vk.example"


def cast(post: Post, **more: str) -> dict[str, Person]:
    """Two bodies with a measure and a contact each, and a coordinator; all with an e-mail, none with a chat."""

    def make(facts: Facts) -> dict[str, Person]:
        found = {"VK": facts.person("VK koordinators", facts.body("VK"), role=Role.COORDINATOR, email=VK)}
        for code, address in (("IZM", IZM), ("VARAM", VARAM)):
            body = facts.body(code)
            found[code] = facts.person(f"{code} kontaktpersona", body, email=more.get(code, address))
            facts.measure(f"2.{len(found)}", body)
        facts.round()
        facts.opened("2021-01-18")
        return found

    return post.town.make(make)


def addresses(post: Post) -> list[tuple[str, str, str]]:
    return [(row.channel, row.address, row.state.value) for row in post.town.all(Address)]


async def test_everybody_with_an_address_is_reminded_and_nobody_joined(post: Post) -> None:
    cast(post)
    await post.settle()
    assert addresses(post) == [("email", one, "confirmed") for one in (VK, IZM, VARAM)]
    assert post.subjects(IZM) == ["Informācija par 2021. gadu: 2.2."]
    assert post.subjects(VARAM) == ["Informācija par 2021. gadu: 2.3."]
    post.town.clock.set(riga("2021-01-18 11:00"))
    await post.settle()
    (report,) = [text(mail) for mail in post.to(VK) if "Saņemtās atbildes" in text(mail)]
    assert "Nevar sasniegt" not in report
    assert post.town.asked("sendMessage") == []


async def test_mails_of_a_round_stand_together_and_are_numbered_for_good(post: Post) -> None:
    cast(post)
    await post.settle()
    izm, varam = post.to(IZM)[0], post.to(VARAM)[0]
    number = next(row.id for row in post.town.all(OutgoingMessage) if row.address == IZM)
    assert key(izm).startswith(f"{number}.")
    assert izm["References"] == varam["References"] == izm["In-Reply-To"]
    assert post.town.message(number).external_id == key(izm)


async def test_the_cell_of_the_roster_decides(post: Post) -> None:
    """Two addresses in a cell are no way; capitals are none of an address's."""
    people = cast(post, IZM="a@izm.example; b@izm.example", VARAM="  Varam@VARAM.example ")
    await post.decide()
    assert addresses(post) == [("email", VK, "confirmed"), ("email", VARAM, "confirmed")]

    def put_right(session: Session) -> None:
        session.get_one(Person, people["IZM"].id).email = IZM
        session.get_one(Person, people["VARAM"].id).channel = ChannelName.TELEPHONE

    post.town.do(put_right)
    await post.decide()
    assert addresses(post) == [("email", VK, "confirmed"), ("email", VARAM, "revoked"), ("email", IZM, "confirmed")]


async def test_whoever_joined_a_chat_is_written_to_there_and_may_change_that_in_mid_round(post: Post) -> None:
    people = cast(post)
    post.town.make(lambda facts: facts.joins(people["IZM"]))
    member = post.town.of(people["IZM"])
    await post.settle()
    assert (post.subjects(IZM), len(said(member))) == ([], 1)
    waits = post.town.put(people["IZM"], "welcome-back", asked=False)

    def choose(session: Session) -> None:
        own = preferences.change(session, FORUM, people["IZM"].id, now=riga("2021-01-18"))
        own.channel = ChannelName.EMAIL

    post.town.do(choose)
    await post.settle()
    assert (len(post.to(IZM)), len(said(member))) == (1, 1)
    assert post.town.message(waits).state.value == "sent"
    member.presses(last(member).id, "Atbildēt")  # the old chat goes on to answer what comes from there
    await post.settle()
    assert len(said(member)) == 2


async def test_a_mailbox_that_is_gone_is_told_once_and_the_chat_takes_over(post: Post) -> None:
    people = cast(post)
    post.server.unknown |= {IZM, VARAM}
    post.town.make(lambda facts: facts.joins(people["VARAM"]))
    member = post.town.of(people["VARAM"])

    def choose(session: Session) -> None:
        own = preferences.change(session, FORUM, people["VARAM"].id, now=riga("2021-01-18"))
        own.channel = ChannelName.EMAIL

    post.town.do(choose)
    await post.settle()
    assert len(said(member)) == 1  # the same reminder, by the other way
    assert [row for row in addresses(post) if row[1] in (IZM, VARAM)] == [
        ("email", IZM, "blocked"),
        ("email", VARAM, "blocked"),
    ]
    told = [text(mail) for mail in post.to(VK) if "Vēstules šim dalībniekam nepienāk" in text(mail)]
    assert [one.partition("Dalībnieks: ")[2].partition("\n")[0] for one in told] == ["IZM kontaktpersona"]


async def test_a_server_that_is_away_holds_up_no_chat_and_loses_nothing(post: Post, serving: Serving) -> None:
    people = cast(post)
    post.town.make(lambda facts: facts.joins(people["VARAM"]))
    member = post.town.of(people["VARAM"])
    post.server.stop(serving)
    await post.settle()
    assert len(said(member)) == 1
    assert {row.state.value for row in post.town.all(OutgoingMessage) if row.person_id == people["IZM"].id} == {
        "pending"
    }
    post.server.start(serving)
    post.town.pass_time()
    post.join()
    await post.settle()
    assert post.subjects(IZM) == ["Informācija par 2021. gadu: 2.2."]
    assert len(said(member)) == 1


async def test_what_a_server_accepts_and_drops_comes_with_the_next_reminder(post: Post) -> None:
    """Nothing tells us of it; that nobody answered does."""
    cast(post)
    post.server.faults.extend([("drop",)] * 9)
    await post.settle()
    assert (len(post.server.faults), post.subjects(IZM), post.subjects(VARAM)) == (7, [], [])
    post.server.faults.clear()
    post.town.clock.set(riga("2021-01-27 10:00"))
    await post.settle()
    assert post.subjects(IZM) == ["Informācija par 2021. gadu: 2.2."]
    assert post.subjects(VARAM) == ["Informācija par 2021. gadu: 2.3."]


async def test_a_channel_without_room_holds_up_no_other(post: Post) -> None:
    """More mails wait than are looked at in one unit of work, and the mail server wants to be left alone."""
    people = cast(post)
    post.town.make(lambda facts: facts.joins(people["VARAM"]))
    member = post.town.of(people["VARAM"])
    await post.decide()
    for _ in range(70):
        post.town.put(people["IZM"], "welcome-back")
    later = post.town.put(people["VARAM"], "welcome-back")
    post.town.delivery.carriers["email"].pacer.hold(IZM, 60)
    await post.town.settle()
    assert (post.town.message(later).state.value, post.to(IZM), len(said(member))) == ("sent", [], 2)


async def test_who_asked_to_be_forgotten_is_not_written_to_again(post: Post) -> None:
    people = cast(post)
    await post.decide()

    def leave(session: Session) -> None:
        person = session.get_one(Person, people["IZM"].id)
        privacy.leave(session, FORUM, [person], channel="email", address=IZM, at=at("2021-01-18"))

    post.town.do(leave)
    await post.settle()
    assert (post.to(IZM), [row for row in addresses(post) if row[1] == IZM]) == ([], [("email", IZM, "revoked")])


async def test_without_a_mail_server_its_addresses_rest_until_there_is_one(post: Post) -> None:
    cast(post)
    await post.decide()
    use = [["telegram"], ["telegram", "email"]]
    states = []
    for channels in use:
        post.town.store.do_now(mailing.use, FORUM, channels)
        states.append({state for _, _, state in addresses(post)})
    assert states == [{"resting"}, {"confirmed"}]


async def test_a_coordinator_of_a_new_forum_is_shown_what_was_found(post: Post) -> None:
    cast(post)

    def begin(session: Session) -> None:
        forum = session.get_one(Forum, FORUM)
        forum.paused_at = forum.begun_at

    post.town.do(begin)
    await post.settle()
    assert (post.subjects(VK), post.to(IZM)) == ([], [])
    post.town.clock.set(riga("2021-01-18 10:50"))
    await post.settle()
    assert len(post.to(VK)) == 1
    assert "Ieslēgt" in text(post.to(VK)[0])


async def test_a_mail_that_is_put_off_for_days_is_given_up_and_told(post: Post) -> None:
    """A full mailbox, and a server that will not have this one mail; the members' next mails go out as before."""
    cast(post)
    post.server.faults.append(("rcpt", 452))
    await post.settle()
    (row,) = [one for one in post.town.all(OutgoingMessage) if one.put_off_since is not None]
    assert (row.state.value, row.error) == ("pending", "SMTPRecipientRefused 452 4.2.2")

    def days_ago(session: Session) -> None:
        held = session.get_one(OutgoingMessage, row.id)
        held.put_off_since, held.retry_at = held.put_off_since and held.put_off_since - timedelta(days=4), None

    post.town.do(days_ago)
    post.server.faults.append(("rcpt", 452))
    await post.settle()
    assert post.town.message(row.id).state.value == "failed"
    (told,) = [text(mail) for mail in post.to(VK) if "neizdevās nogādāt" in text(mail)]
    assert told.startswith("Vēstuli neizdevās nogādāt. Dalībnieks: ")
    assert "(SMTPRecipientRefused 452 4.2.2)" in told
    assert {state for _, address, state in addresses(post) if address in (IZM, VARAM)} == {"confirmed"}


async def test_a_server_that_will_not_have_us_is_told_by_the_other_way(post: Post, serving: Serving) -> None:
    """The coordinator who chose e-mail hears in the chat that no mail goes out, and that it does again."""
    people = cast(post)
    post.town.make(lambda facts: facts.joins(people["VK"]))
    chat = post.town.of(people["VK"])
    await post.decide()

    def choose(session: Session) -> None:
        preferences.change(session, FORUM, people["VK"].id, now=riga("2021-01-18")).channel = ChannelName.EMAIL

    post.town.do(choose)
    greeting = Greeting(store=post.town.store, forum=FORUM, channel=post.channel)
    watching = Watching(
        store=post.town.store,
        forum=FORUM,
        policy=post.policy,
        clock=post.town.clock.now,
        begun=real() - timedelta(hours=1),
        parts=frozenset({Part.SENT}),
        backups=None,
        certificate=None,
    )
    post.server.stop(serving)
    await greeting.greet()
    await watching.tick()
    await post.settle()
    assert post.town.store.read_now(alarms.lasting, FORUM) == ["sending"]
    assert [one.partition(".")[0] for one in said(chat)] == ["Vēstules pašlaik nevaram nosūtīt"]
    post.server.start(serving)
    await greeting.greet()
    await watching.tick()
    await post.settle()
    assert post.town.store.read_now(alarms.lasting, FORUM) == []
    assert said(chat)[-1] == "Vēstules atkal varam nosūtīt; kas gaidīja, aiziet tagad."
