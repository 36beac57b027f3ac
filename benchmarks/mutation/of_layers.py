"""Slips in the layers of a network."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from etude.diagnoses.source import last_name
from mutation.code import Change, Code
from mutation.literals import whole_number, word
from mutation.stacks import (
    WITH_UNITS,
    activation_of,
    hidden_layers,
    last_layers,
    stacks,
    units_of,
)

_ACTIVATIONS = ("relu", "sigmoid", "softmax")
_NEARLY_ALL = "0.99"
_RECURRENT = ("LSTM", "GRU", "SimpleRNN")


def last_activation(code: Code) -> Iterator[Change]:
    """Another activation of the last layer, one where it has none, or none."""
    for layer in last_layers(code):
        yield from _other_activations(code, layer, one_of_contract=True)


def hidden_activation(code: Code) -> Iterator[Change]:
    """Another activation of a layer inside, or none."""
    for layer in hidden_layers(code):
        if activation_of(layer) is not None:
            yield from _other_activations(code, layer, one_of_contract=False)


def last_units(code: Code) -> Iterator[Change]:
    """One unit more in the last layer, one less, or only one."""
    for layer in last_layers(code):
        given = units_of(layer)
        units = whole_number(given)
        if given is None or units is None:
            continue
        for number in sorted({units + 1, units - 1, 1} - {0, units}):
            edits = [code.put(given, str(number))]
            yield Change(edits=edits, piece=layer, one_of_contract=True)


def layer_left_out(code: Code) -> Iterator[Change]:
    """A list of layers without one of them, which is neither the input nor the last."""
    for stack in stacks(code):
        for layer, following in pairwise(stack):
            if not (isinstance(layer, ast.Call) and last_name(layer.func) == "Input"):
                edits = [code.without_element(layer, following)]
                yield Change(edits=edits, piece=code.statement_of(layer))


def layer_not_called(code: Code) -> Iterator[Change]:
    """``Dense(8)`` for ``Dense(8)(x)``."""
    for call in code.calls():
        if isinstance(call.func, ast.Call):
            edits = [code.cut_after(call.func, until=call)]
            yield Change(edits=edits, piece=call, handed_on=True)


def return_sequences(code: Code) -> Iterator[Change]:
    """A recurrent layer gives every step instead of the last one, or the last instead of all."""
    for layer in code.calls(*_RECURRENT):
        given = _keyword(layer, "return_sequences")
        if given is None:
            edit = code.with_argument(layer, "return_sequences=True")
        else:
            edit = code.without_argument(layer, given)
        yield Change(edits=[edit], piece=layer, handed_on=True)


def input_shape(code: Code) -> Iterator[Change]:
    """The sizes of an input in another order, or one axis less."""
    for shape in _input_shapes(code):
        sizes = [code.text_of(size) for size in shape.elts]
        if len(sizes) > 1:
            others = [[sizes[1], sizes[0], *sizes[2:]], sizes[:-1]]
            for other in others:
                new = f"({', '.join(other)},)"
                yield Change(edits=[code.put(shape, new)], piece=shape, handed_on=True)


def dropout_rate(code: Code) -> Iterator[Change]:
    """Nearly all is dropped."""
    for layer in code.calls("Dropout", "SpatialDropout1D", "SpatialDropout2D"):
        if layer.args:
            yield Change(edits=[code.put(layer.args[0], _NEARLY_ALL)], piece=layer)


def initial_zeros(code: Code) -> Iterator[Change]:
    """A layer inside begins with weights that are all zero."""
    for layer in hidden_layers(code):
        if last_name(layer.func) in WITH_UNITS[:-3]:
            edits = [code.with_argument(layer, 'kernel_initializer="zeros"')]
            yield Change(edits=edits, piece=layer)


def trainable(code: Code) -> Iterator[Change]:
    """What was frozen is not, and what was not is."""
    for statement in code.statements:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            target, value = statement.targets[0], statement.value.value
            if isinstance(target, ast.Attribute) and target.attr == "trainable":
                edits = [code.put(statement.value, str(not value))]
                yield Change(edits=edits, piece=statement)


def _other_activations(code: Code, layer: ast.Call, *, one_of_contract: bool) -> Iterator[Change]:
    given = activation_of(layer)
    if given is None:
        if last_name(layer.func) not in WITH_UNITS:
            return
        edits = [code.with_argument(layer, f'activation="{name}"') for name in _ACTIVATIONS]
    else:
        others = [name for name in _ACTIVATIONS if name != word(given)]
        edits = [code.put(given, f'"{name}"') for name in others]
        if word(given) != "linear":
            edits.append(code.put(given, "None"))
    for edit in edits:
        yield Change(edits=[edit], piece=layer, one_of_contract=one_of_contract)


def _input_shapes(code: Code) -> Iterator[ast.Tuple]:
    for call in code.calls("Input", "InputLayer"):
        if call.args and isinstance(call.args[0], ast.Tuple):
            yield call.args[0]
    for call in code.calls():
        for name in ("shape", "input_shape"):
            shape = _argument(call, name)
            if isinstance(shape, ast.Tuple):
                yield shape


def _argument(call: ast.Call, name: str) -> ast.expr | None:
    keyword = _keyword(call, name)
    return keyword.value if keyword else None


def _keyword(call: ast.Call, name: str) -> ast.keyword | None:
    return next((one for one in call.keywords if one.arg == name), None)
