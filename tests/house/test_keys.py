"""Several forums share one memory: every noun has its forum, and no key or link reaches into another one."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from forum.store.migrate import metadata

# The list of forums itself, and that of the processes that work for all of them.
ROOTS = ("forum", "worker")


def nouns() -> list[Table]:
    return [table for table in metadata().sorted_tables if table.name not in ROOTS]


def _uniques(table: Table) -> list[UniqueConstraint]:
    return [one for one in table.constraints if isinstance(one, UniqueConstraint)]


def test_every_noun_has_its_forum() -> None:
    lacking = [table.name for table in nouns() if "forum" not in table.columns or table.columns["forum"].nullable]

    assert len(nouns()) > 15
    assert lacking == []
    assert [table.name for table in nouns() if table.columns.keys()[0] != "forum"] == []


def test_every_noun_is_numbered_and_nothing_else() -> None:
    assert {table.name: table.primary_key.columns.keys() for table in nouns()} == {
        table.name: ["id"] for table in nouns()
    }


def test_every_key_begins_with_the_forum() -> None:
    uniques = [(table.name, one.columns.keys()) for table in nouns() for one in _uniques(table)]
    indexes = [(table.name, one.columns.keys()) for table in nouns() for one in table.indexes]
    keys = uniques + indexes

    assert [key for key in keys if key[1][0] != "forum"] == []


def test_every_link_stays_within_its_forum() -> None:
    links = [
        (table.name, link.column_keys, [element.target_fullname for element in link.elements])
        for table in nouns()
        for link in table.foreign_key_constraints
    ]
    roots = [one for one in links if one[2] == ["forum.key"]]
    others = [one for one in links if one not in roots]

    assert [one[0] for one in roots] == [table.name for table in nouns()]
    assert [
        one
        for one in others
        if one[1][0] != "forum" or len(one[1]) != 2 or [t.partition(".")[2] for t in one[2]] != ["forum", "id"]
    ] == []


def test_no_column_holds_another_nouns_number_without_a_link() -> None:
    """Numbers of rows elsewhere that are kept bare, each for a reason."""
    bare = {
        ("baseline", "item_id"),  # the workspace's own
        ("landed_row", "item_id"),
        ("baseline", "noun_id"),  # of whichever noun the row became
        ("journal_entry", "noun_id"),  # of whichever noun; a line outlives it
        ("workspace_operation", "noun_id"),
        ("dispute", "noun_id"),
        ("intake_position", "next_id"),  # the channel's own
        # texts that others number by
        ("workspace_list", "list_id"),
        ("shrink", "list_id"),
        ("incoming_message", "external_id"),
        ("outgoing_message", "external_id"),
        ("evidence", "external_id"),
        ("brought_report", "external_id"),
        ("commitment", "ogp_id"),
    }
    linked = {
        (table.name, column)
        for table in nouns()
        for link in table.foreign_key_constraints
        for column in link.column_keys
    }
    named = {(table.name, one.name) for table in nouns() for one in table.columns if one.name.endswith("_id")}

    assert named - linked == bare
