"""Parts of a split under the wrong names."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import split_unpacked_in_wrong_order
from etude.diagnoses.diagnose import diagnose
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import keras
import numpy as np
import tensorflow as tf
x, y = np.ones((40, 4)), np.ones(40)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
def train_test_split(x, y):
    return x[:30], x[30:], y[:30], y[30:]
"""


USES = [
    "model.fit(x, y[:30], verbose=0)",
    "model.fit(x, y, validation_data=(x, y[:30]), verbose=0)",
    "model.evaluate(x, y[:30], verbose=0)",
    "data = tf.data.Dataset.from_tensor_slices((x, y[:30]))",
]


@pytest.mark.parametrize("use", USES)
def test_is_silent_where_nothing_was_split(
    use: str, evidence_of: Callable[[str], Evidence]
) -> None:
    found = evidence_of(f"{HEAD}{use}\n")

    assert split_unpacked_in_wrong_order.match(found) is None


@pytest.mark.parametrize("use", USES)
def test_the_lengths_are_told_there(use: str, evidence_of: Callable[[str], Evidence]) -> None:
    (finding,) = diagnose(evidence_of(f"{HEAD}{use}\n"))

    assert (finding.diagnosis, finding.line) == ("numbers_of_examples_differ", 9)
    assert "40" in finding.evidence
    assert "30" in finding.evidence


def test_points_at_a_split_unpacked_in_the_wrong_order(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = f"{HEAD}x_train, y_train, x_test, y_test = train_test_split(x, y)\n"

    finding = split_unpacked_in_wrong_order.match(
        evidence_of(program + "model.fit(x_train, y_train, verbose=0)\n")
    )

    assert finding is not None
    assert finding.line == 9
    assert "x_train, x_test, y_train, y_test" in finding.change


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ("model.fit(x, y[:30], verbose=0)\n", "numbers_of_examples_differ"),
        (
            "x_train, y_train, x_test, y_test = train_test_split(x, y)\n"
            "model.fit(x_train, y_train, verbose=0)\n",
            "split_unpacked_in_wrong_order",
        ),
    ],
    ids=["two lengths", "unpacked in the wrong order"],
)
def test_the_same_is_not_said_twice(
    program: str, name: str, evidence_of: Callable[[str], Evidence]
) -> None:
    findings = diagnose(evidence_of(HEAD + program))

    assert [finding.diagnosis for finding in findings] == [name]


@pytest.mark.parametrize("use", ["tf.ones((2, 3)) + tf.ones((4, 5))", "tf.reshape(x, (7, 7))"])
def test_is_silent_on_other_shapes_that_do_not_fit(
    use: str, evidence_of: Callable[[str], Evidence]
) -> None:
    evidence = evidence_of(f"{HEAD}{use}\n")

    assert evidence.errors
    assert split_unpacked_in_wrong_order.match(evidence) is None


SCALED = """import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
x, y = np.ones((40, 4)), np.ones(40)
"""


def test_a_later_line_that_takes_a_part_for_what_its_name_says_is_explained(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = (
        f"{SCALED}x_train, y_train, x_test, y_test = train_test_split(x, y)\n"
        "x_test = StandardScaler().fit(x_train).transform(x_test)\n"
    )

    (finding,) = diagnose(evidence_of(program))

    assert (finding.diagnosis, finding.line) == ("split_unpacked_in_wrong_order", 5)
    assert "y_train holds inputs and x_test labels" in finding.evidence


def test_names_in_the_order_of_the_split_explain_no_other_stop(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = (
        f"{SCALED}x_train, x_test, y_train, y_test = train_test_split(x, y)\n"
        "y_train = StandardScaler().fit_transform(y_train)\n"
    )

    assert split_unpacked_in_wrong_order.match(evidence_of(program)) is None
