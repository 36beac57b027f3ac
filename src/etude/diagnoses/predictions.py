"""What a program makes of the predictions of a model."""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import value_of
from etude.diagnoses.source import Source, argument, dotted_name
from etude.domain.heads import Head, heads
from etude.domain.observations import Call

#: Scores of scikit-learn that compare labels with predictions, one by one.
SCORES = ("accuracy_score", "confusion_matrix", "classification_report", "f1_score")
_SAME_NUMBERS = ("reshape", "ravel", "flatten", "squeeze", "numpy", "copy")
_MOST_STEPS = 6
_MODULES = ("np", "numpy", "tf", "tf.math", "keras.ops", "ops", "tensorflow")


def argmaxes(source: Source) -> Iterator[tuple[ast.Call, ast.Call]]:
    """Calls of argmax, with the ``predict`` that their values come from."""
    for call in source.calls("argmax"):
        values = call.args[0] if call.args else None
        if isinstance(call.func, ast.Attribute) and is_method(call):
            values = call.func.value
        predicted = prediction(source, values, before=call.lineno)
        if predicted is not None:
            yield call, predicted


def axis_of(call: ast.Call) -> object:
    """The axis that an argmax is given, None without one."""
    return argument(call, "axis", 0 if is_method(call) else 1)


def is_method(call: ast.Call) -> bool:
    """``values.argmax(1)`` rather than ``np.argmax(values, 1)``."""
    function = call.func
    return isinstance(function, ast.Attribute) and dotted_name(function.value) not in _MODULES


def prediction(source: Source, node: ast.AST | None, *, before: int) -> ast.Call | None:
    """``model.predict(...)`` itself, or what a name was last assigned above a line."""
    if isinstance(node, ast.Name):
        values = [
            one.value
            for one in source.nodes
            if isinstance(one, ast.Assign)
            and one.lineno <= before
            and any(isinstance(t, ast.Name) and t.id == node.id for t in one.targets)
        ]
        node = max(values, key=lambda value: value.lineno, default=None)
    if isinstance(node, ast.Call) and dotted_name(node.func).endswith(".predict"):
        return node
    return None


def predicted_numbers(source: Source, node: ast.AST | None, *, before: int) -> ast.Call | None:
    """The ``predict`` whose numbers these are, one by one as they came, whatever their shape."""
    for _ in range(_MOST_STEPS):
        if isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Call) and _keeps_numbers(node):
            node = node.func.value  # type: ignore[attr-defined]
        elif isinstance(node, ast.Name):
            value = value_of(source, node.id, before=before)
            node, before = value, value.lineno if value is not None else before
        else:
            break
    return prediction(source, node, before=before)


def _keeps_numbers(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in _SAME_NUMBERS


def only_head(call: Call) -> Head | None:
    """The output of the model that predicts, when it has one of (batch, units)."""
    found = heads(call.model) if call.model else []
    return found[0] if len(found) == 1 and len(found[0].shape or (None, None)) == 2 else None


def is_one_example(call: Call) -> bool:
    """Whether the model was asked about a single example."""
    samples = call.data.sample if call.data else ()
    return bool(samples) and list(samples[0].shape)[:1] == [1]
