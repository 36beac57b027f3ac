"""A file is given where TensorFlow wants the folder of a SavedModel."""

from etude.diagnoses.catalogue.file_given_for_saved_model import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

FRAME = ErrorFrame(file="a.py", line=6, function="convert")


def told(path: str, text: str = ""):
    message = f"SavedModel file does not exist at: {path}/{{saved_model.pbtxt|saved_model.pb}}"
    error = Error(type="OSError", message=message, frames=[FRAME])
    return match(Evidence(source=Source("a.py", text), errors=[error]))


def test_a_file_of_keras_is_told_by_its_name() -> None:
    finding = told("served.keras")

    assert finding.line == 6
    assert "served.keras is a file of another kind" in finding.evidence


def test_a_conversion_has_another_way() -> None:
    text = "tf.lite.TFLiteConverter.from_saved_model('served.keras')"

    assert "from_keras_model" in told("served.keras", text).change
    assert "from_keras_model" not in told("served.keras").change


def test_a_folder_that_is_not_there_is_another_matter() -> None:
    assert told("served") is None


def test_other_errors_are_left_alone() -> None:
    error = Error(type="OSError", message="No such file: 'model.keras'", frames=[FRAME])

    assert match(Evidence(source=Source("a.py", ""), errors=[error])) is None
