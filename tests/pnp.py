"""What PnP.PowerShell takes: the parameters of its cmdlets, and what a call would be refused for.

Read in the parameter attributes of its source, version 3.1.340: ``src/Commands/``, files ``Base/ConnectOnline``,
``Lists/GetList``, ``Lists/NewList``, ``Lists/SetList``, ``Fields/GetField``, ``Fields/AddFieldFromXml``. Alike in 3.0.0
but for some of ``Set-PnPList``'s that are not used here. Of ``Connect-PnPOnline`` only the interactive parameter set.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.powershell import Command


class Cmdlet(NamedTuple):
    """Names of parameters: ``mandatory`` ones, others with a value, and ``switches``, which stand alone."""

    mandatory: frozenset[str]
    valued: frozenset[str]
    switches: frozenset[str]


def _cmdlet(mandatory: str, valued: str = "", switches: str = "") -> Cmdlet:
    # PowerShell gives every cmdlet ErrorAction, and PnP each that asks the site Connection.
    common = {"ErrorAction", "Connection"}
    return Cmdlet(frozenset(mandatory.split()), frozenset(valued.split()) | common, frozenset(switches.split()))


CMDLETS = {
    "Connect-PnPOnline": _cmdlet(
        "Url",
        "ClientId Tenant DriveName AzureEnvironment TenantAdminUrl MicrosoftGraphEndPoint AzureADLoginEndPoint",
        "Interactive ReturnConnection ValidateConnection CreateDrive ForceAuthentication PersistLogin",
    ),
    "Get-PnPList": _cmdlet("", "Identity Includes", "ThrowExceptionIfListNotFound"),
    "New-PnPList": _cmdlet("Title Template", "Url", "Hidden EnableVersioning EnableContentTypes OnQuickLaunch"),
    "Set-PnPList": _cmdlet(
        "Identity",
        "EnableVersioning EnableMinorVersions MajorVersions MinorVersions EnableAttachments Title Description Hidden",
        "BreakRoleInheritance ResetRoleInheritance CopyRoleAssignments NoCrawl",
    ),
    "Get-PnPField": _cmdlet("", "List Identity Group Includes", "InSiteHierarchy"),
    "Add-PnPFieldFromXml": _cmdlet("FieldXml", "List"),
}


def amiss(call: Command) -> list[str]:
    """What the module would refuse about a command of its; nothing about commands of others."""
    if "-PnP" not in call.name:
        return []
    if call.name not in CMDLETS:
        return [f"{call.name} is not known here"]
    cmdlet = CMDLETS[call.name]
    given = {name: value for name, value in call.given.items() if name}
    known = cmdlet.mandatory | cmdlet.valued | cmdlet.switches
    said = [f"{call.name} has no -{name}" for name in given if name not in known]
    said += [f"{call.name} wants -{name}" for name in sorted(cmdlet.mandatory - given.keys())]
    said += [f"{call.name} -{name} takes no value" for name in given if name in cmdlet.switches and given[name]]
    valued = cmdlet.mandatory | cmdlet.valued
    return said + [f"{call.name} -{name} wants a value" for name in given if name in valued and not given[name]]
