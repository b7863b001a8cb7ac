"""Acting: what people of demo and story do in their chats and on the site, told by role and label."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from sandbox.outside import Outside
from service.cast import Member
from service.script import COORDINATOR, FOLLOWED


@dataclass(frozen=True)
class Acting:
    """The cast at work; after each deed ``settle`` lets everything happen that is due."""

    outside: Outside
    cast: Mapping[str, Member]
    settle: Callable[[], Awaitable[None]]
    _editors: dict[str, int] = field(default_factory=dict)

    async def says(self, role: str, *texts: str) -> None:
        """Write these messages, one after the other."""
        for text in texts:
            self.cast[role].account.says(text)
            await self.settle()

    async def presses(self, role: str, *labels: str) -> None:
        """Press these buttons, each in the newest message that has it. LookupError: none has."""
        for label in labels:
            found = self._with(role, label)
            if not found:
                raise LookupError(f"{role} sees no button [{label}]")
            self.cast[role].account.presses(found[-1], label)
            await self.settle()

    def sees(self, role: str, label: str) -> bool:
        """Whether the newest message has this button."""
        newest = self.cast[role].account.messages[-1]
        return any(label == button.text for row in newest.keyboard for button in row)

    def _with(self, role: str, label: str) -> list[int]:
        """The messages that have this button, by their numbers."""
        return [
            one.id
            for one in self.cast[role].account.messages
            if any(label == button.text for row in one.keyboard for button in row)
        ]

    async def fills(self, role: str, number: str, *, at: str = "Pasakumi", **cells: str) -> None:
        """Change the row of this number in a list of the site, in the person's own name."""
        rows = self.outside.site.list(at)
        rows.edit(rows.find("Number", number), cells, editor=self._editor(role))
        await self.settle()

    def _editor(self, role: str) -> int:
        if role not in self._editors:
            self._editors[role] = account_on_site(self.outside, role)
        return self._editors[role]


def follow_up(outside: Outside) -> None:
    """Say on the site who follows up the reviewer's recommendations, and what the forum decided on each."""
    rows, bodies = outside.site.list("Ieteikumi"), outside.site.list("Institucijas")
    editor = account_on_site(outside, COORDINATOR)
    for number, (code, decision, response) in FOLLOWED.items():
        values = {"Owner": bodies.find("Code", code), "Decision": decision, "Response": response}
        rows.edit(rows.find("Number", number), values, editor=editor)


def account_on_site(outside: Outside, role: str) -> int:
    """The number of an account on the site, made for this person of the roster."""
    roster = outside.site.list("Personas")
    email = str(roster.items[roster.find("Title", role)].values["Email"])
    return outside.site.add_person(role, email).id
