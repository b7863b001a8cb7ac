"""Briefs about worksheets: a worksheet as a file, and what was read in one, or in one text about several measures."""

from __future__ import annotations

from collections.abc import Collection

from forum import operations, publication_texts, replies, worksheets
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.milestones import Milestone
from forum.people import ChannelName
from forum.replies import Manner, ReplyVersion
from forum.rounds import Kind, Obligation, Round
from forum.store.base import Values

TEXTS = ("done", "obstacles", "next_step")


def _read_back(asked: Asked) -> Values:
    """Each entry as it was read, with what counts of it, and whether all of it stands on the workspace yet."""
    values = asked.message.values
    kept = [one for one in values["entries"] if one["outcome"] == "kept"]
    keys = [one["announces"] if "milestone" in one else replies.echo_key(one["version"]) for one in kept]
    unwritten = [key for key in keys if operations.unfinished(asked.session, asked.forum, key)]
    entries = [_entry(asked, one) for one in values["entries"]]
    return {**values, "entries": entries, "written": not unwritten}


def _entry(asked: Asked, one: Values) -> Values:
    if "milestone" in one:
        return _step(asked, one)
    duty = asked.session.get(Obligation, one["obligation"]) if one["obligation"] else None
    named = naming.of(asked, duty) if duty is not None else {"number": one["number"], "marks": []}
    version = asked.session.get(ReplyVersion, one["version"]) if "version" in one else None
    kind = asked.session.get_one(Round, duty.round_id).kind if duty is not None else Kind.MANDATORY
    told = _told(version) if version is not None else {}
    if told and duty is not None:
        told["english"] = publication_texts.in_english(asked.session, duty) or ""
    return {**one, **named, "progress": kind.tells_progress, **told}


def _step(asked: Asked, one: Values) -> Values:
    """A milestone, with how far it is now."""
    row = asked.session.get_one(Milestone, one["milestone"])
    told = {"progress": True, "nothing": False, "completion": row.completion and row.completion.value}
    told["evidence"] = row.evidence if one.get("evidence") else ""
    return {**one, **naming.plans(asked).named(row), **told}


def _told(version: ReplyVersion) -> Values:
    return {
        "completion": version.completion and version.completion.value,
        "unchanged": version.manner is Manner.UNCHANGED,
        "nothing": version.manner is Manner.NOTHING,
        **{name: version.told(name) for name in TEXTS},
    }


def _file(asked: Asked) -> Values | None:
    """The rows of the reader's worksheet, as they stand now."""
    people = asked.message.values["people"]
    lines = _lines(asked, people)
    return {"file": asked.message.values["file"], "lines": lines} if lines else None


def _lines(asked: Asked, people: Collection[int]) -> list[Values]:
    english = asked.policy.english
    return worksheets.lines(asked.session, asked.forum, people, day=asked.at.day, english=english)


def attached(asked: Asked) -> Values:
    """The worksheet that goes out with the first mail of a round; nothing in a chat."""
    if asked.channel != ChannelName.EMAIL or asked.person is None:
        return {}
    ids = {person.id for person in naming.people(asked)} | {asked.person.id}
    lines = _lines(asked, ids)
    return {"worksheet": lines} if lines else {}


BRIEFS: dict[str, Brief] = {"read-back": _read_back, "worksheet-file": _file}
