"""
A variational autoencoder draws with the variance where the deviation belongs.

## Why it hurts
A sample is mean + deviation * noise, and the deviation of a logarithm of the variance is exp(0.5 * log_var). With
exp(log_var) the noise has another size than the divergence from the normal is told: it is too small where the encoder is
sure and too large where it is not, and what is drawn from the normal later does not fit the decoder.

## Example
    import tensorflow as tf

    def sample(mean, log_var):
        noise = tf.random.normal(tf.shape(mean))
        return mean + tf.exp(log_var) * noise

    print(sample(tf.zeros((2, 3)), tf.zeros((2, 3))))

## Instead
    import tensorflow as tf

    def sample(mean, log_var):
        noise = tf.random.normal(tf.shape(mean))
        return mean + tf.exp(0.5 * log_var) * noise

    print(sample(tf.zeros((2, 3)), tf.zeros((2, 3))))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in, value_of
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "train-2", "dev-3")
GUIDE = "Keras example: Variational AutoEncoder"
EXPLAINS = ()

_EXPONENTIAL, _VARIANCE = "exp", "var"
_NOISE = ("random", "normal")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for node in source.nodes:
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add):
            continue
        for term in (node.left, node.right):
            grown = _variance_times_noise(source, term)
            if grown is not None and not _means_deviation(source, grown):
                name = ast.unparse(grown)
                return Finding(
                    line=term.lineno,
                    about=name,
                    evidence=f"{ast.unparse(term)} multiplies the noise by exp({name}), which is the variance",
                    change=f"exp(0.5 * {name}): the deviation is the root of the variance",
                )
    return None


def _variance_times_noise(source: Source, term: ast.expr) -> ast.expr | None:
    """log_var of ``exp(log_var) * noise``; None for anything else."""
    if not isinstance(term, ast.BinOp) or not isinstance(term.op, ast.Mult):
        return None
    for factor, other in ((term.left, term.right), (term.right, term.left)):
        inside = _exponent(factor)
        if inside is not None and _is_noise(source, other):
            named = last_name(inside).lower()
            return inside if _VARIANCE in named else None
    return None


def _exponent(node: ast.expr) -> ast.expr | None:
    is_call = isinstance(node, ast.Call) and len(node.args) == 1
    if is_call and isinstance(node, ast.Call):
        named = last_name(node.func) == _EXPONENTIAL
        return node.args[0] if named else None
    return None


def _is_noise(source: Source, node: ast.expr) -> bool:
    """A call that draws at random, or a name that was given one."""
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno + 1) or node
    called = [dotted_name(call.func).lower() for call in calls_in(node)]
    return any(word in name for name in called for word in _NOISE)


def _means_deviation(source: Source, exponent: ast.expr) -> bool:
    """Whether the program takes exp(2 * v) or exp(v)**2 elsewhere: v is the log of a deviation then."""
    name = names_in(exponent)
    for node in source.nodes:
        inside = _exponent(node) if isinstance(node, ast.Call) else None
        doubled = isinstance(inside, ast.BinOp) and ast.unparse(inside).startswith(
            ("2 *", "2.0 *", "2. *")
        )
        squared = isinstance(node, ast.Call) and dotted_name(node.func).endswith("square")
        grows = (
            squared
            and isinstance(node, ast.Call)
            and any(_exponent(a) is not None for a in node.args)
        )
        if (doubled or grows) and name & names_in(node):
            return True
    return False
