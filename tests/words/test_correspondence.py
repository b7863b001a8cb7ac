"""Whatever may pass between the forum and a body has its words, in each language."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from forum.correspondence import DECIDED, OURS, Entry
from forum.helping import Trouble
from forum.outbox import State
from forum.replies import Manner
from words.catalogue import languages
from words.correspondence import lines
from words.texts import Texts

RIGA = ZoneInfo("Europe/Riga")
AT = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)
RULED: dict[str, dict[str, Any]] = {
    "more-time": {"until": date(2021, 2, 15), "reason": "Gaida."},
    "skipped": {"reason": "Nodots."},
}
KINDS: list[tuple[str, dict[str, Any]]] = [
    *((what, {}) for what in OURS.values() if what != "nudge"),
    *(("nudge", {"rung": rung}) for rung in ("", "start", "sign", "again", "last", "late", "snooze", "hand")),
    *((what, RULED.get(what, {})) for what in DECIDED.values()),
    *(("answer", {"version": 2, "manner": manner.value}) for manner in Manner),
    *(("help", {"trouble": trouble.value}) for trouble in Trouble),
    *(("asked-more", {"words": words}) for words in ("none", "Kur dati?")),
    ("kept", {}),
    ("letter-made", {}),
    ("letter-signed", {"number": "1-2/3", "on": date(2021, 1, 17)}),
]


@pytest.mark.parametrize("language", languages())
def test_each_kind_has_its_words(language: str) -> None:
    texts = Texts((language,))
    entries = [Entry(AT, what, "IZM kontaktpersona", values=values) for what, values in KINDS]
    told = [line.what for line in lines(texts, language, RIGA, entries)]
    assert len({*told}) == len(told)
    states = [Entry(AT, "kept", "", state="waits" if state is State.PENDING else state.value) for state in State]
    assert len({line.state for line in lines(texts, language, RIGA, states)}) == 5
