"""A script for whoever may make lists where forumbot may not: PowerShell with the module PnP.PowerShell.

It asks before each thing whether it is there, so that it may be run again. PnP's cmdlets are those that its
documentation names; a site's owner who has no such module can let the administrator run it, or give forumbot the role
``manage`` on the site for the day instead.
"""

from __future__ import annotations

import re

from sync.provisioning import URLS, KeepVersions, MakeColumn, MakeList, Plan, Step
from sync.sharepoint.schemas import schema

_HEAD = """# Makes the lists and columns that forumbot needs on {site}
# It may be run again: what is there already is left alone.
#
# Once, in a PowerShell 7 window:   Install-Module PnP.PowerShell -Scope CurrentUser
# Then, as an owner of the site:    ./{name} -ClientId <the id of the app with which your office signs in to PnP>
param([Parameter(Mandatory = $true)][string]$ClientId)
$ErrorActionPreference = 'Stop'
Connect-PnPOnline -Url '{site}' -Interactive -ClientId $ClientId

function Ensure-List([string]$Title, [string]$Url, [string]$Template = 'GenericList') {{
    if (-not (Get-PnPList -Identity $Title -ErrorAction SilentlyContinue)) {{
        New-PnPList -Title $Title -Url $Url -Template $Template -EnableVersioning | Out-Null
        Write-Host "made the list $Title"
    }}
}}

function Ensure-Column([string]$List, [string]$Name, [string]$Xml) {{
    if (-not (Get-PnPField -List $List -Identity $Name -ErrorAction SilentlyContinue)) {{
        Add-PnPFieldFromXml -List $List -FieldXml $Xml | Out-Null
        Write-Host "made the column $Name in $List"
    }}
}}
"""


def script(plan: Plan, *, site: str, name: str, titles: dict[str, str]) -> str:
    """The script that does the plan's steps; ``titles`` are the lists' titles by noun, ``name`` that of its file."""
    lines = [_HEAD.format(site=_quoted(site), name=name)]
    lines += [line for step in plan.steps for line in _lines(step, titles)]
    return "\n".join([*lines, "", "Write-Host 'Done. Now run: forumbot check'", ""])


def _lines(step: Step, titles: dict[str, str]) -> list[str]:
    if isinstance(step, MakeList):
        where = f"'{URLS[step.noun]}' -Template DocumentLibrary" if step.library else f"'Lists/{URLS[step.noun]}'"
        return [f"Ensure-List -Title '{_quoted(step.title)}' -Url {where}"]
    if isinstance(step, KeepVersions):
        return [f"Set-PnPList -Identity '{_quoted(step.title)}' -EnableVersioning $true | Out-Null"]
    return [_column(step, titles)]


def _column(step: MakeColumn, titles: dict[str, str]) -> str:
    call = f"Ensure-Column -List '{_quoted(step.list_title)}' -Name '{step.field.column}' -Xml"
    xml = _quoted(schema(step, "LIST"))
    if not step.field.target:
        return f"{call} '{xml}'"
    target = f"(Get-PnPList -Identity '{_quoted(titles[step.field.target])}').Id.ToString()"
    return f"{call} ('{xml}'.Replace('{{LIST}}', '{{' + {target} + '}}'))"


def _quoted(text: str) -> str:
    """As it stands between single quotes, where PowerShell reads nothing into it; typographic ones end it too."""
    return re.sub("(['‘’‚‛])", r"\1\1", text)
