"""Two streams where one is read."""

import pytest
from described import dense, model
from stopped import stopped

from etude.diagnoses.catalogue import generators_given_as_pair as diagnosis
from etude.domain.observations import Data

REFUSED = "Unrecognized data type: x=({0}, {0}) (of type <class 'tuple'>)"
DATA = Data(role="fit", kind="other", type="tuple")


@pytest.mark.parametrize(
    ("given", "change"),
    [
        ("<keras.src.image.NumpyArrayIterator object at 0x1>", "zip(inputs, labels)"),
        ("<generator object pictures at 0x1>", "zip(inputs, labels)"),
        ("<_BatchDataset element_spec=TensorSpec(shape=(None, 4))>", "tf.data.Dataset.zip"),
    ],
)
def test_says_how_to_join_them(given: str, change: str) -> None:
    finding = diagnosis.match(stopped(model(dense(1)), DATA, REFUSED.format(given)))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


@pytest.mark.parametrize(
    "message", [REFUSED.format("array([1.0])"), REFUSED.format("'a'"), "another error"]
)
def test_is_silent_on(message: str) -> None:
    assert diagnosis.match(stopped(model(dense(1)), DATA, message)) is None
