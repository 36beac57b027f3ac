"""
The output still has the axes of its input, a picture or a window, and the labels are one per example.

## Why it hurts
A Dense layer works on the last axis alone. Put on (height, width, channels) it gives a vector of outputs for every
pixel or row, (batch, 6, 6, classes), and a loss that wants one per example stops, or, when it is a squared
error, silently compares every pixel with the label.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.places import layer_line, told
from etude.diagnoses.stops import told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.heads import CROSS_ENTROPIES, REGRESSION_LOSSES, SPARSE_LOSSES
from etude.domain.network import all_layers, fed_by, find_layer
from etude.domain.observations import Layer

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "image-1", "dev-3")
GUIDE = "Keras API: Flatten layer"
EXPLAINS = (
    *("predictions_broadcast_against_labels", "activation_missing", "stuck_at_majority"),
    *("integer_labels_with_categorical_loss", "two_outputs_with_binary_loss"),
)

_LOSSES = CROSS_ENTROPIES | REGRESSION_LOSSES
# Layers that give or take a value for each step of a sequence: their mistakes have their own names.
_OF_THE_END = ("Dense", "Dropout", "Activation", "Softmax", "ReLU", "BatchNormalization")
_SEQUENCES = ("LSTM", "GRU", "SimpleRNN", "RNN", "Embedding", "TimeDistributed", "Bidirectional")


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        labels = output.labels[0] if output.labels else None
        if labels is None or output.loss not in _LOSSES or not _keeps_places(output):
            continue
        if _is_one_per_example(labels, output):
            first = _first_of_the_last_dense(output)
            return Finding(
                line=layer_line(evidence.source, output.model, first),
                evidence=f"{told(output.head.layer)} gives {told_shape(output.head.shape)}, one result "
                f"per place, and the labels have the shape {told_shape(labels.shape)}",
                change=f"put keras.layers.Flatten() or GlobalAveragePooling{_axes(output)}D() before "
                f"{_told(first, output)}",
                about=output.model.name,
            )
    return None


def _first_of_the_last_dense(output: Output) -> Layer | None:
    """Where the row of Dense layers begins that ends in the output."""
    layers, first = output.model.layers, output.head.layer
    path = output.head.name
    while (layer := find_layer(layers, path)) is not None and layer.kind in _OF_THE_END:
        first = layer if layer.kind == "Dense" else first
        sources = fed_by(layers, path)
        path = sources[0] if len(sources) == 1 else ""
    return first


def _axes(output: Output) -> int:
    """Those of the places: 1 of a window of steps, 2 of a picture."""
    return len(output.model.inputs[0].shape or ()) - 2


def _told(first: Layer | None, output: Output) -> str:
    return "it" if first is output.head.layer else told(first)


def _keeps_places(output: Output) -> bool:
    """Axes of some size between batch and units, in a model of pictures."""
    shape, inputs = output.head.shape, output.model.inputs
    if shape is None or len(inputs) != 1 or output.head.layer is None:
        return False
    if all(size == 1 for size in list(shape)[1:-1]):
        return False
    sequences = any(layer.kind in _SEQUENCES for layer in all_layers(output.model))
    return output.head.layer.kind == "Dense" and len(inputs[0].shape or ()) >= 3 and not sequences


def _is_one_per_example(labels: Labels, output: Output) -> bool:
    """A number, or one row as wide as the output; to a sparse loss a row is a class per place."""
    shape = labels.shape
    one_row = shape is not None and len(shape) == 2 and shape[-1] == output.head.units
    return labels.is_one_number or (one_row and output.loss not in SPARSE_LOSSES)
