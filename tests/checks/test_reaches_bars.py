"""Bars on hidden examples are worth a point each."""

from typing import Any

import numpy as np
import pytest

from etude.checks.reaches_bars import ReachesBars
from etude.checks.scores import Metric
from etude.domain.verdict import Status

LABELS = np.arange(10) % 2


def check(**fields: Any) -> ReachesBars:
    given = {"artifact": "model.keras", "hidden": "art", "lower": (0.5, 0.7), "bar": 0.9}
    return ReachesBars(name="bars", points=3, **(given | fields))


def outputs(*, right: int) -> np.ndarray:
    return np.where(np.arange(10) < right, LABELS, 1 - LABELS).astype(np.float32)


@pytest.mark.parametrize(("right", "points"), [(4, 0), (5, 1), (7, 2), (8, 2), (9, 3), (10, 3)])
def test_every_bar_that_is_reached_is_worth_a_point(right: int, points: int) -> None:
    verdict = check().judge({"outputs": outputs(right=right), "labels": LABELS})

    assert verdict.points == points
    assert (verdict.status is Status.PASSED) == (points == 3)


def test_errors_are_better_the_lower_they_are() -> None:
    asked = check(metric=Metric.MAE, lower=(3.0, 2.0), bar=1.0)

    verdict = asked.judge({"outputs": np.full(10, 1.5, np.float32), "labels": np.zeros(10)})

    assert verdict.points == 2


def test_outputs_that_break_the_contract_are_worth_nothing() -> None:
    verdict = check().judge({"outputs": np.zeros((10, 7), np.float32), "labels": LABELS})

    assert (verdict.status, verdict.points) == (Status.FAILED, 0)
    assert "outputs of shape (7,)" in verdict.received


def test_the_title_names_every_bar() -> None:
    assert check().title == "model.keras reaches an accuracy of at least 0.5 and 0.7 and 0.9"


@pytest.mark.parametrize("right", [8, 10])
def test_value_interval_and_bars_are_told_whether_it_passed_or_not(right: int) -> None:
    measured = check().judge({"outputs": outputs(right=right), "labels": LABELS}).measurement

    assert measured is not None
    assert (measured.what, measured.value, measured.examples) == ("an accuracy", right / 10, 10)
    assert measured.bars == (0.5, 0.7, 0.9)
    assert measured.low < measured.value <= measured.high
    assert [measured.reaches(bar) for bar in measured.bars] == [True, True, right == 10]


def test_of_errors_the_bars_are_reached_from_above() -> None:
    asked = check(metric=Metric.MAE, lower=(3.0, 2.0), bar=1.0)

    verdict = asked.judge({"outputs": np.full(10, 1.5, np.float32), "labels": np.zeros(10)})

    assert verdict.measurement is not None
    assert not verdict.measurement.at_least
    assert [verdict.measurement.reaches(bar) for bar in asked.bars] == [True, True, False]


def test_which_class_was_taken_for_which_is_counted() -> None:
    measured = check().judge({"outputs": outputs(right=7), "labels": LABELS}).measurement

    assert measured is not None
    assert measured.confusion is not None
    assert measured.confusion.labels == ("0", "1")
    assert measured.confusion.counts == [[4, 1], [2, 3]]
    assert (measured.confusion.right, measured.confusion.examples) == (7, 10)


def test_of_classes_that_are_asked_for_only_those_are_counted() -> None:
    asked = check(classes=("vehicle", "bird"), lower=(), bar=0.5)
    facts = {
        "outputs": np.eye(2, dtype=np.float32)[[0, 1, 1, 0]],
        "labels": np.array([2, 0, 1, 2]),
        "classes": np.array(["bird", "fruit", "vehicle"]),
    }

    measured = asked.judge(facts).measurement

    assert measured is not None
    assert measured.confusion is not None
    assert measured.confusion.labels == ("vehicle", "bird")
    assert measured.confusion.counts == [[2, 0], [0, 1]]


def test_errors_confuse_no_classes() -> None:
    asked = check(metric=Metric.MAE, lower=(3.0, 2.0), bar=1.0)

    measured = asked.judge(
        {"outputs": np.zeros(10, np.float32), "labels": np.zeros(10)}
    ).measurement

    assert measured is not None
    assert measured.confusion is None
