"""
The saved file holds the optimizer's memory, which prediction does not need.

## Why it hurts
A compiled model is saved with its optimizer, so that training can go on where it stopped. Adam remembers two
numbers for every weight: the file is three times as large as the weights. A model that is only to predict can
do without. (`include_optimizer=False` does nothing for `.keras` files, and a compiled model inside another one
takes its optimizer along.)

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 8 * 200, dtype="float32").reshape(8, 200)
    model = keras.Sequential([keras.Input((200,)), keras.layers.Dense(200)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs, epochs=1, verbose=0)
    model.save("copier.keras")

    served = keras.models.load_model("copier.keras", compile=False)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 8 * 200, dtype="float32").reshape(8, 200)
    model = keras.Sequential([keras.Input((200,)), keras.layers.Dense(200)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs, epochs=1, verbose=0)
    keras.Model(model.inputs, model.outputs).save("copier.keras")

    served = keras.models.load_model("copier.keras", compile=False)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Model

SEVERITY = Severity.PERFORMANCE
SKILLS = ("dev-5", "dev-4", "deploy-1", "deploy-7")
GUIDE = "TensorFlow guide: Save, serialize, and export models"
EXPLAINS = ()

# SGD with momentum remembers one number per weight, Adam two; a file adds a few kB of its own.
_TIMES_WEIGHTS = 1.8
_LEAST_WEIGHTS = 50_000
_FLOAT32 = 4


def match(evidence: Evidence) -> Finding | None:
    for path, size, weights in [*_measured(evidence), *_for_prediction(evidence)]:
        if weights >= _LEAST_WEIGHTS and size >= _TIMES_WEIGHTS * weights:
            return Finding(
                line=_line(evidence, path),
                about=path,
                evidence=f"{path} has {size:,} bytes, and its weights need {weights:,} of them: "
                "the rest is the optimizer's",
                change="save a model that was never compiled: keras.Model(inputs, outputs) over the "
                "same layers",
            )
    return None


def _measured(evidence: Evidence) -> Iterator[tuple[str, int, int]]:
    """Files that a check found too large."""
    for sized in evidence.told("sized"):
        if sized is not None and sized["bytes"] > sized["most"]:
            yield sized["path"], sized["bytes"], sized["weights"]


def _for_prediction(evidence: Evidence) -> Iterator[tuple[str, int, int]]:
    """Files that the program itself wants, or loads, without their optimizer."""
    for save in evidence.calls_of("Model.save"):
        if save.arguments.get("include_optimizer") is False and save.model is not None:
            yield _saved(save, save.model)
    for load in evidence.calls_of("load_model"):
        for save in evidence.calls_of("Model.save"):
            path = save.arguments.get("filepath")
            same = path == load.arguments.get("filepath")
            if same and load.arguments.get("compile") is False and save.model is not None:
                yield _saved(save, save.model)


def _saved(save: Call, model: Model) -> tuple[str, int, int]:
    path, size = str(save.arguments.get("filepath")), save.arguments.get("bytes", 0)
    return path, size, _FLOAT32 * model.parameters


def _line(evidence: Evidence, path: str) -> int:
    saves = evidence.calls_of("Model.save")
    named = [call.line for call in saves if call.arguments.get("filepath") == path]
    return named[-1] if named else evidence.source.line_of_call("save", default=1)
