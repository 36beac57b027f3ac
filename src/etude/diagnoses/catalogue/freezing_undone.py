"""
Layers are frozen one by one, and then the network around them is made trainable as a whole.

## Why it hurts
Setting `trainable` of a model sets it for every layer inside. Frozen layers are thawed again by a later `base.trainable = True`, so all of the
network learns on, also the parts that were to keep what they know: on few examples it forgets.

## Example
    import keras
    import numpy as np

    base = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(8, activation="relu")])
    base.trainable = False
    for layer in base.layers[:-1]:
        layer.trainable = False
    base.trainable = True
    model = keras.Sequential([base, keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((16, 4)), np.zeros(16), verbose=0)

## Instead
    import keras
    import numpy as np

    base = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(8, activation="relu")])
    base.trainable = False
    base.trainable = True
    for layer in base.layers[:-1]:
        layer.trainable = False
    model = keras.Sequential([base, keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((16, 4)), np.zeros(16), verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import blocks, calls_in, root
from etude.diagnoses.source import constant, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "dev-3")
GUIDE = "Keras guide: Transfer learning and fine-tuning"
EXPLAINS = ("fine_tuned_too_fast", *NOTHING_LEARNED)

_FLAG = ".trainable"
_TRAINS = ("fit", "train_on_batch")


def match(evidence: Evidence) -> Finding | None:
    for block in blocks(evidence.source):
        for frozen, whole, name in _thawed(block):
            later = [fit for fit in evidence.fits if fit.line > whole.lineno]
            if later and all(layer.trainable for layer in all_layers(later[0].model)):
                return Finding(
                    line=whole.lineno,
                    about=name,
                    evidence=f"line {frozen.lineno} freezes layers of {name}, and {ast.unparse(whole)} in line "
                    f"{whole.lineno} makes every layer of it trainable again",
                    change=f"set {name}.trainable = True first, and freeze its layers below it",
                )
    return None


def _thawed(block: Sequence[ast.stmt]) -> Iterator[tuple[ast.Assign, ast.Assign, str]]:
    """What freezes layers in a loop, what thaws their owner after it with no training between, its name."""
    for place, statement in enumerate(block):
        if not isinstance(statement, ast.For) or ".layers" not in ast.unparse(statement.iter):
            continue
        assigned = [node for node in ast.walk(statement) if isinstance(node, ast.Assign)]
        frozen = next((node for node in assigned if _set_on(node, to=False)), None)
        name = root(statement.iter)
        for later in block[place + 1 :] if frozen is not None else ():
            if any(dotted_name(c.func).endswith(_TRAINS) for c in calls_in(later)):
                break
            if (
                frozen is not None
                and isinstance(later, ast.Assign)
                and _set_on(later, to=True) == name
            ):
                yield frozen, later, name


def _set_on(node: ast.Assign, *, to: bool) -> str:
    """ "owner" of ``owner.trainable = True`` or False; "" of anything else."""
    if constant(node.value) is not to:
        return ""
    name = dotted_name(node.targets[0])
    return name.removesuffix(_FLAG) if name.endswith(_FLAG) else ""
