"""Every example once, and no other: what came is compared with what should have come."""

import pytest

from etude.checks.gives_examples import GivesExamples
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

DATA = Call(function="load", label="training data")
PARTS = {"0": [[1.5, 2], [3, 4], [5, 6]], "1": [0, 1, 1]}
CHECK = GivesExamples(of=DATA, parts=PARTS, things="rows", attempt="look at the labels")
IN_ORDER = GivesExamples(of=DATA, parts=PARTS, in_order=True)


def facts(x=PARTS["0"], y=PARTS["1"], **more):
    return {"received": {"0": x, "1": y}, "wanted": PARTS, "type": "D", "shape": []} | more


@pytest.mark.parametrize(
    "right",
    [
        facts(),
        facts([[5, 6], [1.5, 2], [3, 4]], [1, 0, 1]),
        facts([[1.50001, 2], [3, 4], [5, 6]]),
        facts(y=[[0], [1], [1]]),
    ],
    ids=["as asked", "another order", "rounding", "an axis more"],
)
def test_the_right_examples_pass(right):
    assert CHECK.judge(right).status is Status.PASSED


@pytest.mark.parametrize(
    ("wrong", "received"),
    [
        (facts(y=[0, 1, 0]), "1 are not among those expected, such as ([5, 6], 0)"),
        (facts([[1.5, 2], [3, 4]], [0, 1]), "1 of those expected never come, such as ([5, 6], 1)"),
        (facts([*PARTS["0"], [3, 4]], [0, 1, 1, 1]), "1 come more often than they should"),
        (facts([], []), "0 rows; 3 of those expected never come"),
    ],
    ids=["another label", "one missing", "one twice", "none"],
)
def test_other_examples_are_counted_and_quoted(wrong, received):
    verdict = CHECK.judge(wrong)

    assert verdict.status is Status.FAILED
    assert received in verdict.received
    assert verdict.attempt == "look at the labels"


def test_the_first_difference_in_an_order_is_quoted():
    verdict = IN_ORDER.judge(facts([[1.5, 2], [5, 6], [3, 4]]))

    assert verdict.expected == "number 2 of the examples: ([3, 4], 1)"
    assert verdict.received == "([5, 6], 1)"


def test_gaps_are_equal_to_gaps():
    nan = float("nan")

    assert CHECK.judge(facts(y=[0, 1, nan])).status is Status.FAILED
    same = facts(y=[0, 1, nan]) | {"wanted": {**PARTS, "1": [0, 1, nan]}}
    assert CHECK.judge(same).status is Status.PASSED


def test_padding_at_the_end_says_nothing():
    check = GivesExamples(of=DATA, parts={"": [[1, 0, 2], [3]]}, padding=0)
    judged = {"wanted": {"": [[1, 0, 2], [3]]}, "type": "D", "shape": []}

    padded = check.judge(judged | {"received": {"": [[3, 0, 0, 0], [1, 0, 2, 0]]}})
    assert padded.status is Status.PASSED
    shifted = check.judge(judged | {"received": {"": [[0, 3], [1, 0, 2]]}})
    assert shifted.status is Status.FAILED


def test_an_array_of_another_shape_is_named():
    check = GivesExamples(of=DATA, parts={"": [1, 2]}, shape=(2,))

    verdict = check.judge(
        {"received": {"": [[1], [2]]}, "wanted": {"": [1, 2]}, "type": "ndarray", "shape": [2, 1]}
    )

    assert verdict.received == "an array of shape (2, 1)"


@pytest.mark.parametrize(
    ("wrong", "received"),
    [
        ({"received": None, "type": "NoneType"}, "None: nothing was returned"),
        ({"received": None, "type": "str"}, "a str"),
        ({"received": {"": [1]}}, "one array"),
        ({"received": {}}, "nothing: the dataset is empty, or can be read only once"),
        ({"received": {"a": [1], "b": [2]}}, "parts a, b"),
    ],
)
def test_something_else_is_named(wrong, received):
    assert CHECK.judge(facts() | wrong).received == received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "returned",
    [
        "x, y",
        "tf.constant(x), y.astype('uint8')",
        "tf.data.Dataset.from_tensor_slices((x, y)).batch(2)",
        "tf.data.Dataset.from_tensor_slices((x, y)).shuffle(3).batch(2)",
        "tf.data.Dataset.from_tensor_slices((tf.RaggedTensor.from_tensor(x), y)).batch(2)",
    ],
)
def test_examples_are_read_out_of_arrays_and_datasets(probe: Probe, returned):
    program = (
        "import numpy as np, tensorflow as tf\n"
        "x = np.array([[1.5, 2], [3, 4], [5, 6]], 'float32')\n"
        "y = np.array([0, 1, 1])\n"
        f"def load():\n    return {returned}\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED
