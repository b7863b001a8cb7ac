"""How the site says no: every refusal has a status, SharePoint's own code and a text that names the trouble."""

from __future__ import annotations

QUERY = "-1, Microsoft.SharePoint.Client.InvalidClientQueryException"
ARGUMENT = "-2147024809, System.ArgumentException"
ITEM = "-2130575338, Microsoft.SharePoint.SPException"
DENIED = "-2147024891, System.UnauthorizedAccessException"
DUPLICATE = "-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException"
CONCURRENCY = "-1, Microsoft.SharePoint.Client.ClientConcurrencyException"
THROTTLED = "-2147024860, Microsoft.SharePoint.SPQueryThrottledException"
AGED = "-2130575172, Microsoft.SharePoint.SPException"
RANGE = "-2146233086, System.ArgumentOutOfRangeException"
FOREIGN = "-2130575173, Microsoft.SharePoint.SPException"
MISSING = "-2147024894, System.IO.FileNotFoundException"
EXISTS = "-2130575257, Microsoft.SharePoint.SPException"
FORBIDDEN = "-2130575245, Microsoft.SharePoint.SPException"
CHECKED_OUT = "-2130575306, Microsoft.SharePoint.SPFileCheckOutException"
TAKEN = "-2130575342, Microsoft.SharePoint.SPException"
# What a field of a taken name meets has no code in any document found; the text is the real one.
DUPLICATE_FIELD = "-2146233088, Microsoft.SharePoint.SPDuplicateFieldNameException"
LIBRARY = "-2130575342, Microsoft.SharePoint.SPException"


class Refused(Exception):
    """The site does not do what was asked."""

    def __init__(self, status: int, code: str, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.code = code
        self.text = text


def bad(text: str, code: str = QUERY) -> Refused:
    """400: the question itself is wrong, or one that the stand-in does not know."""
    return Refused(400, code, text)


def absent_item() -> Refused:
    return Refused(404, ITEM, "Item does not exist. It may have been deleted by another user.")


def denied(text: str = "Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))") -> Refused:
    return Refused(403, DENIED, text)


def throttled() -> Refused:
    return Refused(500, THROTTLED, "The attempted operation is prohibited because it exceeds the list view threshold.")
