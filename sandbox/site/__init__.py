"""A SharePoint site of the sandbox's own: real HTTP, SharePoint's shapes, strict about what it does not know."""

from sandbox.site.columns import Column
from sandbox.site.lists import SiteList
from sandbox.site.site import Fault, Person, Site

__all__ = ["Column", "Fault", "Person", "Site", "SiteList"]
