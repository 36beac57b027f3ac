"""NaN on its way into layers."""

from dataclasses import replace
from typing import Any

from described import evidence
from trained import adapted, arrays, trained

from etude.diagnoses.catalogue import gaps_reach_the_network
from etude.domain.observations import Call, ShownWarning

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


def _gone(**told: Any) -> Any:
    """A training whose inputs are no numbers in this way, with a deviation in line 2."""
    data = arrays(rows=64, nan=64)
    sample = [replace(data.sample[0], **told), *data.sample[1:]]
    run = trained(loss=[float("nan")], train=replace(data, sample=sample))
    program = "deviation = np.std(rows, axis=0)\nscaled = (rows - rows.mean(axis=0)) / deviation\n"
    return gaps_reach_the_network.match(evidence(fits=[run], program=program))


def test_points_at_the_deviation_when_a_whole_column_is_gone() -> None:
    finding = _gone(lost=[4])

    assert finding.line == 2
    assert "64 of the input values that the model was given are NaN, the whole of column 4" in (
        finding.evidence
    )
    assert "all alike" in finding.change


def test_tells_infinite_values_from_missing_ones() -> None:
    finding = _gone(infinite=64)

    assert "are infinite" in finding.evidence
    assert "np.inf" in finding.change


def test_a_deviation_is_not_blamed_for_single_gaps() -> None:
    finding = _gone()

    assert finding.line == 9
    assert "fill gaps" in finding.change


def holed(line: int, message: str) -> Any:
    data = arrays(rows=64)
    inputs, labels = data.sample
    run = trained(loss=[float("nan")], train=replace(data, sample=[inputs, replace(labels, nan=2)]))
    warning = ShownWarning(message=message, category="RuntimeWarning", line=line)
    return evidence(fits=[run], warnings=[warning])


def test_points_at_the_logarithm_of_a_negative_number() -> None:
    seen = holed(4, "invalid value encountered in log")

    finding = gaps_reach_the_network.match(seen)

    assert finding is not None
    assert finding.line == 4
    assert "log in line 4 was given a negative number" in finding.evidence
    assert "what goes into log" in finding.change


def test_points_at_the_data_when_another_warning_was_shown_or_a_later_one() -> None:
    for line, words in ((4, "invalid value encountered in divide"), (50, "encountered in log")):
        finding = gaps_reach_the_network.match(holed(line, words))

        assert finding is not None
        assert "leave out the rows" in finding.change


def lost(*columns: int, line: int = 4) -> Call:
    seen = {"layer": "normalization", "columns": list(columns), "of": 7}
    return Call(name="statistics lost", line=line, arguments=seen)


def test_points_at_the_adapt_whose_mean_is_no_number_where_nothing_is_trained() -> None:
    finding = gaps_reach_the_network.match(evidence(calls=[lost(1)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "of column 1 (from 0 on)" in finding.evidence
    assert "before adapt" in finding.change


def test_is_silent_when_a_later_adapt_mended_it() -> None:
    calls = [lost(1), lost(line=9)]

    assert gaps_reach_the_network.match(evidence(calls=calls, program=PROGRAM)) is None
