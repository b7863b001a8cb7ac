"""Before a meeting: who hears of it again, once each, on the right local day; and what is made or moved on the site."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from forum.meetings import Meeting, MeetingState
from tests.bot.chasing import discharge
from tests.bot.conftest import Cast
from tests.bot.test_convening import heard, only, press, says
from tests.bot.town import Town, labels, last
from tests.facts import FORUM, riga


async def announced(one: Cast, when: str = "19.02. plkst. 10.00–11.30") -> None:
    await says(one.town, one.chief, "/sanaksme Foruma sanāksme", when)
    await press(one.town, one.chief, "Vieta vēl nav zināma")
    await press(one.town, one.chief, "Bez darba kārtības")
    await press(one.town, one.chief, "Izziņot")


async def days(town: Town, first: str, last_day: str) -> None:
    """Let the mornings of these days come."""
    at = riga(f"{first} 09:00")
    while at <= riga(f"{last_day} 09:00"):
        town.clock.set(at)
        await town.decide()
        await town.settle()
        at = riga(f"{(at + timedelta(days=1)):%Y-%m-%d} 09:00")


def reminded(one: Cast) -> list[tuple[str, str]]:
    """(local day, first line) of what was said of the meeting after its notice."""
    return [
        (f"{datetime.fromisoformat(entry['clock']).astimezone(riga('2021-01-01 00:00').tzinfo):%m-%d}", text)
        for entry in one.town.asked("sendMessage")
        if entry["status"] == 200
        and str(entry["body"]["chat_id"]) == str(one.member.id)
        and "sanāksme" in (text := str(entry["body"]["text"]).splitlines()[0])
    ]


async def test_a_week_and_a_day_before(one: Cast) -> None:
    await announced(one)
    await days(one.town, "2021-02-08", "2021-02-20")
    assert reminded(one) == [
        ("02-12", "<b>Tuvojas sanāksme</b> (atlikušas 7 dienas)."),
        ("02-18", "<b>Rīt ir sanāksme.</b>"),
    ]


@pytest.mark.parametrize(
    ("answer", "told"), [("Nepiedalīšos", []), ("Jā, tiešsaistē", [("02-18", "<b>Rīt ir sanāksme.</b>")])]
)
async def test_whoever_does_not_come_is_left_alone_and_whoever_comes_is_reminded_the_day_before(
    one: Cast, answer: str, told: list[tuple[str, str]]
) -> None:
    await announced(one)
    await press(one.town, one.member, answer)
    before = len(reminded(one))
    await days(one.town, "2021-02-11", "2021-02-19")
    assert reminded(one)[before:] == told


async def test_a_cancelled_meeting_is_nudged_about_no_more(one: Cast) -> None:
    await announced(one)
    await says(one.town, one.chief, "/sanaksmes")
    await press(one.town, one.chief, "1.")
    await press(one.town, one.chief, "Atcelt sanāksmi")
    await press(one.town, one.chief, "Atcelt sanāksmi")
    before = heard(one.member)
    await days(one.town, "2021-02-08", "2021-02-20")
    assert heard(one.member) == before


async def test_a_moved_meeting_is_nudged_about_by_its_new_day(one: Cast) -> None:
    await announced(one)
    await says(one.town, one.chief, "/sanaksmes")
    await press(one.town, one.chief, "1.")
    await press(one.town, one.chief, "Pārcelt")
    await says(one.town, one.chief, "26.02. plkst. 14.00")
    await press(one.town, one.chief, "Izziņot")
    told = reminded(one)
    await days(one.town, "2021-02-08", "2021-02-26")
    assert [day for day, _ in reminded(one)[len(told) :]] == ["02-19", "02-25"]


async def test_after_an_outage_only_the_nudge_that_still_fits_is_sent(one: Cast) -> None:
    await announced(one)
    await days(one.town, "2021-02-18", "2021-02-18")
    assert reminded(one) == [("02-18", "<b>Rīt ir sanāksme.</b>")]


async def test_a_meeting_on_a_monday_after_the_clocks_changed_is_nudged_on_the_friday(one: Cast) -> None:
    """In the night to 28 March 2021 the clocks go forward; the day before a Monday is no working day."""
    await announced(one, "29.03. plkst. 9.00–10.00")
    await days(one.town, "2021-03-20", "2021-03-29")
    assert reminded(one) == [
        ("03-22", "<b>Tuvojas sanāksme</b> (atlikušas 7 dienas)."),
        ("03-26", "<b>Tuvojas sanāksme</b> (atlikušas 3 dienas)."),
    ]


async def test_a_meeting_called_at_short_notice_is_not_nudged_about_at_once(one: Cast) -> None:
    await announced(one, "20.01. plkst. 10.00–11.00")
    await days(one.town, "2021-01-18", "2021-01-21")
    assert reminded(one) == [("01-19", "<b>Rīt ir sanāksme.</b>")]


def made_on_site(one: Cast, **changes: object) -> None:
    """As a pull would keep what somebody wrote there."""

    def make(session: Session) -> None:
        meeting = session.query(Meeting).first() or Meeting(
            forum=FORUM, title="Foruma sanāksme", starts_at=riga("2021-02-19 10:00"), place="Rīgas pils"
        )
        for name, value in changes.items():
            setattr(meeting, name, value)
        session.add(meeting)

    one.town.do(make)


async def decide(town: Town) -> None:
    await town.decide()
    await town.settle()


async def test_a_meeting_made_on_the_site_is_announced_after_a_yes(one: Cast) -> None:
    made_on_site(one)
    await decide(one.town)
    assert (heard(one.member), last(one.chief).text.splitlines()[0]) == (
        [],
        "Platformā izveidota sanāksme. Vai to izziņot?",
    )
    assert labels(last(one.chief)) == [["Izziņot", "Neizziņot"]]
    count = len(heard(one.chief))
    await decide(one.town)
    assert len(heard(one.chief)) == count
    await press(one.town, one.chief, "Izziņot")
    assert heard(one.member)[0].startswith("Foruma sanāksme\nKad: piektdien, 2021. gada 19. februārī, plkst. 10.00")


async def test_nobody_hears_of_one_that_is_kept_quiet(one: Cast) -> None:
    made_on_site(one)
    await decide(one.town)
    await press(one.town, one.chief, "Neizziņot")
    await days(one.town, "2021-02-08", "2021-02-20")
    assert reminded(one) == []


@pytest.mark.parametrize(
    ("changes", "head", "told"),
    [
        (
            {"starts_at": riga("2021-02-22 10:00")},
            "Platformā sanāksme ir mainīta. Vai par to paziņot tiem, kas aicināti?",
            "Sanāksmei ir cits laiks.",
        ),
        (
            {"state": MeetingState.CANCELLED},
            "Platformā sanāksme ir atcelta. Vai par to paziņot tiem, kas aicināti?",
            "Sanāksme nenotiks.",
        ),
    ],
)
async def test_a_change_on_the_site_is_told_after_a_yes_once(
    one: Cast, changes: dict[str, object], head: str, told: str
) -> None:
    made_on_site(one)
    await decide(one.town)
    await press(one.town, one.chief, "Izziņot")
    made_on_site(one, **changes)
    await decide(one.town)
    assert last(one.chief).text.splitlines()[0] == head
    await press(one.town, one.chief, "Izziņot")
    await decide(one.town)
    assert [text.splitlines()[0] for text in heard(one.member)] == ["Foruma sanāksme", told]
    assert only(one.town).sequence == 1


async def test_who_joins_later_is_invited_too(one: Cast) -> None:
    await announced(one)
    late = one.town.make(lambda facts: facts.member("NVD kontaktpersona", facts.body("NVD")))
    one.town.of(late)
    await decide(one.town)
    assert len(heard(one.town.of(late))) == 1


async def test_every_word_of_a_meeting_says_why_it_came(one: Cast) -> None:
    one.town.do(lambda session: discharge(session, one.body, riga("2021-01-18")))  # no reminder comes between
    await announced(one)
    why = "Kāpēc saņēmu šo ziņu?"
    await press(one.town, one.member, why)
    assert last(one.member).text == (
        "Kāpēc saņēmāt šo ziņu? Par sanāksmi «Foruma sanāksme» paziņo visiem, kas ir foruma sarakstā.\n\n"
        "To izlēma koordinators: VK koordinators.\n\n"
        "Atgādināsim vēl: 12. februārī un 18. februārī.\n\n"
        "Ja atbildēsiet «Nepiedalīšos» vai norādīsiet, kas Jūs aizstās, par to vairs neatgādināsim. "
        "Kurās stundās un dienās Jums rakstīt, nosaka komanda /iestatijumi."
    )
    await days(one.town, "2021-02-12", "2021-02-12")
    await press(one.town, one.member, why)
    assert "Atgādināsim vēl: 18. februārī." in last(one.member).text
    await press(one.town, one.member, "Nepiedalīšos")
    await press(one.town, one.member, why)
    assert "Vairāk neatgādināsim." in last(one.member).text
    await says(one.town, one.chief, "/sanaksmes")
    await press(one.town, one.chief, "1.")
    await press(one.town, one.chief, "Atcelt sanāksmi")
    await press(one.town, one.chief, "Atcelt sanāksmi")
    assert last(one.member).text.startswith("Sanāksme nenotiks.")
    await press(one.town, one.member, why)
    assert last(one.member).text.endswith("Par šo sanāksmi vairāk neatgādināsim.")
