"""NaN on its way into layers."""

from dataclasses import replace
from typing import Any

from described import evidence
from trained import adapted, arrays, trained

from etude.diagnoses.catalogue import gaps_reach_the_network

PROGRAM = """\
def build(rows):
    filled = ops.where(ops.isnan(raw), 0.0, raw)
    scale = layers.Normalization()
    scale.adapt(rows)
"""


def gap(column: str, *, finite: bool, in_training_rows: int = 1) -> dict[str, Any]:
    return {"column": column, "finite": finite, "in_training_rows": in_training_rows}


def test_fires_on_inputs_with_nan_that_left_weights_with_nan() -> None:
    run = trained(loss=[1.1], train=arrays(rows=64, nan=3), nan_weights=["dense/kernel"])

    finding = gaps_reach_the_network.match(evidence(fits=[run]))

    assert finding is not None
    assert finding.line == 9
    assert finding.evidence.startswith("3 of the input values that the model was given are NaN")
    assert "1 weights hold NaN" in finding.evidence


def test_fires_on_a_loss_of_nan() -> None:
    run = trained(loss=[float("nan")], train=arrays(rows=64, nan=3))

    assert gaps_reach_the_network.match(evidence(fits=[run])) is not None


def test_fires_on_targets_with_nan() -> None:
    data = arrays(rows=64)
    inputs, labels = data.sample
    run = trained(loss=[float("nan")], train=replace(data, sample=[inputs, replace(labels, nan=2)]))

    finding = gaps_reach_the_network.match(evidence(fits=[run]))

    assert finding is not None
    assert finding.evidence.startswith("2 of the target values")
    assert "leave out the rows" in finding.change


def test_is_silent_when_a_layer_of_the_model_filled_them() -> None:
    run = trained(loss=[0.6, 0.5], train=arrays(rows=64, nan=3))

    assert gaps_reach_the_network.match(evidence(fits=[run])) is None


def test_is_silent_when_weights_became_nan_without_a_gap() -> None:
    run = trained(loss=[9.0], train=arrays(rows=64), nan_weights=["dense/kernel"])

    assert gaps_reach_the_network.match(evidence(fits=[run])) is None


def test_points_at_the_adapt_that_met_gaps() -> None:
    facts = {"gaps": {"gaps": [gap("income", finite=False)]}}

    finding = gaps_reach_the_network.match(
        evidence(facts=facts, calls=[adapted(rows=3452, gaps=298)], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 4
    assert "298 missing values among 3452 rows" in finding.evidence


def test_points_at_the_filling_that_leaves_complete_columns_out() -> None:
    facts = {"gaps": {"gaps": [gap("age", finite=False, in_training_rows=0),
                               gap("income", finite=True)]}}  # fmt: skip

    finding = gaps_reach_the_network.match(evidence(facts=facts, program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "the training rows have no gap in age" in finding.evidence


def test_is_silent_when_every_gap_is_filled() -> None:
    facts = {"gaps": {"gaps": [gap("age", finite=True)]}}

    assert gaps_reach_the_network.match(evidence(facts=facts, program=PROGRAM)) is None
