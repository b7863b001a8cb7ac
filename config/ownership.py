"""Ownership: whose word counts in each column that forumbot writes, as the settings name them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Owner = Annotated[Literal["workspace", "forum", "shared"], Field(description="workspace, forum or shared")]


class Owned(BaseModel):
    """The owners of one list's columns. The day of a completion goes with the completion; columns that forumbot only
    reads have no owner to choose."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class OwnedMeasures(Owned):
    completion: Owner
    done: Owner
    next_step: Owner
    obstacles: Owner


class OwnedMilestones(Owned):
    completion: Owner
    evidence: Owner


class OwnedRecommendations(OwnedMeasures):
    """As of measures: what is recommended is followed up like one."""


class OwnedReplies(Owned):
    title: Owner
    plan: Owner
    round: Owner
    measure: Owner
    recommendation: Owner
    institution: Owner
    person: Owner
    submitted_by: Owner
    voice: Owner
    completion: Owner
    done: Owner
    next_step: Owner
    obstacles: Owner
    unchanged: Owner
    sign_off: Owner
    channel: Owner
    version: Owner
    submitted_at: Owner
    publish_text: Owner
    text_en: Owner
    letter_no: Owner
    letter_on: Owner


class OwnedMeetings(Owned):
    title: Owner
    kind: Owner
    starts_at: Owner
    ends_at: Owner
    place: Owner
    link: Owner
    agenda: Owner
    state: Owner
    sequence: Owner


class OwnedAttendances(Owned):
    title: Owner
    meeting: Owner
    person: Owner
    institution: Owner
    answer: Owner
    substitute: Owner
    mode: Owner


class OwnedEvidence(Owned):
    measure: Owner
    reply: Owner
    round: Owner
    kind: Owner
    source_url: Owner
    publishable: Owner
    sha256: Owner
