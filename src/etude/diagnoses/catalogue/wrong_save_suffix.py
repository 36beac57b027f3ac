"""
A model is saved under a name that ends in nothing Keras knows.

## Why it hurts
`model.save` writes one file, and its name must end in `.keras`. A bare name used to make a folder, a
SavedModel, in Keras 2; Keras 3 refuses it. For serving, `model.export` writes such a folder.

## Example
    import keras

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.save("my_model")

## Instead
    import keras

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.save("my_model.keras")
"""

from etude.diagnoses.callbacks import path_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "dev-6")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ()

_ENDINGS = (".keras", ".h5", ".hdf5")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("Model.save"):
        path = str(call.arguments.get("filepath", ""))
        if call.error.startswith("ValueError") and path and not path.endswith(_ENDINGS):
            written = call_at(evidence.source, call.line, "save")
            return Finding(
                line=path_line(evidence.source, written) if written else call.line,
                about=path,
                evidence=f'save in line {call.line} refuses "{path}": it ends in neither .keras nor .h5',
                change=f'model.save("{path.rstrip("/")}.keras"), or model.export("{path}") for serving',
            )
    return None
