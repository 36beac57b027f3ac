"""
A network is frozen that has never been trained: its weights are the random numbers that it was made with.

## Why it hurts
Freezing keeps what a network has learned. With `weights=None`, and nothing loaded afterwards, there is nothing to keep:
the new head is to tell classes apart by features that were drawn at random, and the loss stays near that of
guessing. An `Embedding` with `trainable=False` and no vectors of its own is the same. Load weights, or leave the network trainable.

## Example
    import keras
    import numpy as np

    labels = np.arange(32) % 2
    pictures = np.random.default_rng(0).random((32, 32, 32, 3)).astype("float32")
    pictures[labels == 1] *= 0.2

    base = keras.applications.MobileNet(
        input_shape=(32, 32, 3), alpha=0.25, include_top=False, weights=None, pooling="avg"
    )
    base.trainable = False
    model = keras.Sequential([base, keras.layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, epochs=3, batch_size=8, verbose=0)

## Instead
    import keras
    import numpy as np

    labels = np.arange(32) % 2
    pictures = np.random.default_rng(0).random((32, 32, 32, 3)).astype("float32")
    pictures[labels == 1] *= 0.2

    base = keras.applications.MobileNet(
        input_shape=(32, 32, 3), alpha=0.25, include_top=False, weights=None, pooling="avg"
    )
    model = keras.Sequential([base, keras.layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, epochs=3, batch_size=8, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, root
from etude.diagnoses.source import Source, call_line, constant, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.training_health import is_ill
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Model

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "image-5", "dev-3")
GUIDE = "TensorFlow tutorial: Transfer learning and fine-tuning"
EXPLAINS = NOTHING_LEARNED

_APPLICATIONS = "keras.applications"
# Anything that may bring weights into the network, or train it, before it is frozen.
_FILLS = ("load_weights", "set_weights", "load_model", "assign", "apply_gradients", "restore")
_EMBEDDING = "Embedding"
_LEARNS = ("fit", "train_on_batch")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if (drawn := _embedding(evidence)) is not None:
        return drawn
    ill = next((fit for fit in evidence.fits if _is_frozen(fit.model) and is_ill(fit)), None)
    if ill is None or any(source.calls(name) for name in _FILLS):
        return None
    for name, made in _untrained(source):
        frozen = _line_of_freezing(source, name)
        learned = [c for verb in _LEARNS for c in source.calls(verb) if c.lineno < frozen]
        if frozen and not learned:
            kind = last_name(made.func)
            return Finding(
                line=call_line(made),
                about=name,
                evidence=f"{kind} in line {call_line(made)} begins with weights=None, random numbers, and line "
                f"{frozen} freezes it; in {len(ill.epochs)} epochs the loss came from {ill.series('loss')[0]:.3f} "
                f"to {ill.series('loss')[-1]:.3f}",
                change='weights="imagenet", or load_weights before it is frozen; without weights leave it '
                "trainable",
            )
    return None


def _embedding(evidence: Evidence) -> Finding | None:
    """An ``Embedding`` that is made frozen, and gets its vectors from nowhere."""
    source = evidence.source
    layers = [layer for fit in evidence.fits for layer in all_layers(fit.model)]
    frozen = any(layer.kind == _EMBEDDING and not layer.trainable for layer in layers)
    if not frozen or any(source.calls(name) for name in _FILLS):
        return None
    for call in source.calls(_EMBEDDING):
        named = {one.arg: one.value for one in call.keywords}
        drawn = not named.keys() & {"weights", "embeddings_initializer", None}
        if drawn and constant(named.get("trainable")) is False:
            return Finding(
                line=source.line_of_argument(call, "trainable"),
                about=_EMBEDDING,
                evidence="the vectors of this Embedding are drawn at random, and trainable=False keeps them so",
                change="leave trainable=False out; or give it vectors that were learned: "
                "embeddings_initializer=keras.initializers.Constant(matrix)",
            )
    return None


def _is_frozen(model: Model) -> bool:
    """Whether most of its weights do not learn."""
    return 2 * model.trainable_parameters < model.parameters


def _untrained(source: Source) -> Iterator[tuple[str, ast.Call]]:
    """``base = keras.applications.X(..., weights=None)``: name and call."""
    for node in source.nodes:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        call = node.value
        weights = [k.value for k in call.keywords if k.arg == "weights"]
        none = any(isinstance(one, ast.Constant) and one.value is None for one in weights)
        if none and _APPLICATIONS in full_name(source, call.func):
            yield dotted_name(node.targets[0]), call


def _line_of_freezing(source: Source, name: str) -> int:
    """``base.trainable = False``, or a loop over all of ``base.layers`` that does this; 0 without one."""
    for node in source.nodes:
        if isinstance(node, ast.Assign) and _sets_false(node, name):
            return node.lineno
        if isinstance(node, ast.For) and ast.unparse(node.iter) == f"{name}.layers":
            inner = [n for n in ast.walk(node) if isinstance(n, ast.Assign)]
            found = [n.lineno for n in inner if _sets_false(n, root(node.target))]
            if found:
                return found[0]
    return 0


def _sets_false(node: ast.Assign, name: str) -> bool:
    is_false = isinstance(node.value, ast.Constant) and node.value.value is False
    return is_false and any(ast.unparse(target) == f"{name}.trainable" for target in node.targets)
