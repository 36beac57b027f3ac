"""An exception is told with what went into its line."""

from collections.abc import Mapping

import pytest
from watched import Watch

from etude.domain.error import Operand
from etude.render.operands import operand_words

pytestmark = pytest.mark.tensorflow

HEAD = """import keras, numpy as np, pandas as pd, tensorflow as tf
x = np.zeros((32, 4), "float32")
rows = tf.data.Dataset.from_tensor_slices(x)
"""


def held(watch: Watch, program: str) -> Mapping[str, str]:
    """What the names in the line held at which this program stopped, in words."""
    error = watch(HEAD + program).evidence.error
    assert error is not None
    return {operand.name: operand_words(operand) for operand in error.operands}


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (
            "w = tf.zeros((5, 2))\ntf.matmul(x, w)",
            ["ndarray float32 (32, 4)", "EagerTensor float32 (5, 2)"],
        ),
        ("n = 7\nx.reshape(n, -1)", ["ndarray float32 (32, 4)", "int 7"]),
        (
            "table = pd.DataFrame({'a': [1], 'b': [2]})\ntable['c']",
            ["DataFrame (1, 2), columns a, b"],
        ),
        ("batches = rows.batch(4)\nbatches[0]", ["_BatchDataset elements float32 (None, 4)"]),
        ("parts = [x, x]\nparts[2]", ["list 2 of ndarray (32, 4)"]),
        ("found = {'loss': 1.0}\nfound['acc']", ["dict keys loss"]),
        ("sizes = (3, 3)\nnp.zeros(4).reshape(sizes)", ["tuple (3, 3)"]),
        ("path = 'q' * 100\nint(path)", ["str '" + "q" * 44 + "..."]),
        ("nothing = None\nnothing + 1", ["NoneType None"]),
    ],
)
def test_what_a_name_held_is_told_in_a_line(
    program: str, expected: list[str], watch: Watch
) -> None:
    assert list(held(watch, program).values()) == expected


def test_names_of_arguments_functions_and_what_is_in_quotes_are_left_out(watch: Watch) -> None:
    program = "dtype = order = mse = 3\nx.astype(dtype='mse', order=str(mse))\n"

    assert list(held(watch, program)) == ["x", "mse"]


def test_an_expression_over_several_lines_is_read_whole_and_nothing_beside_it(watch: Watch) -> None:
    program = "y = 1\nz = 2\nprint(y) or z.reshape(\n    x,\n    y)\n"

    assert list(held(watch, program)) == ["z"]


def test_a_function_that_was_rewritten_into_a_graph_is_told_as_well(watch: Watch) -> None:
    program = "def load(a):\n    b = a * 2\n    return tf.reshape(b, [3, 3])\nrows.map(load)\n"

    assert held(watch, program) == {"b": "SymbolicTensor float32 (4,)"}


def test_a_layer_tells_its_tensors_and_plain_attributes(watch: Watch) -> None:
    program = (
        "class Scale(keras.layers.Layer):\n"
        "    def __init__(self):\n        super().__init__()\n        self.size = 3\n"
        "    def call(self, inputs):\n        return tf.reshape(inputs, (self.size, 5))\n"
        "Scale()(tf.zeros((2, 4)))\n"
    )

    assert held(watch, program) == {"inputs": "EagerTensor float32 (2, 4)", "self.size": "int 3"}


def test_a_line_that_ran_long_before_is_told_without(watch: Watch) -> None:
    program = (
        "def load(a):\n    return tf.strings.to_number(a)\n"
        "for row in tf.data.Dataset.from_tensor_slices(['1', 'q']).map(load):\n    pass\n"
    )

    assert held(watch, program) == {}


def test_an_object_that_cannot_be_looked_at_is_no_trouble(watch: Watch) -> None:
    program = (
        "class Odd:\n    @property\n    def shape(self):\n        raise RuntimeError('no')\n"
        "odd = Odd()\nx + odd\n"
    )

    assert held(watch, program) == {"x": "ndarray float32 (32, 4)"}


def test_words_of_what_has_no_shape_are_its_type_and_value() -> None:
    assert operand_words(Operand(name="n", type="int", value="3")) == "int 3"
    assert operand_words(Operand(name="model", type="Thing")) == "Thing"


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (
            "table = pd.DataFrame({'a': [1, 2], 'b': ['7', '?']})\ntable['c']",
            {"table": {"b": "?"}},
        ),
        ("rows = np.array([[1, '7'], [2, '8']], dtype=object)\nrows + None", {"rows": {"1": "7"}}),
        (
            "t = pd.DataFrame({'a': [1, 2], 'b': ['7', '8']})\nrows = t.values\nrows + None",
            {"rows": {"b": "7"}},
        ),
        ("x + None", {"x": {}}),
    ],
)
def test_columns_of_text_are_told_with_a_text(
    program: str, expected: Mapping[str, Mapping[str, str]], watch: Watch
) -> None:
    error = watch(HEAD + program).evidence.error

    assert error is not None
    assert {one.name: one.texts for one in error.operands} == expected
