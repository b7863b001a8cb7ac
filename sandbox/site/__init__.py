"""A SharePoint site of the sandbox's own: real HTTP, SharePoint's shapes, strict about what it does not know."""

from sandbox.site.columns import Column
from sandbox.site.faults import Fault
from sandbox.site.lists import SiteList
from sandbox.site.site import Person, Site

__all__ = ["Column", "Fault", "Person", "Site", "SiteList"]
