"""Evidence, help and more time on the page: whatever is given is kept, whichever button is pressed."""

from __future__ import annotations

from typing import Any

import pytest

from forum import evidence, link_checks
from forum.evidence import Evidence, EvidenceContent
from forum.helping import HelpRequest
from forum.link_checks import Found
from forum.outbox import OutgoingMessage
from forum.replies import ReplyVersion
from tests.facts import FORUM, riga
from tests.web.worksheet.desk import ANSWER, Desk, cast

LINK = "https://dati.example/kopa"
FILE = ("C:\\mapes\\Apraksts.pdf", b"%PDF", "application/pdf")


def pieces(desk: Desk) -> list[tuple[str, str, str, int, bool]]:
    return [(row.kind.value, row.url, row.name, row.size, row.dropped_at is not None) for row in desk.all(Evidence)]


KEPT = [("link", LINK, "", len(LINK), False), ("file", "", "Apraksts.pdf", 4, False)]


def test_a_link_and_a_file_come_with_the_answer(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")
    page = desk.send(made.link, made.of() + "atbilde", {**ANSWER, "link": LINK}, file=FILE)
    assert (page.status, len(desk.all(ReplyVersion))) == (200, 1)
    assert page.texts("//ul[@class='pieces']/li") == [
        f"{LINK} Noņemt : {LINK}",
        "Apraksts.pdf 1 KB Noņemt : Apraksts.pdf",
    ]
    assert pieces(desk) == KEPT
    assert [row.content for row in desk.all(EvidenceContent)] == [b"%PDF"]
    assert [row.kind for row in desk.all(OutgoingMessage)] == ["echo"]  # the page shows it: no receipt


def test_what_is_given_stays_though_the_answer_is_wrong_and_is_not_given_twice(desk: Desk) -> None:
    made = cast(desk, "2.8")
    wrong = desk.send(made.link, made.of() + "atbilde", {**ANSWER, "done": "", "link": LINK}, file=FILE)
    assert (list(wrong.errors), wrong.value("link"), pieces(desk)) == (["done"], "", KEPT)
    again = desk.send(made.link, made.of() + "pieradijums", {**ANSWER, "link": LINK}, file=FILE)
    assert (again.status, again.told, pieces(desk)) == (200, ["Pierādījums ir pievienots."], KEPT)
    assert again.value("done") == ANSWER["done"]  # what was typed beside it stays
    assert desk.all(ReplyVersion) == []


def test_a_piece_is_taken_back_by_its_button(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.send(made.link, made.of() + "pieradijums", {"link": LINK})
    (piece,) = desk.all(Evidence)
    page = desk.send(made.link, made.of() + "nonemt", {**ANSWER, "piece": str(piece.id)})
    assert (page.told, page.value("done")) == (["Pierādījums ir noņemts."], ANSWER["done"])
    assert pieces(desk) == [("link", "", "", len(LINK), True)]
    for number in (str(piece.id), "999", "x", ""):
        assert desk.send(made.link, made.of() + "nonemt", {"piece": number}).told == [
            "Tas jau ir izdarīts; nekas nav mainīts."
        ]


@pytest.mark.parametrize(
    ("fields", "file", "wrong"),
    [
        ({}, None, ["link"]),
        ({"link": "ftp://x.example"}, None, ["link"]),
        ({"link": "https://x.example/a b"}, None, ["link"]),
        ({"link": "javascript:alert(1)"}, None, ["link"]),
        ({"link": f"https://x.example/{'a' * 255}"}, None, ["link"]),
        ({}, ("tukšs.txt", b"", "text/plain"), ["file"]),
        ({"link": "x"}, ("liels.bin", b"0" * (evidence.LARGEST + 1), "x/y"), ["link", "file"]),
    ],
)
def test_what_is_no_evidence_is_said_at_its_field(
    desk: Desk, fields: dict[str, str], file: tuple[str, bytes, str] | None, wrong: list[str]
) -> None:
    made = cast(desk, "2.8")
    page = desk.send(made.link, made.of() + "pieradijums", {**ANSWER, **fields}, file=file)
    assert (page.status, list(page.errors), page.value("done")) == (422, wrong, ANSWER["done"])
    assert page.value("link") == fields.get("link", "")
    assert pieces(desk) == []


def test_more_than_may_be_kept_is_refused(desk: Desk) -> None:
    made = cast(desk, "2.8")
    for number in range(evidence.MOST):
        desk.send(made.link, made.of() + "pieradijums", {"link": f"{LINK}/{number}"})
    page = desk.send(made.link, made.of() + "pieradijums", {"link": LINK})
    assert page.errors["link"].startswith("Pie šīs atbildes jau ir 20 pierādījumi")
    assert len(pieces(desk)) == evidence.MOST


def calls(desk: Desk) -> list[tuple[str, str]]:
    return [(row.trouble.value, row.words) for row in desk.all(HelpRequest)]


def told(desk: Desk) -> list[tuple[str, Any]]:
    return [(row.kind, row.values.get("until")) for row in desk.all(OutgoingMessage)]


def test_help_is_called_for_and_what_was_typed_beside_it_stays(desk: Desk) -> None:
    made = cast(desk, "2.8")
    fields = {**ANSWER, "trouble": "not_mine", "words": "Tagad atbild IZM jaunā kontaktpersona."}
    page = desk.send(made.link, made.of() + "neatbildu", fields)
    assert (page.status, page.told, page.value("done")) == (200, ["Nodots koordinatoram."], ANSWER["done"])
    assert page.texts("//p[@class='note']") == ["Nodots koordinatoram: Par to neatbildat Jūs."]
    assert page.value("words") == ""
    assert calls(desk) == [("not_mine", fields["words"])]
    assert told(desk) == [("help-needed", None)]


def test_more_time_is_asked_for_as_in_chat(desk: Desk) -> None:
    made = cast(desk, "2.8")
    fields = {"trouble": "extension", "until": "2021-02-15", "words": "Gaidām atzinumu."}
    desk.send(made.link, made.of() + "neatbildu", fields)
    assert (calls(desk), told(desk)) == ([("extension", "Gaidām atzinumu.")], [("extension-asked", "2021-02-15")])


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, "trouble"),
        ({"trouble": "other"}, "words"),
        ({"trouble": "letter"}, "words"),
        ({"trouble": "extension"}, "until"),
        ({"trouble": "extension", "until": "2021-02-01"}, "until"),
        ({"trouble": "extension", "until": "2021-09-01"}, "until"),
        ({"trouble": "extension", "until": "15. februāris"}, "until"),
    ],
)
def test_what_each_trouble_asks_for(desk: Desk, fields: dict[str, str], wrong: str) -> None:
    made = cast(desk, "2.8")
    page = desk.send(made.link, made.of() + "neatbildu", fields)
    assert (page.status, list(page.errors)) == (422, [wrong])
    assert (calls(desk), told(desk)) == ([], [])


def test_whoever_has_answered_needs_no_help(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    page = desk.send(made.link, made.of() + "neatbildu", {"trouble": "data"})
    assert (page.told, calls(desk)) == (["Tas jau ir izdarīts; nekas nav mainīts."], [])


def test_a_link_that_opens_no_more_is_said_beside_it(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.send(made.link, made.of() + "pieradijums", {"link": LINK})
    (piece,) = desk.all(Evidence)
    for count in range(link_checks.DEAD_AFTER):
        assert "vairs neatveras" not in desk.visit(made.link, made.of()).answer.text, count
        desk.do(lambda session: link_checks.keep(session, FORUM, piece.id, Found.GONE, "404", real=riga("2021-01-18")))
    assert desk.visit(made.link, made.of()).texts("//ul[@class='pieces']/li/strong") == [
        "Šī saite vairs neatveras; lūdzu, pievienojiet citu."
    ]
