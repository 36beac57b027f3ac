"""
Arguments meant for a callback stand inside the brackets of `format`, which ignores them.

## Why it hurts
`str.format` says nothing about names that its text has no place for. `ModelCheckpoint("{}.keras".format(name,
save_best_only=True))` closes the wrong bracket: the checkpoint gets a path alone, keeps its defaults and writes every epoch.

## Example
    import keras
    import numpy as np

    x = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    keep = keras.callbacks.ModelCheckpoint("{}.keras".format("line", monitor="loss", save_best_only=True))
    model.fit(x, 2 * x, callbacks=[keep], verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    keep = keras.callbacks.ModelCheckpoint("{}.keras".format("line"), monitor="loss", save_best_only=True)
    model.fit(x, 2 * x, callbacks=[keep], verbose=0)
"""

import ast
from collections.abc import Mapping
from string import Formatter

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.places import call_at, call_inside
from etude.diagnoses.source import Source, constant
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "dev-3")
GUIDE = "Keras API: ModelCheckpoint"
EXPLAINS = ("best_weights_not_kept", "checkpoint_overwritten", "monitors_unknown_metric")

_MONITOR = "monitor"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for callback in fit.callbacks:
            lost = _lost(evidence.source, callback)
            if lost:
                first = min(lost, key=lambda name: lost[name])
                has = ", ".join(f"{name}={callback.options[name]!r}" for name in lost)
                return Finding(
                    line=lost[first],
                    about=callback.kind,
                    evidence=f"format ignores {', '.join(lost)}, and {callback.kind} has {has}",
                    change=f"close the bracket of format before {first}, so that {callback.kind} gets "
                    f"the rest{_unknown(evidence.source, lost, fit)}",
                )
    return None


def _unknown(source: Source, lost: Mapping[str, int], fit: Fit) -> str:
    """What becomes of the next mistake: a log to wait for that there is not."""
    given = [k for c in source.calls("format") for k in c.keywords if k.arg == _MONITOR]
    named = next((constant(k.value) for k in given if k.value.lineno == lost.get(_MONITOR)), None)
    if not isinstance(named, str) or not fit.log_names or named in fit.log_names:
        return ""
    return f"; and {_MONITOR} one of {', '.join(fit.log_names)}: there is no {named}"


def _lost(source: Source, callback: Callback) -> Mapping[str, int]:
    """Arguments of format that its text has no place for and the callback goes without: their lines."""
    made = call_at(source, callback.line, callback.kind)
    filled = call_inside(made, source.calls("format"))
    text = _text(source, filled) if filled else None
    if filled is None or text is None:
        return {}
    places, given = _places(text), {str(one.arg): one.value for one in filled.keywords}
    return {
        name: value.lineno
        for name, value in given.items()
        if name not in places
        and name in callback.options
        and callback.options[name] != constant(value)
    }


def _text(source: Source, filled: ast.Call) -> str | None:
    """What is filled in, where it is written out."""
    node = filled.func.value if isinstance(filled.func, ast.Attribute) else None
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=filled.lineno)
    text = constant(node)
    return text if isinstance(text, str) else None


def _places(text: str) -> set[str]:
    """The names that a format string has a place for."""
    try:
        fields = [field or "" for _, field, _, _ in Formatter().parse(text)]
    except ValueError:
        return set()
    return {field.partition(".")[0].partition("[")[0] for field in fields}
