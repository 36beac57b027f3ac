"""The code of a loaded Lambda refers to a name of the program that made it."""

from etude.diagnoses.catalogue import loaded_lambda_lacks_name as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import Call

MADE = "import keras\n\nlayer = keras.layers.Lambda(lambda rows: tf.square(rows))\n"
MAPPED = "import keras\n\nrows = list(map(lambda rows: tf.square(rows), [1]))\n"
LOAD = Call(name="load_model", line=9, arguments={"safe_mode": False})
ASKED = ErrorFrame(file="a.py", line=10, function="<module>")
INSIDE = ErrorFrame(file="a.py", line=3, function="<lambda>")


def told(program: str, *frames: ErrorFrame, calls: tuple[Call, ...] = (LOAD,), by: str = ""):
    message = "name 'tf' is not defined"
    error = Error(type="NameError", message=message, frames=frames, raised_by=by)
    return diagnosis.match(Evidence(source=Source("a.py", program), errors=[error], calls=calls))


def test_fires_at_the_lambda_that_uses_the_name() -> None:
    finding = told(MADE, ASKED, INSIDE)

    assert finding is not None
    assert finding.line == 3
    assert "uses tf" in finding.evidence
    assert "load_model in line 9" in finding.evidence


def test_fires_where_it_is_loaded_when_the_lambda_was_made_elsewhere() -> None:
    finding = told("import keras\n", ASKED, by="keras.src.utils.python_utils.<lambda>")

    assert finding is not None
    assert finding.line == 9


def test_is_silent_when_nothing_was_loaded() -> None:
    assert told(MADE, ASKED, INSIDE, calls=()) is None


def test_is_silent_on_a_name_that_is_missing_elsewhere() -> None:
    assert told(MADE, ASKED) is None
    assert told(MAPPED, ASKED, INSIDE) is None
