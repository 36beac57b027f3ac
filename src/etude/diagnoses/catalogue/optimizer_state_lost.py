"""
A training is taken up again with its weights, and without what the optimizer remembered.

## Why it hurts
Adam, momentum and their kin keep two or three numbers for every weight: how the gradients have been lately.
Without them the first steps after the stop are those of a beginner, too large or in another direction, and the
loss jumps. A new optimizer gets these numbers when it is built, so a file that is loaded before that leaves it
without them; a checkpoint that does not name the optimizer never had them; and `compile` in a loop makes a new one every time.

## Example
    import os
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)

    for run in range(2):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse")
        if os.path.exists("last.weights.h5"):
            model.load_weights("last.weights.h5")
        model.fit(inputs, 2 * inputs, initial_epoch=run, epochs=run + 1, verbose=0)
        model.save_weights("last.weights.h5")

## Instead
    import os
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)

    for run in range(2):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse")
        model.optimizer.build(model.trainable_variables)
        if os.path.exists("last.weights.h5"):
            model.load_weights("last.weights.h5")
        model.fit(inputs, 2 * inputs, initial_epoch=run, epochs=run + 1, verbose=0)
        model.save_weights("last.weights.h5")
"""

import ast
from collections import Counter

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY, optimizers_made
from etude.diagnoses.names import full_name
from etude.diagnoses.resuming import taken_up
from etude.diagnoses.rounds import holds, rounds_of
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("train-8", "model-9", "deploy-1")
GUIDE = "TensorFlow guide: Training checkpoints"
EXPLAINS = ()

_SKIPPED = "skipping variable loading for optimizer"
_WEIGHTS_SET = ("set_weights", "load_weights", "load_own_variables", "assign", "restore")
_FEWEST_ROUNDS = 3
_CHECKPOINT = "tf.train.Checkpoint"
# What steps without any memory.
_FORGETFUL = "SGD"
# Two may be two phases; weights that are set back begin a training of their own.
_ROUNDS = 3
_BEGINS_ANEW = ("set_weights", "load_weights", "assign")


def match(evidence: Evidence) -> Finding | None:
    if (compiled := _compiled_each_time(evidence)) is not None:
        return compiled
    if taken_up(evidence.source) is None and not evidence.source.calls("fit"):
        return None
    return _loaded_too_early(evidence) or _never_saved(evidence) or _compiled_in_rounds(evidence)


def _compiled_in_rounds(evidence: Evidence) -> Finding | None:
    """A loop compiles the same model anew in every round, with nothing changed."""
    if any(evidence.source.calls(name) for name in _BEGINS_ANEW):
        return None
    rounds: dict[tuple[object, ...], list[Fit]] = {}
    for fit in evidence.fits:
        compiled = fit.model.compiled
        if compiled is not None and compiled.optimizer != _FORGETFUL and fit.model.iterations == 0:
            same = (fit.line, fit.model.key, fit.model.trainable_parameters, compiled)
            rounds.setdefault(tuple(map(repr, same)), []).append(fit)
    for fits in rounds.values():
        if len(fits) >= _ROUNDS and (compiled := fits[-1].model.compiled) is not None:
            return Finding(
                line=compiled.line,
                about=fits[-1].model.name,
                evidence=f"line {fits[-1].line} trained {fits[-1].model.name} {len(fits)} times, and each time line {compiled.line} "
                f"had made a new {compiled.optimizer}, which had taken no step",
                change="compile once, before the loop",
            )
    return None


def _compiled_each_time(evidence: Evidence) -> Finding | None:
    """One model is fitted again and again, each time with an optimizer that has taken no step."""
    source = evidence.source
    if any(source.calls(name) for name in _WEIGHTS_SET):
        return None  # then each training is one of its own
    trained = Counter((fit.model.key, fit.line) for fit in evidence.fits if _begins(fit))
    for (key, line), times in trained.items():
        again = [fit for fit in evidence.fits if (fit.model.key, fit.line) == (key, line)]
        compiled = again[0].model.compiled
        round_of_both = compiled is not None and any(
            holds(loop, line) and holds(loop, compiled.line)
            for rounds in rounds_of(source, line)
            for loop in rounds
        )
        if compiled is not None and round_of_both and times == len(again) >= _FEWEST_ROUNDS:
            return Finding(
                line=compiled.line,
                evidence=f"line {compiled.line} compiles the model anew before each of {times} trainings in line "
                f"{line}, and each begins with an {compiled.optimizer} that remembers nothing",
                change="compile once, before the loop; fit goes on from where the last call of it ended",
            )
    return None


def _begins(fit: Fit) -> bool:
    """With an optimizer that has a memory, and nothing in it."""
    compiled = fit.model.compiled
    return compiled is not None and compiled.optimizer != _FORGETFUL and fit.model.iterations == 0


def _loaded_too_early(evidence: Evidence) -> Finding | None:
    """Keras warns that it leaves an optimizer as it is; it matters where training then goes on."""
    resumes = taken_up(evidence.source) is not None or "initial_epoch" in evidence.source.text
    for warning in evidence.warnings:
        if resumes and _SKIPPED in warning.message.lower() and _trains(evidence):
            return Finding(
                line=warning.line,
                evidence=f"line {warning.line} loads weights and leaves the optimizer as it is: it has "
                "not been built yet",
                change="model.optimizer.build(model.trainable_variables) before loading",
            )
    return None


def _trains(evidence: Evidence) -> bool:
    return bool(evidence.fits or evidence.calls_of(APPLY))


def _never_saved(evidence: Evidence) -> Finding | None:
    """A loop's own optimizer is missing among what a checkpoint is made of."""
    source, applied = evidence.source, evidence.calls_of(APPLY)
    optimizer = _own_optimizer(source)
    compiled = any(model.compiled and model.compiled.optimizer for model in evidence.models)
    if not applied or not optimizer or compiled or taken_up(source) is None:
        return None
    for call in source.calls("Checkpoint"):
        is_ours = full_name(source, call.func).endswith("train.Checkpoint")
        if is_ours and call.keywords and not any(_names_it(one) for one in call.keywords):
            return Finding(
                line=call.lineno,
                evidence=f"the checkpoint of line {call.lineno} does not hold the optimizer of line "
                f"{optimizer}",
                change=f"{_CHECKPOINT}(..., optimizer=optimizer)",
            )
    return None


def _own_optimizer(source: Source) -> int:
    """The line that makes an optimizer with a memory."""
    for call in optimizers_made(source):
        plain = dotted_name(call.func).endswith(_FORGETFUL)
        if not plain or any(keyword.arg == "momentum" for keyword in call.keywords):
            return call.lineno
    return 0


def _names_it(keyword: ast.keyword) -> bool:
    """Whether it hands over an optimizer, or several things under no name."""
    names = {dotted_name(node).lower() for node in ast.walk(keyword.value)}
    return keyword.arg is None or "opt" in keyword.arg or any("opt" in name for name in names)
