"""
A layer or model assigns an attribute that Keras keeps for itself.

## Why it hurts
`weights`, `trainable_weights`, `losses`, `metrics`, `input`, `output` and a few more are reckoned by Keras whenever they are asked
for, and cannot be assigned. Older programs did so to make their weights known: `add_weight` does that alone. For
anything else another name will do.

## Example
    import keras

    class Scaled(keras.layers.Layer):
        def build(self, shape):
            self.factor = self.add_weight(shape=(1,), initializer="ones")
            self.trainable_weights = [self.factor]

        def call(self, inputs):
            return inputs * self.factor

    outputs = Scaled()(keras.Input((3,)))

## Instead
    import keras

    class Scaled(keras.layers.Layer):
        def build(self, shape):
            self.factor = self.add_weight(shape=(1,), initializer="ones")

        def call(self, inputs):
            return inputs * self.factor

    outputs = Scaled()(keras.Input((3,)))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import class_around
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "dev-6", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ()

_RESERVED = re.compile(
    r"`(?P<kind>\w+)\.(?P<name>\w+)` attribute is reserved and should not be used"
)
_NO_SETTER = re.compile(r"property '(?P<name>\w+)' of '(?P<kind>\w+)' object has no setter")
_NOTED = ("weights", "variables")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    sayings = (_NO_SETTER, _RESERVED) if error is not None else ()
    found = next((one for said in sayings if error and (one := said.search(error.message))), None)
    if (
        error is None
        or found is None
        or f"self.{found['name']}" not in evidence.source.line_text(error.line)
    ):
        return None
    name, around = found["name"], class_around(evidence.source, error.line)
    return Finding(
        line=error.line,
        evidence=f"{around.name if around is not None else found['kind']} assigns self.{name}, which Keras reckons itself and does not let anybody set",
        change="leave the line out: what add_weight made is among the weights already"
        if name.endswith(_NOTED)
        else f"give it another name: self.own_{name}",
        about=f"self.{name}",
    )
