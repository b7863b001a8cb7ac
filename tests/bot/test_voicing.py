"""Partners in chat: they choose what they follow, say their view after the body, and are replied to; what is to stay
unseen is not taken there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import voices
from forum.council import Opinion
from forum.inbox import IncomingMessage
from forum.people import Person, Role, Side
from forum.plan import Completion, Measure
from forum.replies import Manner, ReplyVersion
from forum.rounds import Audience, Round
from sandbox.botapi import Person as Account
from tests.bot.town import Town, labels, last, said, toasts
from tests.facts import Facts, riga


@dataclass
class Two:
    """A partner and a body's contact, each in a chat of their own, and a coordinator."""

    town: Town
    partner: Account
    contact: Account
    chief: Account
    measure: Measure
    round: Round

    async def says(self, account: Account, text: str) -> str:
        account.says(text)
        return await self.later(account)

    async def answers(self, account: Account, text: str) -> str:
        """The same in reply to what stands last."""
        account.says(text, reply_to=last(account).id)
        return await self.later(account)

    async def later(self, account: Account) -> str:
        """What is told last, once all that was to be waited for is past."""
        await self.town.settle()
        self.town.pass_time()
        await self.town.settle()
        return last(account).text

    async def presses(self, account: Account, label: str) -> str:
        account.presses(last(account).id, label)
        await self.town.settle()
        return last(account).text


@pytest.fixture
async def two(town: Town) -> Two:
    def make(facts: Facts) -> tuple[Person, Person, Person, Measure, Round]:
        izm, delna = facts.body("IZM"), facts.body("DELNA", side=Side.PARTNER)
        coordinator = facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
        contact, partner = facts.member("IZM kontaktpersona", izm), facts.member("DELNA kontaktpersona", delna)
        measure = facts.measure("2.8", izm, co_leads=(delna,))
        facts.measure("2.10", izm)
        one = facts.round(audience=(Audience.RESPONSIBLE, Audience.PARTNERS))
        facts.opened("2021-01-18")
        return partner, contact, coordinator, measure, one

    partner, contact, coordinator, measure, one = town.make(make)
    return Two(town, town.of(partner), town.of(contact), town.of(coordinator), measure, one)


async def test_a_partner_follows_speaks_and_is_replied_to(two: Two) -> None:
    assert (await two.says(two.partner, "/viedoklis")).endswith("Izvēlieties, kuriem sekot.")
    await two.presses(two.partner, "Izvēlēties pasākumus")
    assert labels(last(two.partner)) == [["2.8. *", "2.10."]]
    await two.presses(two.partner, "2.8. *")
    assert (labels(last(two.partner)), toasts(two.partner)) == ([["✓ 2.8. *", "2.10."]], ["Sekojat."])
    await two.says(two.partner, "/viedoklis")
    assert labels(last(two.partner)) == [["Izvēlēties pasākumus"]]  # the body has not answered yet

    two.contact.says("Viss ir publicēts.")
    await two.town.settle()
    await two.presses(two.contact, "2.8.")
    assert "2.8. Pasākums 2.8 (to veic arī Jūsu organizācija)" in await two.says(two.partner, "/viedoklis")
    asked = await two.presses(two.partner, "2.8.")
    assert asked.endswith("Cik tālu šis pasākums ir pēc Jūsu domām?")
    await two.presses(two.partner, "Nav sākts")
    kept = await two.says(two.partner, "Lapa ir tukša.")
    assert kept.endswith("2.8. – Nav sākts\n\nViedoklis: «Lapa ir tukša.»")
    versions = [(row.completion, row.done) for row in two.town.all(ReplyVersion)]
    assert versions == [(None, "Viss ir publicēts."), (Completion.NOT_STARTED, "Lapa ir tukša.")]

    two.town.clock.set(riga("2021-01-19 09:00"))
    await two.town.settle()
    assert "2.8. DELNA – Nav sākts: «Lapa ir tukša.»" in last(two.contact).text
    await two.presses(two.contact, "Atbildēt: 2.8. DELNA")
    assert "«Nav tukša.»" in await two.says(two.contact, "Nav tukša.")
    assert last(two.partner).text == "Uz Jūsu viedokli ir atbildēts. 2.8. Iestāde: IZM. «Nav tukša.»"


async def test_a_view_is_said_in_one_text_corrected_and_taken_back(two: Two) -> None:
    await two.says(two.partner, "/viedoklis")
    await two.presses(two.partner, "Izvēlēties pasākumus")
    assert "✓" not in last(two.partner).text
    assert "✓ 2.8. * Pasākums 2.8\n✓ 2.10. Pasākums 2.10" in await two.answers(two.partner, "2.8 un 2.10")
    assert "\n2.8. * Pasākums 2.8\n✓ 2.10." in await two.answers(two.partner, "2.8")
    two.contact.says("Viss ir publicēts.")
    await two.town.settle()
    await two.presses(two.contact, "2.8.")
    await two.says(two.partner, "/viedoklis")
    assert "iestāde vēl nav atbildējusi" in await two.answers(two.partner, "2.10. Nav sākts. Nekā nav.")
    await two.says(two.partner, "/viedoklis")
    assert (await two.answers(two.partner, "2.8. Lapa ir tukša.")).startswith("2.8. Jūsu vārdi ir saņemti")
    await two.presses(two.partner, "Nav sākts")
    kept = await two.later(two.partner)
    assert kept.endswith("2.8. – Nav sākts\n\nViedoklis: «Lapa ir tukša.»")
    words = next(one for one in two.partner.messages if one.text == "2.8. Lapa ir tukša.")
    two.partner.edits(words.id, "2.8. Lapa ir gandrīz tukša.")
    assert "gandrīz" in await two.later(two.partner)
    told = (Completion.NOT_STARTED, "Lapa ir gandrīz tukša.")
    assert [(row.completion, row.done) for row in two.town.all(ReplyVersion)][-1] == told
    await two.presses(two.partner, "Atsaukt viedokli")
    assert await two.presses(two.partner, "Jā, atsaukt") == "2.8. Viedoklis ir atsaukts."
    assert [row.manner for row in two.town.all(ReplyVersion)][-1] is Manner.WITHDRAWN


async def test_what_is_to_stay_unseen_is_not_taken_in_chat(two: Two) -> None:
    def seal(session: Session) -> None:
        one, delna = session.get_one(Round, two.round.id), session.get_one(Person, 3).institution_id
        assert delna is not None
        voices.rule(session, one).blind = True
        session.add(
            voices.Following(forum=one.forum, institution_id=delna, measure_id=two.measure.id, since=riga("2021-01-04"))
        )

    two.town.do(seal)
    assert "izsaka darba lapā" in await two.says(two.partner, "/viedoklis")
    assert labels(last(two.partner)) == [["Izvēlēties pasākumus"]]
    told = await two.answers(two.partner, "2.8. Nav sākts. Kvarcs.")
    assert told.startswith("Šajā kārtā viedokļus aizzīmogojam, tāpēc ziņā tos nepieņemam.")
    await two.says(two.partner, "/viedoklis")
    assert (await two.says(two.partner, "2.8. Nav sākts. Kvarcs.")) == told
    # Neither in the chat nor here is any of it left.
    assert [one.text for one in two.partner.messages if "Kvarcs" in one.text] == []
    assert [row for row in two.town.all(IncomingMessage) if "Kvarcs" in row.body] == []
    assert two.town.all(ReplyVersion) == []


async def test_a_coordinator_settles_how_partners_are_heard(two: Two) -> None:
    assert "pēc kārtas" in await two.says(two.chief, "/balsis")
    assert await two.presses(two.chief, "Uzklausīt aizklāti") == (
        "Nav atslēgas, ar ko aizzīmogot. To izveido ar komandu «forumbot sealing-key»."
    )
    assert "/balsis" not in await two.says(two.contact, "/balsis")


async def test_only_partners_are_told_of_their_command(two: Two) -> None:
    assert ["/viedoklis" in await two.says(one, "/palidziba") for one in (two.partner, two.contact)] == [True, False]
    assert (await two.says(two.contact, "/viedoklis")).startswith("Ar šo komandu savu viedokli izsaka")
    assert said(two.contact)[-1] == last(two.contact).text


async def test_the_councils_opinion_is_recorded_word_for_word(two: Two) -> None:
    assert "partneru viedokļi: 0, atšķirības: 0" in await two.says(two.chief, "/padome")
    sent = last(two.chief).document
    assert sent is not None
    assert sent.name == "padomes-mape-2021-01-18.docx"
    await two.presses(two.chief, "Ierakstīt atzinumu")
    assert (await two.says(two.chief, "rīt")).startswith("To nevarēja saprast.")
    assert (await two.says(two.chief, "15.01.2021. Nr. 3/2021")).startswith(
        "Protokols Nr. 3/2021, piektdiena, 2021. gada 15. janvāris."
    )
    assert "«Padome atzīst: vajag pabeigt.»" in await two.says(two.chief, "Padome atzīst:\nvajag pabeigt.")
    (row,) = two.town.all(Opinion)
    assert (row.minutes, row.words) == ("3/2021", "Padome atzīst:\nvajag pabeigt.")
    assert (await two.presses(two.chief, "Atsaukt atzinumu")).startswith("Atzinums ir atsaukts")
    assert [row.words for row in two.town.all(Opinion)][1:] == [""]


async def test_whoever_speaks_for_two_partners_is_asked_once_which_is_meant(two: Two) -> None:
    """What each of them follows is told with its name, and each view is its own."""

    def joins(session: Session) -> None:
        facts = Facts(session)
        mine = next(row for row in session.scalars(select(Person)) if row.name == "DELNA kontaktpersona")
        providus = facts.body("PROVIDUS", side=Side.PARTNER)
        facts.joins(facts.person(mine.name, providus), address=str(1000 + mine.id))

    two.town.do(joins)
    await two.says(two.partner, "/viedoklis")
    await two.presses(two.partner, "Izvēlēties pasākumus")
    assert labels(last(two.partner)) == [["DELNA", "PROVIDUS"]]
    for body in ("PROVIDUS", "DELNA"):
        asked = next(row for row in reversed(two.partner.messages) if labels(row) == [["DELNA", "PROVIDUS"]])
        two.partner.presses(asked.id, body)
        await two.town.settle()
        assert last(two.partner).text.startswith(f"{body}: pasākumi, kuriem sekojat (0).")
        await two.presses(two.partner, "2.8. *" if body == "DELNA" else "2.8.")
        assert last(two.partner).text.startswith(f"{body}: pasākumi, kuriem sekojat (1).")
    two.town.do(lambda session: setattr(session.get_one(Round, two.round.id), "due_on", riga("2021-01-15").date()))
    two.town.do(lambda session: setattr(session.get_one(Round, two.round.id), "grace_until", riga("2021-02-15").date()))
    await two.says(two.partner, "/viedoklis")
    assert labels(last(two.partner))[0] == ["2.8. DELNA", "2.8. PROVIDUS"]
    told = await two.presses(two.partner, "2.8. PROVIDUS")
    assert told.startswith("2.8. (PROVIDUS) Pasākums 2.8")
