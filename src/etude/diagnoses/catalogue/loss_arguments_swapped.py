"""
A loss gets the outputs where it expects the labels.

## Why it hurts
Keras calls a loss with the labels first and the outputs second, and its own losses expect that order. A cross-entropy
is not the same the other way round: it takes the logarithm of the labels, and its slope pushes outputs to the
ends without regard to which class is right. Where the shapes fit, nothing complains; the accuracy stays where it began.
A sparse cross-entropy stops with words about ranks: its labels have one axis less than its outputs.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 4)).astype("float32")
    labels = keras.utils.to_categorical(inputs[:, :3].argmax(axis=1), 3)


    def measure(predicted, labels):
        logs = tf.math.log(tf.clip_by_value(predicted, 1e-7, 1.0))
        return -tf.reduce_mean(tf.reduce_sum(labels * logs, axis=-1))


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss=measure)
    model.fit(inputs, labels, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 4)).astype("float32")
    labels = keras.utils.to_categorical(inputs[:, :3].argmax(axis=1), 3)


    def measure(labels, predicted):
        logs = tf.math.log(tf.clip_by_value(predicted, 1e-7, 1.0))
        return -tf.reduce_mean(tf.reduce_sum(labels * logs, axis=-1))


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss=measure)
    model.fit(inputs, labels, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, full_name, function_of, given, root, value_of
from etude.diagnoses.own_measures import loss_functions, names_given_as_loss
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.diagnoses.subclasses import OWN_TRAINING, keras_classes, methods_of
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import CROSS_ENTROPIES

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-2", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods (custom losses)"
EXPLAINS = (*NUMBERS_GONE_WRONG, "logits_without_from_logits", "one_hot_labels_with_sparse_loss")

_OUTPUTS = ("pred", "logit", "output", "y_hat", "yhat", "prob")
_LABELS = ("true", "label", "target", "truth", "actual")
_COMPARED = 2
# A difference is the same the other way round.
_ONE_WAY = ("log", "crossentropy", "cross_entropy", "divergence", "where(", "argmax")
_ONE_WAY_LOSSES = (
    *("crossentropy", "cross_entropy", "kldivergence", "kl_divergence"),
    *("hinge", "poisson", "focal"),
)
# Where functions of these names stand: those of Keras and TensorFlow take the labels first.
_HOMES = ("losses", "ops", "backend", "nn", "metrics")
_OUTPUTS_FIRST = ("torch", "optax")
_LOSS_POSITION = 1  # compile(optimizer, loss, ...)


def match(evidence: Evidence) -> Finding | None:
    return _seen(evidence) or _defined(evidence.source) or _called(evidence)


def _seen(evidence: Evidence) -> Finding | None:
    """A loss that was given, as its labels, what the model had just given."""
    for call in evidence.calls_of("Loss.call"):
        loss = call.arguments["loss"]
        if call.arguments.get("labels_are_output") and loss in CROSS_ENTROPIES:
            return Finding(
                line=call.line,
                about=loss,
                evidence=f"the first argument of {loss} in line {call.line}, the labels, is what the model "
                "has just given",
                change="the labels come first: loss(labels, outputs)",
            )
    return None


def _defined(source: Source) -> Finding | None:
    """A loss of one's own that Keras calls, with its parameters in the other order."""
    if any(OWN_TRAINING & set(methods_of(one)) for one in keras_classes(source)):
        return None  # then the class decides in which order it calls it
    in_order = {call for call, turned in _handed_on(source) if not turned}
    for function in loss_functions(source):
        if any(call in in_order and _is_keras_loss(source, call) for call in calls_in(function)):
            continue  # only the names are the other way round
        names = [one.arg for one in function.args.args if one.arg != "self"][:2]
        if _called_as_it_is_written(source, function):
            continue
        if len(names) == 2 and _reversed(*names) and _is_one_way(function):
            return Finding(
                line=function.lineno,
                evidence=f"Keras calls {function.name}(labels, outputs), and its parameters are "
                f"({', '.join(names)})",
                change=f"def {function.name}({names[1]}, {names[0]})",
                about=function.name,
            )
    return None


def _called_as_it_is_written(source: Source, function: ast.FunctionDef) -> bool:
    """Whether the program alone calls it, in a loop of its own, and gives it the outputs first."""
    if function.name in names_given_as_loss(source):
        return False
    pairs = [call.args for call in source.calls(function.name) if len(call.args) == _COMPARED]
    return bool(pairs) and not any(_labels_first(source, *pair) for pair in pairs)


def _labels_first(source: Source, first: ast.expr, second: ast.expr) -> bool:
    """By their names, or since only the second was made by a call, as what a model gives is."""
    if _says(root(first), _LABELS):
        return True
    made = [value_of(source, root(one), before=one.lineno) for one in (first, second)]
    called = [isinstance(one, ast.Call) for one in (made[0] or first, made[1] or second)]
    return called == [False, True] and not _says(root(first), _OUTPUTS)


def _called(evidence: Evidence) -> Finding | None:
    """A loss of Keras or TensorFlow that the program calls itself."""
    source = evidence.source
    turned = dict(_handed_on(source))
    for call in source.all(ast.Call):
        names = [root(one) for one in call.args[:2]]
        is_turned = len(names) == 2 and turned.get(call, _reversed(*names))
        if is_turned and _is_keras_loss(source, call):
            told = ast.unparse(call.func)
            stops = evidence.error is not None and evidence.error.line == call_line(call)
            return Finding(
                line=call_line(call),
                evidence=f"{told} expects the labels first, and gets {names[0]}"
                + (", whose shape is none that labels can have: it stops there" if stops else ""),
                change=f"{told}({ast.unparse(call.args[1])}, {ast.unparse(call.args[0])})",
                about=told,
            )
    return None


def _handed_on(source: Source) -> Iterator[tuple[ast.Call, bool]]:
    """Calls that get both parameters of a function that ``compile`` is given, and whether turned round.

    Keras calls that function with the labels first, whatever it calls them.
    """
    for compiled in source.calls("compile"):
        function = function_of(source, given(compiled, "loss", _LOSS_POSITION))
        names = [one.arg for one in function.args.args[:2]] if function is not None else []
        for call in calls_in(function) if function is not None and len(names) == 2 else ():
            told = [ast.unparse(one) for one in call.args[:2]]
            if sorted(told) == sorted(names):
                yield call, told != names


def _reversed(first: str, second: str) -> bool:
    return _says(first, _OUTPUTS) and _says(second, _LABELS)


def _says(name: str, words: tuple[str, ...]) -> bool:
    """Whether it has one of these words, and nothing of the other kind."""
    others = _LABELS if words is _OUTPUTS else _OUTPUTS
    lower = name.lower()
    return any(word in lower for word in words) and not any(word in lower for word in others)


def _is_one_way(function: ast.FunctionDef) -> bool:
    text = ast.unparse(function)
    return any(word in text for word in _ONE_WAY)


def _is_keras_loss(source: Source, call: ast.Call) -> bool:
    """Whether it is a loss function of Keras or TensorFlow, or an object of such a class."""
    made = value_of(source, dotted_name(call.func), before=call.lineno)
    named = made.func if isinstance(made, ast.Call) else call.func
    *home, last = full_name(source, named).split(".")
    at_home = {*home} & {*_HOMES} and not {*home} & {*_OUTPUTS_FIRST}
    return bool(at_home) and any(word in last.lower() for word in _ONE_WAY_LOSSES)
