"""By mail: an answer's words in English, and what of a worksheet that came back goes when it is erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from forum import awaited, erasing
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage
from forum.plan import Measure
from forum.publication_texts import PublicationText
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from tests.bot.email.post import Post
from tests.bot.email.replies import reply
from tests.bot.email.test_reached import IZM
from tests.bot.email.test_returned import DONE, LIMITED, STATE, asked, confirmed
from tests.bot.email.worksheet_files import attached, in_excel, in_word, returned
from tests.facts import at


async def test_where_the_forum_asks_for_english_files_and_mails_take_it(read_post: Post) -> None:
    """A column of the worksheet, a label in a text, a word in place of a press; each is said back."""
    read_post.policy = replace(read_post.policy, english=True)
    read_post.join()
    mail = await asked(read_post, measures=4)
    english = "Teksts angliski"
    filled = in_word(attached(mail)[1], {"2.2.": {**LIMITED, english: "A draft."}})
    await read_post.comes(returned(reply(mail, ""), "darba-lapa-2021.docx", filled))
    assert "Nākamais solis: «Saskaņot.» Angliski: «A draft.»" in await confirmed(read_post)
    await read_post.comes(reply(mail, "/darbalapa excel"))
    sheet = attached(read_post.to(IZM)[-1])[1]
    rows = {"3.1.": {STATE: "Izpildīts", DONE: "Ir.", english: "It is."}, "2.2.": {**LIMITED, english: "The draft."}}
    await read_post.comes(returned(reply(mail, ""), "darba-lapa-2021.xlsx", in_excel(sheet, rows)))
    said = await confirmed(read_post)
    assert ("Angliski: «It is.»" in said, "Angliski: «The draft.»" in said) == (True, True)
    await read_post.comes(reply(mail, "3.2. Izpildīts. Gatavs.\nAngliski: Ready.\n3.3: Izpildīts. Pabeigts."))
    assert "Angliski: «Ready.»" in await confirmed(read_post)
    answer = reply(mail, "3.3. Izpildīts. Viss pabeigts.")
    await read_post.comes(answer)
    assert [row.done for row in read_post.town.all(ReplyVersion)] == [
        "Sagatavots projekts.", "Ir.", "Gatavs.", "Pabeigts.", "Viss pabeigts.",
    ]  # fmt: skip
    texts = [(row.turn, row.version, row.text_en) for row in read_post.town.all(PublicationText)]
    assert sorted(texts) == [(1, 1, "A draft."), (1, 1, "It is."), (1, 1, "Ready."), (2, 1, "The draft.")]


async def test_what_is_erased_goes_from_worksheets_that_could_not_be_read_too(read_post: Post) -> None:
    """The wrong cell was quoted, and the file lies in the mail that brought it."""
    mail, secret = await asked(read_post), "Slepenais iemesls."
    for state in ("Bez izmaiņām", "Izpildīts"):
        filled = in_word(attached(mail)[1], {"2.2.": {STATE: state, DONE: secret}})
        await read_post.comes(returned(reply(mail, f"Pielikumā. {secret}"), "darba-lapa-2021.docx", filled))

    def erase(session: Session) -> bool:
        duty = (
            session.query(Obligation).join(Measure, Measure.id == Obligation.measure_id).filter_by(number="2.2").one()
        )
        (person,) = awaited.askers(session, duty, day=date(2021, 1, 4))
        at_once = at("2021-01-04 10:00")
        return erasing.erase(session, duty, person, channel="page", at=at_once, own={person.id}, echo=None)

    def left(session: Session) -> dict[str, int]:
        words = [row for row in session.query(OutgoingMessage) if secret in repr(row.values)]
        return {"quoted": len(words), "mails": sum(bool(row.body) for row in session.query(IncomingMessage))}

    assert read_post.town.do(left) == {"quoted": 2, "mails": 2}
    assert read_post.town.do(erase)
    assert read_post.town.do(left) == {"quoted": 0, "mails": 0}
