"""The last net under the logs: what must not be read in them is blacked out, wherever it slipped in."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any
from urllib.parse import quote

# International numbers, with and without Latvia's code, and Latvia's own eight digits, which begin with 2 or 6.
TELEPHONES = (
    r"\+\d(?:[ ()-]{0,2}\d){6,14}",
    r"(?:00)?371(?:[ -]?\d){8}",
    r"[26]\d(?:[ -]?\d{3}){2}",
    r"[26]\d{3}[ -]\d{4}",
)

# In this order: an address with a password in it would otherwise be taken for an e-mail's.
PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # A bot's token: digits, a colon (also as a URL writes it), 35 signs; cut ones of 20 give enough away, too.
    (re.compile(r"(?<!\d)\d{5,}(?::|%3[Aa])[A-Za-z0-9_-]{20,}"), "[token]"),
    # A personal link's, as forum/links.py makes it; a cut one, too.
    (re.compile(r"(?<![\w.])[0-9a-f]+(?:\.[0-9a-f]+){3}\.[A-Za-z0-9_-]{8,}"), "[link]"),
    (re.compile(r"(?<=://)[^/\s:@]*:[^/\s@]+(?=@)"), "[password]"),
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), "[e-mail]"),
    (re.compile(rf"(?<![\w.:+-])(?:{'|'.join(TELEPHONES)})(?![\w:-]|\.\d)"), "[telephone]"),
)

# What stands under such a name is hidden whatever it looks like: a chat's number is only digits.
HIDDEN = frozenset({"token", "secret", "password", "authorization", "chat", "chat_id", "phone", "email"})

# A shorter secret is no secret, and would black out half of every line.
SHORTEST = 4

# JSON's writer knows no longer whole numbers.
LARGEST = 2**63


class Redactor:
    """Blacks out configured secrets, as they are and as URLs, JSON and Basic sign-ins write them, and all that looks
    like a token, a password in an address, an e-mail address or a telephone number."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        forms = {form for secret in secrets if len(secret) >= SHORTEST for form in _forms(secret)}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        self._secrets = re.compile("|".join(map(re.escape, longest_first))) if forms else None

    def text(self, text: str) -> str:
        """The text without what must not be read."""
        if self._secrets:
            text = self._secrets.sub("[secret]", text)
        for pattern, word in PATTERNS:
            text = pattern.sub(word, text)
        return text

    def value(self, value: Any) -> Any:
        """The same for a value with all that is in it; what JSON does not know becomes text first."""
        if value is None or isinstance(value, bool | float) or (isinstance(value, int) and abs(value) < LARGEST):
            return value
        if isinstance(value, Mapping):
            return {self.text(str(key)): self.field(str(key), one) for key, one in value.items()}
        if isinstance(value, Sequence | Set) and not isinstance(value, str | bytes | bytearray):
            return [self.value(one) for one in value]
        return self.text(_shown(value))

    def field(self, name: str, value: Any) -> Any:
        """The same for a value that has a name; some names tell that nothing of it may be read."""
        return "[hidden]" if name.lower() in HIDDEN and value else self.value(value)


def _forms(secret: str) -> set[str]:
    inside_json = json.dumps(secret)[1:-1]
    return {
        secret,
        quote(secret),
        quote(secret, safe=""),
        inside_json,
        json.dumps(secret, ensure_ascii=False)[1:-1],
        repr(secret)[1:-1],
        base64.b64encode(secret.encode()).decode(),
    }


def _shown(value: object) -> str:
    if isinstance(value, bytes | bytearray):
        return value.decode("utf-8", "replace")
    try:
        return str(value)
    except Exception:  # a log line must come out, whatever it was given
        return f"<{type(value).__name__}>"
