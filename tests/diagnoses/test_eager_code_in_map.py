"""Python that wants values where there are only symbols."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import eager_code_in_map
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import os
import keras
import numpy as np
import tensorflow as tf
numbers = tf.data.Dataset.range(3)
files = tf.data.Dataset.from_tensor_slices(["a/b.png"])
table = np.arange(9)
"""


@pytest.mark.parametrize(
    ("dataset", "expression", "change"),
    [
        ("numbers", "v.numpy()", "use the tensor itself"),
        ("files", "v.numpy().decode()", "unicode_decode"),
        ("numbers", "np.sqrt(v)", "tf.math"),
        ("numbers", "np.array(v)", "tf.math"),
        ("numbers", "table[v]", "tf.py_function"),
        ("files", "open(v).read()", "tf.io.read_file"),
        ("files", "keras.utils.load_img(v)", "decode_png"),
        ("files", "np.load(v)", "tf.numpy_function"),
        ("files", "v.split('/')", "tf.strings"),
        ("files", "os.path.basename(v)", "tf.strings"),
        ("files", "{'a': 1}[v]", "tf.py_function"),
    ],
)
def test_points_into_the_function(
    dataset: str, expression: str, change: str, evidence_of: Callable[[str], Evidence]
) -> None:
    program = f"{HEAD}def prepare(v):\n    return {expression}\ndata = {dataset}.map(prepare)\n"

    finding = eager_code_in_map.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 9
    assert "map in line 10 traces prepare()" in finding.evidence
    assert change in finding.change


def test_points_at_a_lambda(evidence_of: Callable[[str], Evidence]) -> None:
    finding = eager_code_in_map.match(
        evidence_of(f"{HEAD}data = numbers.map(lambda v: v.numpy())\n")
    )

    assert finding is not None
    assert finding.line == 8
    assert "traces a lambda" in finding.evidence


def test_says_that_running_eagerly_does_not_reach_the_data(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = (
        f"{HEAD}tf.config.run_functions_eagerly(True)\ndata = numbers.map(lambda v: v.numpy())\n"
    )

    finding = eager_code_in_map.match(evidence_of(program))

    assert finding is not None
    assert "run_functions_eagerly of line 8 does not reach" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("@tf.function\ndef f(v):\n    return v.numpy()\nf(tf.ones(3))\n", id="no map"),
        pytest.param("data = numbers.map(lambda v: tf.nothing(v))\n", id="another mistake"),
        pytest.param("data = numbers.map(lambda v: v + '1')\n", id="types that do not fit"),
    ],
)
def test_is_silent_on(program: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(HEAD + program)

    assert evidence.errors
    assert eager_code_in_map.match(evidence) is None
