"""
The learning rate is set by a name that no optimizer reads any more.

## Why it hurts
In Keras 2 `optimizer.lr` was another name of the learning rate, and `decay` lowered it. In Keras 3 the first only
puts an attribute on the object, and the second is ignored with a warning: training goes on with the learning rate
it had.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.optimizer.lr = 0.0001
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.optimizer.learning_rate = 0.0001
    model.fit(features, labels, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-9", "dev-6")
GUIDE = "Keras API: Learning rate schedules"
EXPLAINS = ()

_OF_OPTIMIZER = re.compile(r"(^|\.|_)opt(imi[sz]er)?$", re.IGNORECASE)
_DECAY_IGNORED = re.compile(r"`decay` is no longer supported and will be ignored")


def match(evidence: Evidence) -> Finding | None:
    if line := _assignment(evidence.source):
        return Finding(
            line=line,
            evidence=f"line {line} sets lr, which no optimizer of Keras 3 reads",
            change="set learning_rate in its place: optimizer.learning_rate = ...",
            about="lr",
        )
    for warning in evidence.warnings:
        if _DECAY_IGNORED.search(warning.message):
            return Finding(
                line=warning.line,
                evidence="the optimizer ignores decay, so the learning rate stays the same",
                change="give a schedule as the learning rate: "
                "keras.optimizers.schedules.InverseTimeDecay or ExponentialDecay",
                about="decay",
            )
    return None


def _assignment(source: Source) -> int:
    """Where ``optimizer.lr`` is given a value; 0 without one."""
    lines = [
        target.lineno
        for node in source.nodes
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute)
        and target.attr == "lr"
        and _OF_OPTIMIZER.search(dotted_name(target.value))
    ]
    return min(lines, default=0)
