"""NumPy where there are no values."""

from dataclasses import replace

from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import symbolic_tensor_has_no_values as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame

PROGRAM = "def mape(true, seen):\n    return np.mean(true - seen)\n"
SAID = "Cannot convert a symbolic tf.Tensor (data_1:0) to a numpy array."


def stopped(message: str, program: str = PROGRAM) -> Evidence:
    frame = ErrorFrame(file="program.py", line=2, function="mape")
    run = fit(model(dense(1), loss="mse"), labels=numbers(0.0, 1.0))
    seen = evidence(fits=[run], program=program)
    return replace(seen, errors=[Error(type="TypeError", message=message, frames=[frame])])


def test_points_at_numpy_in_what_fit_makes_a_graph_of() -> None:
    finding = diagnosis.match(stopped(SAID))

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence.startswith("np.mean wants values; fit makes a graph")
    assert "keras.ops.mean" in finding.change


def test_asks_for_a_slope_where_the_function_is_the_loss() -> None:
    program = PROGRAM.replace("np.mean(true - seen)", "np.argmax(seen)")

    finding = diagnosis.match(stopped(SAID, program + "model.compile(loss=mape)\n"))

    assert finding is not None
    assert "argmax has none" in finding.change


def test_tells_what_a_loss_is_given_when_it_uses_a_tensor_of_the_model() -> None:
    program = PROGRAM.replace("np.mean(true - seen)", "tf.reduce_sum(hidden)")
    said = "A KerasTensor cannot be used as input to a TensorFlow function."

    finding = diagnosis.match(stopped(said, program + "model.compile(loss=mape)\n"))

    assert finding is not None
    assert finding.line == 2
    assert "self.add_loss" in finding.change


def test_is_silent_on_another_error() -> None:
    assert diagnosis.match(stopped("Cannot convert a string")) is None
