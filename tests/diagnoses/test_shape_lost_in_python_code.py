"""Pipelines of Python code that tell nothing about shapes."""

import pytest
from described import dense, model
from stopped import dataset, failed, stopped

from etude.diagnoses.catalogue import shape_lost_in_python_code as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Stage, TensorSpec

UNKNOWN = "as_list() is not defined on an unknown TensorShape."


def pipeline(*stages: Stage) -> Data:
    spec = [TensorSpec(path="0", dtype="float32", shape=None)]
    return Data(role="fit", kind="dataset", stages=stages, spec=spec)


def run(data: Data, message: str = UNKNOWN) -> Evidence:
    return stopped(model(dense(1)), data, message)


def test_fires_at_the_generator() -> None:
    data = pipeline(Stage(op="from_generator", line=1), Stage(op="batch", line=2))

    finding = diagnosis.match(run(data))

    assert finding is not None
    assert finding.line == 1
    assert "output_signature" in finding.change


def test_fires_at_a_mapped_python_function() -> None:
    data = pipeline(Stage(op="list_files", line=1), Stage(op="map", line=2, ops=["EagerPyFunc"]))

    finding = diagnosis.match(run(data))

    assert finding is not None
    assert finding.line == 2
    assert "set_shape" in finding.change


def test_fires_where_a_tensor_is_parsed() -> None:
    data = pipeline(
        Stage(op="TFRecordDataset", line=1),
        Stage(op="map", line=2, ops=["ParseExampleV2", "ParseTensor"]),
    )

    finding = diagnosis.match(run(data, "Cannot take the length of shape with unknown rank."))

    assert finding is not None
    assert finding.line == 2
    assert "ensure_shape(tf.io.parse_tensor" in finding.change


def test_fires_inside_a_mapped_function() -> None:
    program = "def read(f):\n    x = tf.py_function(load, [f], tf.uint8)\n    return resize(x)\n"

    finding = diagnosis.match(failed(program, "'images' contains no shape."))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    "evidence",
    [
        run(dataset("from_generator batch", x=[None, 8], y=[None])),
        run(pipeline(Stage(op="from_generator", line=1)), "out of memory"),
        failed("tf.py_function(f)\nx.set_shape((8,))\n", "'images' contains no shape."),
        failed("model.fit(x)\n", UNKNOWN),
    ],
    ids=["shape known", "another error", "shape set", "no Python code"],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
