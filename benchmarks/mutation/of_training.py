"""Slips in ``compile``, in ``fit`` and in what they are given."""

import ast
from collections.abc import Iterator

from etude.diagnoses.source import last_name
from mutation.code import Change, Code, Edit
from mutation.literals import fraction, whole_number, word
from mutation.stacks import losses, trainings

#: What somebody may have taken instead, in snake case and as a class.
_NEIGHBOURS = {
    "sparse_categorical_crossentropy": ("categorical_crossentropy", "binary_crossentropy", "mse"),
    "categorical_crossentropy": ("sparse_categorical_crossentropy", "binary_crossentropy"),
    "binary_crossentropy": ("categorical_crossentropy", "sparse_categorical_crossentropy", "mse"),
    "mse": ("binary_crossentropy", "categorical_crossentropy"),
    "mean_squared_error": ("binary_crossentropy", "categorical_crossentropy"),
    "mae": ("binary_crossentropy",),
    "SparseCategoricalCrossentropy": ("CategoricalCrossentropy", "BinaryCrossentropy"),
    "CategoricalCrossentropy": ("SparseCategoricalCrossentropy", "BinaryCrossentropy"),
    "BinaryCrossentropy": ("CategoricalCrossentropy", "SparseCategoricalCrossentropy"),
    "MeanSquaredError": ("BinaryCrossentropy",),
}
_OTHER_METRICS = {
    "accuracy": ("categorical_accuracy", "sparse_categorical_accuracy", "binary_accuracy", "mae"),
    "mae": ("accuracy",),
}
_OPTIMIZERS = ("Adam", "AdamW", "Nadam", "SGD", "RMSprop", "Adagrad", "Adamax")
_OF_LOGITS = "from_logits"
_LEAST_EPOCHS = 3


def loss(code: Code) -> Iterator[Change]:
    """The loss for another kind of answers."""
    for given in losses(code):
        for node in ast.walk(given):
            for other in _NEIGHBOURS.get(_word(node), ()):
                yield Change(edits=[_say(code, node, other)], piece=given, one_of_contract=True)


def from_logits(code: Code) -> Iterator[Change]:
    """A loss that takes logits for probabilities, or the other way round."""
    for call in code.calls(*(name for name in _NEIGHBOURS if name.endswith("Crossentropy"))):
        given = next((one for one in call.keywords if one.arg == _OF_LOGITS), None)
        edit = (
            code.without_argument(call, given)
            if given
            else code.with_argument(call, f"{_OF_LOGITS}=True")
        )
        yield Change(edits=[edit], piece=call, handed_on=True, one_of_contract=True)


def learning_rate(code: Code) -> Iterator[Change]:
    """A hundred times the rate, or a thousandth of it."""
    for call in code.calls(*_OPTIMIZERS):
        named = [one.value for one in call.keywords if one.arg == "learning_rate"]
        for rate in [*named, *call.args[:1]]:
            number = fraction(rate)
            for other in (number * 100, number / 1000) if number is not None else ():
                edits = [code.put(rate, repr(float(f"{other:g}")))]
                yield Change(edits=edits, piece=call, handed_on=True)


def optimizer(code: Code) -> Iterator[Change]:
    """SGD in the place of Adam, with the rate that Adam had."""
    for call in code.calls("Adam"):
        if isinstance(call.func, ast.Attribute):
            new = code.text_of(call.func.value) + ".SGD"
            yield Change(edits=[code.put(call.func, new)], piece=call, handed_on=True)
    for call in code.calls("compile"):
        for node in (*call.args, *(one.value for one in call.keywords)):
            if word(node) == "adam":
                yield Change(edits=[code.put(node, '"sgd"')], piece=call)


def metric(code: Code) -> Iterator[Change]:
    """A metric for another kind of answers."""
    for keyword in _keywords(code, "metrics"):
        for node in ast.walk(keyword.value):
            for other in _OTHER_METRICS.get(_word(node), ()):
                yield Change(edits=[_say(code, node, other)], piece=node)


def epochs(code: Code) -> Iterator[Change]:
    """One epoch where there were several."""
    for keyword in _keywords(code, "epochs"):
        if (whole_number(keyword.value) or 0) >= _LEAST_EPOCHS:
            yield Change(edits=[code.put(keyword.value, "1")], piece=keyword.value)


def no_validation(code: Code) -> Iterator[Change]:
    """Training without the data that it was validated on."""
    for call in trainings(code):
        for keyword in call.keywords:
            if keyword.arg in ("validation_data", "validation_split"):
                yield Change(edits=[code.without_argument(call, keyword)], piece=call)


def not_shuffled(code: Code) -> Iterator[Change]:
    """``shuffle=False``."""
    for call in trainings(code):
        if not any(one.arg == "shuffle" for one in call.keywords):
            yield Change(edits=[code.with_argument(call, "shuffle=False")], piece=call)


def other_rows(code: Code) -> Iterator[Change]:
    """Targets in another order than their examples."""
    for call in trainings(code):
        if len(call.args) > 1 and isinstance(call.args[1], ast.Name | ast.Subscript):
            edits = [code.put_after(call.args[1], "[::-1]")]
            yield Change(edits=edits, piece=call)


def swapped(code: Code) -> Iterator[Change]:
    """Targets where the inputs belong, and inputs where the targets do."""
    for call in (*trainings(code), *code.calls("evaluate", "train_test_split")):
        if len(call.args) > 1:
            first, second = call.args[:2]
            edits = [code.put(first, code.text_of(second)), code.put(second, code.text_of(first))]
            yield Change(edits=edits, piece=call, handed_on=True)


def parts_swapped(code: Code) -> Iterator[Change]:
    """The inputs of one part of the data with the targets of another."""
    names = {node.id for node in code.nodes if isinstance(node, ast.Name)}
    for call in (*trainings(code), *code.calls("evaluate")):
        for node in call.args[:2]:
            other = _other_part(node, names) if len(call.args) > 1 else ""
            if other:
                yield Change(edits=[code.put(node, other)], piece=call)


def split_order(code: Code) -> Iterator[Change]:
    """The parts of a split given names in another order than they come."""
    for call in code.calls("train_test_split"):
        statement = code.statement_of(call)
        given = statement.targets[0] if isinstance(statement, ast.Assign) else None
        if isinstance(given, ast.Tuple) and len(given.elts) == 4:
            first, second, third, fourth = (code.text_of(name) for name in given.elts)
            edits = [code.put(given, f"{first}, {third}, {second}, {fourth}")]
            yield Change(edits=edits, piece=statement, handed_on=True)


def _keywords(code: Code, name: str) -> Iterator[ast.keyword]:
    for call in code.calls():
        yield from (one for one in call.keywords if one.arg == name)


def _word(node: ast.AST) -> str:
    """The text of a string, or the name of a class that is called."""
    return last_name(node.func) if isinstance(node, ast.Call) else word(node) or ""


def _say(code: Code, node: ast.AST, other: str) -> Edit:
    """Another string, or another class called in the same way."""
    if not isinstance(node, ast.Call):
        return code.put(node, f'"{other}"')
    owner = code.text_of(node.func).rpartition(".")[0]
    return code.put(node.func, f"{owner}.{other}" if owner else other)


def _other_part(node: ast.expr, names: set[str]) -> str:
    """ "x_test" of ``x_train`` and the other way round, where there is such a name."""
    if not isinstance(node, ast.Name):
        return ""
    for one, other in (("train", "test"), ("train", "val"), ("test", "train"), ("val", "train")):
        if one in node.id and node.id.replace(one, other) in names:
            return node.id.replace(one, other)
    return ""
