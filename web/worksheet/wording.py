"""Wording on the page: a coordinator writes what the public is to read of each answer, beside the words as given, or
asks its body to complete it."""

from __future__ import annotations

from forum import filings, publication_texts, replies, returning
from forum.people import Institution, Person
from forum.plan import Measure, number_order
from forum.publication_texts import PublicationText
from forum.replies import LONGEST, Manner, Reply, ReplyVersion
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Values
from web.worksheet import completing, desk
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.sheets import Sheet
from web.worksheet.visits import Visitor


def view(visitor: Visitor, *, one: int) -> Values | None:
    """All answers of the round, as its report tells them, in the plan's order."""
    found = desk.of(visitor, {"round": one})
    if found is None:
        return None
    texts = publication_texts.of_round(visitor.session, found[0])
    back = returning.of_round(visitor.session, found[0])
    rows = [
        {**_entry(visitor, *row, text=texts.get(row[0].id)), "returned": completing.told(back.get(row[0].id))}
        for row in _answers(visitor, found[0])
    ]
    return {
        "round": found[0].id,
        "title": found[0].title,
        "answers": sorted(rows, key=lambda row: (number_order(row["number"]), row["duty"])),
        "worded": sum(bool(row["text"]) for row in rows),
    }


def _answers(visitor: Visitor, one: Round) -> list[tuple[Obligation, Reply, ReplyVersion]]:
    """Of each answer the version that counts: the one in its signed letter, else the last."""
    session = visitor.session
    held = {number: version for number, (_, version) in filings.frozen(session, one).items()}
    found = []
    for number, (reply, version) in replies.of_round(session, one).items():
        duty = session.get_one(Obligation, number)
        if duty.voice is Voice.INSTITUTION:
            found.append((duty, reply, held.get(number, version)))
    return found


def _entry(
    visitor: Visitor, duty: Obligation, reply: Reply, version: ReplyVersion, *, text: PublicationText | None
) -> Values:
    measure = visitor.session.get_one(Measure, duty.measure_id)
    return {
        "duty": duty.id,
        "reply": reply.id,
        "number": measure.number,
        "title": measure.title,
        "body": visitor.session.get_one(Institution, duty.institution_id).named(visitor.language),
        "version": version.version,
        "unchanged": version.manner is Manner.UNCHANGED,
        "nothing": version.manner is Manner.NOTHING,
        "internal": version.internal,
        "erased": visitor.day_of(version.erased_at),
        "completion": version.completion.value if version.completion else "",
        **{name: version.told(name) for name in ("done", "obstacles", "next_step")},
        "text": text.text if text else "",
        "english": text.text_en if text else "",
        "stale": text.version if text and text.text and text.version != version.version else 0,
        "turn": publication_texts.turn(visitor.session, reply),
    }


def _acted(visitor: Visitor, form: Form, *, one: int) -> Outcome | None:
    """What is done about one answer of the round: worded, or returned."""
    found, number = desk.of(visitor, {"round": one}), form.number("reply")
    reply = visitor.session.get(Reply, number) if number is not None else None
    duty = visitor.session.get(Obligation, reply.obligation_id) if reply is not None else None
    if found is None or reply is None or duty is None or (duty.forum, duty.round_id) != (visitor.forum, found[0].id):
        return None
    return (
        completing.ask(visitor, form, duty, found[1]) if form.text("return") else _write(visitor, form, reply, found[1])
    )


def _write(visitor: Visitor, form: Form, reply: Reply, by: Person) -> Outcome:
    """Keep the wording of one answer, unless somebody wrote another since it was shown."""
    errors = Errors({name: "ws-error-long" for name in ("text", "english") if len(form.text(name)) > LONGEST})
    if form.text("turn") != str(publication_texts.turn(visitor.session, reply)):
        errors["text"] = "ws-error-wording-since"
    if errors:
        return Wrong(form, errors)
    version = form.number("version")
    version = reply.version if version is None else min(version, reply.version)
    said = {"publish_text": form.text("text"), "text_en": form.text("english"), "version": version}
    row = publication_texts.write(visitor.session, reply, said, by=by, at=visitor.at)
    if row is None:
        return Done("already")
    return Done("worded" if row.text or row.text_en else "unworded")


SHEETS = (Sheet(path="teksti/{one:row}/", template="wording.jinja", view=view, act=_acted),)
