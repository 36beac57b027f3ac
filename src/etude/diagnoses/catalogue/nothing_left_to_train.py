"""
A model is trained whose weights are all frozen.

## Why it hurts
Keras goes through the data and works out the loss, and changes nothing. With a GAN this comes about by itself: in Keras 3
`trainable = False` holds for every model that the discriminator is part of, also for one compiled before, so that freezing it for
the combined model freezes it for its own training as well. Its loss then stays where it began, and the generator learns to fool
random numbers.

## Example
    import keras
    import numpy as np
    from keras import layers

    discriminator = keras.Sequential([keras.Input((2,)), layers.Dense(1, activation="sigmoid")])
    discriminator.compile(optimizer="adam", loss="binary_crossentropy")
    generator = keras.Sequential([keras.Input((4,)), layers.Dense(2)])

    discriminator.trainable = False
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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, constant, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "train-3", "dev-3")
GUIDE = "Keras guide: Transfer learning & fine-tuning"
EXPLAINS = NOTHING_LEARNED

_SAID_BY_KERAS = "does not have any trainable weights"
_VERBS = ("train_on_batch", "fit")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for warning in evidence.warnings:
        if _SAID_BY_KERAS not in warning.message:
            continue
        trained = _trained_at(source, warning.line)
        frozen = _line_of_freezing(source, trained) if trained is not None else 0
        if trained is not None and frozen and not _is_thawed(source, trained):
            name = _owner(trained)
            return Finding(
                line=frozen,
                about=name,
                evidence=f"line {warning.line} trains {name}, and Keras says that it has no weights left to change; "
                f"line {frozen} has frozen it",
                change=f"{name}.trainable = True before each {_verb(trained)} of its own, and False before that "
                "of the model around it",
            )
    return None


def _trained_at(source: Source, line: int) -> ast.Call | None:
    """``model.train_on_batch(...)`` or ``model.fit(...)`` in this line."""
    calls = [call for verb in _VERBS for call in source.calls(verb)]
    around = [call for call in calls if call.lineno <= line <= (call.end_lineno or line)]
    return around[-1] if around else None


def _owner(call: ast.Call) -> str:
    return dotted_name(call.func).rpartition(".")[0]


def _verb(call: ast.Call) -> str:
    return last_name(call.func)


def _is_thawed(source: Source, trained: ast.Call) -> bool:
    """Whether this model is set to learn anywhere, as where two take turns: then it is not simply forgotten."""
    return any(
        isinstance(node, ast.Assign)
        and constant(node.value) is True
        and f"{_owner(trained)}.trainable" in map(dotted_name, node.targets)
        for node in source.nodes
    )


def _line_of_freezing(source: Source, trained: ast.Call) -> int:
    """Where this model, or else any layer, is last set not to learn; 0 where nothing is."""
    lines: dict[bool, int] = {}
    for node in source.nodes:
        if isinstance(node, ast.Assign) and constant(node.value) is False:
            names = [dotted_name(target) for target in node.targets]
            if any(name.endswith(".trainable") for name in names):
                its_own = f"{_owner(trained)}.trainable" in names
                lines[its_own] = max(lines.get(its_own, 0), node.lineno)
    return lines.get(True) or lines.get(False, 0)
