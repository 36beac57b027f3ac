"""
A model with a loss such as "mse" is saved as `.h5`, and the file cannot be loaded again.

## Why it hurts
The old format notes the loss by the name it was given. Keras 3 no longer finds functions by short names such as
"mse" and "mae" when it reads such a file: `load_model` stops with "Could not deserialize". The format `.keras`
notes the full name.

## Example
    import keras

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.save("prices.h5")
    model = keras.models.load_model("prices.h5")

## Instead
    import keras

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.save("prices.keras")
    model = keras.models.load_model("prices.keras")
"""

import re

from etude.diagnoses.callbacks import path_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "deploy-2", "dev-6")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ()

_OLD = (".h5", ".hdf5")
_SHORT = re.compile(r"['.](?P<name>mse|mae|mape|msle|bce|kld|mean_squared_error)'")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("load_model"):
        name = _short_name(call)
        if name:
            path = str(call.arguments["filepath"])
            return Finding(
                line=_line(evidence, call, path),
                evidence=f'{path} notes "{name}", and load_model in line {call.line} does not find it',
                change="save as .keras; for a file that exists already, load_model(path, "
                "compile=False) and compile again",
                about=path,
            )
    return None


def _short_name(call: Call) -> str:
    """The name that was not found in such a file; "" when nothing like that happened."""
    path = str(call.arguments.get("filepath", ""))
    failed = path.endswith(_OLD) and re.search(r"deserialize|locate function", call.error)
    found = _SHORT.search(call.error) if failed else None
    return found["name"] if found else ""


def _line(evidence: Evidence, load: Call, path: str) -> int:
    """Where the file was written, else where it is read."""
    saves = [c for c in evidence.calls_of("Model.save") if c.arguments.get("filepath") == path]
    written = call_at(evidence.source, saves[-1].line, "save") if saves else None
    return path_line(evidence.source, written) if written else load.line
