"""
A triplet loss has its distances the wrong way round: it draws the different together.

## Why it hurts
The loss is max(d(anchor, positive) - d(anchor, negative) + margin, 0): it falls as what belongs together comes near and what
does not goes away. With the two exchanged it falls as quickly, and the encoder learns the opposite of what was wanted.

## Example
    import tensorflow as tf

    def triplet_loss(anchor, positive, negative):
        positive_distance = tf.reduce_sum(tf.square(anchor - positive), axis=1)
        negative_distance = tf.reduce_sum(tf.square(anchor - negative), axis=1)
        return tf.maximum(negative_distance - positive_distance + 0.2, 0.0)

    print(triplet_loss(tf.zeros((2, 3)), tf.ones((2, 3)), tf.ones((2, 3))))

## Instead
    import tensorflow as tf

    def triplet_loss(anchor, positive, negative):
        positive_distance = tf.reduce_sum(tf.square(anchor - positive), axis=1)
        negative_distance = tf.reduce_sum(tf.square(anchor - negative), axis=1)
        return tf.maximum(positive_distance - negative_distance + 0.2, 0.0)

    print(triplet_loss(tf.zeros((2, 3)), tf.ones((2, 3)), tf.ones((2, 3))))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, value_of
from etude.diagnoses.signs import signs
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-3", "dev-3")
GUIDE = "Keras example: Image similarity estimation using a Siamese Network with a triplet loss"
EXPLAINS = NOTHING_LEARNED

_HINGES = ("maximum", "relu", "max")
_POSITIVE, _NEGATIVE = ("pos",), ("neg",)
_LENGTHS = ("square", "norm", "abs", "squared_difference", "pow", "sqrt")
_SAY_DISTANCE = ("dist", "d_pos", "d_neg", "pos_d", "neg_d", "dpos", "dneg")


def match(evidence: Evidence) -> Finding | None:
    for term in _hinged(evidence.source):
        found = {_side(evidence.source, one): (one, sign) for one, sign in signs(term)}
        if {"positive", "negative"} <= set(found):
            (near, sign_near), (far, sign_far) = found["positive"], found["negative"]
            if sign_near < 0 < sign_far:
                return Finding(
                    line=term.lineno,
                    evidence=f"{ast.unparse(term)} falls as {ast.unparse(near)} grows and {ast.unparse(far)} shrinks",
                    change=f"exchange them: {ast.unparse(near)} - {ast.unparse(far)} + margin",
                )
    return None


def _hinged(source: Source) -> Iterator[ast.expr]:
    """What is kept from falling below zero: x of ``maximum(x, 0)``, also by way of a name."""
    for call in source.all(ast.Call):
        if last_name(call.func) in _HINGES:
            for given in call.args[:2]:
                value = given
                if isinstance(given, ast.Name):
                    value = value_of(source, given.id, before=call.lineno + 1) or given
                if isinstance(value, ast.BinOp):
                    yield value


def _side(source: Source, node: ast.expr) -> str:
    """ "positive" or "negative" when it is the distance to that one; "" for anything else."""
    name = dotted_name(node)
    value = value_of(source, name, before=node.lineno) if name and "." not in name else node
    if not (_is_distance(value) or any(word in name.lower() for word in _SAY_DISTANCE)):
        return ""
    text = (name or ast.unparse(node)).lower()
    near, far = (any(w in text for w in words) for words in (_POSITIVE, _NEGATIVE))
    if near != far:
        return "positive" if near else "negative"
    return ""


def _is_distance(value: ast.expr | None) -> bool:
    """A length of a difference; similarities, which grow the other way, multiply."""
    if value is None:
        return False
    parts = list(ast.walk(value))
    subtracts = any(isinstance(p, ast.BinOp) and isinstance(p.op, ast.Sub) for p in parts)
    called = {last_name(c.func) for c in calls_in(value)}
    raised = any(isinstance(p, ast.BinOp) and isinstance(p.op, ast.Pow) for p in parts)
    return "squared_difference" in called or (
        subtracts and (raised or bool(called & set(_LENGTHS)))
    )
