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

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.names import names_in
from etude.diagnoses.pipelines import LABEL_MODES
from etude.diagnoses.places import layer_line, size_line, told
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, ONE_HOT_LOSSES
from etude.domain.network import all_layers

SEVERITY = Severity.ERROR
SKILLS = ("model-6", "model-7", "data-5")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = ("targets_of_other_width",)


# In the words of Keras for a part that is judged.
_REFUSED = re.compile(
    r"target\.shape=\(\w+, (?P<columns>\d+)\), output\.shape=\(\w+, (?P<units>\d+)\)"
)


def match(evidence: Evidence) -> Finding | None:
    return _counted_in_a_part(evidence) or _trained(evidence)


def _counted_in_a_part(evidence: Evidence) -> Finding | None:
    """A part was encoded by itself, and its highest class is not the highest of all."""
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return None
    error, found = stopped
    for node in evidence.source.nodes:
        value = node.value if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.Assign) and isinstance(value, ast.Call) and _counts(value):
            named = names_in(*node.targets)
            asked = evidence.source.line_text(error.line)
            if any(re.search(rf"\b{name}\b", asked) for name in named):
                columns, units = int(found["columns"]), int(found["units"])
                return Finding(
                    line=value.lineno,
                    evidence=f"to_categorical makes as many columns as the highest class of this part asks for, "
                    f"from 0 on: {columns}, and the model gives {units} outputs",
                    change=_fewer(units) if columns < units else _more(columns, units),
                )
    return None


def _fewer(units: int) -> str:
    return f"say how many there are: to_categorical(..., num_classes={units})"


def _more(columns: int, units: int) -> str:
    """Classes that are numbered from 1 make a column of zeros for the class 0."""
    from_one = (
        ""
        if columns != units + 1
        else "if your classes begin with 1, subtract 1 from the labels first; else "
    )
    return f"{from_one}give the last layer {columns} units"


def _counts(call: ast.Call) -> bool:
    """``to_categorical(labels)``, which counts the classes itself."""
    whole = dotted_name(call.func).endswith("to_categorical")
    return whole and len(call.args) == 1 and not call.keywords


def _trained(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        rows = next((labels for labels in output.labels if _differs(labels, output)), None)
        if rows is not None and rows.shape is not None:
            columns = rows.shape[-1] or 0
            if _is_a_map(output, columns):
                return _laid_out(evidence, output, rows, columns)
            return Finding(
                line=size_line(evidence.source, output.model, output.head.layer),
                evidence=f"the labels given to {rows.role} have {columns} columns, and "
                f"{told(output.head.layer)} gives {output.head.units} outputs",
                change=_binary_mode(evidence.source, columns, output.head.units)
                or _one_of_many(output, columns)
                or _change(columns, output.head.units),
                about=output.model.name,
            )
    return None


def _binary_mode(source: Source, columns: int, units: int | None) -> str:
    """Two classes of folders that a single output is to tell apart, as readers do on request."""
    read = [(name, mode) for name, mode in LABEL_MODES.items() if source.calls(name)]
    if (columns, units) != (2, 1) or not read:
        return ""
    name, mode = read[0]
    return f'{mode}="binary" in {name}, for one output with sigmoid; or 2 units with softmax and labels as they are'


def _one_of_many(output: Output, columns: int) -> str:
    """The end of a yes-or-no question under rows that name one of several classes: loss and activation go with it."""
    given = output.fit.train.part("1") if output.fit else None
    sums = list(given.row_sums or ()) if given is not None else []
    if output.loss not in BINARY_LOSSES or output.head.units != 1 or sums != [1, 1]:
        return ""
    return (
        f"each row names one of {columns} classes: end in Dense({columns}) with softmax, and train "
        "with categorical_crossentropy"
    )


def _is_a_map(output: Output, columns: int) -> bool:
    """A convolution with a filter for each class, of which Flatten makes a number for every place."""
    layer = output.head.layer
    return layer is not None and layer.config.get("filters") == columns


def _laid_out(evidence: Evidence, output: Output, rows: Labels, columns: int) -> Finding:
    flatten = [layer for layer in all_layers(output.model) if layer.kind in ("Flatten", "Reshape")]
    last = flatten[-1] if flatten else output.head.layer
    return Finding(
        line=layer_line(evidence.source, output.model, last),
        evidence=f"{told(output.head.layer)} gives a map with {columns} values at each place, and flat "
        f"these are {output.head.units} outputs; the labels given to {rows.role} have {columns} columns",
        change=f"put GlobalAveragePooling2D() in the place of {last.kind if last else 'Flatten'}: it makes one value "
        "of each of these maps",
        about=output.model.name,
    )


def _change(columns: int, units: int | None) -> str:
    if units is not None and columns == units + 1:
        return _more(columns, units)
    if units is not None and columns > units > 1:
        return (
            f"give the last layer {columns} units if there are {columns} classes; if there are {units}, their numbers do "
            f"not go from 0 to {units - 1}: number them anew before they become rows, np.unique(labels, return_inverse=True)[1]"
        )
    return (
        f"give the last layer {columns} units if there are {columns} classes, else "
        f"make the labels {units} columns wide"
    )


def _differs(labels: Labels, output: Output) -> bool:
    """Rows of several columns, as many axes as the output, and another width."""
    units, shape, given = output.head.units, labels.shape, output.head.shape
    if output.loss not in ONE_HOT_LOSSES | BINARY_LOSSES or units is None or shape is None:
        return False
    if len(shape) < 2 or len(shape) != (len(given) if given else 2):
        return False
    return shape[-1] not in (None, 1, units) and not labels.has_fractions
