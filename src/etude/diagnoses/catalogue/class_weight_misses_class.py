"""
`class_weight` does not name every class, and a class without a weight counts as 1.

## Why it hurts
Keras says nothing about a class that is missing from the dictionary, and nothing about a key that is no
class, such as a name. The other weights are then relative to a 1 that nobody chose: often the rare class, for
which the weights were meant, is the one that keeps it.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, class_weight={0: 0.5, 1: 0.7}, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, class_weight={0: 0.5, 1: 0.7, 2: 1.8}, verbose=0)
"""

from collections.abc import Iterator, Mapping, Sequence

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-15",)
GUIDE = "TensorFlow tutorial: Classification on imbalanced data"
EXPLAINS = ("stuck_at_majority",)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        weights = output.fit.arguments.get("class_weight") if output.fit else None
        if not isinstance(weights, Mapping) or output.fit is None:
            continue
        weighted = list(_numbers(weights))
        if weights and not weighted:
            return Finding(
                line=fit_argument_line(evidence.source, output.fit, "class_weight"),
                evidence=f"class_weight has the keys {', '.join(map(str, weights))}; labels are numbers, so "
                "none of them is found and every class counts as 1",
                change="use the numbers of the classes as keys: {0: ..., 1: ...}, in the order of class_indices",
                about=output.model.name,
            )
        missing = [label for label in _classes(output) if label not in weighted]
        # One weight alone says "so many times as much as the others", which is well defined.
        if missing and (len(weighted) > 1 or not weighted):
            return Finding(
                line=fit_argument_line(evidence.source, output.fit, "class_weight"),
                evidence=f"class_weight has the keys {', '.join(map(str, weights))}; the labels "
                f"{', '.join(map(str, missing))} are not among them and count as 1",
                change="give every class its weight, with the class's number as the key",
                about=output.model.name,
            )
    return None


def _classes(output: Output) -> Sequence[int]:
    """The classes that were seen among the training labels."""
    labels = output.labels[0] if output.labels else None
    if labels is None or labels.role != "fit" or labels.has_fractions:
        return []
    if output.loss in ONE_HOT_LOSSES and not labels.is_one_number:
        return range(output.head.units or 0)
    if not labels.is_one_number:
        return []
    return [value for value in labels.distinct or () if isinstance(value, int)]


def _numbers(weights: Mapping[str, object]) -> Iterator[int]:
    for key in weights:
        if str(key).lstrip("-").isdigit():
            yield int(key)
