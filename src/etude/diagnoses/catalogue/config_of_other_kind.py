"""
A model or layer is to be made again from something that is not its configuration.

## Why it hurts
`get_config` gives a dictionary, and `from_config` of the same class takes it as a whole. `to_json` gives a text, and `model_from_json`
takes that. A list of the configurations of the layers is neither: it does not say what kind of model they are in.

## Example
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    copy = keras.models.model_from_json(model.get_config())

## Instead
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    copy = keras.models.model_from_json(model.to_json())
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import last_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "model-4", "dev-3")
GUIDE = "TensorFlow guide: Save, serialize, and export models"
EXPLAINS = ()

_SAID = re.compile(
    r"JSON object must be str|configuration must be a dictionary|'(?:str|list|tuple)' object has no attribute '(?:copy|items|get|pop)'"
    r"|Expecting value: line 1|argument after \*\* must be a mapping|^'config'$"
)
# Call -> what it takes.
_TAKES = {
    "model_from_json": "the text that model.to_json() gives; a dictionary goes into keras.Sequential.from_config or keras.Model.from_config",
    "from_config": "the dictionary that get_config() of an object of the same class gives: from_config(model.get_config())",
}


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, _ = stopped
    for call in reversed(calls_around(evidence.source, error.line)):
        name = last_name(call.func)
        if name in _TAKES and call.args and error.raised_by.startswith(("keras.", "json")):
            return Finding(
                line=error.line,
                about=name,
                evidence=f"{name} is given something that is no configuration",
                change=_TAKES[name],
            )
    return None
