"""
An index asks for a place past the end of a list, an array, a table or a tensor.

## Why it hurts
Places are counted from 0, so the last of 64 is number 63, and of a shape with two sizes the second is `shape[1]`. An index past
the end is often a count that began with 1, a number from another list, one row fewer than thought (after `dropna`, a split or
the last batch), or class numbers and ids that have more values than the table that they pick from has rows.

## Example
    import numpy as np

    pictures = np.zeros((64, 28, 28))
    chosen = [3, 17, 64]
    for number in chosen:
        print(pictures[number].mean())

## Instead
    import numpy as np

    pictures = np.zeros((64, 28, 28))
    chosen = [3, 17, 63]
    for number in chosen:
        print(pictures[number].mean())
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.operands import only
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, last_name, spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "data-2")
GUIDE = "NumPy user guide: Indexing on ndarrays"
EXPLAINS = ()

_OF_ARRAY = re.compile(
    r"index (?P<index>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)"
)
_PICKED = re.compile(r"indices(?:\[[\d,]*\])? = (?P<index>-?\d+) is not in \[0, (?P<size>\d+)\)")
_OF_TENSOR = re.compile(r"slice index (?P<index>-?\d+) of dimension (?P<axis>\d+) out of bounds")
_POINTED = re.compile(
    r"indices(?:\[[\d,]*\])? = \[(?P<place>[\d, -]+)\] does not index into (?:param )?shape \[(?P<shape>[\d,]+)\]"
)
_OF_LIST = re.compile(r"(?P<kind>list|tuple|string) index out of range")
_OF_TABLE = re.compile(r"positional indexers? (?:is|are) out-of-bounds")
_ONE_ARRAY = "1 of ndarray"  # how the value of such a list is told
_PICKS = ("gather", "take", "embedding_lookup", "gather_nd")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if found := _PICKED.search(error.message):
        return _picked(error, found) if _picks(evidence.source, error.line) else None
    if found := _POINTED.search(error.message):
        return _pointed(error, found)
    if not any(spans(one, error.line) for one in evidence.source.all(ast.Subscript)):
        return None
    if found := _OF_ARRAY.search(error.message):
        return _of_array(error, found) if not error.raised_by else None
    return _without_size(evidence.source, error)


def _picks(source: Source, line: int) -> bool:
    """In a layer of Keras the ids themselves are at fault, which is told elsewhere."""
    names = (last_name(call.func) for call in calls_around(source, line))
    return any(name in _PICKS for name in names)


def _picked(error: Error, found: re.Match[str]) -> Finding:
    size, index = int(found["size"]), int(found["index"])
    return Finding(
        line=error.line,
        evidence=f"row {index} is picked from {size} rows, 0 to {size - 1}",
        change=f"bring the numbers to 0 to {size - 1}, such as by taking 1 from those that begin with 1; or make the table longer",
    )


def _pointed(error: Error, found: re.Match[str]) -> Finding:
    """gather_nd and scatter_nd name a place by a number for each axis."""
    place = [int(one) for one in found["place"].split(",")]
    shape = [int(one) for one in found["shape"].split(",")]
    both = list(enumerate(zip(place, shape, strict=False)))
    axis, (index, size) = next(
        (one for one in both if not 0 <= one[1][0] < one[1][1]), (0, (place[0], shape[0]))
    )
    name = only(error, lambda one: list(one.shape or ()) == shape)
    return Finding(
        line=error.line,
        evidence=f"place {tuple(place)} is asked for in {name or 'a tensor'} of the shape {tuple(shape)}: on axis {axis} there are "
        f"{size} places, 0 to {size - 1}",
        change=f"count from 0, so that the numbers for axis {axis} end at {size - 1}: {index} comes from numbers that begin with 1, or "
        "from something longer",
    )


def _of_array(error: Error, found: re.Match[str]) -> Finding:
    index, axis, size = (int(found[part]) for part in ("index", "axis", "size"))
    name = only(error, lambda one: bool(one.shape) and (one.shape or ())[axis:][:1] == [size])
    return Finding(
        line=error.line,
        evidence=f"place {index} is asked for on axis {axis} of {name or 'an array'}, which has {_places(size)}",
        change=_counted_from_zero(index, size),
    )


def _places(size: int) -> str:
    return f"{size} places, 0 to {size - 1}" if size else "no place at all: nothing is in it"


def _counted_from_zero(index: int, size: int) -> str:
    if size == 0:
        return "look at what was to fill it: a filter that lets nothing through, an empty folder, a split of nothing"
    if index == size:
        return f"count from 0: the last one is {size - 1}, or -1; a loop ends with range({size})"
    return f"look at where {index} comes from: a list of another length, or rows that were dropped before"


def _without_size(source: Source, error: Error) -> Finding | None:
    """Where only the kind of thing is said."""
    of_list = _OF_LIST.search(error.message) if not error.raised_by else None
    if of_list is None and not _OF_TENSOR.search(error.message):
        return _of_table(error) if _OF_TABLE.search(error.message) else None
    shaped = only(error, lambda one: one.shape is not None)
    if of_list is not None and shaped and ".shape" in source.line_text(error.line):
        axes = next(len(one.shape or ()) for one in error.operands if one.name == shaped)
        seen = f"{shaped} has {axes} axes, so its shape has the places 0 to {axes - 1}"
        return Finding(
            line=error.line,
            evidence=seen,
            change="shape[-1] is the last size; or give it the axis that is missing first",
        )
    if of_list is not None and (lone := _lone_prediction(source, error)):
        return Finding(
            line=error.line,
            evidence=f"{lone} is a list that holds one array: a model that was made with outputs=[...] hands a list to the "
            f"model around it, and predict of that gives a list",
            change=f"{lone}[0] is the array; or make both models with their output alone, without the brackets",
        )
    held = "; ".join(f"{one.name} is {one.value}" for one in error.operands if one.value)
    kind = of_list["kind"] if of_list else "tensor"
    return Finding(
        line=error.line,
        evidence=f"a place past the end of a {kind} is asked for{': ' + held if held else ''}",
        change="count from 0 to one less than len(...), or print len(...) before this line: it is shorter than thought",
    )


def _lone_prediction(source: Source, error: Error) -> str:
    """The name of a list with a single array that ``predict`` gave; "" without one."""
    for one in error.operands:
        made = value_of(source, one.name, before=error.line)
        predicted = isinstance(made, ast.Call) and last_name(made.func) == "predict"
        if predicted and one.type == "list" and one.value.startswith(_ONE_ARRAY):
            return one.name
    return ""


def _of_table(error: Error) -> Finding:
    name = only(error, lambda one: one.type in ("DataFrame", "Series"))
    shape = next((one.shape for one in error.operands if one.name == name), None)
    has = f"{name} has the shape {tuple(shape)}" if shape is not None else "the table is shorter"
    return Finding(
        line=error.line,
        evidence=f"iloc asks for a place that is not there: {has}",
        change="iloc counts rows and columns from 0, whatever their labels are; columns that pop or drop has taken away do not count",
    )
