"""No bar on data may be so low that an answer which ignores its input passes it."""

import numpy as np
import pytest

from etude.app.constant_answers import judged_on_data, passing_constant
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.values import Name
from etude.domain.outcome import Isolation, Outcome

MODEL, ROWS = Name(name="model"), Name(name="rows")


def check(bar: float, metric: Metric = Metric.ACCURACY) -> ReachesScore:
    return ReachesScore(name="score", by=MODEL, inputs=ROWS, labels=ROWS, bar=bar, metric=metric)


@pytest.mark.parametrize(("bar", "passes"), [(0.75, True), (0.76, False)])
def test_the_most_frequent_class_is_tried(bar: float, passes: bool) -> None:
    labels = np.array([0, 2, 2, 2])
    facts = {"outputs": np.eye(3)[labels], "labels": labels}

    constant = passing_constant(check(bar), facts)

    assert constant == ("[0.0, 0.0, 1.0] for every example" if passes else "")


@pytest.mark.parametrize(("bar", "passes"), [(2.5, True), (2.4, False)])
def test_the_median_is_tried(bar: float, passes: bool) -> None:
    values = np.array([1.0, 2.0, 3.0, 10.0])
    facts = {"outputs": values[:, np.newaxis], "labels": values}

    assert bool(passing_constant(check(bar, Metric.MAE), facts)) is passes


@pytest.mark.parametrize(("bar", "passes"), [(0.6, True), (0.7, False)])
def test_one_of_two_classes_is_tried(bar: float, passes: bool) -> None:
    facts = {"outputs": np.array([[0.1], [0.9], [0.2]]), "labels": np.array([0, 1, 0])}

    assert bool(passing_constant(check(bar), facts)) is passes


def test_facts_of_all_runs_and_the_hidden_labels_are_joined() -> None:
    of_file = HiddenMetric(name="hidden", artifact="a.keras", hidden="set", bar=0.9)
    labels = np.array([0, 1])
    outcomes = [
        Outcome(frames=[_probe("score", {}), _probe("hidden", {})], isolation=Isolation(level=1)),
        Outcome(frames=[_probe("hidden", {"outputs": np.eye(2)})], isolation=Isolation(level=1)),
    ]

    found = list(
        judged_on_data(
            [check(0.5), of_file], outcomes, lambda _: {"labels": labels, "inputs": labels}
        )
    )

    assert [told.name for told, _ in found] == ["hidden"]
    assert set(found[0][1]) == {"outputs", "labels"}


@pytest.mark.parametrize("outputs", [{"a": np.eye(2)}, ["yes", "no"], [[1.0], [1.0, 2.0]], []])
def test_facts_that_are_no_outputs_are_left_alone(outputs: object) -> None:
    facts = {"outputs": outputs, "labels": np.array([0, 1])}
    outcome = Outcome(frames=[_probe("score", facts)], isolation=Isolation(level=1))

    assert list(judged_on_data([check(0.5)], [outcome], lambda _: {})) == []


@pytest.mark.parametrize(("more", "bars"), [({}, 1), ({"told": 1.0}, 0)])
def test_what_a_program_tells_of_its_own_outputs_is_no_bar(
    more: dict[str, object], bars: int
) -> None:
    facts = {"outputs": np.eye(2), "labels": np.array([0, 1]), **more}
    outcome = Outcome(frames=[_probe("score", facts)], isolation=Isolation(level=1))

    assert len(list(judged_on_data([check(0.5)], [outcome], lambda _: {}))) == bars


def _probe(name: str, facts: dict[str, object]) -> dict[str, object]:
    return {"kind": "probe", "check": name, "part": "probe", "facts": facts}
