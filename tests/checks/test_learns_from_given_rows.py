"""Statistics and categories must come from the rows that are given."""

from typing import Any

import pytest
from small_tables import RIGHT, ROWS, changed

from etude.checks.learns_from_given_rows import LearnsFromGivenRows
from etude.domain.verdict import Status

CHECK = LearnsFromGivenRows(name="given", function="build", rows=ROWS)
SCALED = {"column": "age", "mean": 0.0, "spread": 1.0}
RENAMED = {"column": "home", "one_hot": True, "example": "new owner"}


def test_a_preprocessor_that_fits_the_changed_rows_passes() -> None:
    verdict = CHECK.judge({"elsewhere": [SCALED], "renamed": [RENAMED]})

    assert verdict.status is Status.PASSED


def test_statistics_from_elsewhere_are_told_with_their_numbers() -> None:
    off = {"column": "age", "mean": 31.4, "spread": 10.0}

    verdict = CHECK.judge({"elsewhere": [SCALED, off], "renamed": [RENAMED]})

    assert "ten times as large" in verdict.expected
    assert verdict.received == "age with mean 31.4 and standard deviation 10"


def test_categories_from_elsewhere_are_told_by_an_example() -> None:
    verdict = CHECK.judge({"elsewhere": [SCALED], "renamed": [RENAMED | {"one_hot": False}]})

    assert verdict.received == "home does not tell 'new owner' from the others"


@pytest.mark.tensorflow
def test_a_builder_that_uses_its_rows_passes(probe: Any) -> None:
    assert CHECK.judge(probe(CHECK, RIGHT)).status is Status.PASSED


@pytest.mark.tensorflow
def test_numbers_known_beforehand_are_noticed(probe: Any) -> None:
    facts = probe(CHECK, changed("float(known.mean())", "40.7"))

    assert "mean" in CHECK.judge(facts).received


@pytest.mark.tensorflow
def test_a_vocabulary_known_beforehand_is_noticed(probe: Any) -> None:
    program = changed("look_up.adapt(column[column != \"\"])", "look_up.set_vocabulary"
                      "(['owner', 'parents', 'rent'])")  # fmt: skip

    assert "'new owner'" in CHECK.judge(probe(CHECK, program)).received
