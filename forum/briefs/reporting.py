"""Briefs about rounds: nudges, questions, echoes, and where a round stands."""

from __future__ import annotations

from datetime import date

from forum import (
    answering,
    awaited,
    baselines,
    chasing,
    enrolment,
    filings,
    ladder_days,
    operations,
    plan_says,
    reaching,
    replies,
    resting,
    still_you,
    superseding,
    together,
)
from forum.awaited import Owed
from forum.briefs import beginning, english, handover, naming, own_dates, reading_back, stepping
from forum.briefs.asked import Asked, Brief, round_facts
from forum.outbox import OutgoingMessage
from forum.people import ChannelName, Side
from forum.plan import Measure, number_order
from forum.replies import Manner, Reply, ReplyVersion
from forum.rounds import Kind, Obligation, Round
from forum.standing import on_record
from forum.store.base import Values


def _nudge(asked: Asked) -> Values | None:
    """Only what is still open: whoever answered in the meantime is left alone. Of whoever stands for several bodies it
    is about all of them; of which rounds, is remembered."""
    said = together.rows(asked.session, asked.message)
    shares = {one.obligation.id: one for row in said for one in _reminded(asked, row)}
    groups: dict[tuple[int, date], list[Owed]] = {}
    for one in sorted(shares.values(), key=lambda one: (one.due_on, number_order(one.measure.number))):
        groups.setdefault((one.round.id, one.due_on), []).append(one)
    if not groups:
        return None
    named = [number for row in said for number in row.values["rounds"]]
    asked.message.values = {**asked.message.values, "rounds": list(dict.fromkeys(named))}
    begun_on = beginning.of_reader(asked, list(shares), [row.person_id for row in said if row.person_id])
    return {
        "rung": str(said[0].values["rung"]),
        "rounds": [_round(asked, group, begun_on) for group in groups.values()],
        "own_dates": own_dates.near(asked, [row.person_id for row in said]),
        "handover": handover.part(asked) if any(row.values.get("handover") for row in said) else None,
        "still_you": still_you.unsaid(asked.session, asked.forum, asked.message.person_id or 0, named),
        **_addressed(asked, list(shares.values())),
    }


def _addressed(asked: Asked, owed: list[Owed]) -> Values:
    """As what the reader is asked, as a letter says it first: for which bodies, in which role; ``partner``: they owe
    nothing. ``token``: of a fresh link into a chat, in the first mail of a round to whoever has no chat, nor a link
    that was not used yet."""
    person = asked.person
    brief: Values = {
        "bodies": list(dict.fromkeys(one.institution.name for one in owed)),
        "partner": all(one.institution.side is Side.PARTNER for one in owed),
        "role": person.role.value if person else "",
    }
    first = asked.channel == ChannelName.EMAIL and asked.message.values["rung"] == "start"
    if first and person and asked.policy.chats and not reaching.may_join(asked.session, person, now=asked.at.now):
        brief["token"] = enrolment.invite(asked.session, person, now=asked.at.now)
    return {**brief, **(reading_back.attached(asked) if first else {})}


def _reminded(asked: Asked, row: OutgoingMessage) -> list[Owed]:
    """What this reminder is about and still open: of its rounds, the shares (by due day) that it was decided for."""
    values, number = row.values, row.person_id or 0
    mine = awaited.of_people(asked.session, asked.forum, {number}, day=asked.at.day)
    if values["rung"] != chasing.RUNG:
        # Who asked for time, or for help, since this was decided is left alone.
        rests = resting.rests(asked.session, asked.forum, day=asked.at.day)
        mine = [one for one in mine if not rests.one(number, one)]
    if "shares" not in values:
        return [one for one in mine if one.round.id in values["rounds"]]
    return [one for one in mine if [one.round.id, one.due_on.isoformat()] in values["shares"]]


def _round(asked: Asked, group: list[Owed], begun_on: dict[int, date]) -> Values:
    facts = round_facts(group[0].round, asked.at.day, asked.policy, due_on=group[0].due_on)
    return {
        **facts,
        "to_sign": _to_sign(asked, group[0]),
        "measures": [{**_measure(asked, owed), "begun_on": begun_on.get(owed.obligation.id)} for owed in group],
    }


def _to_sign(asked: Asked, owed: Owed) -> bool:
    """Whether the latest rung of this round's own ladder is the one to give answers to sign."""
    rungs = asked.policy.ladders.get(owed.round.kind, ())
    steps = ladder_days.of(rungs, owed.term, workdays=asked.policy.workdays)
    rung = ladder_days.latest(steps, today=asked.at.day)
    return rung is not None and rung[0] == ladder_days.SIGN


def _measure(asked: Asked, owed: Owed) -> Values:
    return {
        **naming.of(asked, owed.obligation),
        "title": owed.measure.title,
        "done": owed.measure.done,
        "completion": owed.measure.completion and owed.measure.completion.value,
        "completion_on": owed.measure.completion_on,
        "on_record": on_record(asked.session, owed.obligation) is not None,
        "worksheet": plan_says.of(asked.session, owed.measure) if owed.round.kind is Kind.FILLING else None,
    }


def about_obligation(asked: Asked) -> Values | None:
    """The measure and round that a question is about."""
    duty = asked.session.get(Obligation, asked.message.values["obligation"])
    if duty is None or duty.void_at is not None:
        return None
    measure = asked.session.get_one(Measure, duty.measure_id)
    one = asked.session.get_one(Round, duty.round_id)
    return {
        **asked.message.values,
        **round_facts(one, asked.at.day, asked.policy, due_on=duty.due_on),
        **naming.of(asked, duty),
        "measure_title": measure.title,
        "on_record": on_record(asked.session, duty) is not None,
        "begun_on": beginning.on_page(asked, duty),
    }


def _unchanged(asked: Asked) -> Values | None:
    """What will be printed where nothing has changed; dropped where somebody has answered meanwhile."""
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    found = on_record(asked.session, duty)
    if found is None or duty.void_at is not None or duty.discharged_at is not None:
        return None
    measure = asked.session.get_one(Measure, duty.measure_id)
    return {
        **naming.of(asked, duty),
        "title": measure.title,
        "since": found.since,
        "completion": found.completion and found.completion.value,
        "done": found.done,
        "obstacles": found.obstacles,
        "next_step": found.next_step,
    }


def _not_kept(asked: Asked) -> Values:
    """What may be done instead of keeping what is on record."""
    duty = asked.session.get_one(Obligation, asked.message.values["obligation"])
    return {**naming.of(asked, duty), "open": duty.discharged_at is None and duty.void_at is None}


def _choices(asked: Asked) -> Values:
    """A text that waits to be placed, and the measures it may be about."""
    duties = [asked.session.get_one(Obligation, number) for number in asked.message.values["obligations"]]
    return {**asked.message.values, "choices": [naming.of(asked, duty) for duty in duties]}


def _choices_agreed(asked: Asked) -> Values:
    """What was said to be right as it stands, of several measures at once."""
    duties = [asked.session.get_one(Obligation, number) for number in asked.message.values["obligations"]]
    one = asked.session.get_one(Round, duties[0].round_id)
    return {"kind": one.kind.value, "measures": [naming.of(asked, duty) for duty in duties]}


def _colleague(asked: Asked) -> Values:
    """What stood, and what counts now, of an answer that a colleague gave anew or took back."""
    now = asked.session.get_one(ReplyVersion, asked.message.values["version"])
    was = asked.session.get_one(ReplyVersion, asked.message.values["before"])
    duty = replies.obligation_of(asked.session, now.id)
    return {
        **naming.of(asked, duty),
        "was": _told(was),
        "now": _told(now),
        "name": now.submitted_by,
        "earlier": was.submitted_by,
        "version": now.version,
        "withdrawn": now.manner is Manner.WITHDRAWN,
    }


def _told(version: ReplyVersion) -> Values:
    text = version.told("done") or version.told("obstacles")
    return {"completion": version.completion and version.completion.value, "text": text}


def _echo(asked: Asked) -> Values:
    """The answer as kept, and whether it stands on the workspace yet; which of the two was said is remembered."""
    version = asked.session.get_one(ReplyVersion, asked.message.values["version"])
    reply = asked.session.get_one(Reply, version.reply_id)
    duty = asked.session.get_one(Obligation, reply.obligation_id)
    measure = asked.session.get_one(Measure, duty.measure_id)
    one = asked.session.get_one(Round, duty.round_id)
    written = not operations.unfinished(asked.session, asked.forum, replies.echo_key(version.id))
    asked.message.values = {**asked.message.values, "written": written}
    return {
        "written": written,
        "refused": operations.refused(asked.session, asked.forum, replies.echo_key(version.id)),
        "overtaken": superseding.overtaken(asked.session, asked.forum, version.id),
        "at": version.submitted_at if not written else asked.at.now,
        "seen": version.channel == answering.WORKSPACE,
        "version": version.version,
        "kind": one.kind.value,
        "progress": one.kind.tells_progress,
        **naming.of(asked, duty),
        "completion": version.completion and version.completion.value,
        "on_record": measure.completion and measure.completion.value,
        **{name: version.told(name) for name in ("done", "next_step", "obstacles")},
        "internal": version.internal,
        **english.beside(asked, duty, version),
        "unchanged": version.manner is Manner.UNCHANGED,
        "nothing": version.manner is Manner.NOTHING,
        "withdrawn": version.manner is Manner.WITHDRAWN,
        "outside": _outside(asked, duty, version),
        "steps": stepping.told(asked, asked.message.values.get("steps", ())),
        "link": baselines.row_link(asked.session, asked.forum, measure.noun, measure.id),
    }


def _outside(asked: Asked, duty: Obligation, version: ReplyVersion) -> str:
    """The number of the signed letter that this version came after; empty where there is none."""
    filing = filings.signed(asked.session, duty) if version.version > 1 else None
    return filing.number if filing else ""


def _on_behalf(asked: Asked) -> Values:
    """What a coordinator entered in the reader's name."""
    return {**_echo(asked), "at": asked.session.get_one(ReplyVersion, asked.message.values["version"]).submitted_at}


BRIEFS: dict[str, Brief] = {
    "nudge": _nudge,
    "ask-status": about_obligation,
    "ask-text": about_obligation,
    "ask-words": about_obligation,
    "ask-why": about_obligation,
    "ask-obstacles": about_obligation,
    "ask-next-step": about_obligation,
    "ask-nothing": about_obligation,
    "withdraw-ask": about_obligation,
    "unchanged-ask": _unchanged,
    "unchanged-not": _not_kept,
    "ask-measure": _choices,
    "colleague-answered": _colleague,
    "colleague-changed": _colleague,
    "agreed": _choices_agreed,
    "echo": _echo,
    "written": _echo,
    "on-behalf": _on_behalf,
}
