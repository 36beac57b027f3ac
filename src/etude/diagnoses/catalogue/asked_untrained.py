"""
A compiled model is asked for predictions, and nothing in the program has trained it.

## Why it hurts
Building a model gives it random weights, and `compile` changes none of them: it only says how it would be trained. What `predict`
gives before a `fit`, and without weights of an earlier training, looks like an answer and is the product of random numbers:
the same class for everything, masks of noise, other results at each start.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((4, 8, 8, 1)).astype("float32")
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    masks = model.predict(pictures, verbose=0) > 0.5

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.random((64, 8, 8, 1)).astype("float32")
    known = (pictures > 0.5).astype("float32")
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, known, epochs=5, batch_size=8, verbose=0)
    masks = model.predict(pictures[:4], verbose=0) > 0.5
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, value_of
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("model-5", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ()

# What changes weights: training, and filling in what an earlier one has learned.
_LEARNS = {
    *("fit", "train_on_batch", "train_step", "apply_gradients", "apply", "minimize", "assign"),
    *("set_weights", "load_weights", "load_model", "restore", "KerasLayer", "assign_sub"),
    *("from_pretrained", "from_preset"),
}
_ASKING = ("Model.predict", "Model.evaluate")
_SKLEARN = "sklearn."
_LOADS = ("hub.load", "saved_model.load", "pickle.load", "joblib.load")
_FILLED = ("weights", "embeddings_initializer", "kernel_initializer")


def match(evidence: Evidence) -> Finding | None:
    if evidence.trainings or evidence.error is not None or _learns(evidence.source):
        return None
    for call in evidence.calls:
        model = call.model if call.name in _ASKING else None
        if model is None or model.compiled is None or model.iterations or not model.parameters:
            continue
        return Finding(
            line=call.line,
            about=model.name,
            evidence=f"{call.name.rpartition('.')[2]} in line {call.line} asks {model.name}, whose {model.parameters:,} weights are the random "
            f"numbers that it was built with: line {model.compiled.line} compiles it, and no line trains it or loads weights",
            change="fit it before, or load what an earlier training has learned: load_weights(...), "
            "keras.models.load_model(...)",
        )
    return None


def _learns(source: Source) -> bool:
    """Whether any call of the program could have given weights other values."""
    return any(
        (_changes(dotted_name(call.func)) and not _is_of_sklearn(source, call)) or _is_filled(call)
        for call in source.all(ast.Call)
    )


def _is_of_sklearn(source: Source, call: ast.Call) -> bool:
    """Whether it fits a scaler or the like, which leaves every network as it is."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if isinstance(owner, ast.Name):
        owner = value_of(source, owner.id, before=call.lineno)
    while isinstance(owner, ast.Call) and isinstance(owner.func, ast.Attribute):
        if full_name(source, owner.func).startswith(_SKLEARN):
            return True
        owner = owner.func.value  # StandardScaler().fit(x).fit(...)
    return isinstance(owner, ast.Call) and full_name(source, owner.func).startswith(_SKLEARN)


def _changes(name: str) -> bool:
    return name.rpartition(".")[2] in _LEARNS or name.endswith(_LOADS)


def _is_filled(call: ast.Call) -> bool:
    """``weights="imagenet"``, or first weights that were chosen."""
    given = [word.value for word in call.keywords if word.arg in _FILLED]
    return any(not (isinstance(one, ast.Constant) and one.value is None) for one in given)
