"""Voicing: a partner's pages: what it follows, and how it sees one measure; sealed where the round is blind."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from forum import replies, speaking, views, voices
from forum.people import Institution
from forum.plan import Commitment, Completion, Measure, number_order, of_plan
from forum.replies import LONGEST, ReplyVersion
from forum.rounds import Obligation, Round, Voice
from forum.speaking import NotNow, Seat, View
from forum.store.base import Values
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import CHANNEL, Done, Outcome, Wrong
from web.worksheet.sheets import Sheet
from web.worksheet.visits import Visitor
from words import completions

# So long after a round what a partner said in it, and what was replied, stands on its first page.
SHOWN_FOR = timedelta(days=60)


def _bodies(visitor: Visitor) -> list[Institution]:
    return voices.bodies(visitor.session, visitor.forum, visitor.people, day=visitor.at.day)


def start(visitor: Visitor) -> Values | None:
    """What a partner's first page shows of the rounds that hear partners now; None to whoever speaks for none."""
    bodies = _bodies(visitor)
    if not bodies:
        return None
    numbers = [body.id for body in bodies]
    heard = voices.heard_now(visitor.session, visitor.forum, day=visitor.at.day)
    heard += [one for one in views.rounds_of(visitor.session, visitor.forum, numbers) if _lately(visitor, one)]
    follows = voices.followed(visitor.session, visitor.forum, numbers)
    return {
        "follows": sum(map(len, follows.values())),
        "rounds": [_round(visitor, one, bodies, follows) for one in heard],
    }


def _lately(visitor: Visitor, one: Round) -> bool:
    """Whether a round is over, and what was said in it can be replied to still, or was a short while ago."""
    return one.closed_on(visitor.at.day) and visitor.at.day <= one.last_day() + SHOWN_FOR


def _round(visitor: Visitor, one: Round, bodies: list[Institution], follows: dict[int, set[int]]) -> Values:
    session = visitor.session
    does = voices.implements(session, visitor.forum, [body.id for body in bodies])
    said = {(row.duty.institution_id, row.duty.measure_id) for row in views.of(session, one)}
    rows = []
    for body in bodies:
        for number in follows[body.id]:
            measure = session.get_one(Measure, number)
            if measure.plan_id == one.plan_id:
                stage = voices.stage(session, one, number, day=visitor.at.day, policy=visitor.policy)
                rows.append((measure, body, (body.id, number) in said, number in does[body.id], stage))
    rows.sort(key=lambda row: (number_order(row[0].number), row[1].id))
    return {
        "title": one.title,
        "blind": voices.blind(session, one),
        "until": one.last_day(),
        "measures": [
            {
                "path": f"v/{one.id}/{measure.id}/{body.id}/",
                "number": measure.number,
                "title": measure.title,
                "body": body.named(visitor.language),
                "said": spoken,
                "does": own,
                "stage": stage.value,
            }
            for measure, body, spoken, own, stage in rows
        ],
    }


def following(visitor: Visitor) -> Values | None:
    """All measures of the plans there are, by commitment, those marked that each of the visitor's bodies follows."""
    bodies = _bodies(visitor)
    if not bodies:
        return None
    numbers = [body.id for body in bodies]
    session, forum = visitor.session, visitor.forum
    follows, does = voices.followed(session, forum, numbers), voices.implements(session, forum, numbers)
    rows = list(session.scalars(select(Measure).where(of_plan(forum))))
    named = {row.id: row for row in session.scalars(select(Commitment).where(Commitment.forum == forum))}
    groups: dict[int, list[Measure]] = {}
    for row in sorted(rows, key=lambda row: (number_order(row.number), row.id)):
        groups.setdefault(row.commitment_id or 0, []).append(row)
    return {
        "bodies": [
            {
                "id": body.id,
                "name": body.named(visitor.language),
                "groups": [
                    {
                        "title": f"{named[key].number}. {named[key].title}" if key in named else "",
                        "measures": [
                            {
                                "id": row.id,
                                "number": row.number,
                                "title": row.title,
                                "followed": row.id in follows[body.id],
                                "does": row.id in does[body.id],
                            }
                            for row in group
                        ],
                    }
                    for key, group in groups.items()
                ],
            }
            for body in bodies
        ]
    }


def follow(visitor: Visitor, form: Form) -> Outcome | None:
    """Keep exactly what is marked."""
    bodies = _bodies(visitor)
    if not bodies:
        return None
    rows = select(Measure.id).where(of_plan(visitor.forum))
    known = set(visitor.session.scalars(rows))
    for body in bodies:
        wanted = known.intersection(form.numbers(f"m{body.id}"))
        by = voices.speaker(visitor.people, body, day=visitor.at.day)
        voices.follow(visitor.session, body, wanted, by=by, at=visitor.at)
    return Done("followed")


def _seat(visitor: Visitor, one: int, measure: int, body: int) -> Seat | None:
    found = visitor.session.get(Round, one), visitor.session.get(Measure, measure)
    mine = next((row for row in _bodies(visitor) if row.id == body), None)
    if found[0] is None or found[1] is None or mine is None or found[0].forum != visitor.forum:
        return None
    if found[0].gone_at is not None or found[1].plan_id != found[0].plan_id or not voices.hears(found[0]):
        return None
    return Seat(found[0], found[1], mine)


def view(visitor: Visitor, *, one: int, measure: int, body: int) -> Values | None:
    """One measure as a partner sees it: what the bodies said (in turn), what it said itself, and the form."""
    seat = _seat(visitor, one, measure, body)
    if seat is None:
        return None
    session, row = visitor.session, seat.measure
    stage = voices.stage(session, seat.round, row.id, day=visitor.at.day, policy=visitor.policy)
    voicing, version = voices.of_round(session, seat.round), speaking.of_seat(session, seat)
    sealed = version is not None and speaking.is_sealed(session, version)
    return {
        "number": row.number,
        "title": row.title,
        "result": row.result,
        "plan_due": row.due_text,
        "body": seat.body.named(visitor.language),
        "year": seat.round.year,
        "round": seat.round.title,
        "until": seat.round.last_day(),
        "blind": voices.blind(session, seat.round),
        "reveal_on": voicing.reveal_on if voicing else None,
        "revealed": bool(voicing and voicing.blind and voicing.revealed_at),
        "does": row.id in voices.implements(session, visitor.forum, [seat.body.id])[seat.body.id],
        "stage": stage.value,
        "answers": [] if voices.blind(session, seat.round) else _answers(visitor, seat),
        "version": _version(version, sealed=sealed) if version else None,
        "replies": _replies(visitor, seat),
    }


def _answers(visitor: Visitor, seat: Seat) -> list[Values]:
    found = []
    for duty in visitor.session.scalars(
        select(Obligation)
        .where(
            Obligation.forum == visitor.forum,
            Obligation.round_id == seat.round.id,
            Obligation.measure_id == seat.measure.id,
            Obligation.voice == Voice.INSTITUTION,
        )
        .order_by(Obligation.id)
    ):
        version = replies.of_obligation(visitor.session, duty)
        if version is not None:
            found.append(
                {
                    "name": visitor.session.get_one(Institution, duty.institution_id).named(visitor.language),
                    **told(version),
                }
            )
    return found


def told(version: ReplyVersion) -> Values:
    """What a version says, as far as it may be told."""
    return {
        "completion": version.completion.value if version.completion else "",
        **{name: version.told(name) for name in ("done", "obstacles", "next_step")},
    }


def _version(version: ReplyVersion, *, sealed: bool) -> Values:
    return {
        **told(version),
        "sealed": sealed,
        "version": version.version,
        "at": version.submitted_at,
        "name": version.submitted_by,
    }


def _replies(visitor: Visitor, seat: Seat) -> list[Values]:
    return [
        {
            "name": visitor.session.get_one(Institution, said.institution_id).named(visitor.language),
            "words": said.words,
            "at": said.submitted_at,
        }
        for row in views.of(visitor.session, seat.round, measure_id=seat.measure.id)
        if row.duty.institution_id == seat.body.id
        for said in row.rejoinders
    ]


def speak(visitor: Visitor, form: Form, *, one: int, measure: int, body: int) -> Outcome | None:
    """Keep a view. Its words are sealed before they reach the memory where the round is blind."""
    seat = _seat(visitor, one, measure, body)
    if seat is None:
        return None
    if form.text("withdraw"):
        return _withdraw(visitor, seat, form)
    errors, choice, words = Errors(), form.text("choice"), form.text("words")
    if choice not in completions.TOLD:
        errors["choice"] = "ws-error-choice"
    if not words:
        errors["words"] = "ws-error-view"
    elif len(words) > LONGEST:
        errors["words"] = "ws-error-long"
    if errors:
        return Wrong(form, errors)
    person = voices.speaker(visitor.people, seat.body, day=visitor.at.day)
    before = speaking.of_seat(visitor.session, seat)
    if before is not None and (before.completion, before.done) == (choice, words):
        return Done("already")
    said = View(completion=Completion(choice), words=words, channel=CHANNEL)
    try:
        version = speaking.speak(visitor.session, seat, person, said, at=visitor.at, policy=visitor.policy)
    except NotNow:
        return Wrong(form)
    if (to := visitor.echo(person)) is not None:
        speaking.echo(visitor.session, version, to, at=visitor.at)
    return Done("sealed" if voices.blind(visitor.session, seat.round) else "viewed")


def _withdraw(visitor: Visitor, seat: Seat, form: Form) -> Outcome:
    person = voices.speaker(visitor.people, seat.body, day=visitor.at.day)
    try:
        gone = speaking.withdraw(visitor.session, seat, person, channel=CHANNEL, at=visitor.at, policy=visitor.policy)
    except NotNow:
        return Wrong(form)
    return Done("unsaid" if gone else "already")


SHEETS = (
    Sheet(path="seko", template="following.jinja", view=following, act=follow),
    Sheet(path="v/{one:row}/{measure:row}/{body:row}/", template="view.jinja", view=view, act=speak),
)
