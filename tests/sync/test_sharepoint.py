"""The SharePoint site behind the port, met over real HTTP with msal and office365's client."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from forum.findings import Finding
from forum.store.base import Values
from sandbox.certificates import make_client_certificate
from sandbox.serving import Serving
from sandbox.site import Column, Fault
from sync.lists import LISTS, ListNames
from sync.sharepoint.site import SharePoint
from sync.workspace import (
    Change,
    Gone,
    KeyTaken,
    ListStopped,
    NotAllowed,
    Rejected,
    Row,
    SignInFailed,
    Sought,
    Stale,
    TokenUnknown,
    WorkspaceDown,
    WorkspaceError,
    WriteInDoubt,
)
from tests.sync.conftest import Outside
from tests.sync.places import every


def numbers(workspace: SharePoint) -> list[str]:
    return [row.values["number"] for row in every(workspace, "measure")]


def create(workspace: SharePoint, noun: str, key: str, values: Values) -> tuple[int, str]:
    """One new row, or the trouble raised."""
    (made,) = workspace.write([Change(noun=noun, key=key, values=values)])
    if isinstance(made, WorkspaceError):
        raise made
    return made.item_id, made.etag


def update(workspace: SharePoint, noun: str, item_id: int, etag: str, values: Values) -> str:
    """One changed row's etag, or the trouble raised."""
    (made,) = workspace.write([Change(noun=noun, item_id=item_id, etag=etag, values=values)])
    if isinstance(made, WorkspaceError):
        raise made
    return made.etag


def find(workspace: SharePoint, sought: Sought) -> Row:
    (found,) = workspace.find([sought])
    if isinstance(found, WorkspaceError):
        raise found
    return found


def test_every_list_fits_and_is_read(workspace: SharePoint) -> None:
    assert {noun: fit.reason for noun, fit in workspace.open().items()} == dict.fromkeys(LISTS)
    counts = {noun: len(every(workspace, noun)) for noun in LISTS}
    assert counts == {
        "plan": 1, "institution": 23, "person": 24, "commitment": 6, "measure": 25, "round": 2, "reply": 0,
        "meeting": 4, "attendance": 0, "evidence": 0, "recommendation": 6, "milestone": 0,
    }  # fmt: skip


def test_pages_follow_the_ids_and_only_our_columns_are_asked_for(outside: Outside) -> None:
    workspace = outside.client(page=10)
    assert len(numbers(workspace)) == 25
    asked = outside.asked(part="/items?")
    assert [path.partition("$filter=")[2].partition("&")[0] for path in asked] == [
        "Id%20gt%200",
        "Id%20gt%2010",
        "Id%20gt%2020",
    ]
    assert "$select=Id,FileSystemObjectType,Title,PlanId,Number," in asked[0]
    assert "$orderby=Id&$top=10" in asked[0]
    workspace.close()


def test_a_last_page_that_is_full_ends_too(outside: Outside) -> None:
    workspace = outside.client(page=5)
    assert len(numbers(workspace)) == 25
    workspace.close()


def test_a_folder_among_the_rows_is_none(outside: Outside, workspace: SharePoint) -> None:
    outside.site.list("Pasakumi").add({"Title": "2021"}, folder=True)
    assert len(numbers(workspace)) == 25


def test_no_digest_is_asked_for_and_every_call_says_who_asks(outside: Outside, workspace: SharePoint) -> None:
    create(workspace, "reply", "key-1", {"title": "x", "done": "y"})
    assert outside.asked("POST", "contextinfo") == []
    agents = {entry["headers"]["user-agent"] for entry in outside.ledger.entries}
    assert agents == {"NONISV|Forumbot|Forumbot/0.1"}


def test_a_row_is_made_once_under_its_key(outside: Outside, workspace: SharePoint) -> None:
    made = create(workspace, "reply", "it's one", {"title": "x", "done": "y", "voice": "institution", "measure": 3})
    assert made == (1, '"1"')
    with pytest.raises(KeyTaken):
        create(workspace, "reply", "it's one", {"title": "again", "done": ""})
    found = find(workspace, Sought(noun="reply", key="it's one"))
    assert (found.item_id, found.values["voice"], found.values["measure"]) == (1, "institution", 3)
    with pytest.raises(Gone):
        find(workspace, Sought(noun="reply", key="another"))
    row = outside.site.list("Atbildes").rows()[0]
    assert (row["ForumKey"], row["Voice"], row["Measure"]) == ("it's one", "Iestāde", 3)


def test_a_write_under_an_old_etag_is_stale(outside: Outside, workspace: SharePoint) -> None:
    assert update(workspace, "measure", 1, '"1"', {"done": "viens"}) == '"2"'
    with pytest.raises(Stale):
        update(workspace, "measure", 1, '"1"', {"done": "divi"})
    assert outside.site.list("Pasakumi").rows()[0]["Done"] == "viens"
    row = find(workspace, Sought(noun="measure", item_id=1))
    assert (row.etag, row.values["done"], row.editor.name, row.modified) == (
        '"2"',
        "viens",
        "forumbot",
        "2021-01-04T09:00:00Z",
    )


def test_what_is_not_there_is_gone(outside: Outside, workspace: SharePoint) -> None:
    outside.site.list("Pasakumi").delete(2)
    with pytest.raises(Gone):
        find(workspace, Sought(noun="measure", item_id=2))
    with pytest.raises(Gone):
        update(workspace, "measure", 2, '"1"', {"done": "x"})
    assert [row.item_id for row in workspace.rows("measure", [3, 2, 1])] == [1, 3]


def test_changes_are_collapsed_to_what_is(outside: Outside, workspace: SharePoint) -> None:
    rows = outside.site.list("Pasakumi")
    token = workspace.token("measure")
    rows.edit(1, {"Done": "x"})
    rows.edit(1, {"Done": "y"}, system=True)
    rows.delete(2)
    rows.delete(3)
    rows.restore(3)
    rows.delete(rows.add({"Title": "proba"}))
    changes = workspace.changes("measure", token)
    assert (sorted(changes.changed), sorted(changes.gone)) == ([1, 3], [2, 26])
    assert workspace.changes("measure", changes.token).changed == ()


def test_an_old_token_is_unknown(outside: Outside, workspace: SharePoint) -> None:
    token = workspace.token("measure")
    outside.clock.advance(timedelta(days=61))
    with pytest.raises(TokenUnknown):
        workspace.changes("measure", token)


@pytest.mark.parametrize(
    ("fault", "error", "retry_after"),
    [
        (Fault(status=503, headers={"Retry-After": "17"}), WorkspaceDown, 17.0),
        (Fault(status=429, headers={"Retry-After": "5", "RateLimit-Reset": "9"}), WorkspaceDown, 9.0),
        (Fault(status=429, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}), WorkspaceDown, 0.0),
        (Fault(status=502), WorkspaceDown, 0.0),
        (Fault(cut=40), WorkspaceDown, 0.0),
        (Fault(cut=0), WorkspaceDown, 0.0),
    ],
)
def test_a_passing_trouble_has_its_name_and_pause(
    outside: Outside, workspace: SharePoint, fault: Fault, error: type[WorkspaceError], retry_after: float
) -> None:
    workspace.open()
    outside.site.faults.append(fault)
    with pytest.raises(error) as told:
        numbers(workspace)
    assert told.value.retry_after == pytest.approx(retry_after, abs=0.5)


def test_a_broken_line_leaves_a_write_in_doubt(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    outside.site.faults.append(Fault(cut=10, done=True))
    with pytest.raises(WriteInDoubt):
        create(workspace, "reply", "key-1", {"title": "x", "done": "y"})
    assert len(outside.site.list("Atbildes").items) == 1


def test_nobody_listening_is_no_doubt_even_for_a_write(outside: Outside) -> None:
    with Serving() as short:
        url = short.start(outside.site.app(outside.ledger, outside.directory)) + outside.site.path
        workspace = outside.client(site_url=url)
        workspace.open()
    with pytest.raises(WorkspaceDown):
        create(workspace, "reply", "key-1", {"title": "x"})
    workspace.close()


def test_a_refusal_names_the_column(workspace: SharePoint) -> None:
    with pytest.raises(Rejected, match=r"The column 'Title' \(Nosaukums\): a text column holds 255 signs at most"):
        create(workspace, "reply", "key-1", {"title": "x" * 300})


def test_a_list_we_may_not_write_to_says_so(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    outside.site.list("Pasakumi").access = "read"
    with pytest.raises(NotAllowed):
        update(workspace, "measure", 1, '"1"', {"done": "x"})


def test_a_token_that_was_taken_back_is_renewed_once(outside: Outside, workspace: SharePoint) -> None:
    workspace.open()
    before = len(outside.ledger.entries)
    outside.site.faults.append(Fault(status=401))
    assert len(numbers(workspace)) == 25
    assert [entry["status"] for entry in outside.ledger.entries[before:]] == [401, 200]
    outside.site.faults += [Fault(status=401), Fault(status=401)]
    with pytest.raises(SignInFailed):
        numbers(workspace)


def test_a_foreign_certificate_is_refused_in_the_sign_ins_words(outside: Outside, tmp_path: Path) -> None:
    make_client_certificate(tmp_path / "foreign.pem")
    with pytest.raises(SignInFailed, match="AADSTS700027"):
        outside.client(certificate=tmp_path / "foreign.pem").open()
    with pytest.raises(SignInFailed, match="the certificate file: No such file or directory"):
        outside.client(certificate=tmp_path / "none.pem").open()
    (tmp_path / "empty.pem").write_text("no key at all")
    with pytest.raises(SignInFailed):
        outside.client(certificate=tmp_path / "empty.pem").open()


def test_a_sign_in_that_is_away_is_a_passing_trouble(outside: Outside) -> None:
    with pytest.raises(WorkspaceDown):
        outside.client(authority="https://localhost:9/vk").open()


def test_a_token_never_reaches_a_log(outside: Outside, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    workspace = outside.client()
    create(workspace, "reply", "key-1", {"title": "x", "done": "y"})
    workspace.close()
    told = [record.getMessage() for record in caplog.records]
    assert told
    # Every token, and every proof of the certificate, begins with this.
    assert [line for line in told if "eyJ" in line] == []


def test_a_site_made_by_hand_is_read_under_its_own_names(outside: Outside) -> None:
    rows = outside.site.list("Pasakumi")
    rows.add_column(Column("Šķēršļi un riski", "Note"))
    rows.edit(1, {rows.add_column(Column("Izpildes termiņš", "Date")).name: outside.clock.now()})
    names = ListNames(title="pasākumi ", columns={"due_on": "Izpildes Termiņš", "obstacles": "Šķēršļi un riski"})
    workspace = outside.client(lists={"measures": names})
    first = every(workspace, "measure")[0]
    workspace.close()
    assert (first.values["due_on"], first.values["obstacles"]) == ("2021-01-04", "")
    assert "OData__x0160_" in outside.asked(part="/items?")[0]


def test_the_forums_own_words_for_completion(outside: Outside) -> None:
    outside.site.list("Pasakumi").edit(1, {"Completion": "Pabeigts"})
    words = {"no_evidence": "Nav informācijas", "complete": "pabeigts"}
    workspace = outside.client(completion=words)
    assert every(workspace, "measure")[0].values["completion"] == "complete"
    workspace.close()


def test_an_unknown_zone_stops_the_lists_with_dates_alone(outside: Outside, workspace: SharePoint) -> None:
    outside.site.zone = type(outside.site.zone)("Europe/Riga", 7, "Minsk", -120)
    stopped = {noun: fit.reason for noun, fit in workspace.open().items() if fit.reason}
    without_dates = {"meeting", "attendance", "evidence"}
    assert set(stopped) == LISTS.keys() - without_dates
    assert stopped["plan"] == Finding("zone-unknown", {"list": "Plāni", "zone": "7"})
    with pytest.raises(ListStopped, match="zone-unknown"):
        numbers(workspace)


def test_a_list_that_is_not_there_says_what_to_do(outside: Outside) -> None:
    workspace = outside.client(lists={"rounds": ListNames(title="Termiņi")})
    reasons: dict[str, Any] = {noun: fit.reason for noun, fit in workspace.open().items() if fit.reason}
    workspace.close()
    assert reasons["round"] == Finding("list-missing", {"list": "Termiņi", "setting": "sharepoint.lists.rounds.title"})


def test_the_site_says_what_time_it_is_there(outside: Outside, serving: Serving) -> None:
    wrong = serving.start(outside.site.app(outside.ledger, outside.directory), ahead=timedelta(hours=1))
    workspace = outside.client(site_url=wrong + outside.site.path)
    assert numbers(workspace)
    workspace.close()
    assert abs(int(workspace.skew.word) - 3600) < 60
