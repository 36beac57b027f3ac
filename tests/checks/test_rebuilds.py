"""An autoencoder rebuilds its own kind, and its errors tell the odd ones out."""

from typing import Any

import numpy as np
import pytest

from etude.checks.flags_odd_ones import FlagsOddOnes
from etude.checks.rebuilds import Rebuilds
from etude.checks.values import Name
from etude.domain.verdict import Status

GIVEN: dict[str, Any] = {"artifact": "it.keras", "hidden": "fashion_mnist", "kind": "Bag"}
CHECK = Rebuilds(**GIVEN, bar=0.1, plain="a mean reaches 0.2")
ODD = FlagsOddOnes(**GIVEN, bar=0.75, threshold=Name(name="threshold"), most_false=0.25)
PROGRAM = """\
import keras
picture = keras.Input((28, 28))
keras.Model(picture, keras.layers.Rescaling({scale})(picture)).save("it.keras")
threshold = 0.001
"""


def facts(bags: list[float], others: list[float], threshold: float | None = 0.1) -> dict[str, Any]:
    labels = [1] * len(bags) + [0] * len(others)
    errors, classes = np.array(bags + others), np.array(["Coat", "Bag"])
    return {"errors": errors, "labels": labels, "classes": classes, "threshold": threshold}


def test_only_errors_of_the_learned_kind_count() -> None:
    assert CHECK.judge(facts([0.05, 0.1], [0.9])).status is Status.PASSED
    assert CHECK.judge(facts([0.2, 0.1], [0.0])).received == "0.1500; a mean reaches 0.2"


def test_a_threshold_that_finds_most_and_blames_few_passes() -> None:
    assert ODD.judge(facts([0.05] * 3 + [0.2], [0.2] * 3 + [0.05])).status is Status.PASSED


def test_a_threshold_too_high_finds_too_few() -> None:
    verdict = ODD.judge(facts([0.05], [0.2, 0.05]))

    assert verdict.received == "50.0% above 0.1"
    assert verdict.expected == "at least 75% of hidden pictures of other kinds above it"


def test_a_threshold_too_low_blames_its_own_kind() -> None:
    verdict = ODD.judge(facts([0.2, 0.05], [0.2]))

    assert verdict.expected == "at most 25% of hidden pictures of Bag above it"


def test_without_a_number_there_is_no_threshold() -> None:
    assert ODD.judge(facts([0.0], [0.2], threshold=None)).received == "none"


def test_outputs_of_another_shape_are_told() -> None:
    verdict = CHECK.judge({"came": "(784,)", "shape": "(28, 28)"})

    assert verdict.expected == "outputs of the shape of the pictures: (28, 28)"
    assert verdict.received == "(784,)"


@pytest.mark.tensorflow
def test_the_saved_file_is_asked(probe: Any) -> None:
    same = probe(ODD, PROGRAM.format(scale=1), reload=True)
    paler = probe(CHECK, PROGRAM.format(scale=0.5), reload=True)

    assert float(np.max(same["errors"])) == 0.0 < float(np.min(paler["errors"]))
    assert same["threshold"] == 0.001
