"""Every known category must have a column of 0s and 1s of its own."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_tables import RIGHT, ROWS, changed

from etude.checks.encodes_categories import EncodesCategories, is_one_hot
from etude.domain.verdict import Status

CHECK = EncodesCategories(name="codes", function="build", rows=ROWS)
KNOWN = ["owner", "parents", "rent"]


def encoded(codes: Any) -> dict[str, Any]:
    return {"encoded": [{"column": "home", "categories": KNOWN, "codes": np.array(codes)}]}


@given(st.permutations(range(5)))
def test_any_order_of_columns_is_one_hot(order: list[int]) -> None:
    assert is_one_hot(np.eye(5)[order])


@pytest.mark.parametrize(
    "codes",
    [
        [[1.0], [2.0], [3.0]],
        [[1, 0], [0, 1], [0, 0]],
        [[1, 0, 0], [1, 0, 0], [0, 0, 1]],
        [[0.7, -1.2, 0.1], [0.1, 0.9, -2.0], [1.0, 0.2, 0.4]],
        [[1, 1, 0], [0, 1, 1], [1, 0, 1]],
    ],
)
def test_numbers_and_other_codes_are_not(codes: Any) -> None:
    assert CHECK.judge(encoded(codes)).status is Status.FAILED


def test_numbers_are_told_category_by_category() -> None:
    verdict = CHECK.judge(encoded([[1.0], [3.0], [2.0]]))

    assert verdict.expected == (
        "3 columns of 0s and 1s for home, one for each of owner, parents, rent"
    )
    assert verdict.received == "one column: owner is 1, parents is 3, rent is 2"
    assert "StringLookup" in verdict.attempt


def test_a_column_that_is_not_used_is_told() -> None:
    assert "do not change with home" in CHECK.judge(encoded(np.zeros((3, 0)))).received


def test_an_embedding_is_told_by_its_numbers() -> None:
    verdict = CHECK.judge(encoded([[0.7, -1.2], [0.1, 0.9], [1.0, 0.2]]))

    assert verdict.received == "2 columns, of which owner gets 0.7, -1.2"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "look_up",
    [
        'layers.StringLookup(output_mode="one_hot")',
        'layers.StringLookup(output_mode="multi_hot", num_oov_indices=2)',
        'layers.StringLookup(output_mode="one_hot", num_oov_indices=0)',
    ],
)
def test_the_probe_finds_one_column_per_category(probe: Any, look_up: str) -> None:
    facts = probe(CHECK, changed('layers.StringLookup(output_mode="one_hot")', look_up))

    assert facts["encoded"][0]["categories"] == KNOWN
    assert is_one_hot(facts["encoded"][0]["codes"])


@pytest.mark.tensorflow
def test_numbered_categories_give_one_column(probe: Any) -> None:
    program = changed('output_mode="one_hot"', "").replace(
        "return look_up(raw)", "return ops.cast(look_up(raw), 'float32')"
    )

    codes = probe(CHECK, program)["encoded"][0]["codes"]

    assert codes.shape == (3, 1)
    assert CHECK.judge(probe(CHECK, RIGHT)).status is Status.PASSED
