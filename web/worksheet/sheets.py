"""Sheets: addresses below a personal link that show something and take a form at the same address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from forum.store.base import Values
from web.worksheet.forms import Form
from web.worksheet.outcomes import Outcome
from web.worksheet.visits import Visitor


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """``path`` with its parameters, as starlette writes them; ``view`` and ``act`` are given those beside the visitor
    (and the form), and answer None where what was asked for is not theirs."""

    path: str
    template: str
    view: Callable[..., Values | None]
    act: Callable[..., Outcome | None]

    def given(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """What ``view`` and ``act`` are given of an address's parameters."""
        return {name: value for name, value in parameters.items() if name != "token"}

    def showing(self, parameters: dict[str, Any]) -> Callable[[Visitor], Values | None]:
        return lambda visitor: self.view(visitor, **self.given(parameters))

    def doing(self, parameters: dict[str, Any]) -> Callable[[Visitor, Form], Outcome | None]:
        return lambda visitor, form: self.act(visitor, form, **self.given(parameters))
