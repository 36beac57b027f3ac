"""
A network that gives back what it is given learns from labels instead of its own inputs.

## Why it hurts
The last layer has as many values as the input: the network is an autoencoder, and its targets are the inputs themselves. One
label for each example cannot be compared with a whole picture; where shapes happen to fit, it learns one flat value.

## Example
    import keras
    import numpy as np

    rows = np.random.default_rng(0).random((40, 64)).astype("float32")
    digits = np.arange(40) % 10
    model = keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(64, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(rows, digits, verbose=0)

## Instead
    import keras
    import numpy as np

    rows = np.random.default_rng(0).random((40, 64)).astype("float32")
    model = keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(64, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(rows, rows, verbose=0)
"""

from math import prod

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Model, Shape

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-3")
GUIDE = "TensorFlow tutorial: Intro to Autoencoders"
EXPLAINS = (
    *("two_outputs_with_binary_loss", "binary_targets_out_of_range", "more_outputs_than_classes"),
    *("labels_do_not_match_outputs", "flatten_missing", "activation_limits_regression"),
    *("predictions_broadcast_against_labels", "targets_not_scaled", "one_hot_depth_differs"),
    *("sequences_for_one_label", "number_types_mixed", *NUMBERS_GONE_WRONG),
)

# Fewer values may be as many inputs as classes by chance.
_LEAST_VALUES = 32
_PER_CLASS = "categorical"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        values = _given_back(fit.model)
        if values is not None and _one_label_each(fit) and _narrows(fit.model, prod(values)):
            return Finding(
                line=fit.line,
                about=fit.model.name,
                evidence=f"the model takes and gives {' x '.join(map(str, values))} values for each example, "
                "and fit has one label for each",
                change=_change(evidence),
            )
    return None


def _change(evidence: Evidence) -> str:
    """What to write where arrays are given, and where a folder is read."""
    if evidence.source.line_of_call("flow_from_directory"):
        return 'let the generators give the pictures as targets too: class_mode="input" in flow_from_directory'
    if evidence.source.line_of_call("image_dataset_from_directory"):
        return "give the pictures as targets too: labels=None, then .map(lambda x: (x, x))"
    return "give the inputs as targets too: fit(x, x), and validation_data=(x_test, x_test)"


def _given_back(model: Model) -> list[int] | None:
    """The shape that inputs and outputs have in common, without the batch axis."""
    if len(model.inputs) != 1 or len(model.outputs) != 1:
        return None
    given, back = _sizes(model.inputs[0].shape), _sizes(model.outputs[0].shape)
    return given if given is not None and given == back and prod(given) >= _LEAST_VALUES else None


def _sizes(shape: Shape) -> list[int] | None:
    known = [size for size in shape[1:] if size is not None] if shape else []
    return known if shape and len(known) == len(shape) - 1 else None


def _one_label_each(fit: Fit) -> bool:
    labels = fit.train.part("1")
    losses = fit.model.compiled.losses if fit.model.compiled else ()
    for_classes = any(_PER_CLASS in loss.name for loss in losses)
    return labels is not None and prod(labels.shape[1:]) == 1 and not for_classes


def _narrows(model: Model, values: int) -> bool:
    """Whether something in between is smaller than what goes in."""
    return any(_is_smaller(inner.output_shape, values) for inner in model.layers)


def _is_smaller(shape: object, values: int) -> bool:
    sizes = _sizes(shape) if isinstance(shape, list) and shape and not _nested(shape) else None
    return sizes is not None and 0 < prod(sizes) < values


def _nested(shape: list[object]) -> bool:
    return any(isinstance(part, list) for part in shape)
