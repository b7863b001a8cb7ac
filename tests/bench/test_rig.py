"""The rig: medians, which way is better, one figure alone, and names that do not exist."""

from __future__ import annotations

import orjson
import pytest

from tests.bench.rig import Benchmark, Better, Figure, Measured, NoSuchBenchmark, Spec, benchmarks, chosen, figure, run

MORE = Spec(unit="items/s", better=Better.MORE, peer="a peer")
LESS = Spec(unit="ms", better=Better.LESS, peer="a peer")


def test_the_median_of_each_is_taken() -> None:
    found = iter([Measured(10, 2), Measured(40, 5), Measured(20, 4)])
    one = Benchmark(figures={"speed": MORE}, measure=lambda: {"speed": next(found)})

    assert run(one) == [Figure(name="speed", value=20, unit="items/s", peer="a peer", peer_value=4, ratio=5)]


@pytest.mark.parametrize(
    ("spec", "measured", "ratio"),
    [
        (MORE, Measured(10, 5), 2),
        (LESS, Measured(10, 5), 0.5),
        (LESS, Measured(5, 10), 2),
        (MORE, Measured(10), None),
        (LESS, Measured(0, 7), None),
    ],
)
def test_the_ratio_says_how_many_times_better(spec: Spec, measured: Measured, ratio: float | None) -> None:
    assert figure("it", spec, [measured]).ratio == ratio


def test_every_name_is_given_once() -> None:
    names = [name for one in benchmarks() for name in one.figures]

    assert sorted(set(names)) == sorted(names)


def test_one_figure_can_be_asked_for_and_no_other_name() -> None:
    one = Benchmark(figures={"a": MORE, "b": LESS}, measure=dict)
    other = Benchmark(figures={"c": MORE}, measure=dict)

    assert chosen([one, other], []) == [one, other]
    assert chosen([one, other], ["b", "a"]) == [one]
    with pytest.raises(NoSuchBenchmark, match="x; there are a, b, c"):
        chosen([one, other], ["x"])


def test_what_is_written_has_the_agreed_form() -> None:
    keys = list(vars(figure("it", MORE, [Measured(1, 2)])))

    assert keys == ["name", "value", "unit", "peer", "peer_value", "ratio"]
    assert orjson.loads(orjson.dumps(figure("it", MORE, [Measured(1)]))) == {
        "name": "it", "value": 1, "unit": "items/s", "peer": "a peer", "peer_value": None, "ratio": None
    }  # fmt: skip
