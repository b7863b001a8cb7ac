"""Evidence in chat: a picture, a file or a link is kept with the answer it belongs to, and can be taken back."""

from __future__ import annotations

from hashlib import sha256

import pytest

from forum.evidence import Evidence, EvidenceContent, EvidenceKind
from forum.rounds import Obligation
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said, toasts
from tests.facts import Facts

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big") + b"\0" * 20
PAPER = b"%PDF-1.7 apraksts"
PRIVATE = "Glabājas pie Jūsu atbildes; nav publisks."


def kept(cast: Cast) -> list[tuple[EvidenceKind, str, int, str]]:
    """What is kept: its kind, name or address, size, and the hash of its bytes."""
    return [(one.kind, one.name or one.url, one.size, one.sha256) for one in cast.town.all(Evidence)]


async def settle(cast: Cast) -> None:
    """Let all happen that is due, and what waits for the workspace a moment."""
    await cast.town.settle()
    cast.town.pass_time()
    await cast.town.settle()


async def test_a_file_is_kept_with_the_only_measure_there_is(one: Cast) -> None:
    one.member.sends_document("apraksts.pdf", PAPER)
    await settle(one)
    assert last(one.member).text == (
        f"Pierādījums ir saglabāts. 2.8. pasākums\n– fails «apraksts.pdf», 1 KB\n\n{PRIVATE}"
    )
    assert kept(one) == [(EvidenceKind.FILE, "apraksts.pdf", len(PAPER), sha256(PAPER).hexdigest())]
    assert [row.content for row in one.town.all(EvidenceContent)] == [PAPER]
    # It is no answer: what is awaited stays so.
    assert (one.town.versions(), one.town.discharged()) == ([], [False])


async def test_a_picture_after_an_answer_belongs_to_that_answer(two: Cast) -> None:
    (first, _) = two.town.all(Obligation)
    two.town.put(two.person, "ask-status", obligation=first.id)
    await two.town.settle()
    two.member.says("Izpildīts. Dati publicēti.", reply_to=last(two.member).id)
    await settle(two)
    two.member.sends_photo(PICTURE)
    await settle(two)
    assert last(two.member).text.startswith("Pierādījums ir saglabāts. 2.8. pasākums\n– attēls, 1 KB")
    assert [one.obligation_id for one in two.town.all(Evidence)] == [first.id]


async def test_where_it_is_not_clear_the_member_is_asked_and_nothing_is_lost(two: Cast) -> None:
    (_, second) = two.town.all(Obligation)
    two.member.sends_photo(PICTURE)
    await settle(two)
    assert (last(two.member).text, labels(last(two.member))) == (
        "Saņēmām. Uz ko tas attiecas?",
        [["2.8.", "2.10."]],
    )
    question = last(two.member).id
    two.member.presses(question, "2.10.")
    await settle(two)
    assert [one.obligation_id for one in two.town.all(Evidence)] == [second.id]
    two.member.presses(question, "2.8.")
    await settle(two)
    assert toasts(two.member)[-1] == "Tas jau ir izdarīts."
    assert [one.obligation_id for one in two.town.all(Evidence)] == [second.id]


async def test_words_beside_a_picture_are_the_answer(one: Cast) -> None:
    one.member.sends_photo(PICTURE, "Izpildīts. Dati publicēti.")
    await settle(one)
    assert one.town.discharged() == [True]
    assert one.town.versions() == [("complete", "Dati publicēti.")]
    assert [row.kind for row in one.town.all(Evidence)] == [EvidenceKind.PICTURE]


async def test_pictures_of_an_album_are_told_in_one_receipt(one: Cast) -> None:
    for _ in range(3):
        one.member.sends_photo(PICTURE)
    await settle(one)
    assert said(one.member) == ["Pierādījumi ir saglabāti. 2.8. pasākums\n" + "– attēls, 1 KB\n" * 3 + f"\n{PRIVATE}"]
    assert labels(last(one.member)) == [["Noņemt: 1", "Noņemt: 2", "Noņemt: 3"]]


async def test_a_link_is_asked_for_beside_an_answer(one: Cast) -> None:
    one.member.says("Izpildīts. Dati publicēti.")
    await settle(one)
    one.member.presses(last(one.member).id, "Pievienot pierādījumu")
    await settle(one)
    assert last(one.member).text.startswith("2.8. Pasākums 2.8\n\nNosūtiet saiti, attēlu, video, balss ziņu vai failu")
    one.member.says("nav ko")
    await settle(one)
    assert last(one.member).text.startswith("Šeit nav saites.")
    one.member.says("Skat. https://dati.example/kopa un https://dati.example/otra")
    await settle(one)
    assert [row[:2] for row in kept(one)] == [
        (EvidenceKind.LINK, "https://dati.example/kopa"),
        (EvidenceKind.LINK, "https://dati.example/otra"),
    ]
    assert one.town.versions() == [("complete", "Dati publicēti.")]


async def test_what_was_given_can_be_taken_back(one: Cast) -> None:
    one.member.sends_document("apraksts.pdf", PAPER)
    await settle(one)
    receipt = last(one.member).id
    one.member.presses(receipt, "Noņemt")
    await settle(one)
    assert last(one.member).text == "Noņemts. Šis pierādījums pie atbildes vairs nav pievienots."
    assert one.town.all(EvidenceContent) == []
    assert [(row.name, row.external_id) for row in one.town.all(Evidence)] == [("", "")]
    one.member.presses(receipt, "Noņemt")
    await settle(one)
    assert toasts(one.member)[-1] == "Tas jau ir izdarīts."


async def test_a_file_too_large_for_the_bot_is_refused_with_what_to_do(one: Cast) -> None:
    one.member.sends_document("video.mp4", b"0" * (20 * 2**20 + 1))
    await settle(one)
    assert said(one.member) == [
        "Fails ir lielāks par 20 MB, un Telegram to mums neizsniedz. Lūdzu, ievietojiet to platformas bibliotēkā "
        "«Pierādījumi» vai nosūtiet saiti."
    ]
    assert kept(one) == []


@pytest.mark.parametrize("deed", ["photo", "document"])
async def test_whoever_is_not_asked_for_anything_is_told_that_it_is_not_kept(one: Cast, deed: str) -> None:
    stranger = one.town.make(_idle)
    account = one.town.account(1000 + stranger)
    account.sends_photo(PICTURE) if deed == "photo" else account.sends_document("a.pdf", PAPER)
    await settle(one)
    assert said(account) == ["Paldies! Pašlaik no Jums nekas nav gaidāms, tāpēc fails nav saglabāts."]
    assert kept(one) == []


def _idle(facts: Facts) -> int:
    """A member of a body that owes nothing; answers their number."""
    return facts.member("Valsts kase kontaktpersona", facts.body("Valsts kase")).id


async def test_the_words_beside_a_picture_are_put_right_by_editing(one: Cast) -> None:
    chat = {"id": one.member.id, "type": "private", "first_name": "Member"}
    file = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "file_size": 3}
    message = {"message_id": 900_000, "date": 1, "chat": chat, "from": one.member.user, "photo": [file]}
    one.town.api.inject({"message": {**message, "caption": "Izpildīts. Dati publiceti."}})
    await one.town.settle()
    one.town.api.inject({"edited_message": {**message, "edit_date": 2, "caption": "Izpildīts. Dati publicēti."}})
    await one.town.settle()
    assert one.town.versions() == [("complete", "Dati publiceti."), ("complete", "Dati publicēti.")]
    assert len(one.town.all(Evidence)) == 1


async def test_a_spoken_message_and_a_video_are_kept_as_files(one: Cast) -> None:
    one.member.sends_voice(b"OggS balss")
    await settle(one)
    assert last(one.member).text == (
        "Pierādījums ir saglabāts. 2.8. pasākums\n– skaņas ieraksts «voice.ogg», 1 KB\n\n"
        "Skaņas ierakstu glabājam kā failu, bet neklausāmies. Ja tā ir Jūsu atbilde, lūdzu, uzrakstiet to arī vārdos."
        f"\n\n{PRIVATE}"
    )
    one.member.sends_video("atklāšana.mp4", b"ftyp video", "Izpildīts. Atklāšana notika.")
    await settle(one)
    assert "– video «atklāšana.mp4», 1 KB" in "\n".join(said(one.member))
    assert kept(one) == [
        (EvidenceKind.FILE, "voice.ogg", 10, sha256(b"OggS balss").hexdigest()),
        (EvidenceKind.FILE, "atklāšana.mp4", 10, sha256(b"ftyp video").hexdigest()),
    ]
    assert one.town.versions() == [("complete", "Atklāšana notika.")]
