"""
A layer is given its tensors in another way than it takes them: one by one in place of a list, or the other way round.

## Why it hurts
Layers that merge (`Concatenate`, `Add`, `Attention`) take one list of tensors. `MultiHeadAttention`, and a layer of one's own
whose `call` has several parameters, take them one by one. And a tensor never goes into the first pair of brackets, which
makes the layer: `Dense(16, x)` takes x for the activation.

## Example
    import keras
    from keras import layers

    left, right = keras.Input((8,)), keras.Input((5,))
    merged = layers.Concatenate()(left, right)
    model = keras.Model([left, right], layers.Dense(1)(merged))

## Instead
    import keras
    from keras import layers

    left, right = keras.Input((8,)), keras.Input((5,))
    merged = layers.Concatenate()([left, right])
    model = keras.Model([left, right], layers.Dense(1)(merged))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "model-4", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ("argument_left_out", "symbolic_tensor_has_no_values", "too_many_by_place")

_WANTS_A_LIST = re.compile(
    r"too many positional arguments|positional arguments? but \d+ were given|called on a list of"
)
_ONE_IS_NOT_ENOUGH = re.compile(r"(?:(?:should|must) be called on a list of|called on exactly 2)")
_TAKES_ONE = re.compile(r"expects 1 input\(s\), but it received [2-9]\d* input tensors")
_TAKEN_FOR_TRAINING = re.compile(r"\.call\(\) got multiple values for argument 'training'")
_EXACTLY_TWO = re.compile(r"called on exactly 2 inputs")
_WANTS_ANOTHER = re.compile(r"missing a required argument: '(?P<name>\w+)'")
_TAKEN_FOR_A_SETTING = re.compile(r"Could not interpret (?P<setting>\w+).*identifier: <KerasTensor")
# Layers, and the functions of Keras that are named like them.
_MERGING = frozenset(
    "add additiveattention attention average concatenate dot maximum minimum multiply subtract".split()
)
_PAIR = 2
_TYPES = ("TypeError", "ValueError", "NotImplementedError")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in _TYPES:
        return None
    for call in calls_around(evidence.source, error.line):
        seen = (
            _one_by_one(evidence.source, call, error.message)
            or _no_list(evidence.source, call, error.message)
            or _too_few(evidence.source, call, error.message)
            or _several_for_one(evidence.source, call, error.message)
            or _too_many(evidence.source, call, error.message)
            or _while_making(evidence.source, call, error.message)
        )
        if seen is not None:
            return Finding(line=call_line(call), evidence=seen[0], change=seen[1])
    return None


def _one_by_one(source: Source, call: ast.Call, message: str) -> tuple[str, str] | None:
    """Several tensors where one list is wanted."""
    name = _layer(source, call) or last_name(call.func)
    own = {function.name for function in source.functions()}
    if len(call.args) < _PAIR or name.lower() not in _MERGING or name in own:
        return None
    if not _WANTS_A_LIST.search(message):
        return None
    tensors = ", ".join(ast.unparse(argument) for argument in call.args)
    made = name if name.islower() else f"{name}()"
    return (
        f"{name} is given {tensors} one by one, and takes one list",
        f"{made}([{tensors}])",
    )


def _no_list(source: Source, call: ast.Call, message: str) -> tuple[str, str] | None:
    """One tensor where a list of several is wanted."""
    name = _layer(source, call)
    if len(call.args) != 1 or name.lower() not in _MERGING:
        return None
    if isinstance(call.args[0], ast.List) or not _ONE_IS_NOT_ENOUGH.search(message):
        return None
    tensor = ast.unparse(call.args[0])
    if "Attention" in name:
        return (
            f"{name} is given {tensor} alone, and takes a list: what asks, and what is looked at",
            f"{name}()([{tensor}, {tensor}]) when a sequence attends to itself",
        )
    return (
        f"{name} is given {tensor} alone, and takes a list of the tensors that it joins",
        f"{name}()([{tensor}, ...]) with the other one in the list",
    )


def _too_few(source: Source, call: ast.Call, message: str) -> tuple[str, str] | None:
    """A list, or one tensor, where several are wanted."""
    wanted = _WANTS_ANOTHER.search(message)
    name = _layer(source, call)
    if wanted is None or not name or len(call.args) != 1:
        return None
    given = call.args[0]
    if isinstance(given, ast.List | ast.Tuple) and len(given.elts) >= _PAIR:
        tensors = ", ".join(ast.unparse(one) for one in given.elts)
        return (
            f"{name} is given one list, {ast.unparse(given)}, and takes its tensors one by one",
            f"{name}(...)({tensors})",
        )
    tensor = ast.unparse(given)
    return (
        f"{name} is given {tensor} alone, and takes {wanted['name']} as well",
        f"{name}(...)({tensor}, {tensor}) when a sequence attends to itself"
        if name == "MultiHeadAttention"
        else f"{name}(...)({tensor}, {wanted['name']})",
    )


def _several_for_one(source: Source, call: ast.Call, message: str) -> tuple[str, str] | None:
    """Several tensors, in a list or not, for a layer that takes one."""
    name = _layer(source, call) or ast.unparse(call.func)
    if _TAKEN_FOR_TRAINING.search(message) and len(call.args) >= _PAIR:
        tensors = f"[{', '.join(map(ast.unparse, call.args))}]"
        told = f"{name} is given {tensors[1:-1]}, and takes one tensor"
        return told, f"join them first: keras.layers.Concatenate()({tensors})"
    given = call.args[0] if len(call.args) == 1 else None
    if not _TAKES_ONE.search(message) or not isinstance(given, ast.List) or len(given.elts) < _PAIR:
        return None
    tensors = ast.unparse(given)
    told = f"{name} is given the list {tensors}, and takes one tensor"
    return told, f"join them first: keras.layers.Concatenate()({tensors})"


def _too_many(source: Source, call: ast.Call, message: str) -> tuple[str, str] | None:
    """Three tensors for a layer that sets two against each other."""
    given = call.args[0] if len(call.args) == 1 else None
    if (
        not _EXACTLY_TWO.search(message)
        or not isinstance(given, ast.List)
        or len(given.elts) <= _PAIR
    ):
        return None
    name = _layer(source, call)
    tensors = [ast.unparse(one) for one in given.elts]
    sign = {"Subtract": " - ", "Dot": " @ "}.get(name, ", ")
    return (
        f"{name} is given {len(tensors)} tensors, and takes two",
        f"two at a time: {sign.join(tensors)}",
    )


def _while_making(source: Source, call: ast.Call, message: str) -> tuple[str, str] | None:
    """A tensor among the arguments that make the layer."""
    if (alone := _made_of_a_tensor(source, call)) is not None:
        return alone
    taken = _TAKEN_FOR_A_SETTING.search(message)
    name = last_name(call.func)
    if taken is None or not name[:1].isupper() or len(call.args) < _PAIR:
        return None
    tensor = ast.unparse(call.args[-1])
    settings = ", ".join(ast.unparse(argument) for argument in call.args[:-1])
    return (
        f"{tensor} stands in the brackets that make the {name}, which takes it for the {taken['setting']}",
        f"{name}({settings})({tensor})",
    )


def _made_of_a_tensor(source: Source, call: ast.Call) -> tuple[str, str] | None:
    """``Flatten(x)``, which makes a layer with x for a setting."""
    layer = full_name(source, call.func)
    if ".layers." not in layer or len(call.args) != 1 or not isinstance(call.args[0], ast.Name):
        return None
    tensor = call.args[0].id
    value = value_of(source, tensor, before=call.lineno)
    given = isinstance(value, ast.Call) and (
        isinstance(value.func, ast.Call) or dotted_name(value.func).endswith("Input")
    )
    if not given:
        return None
    name = ast.unparse(call.func)
    return (
        f"{tensor} stands in the brackets that make the {name}, which takes it for a setting",
        f"{name}()({tensor})",
    )


def _layer(source: Source, call: ast.Call) -> str:
    """The class of the layer that is called: of ``Add()(x)``, or of a name that was given one; else ""."""
    made: ast.AST | None = call.func
    if isinstance(made, ast.Name):
        made = value_of(source, made.id, before=call.lineno)
    if not isinstance(made, ast.Call):
        return ""
    name = last_name(made.func)
    return name if name[:1].isupper() else ""
