"""
A loss of one's own subtracts labels of shape (n,) from outputs of shape (n, 1).

## Why it hurts
The difference of (n,) and (n, 1) is a table of n rows and n columns: every output is compared with every
label. Its mean is a plausible number that falls during training, but the best the model can do against it is
to answer the mean of all labels. Keras's own losses bring the two into line; a difference written by hand, the
`call` of a `Loss` subclass and a loss function that reshapes one of the two do not.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    targets = 2 * inputs[:, 0]
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(3):
        with tf.GradientTape() as tape:
            outputs = model(inputs, training=True)
            loss = tf.reduce_mean((targets - outputs) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    targets = 2 * inputs[:, 0]
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(3):
        with tf.GradientTape() as tape:
            outputs = tf.squeeze(model(inputs, training=True), axis=-1)
            loss = tf.reduce_mean((targets - outputs) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.places import class_around, function_around
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-2", "model-7")
GUIDE = "TensorFlow guide: Introduction to tensors (broadcasting)"
EXPLAINS = NOTHING_LEARNED

_TABLE = 2  # axes
_ARRANGES = ("squeeze", "reshape", "flatten", "ravel", "expand_dims")
_MEANS = ("reduce_mean", "ops.mean")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("broadcast"):
        certain = call.arguments["of_output"] or _in_loss(evidence, call)
        if certain or _is_averaged(evidence.source, call.line):
            left, right = (_shape(call.arguments[side]) for side in ("left", "right"))
            return Finding(
                line=call.line,
                evidence=f"line {call.line} subtracts {right} from {left}, which compares every output "
                "with every label",
                change="give both the same shape first: labels[:, None], or tf.squeeze(outputs, axis=-1)",
            )
    return _one_hot_of_a_column(evidence)


def _one_hot_of_a_column(evidence: Evidence) -> Finding | None:
    """Class numbers (n, 1) become (n, 1, classes), which meets outputs (n, classes) as (n, n, classes)."""
    if not any(_learns_from_a_column(fit) for fit in evidence.fits):
        return None
    for function in loss_functions(evidence.source):
        labels = next((one.arg for one in function.args.args if one.arg != "self"), "")
        body = [node for statement in function.body for node in ast.walk(statement)]
        if any(isinstance(n, ast.Subscript) or _last(n) in _ARRANGES for n in body):
            continue
        for call in (n for n in body if isinstance(n, ast.Call) and _last(n) == "one_hot"):
            if call.args and labels in names_in(call.args[0]):
                return Finding(
                    line=call.lineno,
                    about=function.name,
                    evidence=f"fit hands {function.name} labels of shape (n, 1), of which {ast.unparse(call)} makes (n, 1, classes): beside "
                    "outputs (n, classes) every output is compared with every label",
                    change=f"take that axis out first: tf.squeeze({labels}, axis=-1); or give fit labels of shape (n,): y[:, 0]",
                )
    return None


def _learns_from_a_column(fit: Fit) -> bool:
    """Whether the labels have an axis of one, and the outputs a place for each class."""
    labels, outputs = fit.train.part("1"), [list(one.shape or []) for one in fit.model.outputs]
    column = labels is not None and list(labels.shape)[1:] == [1]
    return column and len(outputs) == 1 and len(outputs[0]) == _TABLE and (outputs[0][1] or 0) > 1


def _last(node: ast.AST) -> str:
    return last_name(node.func) if isinstance(node, ast.Call) else ""


def _is_averaged(source: Source, line: int) -> bool:
    """Whether two different things are subtracted there, and the mean of all differences is taken.

    Of one thing with itself, every pair is meant.
    """
    for node in source.nodes:
        if isinstance(node, ast.Call) and dotted_name(node.func).endswith(_MEANS):
            for inner in ast.walk(node) if node.lineno <= line <= (node.end_lineno or 0) else ():
                if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Sub):
                    sides = [names_in(inner.left), names_in(inner.right)]
                    return all(sides) and not sides[0] & sides[1]
    return False


def _in_loss(evidence: Evidence, call: Call) -> bool:
    """Whether the line stands in a function that was compiled, or in ``call`` of a ``Loss``."""
    function = function_around(evidence.source, call.line)
    if function is None:
        return False
    definition = class_around(evidence.source, call.line)
    if definition is None:
        return function.name in _compiled(evidence)
    return function.name == "call" and any(_is_loss(base) for base in definition.bases)


def _compiled(evidence: Evidence) -> set[str]:
    """Names of the losses that models were compiled with."""
    models = (*evidence.models, *(fit.model for fit in evidence.fits))
    return {loss.name for model in models if model.compiled for loss in model.compiled.losses}


def _is_loss(base: ast.expr) -> bool:
    return dotted_name(base).endswith("Loss")


def _shape(shape: object) -> str:
    sizes = list(shape) if isinstance(shape, list | tuple) else []
    shown = ["n" if size is None else str(size) for size in sizes]
    return f"({shown[0]},)" if len(shown) == 1 else f"({', '.join(shown)})"
