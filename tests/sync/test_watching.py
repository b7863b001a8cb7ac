"""Rows of answers that people change, make or delete by hand: all of it is said, nothing is overwritten or lost."""

from __future__ import annotations

from forum import findings
from forum.disputes import Dispute
from forum.publication_texts import PublicationText
from forum.replies import ReplyVersion
from tests.sync.conftest import FORUM, House


def said(house: House) -> list[tuple[str, str, str]]:
    """Of the list of answers: kind, row, columns."""
    found = house.store.read_now(lambda session: findings.standing(session, FORUM))
    told = [(one["kind"], one["values"]) for one in found if one["values"].get("list") == "Atbildes"]
    return [(kind, values["row"], values.get("columns", "")) for kind, values in told]


async def written(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    await house.pulled()


async def test_our_own_rows_are_in_order(house: House) -> None:
    await written(house)
    assert said(house) == []
    await house.pulled(full=True)
    assert said(house) == []


async def test_a_changed_answer_is_said_until_it_is_put_right_and_never_read_as_one(house: House) -> None:
    await written(house)
    rows = house.outside.site.list("Atbildes")
    rows.edit(1, {"Done": "Labots ar roku.", "Obstacles": "Naudas nav."})
    await house.pulled()
    assert said(house) == [("reply-changed", "1", "Paveikts, Šķēršļi")]
    assert [one.done for one in house.all(ReplyVersion)] == ["Viens."]
    rows.edit(1, {"Done": "Viens.", "Obstacles": ""})
    await house.pulled()
    assert said(house) == []


async def test_the_coordinators_own_columns_are_theirs(house: House) -> None:
    await written(house)
    house.outside.site.list("Atbildes").edit(1, {"SignOff": "Saskaņots", "PublishText": "Redakcija.", "LetterNo": "1"})
    await house.pulled()
    assert said(house) == []


async def test_what_is_for_the_public_stands_beside_the_words_as_given(house: House) -> None:
    """No question and no finding comes of it; what was said stays, and the text is of the version that was there."""
    await written(house)
    rows = house.outside.site.list("Atbildes")
    rows.edit(1, {"PublishText": "Rediģēts."})
    await house.pulled()
    rows.edit(1, {"TextEn": "Edited."})
    await house.pulled()
    house.reply("4.1", "Divi.")
    await house.push.drain()
    rows.edit(1, {"PublishText": ""})
    await house.pulled()
    texts = [(one.turn, one.version, one.text, one.text_en) for one in house.all(PublicationText)]
    assert texts == [(1, 1, "Rediģēts.", ""), (2, 1, "Rediģēts.", "Edited."), (3, 2, "", "Edited.")]
    assert [one.done for one in house.all(ReplyVersion)] == ["Viens.", "Divi."]
    assert (house.item("Atbildes", 1)["Done"], said(house), house.all(Dispute)) == ("Divi.", [], [])


async def test_a_changed_answer_is_not_overwritten_by_the_next_version(house: House) -> None:
    await written(house)
    house.outside.site.list("Atbildes").edit(1, {"Done": "Labots ar roku."})
    await house.pulled()
    house.reply("4.1", "Divi.")
    await house.push.drain()
    assert house.item("Atbildes", 1)["Done"] == "Labots ar roku."
    assert [one.theirs for one in house.all(Dispute)] == [{"done": "Labots ar roku."}]


async def test_a_row_made_by_hand_is_said_and_its_end_too(house: House) -> None:
    await written(house)
    rows = house.outside.site.list("Atbildes")
    made = rows.add({"Title": "Ar roku", "Done": "Kaut kas."})
    await house.pulled()
    assert said(house) == [("reply-by-hand", str(made), "")]
    rows.delete(made)
    await house.pulled()
    assert said(house) == []


async def test_a_deleted_answer_is_said_and_made_anew_with_its_next_version(house: House) -> None:
    await written(house)
    rows = house.outside.site.list("Atbildes")
    rows.delete(1)
    await house.pulled()
    assert said(house) == [("reply-deleted", "1", "")]
    rows.restore(1)
    await house.pulled()
    assert said(house) == []
    rows.delete(1)
    await house.pulled()
    house.reply("4.1", "Divi.")
    await house.push.drain()
    await house.pulled()
    assert (said(house), [one["Done"] for one in rows.rows()]) == ([], ["Divi."])


async def test_what_is_on_its_way_is_no_change_by_hand(house: House) -> None:
    await written(house)
    house.reply("4.1", "Divi.")
    house.outside.site.list("Atbildes").edit(1, {"Done": "Labots ar roku."})
    await house.pulled()
    assert said(house) == []
