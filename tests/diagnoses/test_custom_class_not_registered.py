"""A class that Keras cannot find."""

from collections.abc import Sequence
from dataclasses import replace

from described import evidence

from etude.diagnoses.catalogue import custom_class_not_registered as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import Call, Compiled, Loss, Model

PLAIN = "import keras\nclass Mine(keras.layers.Layer):\n    pass\n"
DECORATED = (
    "import keras\n@keras.saving.register_keras_serializable(package='own')\n"
    "class Mine(keras.layers.Layer):\n    pass\n"
)
CALLED = PLAIN + "keras.saving.register_keras_serializable()(Mine)\n"
MESSAGE = "Could not locate class 'Mine'. Make sure custom classes are decorated"


def loading(program: str, error: str = f"TypeError: {MESSAGE}") -> Evidence:
    call = Call(name="load_model", line=9, arguments={"filepath": "m.keras"}, error=error)
    return evidence(program=program, calls=[call])


def test_fires_at_the_class_when_the_program_itself_loads() -> None:
    finding = diagnosis.match(loading(PLAIN))

    assert finding is not None
    assert finding.line == 2
    assert "load_model in line 9 finds no class Mine" in finding.evidence


def test_fires_when_a_fresh_process_loads() -> None:
    refused = {"path": "m.keras", "type": "TypeError", "message": "it needs 'Mine' of your program"}
    seen = evidence(program=PLAIN, facts={"reloads": {"refused": refused}})

    finding = diagnosis.match(seen)

    assert finding is not None
    assert "a fresh process that loads m.keras" in finding.evidence


def test_is_silent_on_a_registered_class() -> None:
    assert diagnosis.match(loading(DECORATED)) is None
    assert diagnosis.match(loading(CALLED)) is None


def test_is_silent_on_other_errors_and_other_classes() -> None:
    assert diagnosis.match(loading(PLAIN, "")) is None
    assert diagnosis.match(loading(PLAIN, "ValueError: File not found: 'Mine'")) is None
    assert diagnosis.match(loading(PLAIN.replace("Mine", "Other"))) is None


def test_fires_at_the_load_when_it_is_a_function_that_is_not_found() -> None:
    program = "def dice(y, p):\n    return y * p\n"
    message = "TypeError: Could not locate function 'dice'. Make sure custom classes are decorated"

    finding = diagnosis.match(loading(program, message))

    assert finding is not None
    assert finding.line == 9
    assert "finds no function dice" in finding.evidence
    assert 'custom_objects={"dice": dice}' in finding.change


def test_is_silent_when_the_class_was_found_and_could_not_be_made() -> None:
    message = (
        "TypeError: Error when deserializing class 'Mine' using config={'trainable': True}.\n\n"
        "Exception encountered: Mine.__init__() got an unexpected keyword argument 'trainable'"
    )

    assert diagnosis.match(loading(PLAIN, message)) is None


def test_fires_where_a_function_of_tensorflow_is_written_whose_name_keras_does_not_know() -> None:
    program = (
        "import tensorflow as tf\n"
        "hidden = tf.keras.layers.Dense(8, activation=tf.nn.relu)\n"
        "answer = tf.keras.layers.Dense(3, activation=tf.nn.softmax)\n"
    )
    message = "TypeError: Could not locate function 'softmax_v2'. Make sure custom classes"

    finding = diagnosis.match(loading(program, message))

    assert finding is not None
    assert finding.line == 3
    assert "tf.nn.softmax" in finding.evidence
    assert finding.change == 'activation="softmax", and save again'


def test_a_message_is_read_to_its_end_where_the_run_stopped_of_it() -> None:
    frame = ErrorFrame(file="program.py", line=9, function="<module>")
    stop = Error(type="TypeError", message=f"config={'x' * 900}. {MESSAGE}", frames=[frame])
    cut = loading(PLAIN, f"TypeError: config={'x' * 400}")

    finding = diagnosis.match(replace(cut, errors=[stop]))

    assert finding is not None
    assert finding.line == 2


MADE = "def weighted(n):\n    def loss(y, p):\n        return n * (y - p) ** 2\n    return loss\n"
STUMBLED = "TypeError: string indices must be integers, not 'str'"


def of_old_file(
    program: str, *, path: str = "m.h5", losses: Sequence[str] = ("loss",), error: str = STUMBLED
) -> Evidence:
    call = Call(name="load_model", line=9, arguments={"filepath": path}, error=error)
    compiled = [Compiled(losses=[Loss(name=loss)]) for loss in losses]
    models = [Model(key=str(i), kind="sequential", compiled=one) for i, one in enumerate(compiled)]
    return evidence(program=program, calls=[call], models=models)


def test_fires_on_a_loss_that_an_old_file_only_names() -> None:
    finding = diagnosis.match(of_old_file("def own(y, p):\n    return y - p\n", losses=["own"]))

    assert finding is not None
    assert finding.line == 9
    assert "m.h5 has the loss by its name only, and own of line 1" in finding.evidence
    assert 'custom_objects={"own": own}' in finding.change


def test_a_loss_class_of_an_old_file_is_no_misspelt_name() -> None:
    program = "import keras\nclass OwnLoss(keras.losses.Loss):\n    pass\n"
    error = "ValueError: Could not interpret loss identifier: own_loss"

    finding = diagnosis.match(of_old_file(program, losses=["own_loss"], error=error))

    assert finding is not None
    assert 'custom_objects={"OwnLoss": OwnLoss}' in finding.change
    assert "name_unknown_to_keras" in diagnosis.EXPLAINS


def test_a_loss_that_another_function_makes_has_to_be_made_again() -> None:
    for seen in (of_old_file(MADE), loading(MADE, "TypeError: Could not locate function 'loss'.")):
        finding = diagnosis.match(seen)

        assert finding is not None
        assert 'custom_objects={"loss": weighted(...)}' in finding.change
        assert "register" not in finding.change


def test_the_loss_of_an_old_file_may_be_unknown_to_the_program_that_loads_it() -> None:
    finding = diagnosis.match(of_old_file("", losses=["mse"]))

    assert finding is not None
    assert "compile=False" in finding.change


def test_is_silent_on_the_same_words_about_a_file_of_the_new_format() -> None:
    assert diagnosis.match(of_old_file(MADE, path="m.keras")) is None


def test_of_two_losses_of_ones_own_none_is_said_to_be_that_of_the_file() -> None:
    program = "def own(y, p):\n    return y - p\ndef other(y, p):\n    return y - p\n"

    finding = diagnosis.match(of_old_file(program, losses=["own", "other"]))

    assert finding is not None
    assert "own of line 1" not in finding.evidence
