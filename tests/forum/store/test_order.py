"""Which of the waiting units is done next: what presses first, and what is patient half of the time all the same."""

from __future__ import annotations

from collections.abc import Mapping

from forum.store.order import Order, Rank
from forum.store.units import Unit


def _waiting(order: Order, ranks: Mapping[str, Rank]) -> dict[int, str]:
    """Units of these names, put in this order; the name of each by its identity."""
    units = {name: Unit[None](lambda session: None, seconds=9) for name in ranks}
    for name, unit in units.items():
        order.put(unit, ranks[name])
    return {id(unit): name for name, unit in units.items()}


def _done(order: Order, names: Mapping[int, str], *, patient: float, presses: float) -> list[str]:
    """In which order all are done, where a patient one takes so long (seconds), and one that presses so long."""
    order.end()
    found = []
    while batch := order.take():
        found.append(names[id(batch.first)])
        order.took(patient if batch.patient else presses, patient=batch.patient)
    return found


def test_of_each_rank_the_longest_waiting_comes_next_and_what_has_happened_before_all() -> None:
    order = Order()
    ranks = {"a": Rank.USUAL, "b": Rank.FIRST, "c": Rank.USUAL, "d": Rank.FIRST}
    assert _done(order, _waiting(order, ranks), patient=1, presses=1) == ["b", "d", "a", "c"]


def test_what_presses_has_as_long_after_each_patient_one_as_that_took() -> None:
    order = Order()
    patient = {f"p{number}": Rank.PATIENT for number in range(4)}
    presses = {f"u{number}": Rank.USUAL for number in range(8)}
    found = _done(order, _waiting(order, patient | presses), patient=2, presses=1)
    assert found == ["u0", "p0", "u1", "u2", "u3", "p1", "u4", "u5", "u6", "p2", "u7", "p3"]


def test_one_that_presses_ends_what_patient_ones_share() -> None:
    order = Order()
    names = _waiting(order, {"p0": Rank.PATIENT, "p1": Rank.PATIENT, "p2": Rank.PATIENT})
    batch = order.take()
    assert batch is not None
    assert [names[id(unit)] for unit in (batch.first, batch.more()) if unit] == ["p0", "p1"]
    names |= _waiting(order, {"u0": Rank.USUAL})
    assert batch.more() is None
    order.took(1, patient=True)
    assert _done(order, names, patient=1, presses=1) == ["u0", "p2"]


def test_whoever_comes_later_holds_up_no_commit() -> None:
    order = Order()
    names = _waiting(order, {"u0": Rank.USUAL, "u1": Rank.USUAL})
    batch = order.take()
    assert batch is not None
    names |= _waiting(order, {"u2": Rank.USUAL, "u3": Rank.FIRST})
    assert [names[id(unit)] for unit in (batch.first, batch.more(), batch.more()) if unit] == ["u0", "u3"]
