"""A layer was made with an argument that Keras cannot store, and has no `get_config`."""

from etude.diagnoses.catalogue.config_missing import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

TEXT = "import keras\nclass Shift(keras.layers.Layer):\n    pass\n"
MESSAGE = (
    "\nObject {} was created by passing\nnon-serializable argument values in `__init__()`,\nand"
)


def told(message: str, program: str = TEXT):
    frames = [ErrorFrame(file="a.py", line=9, function="<module>")]
    error = Error(type="NotImplementedError", message=message, frames=frames)
    return match(Evidence(source=Source("a.py", program), errors=[error]))


def test_the_class_is_told_where_it_is_defined() -> None:
    assert told(MESSAGE.format("Shift")).line == 2


def test_a_class_of_another_file_is_told_where_saving_stopped() -> None:
    assert told(MESSAGE.format("Imported")).line == 9


def test_other_errors_are_left_alone() -> None:
    assert told("a subclass has to implement call") is None


def test_a_model_of_ones_own_is_not_blamed_for_what_its_arguments_are() -> None:
    network = TEXT.replace("keras.layers.Layer", "keras.Model")

    assert "no number" in told(MESSAGE.format("Shift")).evidence
    of_a_model = told(MESSAGE.format("Shift"), network).evidence
    assert "a model whose __init__ takes arguments" in of_a_model
