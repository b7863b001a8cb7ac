"""Making: the lists and columns that a site lacks, looked for and made through its REST interface."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sync.columns import folded
from sync.lists import ListNames, NounList
from sync.provisioning import URLS, KeepVersions, MakeColumn, MakeList, Plan, Step, There, plan
from sync.sharepoint import rows
from sync.sharepoint.batch import Part
from sync.sharepoint.schemas import schema
from sync.sharepoint.transport import Wire
from sync.workspace import WorkspaceDown, WorkspaceError

# SP.AddFieldOptions: the inner name is the schema's Name, and not made from its DisplayName.
NAME_HINT = 8
# SharePoint's templates of a plain list and of a library of documents.
PLAIN_LIST, LIBRARY = 100, 101
# The right to make lists and columns, of SharePoint's permission mask's lower half (SP.PermissionKind 12).
TO_MANAGE = 0x800


class Making:
    """The lists of one site; ``names`` are by the settings' words for the nouns. Raises what the wire raises."""

    def __init__(self, wire: Wire, specs: Mapping[str, NounList], names: Mapping[str, ListNames]) -> None:
        self._wire, self._specs, self._names = wire, specs, names
        self._ids: dict[str, str] = {}

    def plan(self) -> Plan:
        """What the site lacks."""
        there = self._there()
        self._ids = {noun: one.list_id for noun, one in there.items()}
        return plan(self._specs, self._names, there)

    def allowed(self) -> bool:
        """Whether our grant on the site lets us make lists."""
        told = self._wire.get("web?$select=EffectiveBasePermissions")
        return bool(int(told["EffectiveBasePermissions"]["Low"]) & TO_MANAGE)

    def make(self, steps: Plan) -> Iterator[Step]:
        """Do the plan's steps in their order, and tell each that is done; another plan takes up what was not."""
        for step in steps.steps:
            if isinstance(step, MakeList):
                self._ids[step.noun] = self._list(step)
            elif isinstance(step, KeepVersions):
                self._do(Part(f"web/lists(guid'{self._ids[step.noun]}')", {"EnableVersioning": True}, "*"))
            else:
                self._column(step)
            yield step

    def _there(self) -> dict[str, There]:
        try:
            lists = self._wire.get("web/lists?$select=Id,Title,EnableVersioning")["value"]
            found = {}
            for noun, spec in self._specs.items():
                wanted = self._names.get(spec.plural, ListNames()).title or spec.title
                for one in lists:
                    if folded(one["Title"]) == folded(wanted):
                        found[noun] = self._columns(one)
                        break
        except (KeyError, TypeError) as error:
            raise WorkspaceDown("what the site says of its lists has not the right form") from error
        return found

    def _columns(self, one: dict[str, Any]) -> There:
        number = one["Id"].lower()
        told = self._wire.get(f"web/lists(guid'{number}')/fields")["value"]
        columns = [rows.site_column(each) for each in told if each["TypeAsString"] != "Computed"]
        return There(number, one["Title"], columns, versions=one["EnableVersioning"])

    def _list(self, step: MakeList) -> str:
        url, template = (URLS[step.noun], LIBRARY) if step.library else (f"Lists/{URLS[step.noun]}", PLAIN_LIST)
        wanted = {"Title": step.title, "Url": url, "TemplateType": template}
        number = str(self._do(Part("web/lists/add", {"parameters": wanted}))["Id"]).lower()
        self._do(Part(f"web/lists(guid'{number}')", {"EnableVersioning": True}, "*"))
        return number

    def _column(self, step: MakeColumn) -> None:
        told = {"SchemaXml": schema(step, self._ids.get(step.field.target, "")), "Options": NAME_HINT}
        self._do(Part(f"web/lists(guid'{self._ids[step.noun]}')/fields/createfieldasxml", {"parameters": told}))

    def _do(self, part: Part) -> Any:
        (answer,) = self._wire.batch([part])
        if isinstance(answer, WorkspaceError):
            raise answer
        return answer.body
