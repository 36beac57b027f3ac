"""
`trainable` was changed after a `fit` had begun, without compiling again.

## Why it hurts
The first `fit` fixes which weights are trained; `trainable` is read again only after the next `compile`. A base
that was unfrozen too late does not learn, one that was frozen too late goes on learning and forgets what it
knew. `summary()` shows the new state all the same. A callback that freezes or unfreezes while `fit` runs comes too late
as well: the step is compiled by then. (Before the first `fit` the change still counts.)

## Example
    import keras
    import numpy as np

    inputs = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    targets = inputs[:, :1] * 2
    base = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu")])
    base.trainable = False
    model = keras.Sequential([keras.Input((4,)), base, keras.layers.Dense(1)])

    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, epochs=1, verbose=0)
    base.trainable = True
    model.fit(inputs, targets, epochs=1, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    targets = inputs[:, :1] * 2
    base = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu")])
    base.trainable = False
    model = keras.Sequential([keras.Input((4,)), base, keras.layers.Dense(1)])

    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, epochs=1, verbose=0)
    base.trainable = True
    model.compile(optimizer=keras.optimizers.Adam(1e-5), loss="mse")
    model.fit(inputs, targets, epochs=1, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.training_health import fit_again
from etude.domain.finding import Finding, Severity
from etude.domain.health import LayerHealth
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "dev-3")
GUIDE = "Keras guide: Transfer learning & fine-tuning"
EXPLAINS = (
    "trained_too_short",
    "overfits",
    "batch_statistics_move_in_fine_tuning",
    "stuck_at_majority",
)

# What comes after a training (on_train_end) counts for the next.
_DURING_TRAINING = (
    *("on_train_begin", "on_epoch_begin", "on_epoch_end"),
    *("on_train_batch_begin", "on_train_batch_end", "on_batch_begin", "on_batch_end"),
)


def match(evidence: Evidence) -> Finding | None:
    for before, fit in fit_again(evidence.fits):
        earlier, now = _trainable(before.model), _trainable(fit.model)
        layers = fit.health.layers if fit.health else ()
        changed = [one for one in layers if earlier.get(one.name) != now.get(one.name)]
        learned = any(one.change for one in layers if one not in changed)
        late = [one for one in changed if _had_no_effect(one, now[one.name], learned=learned)]
        if late and _same_compile(before, fit):
            return _finding(evidence, fit, late, thawed=now[late[0].name])
    return _changed_meanwhile(evidence)


def _finding(evidence: Evidence, fit: Fit, late: list[LayerHealth], *, thawed: bool) -> Finding:
    return Finding(
        line=_line(evidence, fit),
        evidence=f"before fit in line {fit.line} {_what_became_of(late, thawed=thawed)}",
        change="call model.compile(...) after each change of trainable, before fit",
        about=_names(late),
    )


def _what_became_of(late: list[LayerHealth], *, thawed: bool) -> str:
    seen = (
        "trainable was set to True, and not one of its weights changed"
        if thawed
        else "trainable was set to False, and its weights went on changing"
    )
    return f"{seen} ({_names(late)})"


def _names(late: list[LayerHealth]) -> str:
    return ", ".join(layer.name for layer in late[:3]) + (", ..." if len(late) > 3 else "")


def _changed_meanwhile(evidence: Evidence) -> Finding | None:
    """A callback that freezes or unfreezes layers when the step has long been compiled."""
    line = _set_by_callback(evidence.source)
    for fit in evidence.fits if line else ():
        first = _trainable(fit.model)
        layers = fit.health.layers if fit.health else ()
        changed = [one for one in layers if first.get(one.name, one.trainable) != one.trainable]
        learned = any(one.change for one in layers if one not in changed)
        late = [one for one in changed if _had_no_effect(one, one.trainable, learned=learned)]
        if late:
            return Finding(
                line=line,
                evidence=f"fit in line {fit.line} was running when {_what_became_of(late, thawed=late[0].trainable)}",
                change="end that fit there; then set trainable, call model.compile(...), and fit again "
                "with initial_epoch=",
                about=_names(late),
            )
    return None


def _set_by_callback(source: Source) -> int:
    """Where a method that is called back during training sets ``trainable``, and none compiles."""
    called_back = [one for one in source.functions() if one.name in _DURING_TRAINING]
    # Without a graph each step asks anew what is to be trained.
    if "run_eagerly" in source.text or "run_functions_eagerly" in source.text:
        return 0
    again = ("compile", "make_train_function")
    if any(dotted_name(c.func).endswith(again) for one in called_back for c in calls_in(one)):
        return 0
    return next((line for one in called_back for line in _lines_that_set(*ast.walk(one))), 0)


def _trainable(model: Model) -> dict[str, bool]:
    return {layer.name: layer.trainable for layer in all_layers(model) if layer.parameters}


def _had_no_effect(layer: LayerHealth, trainable: bool, *, learned: bool) -> bool:
    if layer.change is None:
        return False
    return layer.change == 0.0 and learned if trainable else layer.change > 0.0


def _same_compile(before: Fit, fit: Fit) -> bool:
    """Whether the optimizer went on counting: a new ``compile`` brings a new optimizer."""
    first, second = before.model.compiled, fit.model.compiled
    return first is not None and second is not None and first.line == second.line


def _line(evidence: Evidence, fit: Fit) -> int:
    """The last line above ``fit`` that sets ``trainable``, else the line of ``fit``."""
    set_above = [line for line in _lines_that_set(*evidence.source.nodes) if line < fit.line]
    return max(set_above, default=fit.line)


def _lines_that_set(*nodes: ast.AST) -> Iterator[int]:
    for node in nodes:
        if isinstance(node, ast.Assign) and any(map(_ends_in_trainable, node.targets)):
            yield node.lineno


def _ends_in_trainable(target: ast.expr) -> bool:
    """Also of ``self.model.layers[0].trainable``, which has no dotted name."""
    return isinstance(target, ast.Attribute) and target.attr == "trainable"
