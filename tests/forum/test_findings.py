"""What is wrong on the workspace is told to the coordinators: each stop once, what to put right as one list a week."""

from __future__ import annotations

import pytest

from forum import baselines, briefs, findings, outbox, sending
from forum.baselines import Baseline, ListState, WorkspaceList
from forum.findings import Finding
from forum.outbox import OutgoingMessage, State
from forum.people import Person, Role
from forum.store.base import Values
from tests.facts import Facts, at, policy, riga

MONDAY = "2021-01-04 09:00"
MISSING = Finding("column-missing", {"list": "Pasākumi", "column": "Izpilde", "setting": "x"})


def flaw(row: int) -> Finding:
    return Finding("cell-not-date", {"list": "Pasākumi", "row": str(row), "column": "Termiņš"})


@pytest.fixture
def coordinator(facts: Facts) -> Person:
    return facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)


@pytest.fixture
def measures(facts: Facts) -> WorkspaceList:
    """The list of measures, being read."""
    one = baselines.list_of(facts.session, facts.forum, "measure")
    one.title, one.row_link = "Pasākumi", "https://vk.example/listform.aspx?ID="
    one.list_id = "11111111-0000-0000-0000-000000000000"
    return one


def spoil(facts: Facts, row: int) -> Baseline:
    """A row of the list of measures with a cell that cannot be read."""
    base = Baseline(
        forum=facts.forum,
        noun="measure",
        item_id=row,
        noun_id=None,
        etag="1",
        values={},
        flaws=[flaw(row).kept],
        missing=[],
    )
    facts.session.add(base)
    return base


def tell(facts: Facts, when: str = MONDAY) -> list[str]:
    """Tell what there is to tell; the kinds of the messages that this made."""
    known = len(messages(facts))
    facts.session.flush()
    findings.tell(facts.session, facts.forum, now=riga(when), policy=policy())
    facts.session.flush()
    return [one.kind for one in messages(facts)[known:]]


def messages(facts: Facts) -> list[OutgoingMessage]:
    kinds = (findings.STOPPED, findings.READS_AGAIN, findings.TO_PUT_RIGHT)
    rows = facts.session.query(OutgoingMessage).where(OutgoingMessage.kind.in_(kinds)).order_by(OutgoingMessage.id)
    return rows.all()


def send(facts: Facts, message: OutgoingMessage, when: str = MONDAY) -> Values | None:
    """As delivery does: the brief is made, and the message goes out."""
    facts.session.flush()
    person = facts.session.get(Person, message.person_id)
    brief = briefs.of(briefs.Asked(facts.session, message, person, at(when), policy()))
    message.state = State.SENT if brief else State.DROPPED
    return brief


def test_a_finding_is_kept_and_comes_back() -> None:
    assert Finding.of(flaw(1).kept) == flaw(1)


def test_a_stop_is_told_once_and_so_is_its_end(facts: Facts, coordinator: Person, measures: WorkspaceList) -> None:
    assert tell(facts) == []
    measures.state, measures.reason = ListState.STOPPED, MISSING.kept
    assert tell(facts) == ["list-stopped"]
    assert tell(facts) == []
    (stopped,) = messages(facts)
    assert (stopped.person_id, stopped.values) == (coordinator.id, {"list": "Pasākumi", "finding": MISSING.kept})
    stopped.state = State.SENT
    measures.state, measures.reason = ListState.READ, {}
    assert tell(facts) == ["list-reads-again"]
    assert messages(facts)[-1].values == {"list": "Pasākumi"}
    assert tell(facts) == []
    measures.state, measures.reason = ListState.STOPPED, MISSING.kept
    assert tell(facts) == ["list-stopped"]


def test_another_reason_is_told_and_other_words_of_the_far_side_are_not(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    measures.state = ListState.STOPPED
    for kind, detail in (("list-refused", "400 at 9.00"), ("list-refused", "400 at 9.01"), ("list-trouble", "")):
        measures.reason = Finding(kind, {"list": "Pasākumi", "detail": detail}).kept
        tell(facts)
        for message in messages(facts):
            message.state = State.SENT
    assert [one.values["finding"]["kind"] for one in messages(facts)] == ["list-refused", "list-trouble"]


def test_a_stop_that_is_over_before_anyone_heard_of_it_is_not_told(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    measures.state, measures.reason = ListState.STOPPED, MISSING.kept
    assert tell(facts, "2021-01-04 22:00") == ["list-stopped"]
    assert [one.send_from for one in messages(facts)] == [riga("2021-01-05 08:30")]
    measures.state, measures.reason = ListState.READ, {}
    assert tell(facts, "2021-01-04 23:00") == []
    assert [one.state for one in messages(facts)] == [State.DROPPED]


def test_what_nobody_can_hear_waits_for_the_first_who_can(facts: Facts, measures: WorkspaceList) -> None:
    measures.state, measures.reason = ListState.STOPPED, MISSING.kept
    spoil(facts, 1)
    later = facts.person("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
    assert tell(facts) == []
    facts.joins(later)
    assert tell(facts) == ["list-stopped", "to-put-right"]


def test_a_list_that_never_was_read_is_no_alarm_but_the_first_thing_to_put_right(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    measures.list_id, measures.state, measures.reason = "", ListState.STOPPED, MISSING.kept
    measures.remarks, measures.untidy = [Finding("list-read-only", {"list": "Pasākumi"}).kept], [flaw(7).kept]
    spoil(facts, 1)
    assert tell(facts) == ["to-put-right"]
    row = "https://vk.example/listform.aspx?ID="
    assert findings.standing(facts.session, facts.forum) == [
        {**MISSING.kept, "link": ""},
        {**measures.remarks[0], "link": ""},
        {**flaw(1).kept, "link": f"{row}1"},
        {**flaw(7).kept, "link": f"{row}7"},
    ]


def test_what_comes_right_with_another_list_is_not_told(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    waits = Finding("lookup-waits", {"list": "Pasākumi", "row": "1", "column": "Apņemšanās"})
    spoil(facts, 1).flaws = [waits.kept]
    assert tell(facts) == []


def test_what_must_be_put_right_is_one_list_a_week_and_only_when_it_changed(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    first = spoil(facts, 1)
    assert tell(facts, "2021-01-06 15:00") == ["to-put-right"]
    assert tell(facts, "2021-01-06 15:00") == []
    link = {"link": "https://vk.example/listform.aspx?ID=1"}
    brief = send(facts, messages(facts)[0], "2021-01-06 15:00")
    assert brief == {"findings": [{**flaw(1).kept, **link}], "more": 0}
    assert tell(facts, "2021-01-07 09:00") == []
    spoil(facts, 2)
    assert tell(facts, "2021-01-07 15:00") == ["to-put-right"]
    assert messages(facts)[1].send_from == riga("2021-01-11 08:30")
    spoil(facts, 3)
    assert tell(facts, "2021-01-08 15:00") == []
    first.flaws = []
    brief = send(facts, messages(facts)[1], "2021-01-11 08:30")
    assert brief is not None
    assert [one["values"]["row"] for one in brief["findings"]] == ["2", "3"]
    assert tell(facts, "2021-01-18 09:00") == []


def test_what_is_found_before_the_week_opens_waits_for_that_opening_alone(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    spoil(facts, 1)
    tell(facts, "2021-01-06")
    send(facts, messages(facts)[0], "2021-01-06")
    spoil(facts, 2)
    tell(facts, "2021-01-10 20:00")
    assert messages(facts)[1].send_from == riga("2021-01-11 08:30")


def test_a_list_that_is_again_as_it_was_told_is_not_told_again(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    spoil(facts, 1)
    tell(facts, "2021-01-06")
    send(facts, messages(facts)[0], "2021-01-06")
    passing = spoil(facts, 2)
    tell(facts, "2021-01-07")
    passing.flaws = []
    assert send(facts, messages(facts)[1], "2021-01-11 08:30") is None
    assert tell(facts, "2021-01-11 09:00") == []


def test_what_is_put_right_before_it_was_sent_is_not_told(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    base = spoil(facts, 1)
    assert tell(facts, "2021-01-08 20:00") == ["to-put-right"]
    (message,) = messages(facts)
    assert message.send_from == riga("2021-01-11 08:30")
    base.flaws = []
    assert send(facts, message, "2021-01-11 08:30") is None
    assert tell(facts, "2021-01-11 09:00") == []


def test_a_long_list_is_cut_and_counted(facts: Facts, coordinator: Person, measures: WorkspaceList) -> None:
    for row in range(1, 312):
        spoil(facts, row)
    tell(facts)
    brief = send(facts, messages(facts)[0])
    assert brief is not None
    assert (len(brief["findings"]), brief["more"]) == (300, 11)


def test_what_is_strange_about_a_list_that_is_read_is_among_what_to_put_right(
    facts: Facts, coordinator: Person, measures: WorkspaceList
) -> None:
    measures.reason = Finding("rows-vanished", {"list": "Pasākumi", "gone": 6, "known": 20}).kept
    assert tell(facts) == ["to-put-right"]
    assert findings.standing(facts.session, facts.forum) == [{**measures.reason, "link": ""}]


def test_only_what_has_not_gone_out_can_be_withdrawn(facts: Facts, coordinator: Person) -> None:
    to = outbox.To(person_id=coordinator.id)
    row = outbox.put(facts.session, facts.forum, to=to, kind="x", dedupe="x", now=riga(MONDAY))
    assert outbox.withdraw(facts.session, facts.forum, "y") is False
    sending.claim(row, channel="telegram", address="1", real=riga(MONDAY))
    assert outbox.withdraw(facts.session, facts.forum, "x") is False
    row.state = State.PENDING
    assert (outbox.withdraw(facts.session, facts.forum, "x"), row.state) == (True, State.DROPPED)
