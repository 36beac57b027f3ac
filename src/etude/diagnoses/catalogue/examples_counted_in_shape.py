"""
The shape of the input counts the examples as well.

## Why it hurts
`Input(shape=...)` and `input_shape=` take the shape of one example; Keras puts the axis of the examples in front by itself. With
`x_train.shape` the model waits for batches of whole data sets, and its layers see an axis too many. `x_train.shape[1:]` leaves the
number of examples out.

## Example
    import keras
    import numpy as np

    x = np.zeros((64, 8), "float32")
    y = np.zeros((64, 1), "float32")

    model = keras.Sequential([keras.Input(x.shape), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.zeros((64, 8), "float32")
    y = np.zeros((64, 1), "float32")

    model = keras.Sequential([keras.Input(x.shape[1:]), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, epochs=2, verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-1", "model-7")
GUIDE = "Keras API: Input object"
EXPLAINS = (
    *("single_example_given", "axes_differ_from_input", "flatten_missing", "channel_axis_missing"),
    *("feature_axis_missing", "picture_size_differs", "feature_count_differs"),
)

# A layer that gets an axis too many, data that have one less, and a size that is a whole shape.
_SAID = re.compile(
    r"incompatible|Kernel shape must have the same length|invalid dimension '\(|Expected shape"
)
# A convolution's kernel has as many axes as its input; the axis of the examples was put before four of pictures.
_AXIS_TOO_MANY = re.compile(
    r"kernel of shape \((?P<kernel>[^)]*)\) and input of shape \((?P<input>[^)]*)\)"
)
_NAMES = ("shape", "input_shape", "input_dim")
_FED = ("fit", "from_tensor_slices", "flow", "train_on_batch")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _SAID.search(error.message):
        return None
    for shape in _whole_shapes(evidence.source, certain=_has_an_axis_too_many(error.message)):
        told = ast.unparse(shape)
        return Finding(
            line=shape.lineno,
            about=told,
            evidence=f"the input is given {told}, which begins with the number of examples",
            change=f"{told}[1:], the shape of one example",
        )
    return None


def _has_an_axis_too_many(message: str) -> bool:
    found = _AXIS_TOO_MANY.search(message)
    return found is not None and found["input"].count(",") == found["kernel"].count(",") + 1


def _whole_shapes(source: Source, *, certain: bool) -> Iterator[ast.expr]:
    """``x.shape`` where the shape of an example is wanted, x being all that the program trains on.

    Where the message itself counts an axis too many, whatever x is trained on by.
    """
    trained_on = _inputs(source)
    for call in source.all(ast.Call):
        named = [k.value for k in call.keywords if k.arg in _NAMES]
        first = call.args[:1] if dotted_name(call.func).endswith("Input") else []
        for shape in (*named, *first):
            is_shape = isinstance(shape, ast.Attribute) and shape.attr == "shape"
            if is_shape and (certain or ast.unparse(shape).removesuffix(".shape") in trained_on):
                yield shape


def _inputs(source: Source) -> set[str]:
    calls = [call for name in _FED for call in source.calls(name)]
    return {ast.unparse(one) for call in calls if (one := given(call, "x", 0)) is not None}
