"""
The pictures have another size than the one that the Dense layer behind Flatten was built for.

## Why it hurts
Flatten makes one number per pixel and channel, and the Dense layer after it has a weight for each of them. So
a model with Flatten takes pictures of exactly one size. The message speaks of thousands of numbers ("expected
axis -1 to have value 3072") and never of height and width.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((10, 10, 1)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
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
from etude.diagnoses.refusals import is_fed_by, refusal, refused_sizes, refusing_layer
from etude.diagnoses.stops import inputs_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Model, Shape

SEVERITY = Severity.ERROR
SKILLS = ("image-3", "model-7")
GUIDE = "Keras API: Flatten layer"
EXPLAINS = ("feature_count_differs",)

_AXES = 4


def match(evidence: Evidence) -> Finding | None:
    return _of_flatten(evidence) or _of_input(evidence)


def _of_input(evidence: Evidence) -> Finding | None:
    """A functional model, which knows the size of its pictures."""
    shapes = refused_sizes(evidence)
    wanted, given = (_side(shapes.wanted), _side(shapes.given)) if shapes else ("", "")
    if shapes is None or len(shapes.given) != _AXES or wanted == given or not wanted:
        return None
    return Finding(
        line=evidence.error.line if evidence.error else 0,
        evidence=f"the model is for pictures of {wanted}, and gets them with {given}",
        change="resize the pictures to the size that the model was built for, or build it for any size, "
        "keras.Input((None, None, 3)), with GlobalAveragePooling2D in the place of Flatten",
    )


def _of_flatten(evidence: Evidence) -> Finding | None:
    refused = refusal(evidence)
    found = refusing_layer(evidence, refused) if refused else None
    if refused is None or refused.size is None or found is None or evidence.error is None:
        return None
    model, layer = found
    if not is_fed_by(model, layer, "Flatten") or len(refused.received or ()) != 2:
        return None
    numbers = list(refused.received or ())[-1]
    return Finding(
        line=evidence.error.line,
        evidence=f"{layer.name} was built for {refused.size} numbers from Flatten and got {numbers}"
        f"{_sizes(evidence, model)}",
        change="resize the pictures to the size that the model was built for, or put "
        "GlobalAveragePooling2D in the place of Flatten, which takes any size",
        about=layer.name,
    )


def _sizes(evidence: Evidence, model: Model) -> str:
    """Both sizes of pictures, when they are known."""
    ended = stop(evidence)
    wanted = model.inputs[0].shape if len(model.inputs) == 1 else None
    for data in ended.data if ended else ():
        given = next((part.shape for part in inputs_of(data)), None)
        if _side(given) and _side(wanted) and _side(given) != _side(wanted):
            return f": the model is for pictures of {_side(wanted)}, these have {_side(given)}"
    return ""


def _side(shape: Shape) -> str:
    """ "28 x 28" of a shape with at least two axes besides the batch."""
    if shape is None or len(shape) < 3 or None in shape[1:3]:
        return ""
    return f"{shape[1]} x {shape[2]}"
