"""
`fit` is called for one epoch at a time, with a callback that counts on later epochs.

## Why it hurts
Every `fit` counts its epochs from 0, and every callback begins anew with it. In a loop of `fit(..., epochs=1)` a schedule is asked
about epoch 0 each time, so the learning rate never changes; early stopping and `ReduceLROnPlateau` compare the only epoch
with none before it, so they never act. The log shows as many epochs as were meant, and nothing says why the callback is idle.

## Example
    import keras
    import numpy as np

    def schedule(epoch, lr):
        return 0.1 * 0.5 ** epoch

    features, targets = np.ones((32, 3), "float32"), np.ones((32, 1), "float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    slower = keras.callbacks.LearningRateScheduler(schedule)
    for epoch in range(4):
        model.fit(features, targets, epochs=1, verbose=0, callbacks=[slower])

## Instead
    import keras
    import numpy as np

    def schedule(epoch, lr):
        return 0.1 * 0.5 ** epoch

    features, targets = np.ones((32, 3), "float32"), np.ones((32, 1), "float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    slower = keras.callbacks.LearningRateScheduler(schedule)
    model.fit(features, targets, epochs=4, verbose=0, callbacks=[slower])
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, function_of, given, names_in
from etude.diagnoses.source import Source, dotted_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "model-9")
GUIDE = "Keras API: fit (initial_epoch), LearningRateScheduler"
EXPLAINS = ("schedule_compounds",)

_SCHEDULE = "LearningRateScheduler"
_WAITING = ("EarlyStopping", "ReduceLROnPlateau")
# Two short trainings may well be two parts of one plan; three from one line are a loop.
_LEAST_FITS = 3


def match(evidence: Evidence) -> Finding | None:
    for fits in _in_turn(evidence):
        idle = {one.kind: _idle(evidence.source, one) for one in fits[0].callbacks}
        seen = [why for why in idle.values() if why]
        if seen:
            return Finding(
                line=fits[0].line,
                about=next(kind for kind, why in idle.items() if why),
                evidence=f"line {fits[0].line} calls fit {len(fits)} times for one epoch each: {'; '.join(seen)}",
                change=_change(seen, len(fits)),
            )
    return None


def _in_turn(evidence: Evidence) -> Iterator[list[Fit]]:
    """Trainings of one model from one line, each of the epoch 0 alone."""
    found: dict[tuple[str, int], list[Fit]] = {}
    for fit in evidence.fits:
        alone = fit.arguments.get("epochs", 1) == 1 and not fit.arguments.get("initial_epoch")
        if alone and not fit.cut:
            found.setdefault((fit.model.key, fit.line), []).append(fit)
    yield from (fits for fits in found.values() if len(fits) >= _LEAST_FITS)


def _idle(source: Source, callback: Callback) -> str:
    """Why this callback does nothing in a training of one epoch; "" where it does something."""
    kind = next((one for one in _WAITING if callback.is_a(one)), "")
    if kind:
        return f"{kind} begins to compare anew in each of them and never acts"
    function = _schedule_of(source, callback) if callback.is_a(_SCHEDULE) else None
    if function is None or not _reads_epoch(function):
        return ""
    return f"the schedule of {_SCHEDULE} is asked about epoch 0 every time"


def _schedule_of(source: Source, callback: Callback) -> Function | None:
    made = (call for call in source.calls(_SCHEDULE) if spans(call, callback.line))
    return next((function_of(source, given(call, "schedule", 0)) for call in made), None)


def _reads_epoch(function: Function) -> bool:
    """Whether the rate depends on the epoch, which it may also merely print."""
    names = [one.arg for one in function.args.args if one.arg != "self"]
    body = [function.body] if isinstance(function, ast.Lambda) else function.body
    return bool(names) and any(names[0] in names_in(one) for one in body if not _prints(one))


def _prints(statement: ast.AST) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and dotted_name(call.func) == "print"


def _change(seen: Sequence[str], times: int) -> str:
    whole = f"one fit(..., epochs={times}) in place of the loop"
    if any(_SCHEDULE in one for one in seen):
        return f"{whole}; where the loop has to stay, fit(..., initial_epoch=i, epochs=i + 1)"
    return f"{whole}; where the loop has to stay, compare the validation loss in it by hand"
