"""An answer that a coordinator asks to be completed, in chat: it stands, its author is asked once, and may leave it."""

from __future__ import annotations

from forum import answering
from forum.answering import Answer
from forum.plan import Completion
from forum.replies import ReplyVersion
from forum.returning import ReturnedAnswer
from forum.rounds import Obligation
from tests.bot.chasing import ask, press
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said
from tests.facts import at, riga

WANTED = "Lūdzu, pievienojiet saiti uz datiem."
ASKED = [
    "Lūdzam papildināt atbildi.",
    "2.8. Pasākums 2.8",
    f"VK koordinators: «{WANTED}»",
    "Jūsu atbilde 18. janvārī plkst. 9.00 (1. redakcija):\n"
    "Stāvoklis: Izpildīts ierobežotā apjomā.\nPaveikts: «Dati ir publicēti.»",
    "Atbilde ir saglabāta un ir spēkā. Papildināt to varat līdz 15. februārim; var arī atstāt, kā ir.",
]


def answered(cast: Cast) -> None:
    def answer(session) -> None:  # type: ignore[no-untyped-def]
        given = Answer(channel="telegram", completion=Completion.LIMITED, done="Dati ir publicēti.")
        duty = session.get_one(Obligation, cast.town.all(Obligation)[0].id)
        answering.record(session, duty, cast.person, given, at=at("2021-01-18"))

    cast.town.do(answer)


async def send_back(cast: Cast, words: str = WANTED) -> None:
    await ask(cast, "/pasakums 2.8")
    await press(cast.town, cast.chief, "Publicējamais teksts: VARAM")
    await press(cast.town, cast.chief, "Lūgt papildināt")
    await ask(cast, words)


def rows(cast: Cast) -> list[tuple[int, int, str, bool]]:
    return [(row.turn, row.version, row.words, row.kept_at is not None) for row in cast.town.all(ReturnedAnswer)]


async def test_whoever_answered_is_asked_for_more_and_completes_it(one: Cast) -> None:
    answered(one)
    await send_back(one)
    assert said(one.chief)[-2:] == [
        "VARAM, 2.8. pasākums. Kas atbildē jāpapildina? Uzrakstiet vienā ziņā; to redzēs iestāde. "
        "Atbilde paliek spēkā.",
        "VARAM, 2.8. pasākums. Lūgumu papildināt nosūtīsim: VARAM kontaktpersona.",
    ]
    asked = last(one.member)
    assert asked.text.split("\n\n") == ASKED
    assert labels(asked) == [["Papildināt", "Atstāt, kā ir"], ["Kāpēc saņēmu šo ziņu?"]]
    # The answer is one all the while: it is not awaited, and nobody is reminded of it.
    assert [duty.discharged_at is None for duty in one.town.all(Obligation)] == [False]
    one.member.says("Dati ir publicēti: https://dati.example/kopas", reply_to=asked.id)
    await one.town.settle()
    assert [(row.version, row.completion, row.done) for row in one.town.all(ReplyVersion)] == [
        (1, Completion.LIMITED, "Dati ir publicēti."),
        (2, Completion.LIMITED, "Dati ir publicēti: https://dati.example/kopas"),
    ]
    # What was asked is settled by that: the old button does nothing.
    one.member.presses(asked.id, "Atstāt, kā ir")
    await one.town.settle()
    assert rows(one) == [(1, 1, WANTED, False)]


async def test_a_body_leaves_its_answer_as_it_is_and_the_coordinator_hears_of_it(one: Cast) -> None:
    answered(one)
    await send_back(one)
    await press(one.town, one.member, "Atstāt, kā ir")
    assert last(one.member).text == "2.8. Atbilde paliek, kā ir. Koordinatoram to paziņosim."
    assert last(one.chief).text == "VARAM, 2.8. pasākums. Iestāde atbildi atstāj, kā ir (VARAM kontaktpersona)."
    assert rows(one) == [(1, 1, WANTED, True)]
    await send_back(one, "Un vēl: kad atvērsiet API?")
    assert rows(one) == [(1, 1, WANTED, True), (2, 1, "Un vēl: kad atvērsiet API?", False)]


async def test_what_is_not_there_or_over_is_not_returned(one: Cast) -> None:
    answered(one)
    await ask(one, "/pasakums 2.8")
    await press(one.town, one.chief, "Publicējamais teksts: VARAM")
    one.town.clock.set(riga("2021-03-01 10:42"))
    await press(one.town, one.chief, "Lūgt papildināt")
    assert last(one.chief).text == "VARAM, 2.8. pasākums: kārta ir slēgta, atbildi vairs nevar papildināt."
    assert rows(one) == []
