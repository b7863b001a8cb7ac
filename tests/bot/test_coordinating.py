"""What coordinators ask of the bot, what members may not, and what coordinators are told when a chat is closed."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from forum.enrolment import Address, Invitation
from forum.people import Person
from forum.rounds import Round
from tests.bot.conftest import Cast
from tests.bot.town import INSTEAD, labels, last, said, toasts
from tests.facts import Facts, riga

HELP = (
    "Uz atgādinājumu atbildiet ar pogu vai vienu ziņu.\n\nKomandas\n/plans – plāna stāvoklis attēlā\n"
    "/pasakums – viena pasākuma darba lapa: /pasakums 2.8\n"
    "/vestule – iestādes vēstule par atbildēm\n/iestatijumi – valoda, laiks un dienas, kad Jums rakstīt\n"
    "/privatums – kas par Jums ir saglabāts\n/darbalapa – darba lapa kā Word datne; «/darbalapa excel» – kā Excel datne"
)


async def test_a_coordinator_sees_who_is_awaited(two: Cast) -> None:
    two.town.make(lambda facts: facts.person("VARAM otra kontaktpersona", two.body))
    two.chief.says("/gaidam")
    await two.town.settle()
    assert last(two.chief).text == (
        "Ziņojums līdz 2021-02-01\n"
        "Termiņš: pirmdiena, 2021. gada 1. februāris – atlikušas 14 dienas (10 darba dienas).\n\n"
        "Saņemtās atbildes: 0 no 2.\n\n"
        "Gaidām\nVARAM: 2.8., 2.10. – ziņa vēl nav sūtīta\n\n"
        "Nevar sasniegt\n– VARAM otra kontaktpersona\n\n"
        "Atgādinājumu saņems 1 cilvēks."
    )


async def test_one_press_makes_a_link_for_everyone_who_cannot_be_reached(two: Cast) -> None:
    two.town.make(lambda facts: facts.person("VARAM otra kontaktpersona", two.body))
    two.chief.says("/gaidam")
    await two.town.settle()
    assert labels(last(two.chief))[1] == ["Sagatavot saites"]
    two.chief.presses(last(two.chief).id, "Sagatavot saites")
    await two.town.settle()
    text = last(two.chief).text
    assert "Dalībnieks: VARAM otra kontaktpersona" in text
    visitor = two.town.account(555, started=False)
    visitor.start(text.rpartition("?start=")[2])
    await two.town.settle()
    assert "Jūs: VARAM otra kontaktpersona" in last(visitor).text


async def test_links_for_all_who_cannot_be_reached(one: Cast) -> None:
    one.town.make(lambda facts: [facts.person(f"VARAM kontaktpersona {number}", one.body) for number in (2, 3)])
    one.chief.says("/gaidam")
    await one.town.settle()
    question = last(one.chief)
    assert labels(question)[1] == ["Sagatavot saites"]
    one.chief.presses(question.id, "Sagatavot saites")
    await one.town.settle()
    links = [text for text in said(one.chief) if "https://t.me/ogp_forums_bot?start=" in text]
    assert [f"VARAM kontaktpersona {number}" in text for number, text in zip((2, 3), links, strict=True)] == [
        True,
        True,
    ]
    assert [row.used_at for row in one.town.all(Invitation)][-2:] == [None, None]


async def test_the_command_works_with_the_bots_name_and_in_capitals(one: Cast) -> None:
    one.chief.says("/GAIDAM@ogp_forums_bot")
    await one.town.settle()
    assert last(one.chief).text.startswith("Ziņojums līdz 2021-02-01")


async def test_without_a_round_it_says_so(one: Cast) -> None:
    one.town.do(lambda session: setattr(session.get_one(Round, 1), "gone_at", riga("2021-01-18")))
    one.chief.says("/gaidam")
    await one.town.settle()
    assert said(one.chief) == ["Pašlaik neviens atskaites termiņš nav tuvu; neviena atbilde nav gaidāma."]


@pytest.mark.parametrize("command", ["/gaidam", "/help", "/nezinama"])
async def test_a_member_gets_help_instead(one: Cast, command: str) -> None:
    one.member.says(command)
    await one.town.settle()
    assert said(one.member) == [HELP]


async def test_a_coordinators_help_names_the_command(one: Cast) -> None:
    one.chief.says("/help")
    await one.town.settle()
    assert "\n/gaidam – ko vēl gaidām\n" in last(one.chief).text
    assert "\n/pauze – apturēt vai atsākt ziņas dalībniekiem\n" in last(one.chief).text


async def test_a_command_is_never_an_answer_not_even_an_edited_one(one: Cast) -> None:
    message = one.member.says("/gaidma")
    await one.town.settle()
    one.member.edits(message, "/gaidam")
    await one.town.settle()
    assert (one.town.versions(), one.town.discharged()) == ([], [False])
    assert said(one.member) == [HELP] * 2


async def test_who_coordinates_no_more_cannot_make_links(one: Cast) -> None:
    one.town.put(one.coordinator, "member-differs", name="VARAM kontaktpersona", person=one.person.id)
    await one.town.settle()
    one.town.do(lambda session: _demote(session, one.coordinator.id))
    one.chief.presses(last(one.chief).id, "Sagatavot jaunu saiti")
    await one.town.settle()
    assert (toasts(one.chief), one.town.outgoing("invitation")) == (["Šī poga Jums nav paredzēta."], [])


def _demote(session: Session, number: int) -> None:
    session.get_one(Person, number).role = session.get_one(Person, number).role.CONTACT


def states(one: Cast) -> list[str]:
    return [row.state.value for row in one.town.all(Address) if row.person_id == one.person.id]


async def test_a_member_who_blocks_the_bot_is_told_of_and_may_come_back(one: Cast) -> None:
    one.member.blocks()
    await one.town.settle()
    assert states(one) == ["blocked"]
    assert last(one.chief).text.startswith("Šo dalībnieku vairs nevar sasniegt")
    await one.town.decide()
    await one.town.settle()
    assert one.town.outgoing("nudge") == []
    one.member.unblocks()
    await one.town.settle()
    assert states(one) == ["confirmed"]
    await one.town.decide()
    await one.town.settle()
    assert (one.town.outgoing("nudge"), labels(last(one.member))) == ([("nudge", "sent")], [["Atbildēt"], *INSTEAD])


async def test_a_block_found_out_by_sending(one: Cast) -> None:
    await one.town.decide()
    one.member.chat.blocked = True  # and the news of it never came
    await one.town.settle()
    assert (states(one), one.town.outgoing("nudge")) == (["blocked"], [("nudge", "failed")])
    assert last(one.chief).text.endswith("Dalībnieks: VARAM kontaktpersona")
    one.member.chat.blocked = False
    one.member.says("Esmu te.")
    await one.town.settle()
    assert states(one) == ["confirmed"]  # whoever writes can be written to


async def test_a_coordinator_who_blocks_is_told_of_to_the_others_only(one: Cast) -> None:
    def second(facts: Facts) -> Person:
        return facts.member("Otrs koordinators", role=one.coordinator.role)

    other = one.town.make(second)
    account = one.town.of(other)
    one.chief.blocks()
    await one.town.settle()
    assert said(account) == [
        "Šo dalībnieku vairs nevar sasniegt, jo saruna lietotnē Telegram ir slēgta. Lūdzu, sazinieties citādi. "
        "Dalībnieks: VK koordinators"
    ]
    assert one.town.outgoing() == [("member-blocked", "sent")]
