"""Landed rows are kept and read back cell by cell; those of an older layout are given up."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from forum import baselines, landed
from forum.store.door import Store
from forum.store.migrate import FOLDER, upgrade
from tests.facts import FORUM, Facts

OLD = "0025"


def test_a_row_is_read_back_as_it_was_kept_last(session: Session, facts: Facts) -> None:
    landed.keep(session, FORUM, "measure", [(1, "a", None, "", None, "x", "1"), (2, "a", "[]", "m", "[]", None, "ē")])
    landed.keep(session, FORUM, "measure", [(1, "b", None, "", None, None, "2")])
    landed.keep(session, FORUM, "person", [(1, "c", None, "", None, "y")])

    rows = landed.after(session, FORUM, "measure", fields=2, after=0, limit=9)
    assert rows == [(1, "b", None, "", None, None, "2"), (2, "a", "[]", "m", "[]", None, "ē")]
    assert landed.after(session, FORUM, "measure", fields=2, after=0, limit=1) == rows[:1]
    assert landed.after(session, FORUM, "measure", fields=2, after=1, limit=9) == rows[1:]


def test_what_landed_before_rows_had_cells_is_given_up(empty_database_url: str, tmp_path: Path) -> None:
    older = tmp_path / "migrations"
    shutil.copytree(FOLDER, older)
    for script in (older / "versions").glob("*.py"):
        if script.name[:4] > OLD:
            script.unlink()
    upgrade(empty_database_url, folder=older)
    with Store.open(empty_database_url) as store:
        store.do_now(_land_as_before)

    upgrade(empty_database_url)

    with Store.open(empty_database_url) as store:
        known = store.read_now(baselines.list_of, FORUM, "measure")
        assert store.read_now(landed.after, FORUM, "measure", fields=1, after=0, limit=9) == []
    told = (known.reading_token, known.reading_at, known.reading_after, known.reading_landed, known.reading_taken)
    assert (known.change_token, told) == ("before", ("", None, 0, False, 0))


def _land_as_before(session: Session) -> None:
    session.execute(
        text("INSERT INTO forum (key, secret, begun_at) VALUES (:forum, 'ab', '2021-01-04 09:00')"), {"forum": FORUM}
    )
    told = {
        **{"noun": "measure", "list_id": "a", "title": "b", "columns": "{}", "row_link": "", "state": "read"},
        **{"reason": "{}", "told": "{}", "remarks": "[]", "untidy": "[]", "told_turn": 0, "change_token": "before"},
        **{"reading_token": "now", "reading_at": "2021-01-04 09:00", "reading_after": 1, "reading_landed": True},
        **{"reading_taken": 1, "forum": FORUM},
    }
    names = ", ".join(told), ", ".join(f":{name}" for name in told)
    session.execute(text(f"INSERT INTO workspace_list ({names[0]}) VALUES ({names[1]})"), told)
    row = "INSERT INTO landed_row (forum, noun, item_id, etag, body) VALUES (:forum, 'measure', 2, 'c', :body)"
    session.execute(text(row), {"forum": FORUM, "body": b'{"Id": 2}'})
