"""
A variational autoencoder adds its whole divergence to an error that is averaged over all pixels.

## Why it hurts
The two parts of the loss belong to one example: the error of all its values together, and the divergence of its code. The
mean over 784 pixels is 784 times smaller than their sum, so that a code which says anything costs more than it saves.
The encoder then gives every picture the same code, the divergence goes to zero, and the decoder answers all of
them with the mean picture.

## Example
    import keras
    import numpy as np
    import tensorflow as tf
    from keras import layers


    class VAE(keras.Model):
        def __init__(self):
            super().__init__()
            self.encoder = layers.Dense(4)
            self.decoder = layers.Dense(100, activation="sigmoid")

        def train_step(self, x):
            with tf.GradientTape() as tape:
                mean, log_var = tf.split(self.encoder(x), 2, axis=1)
                code = mean + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mean))
                rebuilding = tf.reduce_mean(tf.square(x - self.decoder(code)))
                kl = -0.5 * tf.reduce_sum(1 + log_var - tf.square(mean) - tf.exp(log_var), axis=1)
                kl = tf.reduce_mean(kl)
                loss = rebuilding + kl
            grads = tape.gradient(loss, self.trainable_weights)
            self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
            return {"loss": loss, "kl": kl}


    kinds = np.random.default_rng(0).random((10, 100)) < 0.3
    pictures = kinds.repeat(60, axis=0).astype("float32")
    vae = VAE()
    vae.compile(optimizer=keras.optimizers.Adam(0.01))
    vae.fit(pictures, epochs=20, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf
    from keras import layers


    class VAE(keras.Model):
        def __init__(self):
            super().__init__()
            self.encoder = layers.Dense(4)
            self.decoder = layers.Dense(100, activation="sigmoid")

        def train_step(self, x):
            with tf.GradientTape() as tape:
                mean, log_var = tf.split(self.encoder(x), 2, axis=1)
                code = mean + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mean))
                errors = tf.reduce_sum(tf.square(x - self.decoder(code)), axis=1)
                rebuilding = tf.reduce_mean(errors)
                kl = -0.5 * tf.reduce_sum(1 + log_var - tf.square(mean) - tf.exp(log_var), axis=1)
                kl = tf.reduce_mean(kl)
                loss = rebuilding + kl
            grads = tape.gradient(loss, self.trainable_weights)
            self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
            return {"loss": loss, "kl": kl}


    kinds = np.random.default_rng(0).random((10, 100)) < 0.3
    pictures = kinds.repeat(60, axis=0).astype("float32")
    vae = VAE()
    vae.compile(optimizer=keras.optimizers.Adam(0.01))
    vae.fit(pictures, epochs=20, verbose=0)
"""

import ast
from collections.abc import Iterable, Iterator
from math import log, prod

from etude.diagnoses.divergences import code_around, divergences, is_call
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, full_name, names_in
from etude.diagnoses.own_measures import is_mean_of_all
from etude.diagnoses.places import loss_line
from etude.diagnoses.source import Source, constant, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "train-2", "dev-3")
GUIDE = "Keras example: Variational AutoEncoder"
EXPLAINS = NOTHING_LEARNED

# What a code of a few numbers saves of each value, in [0, 1], never makes up for its divergence where an
# example has many values; a loss in other units might.
_LEAST_VALUES = 32
_UNIT = 2.01
# A divergence of next to nothing: the code does not depend on the example.
_NOTHING = 0.02
_LOGGED = ("kl", "latent", "divergence", "kld")
_LEAST_EPOCHS = 3
# A loss that halves after the first epoch comes of codes that say something.
_STILL = 0.5
_BIT = log(2)
# Factors like 0.5 belong to the formula; anything else weighs one part against the other.
_LEAST_FACTOR, _MOST_FACTOR = 0.1, 10.0
_ERRORS = ("mse", "mae", "mean_squared_error", "mean_absolute_error", "binary_crossentropy")
_DIFFERENCES = ("square", "abs", "squared_difference", "sigmoid_cross_entropy_with_logits")
_ENTROPIES = ("binary_crossentropy", "sigmoid_cross_entropy_with_logits")
_SUMS = ("sum", "reduce_sum")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for made in divergences(source):
        around = code_around(source, made)
        name = dotted_name(made.targets[0])
        divergence = _carriers(around, name)
        if _weigh([*_factors(around, divergence), *_factors_in(made.value)]):
            continue
        for fit in evidence.trainings:
            line = _line_of_mean(source, around, divergence, fit)
            gone = _is_gone(fit, added=_is_added_by_layer(around, divergence)) if line else None
            still = _stays(fit) or _tells_less_than_a_bit(source, line, fit)
            if line and (gone or (_is_summed(around, divergence) and still)):
                return _finding(fit, line, name, gone)
    return None


def _finding(fit: Fit, line: int, name: str, gone: tuple[str, float] | None) -> Finding:
    values = _values(fit)
    went = (
        f"{gone[0]} came to {gone[1]:.1g}"
        if gone
        else f"{name} is added as it is, and the loss came to {fit.series('loss')[-1]:.3g}"
    )
    return Finding(
        line=line,
        about=name,
        evidence=f"an example has {values} values, and line {line} takes the mean of their errors; {went}: "
        "every example gets the same code",
        change=f"sum the errors over the {values} values of an example and take the mean over the batch (or "
        f"multiply by {values}), or give {name} a weight such as 1 / {values}",
    )


def _carriers(around: ast.AST, name: str) -> set[str]:
    """The name, and those that are given it alone: scaled, summed, averaged."""
    found = {name}
    for node in ast.walk(around):
        if isinstance(node, ast.Assign) and names_in(node.value) & found and not _adds(node.value):
            found |= {dotted_name(target) for target in node.targets}
    return found - {""}


def _adds(value: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Add | ast.Sub | ast.Tuple | ast.Dict) for node in ast.walk(value)
    )


def _weigh(factors: Iterable[tuple[ast.expr, int]]) -> bool:
    """Whether one of the factors is no part of the formula, but weighs it against something."""
    for factor, power in factors:
        value = constant(factor)
        if not isinstance(value, int | float) or not value:
            return True
        if not _LEAST_FACTOR <= abs(float(value)) ** power <= _MOST_FACTOR:
            return True
    return False


def _factors_in(value: ast.expr) -> Iterator[tuple[ast.expr, int]]:
    """What stands before and behind the sum in the formula itself."""
    while True:
        if isinstance(value, ast.UnaryOp):
            value = value.operand
        elif isinstance(value, ast.Call) and value.args:
            value = value.args[0]
        elif isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult | ast.Div):
            power = -1 if isinstance(value.op, ast.Div) else 1
            inner, factor = (
                (value.left, value.right) if _adds(value.left) else (value.right, value.left)
            )
            yield factor, power
            value = inner
        else:
            return


def _factors(around: ast.AST, names: set[str]) -> Iterator[tuple[ast.expr, int]]:
    """What the names are multiplied by, or divided by with the power -1."""
    for node in ast.walk(around):
        if not isinstance(node, ast.BinOp | ast.AugAssign):
            continue
        if not isinstance(node.op, ast.Mult | ast.Div):
            continue
        power = -1 if isinstance(node.op, ast.Div) else 1
        left, right = (
            (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
        )
        if _is_one(left, names):
            yield right, power
        elif _is_one(right, names):
            yield left, power


def _is_one(node: ast.expr, names: set[str]) -> bool:
    """One of the names, or a mean or sum of it, or the formula itself."""
    return bool(names_in(node) & names) and not _adds(node)


def _line_of_mean(source: Source, around: ast.AST, divergence: set[str], fit: Fit) -> int:
    """Where the error of a training is averaged over the values, beside this divergence; 0 where not."""
    if _values(fit) < _LEAST_VALUES:
        return 0
    if _is_added_by_layer(around, divergence):
        name = _only_loss(fit)
        return loss_line(source, fit.model) if name in _ERRORS else _line_of_own_mean(source, name)
    for node in ast.walk(around):
        if isinstance(node, ast.Assign) and _is_mean_of_errors(source, node.value):
            error = _carriers(around, dotted_name(node.targets[0]))
            if _are_added(around, error, divergence) and not _weigh(_factors(around, error)):
                return node.value.lineno
    return 0


def _only_loss(fit: Fit) -> str:
    losses = fit.model.compiled.losses if fit.model.compiled else ()
    return losses[0].name if len(losses) == 1 else ""


def _line_of_own_mean(source: Source, name: str) -> int:
    """Where a loss of one's own gives back a mean over the values of each example; 0 where it does not."""
    given = [
        node.value
        for function in source.functions()
        if function.name == name
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and node.value is not None
    ]
    return next((value.lineno for value in given if _is_mean_of_values(value)), 0)


def _is_mean_of_values(value: ast.expr) -> bool:
    """A mean of differences along any axes, times no more than a factor of a formula."""
    while isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
        value, factor = (
            (value.left, value.right)
            if isinstance(value.left, ast.Call)
            else (value.right, value.left)
        )
        if _weigh([(factor, 1)]):
            return False
    inside = calls_in(value)
    differs = any(is_call(call, *_DIFFERENCES) for call in inside)
    squared = any(isinstance(node, ast.Pow) for node in ast.walk(value))
    summed = any(is_call(call, *_SUMS) for call in inside)
    return is_call(value, "mean", "reduce_mean") and (differs or squared) and not summed


def _is_added_by_layer(around: ast.AST, divergence: set[str]) -> bool:
    added = [call for call in calls_in(around) if is_call(call, "add_loss")]
    return any(names_in(call) & divergence and not _adds(call) for call in added)


def _is_mean_of_errors(source: Source, value: ast.expr) -> bool:
    """A mean over examples and values alike, of a difference or of a loss of Keras."""
    calls = calls_in(value)
    of_errors = [c for c in calls if is_call(c, *_ERRORS) or is_call(c, *_DIFFERENCES)]
    squared = any(isinstance(node, ast.Pow) for node in ast.walk(value))
    summed = any(is_call(call, *_SUMS) for call in calls)
    scaled = any(isinstance(node, ast.Mult | ast.Div) for node in ast.walk(value))
    if summed or scaled or not (of_errors or squared):
        return False
    return is_mean_of_all(value) or (
        isinstance(value, ast.Call) and "losses" in full_name(source, value.func)
    )


def _are_added(around: ast.AST, error: set[str], divergence: set[str]) -> bool:
    return any(
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add)
        and names_in(node) & error
        and names_in(node) & divergence
        for node in ast.walk(around)
    )


def _is_summed(around: ast.AST, divergence: set[str]) -> bool:
    """Whether the numbers of the code are added up: their mean is smaller by as many as there are."""
    given = [
        node.value
        for node in ast.walk(around)
        if isinstance(node, ast.Assign) and names_in(*node.targets) & divergence
    ]
    return any(is_call(call, *_SUMS) for value in given for call in calls_in(value))


def _values(fit: Fit) -> int:
    """How many numbers an example has, where they lie between 0 and 1 or so; 0 where it is not known."""
    inputs = fit.train.part("0") or fit.train.part("")
    if inputs is None or inputs.low is None or inputs.high is None or len(inputs.shape) < 2:
        return 0
    return prod(inputs.shape[1:]) if inputs.high - inputs.low <= _UNIT else 0


def _is_gone(fit: Fit, *, added: bool) -> tuple[str, float] | None:
    """The log of the divergence, by its name, and what it came to, where that is nothing.

    What a layer ``added`` shows without a log of its own.
    """
    for name, last in (fit.epochs[-1] if fit.epochs else {}).items():
        if any(word in name.lower() for word in _LOGGED) and 0 <= last <= _NOTHING:
            return name, last
    return _rest(fit) if added else None


def _rest(fit: Fit) -> tuple[str, float] | None:
    """What the loss has beside the error that is logged under its own name: what layers added."""
    last, name = (fit.epochs[-1] if fit.epochs else {}), _only_loss(fit)
    if "loss" not in last or name not in last or not last[name] > 0:
        return None
    rest = last["loss"] - last[name]
    return (f"what is added to {name}", max(rest, 0.0)) if rest <= _NOTHING * last[name] else None


def _stays(fit: Fit) -> bool:
    losses = fit.series("loss")
    return len(losses) >= _LEAST_EPOCHS and losses[-1] > 0 and losses[-1] > _STILL * losses[0]


def _tells_less_than_a_bit(source: Source, line: int, fit: Fit) -> bool:
    """Whether a cross-entropy and the whole divergence together came to less than one bit.

    What a code tells of an example, in nats, is no more than its divergence, and so than the loss that
    holds it: the loss may have fallen far, but while the network learned the mean of all examples.
    """
    losses = fit.series("loss")
    calls = [call for call in source.all(ast.Call) if call.lineno == line]
    if len(losses) < _LEAST_EPOCHS or not any(is_call(call, *_ENTROPIES) for call in calls):
        return False
    return 0 < losses[-1] < _BIT
