"""
The generator of a GAN is trained with the label that the discriminator gives to fakes.

## Why it hurts
The two have opposite aims: the discriminator learns to call a fake 0, and the generator has to learn what makes it say 1. With
0 for both, the generator learns to be found out: its loss falls quickly, the discriminator's too, and the pictures stay noise.

## Example
    import keras
    import tensorflow as tf

    generator = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
    discriminator = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    entropy = keras.losses.BinaryCrossentropy(from_logits=True)
    optimizers = keras.optimizers.Adam(1e-3), keras.optimizers.Adam(1e-3)

    for real in tf.data.Dataset.from_tensors(tf.ones((8, 4))):
        with tf.GradientTape() as first, tf.GradientTape() as second:
            said_of_real = discriminator(real)
            said_of_fake = discriminator(generator(tf.random.normal((8, 2))))
            generator_loss = entropy(tf.zeros_like(said_of_fake), said_of_fake)
            discriminator_loss = entropy(tf.ones_like(said_of_real), said_of_real)
            discriminator_loss += entropy(tf.zeros_like(said_of_fake), said_of_fake)
        weights = generator.trainable_variables
        optimizers[0].apply_gradients(zip(first.gradient(generator_loss, weights), weights))
        weights = discriminator.trainable_variables
        optimizers[1].apply_gradients(zip(second.gradient(discriminator_loss, weights), weights))

## Instead
    import keras
    import tensorflow as tf

    generator = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
    discriminator = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    entropy = keras.losses.BinaryCrossentropy(from_logits=True)
    optimizers = keras.optimizers.Adam(1e-3), keras.optimizers.Adam(1e-3)

    for real in tf.data.Dataset.from_tensors(tf.ones((8, 4))):
        with tf.GradientTape() as first, tf.GradientTape() as second:
            said_of_real = discriminator(real)
            said_of_fake = discriminator(generator(tf.random.normal((8, 2))))
            generator_loss = entropy(tf.ones_like(said_of_fake), said_of_fake)
            discriminator_loss = entropy(tf.ones_like(said_of_real), said_of_real)
            discriminator_loss += entropy(tf.zeros_like(said_of_fake), said_of_fake)
        weights = generator.trainable_variables
        optimizers[0].apply_gradients(zip(first.gradient(generator_loss, weights), weights))
        weights = discriminator.trainable_variables
        optimizers[1].apply_gradients(zip(second.gradient(discriminator_loss, weights), weights))
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given, names_in, value_of
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "train-2", "dev-3")
GUIDE = "TensorFlow tutorial: Deep Convolutional Generative Adversarial Network"
EXPLAINS = NOTHING_LEARNED

_STEP = "train_on_batch"
_LABELS = ("zeros", "ones")
# How cross-entropies call the label, and what is judged by it.
_AIM, _SAID = ("labels", "y_true", "target"), ("logits", "y_pred", "output")
# What a program calls its two networks and what one of them is given or says.
_GENERATOR, _FAKE, _REAL = ("gen",), ("fake", "gen"), ("real", "true_")
_DISCRIMINATOR = ("disc", "critic")
_COMBINED = ("gan", "combined", "adversarial")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labelled:
    """A loss of fakes: which label it has, and where."""

    label: str
    line: int


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for of_generator, of_discriminator in ((_in_losses(source)), _in_steps(source)):
        if of_generator is None or of_discriminator is None:
            continue
        if of_generator.label == of_discriminator.label:
            other = next(one for one in _LABELS if one != of_generator.label)
            return Finding(
                line=of_generator.line,
                evidence=f"the discriminator learns {of_discriminator.label} for fakes in line "
                f"{of_discriminator.line}, and the generator learns with {of_generator.label} too",
                change=f"{other} for the generator: it has to be taken for real",
            )
    return None


Pair = tuple[_Labelled | None, _Labelled | None]


def _in_losses(source: Source) -> Pair:
    """Cross-entropies of what is said of fakes, in functions or lines that say whose loss they are."""
    found: dict[str, list[_Labelled]] = {"generator": [], "discriminator": []}
    for whose, node in _losses(source):
        for call in calls_in(node):
            right, answer = _argument(call, _AIM, 0), _argument(call, _SAID, 1)
            label = _label(source, right, call.lineno) if right and answer else ""
            said = ast.unparse(answer).lower() if answer else ""
            of_fakes = any(w in said for w in _FAKE) and not any(w in said for w in _REAL)
            if label and of_fakes:
                found[whose].append(_Labelled(label=label, line=call.lineno))
    return _only(found["generator"]), _only(found["discriminator"])


def _argument(call: ast.Call, names: tuple[str, ...], position: int) -> ast.expr | None:
    """By whichever of these names, else by its place."""
    return next((one for name in names if (one := given(call, name, position)) is not None), None)


def _losses(source: Source) -> Iterator[tuple[str, ast.AST]]:
    """Functions and assignments whose names say that they are the loss of one of the two."""
    for node in source.nodes:
        name = ""
        if isinstance(node, ast.FunctionDef):
            name = node.name
        elif isinstance(node, ast.Assign | ast.AugAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = last_name(target)
        if "loss" in name.lower() and (whose := _whose(name.lower())):
            yield whose, node


def _whose(name: str) -> str:
    if any(word in name for word in _DISCRIMINATOR) or name.startswith(("d_", "loss_d")):
        return "discriminator"
    is_generator = any(word in name for word in _GENERATOR) or name.startswith(("g_", "loss_g"))
    return "generator" if is_generator else ""


def _in_steps(source: Source) -> Pair:
    """``gan.train_on_batch(noise, labels)`` and ``discriminator.train_on_batch(fakes, labels)``."""
    found: dict[str, list[_Labelled]] = {"generator": [], "discriminator": []}
    for call in source.calls(_STEP):
        if len(call.args) < 2:
            continue
        owner = dotted_name(call.func).lower()
        label = _label(source, call.args[1], call.lineno)
        given = ast.unparse(call.args[0]).lower()
        if not label:
            continue
        if any(word in owner for word in _DISCRIMINATOR):
            if any(word in given for word in _FAKE):
                found["discriminator"].append(_Labelled(label=label, line=call.lineno))
        elif any(word in owner for word in _COMBINED):
            found["generator"].append(_Labelled(label=label, line=call.lineno))
    return _only(found["generator"]), _only(found["discriminator"])


def _only(found: list[_Labelled]) -> _Labelled | None:
    """The last of those that agree; None when they do not."""
    return found[-1] if len({one.label for one in found}) == 1 else None


def _label(source: Source, node: ast.expr, line: int) -> str:
    """ "zeros" or "ones" of ``tf.zeros_like(x)`` and ``np.ones((n, 1)) * 0.9``, also under a name."""
    if isinstance(node, ast.Name):
        value = value_of(source, node.id, before=line)
        node = value if value is not None else node
    called = {last_name(c.func).removesuffix("_like") for c in calls_in(node)}
    kinds = called & set(_LABELS)
    turned = any(isinstance(part, ast.Sub) for part in ast.walk(node)) or "y" in names_in(node)
    return kinds.pop() if len(kinds) == 1 and not turned else ""
