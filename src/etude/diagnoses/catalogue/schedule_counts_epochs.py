"""
A learning-rate schedule was given a number of epochs where it counts steps.

## Why it hurts
Schedules of `keras.optimizers.schedules` are asked once per batch. With 50 batches in an epoch a decay over "20" is
over before the first epoch is half done, and everything after it is trained at the lowest rate: the loss stops
falling, and nothing says why. A warm-up of "2" lasts two batches.

## Example
    import keras
    import numpy as np

    EPOCHS = 4
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    schedule = keras.optimizers.schedules.CosineDecay(0.01, decay_steps=EPOCHS)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
    model.fit(inputs, 2 * inputs[:, :1], epochs=EPOCHS, verbose=0)

## Instead
    import keras
    import numpy as np

    EPOCHS = 4
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    steps = EPOCHS * (256 // 32)
    schedule = keras.optimizers.schedules.CosineDecay(0.01, decay_steps=steps)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
    model.fit(inputs, 2 * inputs[:, :1], epochs=EPOCHS, verbose=0)
"""

import ast
from collections.abc import Iterator
from typing import Any

from etude.diagnoses.batches import batches_per_epoch
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, names_in
from etude.diagnoses.source import constant
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-9", "model-10", "series-8")
GUIDE = "Keras API: Learning rate schedules API"
EXPLAINS = ("learning_rate_too_low", "stuck_at_majority", "trained_too_short")

# Arguments that count steps, and where they stand when they are not named.
_COUNTS = {
    "ExponentialDecay": (("decay_steps", 1),),
    "InverseTimeDecay": (("decay_steps", 1),),
    "PolynomialDecay": (("decay_steps", 1),),
    "CosineDecay": (("decay_steps", 1), ("warmup_steps", 5)),
    "CosineDecayRestarts": (("first_decay_steps", 1),),
    "PiecewiseConstantDecay": (("boundaries", 0),),
}
# With fewer batches in an epoch a small number of steps may well be meant.
_LEAST_BATCHES = 4
# Numbers of steps in programs begin at about a thousand; numbers of epochs rarely get that far.
_MOST_EPOCHS = 200
_OF_EXPONENTIAL = (("decay_steps", 1), ("decay_rate", 2))
# The share of the rate below which an optimizer stands still for all epochs but the first.
_NOTHING_LEFT = 1e-4
# This callback asks a schedule once per epoch.
_PER_EPOCH = "LearningRateScheduler"


def match(evidence: Evidence) -> Finding | None:
    batches = max((batches_per_epoch(fit) for fit in evidence.fits), default=0)
    epochs = {fit.arguments.get("epochs") for fit in evidence.fits}
    if batches < _LEAST_BATCHES or evidence.source.calls(_PER_EPOCH):
        return None
    for call, name, node in _counts(evidence):
        written = ast.unparse(node)
        if _says_epochs(node) or _equals(node, epochs):
            kind = ast.unparse(call.func).rpartition(".")[2]
            return Finding(
                line=node.lineno,
                evidence=f"{kind} is given {name}={written}, a number of epochs; "
                f"an epoch has {batches} batches here, and each of them is a step",
                change=f"multiply it by the number of batches in an epoch: {batches} * {written}"
                if written.isidentifier() or written.isdigit()
                else "multiply each number of epochs by the number of batches in an epoch",
                about=name,
            )
    return next(_gone_in_an_epoch(evidence, batches), None)


def _gone_in_an_epoch(evidence: Evidence, batches: int) -> Iterator[Finding]:
    """Exponential decays, written in numbers, that leave nothing of the rate after one epoch."""
    for call in evidence.source.calls("ExponentialDecay"):
        steps, rate = (constant(given(call, *one)) for one in _OF_EXPONENTIAL)
        if not isinstance(steps, int) or not isinstance(rate, float) or steps <= 0:
            continue
        left = rate ** (batches / steps) if 0 < rate < 1 else 1.0
        if left < _NOTHING_LEFT:
            node = given(call, *_OF_EXPONENTIAL[0])
            yield Finding(
                line=node.lineno if node is not None else call.lineno,
                evidence=f"the rate is multiplied by {rate:g} every {steps} of {batches} steps of an epoch: after "
                f"one epoch {left:.0e} of it is left",
                change=f"decay_steps counts batches: {batches} for once an epoch",
                about="decay_steps",
            )


def _counts(evidence: Evidence) -> Iterator[tuple[ast.Call, str, ast.expr]]:
    """Every number of steps that a schedule is given, with its name."""
    for kind, arguments in _COUNTS.items():
        for call in evidence.source.calls(kind):
            for name, position in arguments:
                node = given(call, name, position)
                if node is not None:
                    yield call, name, node


def _equals(node: ast.expr, epochs: set[Any]) -> bool:
    number = constant(node)
    return isinstance(number, int) and number in epochs and 1 < number <= _MOST_EPOCHS


def _says_epochs(node: ast.expr) -> bool:
    """Names of epochs and plain numbers alone, with nothing that turns them into steps."""
    names = names_in(node)
    inside = (ast.Call, ast.Attribute, ast.Subscript)
    plain = not any(isinstance(part, inside) for part in ast.walk(node))
    return plain and bool(names) and all(_is_count_of_epochs(name.lower()) for name in names)


def _is_count_of_epochs(name: str) -> bool:
    return "epoch" in name and not any(word in name for word in ("step", "batch", "per", "iter"))
