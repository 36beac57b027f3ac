"""A converted function has lost its weights."""

from etude.diagnoses.catalogue.weights_left_out_of_conversion import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Call, Model

MODEL = Model(key="1", kind="sequential", parameters=50_890)
TEXT = "maker = tf.lite.TFLiteConverter.from_concrete_functions([answer], model)\nmaker.convert()"


def told(size: int, text: str = TEXT, model=MODEL):
    call = Call(name="TFLiteConverter.convert", line=2, arguments={"bytes": size}, model=model)
    return match(Evidence(source=Source("a.py", text), calls=[call]))


def test_a_file_without_room_for_the_weights_is_told() -> None:
    finding = told(3_024)

    assert finding.line == 1
    assert "3,024 bytes, and the model 50,890 weights" in finding.evidence


def test_a_file_with_room_for_them_is_left_alone() -> None:
    assert told(54_000) is None


def test_other_ways_of_converting_are_left_alone() -> None:
    assert told(3_024, TEXT.replace(", model)", ")")) is None
    assert told(3_024, TEXT.replace("from_concrete_functions", "from_keras_model")) is None


def test_without_a_model_nothing_is_said() -> None:
    assert told(3_024, model=None) is None
