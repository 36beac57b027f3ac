"""
An attribute is compared, misspelt or set on something else where it was to be set.

## Why it hurts
`base.trainable == False` asks a question and throws the answer away; `base.trainble = False` makes a new attribute that
nobody reads, and so does `self.stop_training = True` in a callback, where `self.model` is meant. None of them is an error in
Python, and the model goes on as if the line were not there.

## Example
    import keras

    backbone = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    backbone.trainable == False

## Instead
    import keras

    backbone = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    backbone.trainable = False
"""

import ast
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain
from typing import TypeGuard

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "dev-2")
GUIDE = "TensorFlow tutorial: Transfer learning and fine-tuning"
EXPLAINS = ("fine_tuned_too_fast", "batch_statistics_move_in_fine_tuning")

#: Attributes of models, layers and callbacks that programs set.
_SET = ("trainable", "stop_training", "learning_rate", "supports_masking")
_CALLBACK, _STOP = "Callback", "self.stop_training"
# Close enough to be a slip of the pen: one letter left out, doubled, swapped or in capitals.
_ALIKE = 0.85


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    return next(chain(_compared(source), _misspelt(source), _of_callback(source)), None)


def _compared(source: Source) -> Iterator[Finding]:
    """Lines that are nothing but ``a.trainable == False``."""
    for node in source.nodes:
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Compare):
            continue
        left, equals = node.value.left, isinstance(node.value.ops[0], ast.Eq)
        if equals and isinstance(left, ast.Attribute) and left.attr in _SET:
            yield Finding(
                line=node.lineno,
                about=ast.unparse(left),
                evidence=f"{ast.unparse(node.value)} asks whether they are equal, and changes nothing",
                change=f"one equals sign: {ast.unparse(left)} = {ast.unparse(node.value.comparators[0])}",
            )


def _misspelt(source: Source) -> Iterator[Finding]:
    """``a.trainble = False``, a name that the program uses nowhere else."""
    read = [n.attr for n in source.nodes if _is_read(n)]
    assigned = source.all(ast.Assign)
    for node in assigned:
        for target in node.targets:
            meant = _meant(target)
            if meant and isinstance(target, ast.Attribute) and target.attr not in read:
                yield Finding(
                    line=node.lineno,
                    about=ast.unparse(target),
                    evidence=f"{ast.unparse(target)} is set, and nothing of Keras reads an attribute of this name",
                    change=f"{ast.unparse(target.value)}.{meant} = {ast.unparse(node.value)}",
                )


def _of_callback(source: Source) -> Iterator[Finding]:
    """``self.stop_training`` in a callback: it is the model that has to stop."""
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and any(
            dotted_name(base).endswith(_CALLBACK) for base in node.bases
        ):
            own = [part.attr for part in ast.walk(node) if _is_read(part)]
            yield from (
                Finding(
                    line=part.lineno,
                    about=_STOP,
                    evidence=f"{node.name} sets {_STOP} of itself, and fit looks at that of the model",
                    change=f"self.model.stop_training = {ast.unparse(part.value)}",
                )
                for part in ast.walk(node)
                if isinstance(part, ast.Assign)
                and dotted_name(part.targets[0]) == _STOP
                and "stop_training" not in own
                and not (isinstance(part.value, ast.Constant) and part.value.value is False)
            )


def _is_read(node: ast.AST) -> TypeGuard[ast.Attribute]:
    return isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)


def _meant(target: ast.expr) -> str:
    """The attribute that a name was probably to be; "" when it is right or far from all."""
    if not isinstance(target, ast.Attribute) or target.attr in _SET:
        return ""
    # An underscore in front, or a word more, is a name of the program's own.
    if target.attr.startswith("_") or (
        isinstance(target.value, ast.Name) and target.value.id == "self"
    ):
        return ""
    likeness = {name: _likeness(target.attr.lower(), name) for name in _SET}
    best = max(likeness, key=lambda name: likeness[name])
    return best if likeness[best] >= _ALIKE else ""


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
