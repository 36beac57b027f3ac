"""
Inputs are put into another order, and their labels stay where they were.

## Why it hurts
`np.random.shuffle(x)` and `x = x[order]` move the rows of x and of nothing else. Row 7 of the labels then belongs to a
picture that now lies somewhere else, and the network learns from answers to other questions. Shapes and types are as
before, so nothing complains. In a `Sequence` it is `on_epoch_end` that does this: the first epoch is right and the others are not.

## Example
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")
    np.random.shuffle(x)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(60).batch(10)

## Instead
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(60).batch(10)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.taken import left_behind
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = (
    *(*NOTHING_LEARNED, "shuffled_apart", "rows_cut_in_class_order", "split_takes_last_rows"),
    "not_shuffled",
)

_PAIRED = ("fit", "from_tensor_slices", "train_test_split", "zip", "flow")
_WHOLE = {"astype", "copy", "reshape"}
_INTO_ARRAY = {"array", "asarray", "convert_to_tensor", "constant"}


def match(evidence: Evidence) -> Finding | None:
    return _in_place(evidence.source) or _read_anew(evidence.source)


def _read_anew(source: Source) -> Finding | None:
    """``x[order]`` or ``x = shuffle(x)``, beside labels as they were."""
    for one in left_behind(source):
        line, order = one.taken.node.lineno, min(one.taken.orders, default="order")
        return Finding(
            line=line,
            about=one.taken.array,
            evidence=f"line {line} reads {one.taken.array} in a drawn order, and {one.name}, which line "
            f"{one.line} puts beside it row by row, stays as it was",
            change=f"read both by the same row numbers: {one.taken.array}[{order}], {one.name}[{order}]",
        )
    return None


def _in_place(source: Source) -> Finding | None:
    shuffles = list(_shuffled(source))
    moved = {name for name, _ in shuffles}
    for name, call in shuffles:
        scope = _class_around(source, call) or source.tree
        for partner in _partners(scope, name, after=0 if scope is not source.tree else call.lineno):
            if partner not in moved and _stays(source, partner, call):
                return Finding(
                    line=call_line(call),
                    about=name,
                    evidence=f"line {call_line(call)} puts {name} into another order, and {partner}, which "
                    "belongs to it row by row, stays as it was",
                    change="shuffle an array of row numbers, and take both by it: "
                    f"{name}[order], {partner}[order]",
                )
    return None


def _shuffled(source: Source) -> Iterator[tuple[str, ast.Call]]:
    """``random.shuffle(x)`` of an array or an attribute, in place."""
    for call in source.calls("shuffle"):
        if len(call.args) == 1 and dotted_name(call.func).partition(".")[2] and not call.keywords:
            name = dotted_name(call.args[0])
            if name and _is_statement(source, call):
                yield name, call


def _is_statement(source: Source, call: ast.Call) -> bool:
    """A shuffle in place gives nothing back; that of a dataset does."""
    return any(isinstance(n, ast.Expr) and n.value is call for n in source.nodes)


def _class_around(source: Source, call: ast.Call) -> ast.AST | None:
    """Of ``self.x`` the pair is made elsewhere in the class."""
    if not dotted_name(call.args[0]).startswith("self."):
        return None
    found = source.all(ast.ClassDef)
    return next((n for n in found if n.lineno <= call.lineno <= (n.end_lineno or 0)), None)


def _partners(scope: ast.AST, name: str, *, after: int) -> Iterator[str]:
    """What goes side by side with an array: as arguments of one call, or returned as a pair."""
    for node in ast.walk(scope):
        if getattr(node, "lineno", after) < after:
            continue
        parts: list[ast.expr] = []
        if isinstance(node, ast.Call) and last_name(node.func) in _PAIRED:
            parts = [part for one in node.args[:2] for part in getattr(one, "elts", [one])][:2]
        elif isinstance(node, ast.Return | ast.Yield) and isinstance(node.value, ast.Tuple):
            parts = node.value.elts[:2]
        arrays = [_array(part) for part in parts]
        if len(arrays) == 2 and name in arrays and all(arrays) and arrays[0] != arrays[1]:
            yield arrays[1 - arrays.index(name)]


def _array(node: ast.expr) -> str:
    """The name of an array given whole or as a stretch of rows: ``x``, ``x[:80]``, ``self.x[a:b]``."""
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _array(node.func.value) if node.func.attr in _WHOLE else ""
    return dotted_name(node)


def _stays(source: Source, partner: str, shuffle: ast.Call) -> bool:
    """Whether the partner was there before the shuffle and is not made anew after it."""
    given = [
        node
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and any(partner in _targets(target) for target in node.targets)
    ]
    made = [node for node in given if not _is_converted(node, partner)]
    if any(node.lineno > shuffle.lineno and "self." not in partner for node in made):
        return False
    shuffled = dotted_name(shuffle.args[0]).partition(".")[0]
    views = [node for node in given if isinstance(node.value, ast.Subscript)]
    a_view = any(shuffled in names_in(node.value) for node in views) and "self." not in partner
    return (
        bool(made)
        and not (a_view or _is_seen_through(source, shuffled, made, partner))
        and not _is_drawn(made)
    )


def _is_converted(node: ast.Assign, name: str) -> bool:
    """``x = np.array(x)`` and ``x = x.astype(...)``, which leave the rows in their order."""
    call = node.value
    if not isinstance(call, ast.Call) or not any(name in _targets(one) for one in node.targets):
        return False
    into = last_name(call.func) in _INTO_ARRAY
    return (into and bool(call.args) and dotted_name(call.args[0]) == name) or _array(call) == name


def _is_seen_through(source: Source, shuffled: str, made: list[ast.Assign], partner: str) -> bool:
    """Whether what is shuffled is a stretch of the partner's own memory: ``y = x[:]`` of an array.
    Of a list that makes a copy.
    """
    is_list = any(isinstance(node.value, ast.List | ast.ListComp) for node in made)
    return not is_list and any(
        isinstance(node.value, ast.Subscript) and _array(node.value) == partner
        for node in source.all(ast.Assign)
        if any(shuffled in _targets(target) for target in node.targets)
    )


def _targets(target: ast.expr) -> set[str]:
    parts = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    return {dotted_name(part) for part in parts}


def _is_drawn(given: list[ast.Assign]) -> bool:
    """Ones, zeros or a constant for every row: any order of them is the same."""
    made = [call for node in given for call in calls_in(node.value)]
    return any(last_name(call.func) in ("ones", "zeros", "full") for call in made)
