"""
The target network of Q-learning keeps the weights that it began with.

## Why it hurts
The target network says what the next state is worth. It is a copy that lags behind the network that learns, and it has
to be brought up to date again and again. Never updated, it says what random weights say, and the other network learns to
repeat that: the loss falls, and the policy does not get better.

## Example
    import keras
    import numpy as np

    def build():
        network = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
        network.compile(optimizer="adam", loss="mse")
        return network

    network, target_network = build(), build()
    states, gamma = np.random.default_rng(0).normal(size=(16, 3)), 0.9
    for episode in range(2):
        best = target_network.predict(states, verbose=0).max(axis=1)
        values = network.predict(states, verbose=0)
        values[:, 0] = 1 + gamma * best
        network.fit(states, values, verbose=0)

## Instead
    import keras
    import numpy as np

    def build():
        network = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
        network.compile(optimizer="adam", loss="mse")
        return network

    network, target_network = build(), build()
    states, gamma = np.random.default_rng(0).normal(size=(16, 3)), 0.9
    for episode in range(2):
        best = target_network.predict(states, verbose=0).max(axis=1)
        values = network.predict(states, verbose=0)
        values[:, 0] = 1 + gamma * best
        network.fit(states, values, verbose=0)
        target_network.set_weights(network.get_weights())
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY
from etude.diagnoses.names import paired
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "dev-3")
GUIDE = "TensorFlow tutorial: Playing CartPole with the Actor-Critic method"
EXPLAINS = ()

_DISCOUNT = re.compile(r"gamma|discount", re.IGNORECASE)
_TARGET = re.compile(r"target", re.IGNORECASE)
_STEP = "train_on_batch"  # trains without a recorded call
_ASKS = ("predict", "predict_on_batch", "call")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    learns = evidence.fits or evidence.calls_of(APPLY) or source.calls(_STEP)
    if not learns or not _DISCOUNT.search(source.text):
        return None
    for name, line in _asked_networks(source):
        if not _is_touched(source, name):
            return Finding(
                line=line,
                evidence=f"{name} says what the next states are worth, and nothing ever gives it other weights "
                "than those it began with",
                change=f"every so many steps: {name}.set_weights(....get_weights()) of the network that learns",
                about=name,
            )
    return None


def _asked_networks(source: Source) -> Iterator[tuple[str, int]]:
    """Names with "target" in them that are made and then asked for values, and where they are made."""
    made = {
        dotted_name(target): value.lineno
        for node in source.nodes
        if isinstance(node, ast.Assign)
        for written in node.targets
        for target, value in paired(written, node.value)
        if isinstance(value, ast.Call) and _TARGET.search(dotted_name(target))
    }
    for call in (node for node in source.nodes if isinstance(node, ast.Call)):
        owner, _, verb = dotted_name(call.func).rpartition(".")
        name = owner if verb in _ASKS else dotted_name(call.func)
        if name in made:
            yield name, made[name]


def _is_touched(source: Source, name: str) -> bool:
    """Whether its weights are used, it is trained, handed on, or made anew."""
    last = name.rpartition(".")[2]
    asked, made = 0, 0
    for node in source.nodes:
        if isinstance(node, ast.Attribute | ast.Name) and last_name(node) == last:
            made += isinstance(node.ctx, ast.Store)
            asked += isinstance(node.ctx, ast.Load)
    calls = source.all(ast.Call)
    plain = [c for c in calls if _asks(c, last)]
    return made != 1 or asked > len(plain)


def _asks(call: ast.Call, last: str) -> bool:
    """``target(states)``, ``target.predict(states)``, or a look at it."""
    parts = dotted_name(call.func).split(".")
    looks = (*_ASKS, "summary", "compile", "build")
    return parts[-1] == last or (len(parts) > 1 and parts[-2] == last and parts[-1] in looks)
