"""
Inputs and labels are shuffled separately, so they no longer belong together.

## Why it hurts
Each shuffle deals an order of its own. After it the picture in row 7 stands beside the label of another, the
network learns from answers to other questions, and its accuracy is that of guessing. Shapes and types are as
before, so nothing complains. A shuffled dataset deals a new order to each that goes through it: when one `map` takes
the inputs out of it and another the labels, these two come in different orders as well.

## Example
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")
    rng.shuffle(x)
    rng.shuffle(y)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(60).batch(10)

## Instead
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")
    order = rng.permutation(60)
    x, y = x[order], y[order]

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(60).batch(10)
"""

import ast
from collections.abc import Iterator, Sequence
from itertools import combinations

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import blocks, calls_in, given, root, value_of
from etude.diagnoses.pipelines import is_shuffle, step
from etude.diagnoses.reordered import Reordered, assigned, reordered
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = NOTHING_LEARNED

_SOURCES = {"from_tensor_slices", "from_generator", "list_files", "range", "TFRecordDataset"}
_SHUFFLING = ("shuffle", "permutation", "permuted", "random_shuffle")
_DRAWING = ("permutation", "choice", "randint", "integers", "sample")
_OF_PAIRS = {"from_tensor_slices", "list_files"}
_SETS_STATE = {"seed", "set_state", "setstate", "default_rng", "RandomState", "Random"}
_IN_PAIRS = {"fit", "from_tensor_slices", "train_test_split", "zip"}
_HANDS_OVER = "__getitem__"
_ROWS = _PAIR = 2
_LABEL_WORDS = ("mask", "label", "annot", "segment", "target", "truth", "gt")
_CHANGE = "shuffle inputs and labels together: one permutation for both, or shuffle after the zip"


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    return (
        _arrays(source)
        or _labels_alone(source)
        or _weights_left_behind(source)
        or _drawn_apart(source)
        or _zipped(evidence)
        or _parted_and_zipped(evidence)
    )


def _weights_left_behind(source: Source) -> Finding | None:
    """Inputs are put into another order, and the weights of the examples stay in theirs."""
    for fit in source.calls("fit"):
        weights = next((k.value for k in fit.keywords if k.arg == "sample_weight"), None)
        name = _whole(source, root(weights), fit.lineno) if weights is not None else ""
        made = value_of(source, name, before=fit.lineno) if name else None
        order = (
            _order_of(source, _whole(source, root(fit.args[0]), fit.lineno)) if fit.args else None
        )
        if weights is None or made is None or order is None or made.lineno >= order.lineno:
            continue
        same = made.lineno < order.lineno and not _constant(made)
        if same and not _read_in_order(source, name, ast.unparse(order.slice)):
            return Finding(
                line=weights.lineno,
                about=name,
                evidence=f"line {order.lineno} puts the inputs in another order, and {name}, which line "
                f"{fit.lineno} gives to fit with them, stays in the order of line {made.lineno}",
                change=f"{name} = {name}[{ast.unparse(order.slice)}], with the same order as the inputs",
            )
    return None


def _order_of(source: Source, name: str) -> ast.Subscript | None:
    """x[order] of ``x = x[order]`` with an order that was drawn, if that is what an array is."""
    for node in source.nodes:
        for target, value in assigned(node) if isinstance(node, ast.Assign) else ():
            if not isinstance(value, ast.Subscript) or root(value) != name:
                continue
            if ast.unparse(target) == name:
                drawn = value.slice
                if isinstance(drawn, ast.Name):
                    drawn = value_of(source, drawn.id, before=value.lineno) or drawn
                if isinstance(drawn, ast.Call) and _method(drawn) in _DRAWING:
                    return value
    return None


def _constant(made: ast.expr) -> bool:
    """Ones and the like are the same in any order."""
    return isinstance(made, ast.Call) and _method(made) in ("ones", "full", "zeros", "ones_like")


def _read_in_order(source: Source, name: str, order: str) -> bool:
    """Whether the array is read by that order anywhere."""
    reads = (node for node in source.nodes if isinstance(node, ast.Subscript))
    return any(root(one) == name and order in ast.unparse(one.slice) for one in reads)


def _drawn_apart(source: Source) -> Finding | None:
    """The rows of the inputs and of the labels of one batch are drawn by two draws."""
    for statements in blocks(source):
        drawn = {
            ast.unparse(target): (value, draw)
            for statement in statements
            if isinstance(statement, ast.Assign)
            for target, value in assigned(statement)
            if (draw := _draw_behind(statements, value)) is not None
        }
        for call in (one for statement in statements for one in calls_in(statement)):
            pair = [drawn.get(ast.unparse(one)) for one in call.args[:2]]
            if len(pair) == 2 and pair[0] is not None and pair[1] is not None:
                (inputs, first), (labels, second) = pair[0], pair[1]
                if first is not second and root(inputs) != root(labels):
                    return Finding(
                        line=labels.lineno,
                        about=f"{root(inputs)} and {root(labels)}",
                        evidence=f"line {first.lineno} draws rows of {root(inputs)} and line {second.lineno} draws "
                        f"others of {root(labels)}, and line {call.lineno} takes them for one batch",
                        change="draw the rows once, and read both by them: rows = rng.choice(...), x[rows], y[rows]",
                    )
    return None


def _draw_behind(statements: Sequence[ast.stmt], value: ast.expr) -> ast.Call | None:
    """The draw of row numbers by which an array is read, in it or in the same block."""
    drawn: ast.expr | None = value.slice if isinstance(value, ast.Subscript) else None
    if isinstance(drawn, ast.Name):
        made = [
            (statement.lineno, given_value)
            for statement in statements
            if isinstance(statement, ast.Assign) and statement.lineno < value.lineno
            for target, given_value in assigned(statement)
            if ast.unparse(target) == drawn.id
        ]
        drawn = max(made, key=lambda one: one[0])[1] if made else None
    while isinstance(drawn, ast.Subscript):
        drawn = drawn.value
    is_draw = isinstance(drawn, ast.Call) and _method(drawn) in _DRAWING
    return drawn if isinstance(drawn, ast.Call) and is_draw and not _of_one_seed(drawn) else None


def _of_one_seed(draw: ast.Call) -> bool:
    """A generator that is made in the call itself begins anew: two of one seed give one order."""
    owner = draw.func.value if isinstance(draw.func, ast.Attribute) else None
    return isinstance(owner, ast.Call)


def _arrays(source: Source) -> Finding | None:
    pairs = list(_pairs(source))
    for statements in blocks(source):
        found = [(i, one) for i, s in enumerate(statements) for one in reordered(source, s)]
        for (i, first), (j, second) in combinations(found, 2):
            together = any({first.name, second.name} <= pair for pair in pairs)
            if together and _apart(source, first, second) and not _seeded(statements[i + 1 : j]):
                return Finding(
                    line=second.line,
                    about=f"{first.name} and {second.name}",
                    evidence=f"line {first.line} puts {first.name} in one order and line {second.line} "
                    f"puts {second.name} in another",
                    change=_CHANGE,
                )
    return None


def _apart(source: Source, first: Reordered, second: Reordered) -> bool:
    """Whether two arrays that were rows of each other get orders of their own for good."""
    if first.name == second.name or first.of == second.of:
        return False  # two copies of the same rows are no pair yet
    one_order = first.seed and first.seed == second.seed
    return not one_order and not _aligned(source, {first.name, second.name})


def _aligned(source: Source, names: set[str]) -> bool:
    """Whether rows of tables are found again by their index: ``y.loc[x.index]``."""
    return any(root(n) in names for n in source.all(ast.Attribute) if n.attr == "index")


def _labels_alone(source: Source) -> Finding | None:
    """Nothing is shuffled in the whole program but the labels that ``fit`` is given."""
    shuffling = [call for call in source.all(ast.Call) if _method(call) in _SHUFFLING]
    for call in source.calls("fit") if len(shuffling) == 1 else ():
        labels = given(call, "y", 1)
        name = labels.id if isinstance(labels, ast.Name) else ""
        value = value_of(source, name, before=call.lineno) if name else None
        if value is shuffling[0] and not _orders_numbers(shuffling[0], name):
            return Finding(
                line=value.lineno,
                about=name,
                evidence=f"line {value.lineno} puts {name} in another order, and the inputs that "
                f"line {call.lineno} gives to fit with them stay in theirs",
                change=_CHANGE,
            )
    return None


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else dotted_name(call.func)


def _orders_numbers(call: ast.Call, name: str) -> bool:
    """Whether the result is an order to read arrays in, as of ``permutation(len(x))``."""
    what = call.args[0] if call.args else None
    if isinstance(what, ast.Name):
        return what.id != name  # it may be how many there are
    counts = isinstance(what, ast.Call) and _method(what) in ("len", "range", "arange")
    return counts or isinstance(what, ast.Constant | None)


def _seeded(between: Sequence[ast.stmt]) -> bool:
    """Whether the generator is put back, so that both orders are the same."""
    calls = [call for statement in between for call in calls_in(statement)]
    return any(last_name(call.func) in _SETS_STATE for call in calls)


def _pairs(source: Source) -> Iterator[set[str]]:
    """Names that are given together, whole or in part: ``fit(x[:9], y[:9])``."""
    for call in source.all(ast.Call):
        if last_name(call.func) in _IN_PAIRS:
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            inner = [part for one in given for part in getattr(one, "elts", [one])]
            names = {root(part) for part in inner} - {""}
            yield names | {_whole(source, name, call.lineno) for name in names}
    yield from _of_batches(source)


def _of_batches(source: Source) -> Iterator[set[str]]:
    """Attributes that a data set of one's own returns side by side: ``self.x[a:b], self.y[a:b]``."""
    for function in source.functions():
        if function.name == _HANDS_OVER:
            returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
            for value in returned:
                parts = _parts_of_pair(source, value)
                yield {attribute for part in parts for attribute in _attributes(part)}


def _parts_of_pair(source: Source, value: ast.expr | None) -> Sequence[ast.expr]:
    """Both sides of what is returned, with what a name was given in its place."""
    parts = value.elts if isinstance(value, ast.Tuple) else []
    kept = [
        value_of(source, part.id, before=part.lineno) if isinstance(part, ast.Name) else None
        for part in parts
    ]
    return [given or part for given, part in zip(kept, parts, strict=True)]


def _attributes(node: ast.expr) -> Iterator[str]:
    """self.x of ``self.x[a:b]``, whatever else is done to it."""
    for part in ast.walk(node):
        if isinstance(part, ast.Subscript) and isinstance(part.value, ast.Attribute):
            yield ast.unparse(part.value)


def _whole(source: Source, name: str, line: int) -> str:
    """The array that a name is a stretch of: x of ``x_train, x_test = x[:cut], x[cut:]``."""
    value = assigned_value(source, name, before=line)
    part = value is not None and isinstance(value, ast.Subscript)
    return root(value) if value is not None and part else name


def _zipped(evidence: Evidence) -> Finding | None:
    for data in evidence.datasets():
        branches = _branches(data)
        if len(branches) != 2 or not _belong_together(evidence, data, branches):
            continue
        shuffles = [next((s for s in branch if is_shuffle(s)), None) for branch in branches]
        one, other = shuffles
        if (one or other) and not _alike(one, other):
            last = other or one
            what = " and ".join(step(stage) for stage in shuffles if stage)
            return Finding(
                line=last.line if last else data.line,
                about=data.role,
                evidence=f"{what} come{'' if one and other else 's'} before zip in line "
                f"{data.line_of('zip')}, which puts inputs and labels side by side",
                change=_CHANGE,
            )
    return None


def _parted_and_zipped(evidence: Evidence) -> Finding | None:
    """A shuffled dataset of pairs is taken apart, and its parts are put side by side again."""
    for data in evidence.datasets():
        place = max((i for i, one in enumerate(data.stages) if one.op == "zip"), default=0)
        shuffled = data.stages[place].parameters.get("parted_after_shuffle") if place else 0
        # What is mapped after the zip may be a mixture of two examples that need not belong together.
        mixed = any(one.op == "map" for one in data.stages[place + 1 :])
        if shuffled and not mixed and _are_compared(evidence, data):
            return Finding(
                line=data.stages[place].line or data.line,
                about=data.role,
                evidence=f"both parts of {step(data.stages[place])} go through the shuffle in line {shuffled}, each "
                "for itself, and every pass through it deals another order",
                change="prepare both parts in one map, dataset.map(lambda x, y: (prepare(x), encode(y))), and do "
                "not take the pairs apart; or shuffle after the zip",
            )
    return None


def _are_compared(evidence: Evidence, data: Data) -> bool:
    """Whether these are inputs and labels, of other shapes or given to a model with a loss."""
    if len(data.spec) != _PAIR:
        return False
    one, other = (spec.shape for spec in data.spec)
    return one != other or _has_loss(evidence, data)


def _branches(data: Data) -> list[list[Stage]]:
    """The stages of each branch of the first zip; empty without one."""
    place = next((i for i, stage in enumerate(data.stages) if stage.op == "zip"), 0)
    found: list[list[Stage]] = []
    for stage in data.stages[:place]:
        if stage.op in _SOURCES or not found:
            found.append([])
        found[-1].append(stage)
    return found


def _belong_together(evidence: Evidence, data: Data, branches: Sequence[Sequence[Stage]]) -> bool:
    """Inputs with labels, or pictures with masks; two kinds of pictures need not be pairs."""
    sources = [branch[0] for branch in branches]
    if any(source.op not in _OF_PAIRS for source in sources):
        return False
    if all("labels" in source.parameters for source in sources):
        return False  # examples with labels of their own on both sides: two are mixed into one
    patterns = [str(source.parameters.get("file_pattern", "")).lower() for source in sources]
    if any(word in pattern for pattern in patterns for word in _LABEL_WORDS):
        return True
    shapes = [spec.shape for spec in data.spec if spec.shape is not None]
    if len(shapes) != 2 or len(data.spec) != 2:
        return False
    inputs, labels = shapes
    return len(inputs) > len(labels) or (_are_rows(inputs, labels) and _has_loss(evidence, data))


def _are_rows(inputs: Sequence[int | None], labels: Sequence[int | None]) -> bool:
    """Features beside one-hot classes or a few numbers to predict."""
    return len(inputs) == len(labels) == _ROWS and inputs[-1] != labels[-1]


def _has_loss(evidence: Evidence, data: Data) -> bool:
    """Whether a loss of ``compile`` compares the second part with outputs: no noise for a generator."""
    compiled = [fit.model.compiled for fit in evidence.fits if fit.train == data]
    return any(one is not None and one.losses for one in compiled)


def _alike(one: Stage | None, other: Stage | None) -> bool:
    """Two shuffles with one seed and one buffer give one order."""
    if one is None or other is None or one.op != other.op:
        return False
    seed = one.parameters.get("seed")
    given = [stage.parameters.get("buffer_size") for stage in (one, other)]
    return seed is not None and seed == other.parameters.get("seed") and given[0] == given[1]
