"""
A training loop computes gradients and never applies them.

## Why it hurts
`tape.gradient` only tells in which direction each weight should go. The weights move when the optimizer is
given those gradients; without that the loss is the same epoch after epoch, whatever the data.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(4):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((2 * inputs - model(inputs, training=True)) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        print(float(loss))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(4):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((2 * inputs - model(inputs, training=True)) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        print(float(loss))
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY, GRADIENT, optimizers_made
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, call_line
from etude.diagnoses.tracing import traced_functions
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-3", "dev-3")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ()

# Whoever wants to look at a gradient asks once or twice.
_A_LOOP = 3
_WEIGHTS = re.compile(r"trainable_(variables|weights)")
_APPLIES = ("apply", "apply_gradients")
_OTHER_STEPS = ("apply", "apply_gradients", "assign", "assign_sub", "assign_add", "set_weights")


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is not None or evidence.calls_of(APPLY):
        return None
    if _steps_otherwise(evidence):
        return _never_reached(evidence)
    found = _in_train_step(evidence)
    return found if found or evidence.fits else _in_loop(evidence)


def _never_reached(evidence: Evidence) -> Finding | None:
    """The step is written, behind a question that was answered with no each time."""
    source = evidence.source
    asked = [call for call in evidence.calls_of(GRADIENT) if _of_weights(call.arguments)]
    written = [call for name in _APPLIES for call in source.calls(name)]
    guarded = [call for call in written if _is_guarded(source, call)]
    others = [one for name in _OTHER_STEPS for one in source.calls(name) if one not in written]
    if len(asked) < _A_LOOP or others or not written or len(guarded) != len(written):
        return None
    line = call_line(guarded[0])
    return Finding(
        line=line,
        evidence=f"gradients were computed again and again in line {asked[0].line}, and line {line} was "
        "never reached: the condition above it was never true",
        change="look at the values that the condition compares: a count that begins anew in each epoch "
        "never gets beyond the batches of one",
    )


def _is_guarded(source: Source, call: ast.Call) -> bool:
    inside = (node.body for node in source.nodes if isinstance(node, ast.If))
    return any(part is call for body in inside for one in body for part in ast.walk(one))


def _in_train_step(evidence: Evidence) -> Finding | None:
    """``fit`` leaves the step to the class that has a ``train_step``."""
    for call in evidence.calls_of(GRADIENT):
        function = function_around(evidence.source, call.line)
        if function is not None and function.name == "train_step" and _of_weights(call.arguments):
            return Finding(
                line=call.line,
                evidence=f"train_step computes the gradients in line {call.line}, and no optimizer "
                "got them",
                change="self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))",
            )
    return None


def _in_loop(evidence: Evidence) -> Finding | None:
    asked = [call for call in evidence.calls_of(GRADIENT) if _of_weights(call.arguments)]
    line, times = next(iter(Counter(call.line for call in asked).most_common(1)), (0, 0))
    made = optimizers_made(evidence.source)
    if times < _A_LOOP:
        line = next(_compiled_steps(evidence), 0)
    if not line or not made:
        return None
    return Finding(
        line=line,
        evidence=f"the gradients of line {line} were computed again and again, and the optimizer "
        f"of line {made[0].lineno} never got them",
        change="optimizer.apply_gradients(zip(gradients, model.trainable_variables))",
    )


def _compiled_steps(evidence: Evidence) -> Iterator[int]:
    """Lines in a ``tf.function`` that ran again and again, where gradients in weights are asked for.

    Its Python runs once; and what replicas of a strategy call, in threads of their own, is not seen.
    """
    for traced in traced_functions(evidence):
        if traced.calls >= _A_LOOP:
            inside = range(traced.definition.lineno, (traced.definition.end_lineno or 0) + 1)
            for call in evidence.source.calls("gradient"):
                if call.lineno in inside and any(
                    _WEIGHTS.search(ast.unparse(a)) for a in call.args
                ):
                    yield call.lineno


def _of_weights(arguments: object) -> bool:
    return isinstance(arguments, dict) and bool(arguments.get("of"))


def _steps_otherwise(evidence: Evidence) -> bool:
    return any(evidence.source.calls(name) for name in _OTHER_STEPS)
