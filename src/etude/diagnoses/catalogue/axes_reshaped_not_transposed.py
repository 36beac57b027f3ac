"""
An array is reshaped where two of its axes should change places, which mixes up its values.

## Why it hurts
`reshape` keeps the order in which values lie in memory and cuts it anew. Of 5 sensors with 30 readings each it makes
30 rows of 5 neighbouring readings of one sensor: the shape is what the network expects, the rows are no longer
moments and the columns no longer sensors. Pictures that have their colours first, as in CIFAR's files and in PyTorch,
are torn to small grey ones. Only `transpose` turns an array.

## Example
    import keras
    import numpy as np

    sensors, steps = 3, 8
    readings = np.random.default_rng(0).normal(size=(40, sensors, steps)).astype("float32")
    inputs = readings.reshape(40, steps, sensors)

    model = keras.Sequential([keras.Input((steps, sensors)), keras.layers.GRU(4), keras.layers.Dense(1)])
    print(model.predict(inputs, verbose=0).shape)

## Instead
    import keras
    import numpy as np

    sensors, steps = 3, 8
    readings = np.random.default_rng(0).normal(size=(40, sensors, steps)).astype("float32")
    inputs = readings.transpose(0, 2, 1)

    model = keras.Sequential([keras.Input((steps, sensors)), keras.layers.GRU(4), keras.layers.Dense(1)])
    print(model.predict(inputs, verbose=0).shape)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.cifar_files import rows_taken_for_pixels
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, root, value_of
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, argument, call_line, constant, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("series-1", "image-2", "data-6", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors (manipulating shapes)"
EXPLAINS = NOTHING_LEARNED

_MODULES = ("np", "numpy", "tf", "tensorflow", "ops", "keras.ops", "K", "jnp")
_TURNING = (
    "transpose",
    "swapaxes",
    "moveaxis",
    "rollaxis",
    "permute",
    "Permute",
    "einsum",
    "rearrange",
)
_TURNED = ".T"
_ONE_ABOVE = ("array", "asarray", "stack", "vstack")
_FEWEST_AXES = 2
_COLOURS = 3
_SMALLEST = 8


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    found = _named(source) or _pictures(source) or _rows_of_cifar(evidence)
    return found or _sliding_windows(evidence) or _collected(evidence)


def _rows_of_cifar(evidence: Evidence) -> Finding | None:
    """What was read from CIFAR's files, when a network was trained on it."""
    learned = [fit.train.part("0") for fit in evidence.trainings]
    if not any(part is not None and tuple(part.shape[1:]) == (32, 32, 3) for part in learned):
        return None
    for call in rows_taken_for_pixels(evidence.source):
        array, _ = _reshaped(call)
        name = ast.unparse(array) if array is not None else "rows"
        return Finding(
            line=call_line(call),
            about=name,
            evidence="a row of CIFAR's files holds 1024 reds, then 1024 greens, then 1024 blues, and reshape to "
            "(32, 32, 3) makes one pixel of three neighbouring reds",
            change=f"{name}.reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)",
        )
    return None


def _collected(evidence: Evidence) -> Finding | None:
    """``windows.append([x, y, z])``, each a stretch of one sensor: the sensors stand before the steps."""
    source = evidence.source
    shapes = _of_sequences(evidence)
    for call in source.calls("reshape"):
        array, sizes = _reshaped(call)
        for appended, sensors in _appended(source, array) if len(sizes) == 3 else ():
            last = _number(source, sizes[2], call.lineno)
            if last == sensors and any(
                sensors == features != steps for _, steps, features in shapes
            ):
                return Finding(
                    line=call_line(call),
                    evidence=f"line {appended.lineno} collects {sensors} stretches at a time, so the array has the axes "
                    f"(windows, {sensors}, steps), and reshape makes ({', '.join(sizes)}) of them: {sensors} neighbouring "
                    "values of one sensor become one step",
                    change="turn the axes instead: np.asarray(windows).transpose(0, 2, 1)",
                )
    return None


def _appended(source: Source, array: ast.expr | None) -> Iterator[tuple[ast.Call, int]]:
    """What a list, that an array is made of, got appended: several stretches, and how many."""
    names = names_in(array) if array is not None else set()
    for name in list(names):
        made = value_of(source, name, before=array.lineno) if array is not None else None
        names |= names_in(made) if made is not None and not _is_turned(made) else set()
    if array is None or _is_turned(array):
        return
    for call in source.calls("append"):
        if len(call.args) == 1 and root(call.func) in names:
            parts = _side_by_side(call.args[0])
            if len(parts) > 1 and all(_is_stretch(source, part) for part in parts):
                yield call, len(parts)


def _side_by_side(node: ast.expr) -> Sequence[ast.expr]:
    """The parts of ``[x, y, z]``, also as an array of them."""
    if isinstance(node, ast.Call) and last_name(node.func) in _ONE_ABOVE:
        one_argument = len(node.args) == 1 and all(k.arg != "axis" for k in node.keywords)
        node = node.args[0] if one_argument else node
    return node.elts if isinstance(node, ast.List | ast.Tuple) else []


def _is_stretch(source: Source, node: ast.expr) -> bool:
    """``x[i : i + 80]``, or a name that was given such a stretch."""
    value = value_of(source, node.id, before=node.lineno) if isinstance(node, ast.Name) else node
    while isinstance(value, ast.Attribute | ast.Call):  # .values, .to_numpy()
        value = value.value if isinstance(value, ast.Attribute) else value.func
    return isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Slice)


def _number(source: Source, written: str, line: int) -> object:
    """A size that is written as a number, or as a name that was given one."""
    if written.isdigit():
        return int(written)
    value = assigned_value(source, written, before=line)
    return value.value if isinstance(value, ast.Constant) else None


def _is_turned(node: ast.expr) -> bool:
    return any(word in ast.unparse(node) for word in (*_TURNING, _TURNED))


def _sliding_windows(evidence: Evidence) -> Finding | None:
    """``sliding_window_view(table, size, axis=0)`` puts the steps last, behind the columns."""
    columns = {features for *_, features in _of_sequences(evidence)}
    for call in evidence.source.calls("reshape") if columns - {1} else ():
        array, sizes = _reshaped(call)
        views = list(_views(evidence.source, array, call.lineno))
        for view in views:
            window = ast.unparse(view.args[1])
            if len(sizes) == 3 and sizes[1] == window and sizes[2] not in ("1", "-1", window):
                return Finding(
                    line=call_line(call),
                    evidence=f"the windows of line {view.lineno} have the axes (windows, columns, steps), and "
                    f"reshape makes ({', '.join(sizes)}) of them: values of one column become those of another",
                    change=f"turn the axes instead: {ast.unparse(array or call)}.transpose(0, 2, 1)",
                    about=ast.unparse(array) if array is not None else "",
                )
    return None


def _of_sequences(evidence: Evidence) -> Sequence[Sequence[int]]:
    """Shapes (N, steps, features) of inputs that a model was trained with."""
    parts = [fit.train.part("0") for fit in evidence.trainings]
    return [part.shape for part in parts if part is not None and len(part.shape) == 3]


def _views(source: Source, array: ast.AST | None, line: int) -> Iterator[ast.Call]:
    """Calls that cut windows along the first axis, if that is what an array is."""
    while isinstance(array, ast.Subscript):
        array = array.value
    made = value_of(source, array.id, before=line) if isinstance(array, ast.Name) else array
    while isinstance(made, ast.Subscript):
        made = made.value
    cuts = isinstance(made, ast.Call) and dotted_name(made.func).endswith("sliding_window_view")
    if (
        isinstance(made, ast.Call)
        and cuts
        and len(made.args) > 1
        and argument(made, "axis", 2) == 0
    ):
        yield made


def _named(source: Source) -> Finding | None:
    """An array whose sizes are known where it is reshaped."""
    for call in source.calls("reshape"):
        array, sizes = _reshaped(call)
        if array is None or len(sizes) < _FEWEST_AXES:
            continue
        before = next(_turned(source, array, sizes, call.lineno), None)
        if before is not None:
            return Finding(
                line=call_line(call),
                evidence=f"{ast.unparse(array)} has the axes ({', '.join(before)}), and reshape makes "
                f"({', '.join(sizes)}) of them: the same sizes in another order",
                change=f"turn the axes instead: {ast.unparse(array)}.transpose{_order(before, sizes)}",
                about=ast.unparse(array),
            )
    return None


def _reshaped(call: ast.Call) -> tuple[ast.expr | None, Sequence[str]]:
    """The array, and the sizes as they are written."""
    if not isinstance(call.func, ast.Attribute):
        return None, []
    array: ast.expr | None = call.func.value
    given = list(call.args)
    if dotted_name(call.func.value) in _MODULES:
        array, given = (given[0], given[1:]) if given else (None, [])
    if len(given) == 1 and isinstance(given[0], ast.Tuple | ast.List):
        given = list(given[0].elts)
    return array, [ast.unparse(one) for one in given]


def _turned(
    source: Source, array: ast.expr, sizes: Sequence[str], line: int
) -> Iterator[Sequence[str]]:
    """Shapes that the array had: the same sizes, two of which are in another place."""
    name = ast.unparse(array)
    own = [f"{name}.shape[{axis}]" for axis in range(len(sizes))]
    if _is_turn(own, sizes):
        yield own
    made = value_of(source, array.id, before=line) if isinstance(array, ast.Name) else None
    if made is None or _is_turned(made):
        return
    for node in ast.walk(made):
        given = _sizes_written(node)
        enough = len(given) >= _FEWEST_AXES + (not isinstance(node, ast.Tuple))
        if enough and len(given) == len(sizes) and _is_turn(given, sizes):
            yield given
    for shape in _stacked(source, made, line):
        # The axis that stack made has moved, whatever the others are.
        if sorted(shape) == sorted(sizes) and list(shape) != list(sizes):
            yield shape


def _stacked(source: Source, made: ast.expr, line: int) -> Iterator[Sequence[str]]:
    """Shapes that a ``stack`` of arrays may have, from how the first of them was made."""
    for call in (node for node in ast.walk(made) if isinstance(node, ast.Call)):
        parts = getattr(call.args[0], "elts", []) if call.args else []
        axis = argument(call, "axis", 1)
        if not dotted_name(call.func).endswith("stack") or not parts:
            continue
        name = parts[0].id if isinstance(parts[0], ast.Name) else ""
        first = value_of(source, name, before=line) if name else None
        for node in ast.walk(first) if first is not None else ():
            shape = list(_sizes_written(node))
            place = 0 if axis is None else axis if isinstance(axis, int) else None
            if len(shape) >= _FEWEST_AXES and place is not None:
                shape.insert(place % (len(shape) + 1), str(len(parts)))
                yield shape


def _sizes_written(node: ast.AST) -> Sequence[str]:
    """What a call is given by position, or what a tuple holds, as it is written."""
    given = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
    return [ast.unparse(one) for one in given]


def _is_turn(before: Sequence[str], after: Sequence[str]) -> bool:
    """Sizes that are all different, and the same ones; an axis of 1 may be anywhere."""
    alike = sorted(before) == sorted(after) and list(before) != list(after)
    real = [size for size in before if size not in ("1", "-1")]
    order = [size for size in after if size in real]
    return alike and len(set(before)) == len(before) and real != order


def _order(before: Sequence[str], after: Sequence[str]) -> str:
    return str(tuple(list(before).index(size) for size in after))


def _pictures(source: Source) -> Finding | None:
    """Pictures whose sizes stand as numbers, with the colours first somewhere and last here."""
    if any(source.calls(name) for name in (*_TURNING, "stack")) or _TURNED in source.text:
        return None
    first = {sides for _, sides in _shapes(source, channels=0)}
    for call, sides in _shapes(source, channels=2):
        if sides in first and ast.unparse(call.func).endswith("reshape"):
            height, width = sides
            return Finding(
                line=call_line(call),
                evidence=f"pictures of the shape ({_COLOURS}, {height}, {width}) are reshaped to "
                f"({height}, {width}, {_COLOURS}), which leaves every number where it was",
                change=f"reshape(-1, {_COLOURS}, {height}, {width}).transpose(0, 2, 3, 1)",
            )
    return None


def _shapes(source: Source, *, channels: int) -> Iterator[tuple[ast.Call, tuple[int, int]]]:
    """Calls with a shape written out, and its sides; ``channels`` is the place of the colours."""
    for call in source.all(ast.Call):
        for shape in [call.args, *(getattr(node, "elts", []) for node in _arguments(call))]:
            sizes = [constant(node) for node in shape[-3:]]
            if len(shape) >= 4 and _is_picture(sizes, channels):
                height, width = [size for place, size in enumerate(sizes) if place != channels]
                yield call, (height, width)


def _arguments(call: ast.Call) -> Sequence[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _is_picture(sizes: Sequence[object], channels: int) -> bool:
    sides = [size for place, size in enumerate(sizes) if place != channels]
    large = all(isinstance(size, int) and size >= _SMALLEST for size in sides)
    return large and sizes[channels] == _COLOURS
