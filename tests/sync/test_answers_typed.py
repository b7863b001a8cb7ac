"""What a body's own people type into the list of answers is their answer: the row changed, or a new one."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import rounds, settling_edits, speaking
from forum.disputes import Dispute
from forum.edits import Edit
from forum.journal import JournalEntry
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round
from forum.speaking import Seat, View
from forum.times import At, real
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House
from tests.sync.pushed import rows
from tests.sync.test_watching import said, written

AT = At(now=START, real=real(), day=START.date())
OWN = ("VARAM kontaktpersona", "varam@iestade.example")
HANDS = {
    "a coordinator": ("VK koordinators", "koordinators@vk.example"),
    "a stranger": ("kāds cits", "cits@iestade.example"),
    "another body": ("IZM kontaktpersona", "izm@iestade.example"),
}


def hand(house: House, name: str, email: str) -> int:
    """Somebody of this name at the site."""
    return int(house.outside.site.add_person(name, email).id)


async def heard(house: House) -> None:
    """Read, settle and write until nothing moves."""
    for _ in range(2):
        await house.pulled()
        house.store.do_now(settling_edits.settle, FORUM, now=START, policy=policy())
        house.pass_time()
        await house.push.drain()


def versions(house: House) -> list[tuple[int, str, str, str, str]]:
    found = house.all(ReplyVersion)
    return [(one.version, one.channel, one.submitted_by, one.done, one.next_step) for one in found]


async def test_the_own_persons_change_is_the_next_version(house: House) -> None:
    await written(house)
    house.joins(OWN[0])
    house.outside.site.list("Atbildes").edit(1, {"Done": "Divi.", "Completion": "Izpildīts"}, editor=hand(house, *OWN))
    await heard(house)
    assert versions(house)[1:] == [(2, "workspace", OWN[0], "Divi.", "")]
    (row,) = rows(house)
    told = {name: row[name] for name in ("Done", "Completion", "Version", "Channel", "SubmittedBy", "Voice")}
    assert told == {
        "Done": "Divi.",
        "Completion": "Izpildīts",
        "Version": 2,
        "Channel": "Platforma",
        "SubmittedBy": OWN[0],
        "Voice": "Iestāde",
    }
    # The measure's own row did not say it yet.
    assert house.item("Pasakumi", 16)["Done"] == "Divi."
    assert house.measure("4.1").completion is Completion.COMPLETE
    lines = [one.actor for one in house.all(JournalEntry) if one.action == "reply.recorded"]
    assert lines[1:] == [f"person:{house.person(OWN[0]).id}"]
    echoes = [one for one in house.messages("echo") if one.person_id == house.person(OWN[0]).id]
    assert len([one for one in echoes if one.values["version"] == 2]) == 1
    await house.pulled(full=True)
    await heard(house)
    assert (said(house), len(house.all(Edit)), len(versions(house))) == ([], 1, 2)


@pytest.mark.parametrize("whose", HANDS)
async def test_anybody_elses_change_answers_nothing_and_is_said(house: House, whose: str) -> None:
    await written(house)
    house.outside.site.list("Atbildes").edit(1, {"Done": "Labots."}, editor=hand(house, *HANDS[whose]))
    await heard(house)
    assert (said(house), len(versions(house))) == ([("reply-changed", "1", "Paveikts")], 1)
    assert rows(house)[0]["Done"] == "Labots."


async def test_a_row_typed_in_is_the_answer_and_its_row(house: House) -> None:
    house.store.do_now(rounds.open_obligations, FORUM, now=START, day=START.date())
    answers = house.outside.site.list("Atbildes")
    typed = answers.add({"Title": "mūsu atbilde", "Done": "Ar roku."}, editor=hand(house, *OWN))
    await heard(house)
    assert (versions(house), said(house)) == ([], [("reply-by-hand", str(typed), "")])  # about which measure?
    answers.edit(typed, {"Measure": 16, "Round": 1, "NextStep": "Tālāk."}, editor=hand(house, *OWN))
    await heard(house)
    assert versions(house) == [(1, "workspace", OWN[0], "Ar roku.", "Tālāk.")]
    (row,) = rows(house)
    assert (row["ID"], row["Title"], row["Done"], row["SubmittedBy"]) == (
        typed,
        "4.1. · 2020 · VARAM",
        "Ar roku.",
        OWN[0],
    )
    assert (said(house), house.messages("overruled")) == ([], [])
    house.reply("4.1", "Sarunā.")
    await heard(house)
    assert [(one["ID"], one["Done"], one["NextStep"]) for one in rows(house)] == [(typed, "Sarunā.", "Tālāk.")]
    answers.delete(typed)  # it has a key of ours now: it is made anew with the next version
    await heard(house)
    house.reply("4.1", "Vēlreiz.")
    await heard(house)
    assert [one["Done"] for one in rows(house)] == ["Vēlreiz."]


@pytest.mark.parametrize(
    "told", [{"Institution": 5}, {"Round": 2}, {"Voice": "Partneris"}, {"Measure": 1}, {"Done": "", "NextStep": ""}]
)
async def test_a_row_typed_in_about_what_is_not_theirs_or_not_asked_answers_nothing(
    house: House, told: dict[str, Any]
) -> None:
    house.store.do_now(rounds.open_obligations, FORUM, now=START, day=START.date())
    typed = {"Title": "x", "Measure": 16, "Done": "Ar roku.", **told}
    number = house.outside.site.list("Atbildes").add(typed, editor=hand(house, *OWN))
    await heard(house)
    assert (versions(house), said(house)) == ([], [("reply-by-hand", str(number), "")])
    assert [one for one in house.all(Obligation) if one.discharged_at] == []


async def test_a_second_row_of_an_answer_is_its_next_version_and_stays_to_be_put_right(house: House) -> None:
    await written(house)
    typed = {"Title": "x", "Measure": 16, "Done": "Divi."}
    number = house.outside.site.list("Atbildes").add(typed, editor=hand(house, *OWN))
    await heard(house)
    assert [one[3] for one in versions(house)] == ["Viens.", "Divi."]
    assert [row["Done"] for row in rows(house)] == ["Divi.", "Divi."]
    assert said(house) == [("reply-by-hand", str(number), "")]


async def test_of_the_other_columns_that_somebody_changed_meanwhile_the_hand_is_known(house: House) -> None:
    """The forum writes the row before it read what was typed there, and is its last editor then."""
    await written(house)
    house.outside.site.list("Atbildes").edit(1, {"NextStep": "Tālāk."}, editor=hand(house, *OWN))
    house.reply("4.1", "Divi.")
    await house.push.drain()
    assert (rows(house)[0]["Done"], rows(house)[0]["NextStep"], house.all(Dispute)) == ("Divi.", "Tālāk.", [])
    await heard(house)
    assert versions(house)[1:] == [
        (2, "telegram", OWN[0], "Divi.", ""), (3, "workspace", OWN[0], "Divi.", "Tālāk."),
    ]  # fmt: skip
    assert (said(house), rows(house)[0]["NextStep"]) == ([], "Tālāk.")


async def test_the_same_column_changed_on_both_sides_is_asked_about(house: House) -> None:
    await written(house)
    house.outside.site.list("Atbildes").edit(1, {"Done": "Vietnē."}, editor=hand(house, *OWN))
    house.reply("4.1", "Sarunā.")
    await heard(house)
    assert [(one.ours, one.theirs) for one in house.all(Dispute)] == [({"done": "Sarunā."}, {"done": "Vietnē."})]
    assert ([one[3] for one in versions(house)], house.all(Edit)) == (["Viens.", "Sarunā."], [])


async def test_a_partners_change_of_its_view_is_its_next_version_in_its_own_voice(house: House) -> None:
    await written(house)
    number = house.person("DELNA kontaktpersona").id

    def speak(session: Session) -> None:
        round_, person = (
            session.scalars(select(Round).where(Round.key == "report-2020")).one(),
            session.get_one(Person, number),
        )
        body = session.get_one(Institution, person.institution_id)
        measure = session.scalars(select(Measure).where(Measure.number == "4.1")).one()
        view = View(completion=Completion.LIMITED, words="Citādi.", channel="telegram")
        speaking.speak(session, Seat(round_, measure, body), person, view, at=AT, policy=policy())

    house.outside.site.list("AtskaisuTermini").edit(1, {"Audience": ["Atbildīgās", "Partneri"]})
    await house.pulled()
    house.store.do_now(speak)
    await house.push.drain()
    (row,) = [one for one in rows(house) if one["Voice"] == "Partneris"]
    answers = house.outside.site.list("Atbildes")
    answers.edit(row["ID"], {"Done": "Vēl citādi."}, editor=hand(house, *OWN))
    await heard(house)
    assert said(house) == [("reply-changed", str(row["ID"]), "Paveikts")]
    answers.edit(row["ID"], {"Done": "Pavisam citādi."}, editor=hand(house, "DELNA kontaktpersona", "x@delna.example"))
    await heard(house)
    (row,) = [one for one in rows(house) if one["Voice"] == "Partneris"]
    assert (row["Done"], row["Version"], row["SubmittedBy"]) == ("Pavisam citādi.", 2, "DELNA kontaktpersona")
    assert (said(house), house.item("Pasakumi", 16)["Done"]) == ([], "Viens.")
