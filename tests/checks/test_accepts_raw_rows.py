"""A preprocessor must take raw rows and give one row of numbers for each."""

from typing import Any

import pytest
from small_tables import RIGHT, ROWS, changed

from etude.checks.accepts_raw_rows import AcceptsRawRows
from etude.domain.verdict import Status

CHECK = AcceptsRawRows(name="rows", function="build", rows=ROWS)
FACTS = {"shape": [64, 9], "rows": 64, "apart": 0.0}


def test_a_matrix_with_a_row_for_each_row_passes() -> None:
    assert CHECK.judge(FACTS).status is Status.PASSED


def test_something_that_cannot_be_called_is_named() -> None:
    verdict = CHECK.judge({"came": "nothing"})

    assert verdict.received == "build returned nothing"
    assert "keras.Model" in verdict.attempt


@pytest.mark.parametrize("shape", [[64], [9, 64], [64, 3, 2], [1, 9]])
def test_another_shape_is_told_with_the_number_of_rows(shape: list[int]) -> None:
    verdict = CHECK.judge(FACTS | {"shape": shape})

    assert verdict.expected == "a model that gives a matrix (64, features)"
    assert verdict.received == f"shape {tuple(shape)} for 64 rows"


def test_features_that_depend_on_the_other_rows_are_told() -> None:
    verdict = CHECK.judge(FACTS | {"apart": 0.7})

    assert verdict.received == "features that differ by 0.7"
    assert "not from each batch" in verdict.attempt


@pytest.mark.tensorflow
def test_the_probe_sees_a_matrix_and_describes_the_model(probe: Any) -> None:
    facts = probe(CHECK, RIGHT)

    assert facts["shape"] == [12, 6]
    assert facts["apart"] < 1e-6
    assert [layer["kind"] for layer in facts["model"]["layers"]].count("StringLookup") == 1


@pytest.mark.tensorflow
def test_statistics_of_the_batch_are_noticed(probe: Any) -> None:
    program = changed("float(known.mean())", "ops.mean(filled)")

    assert probe(CHECK, program)["apart"] > 0.1


@pytest.mark.tensorflow
def test_an_answer_that_is_no_model_is_a_fact(probe: Any) -> None:
    assert probe(CHECK, "def build(rows): pass") == {"came": "nothing"}


@pytest.mark.tensorflow
def test_a_model_that_refuses_the_rows_is_the_learners_mistake(probe: Any) -> None:
    program = changed("keras.Input((1,), name=name,", "keras.Input((7,), name=name,")

    assert "error" in probe(CHECK, program)
