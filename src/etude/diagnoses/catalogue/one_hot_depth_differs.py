"""
The one-hot labels, or those of several questions, have another number of columns than the model has outputs.

## Why it hurts
A row of outputs is compared with a row of labels place by place, so both need one place per class. The
number of columns usually comes from `depth=` or `num_classes=`, the number of outputs from the last layer;
when they differ, Keras stops with a message about shapes.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = keras.utils.to_categorical(np.arange(32) % 4, num_classes=4)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = keras.utils.to_categorical(np.arange(32) % 4, num_classes=4)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.places import size_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, ONE_HOT_LOSSES

SEVERITY = Severity.ERROR
SKILLS = ("model-6", "model-7", "data-5")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        rows = next((labels for labels in output.labels if _differs(labels, output)), None)
        if rows is not None and rows.shape is not None:
            columns = rows.shape[-1]
            return Finding(
                line=size_line(evidence.source, output.model, output.head.layer),
                evidence=f"the labels given to {rows.role} have {columns} columns, and "
                f"{told(output.head.layer)} gives {output.head.units} outputs",
                change=f"give the last layer {columns} units if there are {columns} classes, else "
                f"make the labels {output.head.units} columns wide",
                about=output.model.name,
            )
    return None


def _differs(labels: Labels, output: Output) -> bool:
    """Rows of several columns, as many axes as the output, and another width."""
    units, shape, given = output.head.units, labels.shape, output.head.shape
    if output.loss not in ONE_HOT_LOSSES | BINARY_LOSSES or units is None or shape is None:
        return False
    if len(shape) < 2 or len(shape) != (len(given) if given else 2):
        return False
    return shape[-1] not in (None, 1, units) and not labels.has_fractions
