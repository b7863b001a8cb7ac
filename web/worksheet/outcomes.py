"""Outcomes: what a form asks for, by whom, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field

from forum.people import Person
from forum.rounds import Obligation
from web.worksheet.forms import Errors, Form
from web.worksheet.visits import Visitor

CHANNEL = "page"


@dataclass(frozen=True)
class Done:
    """It is done, or was before; ``said``: the word for it (``ws-said-…``). ``again``: what was typed for something
    else, which stays on the page."""

    said: str
    again: Form | None = None


@dataclass(frozen=True)
class Wrong:
    """It was not done; ``errors`` by field, empty where it is too late for it; ``again``: what stays on the page."""

    again: Form
    errors: Errors = field(default_factory=dict)


Outcome = Done | Wrong


@dataclass(frozen=True)
class Deed:
    """One visitor's deed about one obligation, in whose name they answer for it."""

    visitor: Visitor
    duty: Obligation
    person: Person
    form: Form
