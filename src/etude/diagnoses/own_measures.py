"""Questions about losses and metrics that a program defines as classes of its own."""

import ast
import math
from collections.abc import Iterable, Iterator, Sequence

from etude.diagnoses.loops import tape_bodies
from etude.diagnoses.names import calls_in, given, names_in, value_of
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.observations import Fit

_MEANS = ("reduce_mean", "ops.mean", "np.mean", "numpy.mean")
# Bases as Keras names them: Metric, Mean, MeanMetricWrapper, ...
_METRICS = ("Metric", "Mean", "MeanMetricWrapper", "Sum")
_LOSSES = ("Loss",)
_COMPARED = 2  # labels and outputs
_BINARY = ("binary_crossentropy", "BinaryCrossentropy")
# What pixels are divided by, and their half, at which they are cut.
_SIZES_OF_PIXELS = (255, 127.5, 127, 128)
_CHANGED_BY = (
    *("clip", "clip_by_value", "minimum", "sign", "divide", "truediv", "divide_no_nan", "one_hot"),
    *("equal", "not_equal", "greater", "greater_equal", "less", "less_equal", "where"),
)
_OF_DISTANCES = {"square", "abs", "squared_difference", "norm", "huber", "absolute"}
# Words of losses for classes, masks and probabilities.
_OF_CHANCES = (
    *("log", "entropy", "softmax", "sigmoid", "divergence", "hinge", "focal", "dice"),
    *("intersection", "argmax", "one_hot", "margin", "softplus", "smooth"),
)
_LOSS_POSITION = 1  # compile(optimizer, loss, ...)


def methods_of_metrics(source: Source, name: str) -> Iterator[ast.FunctionDef]:
    """Methods of this name in classes that derive from a metric."""
    return _methods(source, _METRICS, name)


def methods_of_losses(source: Source, name: str) -> Iterator[ast.FunctionDef]:
    """Methods of this name in classes that derive from a loss."""
    return _methods(source, _LOSSES, name)


def loss_functions(source: Source) -> Iterator[ast.FunctionDef]:
    """Functions that ``compile`` is given as loss, what they are made by included, those that are
    called under a tape with two arguments, and the ``call`` of classes that derive from a loss.
    """
    under_tapes = [call for body in tape_bodies(source) for call in calls_in(body)]
    named = {dotted_name(call.func) for call in under_tapes if len(call.args) == _COMPARED}
    named |= names_given_as_loss(source)
    for function in source.functions():
        if function.name in named:
            inner = [n for n in function.body if isinstance(n, ast.FunctionDef)]
            yield from inner or [function]
    yield from methods_of_losses(source, "call")


def names_given_as_loss(source: Source) -> set[str]:
    """Every name in what ``compile`` is given as loss."""
    values = [given(call, "loss", _LOSS_POSITION) for call in source.calls("compile")]
    return {last_name(node) for value in values if value for node in ast.walk(value)}


def with_what_they_call(
    source: Source, functions: Iterable[ast.FunctionDef]
) -> Iterator[ast.FunctionDef]:
    """These functions, and those of the program that they call, each once."""
    waiting, seen = list(functions), set[ast.FunctionDef]()
    while waiting:
        function = waiting.pop()
        if function not in seen:
            seen.add(function)
            yield function
            called = {last_name(call.func) for call in calls_in(function)}
            waiting += [one for one in source.functions() if one.name in called]


def own_loss(source: Source, name: str) -> ast.FunctionDef | None:
    """The function of this file that a model's loss is, by the name that Keras has for it."""
    return next((function for function in loss_functions(source) if function.name == name), None)


def is_of_distances(function: ast.FunctionDef) -> bool:
    """Whether it squares or takes the size of a difference, and knows nothing of probabilities."""
    called = {last_name(call.func) for call in calls_in(function)}
    squares = [
        n for n in ast.walk(function) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Pow)
    ]
    text = ast.unparse(function).lower()
    measures = bool(squares or called & _OF_DISTANCES)
    return measures and not any(word in text for word in _OF_CHANCES)


def takes_labels_as_given(source: Source, function: ast.FunctionDef) -> bool:
    """Whether neither it nor what it calls scales its labels, or asks which they are, before it
    compares them.
    """
    return not any(_sees_to_labels(one) for one in with_what_they_call(source, [function]))


def _sees_to_labels(function: ast.FunctionDef) -> bool:
    labels = _labels_of(function)
    return any(
        (isinstance(node, ast.Constant) and node.value in _SIZES_OF_PIXELS)
        or _changes(node, labels)
        for node in ast.walk(function)
    )


def _labels_of(function: ast.FunctionDef) -> set[str]:
    """The first argument, of a method the first after itself."""
    names = [argument.arg for argument in function.args.args if argument.arg != "self"]
    return set(names[:1])


def _changes(node: ast.AST, labels: set[str]) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _is_one_of(node.left, labels)
    if isinstance(node, ast.Call) and last_name(node.func) in _CHANGED_BY:
        return bool(names_in(*node.args) & labels)
    return isinstance(node, ast.Compare) and bool(names_in(node) & labels)


def asks_cross_entropy(source: Source, function: ast.FunctionDef) -> bool:
    """Whether it gives its labels, by their name, to a binary cross-entropy of Keras."""
    labels = _labels_of(function)
    for call in calls_in(function):
        maker = call.func
        if isinstance(maker, ast.Name):
            maker = value_of(source, maker.id, before=call.lineno) or maker
        named = dotted_name(maker.func if isinstance(maker, ast.Call) else maker)
        if named.endswith(_BINARY) and call.args and _is_one_of(call.args[0], labels):
            return True
    return False


def _is_one_of(node: ast.expr, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def is_mean_of_all(node: ast.AST) -> bool:
    """Whether it makes one number of a whole tensor."""
    if not isinstance(node, ast.Call) or not dotted_name(node.func).endswith(_MEANS):
        return False
    return len(node.args) == 1 and all(word.arg != "axis" for word in node.keywords)


def is_spoilt(fit: Fit) -> bool:
    """Whether training came to NaN that did not come with the data."""
    came = any(sample.nan for sample in fit.train.sample)
    lost = any(not math.isfinite(loss) for loss in fit.series("loss"))
    return not came and (lost or bool(fit.nan_weights))


def made_of(nodes: Sequence[ast.AST], function: ast.AST) -> Sequence[ast.AST]:
    """These, and everything in the function that their names were given."""
    parts = list(nodes)
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    grown = True
    while grown:
        names = names_in(*parts)
        more = [n.value for n in assigned if names & names_in(*n.targets) and n.value not in parts]
        parts, grown = [*parts, *more], bool(more)
    return parts


def _methods(source: Source, bases: tuple[str, ...], name: str) -> Iterator[ast.FunctionDef]:
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and any(_is(base, bases) for base in node.bases):
            yield from (
                one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == name
            )


def _is(base: ast.expr, names: tuple[str, ...]) -> bool:
    return last_name(base) in names
