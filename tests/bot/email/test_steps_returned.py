"""Milestones by mail: a worksheet's rows say how far they are, and so does a line that begins with their number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forum.milestones import Milestone
from forum.plan import Completion, Measure
from tests.bot.email.post import Post
from tests.bot.email.replies import reply
from tests.bot.email.test_reached import IZM
from tests.bot.email.test_returned import DONE, LIMITED, STATE, asked, confirmed, kept
from tests.bot.email.worksheet_files import attached, in_excel, in_word, returned
from tests.facts import FORUM, Facts

LINK = "https://dati.example/kopa"


async def with_steps(post: Post) -> None:
    def add(facts: Facts) -> None:
        own = facts.session.query(Measure).filter_by(number="2.2").one()
        for number in range(1, 5):
            one = Milestone(forum=FORUM, number=f"2.2.{number}", title=f"Solis {number}", measure_id=own.id)
            facts.session.add(one)

    post.town.make(add)


def steps(post: Post) -> list[Completion | None]:
    return [row.completion for row in post.town.all(Milestone)]


def lines(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("– ")]


@pytest.mark.parametrize(("kind", "fill"), [("docx", in_word), ("xlsx", in_excel)])
async def test_a_worksheet_says_how_far_milestones_are(read_post: Post, kind: str, fill: Callable[..., bytes]) -> None:
    await asked(read_post)
    await with_steps(read_post)
    await read_post.comes(reply(read_post.to(IZM)[-1], "/darbalapa excel" if kind == "xlsx" else "/darbalapa"))
    sheet = read_post.to(IZM)[-1]
    rows = {
        "2.2.": LIMITED,
        "2.2.1.": {STATE: "Izpildīts"},
        "2.2.2.": {STATE: "Nav ko ziņot"},
        "2.2.3.": {STATE: "pusē"},
    }
    if kind == "xlsx":
        rows["2.2.4."] = {STATE: "Izpildīts", DONE: "Viss."}
    file = fill(attached(sheet)[1], rows)
    await read_post.comes(returned(reply(sheet, ""), f"lapa.{kind}", file))
    in_excel_too = Completion.COMPLETE if kind == "xlsx" else None
    assert steps(read_post) == [Completion.COMPLETE, None, None, in_excel_too]
    (answered,) = kept(read_post)
    assert answered[1].endswith("\n2.2.4. Viss.") is (kind == "xlsx")
    said = lines(await confirmed(read_post))
    assert said[1] == "– 2.2.1. Starprezultāts: Izpildīts."
    assert ["šāda stāvokļa nav" in said[-2], "«pusē» nav neviens no stāvokļiem" in said[-1]] == [True, True]

    # Said otherwise since, the same file sent once more takes nothing back.
    await read_post.comes(reply(read_post.to(IZM)[-1], "2.2.1 – Izpildīts būtiskā apjomā. Viens trūkst."))
    assert steps(read_post)[0] is Completion.SUBSTANTIAL
    assert "2.2.1. Viens trūkst.»" in await confirmed(read_post)
    assert [words[1].split("\n")[-1] for words in kept(read_post)][-1] == "2.2.1. Viens trūkst."
    await read_post.comes(returned(reply(sheet, ""), f"lapa.{kind}", file))
    assert steps(read_post)[0] is Completion.SUBSTANTIAL


async def test_a_text_tells_measures_and_milestones_apart(read_post: Post) -> None:
    mail = await asked(read_post)
    await with_steps(read_post)
    await read_post.comes(
        reply(mail, "2.2: Izpildīts. Paveikts, arī\n2.2.4. punkts ir gatavs.\n2.2.1: Nav sākts\n2.2.2 Izpildīts")
    )
    assert kept(read_post) == [("complete", "Paveikts, arī\n2.2.4. punkts ir gatavs.", "", "", "email")]
    assert steps(read_post) == [Completion.NOT_STARTED, Completion.COMPLETE, None, None]
    assert lines(await confirmed(read_post))[1:] == [
        "– 2.2.1. Starprezultāts: Nav sākts.",
        "– 2.2.2. Starprezultāts: Izpildīts.",
    ]


async def test_a_link_stands_with_its_milestone_and_words_wait_for_an_answer(read_post: Post) -> None:
    mail = await asked(read_post)
    await with_steps(read_post)
    await read_post.comes(reply(mail, f"2.2.1: Izpildīts, {LINK}.\n2.2.2: {LINK}/2\n2.2.3 Izpildīts. Viens trūkst."))
    assert [(row.completion, row.evidence) for row in read_post.town.all(Milestone)] == [
        (Completion.COMPLETE, LINK),
        (None, f"{LINK}/2"),
        (Completion.COMPLETE, ""),
        (None, ""),
    ]
    said = lines(await confirmed(read_post))
    assert said[0] == f"– 2.2.1. Starprezultāts: Izpildīts; pierādījums: {LINK}"
    assert ("teksts pie starprezultāta nav ierakstīts" in said[3], kept(read_post)) == (True, [])
