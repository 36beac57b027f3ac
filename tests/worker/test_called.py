"""An exception is told with what its line calls, and which arguments that takes."""

import pytest
from watched import Watch

from etude.domain.error import Called, Parameter

pytestmark = pytest.mark.tensorflow

HEAD = """import keras, numpy as np, pandas as pd, tensorflow as tf
x = np.zeros((32, 4), "float32")
"""


def called(watch: Watch, program: str) -> Called | None:
    error = watch(HEAD + program).evidence.error
    assert error is not None
    return error.called


def test_arguments_of_a_function_are_told_in_their_order(watch: Watch) -> None:
    found = called(watch, "def scale(rows, by, *, to=1.0, **rest): ...\nprint(scale(x))\n")

    assert found == Called(
        name="scale",
        parameters=[
            Parameter(name="rows", needed=True),
            Parameter(name="by", needed=True),
            Parameter(name="to", by_place=False, default="1.0"),
        ],
    )


@pytest.mark.parametrize(
    ("program", "name", "first"),
    [
        ("pd.DataFrame(x).drop(0, 1)", "", ""),  # of an object that the line makes
        ("table = pd.DataFrame(x)\ntable.drop(0, 1, 2)", "table.drop", "labels"),
        ("y = keras.layers.Dense(3, 4, 5, unit=1)", "keras.layers.Dense", "units"),
        ("tf.one_hot(x, 3, dpth=1)", "tf.one_hot", "indices"),
        ("class Net:\n    def go(self, rows): ...\nnet = Net()\nnet.go()", "net.go", "rows"),
        ("class Net:\n    def __init__(self, rows): ...\nNet()", "Net", "rows"),
        ("x + 'a'", "", ""),
    ],
)
def test_what_is_called_is_found_by_its_name(
    program: str, name: str, first: str, watch: Watch
) -> None:
    found = called(watch, program)

    assert (found.name if found else "") == name
    assert (found.parameters[0].name if found else "") == first


def test_nothing_of_the_learners_objects_runs_to_find_it(watch: Watch) -> None:
    seen = watch("""
class Net:
    @property
    def step(self):
        print("asked")
        return lambda rows: rows
Net.one = Net()
Net.one.step()
""")

    assert seen.outcome.stdout.count("asked") == 1
    assert seen.evidence.error is not None
    assert seen.evidence.error.called is None
