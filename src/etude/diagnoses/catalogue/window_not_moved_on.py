"""
A forecast step by step asks about the same window each time.

## Why it hurts
To forecast many steps with a model of one step, its answer must become the last value of the next window. Where the
window that is asked about stays as it was, every step gets the same answer: the forecast is a horizontal line, which looks as
if the model had learned nothing.

## Example
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    window = np.linspace(0, 1, 5).reshape(1, 5)
    forecast = []
    for step in range(4):
        following = model.predict(window, verbose=0)[0, 0]
        forecast.append(following)
        moved = np.append(window[:, 1:], [[following]], axis=1)
    print(forecast)

## Instead
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    window = np.linspace(0, 1, 5).reshape(1, 5)
    forecast = []
    for step in range(4):
        following = model.predict(window, verbose=0)[0, 0]
        forecast.append(following)
        window = np.append(window[:, 1:], [[following]], axis=1)
    print(forecast)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in
from etude.diagnoses.places import call_at
from etude.diagnoses.predictions import is_one_example
from etude.diagnoses.rounds import Round, round_around
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("series-6", "series-1", "dev-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ()

_PREDICT = "Model.predict"
_LEAST_STEPS = 3


def match(evidence: Evidence) -> Finding | None:
    for line, calls in _repeated(evidence):
        asked = call_at(evidence.source, line, "predict")
        loop = _loop_around(evidence.source, line)
        if asked is None or loop is None or not _collects(loop, asked):
            continue
        return Finding(
            line=line,
            evidence=f"in the loop of line {loop.lineno} predict was given the same values {len(calls)} times, and "
            "each answer was kept",
            change=_change(asked),
        )
    return None


def _repeated(evidence: Evidence) -> Iterator[tuple[int, list[Call]]]:
    """Lines that ask one model about one example again and again, of the same values each time."""
    groups: dict[tuple[int, str], list[Call]] = {}
    for call in evidence.calls_of(_PREDICT):
        if call.line and call.model is not None and is_one_example(call):
            groups.setdefault((call.line, call.model.key), []).append(call)
    for (line, _), calls in groups.items():
        looks = {str(call.data.sample) for call in calls if call.data is not None}
        if len(calls) >= _LEAST_STEPS and len(looks) == 1:
            yield line, calls


def _loop_around(source: Source, line: int) -> Round | None:
    """The innermost loop around a line, when nothing is trained in it."""
    loop = round_around(source, line)
    called = {dotted_name(call.func) for call in calls_in(loop)} if loop is not None else set()
    trains = any(name.endswith((".fit", ".train_on_batch", ".apply_gradients")) for name in called)
    return None if trains else loop


def _collects(loop: Round, asked: ast.Call) -> bool:
    """Whether what was predicted is appended to a list in the loop."""
    given = {
        name
        for node in ast.walk(loop)
        if isinstance(node, ast.Assign) and any(one is asked for one in ast.walk(node.value))
        for name in names_in(*node.targets)
    }
    appended = [c for c in calls_in(loop) if dotted_name(c.func).endswith(".append") and c.args]
    return any(
        given & names_in(c.args[0]) or any(one is asked for one in ast.walk(c.args[0]))
        for c in appended
    )


def _change(asked: ast.Call) -> str:
    window = ast.unparse(asked.args[0]) if asked.args else "the window"
    return f"put each answer behind the last value of {window} and drop its first one, before it is asked about again"
