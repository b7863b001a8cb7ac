"""The echo leads to the row on the platform that it speaks of."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import baselines
from forum.baselines import Baseline
from tests.bot.conftest import Cast
from tests.bot.town import last
from tests.facts import FORUM

ROW = "https://site.example/_layouts/15/listform.aspx?PageType=4&ListId=%7B1%7D&ID="


async def test_the_echo_opens_the_measures_row_where_it_is_known(one: Cast) -> None:
    def on_the_site(session: Session) -> None:
        baselines.list_of(session, FORUM, "measure").row_link = ROW
        row = Baseline(
            forum=FORUM,
            noun="measure",
            item_id=17,
            noun_id=one.measures[0].id,
            etag="1",
            values={},
            flaws=[],
            missing=[],
        )
        session.add(row)

    one.town.do(on_the_site)
    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    keys = last(one.member).keyboard
    assert ([len(row) for row in keys], keys[-1][0].text, keys[-1][0].url) == (
        [2, 1, 1],
        "Atvērt platformā",
        f"{ROW}17",
    )
