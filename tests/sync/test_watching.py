"""Rows of answers that people change, make or delete by hand: all of it is said, nothing is overwritten or lost."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import findings, publication_texts, settling_edits
from forum.disputes import Dispute
from forum.people import Person
from forum.publication_texts import PublicationText
from forum.replies import Reply, ReplyVersion
from forum.returning import ReturnedAnswer
from forum.times import At, real
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House

COORDINATOR = "VK koordinators"
# Whoever changes a row on the site, where a test names nobody else.
OWNER = "Vietnes īpašnieks"


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


async def test_an_answer_that_is_returned_there_is_to_be_completed_until_it_is_or_is_not_any_more(house: House) -> None:
    await written(house)
    house.joins("VARAM kontaktpersona")
    rows = house.outside.site.list("Atbildes")
    rows.edit(1, {"SignOff": "Atgriezts"})
    await house.pulled()
    for _ in range(2):
        settle(house)
    assert back(house) == [(1, 1, OWNER, True, False)]
    rows.edit(1, {"Title": "Mainīts."})  # no news of it
    await house.pulled()
    rows.edit(1, {"SignOff": "Saskaņots"})
    await house.pulled()
    house.reply("4.1", "Divi.")
    await house.push.drain()
    rows.edit(1, {"SignOff": "Atgriezts"})
    await house.pulled()
    settle(house)
    assert back(house) == [(1, 1, OWNER, True, True), (2, 2, OWNER, True, False)]
    told = [row.values["returned"] for row in house.messages("returned")]
    assert told == [row.id for row in house.all(ReturnedAnswer)]
    assert (said(house), house.item("Atbildes", 1)["SignOff"]) == ([], "Atgriezts")


def settle(house: House) -> None:
    house.store.do_now(settling_edits.settle, FORUM, now=START, policy=policy())


def back(house: House) -> list[tuple[int, int, str, bool, bool]]:
    """What is to be completed: the turn, the version, who returned it, whether it was told, whether it is over."""
    return [
        (row.turn, row.version, row.name, row.told_at is not None, row.kept_at is not None)
        for row in house.all(ReturnedAnswer)
    ]


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


def word_it(house: House, text: str, english: str = "") -> None:
    def write(session: Session) -> None:
        (reply,), by = session.scalars(select(Reply)).all(), session.get_one(Person, house.person(COORDINATOR).id)
        said = {"publish_text": text, "text_en": english}
        publication_texts.write(session, reply, said, by=by, at=At(now=START, real=real(), day=START.date()))

    house.store.do_now(write)


def wordings(house: House) -> list[tuple[str, str]]:
    return [(one.text, one.text_en) for one in house.all(PublicationText)]


async def test_what_is_written_here_for_the_public_goes_to_the_site_and_is_no_news_from_there(house: House) -> None:
    await written(house)
    rows = house.outside.site.list("Atbildes")
    rows.edit(1, {"PublishText": "Pirmais."})
    await house.pulled()
    word_it(house, "Otrais.", "Second.")
    rows.edit(1, {"SignOff": "Iesniegts"})
    await house.pulled()  # the site still has the text before, which is not taken for a newer one
    await house.push.drain()
    await house.pulled()
    assert wordings(house) == [("Pirmais.", ""), ("Otrais.", "Second.")]
    row = house.item("Atbildes", 1)
    told = (row["PublishText"], row["TextEn"], row["Done"], row["SignOff"])
    assert told == ("Otrais.", "Second.", "Viens.", "Iesniegts")
    rows.edit(1, {"PublishText": "Trešais."})
    await house.pulled()
    assert wordings(house)[2:] == [("Trešais.", "Second.")]
    # A row that somebody deleted says all of it again.
    rows.delete(1)
    word_it(house, "Ceturtais.", "Fourth.")
    await house.push.drain()
    assert [(one["Done"], one["PublishText"], one["TextEn"]) for one in rows.rows()] == [
        ("Viens.", "Ceturtais.", "Fourth.")
    ]
    assert (said(house), house.all(Dispute)) == ([], [])


async def test_of_two_texts_for_the_public_the_sites_counts_and_nobody_has_to_choose(house: House) -> None:
    await written(house)
    rows = house.outside.site.list("Atbildes")
    word_it(house, "Šeit.", "Here.")
    rows.edit(1, {"PublishText": "Tur."})
    await house.pulled()  # ours is on its way: which one counts is found out by the write
    await house.push.drain()
    await house.pulled()
    assert wordings(house) == [("Šeit.", "Here."), ("Tur.", "")]
    row = house.item("Atbildes", 1)
    assert (row["PublishText"], row.get("TextEn"), said(house), house.all(Dispute)) == ("Tur.", None, [], [])
    told = house.messages("publication-yielded")
    assert [(one.values["turn"], one.values["editor"]) for one in told] == [(1, "Vietnes īpašnieks")]
    house.reply("4.1", "Divi.")
    await house.push.drain()
    row = house.item("Atbildes", 1)
    assert (row["PublishText"], row["Done"]) == ("Tur.", "Divi.")


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
