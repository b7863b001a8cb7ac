"""The whole story: its figures, and every request that the bot made in it held against the Bot API's own schema."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import orjson
import pytest

from service.story import play
from tests.outside.botschema.schema import recorded, schema, violations

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.outside


# 13 contacts joined; one answers after the first nudge, six (one of them later, one on the site, one by telephone)
# after the second, on the day before answers are to be handed in for signature; four after the third, which comes
# earlier to two bodies with many measures; the last one only after the late note. Whoever withdrew answered again
# before the next.
# Corrected there: one edited message, and one answer given anew after it was withdrawn.
async def test_story(tmp_path: Path) -> None:
    await play(tmp_path)
    told = orjson.loads((tmp_path / "story.json").read_bytes())
    days = Counter(one["date"] for one in told.pop("nudges"))
    assert days == {"2021-01-04": 13, "2021-01-21": 12, "2021-01-25": 2, "2021-01-27": 3, "2021-02-03": 1}
    assert told == {
        "pulled": {
            "Plāni": 1,
            "Institūcijas": 23,
            "Atbildīgās personas": 24,
            "Apņemšanās": 6,
            "Pasākumi": 25,
            "Ieteikumi": 6,
            "Atskaites termiņi": 2,
            "Atbildes": 28,
            "Sanāksmes": 6,
        },
        "replies": {
            "recorded": 25,
            "corrected": 2,
            "unchanged": 1,
            "on_site": 3,
            "withdrawn": 1,
            "on_behalf": 2,
        },
        # 28 answers, two meetings, and four answers to those. What is answered in chat is written to its row, but not
        # what stands there unchanged; a corrected answer, obstacles and a next step to both rows once more.
        "pushed": {"created": 34, "updated": 55, "conflicts": 1},
        "meetings": {"announced": 2, "changed": 1, "cancelled": 1, "answers": 4},
        "unreachable": 1,
        "sent_outside_hours": 0,
        "doubled": 0,
        "lost": 0,
    }
    asked = list(recorded(tmp_path / "ledger" / "telegram.jsonl"))
    assert len(asked) > 200
    assert violations(schema(ROOT / "build" / "botschema"), asked) == []
