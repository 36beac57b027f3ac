"""
A value is given where a function is wanted that computes it.

## Why it hurts
`map`, `filter`, `Lambda`, `tf.cond` and the like call what they are given, once for each element or only when it is its turn.
`x * 2` is computed at once, before any element is there; a list has been made already. `lambda x: x * 2` is the function that does
it later on.

## Example
    import tensorflow as tf

    numbers = tf.data.Dataset.from_generator([1, 2, 3], output_signature=tf.TensorSpec((), tf.int32))

## Instead
    import tensorflow as tf

    numbers = tf.data.Dataset.from_generator(lambda: iter([1, 2, 3]), output_signature=tf.TensorSpec((), tf.int32))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, names_in, value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "model-3", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ()

_SAID = re.compile(
    r"must be (?:a )?(?:Python )?callable|unsupported callable|'\w+' object is not callable"
    r"|is not a callable object|object has no attribute '__name__'"
)
_RAISED_BY = ("keras.", "tensorflow.", "inspect.", "pandas.")
_BY_NAME = 99  # a place where nothing ever stands: nobody gives it without its name
# What calls a function -> under which names and at which places it is given.
_CALLS = {
    "from_generator": {"generator": 0},
    "map": {"map_func": 0},
    "flat_map": {"map_func": 0},
    "interleave": {"map_func": 0},
    "filter": {"predicate": 0},
    "Lambda": {"function": 0},
    "apply": {"func": 0},
    "cond": {"true_fn": 1, "false_fn": 2},
    "map_fn": {"fn": 0},
    "vectorized_map": {"fn": 0},
    "while_loop": {"cond": 0, "body": 1},
    "LambdaCallback": {
        name: _BY_NAME
        for part in ("epoch", "train", "train_batch")
        for name in (f"on_{part}_begin", f"on_{part}_end")
    },
}
_FUNCTIONS = re.compile(r"function|method|partial|type|Function|ABCMeta", re.IGNORECASE)
_WITHOUT_ARGUMENTS = ("cond",)
_HOOKS = {"LambdaCallback": "lambda epoch, logs: print(epoch)"}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _SAID.search(error.message):
        return None
    if not error.raised_by.startswith(_RAISED_BY):
        return None
    for call in reversed(calls_around(evidence.source, error.line)):
        taker = last_name(call.func)
        for node in _given(call, _CALLS.get(taker, {})):
            if _is_value(evidence.source, error, node):
                return _finding(taker, node)
    return None


def _given(call: ast.Call, places: dict[str, int]) -> Iterator[ast.expr]:
    """What stands where a function belongs."""
    for name, place in places.items():
        yield from (one.value for one in call.keywords if one.arg == name)
        yield from call.args[place : place + 1]


def _is_value(source: Source, error: Error, node: ast.expr) -> bool:
    """Surely no function: a literal, the result of a computation, or a name that held a value."""
    if function_of(source, node) is not None:
        return False
    if not isinstance(constant(node), ast.AST):
        return constant(node) is not None
    if isinstance(node, ast.BinOp | ast.Compare | ast.List | ast.Tuple | ast.ListComp):
        return True
    held = next((one.type for one in error.operands if one.name == ast.unparse(node)), "")
    if held:
        return not _FUNCTIONS.search(held) and held != "NoneType"
    made = value_of(source, node.id, before=node.lineno) if isinstance(node, ast.Name) else None
    return made is not None and _is_value(source, error, made)


def _finding(taker: str, node: ast.expr) -> Finding:
    text = ast.unparse(node)
    return Finding(
        line=node.lineno,
        about=taker,
        evidence=f"{taker} is given {text}, which is a value, and calls it like a function",
        change=_change(taker, node, text),
    )


def _change(taker: str, node: ast.expr, text: str) -> str:
    if taker in _HOOKS:
        return f"a function of what the hook is told: {_HOOKS[taker]}"
    if taker == "from_generator":
        return (
            f"from_generator(lambda: iter({text}), ...), a function that begins anew for every epoch; arrays go without a "
            "generator: tf.data.Dataset.from_tensor_slices((x, y))"
        )
    if taker == "apply":
        return f"without apply, {text} works on the whole column at once; apply(lambda value: ...) takes its values one by one"
    if taker in _WITHOUT_ARGUMENTS:
        return f"{taker} calls one of the two: lambda: {text}"
    return f"{taker}({_lambda(node, text)}){_parts(taker)}"


def _lambda(node: ast.expr, text: str) -> str:
    """The same as a function of what comes in."""
    names = sorted(names_in(node) - {"tf", "np", "keras", "ops", "layers"})
    if isinstance(node, ast.Name) or len(names) > 1:
        return "lambda x: ..."
    if not names:
        number = isinstance(constant(node), int | float) and not isinstance(constant(node), bool)
        return f"lambda x: x * {text}" if number else "lambda x: ..."
    return f"lambda {names[0]}: {text}"


def _parts(taker: str) -> str:
    if taker in ("map", "filter", "flat_map", "interleave"):
        return ", with a name for each part of an element: lambda x, y: ... of inputs and labels"
    return ", which is called with what comes in"
