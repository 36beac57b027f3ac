"""Arguments that Keras refuses."""

from collections.abc import Callable

import pytest
from stopped import failed

from etude.diagnoses.catalogue import argument_not_recognized as diagnosis
from etude.diagnoses.evidence import Evidence

KERAS = "keras.src.utils.traceback_utils.error_handler"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (
            "keras.optimizers.Adam(lr=0.1)",
            "Argument(s) not recognized: {'lr': 0.1}",
            "learning_rate=",
        ),
        (
            "Conv2D(3, 3, border_mode='same')",
            "Unrecognized keyword arguments passed to Conv2D: {'border_mode': 'same'}",
            "padding=",
        ),
        (
            "Dense(3, activaton='relu')",
            "Unrecognized keyword arguments passed to Dense: {'activaton': 'relu'}",
            "did you mean activation?",
        ),
        (
            "class Loss:\n    pass\nLoss(name='a')",
            "Unrecognized keyword arguments passed to Loss: {'name': 'a'}",
            "take **kwargs and pass them on",
        ),
        (
            "LSTM(3, time_major=True)",
            "Unrecognized keyword arguments passed to LSTM: {'time_major': True}",
            "leave it out",
        ),
    ],
)
def test_fires_with_the_name_of_today(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(f"import keras\n\n{program}\n", message))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_fires_at_the_argument_of_a_call_over_several_lines() -> None:
    program = "\n\nmodel.fit(\n    x, y,\n    nb_epoch=3)\n"
    message = "TensorFlowTrainer.fit() got an unexpected keyword argument 'nb_epoch'"

    finding = diagnosis.match(failed(program, message, "TypeError", raised_by=KERAS))

    assert finding is not None
    assert finding.line == 5
    assert finding.evidence == "model.fit takes no argument nb_epoch"


def test_fires_on_a_required_argument_under_its_old_name() -> None:
    message = "Dense.__init__() missing 1 required positional argument: 'units'"

    finding = diagnosis.match(
        failed("\n\nDense(output_dim=3)\n", message, "TypeError", raised_by="")
    )

    assert finding is not None
    assert finding.change.startswith("units=")


def test_fires_on_a_layer_of_the_learner_with_other_advice() -> None:
    program = "class Mine(Layer):\n    pass\nMine(units=3)\n"
    message = "Unrecognized keyword arguments passed to Mine: {'units': 3}"

    finding = diagnosis.match(failed(program, message))

    assert finding is not None
    assert "Mine.__init__" in finding.change


def test_points_at_the_init_of_a_layer_that_keras_makes_anew_from_a_file() -> None:
    init = "    def __init__(self, size):\n        super().__init__()\n"
    program = f"class Mine(Layer):\n{init}load_model(path)\n"
    message = (
        "Exception encountered: Mine.__init__() got an unexpected keyword argument 'trainable'"
    )

    finding = diagnosis.match(failed(program, message, "TypeError", raised_by=KERAS))

    assert finding is not None
    assert finding.line == 2
    assert "take **kwargs" in finding.change


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("def f(a): ...\n\nf(lr=3)", "f() got an unexpected keyword argument 'lr'"),
        ("\n\nread(colour=3)", "read() got an unexpected keyword argument 'colour'"),
        ("\n\nDense()", "Dense.__init__() missing 1 required positional argument: 'units'"),
    ],
    ids=["a function of the learner", "another library", "simply forgotten"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert diagnosis.match(failed(program, message, "TypeError", raised_by="")) is None


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "call",
    [
        "keras.optimizers.SGD(lr=0.1)",
        "keras.layers.Conv2D(3, 3, border_mode='same')",
        "keras.layers.Dense(output_dim=3)",
        "keras.layers.Dropout(p=0.5)",
        "keras.layers.LSTM(3, batch_input_shape=(1, 3, 3))",
        "keras.layers.BatchNormalization(fused=True)",
        "keras.Sequential().fit(None, nb_epoch=2)",
        "keras.Sequential().fit(None, workers=2)",
        "keras.Sequential().compile('sgd', metric=['mae'])",
        "keras.callbacks.ModelCheckpoint('a.keras', period=3)",
        "keras.Model(input=keras.Input((3,)), output=keras.Input((3,)))",
    ],
)
def test_every_way_in_which_keras_refuses_is_understood(
    call: str, evidence_of: Callable[[str], Evidence]
) -> None:
    seen = evidence_of(f"import keras\n{call}\n")

    finding = diagnosis.match(seen)
    assert finding is not None, seen.errors
    assert finding.line == 2
    assert "look" not in finding.change


def test_fires_where_a_weight_is_given_its_name_first() -> None:
    message = "`name` must be passed as a keyword argument. Received: add_weight('w', ...)."
    program = "def build(self, shape):\n\n    self.w = self.add_weight('w', shape=(3, 1))\n"

    finding = diagnosis.match(failed(program, message))

    assert finding is not None
    assert finding.line == 3
    assert "add_weight(shape=..., name=...)" in finding.change
