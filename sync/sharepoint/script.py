"""A script for whoever may make lists where forumbot may not: PowerShell with the module PnP.PowerShell.

It looks before each thing whether it is there, so that it may be run again. Lists are handed on by their ids: a title
that the module is given is tried as an address first, and not every title can be one. What is used of the module was
read in its version 3.1.340 (docs/outside-clients.md); a site's owner who has no such module can let the administrator
run it, or give forumbot the role ``manage`` on the site for the day instead.
"""

from __future__ import annotations

import re

from sync.provisioning import URLS, KeepVersions, MakeColumn, MakeList, Plan, Step
from sync.sharepoint.schemas import schema

# In the place of a looked-up list's id, which the script asks the site.
_LIST = "LIST"

_HEAD = """#Requires -Version 7.4
# Makes the lists and columns that forumbot needs on {site}
# It may be run again: what is there already is left alone, and nothing is ever deleted.
#
# 1. In a window of PowerShell 7.4 or newer ("pwsh"; not the "Windows PowerShell" that comes with Windows), once:
#      Install-Module PnP.PowerShell -Scope CurrentUser
# 2. PnP signs in by an app of your own office. Where there is none, whoever may register apps in Entra ID makes one:
#      Register-PnPEntraIDAppForInteractiveLogin -ApplicationName PnP.PowerShell -Tenant <yours>.onmicrosoft.com
# 3. As an owner of the site:
#      ./{name} -ClientId <the id of that app>
#    Where Windows says that the file is not trusted:  Unblock-File ./{name}
param([Parameter(Mandatory = $true)][string]$ClientId)
$ErrorActionPreference = 'Stop'
if (-not (Get-Module -ListAvailable -Name PnP.PowerShell)) {{
    throw 'The module is lacking. First run: Install-Module PnP.PowerShell -Scope CurrentUser'
}}
Connect-PnPOnline -Url '{site}' -Interactive -ClientId $ClientId

function Find-List([string]$Title) {{
    Get-PnPList | Where-Object {{ $_.Title -eq $Title }}
}}

function Get-ListId([string]$Title) {{
    $found = Find-List -Title $Title
    if (-not $found) {{ throw "The site has no list $Title" }}
    $found.Id
}}

function Ensure-List([string]$Title, [string]$Url, [string]$Template = 'GenericList') {{
    if (Find-List -Title $Title) {{ return }}
    New-PnPList -Title $Title -Url $Url -Template $Template -EnableVersioning | Out-Null
    if ($Template -eq 'DocumentLibrary') {{
        # With versions, the module gives a library drafts too, and what forumbot lays there would stay a draft.
        Set-PnPList -Identity (Get-ListId -Title $Title) -EnableMinorVersions $false | Out-Null
    }}
    Write-Host "made the list $Title"
}}

function Ensure-Column([string]$List, [string]$Name, [string]$Xml, [string]$LooksUp) {{
    $id = Get-ListId -Title $List
    if (Get-PnPField -List $id | Where-Object {{ $_.InternalName -eq $Name }}) {{ return }}
    if ($LooksUp) {{ $Xml = $Xml.Replace('{{{mark}}}', "{{$(Get-ListId -Title $LooksUp)}}") }}
    Add-PnPFieldFromXml -List $id -FieldXml $Xml | Out-Null
    Write-Host "made the column $Name in $List"
}}

function Keep-Versions([string]$List) {{
    Set-PnPList -Identity (Get-ListId -Title $List) -EnableVersioning $true | Out-Null
}}
"""


def script(plan: Plan, *, site: str, name: str, titles: dict[str, str]) -> str:
    """The script that does the plan's steps; ``titles`` are the lists' titles by noun, ``name`` that of its file."""
    lines = [_HEAD.format(site=_quoted(site), name=name, mark=_LIST)]
    lines += [_line(step, titles) for step in plan.steps]
    return "\n".join([*lines, "", "Write-Host 'Done. Now run: forumbot check'", ""])


def _line(step: Step, titles: dict[str, str]) -> str:
    if isinstance(step, MakeList):
        where = f"'{URLS[step.noun]}' -Template DocumentLibrary" if step.library else f"'Lists/{URLS[step.noun]}'"
        return f"Ensure-List -Title '{_quoted(step.title)}' -Url {where}"
    if isinstance(step, KeepVersions):
        return f"Keep-Versions -List '{_quoted(step.title)}'"
    return _column(step, titles)


def _column(step: MakeColumn, titles: dict[str, str]) -> str:
    xml = _quoted(schema(step, _LIST))
    call = f"Ensure-Column -List '{_quoted(step.list_title)}' -Name '{step.field.column}' -Xml '{xml}'"
    return f"{call} -LooksUp '{_quoted(titles[step.field.target])}'" if step.field.target else call


def _quoted(text: str) -> str:
    """As it stands between single quotes, where PowerShell reads nothing into it; typographic ones end it too."""
    return re.sub("(['‘’‚‛])", r"\1\1", text)
