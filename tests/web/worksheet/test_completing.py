"""An answer that a coordinator asks to be completed, on the pages: seen by its body, which completes or leaves it."""

from __future__ import annotations

from forum.outbox import OutgoingMessage
from forum.returning import ReturnedAnswer
from tests.web.worksheet.desk import ANSWER, Desk, cast

WANTED = "Pievienojiet saiti uz datiem."
ASKED = f"Lūgts papildināt 18. janvārī plkst. 10.42 (VK koordinators): «{WANTED}»"


def test_a_body_is_asked_for_more_and_completes_its_answer(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")
    link, mine = desk.link(made.coordinator), made.of()
    texts, table = f"teksti/{made.duties[0].round_id}/", f"karta/{made.duties[0].round_id}/"
    desk.send(made.link, mine + "atbilde", ANSWER)
    asked = {"reply": "1", "wanted": WANTED, "return": "yes"}
    wrong = desk.send(link, texts, {**asked, "wanted": " "})
    assert (wrong.status, wrong.errors) == (422, {"wanted": "Uzrakstiet, kas jāpapildina."})
    assert desk.send(made.link, texts, asked).status == 404
    kept = desk.send(link, texts, asked)
    assert kept.told == ["Lūgums papildināt ir saglabāts; iestādei to nosūtīsim darba laikā."]
    assert kept.texts("//li//p[@class='note']") == [ASKED]
    assert desk.visit(link, table).texts(f"//a[contains(@href, '/{texts}') and contains(., 'papild')]") == [
        "Lūgts papildināt: 1 atbilde."
    ]
    assert desk.visit(made.link, "").texts("//li//p[@class='note']") == ["Lūdzam papildināt atbildi"]
    assert desk.visit(made.link, mine).texts("//section[@aria-labelledby='returned']/p") == [
        ASKED,
        "Papildiniet atbildi zemāk un nosūtiet to vēlreiz. Līdz tam spēkā ir iesniegtā atbilde.",
    ]
    # The same once more is no other answer; what is new settles it.
    desk.send(made.link, mine + "atbilde", ANSWER)
    assert len(desk.visit(made.link, mine).texts("//section[@aria-labelledby='returned']")) == 1
    desk.send(made.link, mine + "atbilde", {**ANSWER, "done": "Dati: https://dati.example/kopas"})
    assert desk.visit(made.link, mine).texts("//section[@aria-labelledby='returned']") == []
    assert desk.visit(link, texts).texts("//li//p[@class='note']") == []
    assert desk.send(made.link, mine + "atstat", {}).told == ["Tas jau ir izdarīts; nekas nav mainīts."]


def test_a_body_leaves_its_answer_on_the_page(desk: Desk) -> None:
    made = cast(desk, "2.8")
    link, texts = desk.link(made.coordinator), f"teksti/{made.duties[0].round_id}/"
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    desk.send(link, texts, {"reply": "1", "wanted": WANTED, "return": "yes"})
    assert desk.send(made.link, made.of() + "atstat", {}).told == ["Atbilde paliek, kā ir."]
    assert [row.kept_at is None for row in desk.all(ReturnedAnswer)] == [False]
    assert [row.person_id for row in desk.all(OutgoingMessage) if row.kind == "returned-kept"] == [made.coordinator.id]
    # An answer whose words are erased leaves no word of what was asked about it.
    desk.send(made.link, made.of() + "dzest-tekstu", {"sure": "yes"})
    assert [row.words for row in desk.all(ReturnedAnswer)] == [""]
