"""
Each example has another number of features than the layer was built for.

## Why it hurts
A Dense layer has one weight for each number that it takes, so it takes exactly as many as it was built for:
those of `Input`, or of the first data that it saw. A column that is missing or was not dropped, an encoding
with other categories, or a shape that was copied from elsewhere make them differ.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((features.shape[1],)),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

import ast
import re
from collections.abc import Sequence

from etude.diagnoses.asked import behind_judged, behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root, value_of
from etude.diagnoses.refusals import of_tokens, refusal, refused_sizes, refused_state
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.stops import stop, told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.network import find_layer
from etude.domain.observations import Layer

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "dev-3")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ("part_scaled_by_itself",)

# What TensorFlow says when Keras let the data pass: a layer that was built by earlier data.
_MATRICES = re.compile(
    r"Matrix size-incompatible: In\[0\]: \[(?P<rows>\d+),(?P<given>\d+)\], "
    r"In\[1\]: \[(?P<wanted>\d+),\d+\]"
)
# The same of a recurrent layer, whose cell multiplies.
_CELL = re.compile(
    r"Dimensions must be equal, but are (?P<given>\d+) and (?P<wanted>\d+) for "
    r".*?/(?P<cell>lstm|gru|simple_rnn)_cell[^)]*MatMul",
    re.DOTALL,
)
_ALIKE = (
    "get_dummies makes a column for each value that it meets; give the later table the columns of the "
    "first: later.reindex(columns=first.columns, fill_value=0)"
)
_ONCE = (
    "fit_transform makes a column for each value, or word, that it meets: fit it once, on what is learned from, and give "
    "the rest to transform(...) alone"
)
_APART = {"get_dummies": _ALIKE, "fit_transform": _ONCE}
_ENCODERS = (
    *("CountVectorizer", "TfidfVectorizer", "OneHotEncoder"),
    *("MultiLabelBinarizer", "LabelBinarizer", "ColumnTransformer"),
)
_AXES = 3  # rows, steps, features
_KINDS = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN"}


def match(evidence: Evidence) -> Finding | None:
    found = (
        _refused(evidence) or _of_a_model(evidence) or _multiplied(evidence) or _stepped(evidence)
    )
    if found is None or evidence.error is None:
        return None
    layer, wanted, shape = found
    example = told_shape(list(shape)[1:])
    per = "per example" if len(shape) == 2 else "on the last axis"
    apart, trained = _encoded_apart(evidence), _trained_on(evidence)
    change = (
        f"build the model for what it gets, keras.Input({example}), if all {shape[-1]} are "
        "meant; else look which column is missing or too many"
    )
    if trained:
        change = (
            f"make of it what fit was given in line {trained}, {wanted} numbers {per}: the same columns in the same order, "
            "by the same encoder, scaler or tokenizer, with none of them fitted anew"
        )
    elif left_out := _left_out(evidence, layer, shape[-1]):
        change = (
            f"{layer} comes last of {', '.join([*left_out, layer])}, and these make {wanted} numbers of {shape[-1]}: call "
            f"them one after the other, {left_out[0]} first, each on what the one before gave"
        )
    return Finding(
        line=apart[0] if apart else evidence.error.line,
        evidence=f"{layer} was built for {wanted} numbers {per}, and got {shape[-1]}: "
        f"{told_shape(shape)}",
        change=apart[1] if apart else change,
        about=layer,
    )


def _left_out(evidence: Evidence, name: str, given: int | None) -> Sequence[str]:
    """The layers of a model that lead from so many numbers to a layer which is called by itself."""
    if stop(evidence) is not None:
        return []
    for model in evidence.models:
        between: list[str] = []
        layer = find_layer(model.layers, name)
        while layer is not None and len(layer.calls) == 1 and len(layer.calls[0]) == 1:
            layer = find_layer(model.layers, layer.calls[0][0])
            if layer is not None and _width(layer) == given:
                return between[::-1]
            between.append(layer.name if layer is not None else "")
    return []


def _width(layer: Layer) -> int | None:
    """How many numbers a layer gives for each example."""
    shape = layer.output_shape
    return shape[-1] if shape and isinstance(shape[-1], int) else None


def _trained_on(evidence: Evidence) -> int:
    """The line of the training that the model had come through before it was asked; 0 without one."""
    ended = stop(evidence)
    if ended is None or ended.doing == "fit":
        return 0
    fits = [fit for fit in evidence.fits if fit.finished and fit.model.key == ended.model.key]
    return fits[-1].line if fits else 0


def _encoded_apart(evidence: Evidence) -> tuple[int, str] | None:
    """Where what is judged got columns of its own, other than what was learned from, and the change."""
    source = evidence.source
    made = {
        name: [call for call in source.calls(name) if _makes_columns(source, call)]
        for name in _APART
    }
    for fit in evidence.fits:
        learned = {id(node) for node in behind_learned(source, fit)}
        own = [name for name, calls in made.items() if any(id(call) in learned for call in calls)]
        for node in behind_judged(evidence, fit) if own else ():
            if isinstance(node, ast.Call) and id(node) not in learned:
                name = next((one for one in own if dotted_name(node.func).endswith(one)), "")
                if name and _makes_columns(source, node):
                    return node.lineno, _APART[name]
    return None


def _makes_columns(source: Source, call: ast.Call) -> bool:
    """Whether the number of columns follows from the values that it meets."""
    if not dotted_name(call.func).endswith("fit_transform"):
        return True
    of = call.func.value if isinstance(call.func, ast.Attribute) else None
    made = of if isinstance(of, ast.Call) else value_of(source, root(call.func), before=call.lineno)
    return isinstance(made, ast.Call) and dotted_name(made.func).endswith(_ENCODERS)


def _refused(evidence: Evidence) -> tuple[str, int, Sequence[int | None]] | None:
    """The layer, what it was built for, and the shape that came."""
    refused = refusal(evidence)
    shape = refused.received if refused else None
    if refused is None or refused.size is None or shape is None or len(shape) < 2:
        return None
    return refused.layer, refused.size, shape


def _of_a_model(evidence: Evidence) -> tuple[str, int, Sequence[int | None]] | None:
    """A functional model, which knows how many numbers an example has."""
    shapes = refused_sizes(evidence)
    if shapes is None or not 2 <= len(shapes.given) <= _AXES or of_tokens(evidence, shapes):
        return None
    wanted = shapes.wanted[-1]
    return ("the model", wanted, shapes.given) if wanted and wanted != shapes.given[-1] else None


def _multiplied(evidence: Evidence) -> tuple[str, int, Sequence[int | None]] | None:
    """Inside a model; matrices that the learner multiplies are another matter."""
    inside = any(call.error for call in evidence.calls if call.model)
    inside = inside or any(not fit.finished for fit in evidence.fits)
    found = _MATRICES.search(evidence.error.message) if evidence.error and inside else None
    if found is None:
        return None
    return "a Dense layer", int(found["wanted"]), [int(found["rows"]), int(found["given"])]


def _stepped(evidence: Evidence) -> tuple[str, int, Sequence[int | None]] | None:
    """A recurrent layer and the rows (steps, features) that ``fit`` was given for it."""
    found = _CELL.search(evidence.error.message) if evidence.error else None
    if found is None or refused_state(evidence) is not None:
        return None
    given = next((fit.train.part("0") for fit in evidence.fits if not fit.finished), None)
    steps = given.shape[1] if given is not None and len(given.shape) == _AXES else None
    return _KINDS[found["cell"]], int(found["wanted"]), [None, steps, int(found["given"])]
