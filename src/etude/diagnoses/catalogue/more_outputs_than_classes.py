"""
The last layer has more outputs than there are classes.

## Why it hurts
The extra outputs never get an example, so the network has to learn that they are always wrong; until then they
take probability from the real classes. Whoever reads the predictions gets columns that mean nothing.

## Example
    import keras
    import numpy as np

    features = np.zeros((300, 8), "float32")
    labels = np.arange(300) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((300, 8), "float32")
    labels = np.arange(300) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

from collections.abc import Iterator, Mapping

from etude.diagnoses.contracts import MadeModel, made_models
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.places import size_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.heads import SPARSE_LOSSES, heads
from etude.domain.observations import Model

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-7")
GUIDE = "TensorFlow tutorial: basic classification"

# With this many labels per output, a class that exists is all but certain to be among them.
_LABELS_PER_OUTPUT = 10
# Of longer sources ``worker.label_order`` counts the classes in the beginning only.
_LOOKED_AT = 20_000
# One output more than classes may stand for "something else".
_SPARE_OUTPUTS = 1
# In text a rare token may never be a label.
_TOKEN_LAYERS = ("Embedding", "TextVectorization")


def match(evidence: Evidence) -> Finding | None:
    for model, units, seen in [*_beyond_contract(evidence), *_beyond_labels(evidence)]:
        layer = heads(model)[0].layer if heads(model) else None
        return Finding(
            line=size_line(evidence.source, model, layer),
            evidence=f"{told(layer)} gives {units} outputs, {seen}",
            change="give the last layer exactly one unit per class; classes are counted from 0, "
            "but there are still as many units as classes",
            about=model.name,
        )
    return None


def _beyond_contract(evidence: Evidence) -> Iterator[tuple[Model, int, str]]:
    """Calls of the learner's function that gave more outputs than were asked for, every time."""
    made = made_models(evidence)
    if made and all(_has_too_many(one) for one in made):
        first = made[0]
        asked, given = first.wanted_outputs[0][-1], first.outputs[0][-1]
        yield first.model, given or 0, f"but {first.of} asks for {asked}"


def _has_too_many(made: MadeModel) -> bool:
    if len(made.outputs) != 1 or len(made.wanted_outputs) != 1 or not _classifies(made.model):
        return False
    asked, given = made.wanted_outputs[0], made.outputs[0]
    return len(asked) == len(given) and (given[-1] or 0) > (asked[-1] or 0) > 1


def _classifies(model: Model) -> bool:
    return [head.activation for head in heads(model)] in (["softmax"], ["linear"])


def _beyond_labels(evidence: Evidence) -> Iterator[tuple[Model, int, str]]:
    for output in outputs(evidence):
        units, classes = output.head.units, _classes(output)
        seen = _count(output)
        if not units or not classes or seen < _LABELS_PER_OUTPUT * units:
            continue
        if units > classes + _SPARE_OUTPUTS:
            given = f"but the {seen} labels {_told(output)} are all between 0 and {classes - 1}"
            yield output.model, units, given


def _classes(output: Output) -> int:
    """How many classes the labels show, 0 when they may not show them all."""
    if output.loss not in SPARSE_LOSSES or output.model.layers_of(*_TOKEN_LAYERS):
        return 0
    seen = {value for labels in output.labels for value in labels.distinct or ()}
    if len(seen) < 2 or seen != set(range(len(seen))):
        return 0
    complete = all(map(_is_complete, output.labels))
    return len(seen) if complete or _source(output).get("labels") == len(seen) else 0


def _told(output: Output) -> str:
    return "in the pipeline's arrays" if _source(output) else "given to fit"


def _count(output: Output) -> int:
    """How many labels are known to be among those values."""
    return max(sum(labels.count for labels in output.labels), _source(output).get("elements", 0))


def _source(output: Output) -> Mapping[str, int]:
    """How many labels, and how many different ones, a pipeline in memory begins with."""
    stages = output.fit.train.stages if output.fit is not None else ()
    first = stages[0] if stages and stages[0].op == "from_tensor_slices" else None
    one_number = all(labels.is_one_number for labels in output.labels)
    if first is None or not one_number or first.parameters.get("elements", 0) > _LOOKED_AT:
        return {}
    return first.parameters


def _is_complete(labels: Labels) -> bool:
    return labels.complete and labels.is_one_number and labels.distinct is not None
