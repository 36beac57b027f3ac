"""A missing number must be treated as its column's mean or median."""

from typing import Any

import pytest
from small_tables import RIGHT, ROWS, changed

from etude.checks.fills_gaps import FillsGaps
from etude.domain.verdict import Status

CHECK = FillsGaps(name="gaps", function="build", rows=ROWS)
FILL = "ops.where(ops.isnan(raw), float(np.median(known)), raw)"


def gap(column: str = "age", **fields: Any) -> dict[str, Any]:
    given = {"finite": True, "like": ["median"], "moves": True, "median": 39.0}
    return {"column": column, "in_training_rows": 1} | given | fields


@pytest.mark.parametrize("like", [["mean"], ["median"], ["lower median"], ["mean", "zero"]])
def test_mean_or_median_pass(like: list[str]) -> None:
    assert CHECK.judge({"gaps": [gap(like=like)]}).status is Status.PASSED


def test_only_the_statistic_asked_for_passes() -> None:
    asked = FillsGaps(name="gaps", function="build", rows=ROWS, by=("mean",))

    verdict = asked.judge({"gaps": [gap(like=["median"])]})

    assert verdict.status is Status.FAILED
    assert verdict.expected == "finite features, those of the column's mean"


def test_features_that_are_not_finite_name_their_columns() -> None:
    columns = [gap(name, finite=False) for name in ("age", "price", "time", "debt", "assets")]

    verdict = CHECK.judge({"gaps": columns})

    assert verdict.received == "NaN or infinite features for a gap in age, price, time and 2 more"


def test_zero_is_told_with_the_median_it_should_have_been() -> None:
    verdict = CHECK.judge({"gaps": [gap(like=["zero"])]})

    assert verdict.received == "a gap in age counts as 0; its median is 39"


def test_another_value_is_told() -> None:
    assert "its least value" in CHECK.judge({"gaps": [gap(like=["least"])]}).received
    assert "something else" in CHECK.judge({"gaps": [gap(like=[])]}).received


def test_a_column_that_is_not_used_is_told() -> None:
    verdict = CHECK.judge({"gaps": [gap(moves=False, like=[])]})

    assert verdict.received == "features that do not change with age at all"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        (FILL, "median"),
        (FILL.replace("np.median", "np.mean"), "mean"),
        ("ops.nan_to_num(raw, nan=float(np.median(known)))", "median"),
        ("ops.nan_to_num(raw)", "zero"),
    ],
)
def test_the_probe_tells_what_a_gap_counts_as(probe: Any, fill: str, expected: str) -> None:
    facts = probe(CHECK, changed(FILL, fill))

    assert [expected in one["like"] for one in facts["gaps"]] == [True, True]


@pytest.mark.tensorflow
def test_zero_after_scaling_is_the_mean(probe: Any) -> None:
    scaled = "(filled - float(known.mean())) / float(known.std())"
    program = changed(FILL, "raw").replace(scaled, f"ops.nan_to_num({scaled})")

    assert ["mean" in one["like"] for one in probe(CHECK, program)["gaps"]] == [True, True]


@pytest.mark.tensorflow
def test_a_flag_for_gaps_does_not_disturb(probe: Any) -> None:
    scaled = "(filled - float(known.mean())) / float(known.std())"
    flagged = f"ops.concatenate([{scaled}, ops.cast(ops.isnan(raw), 'float32')], axis=1)"

    facts = probe(CHECK, changed(scaled, flagged))

    assert CHECK.judge(facts).status is Status.PASSED


@pytest.mark.tensorflow
def test_gaps_left_alone_are_seen_with_how_many_the_training_rows_have(probe: Any) -> None:
    facts = probe(CHECK, changed(FILL, "raw"))

    assert [(g["finite"], g["in_training_rows"]) for g in facts["gaps"]] == [(False, 1), (False, 0)]


@pytest.mark.tensorflow
def test_filling_the_given_rows_in_place_leaves_those_of_the_check_alone(probe: Any) -> None:
    program = RIGHT.replace(
        "    known =", "    column[np.isnan(column)] = np.nanmedian(column)\n    known ="
    )

    facts = probe(CHECK, program)

    assert facts["gaps"][0]["in_training_rows"] == 1
    assert CHECK.judge(facts).status is Status.PASSED
