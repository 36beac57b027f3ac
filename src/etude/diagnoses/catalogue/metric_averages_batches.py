"""
A metric of one's own averages what it gave for each batch, which is not its value for all examples.

## Why it hurts
The last batch of an epoch is often smaller than the others. When each batch counts once, an example in a batch of 4
counts sixteen times as much as one in a batch of 64: the number depends on the batch size, changes when the data are
shuffled, and is not the one that a test on all examples gives. Add up over examples, and divide by their number. A
function given as metric is averaged over the batches too: the F1 of all examples is not the mean of the F1 of each batch, and
a batch without a positive counts as 0. The Dice of a batch laid flat is that of all its masks together, in which a small object
hardly counts, and no mean of the Dice of each image. R² is worse off: within a small batch the labels scatter less, and about another
mean, so the mean of its values is too low and may be negative for a good model.

## Example
    import keras
    import tensorflow as tf


    class Distance(keras.metrics.Metric):
        def __init__(self, name="distance", **kwargs):
            super().__init__(name=name, **kwargs)
            self.total = self.add_weight(name="total", initializer="zeros")
            self.count = self.add_weight(name="count", initializer="zeros")

        def update_state(self, y_true, y_pred, sample_weight=None):
            self.total.assign_add(tf.reduce_mean(tf.abs(y_true - y_pred)))
            self.count.assign_add(1.0)

        def result(self):
            return self.total / self.count


    metric = Distance()
    metric.update_state(tf.zeros(4), tf.ones(4))
    metric.update_state(tf.zeros(1), tf.zeros(1))
    print(float(metric.result()))

## Instead
    import keras
    import tensorflow as tf


    class Distance(keras.metrics.Metric):
        def __init__(self, name="distance", **kwargs):
            super().__init__(name=name, **kwargs)
            self.total = self.add_weight(name="total", initializer="zeros")
            self.count = self.add_weight(name="count", initializer="zeros")

        def update_state(self, y_true, y_pred, sample_weight=None):
            self.total.assign_add(tf.reduce_sum(tf.abs(y_true - y_pred)))
            self.count.assign_add(tf.cast(tf.size(y_true), "float32"))

        def result(self):
            return self.total / self.count


    metric = Distance()
    metric.update_state(tf.zeros(4), tf.ones(4))
    metric.update_state(tf.zeros(1), tf.zeros(1))
    print(float(metric.result()))
"""

import ast
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, function_of, names_in
from etude.diagnoses.own_measures import is_mean_of_all, made_of, methods_of_metrics
from etude.diagnoses.source import Source, last_name
from etude.domain.finding import Finding, Severity

# Where all batches are of one size the number is right.
SEVERITY = Severity.WARNING
SKILLS = ("train-2", "model-8")
GUIDE = "Keras API: Metric base class (creating custom metrics)"
EXPLAINS = ()

_SUMS = ("sum", "reduce_sum")
_MEANS = ("mean", "reduce_mean")
_ANSWERS = ("predict", "predict_on_batch")


def match(evidence: Evidence) -> Finding | None:
    for method in methods_of_metrics(evidence.source, "update_state"):
        line = _counts_batches(method)
        mean = next((n for n in ast.walk(method) if is_mean_of_all(n)), None)
        if line and mean is not None:
            return Finding(
                line=line,
                evidence=f"line {line} counts each batch once, whatever its size, and the mean over a "
                "batch is added to what is divided by that count",
                change="add the sum over the batch, and count its examples",
            )
    return _ratio_of_a_batch(evidence) or _overlap_of_a_batch(evidence)


def _ratio_of_a_batch(evidence: Evidence) -> Finding | None:
    """A function among the metrics that divides what it has counted in a batch."""
    source = evidence.source
    for call in source.calls("compile"):
        for function in _functions_given(source, call):
            for asks, change in _RATIOS.items():
                ratio = next((n for n in ast.walk(function) if asks(n, function)), None)
                if ratio is not None:
                    return Finding(
                        line=function.lineno,
                        evidence=f"{function.name} divides sums over one batch in line {ratio.lineno}, and fit shows the "
                        "mean of what it gives for each batch",
                        change=change,
                        about=function.name,
                    )
    return None


def _overlap_of_a_batch(evidence: Evidence) -> Finding | None:
    """An overlap of all masks of a batch, where the program asks for another one of its predictions.

    By itself it does no harm: the puzzle is that two numbers for one thing differ.
    """
    source = evidence.source
    for call in source.calls("compile"):
        for function in _functions_given(source, call):
            ratio = next((n for n in ast.walk(function) if _divides_overlap(n, function)), None)
            again = _line_of_overlap(source, function) if ratio is not None else 0
            if ratio is not None and again:
                return Finding(
                    line=function.lineno,
                    evidence=f"{function.name} adds up over all pixels of a batch before it divides in line {ratio.lineno}, and "
                    f"evaluate shows the mean of that over the batches; line {again} divides for each example by "
                    "itself: another number, of the same predictions",
                    change="for the mean over the examples, as the loop takes it, let the metric add up within each "
                    "example, over axis=(1, 2, 3) in place of everything flattened, and leave the mean to Keras",
                    about=function.name,
                )
    return None


def _divides_overlap(node: ast.AST, function: ast.AST) -> TypeGuard[ast.BinOp]:
    """``2 * sum(a * b) / (sum(a) + sum(b))``, each over everything."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    above, below = (made_of([part], function) for part in (node.left, node.right))
    products = [call.args[0] for part in above for call in calls_in(part) if _sums_all(call)]
    return any(_is_product(one) for one in products) and any(
        _sums_all(call) for part in below for call in calls_in(part)
    )


def _is_product(node: ast.expr) -> bool:
    """Of two things, not of a thing and a number."""
    multiplies = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)
    return multiplies and len(names_in(node)) > 1


def _line_of_overlap(source: Source, metric: ast.FunctionDef) -> int:
    """Where a loop over predictions divides the overlap of one at a time; 0 without."""
    loops: list[ast.For | ast.ListComp] = [*source.all(ast.For), *source.all(ast.ListComp)]
    for loop in loops:
        if metric.lineno <= loop.lineno <= (metric.end_lineno or 0):
            continue
        for node in ast.walk(loop):
            asked = [node] if _divides_overlap(node, loop) else _given_to_overlap(source, node)
            if asked and _are_predicted(source, [*asked, *_gone_over(loop, asked)]):
                return int(getattr(node, "lineno", 0))
    return 0


def _gone_over(loop: ast.For | ast.ListComp, asked: Sequence[ast.AST]) -> Iterator[ast.expr]:
    """What the loop takes one by one, where that itself is what is asked about."""
    for part in [loop] if isinstance(loop, ast.For) else loop.generators:
        if names_in(part.target) & names_in(*asked):
            yield part.iter


def _given_to_overlap(source: Source, node: ast.AST) -> Sequence[ast.AST]:
    """The arguments of a call of a function of the program that divides an overlap."""
    function = function_of(source, node.func) if isinstance(node, ast.Call) else None
    if not isinstance(node, ast.Call) or function is None:
        return ()
    return node.args if any(_divides_overlap(n, function) for n in ast.walk(function)) else ()


def _are_predicted(source: Source, nodes: Sequence[ast.AST]) -> bool:
    called = (call for part in made_of(nodes, source.tree) for call in calls_in(part))
    return any(last_name(call.func) in _ANSWERS for call in called)


def _functions_given(source: Source, call: ast.Call) -> Iterator[ast.FunctionDef]:
    metrics = next((word.value for word in call.keywords if word.arg == "metrics"), None)
    for one in metrics.elts if isinstance(metrics, ast.List | ast.Tuple) else ():
        function = function_of(source, one) if isinstance(one, ast.Name) else None
        if isinstance(function, ast.FunctionDef):
            yield function


def _divides_counts(node: ast.AST, function: ast.FunctionDef) -> TypeGuard[ast.BinOp]:
    """``sum(...) / sum(...)``, each over everything and rounded: classes, not amounts."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    parts = made_of([node.left, node.right], function)
    called = [last_name(c.func) for part in parts for c in calls_in(part)]
    return "round" in called and any(_sums_all(c) for part in parts for c in calls_in(part))


def _divides_scatters(node: ast.AST, function: ast.FunctionDef) -> TypeGuard[ast.BinOp]:
    """``sum(errors) / sum((labels - mean(labels)) ** 2)``: what R² takes from 1."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    above, below = (made_of([part], function) for part in (node.left, node.right))
    return (
        any(_sums_all(c) for part in above for c in calls_in(part))
        and any(_sums_all(c) for part in below for c in calls_in(part))
        and any(_is_centred(n) for part in below for n in ast.walk(part))
        and not any(_is_centred(n) for part in above for n in ast.walk(part))
    )


def _is_centred(node: ast.AST) -> bool:
    """``labels - mean(labels)``."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Sub):
        return False
    mean = node.right
    if not isinstance(mean, ast.Call) or last_name(mean.func) not in _MEANS:
        return False
    return bool(mean.args) and ast.dump(mean.args[0]) == ast.dump(node.left)


_RATIOS = {
    _divides_counts: "a metric that counts over the whole epoch: keras.metrics.F1Score, Precision() and Recall()",
    _divides_scatters: "keras.metrics.R2Score(), which adds up over the whole epoch; or compute it from the predictions for all rows",
}


def _sums_all(call: ast.Call) -> bool:
    last = last_name(call.func)
    return (
        last in _SUMS and len(call.args) == 1 and all(word.arg != "axis" for word in call.keywords)
    )


def _counts_batches(method: ast.FunctionDef) -> int:
    """Where one is added for a call, or a mean is updated with the mean of a batch."""
    for call in calls_in(method):
        last = last_name(call.func) or _method(call)
        first = call.args[0] if call.args else None
        if last == "assign_add" and isinstance(first, ast.Constant) and first.value == 1:
            return call.lineno
        weighted = len(call.args) > 1 or any(word.arg == "sample_weight" for word in call.keywords)
        if last == "update_state" and first is not None and not weighted and is_mean_of_all(first):
            return call.lineno
    return 0


def _method(call: ast.Call) -> str:
    """What is called on the result of another call, as on ``super()``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""
