"""
`fit` is given something among its callbacks that is no callback.

## Why it hurts
Keras calls methods of every callback in turn. The name of one, a learning-rate schedule or a plain function have no such methods, and the
message speaks of the first one that is missing: `set_model`.

## Example
    import keras
    import numpy as np

    x, y = np.random.rand(40, 4), np.random.rand(40)
    rate = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=10, decay_rate=0.9)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, callbacks=[rate], verbose=0)

## Instead
    import keras
    import numpy as np

    x, y = np.random.rand(40, 4), np.random.rand(40)
    rate = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=10, decay_rate=0.9)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(rate), loss="mse")
    model.fit(x, y, epochs=2, verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given, value_of
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, last_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-3")
GUIDE = "TensorFlow guide: Writing your own callbacks"
EXPLAINS = ("called_though_no_function", "attribute_not_set")

_SAID = re.compile(
    r"'(?P<kind>\w+)' object has no attribute '(?:set_model|set_params|on_[a-z]+_(?:begin|end))'"
)
_RATE_CALLED = re.compile(r"'(?P<kind>\w+)' object is not callable")
_RATE = "learning_rate_scheduler._update_optimizer_lr"
_CALLBACKS = {
    "earlystopping": 'keras.callbacks.EarlyStopping(monitor="val_loss", patience=5)',
    "modelcheckpoint": 'keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)',
    "reducelronplateau": "keras.callbacks.ReduceLROnPlateau(patience=3)",
    "tensorboard": 'keras.callbacks.TensorBoard("logs")',
}
_SCHEDULES = ("Decay", "Restarts", "Schedule")
_VERBS = ("fit", "evaluate", "predict")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is not None and error.raised_by.endswith(_RATE) and _RATE_CALLED.search(error.message):
        return _rate_for_function(evidence.source, error.line)
    stopped = said(evidence, _SAID)
    if stopped is None or "callback" not in stopped[0].raised_by:
        return None
    error, found = stopped
    node = next(_of_kind(evidence.source, error.line, found["kind"]), None)
    return Finding(
        line=node.lineno if node is not None else error.line,
        about="callbacks",
        evidence=f"callbacks holds {ast.unparse(node) if node is not None else 'something'} of the class {found['kind']}, "
        "which is no callback",
        change=_change(node, found["kind"]),
    )


def _change(node: ast.expr | None, kind: str) -> str:
    if kind == "str" and isinstance(node, ast.Constant):
        plain = str(node.value).lower().replace("_", "").replace(" ", "")
        return f"the object, in a list: callbacks=[{_CALLBACKS.get(plain, 'keras.callbacks.EarlyStopping(patience=5)')}]"
    if kind.endswith(_SCHEDULES):
        return f"a schedule belongs to the optimizer: keras.optimizers.Adam({ast.unparse(node) if node is not None else 'schedule'})"
    if kind == "function":
        name = ast.unparse(node) if node is not None else "function"
        return f"wrap it: keras.callbacks.LearningRateScheduler({name}) for a rate, LambdaCallback(on_epoch_end={name}) else"
    if kind == "list":
        return "one flat list: callbacks=[first, second]"
    if kind == "NoneType":
        return "leave None out of the list; a function that makes a callback has to return it"
    return f"let {kind} derive from keras.callbacks.Callback, and call super().__init__() in its __init__"


def _rate_for_function(source: Source, line: int) -> Finding | None:
    call = next(iter(source.calls("LearningRateScheduler")), None)
    rate = given(call, "schedule", 0) if call is not None else None
    made = function_of(source, rate.func) if isinstance(rate, ast.Call) else None
    if rate is None or made is not None:  # ``function_called_too_early`` tells about the latter
        return None
    text = ast.unparse(rate)
    return Finding(
        line=rate.lineno,
        about="LearningRateScheduler",
        evidence=f"LearningRateScheduler is given {text}, and calls it with the epoch to get a rate",
        change=f"a function of the epoch: lambda epoch, lr: {text} * 0.9 ** epoch; for one rate throughout, give it to the optimizer",
    )


def _of_kind(source: Source, line: int, kind: str) -> Iterator[ast.expr]:
    calls = [call_at(source, line, verb) for verb in _VERBS]
    call = next((one for one in calls if one is not None), None)
    listed = given(call, "callbacks", len(call.args)) if call is not None else None
    if isinstance(listed, ast.Name):
        listed = value_of(source, listed.id, before=line)
    for node in listed.elts if isinstance(listed, ast.List | ast.Tuple) else [listed]:
        made = value_of(source, node.id, before=line) if isinstance(node, ast.Name) else node
        if node is not None and _may_be(source, node, made, kind):
            yield node


def _may_be(source: Source, one: ast.expr, made: ast.expr | None, kind: str) -> bool:
    if isinstance(made, ast.Call):
        return last_name(made.func) == kind
    if isinstance(made, ast.Constant):
        return type(made.value).__name__ == kind
    if kind == "function":
        return isinstance(made, ast.Lambda) or any(
            f.name == ast.unparse(one) for f in source.functions()
        )
    return isinstance(made, ast.List) and kind == "list"
