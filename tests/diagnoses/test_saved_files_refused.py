"""Files and folders that do not give the model back."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import (
    folder_given_to_load_model,
    text_loss_in_h5_file,
    unbuilt_model_saved,
)
from etude.domain.observations import Call

PROGRAM = 'PATH = "a.h5"\nmodel.save(PATH)\nagain = load_model(PATH)\n'
NOT_FOUND = "ValueError: Could not deserialize 'keras.metrics.mse' because it is not"
OLDER = "TypeError: Could not locate function 'mse'. Make sure custom classes are decorated"
FOLDER = "ValueError: File format not supported: filepath=served. Keras 3 only supports V3"
UNBUILT = replace(model(dense(3)), parameters=0)


def call(name: str, path: str, *, error: str = "", line: int = 3, **more: Any) -> Call:
    return Call(name=name, line=line, arguments={"filepath": path}, error=error, **more)


@pytest.mark.parametrize("error", [NOT_FOUND, OLDER])
def test_a_short_name_in_an_old_file_is_told_where_the_file_is_named(error: str) -> None:
    calls = [call("Model.save", "a.h5", line=2), call("load_model", "a.h5", error=error)]

    finding = text_loss_in_h5_file.match(evidence(calls=calls, program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert '"mse"' in finding.evidence


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("a.h5", ""),
        ("a.keras", NOT_FOUND),
        ("a.h5", "TypeError: Could not locate function 'my_loss'."),
        ("a.h5", "FileNotFoundError: [Errno 2] Unable to open 'mse'"),
    ],
    ids=["loaded", "the new format", "a function of the learner", "no file"],
)
def test_text_loss_is_silent_on(path: str, error: str) -> None:
    loading = call("load_model", path, error=error)

    assert text_loss_in_h5_file.match(evidence(calls=[loading], program=PROGRAM)) is None


def test_a_folder_is_told_with_the_layer_that_reads_it() -> None:
    calls = [call("Model.export", "served"), call("load_model", "served", error=FOLDER)]
    program = '\n\nload_model(\n    "served")\n'

    finding = folder_given_to_load_model.match(evidence(calls=calls, program=program))

    assert finding is not None
    assert finding.line == 4
    assert 'call_endpoint="serve"' in finding.change


@pytest.mark.parametrize(
    ("path", "error"),
    [("served", ""), ("a.keras", FOLDER), ("served", "PermissionError: denied")],
)
def test_a_folder_is_not_spoken_of(path: str, error: str) -> None:
    loading = call("load_model", path, error=error)

    assert folder_given_to_load_model.match(evidence(calls=[loading])) is None


def test_a_file_without_weights_is_told_at_save() -> None:
    finding = unbuilt_model_saved.match(
        evidence(calls=[call("Model.save", "a.keras", model=UNBUILT)])
    )

    assert finding is not None
    assert finding.line == 3
    assert "no weights yet" in finding.evidence


@pytest.mark.parametrize("name", ["Model.save_weights", "Model.load_weights"])
def test_weights_that_do_not_exist_yet_are_told(name: str) -> None:
    error = "ValueError: You are loading weights into a model that has not yet been built."

    assert unbuilt_model_saved.match(
        evidence(calls=[call(name, "a.weights.h5", error=error, model=UNBUILT)])
    )


def test_a_model_with_weights_may_be_saved() -> None:
    saving = call("Model.save", "a.keras", model=model(dense(3)))

    assert unbuilt_model_saved.match(evidence(calls=[saving])) is None


def test_a_model_that_never_has_weights_may_be_saved() -> None:
    flat = replace(UNBUILT, layers=[replace(UNBUILT.layers[0], kind="Flatten")])

    assert unbuilt_model_saved.match(evidence(calls=[call("Model.save", "a", model=flat)])) is None
