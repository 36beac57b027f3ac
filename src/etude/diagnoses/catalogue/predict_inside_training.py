"""
`predict` is asked while the model is being trained, by its loss, a metric, a layer or under a tape.

## Why it hurts
`predict` runs a program of its own over many batches and gives NumPy arrays. Inside a step of `fit`, which TensorFlow turns into
a graph, it cannot run, and says so with words about replicas. Under a tape of one's own it runs, but no gradient comes through its arrays. Within a
step a model is called like a function: `model(x)`.

## Example
    import keras
    import numpy as np

    x = np.zeros((8, 3), "float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])

    def measure(y_true, y_pred):
        again = model.predict(x)
        return keras.ops.mean((y_true - y_pred) ** 2) + keras.ops.mean(again**2)

    model.compile(optimizer="adam", loss=measure)
    model.fit(x, np.ones((8, 1)), verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.zeros((8, 3), "float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])

    def measure(y_true, y_pred):
        again = model(x)
        return keras.ops.mean((y_true - y_pred) ** 2) + keras.ops.mean(again**2)

    model.compile(optimizer="adam", loss=measure)
    model.fit(x, np.ones((8, 1)), verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import (
    MODEL_CALL,
    LostGradient,
    lost_gradients,
    refused_without_gradient,
    tape_bodies,
)
from etude.diagnoses.names import calls_in, given
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, call_line, dotted_name, spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "dev-3")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = ("loss_cuts_gradient",)

_SAID = "cross-replica context"
_ASKS = ("predict", "evaluate", "fit")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    return _in_step_of_fit(evidence, error) or _under_tape(evidence, error)


def _in_step_of_fit(evidence: Evidence, error: Error) -> Finding | None:
    if _SAID not in error.message or len(error.frames) < 2:
        return None
    inner = error.frames[-1]
    for verb in _ASKS:
        call = call_at(evidence.source, inner.line, verb)
        if call is not None and isinstance(call.func, ast.Attribute):
            return Finding(
                line=call_line(call),
                evidence=f"{inner.function} calls {dotted_name(call.func)} in line {inner.line}, inside a step of the "
                f"training that line {error.frames[0].line} began",
                change=_change(call.func),
                about=inner.function,
            )
    return None


def _under_tape(evidence: Evidence, error: Error) -> Finding | None:
    """The tape saw no model at all, or not the one whose gradients are lost; ``predict`` asks it."""
    lost = lost_gradients(evidence.calls)
    if lost is None and not refused_without_gradient(error):
        return None
    alone = not any(call.arguments["taped"] for call in evidence.calls_of(MODEL_CALL))
    for body in tape_bodies(evidence.source):
        for asked in _asked_in(body):
            if alone or _is_lost(evidence.source, body, asked, lost):
                return Finding(
                    line=asked.lineno,
                    evidence=f"the tape's block calls {dotted_name(asked)}, which gives NumPy arrays; so no weight "
                    f"{'' if alone else f'of {dotted_name(asked.value)} '}gets a gradient",
                    change=_change(asked),
                )
    return None


def _is_lost(
    source: Source, body: ast.With, asked: ast.Attribute, lost: LostGradient | None
) -> bool:
    """Whether the lost gradients are those of the model that ``predict`` asks, and it alone."""
    model = dotted_name(asked.value)
    if not model or any(dotted_name(call.func) == model for call in calls_in(body)):
        return False
    wanted = [
        given(call, "sources", 1)
        for call in source.calls("gradient")
        if lost is None or spans(call, lost.gradient.line)
    ]
    return any(
        dotted_name(node).rpartition(".")[0] == model
        for sources in wanted
        for node in origins(source, sources, before=sources.lineno if sources else 0)
        if isinstance(node, ast.Attribute)
    )


def _asked_in(body: ast.AST) -> Iterator[ast.Attribute]:
    """Every ``model.predict`` that is called inside."""
    called = (node.func for node in ast.walk(body) if isinstance(node, ast.Call))
    yield from (f for f in called if isinstance(f, ast.Attribute) and f.attr == _ASKS[0])


def _change(asked: ast.Attribute) -> str:
    model = ast.unparse(asked.value)
    return f"call the model itself: {model}(...), which gives tensors that gradients come through"
