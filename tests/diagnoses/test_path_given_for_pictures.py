"""Paths where pictures belong."""

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import path_given_for_pictures as diagnosis
from etude.domain.observations import Data, TensorSample

PICTURES = model(dense(1), inputs=(None, 8, 8, 3))
ROWS = model(dense(1))
PATH = TensorSample(path="0", dtype="string", shape=[], distinct=["cats/1.jpg"])
PROGRAM = "\npicture = np.array('cats/1.jpg')\nmodel.predict(picture)\n"


def test_points_at_the_array_of_a_path_and_loads_the_file() -> None:
    data = Data(role="predict", kind="arrays", sample=[PATH])

    finding = diagnosis.match(
        stopped(PICTURES, data, "tuple index out of range", "IndexError", program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 2
    assert 'load_img("cats/1.jpg", target_size=(8, 8))' in finding.change


def test_reads_a_folder_whose_path_was_given() -> None:
    message = "Unrecognized data type: x=pets/train (of type <class 'str'>)"

    program = 'folder = os.path.join("pets", "train")\n\nmodel.fit(folder)\n'

    finding = diagnosis.match(
        stopped(PICTURES, Data(role="fit", kind="other"), message, program=program)
    )

    assert finding is not None
    assert finding.line == 3
    assert 'image_dataset_from_directory("pets/train", image_size=(8, 8))' in finding.change


@pytest.mark.parametrize("of", [PICTURES, ROWS], ids=["numbers", "no model of pictures"])
def test_is_silent_on_anything_else(of: object) -> None:
    x_type = "string" if of is ROWS else "float32"
    data = arrays("predict", x=[2], x_type=x_type)

    assert diagnosis.match(stopped(of, data, "Invalid dtype: str96")) is None  # type: ignore[arg-type]


def test_is_silent_on_paths_that_a_map_may_open() -> None:
    data = Data(role="fit", kind="dataset", sample=[PATH], sampled_at="map")
    message = "as_list() is not defined on an unknown TensorShape."

    assert diagnosis.match(stopped(PICTURES, data, message)) is None
