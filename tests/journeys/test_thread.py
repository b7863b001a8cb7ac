"""The main job end to end: the plan is read, a nudge goes out, a member answers in chat, the answer is on the site."""

from __future__ import annotations

from datetime import date

from sandbox.outside import Outside
from service.stage import Stage, stage
from tests.journeys.standing import COORDINATOR, IZM, STILL, VARAM, goes_on, joined, labels, last, mornings, row

# What one may do instead of answering a nudge.
INSTEAD = [["Atgādināt vēlāk", "Vajadzīga palīdzība"], ["Kāpēc saņēmu šo ziņu?"]]


async def test_answer_by_buttons_reaches_the_site(on: Stage) -> None:
    (izm,) = await joined(on, IZM)
    assert last(izm).text.startswith("Informācija par 2020. gadu\nTermiņš: pirmdiena, 2021. gada 1. februāris")
    assert labels(last(izm)) == [["Atbildēt"], *INSTEAD]

    izm.presses(last(izm).id, "Atbildēt")
    await on.settle()
    izm.presses(last(izm).id, "Būtiskā apjomā")
    await on.settle()
    izm.says("Atvērta datu kopa.")
    await on.settle()

    assert last(izm).text == (
        "Saņemts un ierakstīts platformā 4. janvārī plkst. 9.00 (1. redakcija).\n\n"
        "2.8. Stāvoklis: Izpildīts būtiskā apjomā.\n\n"
        "Paveikts: «Atvērta datu kopa.»\n\n"
        "Saņemts (projekts): iestāde vēl nav parakstījusi, nav publisks."
    )
    measure = row(on, "Pasakumi", "Number", "2.8")
    assert (measure["Completion"], measure["Done"]) == ("Izpildīts būtiskā apjomā", "Atvērta datu kopa.")
    (answer,) = on.outside.site.list("Atbildes").rows()
    assert (answer["Title"], answer["SubmittedBy"], answer["Completion"], answer["Done"], answer["SignOff"]) == (
        "2.8. · 2020 · IZM",
        IZM,
        "Izpildīts būtiskā apjomā",
        "Atvērta datu kopa.",
        "Melnraksts",
    )


async def test_nobody_who_answered_is_reminded(on: Stage) -> None:
    izm, varam = await joined(on, IZM, VARAM)
    izm.says("Izpildīts. Viss atvērts.")
    await on.settle()
    said = len(izm.messages)
    mornings(on, date(2021, 1, 21))  # the working day before the site's own day to sign by
    await on.settle()
    assert len(izm.messages) == said
    assert "atlikušas 11 dienas (7 darba dienas). Ja atbilde iestādē jāsaskaņo, " in last(varam).text
    assert "nododiet to parakstīšanai līdz piektdienai, 22. janvārim." in last(varam).text
    mornings(on, date(2021, 1, 22))
    await on.settle()
    assert "atlikušas 11 dienas" in last(varam).text


async def test_site_down_keeps_the_answer_and_says_so(on: Stage) -> None:
    (izm,) = await joined(on, IZM)
    on.outside.site.down = True
    izm.says("Izpildīts būtiskā apjomā. Sākts darbs.")
    await on.settle()
    assert "Platforma pašlaik nav pieejama; ierakstīsim, tiklīdz tā atkal darbosies." in last(izm).text
    assert on.outside.site.list("Atbildes").rows() == []

    await goes_on(on)
    assert last(izm).text.startswith("Jūsu atbilde tagad ir ierakstīta platformā (1. redakcija).")
    assert [one["Done"] for one in on.outside.site.list("Atbildes").rows()] == ["Sākts darbs."]
    assert row(on, "Pasakumi", "Number", "2.8")["Completion"] == "Izpildīts būtiskā apjomā"


async def test_correcting_makes_a_second_version_of_the_same_row(on: Stage) -> None:
    (izm,) = await joined(on, IZM)
    said = izm.says("Izpildīts. Viss atvērts.")
    await on.settle()
    izm.edits(said, "Izpildīts ierobežotā apjomā. Atvērta puse.")
    await on.settle()
    assert "(2. redakcija)" in last(izm).text
    (answer,) = on.outside.site.list("Atbildes").rows()
    assert (answer["Version"], answer["Done"]) == (2, "Atvērta puse.")
    assert row(on, "Pasakumi", "Number", "2.8")["Completion"] == "Izpildīts ierobežotā apjomā"


async def test_number_with_a_nought_stays_text_and_has_its_own_duty(outside: Outside, database_url: str) -> None:
    measures = outside.site.list("Pasakumi")
    source = dict(next(one for one in measures.rows() if one["Number"] == "2.1"))
    copied = {name: source[name] for name in ("Plan", "Commitment", "Lead", "Contact", "Completion")}
    measures.add({**copied, "Title": "Vēl viens pasākums", "Number": "2.10"})
    async with stage(outside, database_url, seconds=STILL) as on:
        await on.settle()
        (vid,) = await joined(on, "VID kontaktpersona")
        assert labels(last(vid)) == [["2.1.", "2.2.", "2.10."], *INSTEAD]


async def test_coordinator_sees_who_is_awaited_who_is_not_reached_and_what_has_no_lead(on: Stage) -> None:
    (coordinator,) = await joined(on, COORDINATOR)
    coordinator.says("/gaidam")
    await on.settle()
    text = last(coordinator).text
    assert "Saņemtās atbildes: 0 no 24." in text
    assert "NVD kontaktpersona" in text.split("Nevar sasniegt")[1]
    assert "Nav atbildīgās iestādes: 3.1." in text


async def test_english_speaker_gets_english(on: Stage) -> None:
    (izm,) = [(await on.cast([IZM]))[IZM]]
    izm.account.start(izm.token)
    await on.settle()
    izm.account.presses(last(izm.account).id, "English")
    await on.settle()
    assert labels(last(izm.account)) == [["Yes, it is", "No, correct it"], ["Latviski"]]
    izm.account.presses(last(izm.account).id, "Yes, it is")
    await on.settle()
    assert last(izm.account).text.startswith("Information about 2020\nDue: Monday, 1 February 2021")
