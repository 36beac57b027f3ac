"""
A method that Keras calls by itself does not take, or give, what Keras expects.

## Why it hurts
Keras calls `on_epoch_end(epoch, logs)` of a callback and `__len__` of a sequence of batches at its own times. A callback that leaves out `logs`, or
a length that `np.ceil` made a float, stops a training at a line that has nothing to do with either.

## Example
    import keras
    import numpy as np


    class Show(keras.callbacks.Callback):
        def on_epoch_end(self, epoch):
            print("finished", epoch)


    features, labels = np.zeros((8, 2), "float32"), np.zeros(8)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(features, labels, verbose=0, callbacks=[Show()])

## Instead
    import keras
    import numpy as np


    class Show(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            print("finished", epoch)


    features, labels = np.zeros((8, 2), "float32"), np.zeros(8)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(features, labels, verbose=0, callbacks=[Show()])
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "data-1", "dev-3")
GUIDE = "TensorFlow guide: Writing your own callbacks"
EXPLAINS = ("too_many_by_place",)

_ARGUMENTS = re.compile(
    r"(?P<kind>\w+)\.(?P<method>on_\w+)\(\) (?:takes|missing|got an unexpected)"
)
_NO_CONFIG = re.compile(
    r"`get_config\(\)` method of <?(?P<kind>\w+).* should return a dict\. It returned: (?P<given>.*)"
)
_NO_SHAPE = re.compile(
    r"`compute_output_shape\(\)` of layer (?P<kind>\w+) is returning a type.*Received: (?P<given>.*)",
    re.DOTALL,
)
_RATE = "learning_rate_scheduler._update_optimizer_lr"
_OTHER_NUMBER = re.compile(r"takes \d+ positional arguments? but|missing \d+ required positional")
_INSTEAD = {
    "get_config": "return {**super().get_config(), ...} with the arguments of __init__",
    "compute_output_shape": "return a tuple: (*input_shape[:-1], units)",
}
_NO_INTEGER = re.compile(r"'(?P<kind>[\w.]*float\w*)' object cannot be interpreted as an integer")
_WANTED = {"epoch": "epoch, logs=None", "batch": "batch, logs=None", "train": "logs=None"}
_WANTED |= {"test": "logs=None", "predict": "logs=None"}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in ("TypeError", "ValueError"):
        return None
    if found := _NO_CONFIG.search(error.message):
        return _gives(evidence.source, found["kind"], "get_config", found["given"])
    if found := _NO_SHAPE.search(error.message):
        return _gives(evidence.source, found["kind"], "compute_output_shape", found["given"])
    if error.raised_by.endswith(_RATE) and (found := _OTHER_NUMBER.search(error.message)):
        return _of_a_rate(evidence.source)
    if error.type != "TypeError":
        return None
    if found := _ARGUMENTS.search(error.message):
        return _of_a_callback(evidence.source, found["kind"], found["method"])
    if found := _NO_INTEGER.search(error.message):
        return _of_a_sequence(evidence.source, found["kind"])
    return None


def _gives(source: Source, kind: str, method: str, told: str) -> Finding | None:
    """What a method hands to Keras, and is not what Keras reads."""
    for node in _methods(source, method, kind=kind):
        returned = [n for n in ast.walk(node) if isinstance(n, ast.Return) and n.value is not None]
        wanted = "a dictionary" if method == "get_config" else "a shape, batch included"
        instead = _INSTEAD[method]
        if not returned and method == "get_config":
            last = node.body[-1]
            made = ast.unparse(last.targets[0]) if isinstance(last, ast.Assign) else "config"
            instead = f"return {made}" if made.isidentifier() else instead
        return Finding(
            line=returned[-1].lineno if returned else node.lineno,
            about=f"{kind}.{method}",
            evidence=f"{method} of {kind} gives {told}, and Keras wants {wanted}",
            change=instead,
        )
    return None


def _of_a_rate(source: Source) -> Finding | None:
    """What ``LearningRateScheduler`` calls with the number of the epoch."""
    for call in source.calls("LearningRateScheduler"):
        function = function_of(source, given(call, "schedule", 0))
        if function is None:
            continue
        name = function.name if isinstance(function, ast.FunctionDef) else "the lambda"
        taken = ", ".join(one.arg for one in function.args.args) or "nothing"
        return Finding(
            line=function.lineno,
            about=name,
            evidence=f"{name} takes {taken}, and LearningRateScheduler calls it with the epoch, or with the epoch and the rate",
            change="let it take both: def schedule(epoch, lr)",
        )
    return None


def _of_a_callback(source: Source, kind: str, method: str) -> Finding | None:
    wanted = next(
        (told for word, told in _WANTED.items() if f"_{word}_" in f"{method}_"), "logs=None"
    )
    wanted = _WANTED["batch"] if "batch" in method else wanted
    for node in _methods(source, method, kind=kind):
        return Finding(
            line=node.lineno,
            about=f"{kind}.{method}",
            evidence=f"{method} takes ({ast.unparse(node.args)}), and Keras calls it with ({wanted.replace('=None', '')})",
            change=f"def {method}(self, {wanted}):",
        )
    return None


def _of_a_sequence(source: Source, kind: str) -> Finding | None:
    for node in _methods(source, "__len__"):
        returned = [n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value]
        if len(returned) == 1 and not ast.unparse(returned[0]).startswith(("int(", "len(")):
            return Finding(
                line=returned[0].lineno,
                about="__len__",
                evidence=f"__len__ gives {ast.unparse(returned[0])}, a {kind.rpartition('.')[2]}, and Keras counts batches with whole "
                "numbers",
                change=f"return int({ast.unparse(returned[0])})",
            )
    return None


def _methods(source: Source, name: str, *, kind: str = "") -> Iterator[ast.FunctionDef]:
    """Methods of this name, of one class or of any."""
    for owner in source.all(ast.ClassDef):
        if not kind or owner.name == kind:
            yield from (n for n in owner.body if isinstance(n, ast.FunctionDef) and n.name == name)
