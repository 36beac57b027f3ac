"""
`trainable` was changed between two calls of `fit` without compiling again.

## Why it hurts
The first `fit` fixes which weights are trained; `trainable` is read again only after the next `compile`. A base
that was unfrozen too late does not learn, one that was frozen too late goes on learning and forgets what it
knew. `summary()` shows the new state all the same. (Before the first `fit` the change still counts.)

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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import dotted_name
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


def match(evidence: Evidence) -> Finding | None:
    for before, fit in fit_again(evidence.fits):
        earlier, now = _trainable(before.model), _trainable(fit.model)
        layers = fit.health.layers if fit.health else ()
        changed = [one for one in layers if earlier.get(one.name) != now.get(one.name)]
        learned = any(one.change for one in layers if one not in changed)
        late = [one for one in changed if _had_no_effect(one, now[one.name], learned=learned)]
        if late and _same_compile(before, fit):
            return _finding(evidence, fit, late, thawed=now[late[0].name])
    return None


def _finding(evidence: Evidence, fit: Fit, late: list[LayerHealth], *, thawed: bool) -> Finding:
    names = ", ".join(layer.name for layer in late[:3]) + (", ..." if len(late) > 3 else "")
    seen = (
        "trainable was set to True, and not one of its weights changed"
        if thawed
        else "trainable was set to False, and its weights went on changing"
    )
    return Finding(
        line=_line(evidence, fit),
        evidence=f"before fit in line {fit.line} {seen} ({names})",
        change="call model.compile(...) after each change of trainable, before fit",
        about=names,
    )


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
    set_above = [
        node.lineno
        for node in evidence.source.nodes
        if isinstance(node, ast.Assign)
        and node.lineno < fit.line
        and any(dotted_name(target).endswith(".trainable") for target in node.targets)
    ]
    return max(set_above, default=fit.line)
