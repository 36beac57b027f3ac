"""Numeric columns must come out with mean 0 and standard deviation 1."""

from typing import Any

import pytest
from small_tables import RIGHT, ROWS, changed

from etude.checks.scales_columns import ScalesColumns
from etude.domain.verdict import Status

CHECK = ScalesColumns(name="scales", function="build", rows=ROWS)


def column(name: str, mean: float | None, spread: float | None) -> dict[str, Any]:
    return {"column": name, "mean": mean, "spread": spread}


def test_standardised_columns_pass_though_filling_moved_them_a_little() -> None:
    facts = {"scaled": [column("age", 0.05, 0.95), column("price", -0.1, 1.1)]}

    assert CHECK.judge(facts).status is Status.PASSED


def test_the_column_that_is_off_most_is_told_with_its_numbers() -> None:
    facts = {"scaled": [column("age", 0.0, 1.0), column("price", 5519.2, 11435.0)]}

    verdict = CHECK.judge(facts)

    assert verdict.expected == "for each numeric column mean 0 and standard deviation 1"
    assert verdict.received == (
        "price with mean 5519 and standard deviation 11435; 1 of 2 columns are off"
    )
    assert "Normalization" in verdict.attempt


def test_a_column_left_out_is_off() -> None:
    verdict = CHECK.judge({"scaled": [column("age", None, None)]})

    assert verdict.received.startswith("no feature that changes with age")


@pytest.mark.tensorflow
def test_the_probe_measures_each_numeric_column(probe: Any) -> None:
    facts = probe(CHECK, RIGHT)

    assert [one["column"] for one in facts["scaled"]] == ["age", "price"]
    assert facts["scaled"][1]["mean"] == pytest.approx(0, abs=1e-5)
    assert facts["scaled"][1]["spread"] == pytest.approx(1, abs=1e-5)


@pytest.mark.tensorflow
def test_an_unscaled_column_is_measured_as_it_is(probe: Any) -> None:
    program = changed("(filled - float(known.mean())) / float(known.std())", "filled")

    assert probe(CHECK, program)["scaled"][1]["mean"] == pytest.approx(1641.67, abs=0.01)


@pytest.mark.tensorflow
def test_a_column_without_features_is_a_fact(probe: Any) -> None:
    program = changed(
        "for name, column in rows.items():", "for name, column in [*rows.items()][1:]:"
    )

    facts = probe(CHECK, program.replace("return keras.Model(", "inputs['age'] = "
                  "keras.Input((1,), name='age'); return keras.Model("))  # fmt: skip

    assert facts["scaled"][0] == {"column": "age", "mean": None, "spread": None}
