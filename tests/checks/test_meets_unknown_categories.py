"""An unseen or missing category must be taken for none of the known ones."""

from typing import Any

import numpy as np
import pytest
from small_tables import RIGHT, ROWS, changed

from etude.checks.meets_unknown_categories import MeetsUnknownCategories
from etude.domain.verdict import Status

CHECK = MeetsUnknownCategories(name="unknown", function="build", rows=ROWS)
KNOWN = np.eye(3).tolist()


def met(unseen: list[float], missing: list[float]) -> dict[str, Any]:
    codes = np.array([unseen, missing, *KNOWN])
    return {
        "unknown": [{"column": "home", "categories": ["owner", "parents", "rent"], "codes": codes}]
    }


@pytest.mark.parametrize("code", [[0.0, 0.0, 0.0], [1.0, 1.0, 1.0], [1 / 3] * 3])
def test_any_other_code_passes(code: list[float]) -> None:
    assert CHECK.judge(met(code, [0.0, 0.0, 0.0])).status is Status.PASSED


def test_an_unseen_category_with_the_code_of_a_known_one_is_told() -> None:
    verdict = CHECK.judge(met([0.0, 1.0, 0.0], [0.0, 0.0, 0.0]))

    assert verdict.expected == "a category never seen before in home is none of the known ones"
    assert verdict.received == "it gets the same features as parents"


def test_a_missing_category_with_the_code_of_a_known_one_is_told() -> None:
    verdict = CHECK.judge(met([0.0, 0.0, 0.0], [0.0, 0.0, 1.0]))

    assert verdict.expected.startswith("a missing category in home")


def test_features_that_are_not_finite_are_told() -> None:
    verdict = CHECK.judge(met([np.nan, 0.0, 0.0], [0.0, 0.0, 0.0]))

    assert verdict.received == "it gets NaN or infinite features"


@pytest.mark.tensorflow
def test_a_place_for_unknown_values_passes(probe: Any) -> None:
    assert CHECK.judge(probe(CHECK, RIGHT)).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_category_of_its_own_for_gaps_passes(probe: Any) -> None:
    program = changed('look_up.adapt(column[column != ""])', "look_up.adapt(column)")

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED


@pytest.mark.tensorflow
def test_unknown_values_taken_for_the_most_frequent_fail(probe: Any) -> None:
    program = changed(
        "    return look_up(raw)",
        "    code = look_up(raw)\n"
        "    return ops.concatenate([code[:, :1] + code[:, 1:2], code[:, 2:]], axis=1)",
    )

    verdict = CHECK.judge(probe(CHECK, program))

    assert verdict.received == "it gets the same features as owner"


@pytest.mark.tensorflow
def test_a_look_up_without_a_place_for_them_raises_in_the_learners_code(probe: Any) -> None:
    program = changed('output_mode="one_hot"', 'output_mode="one_hot", num_oov_indices=0')

    assert "num_oov_indices=0" in probe(CHECK, program)["error"]["message"]
