"""A row typed over by a successor: the old chat ends at once, the new person is invited, what is open passes on, what
was said keeps its author. A row deleted on the site is asked about no more, and its answer stays."""

from __future__ import annotations

import re

from sandbox.botapi import Message, Person
from service.stage import Stage
from tests.journeys.standing import joined

OLD, NEW = "VARAM kontaktpersona", "VARAM cita kontaktpersona"
COORDINATOR = "VK koordinators"


def numbers(message: Message) -> list[str]:
    """The measures that a reminder offers to answer about."""
    return [button.text for row in message.keyboard for button in row if re.fullmatch(r"[\d.]+", button.text)]


def with_button(account: Person, label: str) -> Message:
    return [one for one in account.messages if any(label == button.text for row in one.keyboard for button in row)][-1]


def handed_over(new: Person) -> None:
    """In one message: who answered before, what was said last and by whom, and what is open, to be answered there."""
    (told,) = [one.text for one in new.messages if "jautāsim Jums" in one.text]
    assert told == new.messages[-1].text
    assert told.startswith(f"Par tālāk minēto turpmāk jautāsim Jums.\nIepriekš atbildēja: {OLD}\n\n")
    assert f"({OLD}, kontaktpersona): Izpildīts. «Apkopota labā prakse.»" in told


async def test_the_row_typed_over(on: Stage) -> None:
    old, coordinator = await joined(on, OLD, COORDINATOR)
    nudge = old.messages[-1]
    asked = numbers(nudge)
    assert len(asked) > 1
    old.presses(nudge.id, asked[0])
    await on.settle()
    old.presses(old.messages[-1].id, "Izpildīts")
    await on.settle()
    old.says("Apkopota labā prakse.")
    await on.settle()

    roster = on.outside.site.list("Personas")
    roster.edit(roster.find("Title", OLD), {"Title": NEW, "Email": "cita@varam.example"})
    await on.settle()

    assert old.messages[-1].text.startswith("Paldies par darbu!")
    old.presses(nudge.id, asked[1])
    await on.settle()
    assert old.toasts[-1].text == "Šī poga vairs nedarbojas."
    old.says("Izpildīts. Vēl kaut kas.")
    await on.settle()
    assert old.messages[-1].text.startswith("Labdien! Šis ir Atvērtās pārvaldības foruma automātiskais palīgs.")
    assert [(one["SubmittedBy"], one["Done"]) for one in on.outside.site.list("Atbildes").rows()] == [
        (OLD, "Apkopota labā prakse.")
    ]

    card = with_button(coordinator, "Sagatavot saiti")
    assert f"Iepriekš: {OLD}\nTagad: {NEW}" in card.text
    coordinator.presses(card.id, "Sagatavot saiti")
    await on.settle()
    token = re.search(r"start=([\w-]+)", coordinator.messages[-1].text)
    assert token is not None
    new = on.outside.chat.person(2_000_900, NEW)
    new.start(token[1])
    await on.settle()
    new.presses(new.messages[-1].id, "Jā, pareizi")
    await on.settle()
    assert numbers(new.messages[-1]) == asked[1:]
    handed_over(new)


async def test_a_deleted_measure_is_asked_about_no_more_and_its_answer_stays(on: Stage) -> None:
    (izm,) = await joined(on, "IZM kontaktpersona")
    izm.says("Izpildīts. Viss atvērts.")
    await on.settle()
    measures = on.outside.site.list("Pasakumi")
    measures.delete(measures.find("Number", "2.8"))
    await on.settle()
    izm.says("Vēl viens teksts.")
    await on.settle()
    assert izm.messages[-1].text.startswith("Paldies! Pašlaik no Jums nekas nav gaidāms")
    assert [one["Done"] for one in on.outside.site.list("Atbildes").rows()] == ["Viss atvērts."]
