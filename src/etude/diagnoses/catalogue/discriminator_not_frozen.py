"""
A generator is trained through a discriminator that learns along with it.

## Why it hurts
In the combined model noise becomes a picture, and the discriminator is told that it is real. Only the generator may learn
from this. A discriminator that is not frozen there takes the shorter way: it learns to call everything real, which
undoes what it has just learned, and the generator gets nothing to go by.

## Example
    import keras
    import numpy as np
    from keras import layers

    discriminator = keras.Sequential([keras.Input((2,)), layers.Dense(1, activation="sigmoid")])
    discriminator.compile(optimizer="adam", loss="binary_crossentropy")
    generator = keras.Sequential([keras.Input((4,)), layers.Dense(2)])

    noise = keras.Input((4,))
    combined = keras.Model(noise, discriminator(generator(noise)))
    combined.compile(optimizer="adam", loss="binary_crossentropy")

    for step in range(2):
        real, latent = np.ones((8, 2)), np.random.normal(size=(8, 4))
        discriminator.train_on_batch(real, np.ones((8, 1)))
        combined.train_on_batch(latent, np.ones((8, 1)))

## Instead
    import keras
    import numpy as np
    from keras import layers

    discriminator = keras.Sequential([keras.Input((2,)), layers.Dense(1, activation="sigmoid")])
    discriminator.compile(optimizer="adam", loss="binary_crossentropy")
    generator = keras.Sequential([keras.Input((4,)), layers.Dense(2)])

    noise = keras.Input((4,))
    combined = keras.Model(noise, discriminator(generator(noise)))
    combined.compile(optimizer="adam", loss="binary_crossentropy")

    for step in range(2):
        real, latent = np.ones((8, 2)), np.random.normal(size=(8, 4))
        discriminator.trainable = True
        discriminator.train_on_batch(real, np.ones((8, 1)))
        discriminator.trainable = False
        combined.train_on_batch(latent, np.ones((8, 1)))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Model

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "train-3", "dev-3")
GUIDE = "TensorFlow tutorial: Deep Convolutional Generative Adversarial Network"
EXPLAINS = NOTHING_LEARNED

_STEP = "train_on_batch"


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if _freezes(source):
        return None
    for whole, part in _nested(evidence):
        steps = _steps_of(source, whole), _steps_of(source, part)
        if all(steps) and _alternate(source, steps[0][0], steps[1][0]):
            return Finding(
                line=_line(whole),
                about=whole.name,
                evidence=f"line {call_line(steps[1][0])} trains the model of line {part.line}, and line "
                f"{call_line(steps[0][0])} trains the model that holds it, with all its weights",
                change="set discriminator.trainable = False before the combined model is compiled and trained",
            )
    return None


def _freezes(source: Source) -> bool:
    """Whether anything is set not to learn, anywhere."""
    for node in source.nodes:
        if isinstance(node, ast.Assign):
            names = [last_name(target) for target in node.targets]
            if "trainable" in names:
                return True
    return bool(source.calls("setattr"))


def _nested(evidence: Evidence) -> Iterator[tuple[Model, Model]]:
    """Compiled models that hold another compiled one with all its weights learning."""
    compiled = [model for model in evidence.models if model.compiled is not None]
    for whole in compiled:
        for part in compiled:
            holds = any(
                layer.name == part.name and layer.layers and layer.parameters == part.parameters
                for layer in all_layers(whole)
            )
            learns = whole.trainable_parameters > part.trainable_parameters > 0
            if holds and whole.key != part.key and learns:
                yield whole, part


def _steps_of(source: Source, model: Model) -> list[ast.Call]:
    """Calls of ``train_on_batch`` on the name under which a model was compiled."""
    line = model.compiled.line if model.compiled else 0
    compiled = [c for c in source.calls("compile") if c.lineno <= line <= (c.end_lineno or line)]
    owners = {_owner(call) for call in compiled} | _given_by(source, line)
    return [call for call in source.calls(_STEP) if _owner(call) in owners - {""}]


def _owner(call: ast.Call) -> str:
    return dotted_name(call.func).rpartition(".")[0]


def _given_by(source: Source, line: int) -> set[str]:
    """Names that got what the function around a line returns: ``d = build_discriminator()``."""
    around = [f.name for f in source.functions() if f.lineno <= line <= (f.end_lineno or 0)]
    return {
        dotted_name(target)
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and last_name(node.value.func) in around
        for target in node.targets
    }


def _alternate(source: Source, one: ast.Call, other: ast.Call) -> bool:
    """Whether one loop holds both."""
    for node in source.nodes:
        if isinstance(node, ast.For | ast.While):
            inside = {id(inner) for inner in ast.walk(node)}
            if {id(one), id(other)} <= inside:
                return True
    return False


def _line(whole: Model) -> int:
    return whole.compiled.line if whole.compiled else whole.line
