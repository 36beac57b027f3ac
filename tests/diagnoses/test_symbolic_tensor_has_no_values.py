"""NumPy where there are no values."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers
from stopped import failed

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


WEIGHTED = """\
def weighted(by):
    def loss(y_true, y_pred):
        return by * (y_true - y_pred) ** 2
    return loss
weights = {made}
model.compile("sgd", loss=weighted(weights))
"""
NO_ELEMENTS = "Failed to convert elements of (None, 1) to Tensor. Consider casting elements"


def test_fires_where_an_input_of_the_model_is_handed_to_its_loss() -> None:
    finding = diagnosis.match(failed(WEIGHTED.format(made="keras.Input((1,))"), NO_ELEMENTS))

    assert finding is not None
    assert finding.line == 6
    assert "sample_weight" in finding.change


def test_is_silent_when_the_loss_is_handed_numbers() -> None:
    assert diagnosis.match(failed(WEIGHTED.format(made="np.ones(9)"), NO_ELEMENTS)) is None


SKLEARN = "from sklearn.metrics import f1_score\n"
REFUSED = (
    "Expected sequence or array-like, got <class 'tensorflow.python.framework.ops.SymbolicTensor'>"
)


@pytest.mark.parametrize(
    "program",
    [
        f"{SKLEARN}model.compile('adam', 'mse', metrics=[f1_score])\n",
        f"{SKLEARN}def own(t, p): return f1_score(t, p)\n",
    ],
    ids=["given to compile", "in a metric of one's own"],
)
def test_tells_a_measure_of_scikit_learn(program: str) -> None:
    finding = diagnosis.match(stopped(REFUSED, program))

    assert finding is not None
    assert finding.line == 2
    assert "keras.metrics.F1Score" in finding.change


def test_is_silent_where_scikit_learn_measures_after_training() -> None:
    program = f"{SKLEARN}print(f1_score(y, model.predict(x) > 0.5))\n"

    assert diagnosis.match(stopped(REFUSED, program)) is None
