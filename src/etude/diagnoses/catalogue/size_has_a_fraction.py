"""
A size is the result of `/`, which gives a fraction even where the division comes out even.

## Why it hurts
In Python 3 `12 / 2` is 6.0. A shape, a number of units, a batch size and a number of steps must be whole, and what is refused
is told in many ways: "invalid dimension '6.0'", "expected a positive integer", "'float' object cannot be interpreted as an
integer". `//` divides and stays whole.

## Example
    import keras

    width = 12
    model = keras.Sequential([keras.Input((width,)), keras.layers.Dense(width / 2, activation="relu")])

## Instead
    import keras

    width = 12
    model = keras.Sequential([keras.Input((width,)), keras.layers.Dense(width // 2, activation="relu")])
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import origins
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, constant, dotted_name, last_name, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "model-2", "dev-3")
GUIDE = "Python tutorial: Numbers"
EXPLAINS = ("number_types_mixed", "setting_out_of_range", "stage_takes_a_number")

_REFUSED = re.compile(
    r"invalid (?:dimension|entry) '[\d.]+' of type '<class '(?:float|numpy\.float\d+)'>'"
    r"|(?:a positive integer\. Received|must be a positive integer).*\d\.\d"
    r"|[Ee]xpected an? (?:int\w*|integer value).*float"
    r"|'float' object cannot be interpreted as an integer"
    r"|Cannot convert \d+\.\d+ to EagerTensor of dtype int"
    r"|slice indices must be integers|Expected int32 passed to parameter|^only integers, slices"
)
# Functions whose results are floats, whole numbers or not.
_ROUNDED = ("ceil", "floor", "round", "sqrt", "rint", "float", "float32", "float64", "mean", "log2")
# What takes data first, which may well be divided, and sizes by name.
_DATA = ("x", "y", "validation_data")
_ON_DATA = ("fit", "evaluate", "predict", "compile")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _REFUSED.search(error.message):
        return None
    counted = next(_fractions(evidence.source, error.line), None)
    if counted is None:
        return _of_function(evidence.source, error.line)
    return Finding(
        line=counted.lineno,
        evidence=f"`{ast.unparse(counted)}` is a number with a fraction, and line {error.line} takes it for a size",
        change=f"divide without one: {ast.unparse(counted.left)} // {ast.unparse(counted.right)}"
        if isinstance(counted.op, ast.Div)
        else f"cut the fraction off: int({ast.unparse(counted)})",
    )


def _of_function(source: Source, line: int) -> Finding | None:
    """``np.ceil(n)`` gives whole numbers that are floats all the same."""
    for given in _sizes_in(source, line):
        for part in origins(source, given, before=line):
            name = dotted_name(part.func) if isinstance(part, ast.Call) else ""
            if isinstance(part, ast.Call) and name.rpartition(".")[2] in _ROUNDED:
                return Finding(
                    line=part.lineno,
                    evidence=f"`{ast.unparse(part)}` is a float, even where nothing stands behind the point, and line {line} takes it for a "
                    "size",
                    change=f"int({ast.unparse(part)})",
                )
    return None


def _fractions(source: Source, line: int) -> Iterator[ast.BinOp]:
    """Divisions, and shares of a number, behind the sizes that this line takes."""
    for given in _sizes_in(source, line):
        for part in origins(source, given, before=line):
            if isinstance(part, ast.BinOp) and (isinstance(part.op, ast.Div) or _is_share(part)):
                yield part


def _sizes_in(source: Source, line: int) -> Iterator[ast.expr]:
    """What calls on this line are given, and what stands in ``x[:n]`` and ``x[n]``."""
    for call in calls_around(source, line):
        yield from _sizes(call)
    yield from (one.slice for one in source.all(ast.Subscript) if spans(one, line))
    for place in source.all(ast.Slice):
        if spans(place, line):
            yield from (one for one in (place.lower, place.upper, place.step) if one is not None)


def _is_share(part: ast.BinOp) -> bool:
    """``len(x) * 0.8``."""
    factors = (constant(part.left), constant(part.right))
    return isinstance(part.op, ast.Mult) and any(isinstance(one, float) for one in factors)


def _sizes(call: ast.Call) -> list[ast.expr]:
    named = [keyword.value for keyword in call.keywords if keyword.arg not in _DATA]
    on_data = last_name(call.func) in _ON_DATA
    return named if on_data else [*call.args, *named]
