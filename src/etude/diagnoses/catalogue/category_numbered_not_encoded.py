"""
Categories are fed to the network as the numbers 1, 2, 3, as if they had an order and distances.

## Why it hurts
A look-up numbers categories in the order of their frequency. As a plain number, "parents" = 3 is three times
"owner" = 1, and "rent" = 2 lies halfway between them; a layer can only scale that number up or down, so it
must treat the categories along one line that means nothing. One-hot columns, or an embedding, give each
category weights of its own.

## Example
    import keras
    import numpy as np

    homes = np.array(["owner", "rent", "parents", "owner"], dtype=object)

    raw = keras.Input((1,), dtype="string", name="home")
    look_up = keras.layers.StringLookup()
    look_up.adapt(homes)
    model = keras.Model(raw, keras.layers.Dense(1)(look_up(raw)))

## Instead
    import keras
    import numpy as np

    homes = np.array(["owner", "rent", "parents", "owner"], dtype=object)

    raw = keras.Input((1,), dtype="string", name="home")
    look_up = keras.layers.StringLookup(output_mode="one_hot")
    look_up.adapt(homes)
    model = keras.Model(raw, keras.layers.Dense(1)(look_up(raw)))
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from etude.diagnoses.asked import INPUTS, LABELS, behind_learned
from etude.diagnoses.encoded import EMBEDDING_LAYERS, is_made_one_hot, may_be_encoded
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.source import Source, call_line, constant, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("data-5",)
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ()
_CHANGE = 'use StringLookup(output_mode="one_hot"), or pass the numbers through an Embedding'

_LOOK_UPS = ("StringLookup", "IntegerLookup")
# Layers and operations that hand numbers on as they are.
_CARRIERS = frozenset(
    {
        "Cast",
        "Concatenate",
        "ExpandDims",
        "Flatten",
        "Identity",
        "Normalization",
        "Rescaling",
        "Reshape",
        "Squeeze",
    }
)
# Layers that multiply what they are given by weights.
_WEIGHERS = frozenset({"Dense", "EinsumDense", "LSTM", "GRU", "SimpleRNN", "Conv1D"})
_HOLDS_WORDS = ("array", "choice", "asarray", "repeat", "tile")
_NUMBERS = ("unique", "factorize")  # words by the alphabet
# Functions of NumPy and TensorFlow that put columns side by side.
_JOINS = ("column_stack", "stack", "hstack", "concatenate", "concat")
# How scikit-learn's encoders number words.
_FITS = ("fit", "fit_transform", "transform")
# Two categories and an unknown one: as 1 and 2 they differ as well as in one column of 0 and 1.
_FEWEST = 4


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for look_up in _numbered(model):
            return Finding(
                line=look_up.line or evidence.source.line_of_call(look_up.kind),
                about=look_up.name,
                evidence=f"{look_up.kind} in line {look_up.line} gives numbers from 0 to "
                f"{look_up.config['vocabulary_size'] - 1}, and a layer with weights takes them as they are",
                change=_CHANGE,
            )
    for call in _put_beside_numbers(evidence):
        return Finding(
            line=call.line,
            evidence=f"the look-up in line {call.line} gives numbers from 0 to "
            f"{call.arguments['vocabulary_size'] - 1}, and they become one column among the others",
            change=_CHANGE,
        )
    for fit in evidence.trainings:
        for line, count in _numbered_by_alphabet(evidence.source, fit):
            return Finding(
                line=line,
                evidence=f"line {line} numbers {count} words in the order of the alphabet, and the numbers become "
                "one column among the others",
                change=_CHANGE,
            )
        for call in _numbered_by_encoder(evidence, fit):
            seen = call.arguments
            return Finding(
                line=call.line,
                evidence=f"{seen['encoder']} in line {call.line} numbers {seen['count']} different words, and "
                f"fit in line {fit.line} learns from these numbers as they are",
                change="one column for each word, OneHotEncoder or pandas.get_dummies, or pass the numbers "
                "through an Embedding",
            )
    for columns in evidence.told("encoded"):
        for column in columns:
            if _is_a_numbering(column):
                return _in_features(column, evidence)
    return None


def _numbered_by_alphabet(source: Source, fit: Fit) -> Iterator[tuple[int, int]]:
    """Lines that number the words of a list that the program writes out, and how many these are."""
    if "ordered=True" in source.text:
        return
    for node in origins(source, inputs_given(source, fit.line, "fit"), before=fit.line):
        column = _coded(node)
        if column is None or may_be_encoded(source, fit, column.lineno):
            continue
        if _is_joined(source, node.lineno):  # type: ignore[attr-defined]
            behind = origins(source, column, before=column.lineno)
            count = max((len(words) for one in behind if (words := _words(one))), default=0)
            if count >= _FEWEST:
                yield column.lineno, count


def _numbered_by_encoder(evidence: Evidence, fit: Fit) -> Iterator[Call]:
    """Encoders of words that are behind the inputs of a training, and not behind its labels."""
    source = evidence.source
    inputs, labels = (_encoding(behind_learned(source, fit, p)) for p in (INPUTS, LABELS))
    for call in evidence.calls_of("numbered"):
        seen = call.arguments
        words = seen["words"] and seen["count"] >= _FEWEST and not seen["ordered"]
        plain = call.line in inputs - labels and not may_be_encoded(source, fit, call.line)
        if words and plain:
            yield call


def _encoding(nodes: Sequence[ast.AST]) -> set[int]:
    """Lines that fit something or transform by it."""
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return {
        line
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in _FITS
        for line in (call.lineno, call_line(call))
    }


def _words(node: ast.AST) -> set[str]:
    """The words of ``np.array(["west", "park"])`` or ``rng.choice(["west", "park"], 100)``.

    A list of words by itself may as well hold the names of columns.
    """
    makes = isinstance(node, ast.Call) and dotted_name(node.func).endswith(_HOLDS_WORDS)
    written = constant(node.args[0]) if isinstance(node, ast.Call) and makes and node.args else ()
    listed = isinstance(written, list | tuple)
    return {word for word in written if isinstance(word, str)} if listed else set()


def _coded(node: ast.AST) -> ast.expr | None:
    """The column of ``np.unique(column, return_inverse=True)`` or ``column.cat.codes``."""
    if isinstance(node, ast.Call) and dotted_name(node.func).endswith(_NUMBERS) and node.args:
        return node.args[0]
    codes = isinstance(node, ast.Attribute) and node.attr == "codes"
    return node.value if isinstance(node, ast.Attribute) and codes else None


def _put_beside_numbers(evidence: Evidence) -> Iterator[Call]:
    """Look-ups outside a model whose numbers are joined with other columns, and never encoded."""
    source = evidence.source
    embedded = any(source.calls(name) for name in EMBEDDING_LAYERS)
    for call in [call for kind in _LOOK_UPS for call in evidence.calls_of(f"{kind}.call")]:
        many = call.arguments["vocabulary_size"] >= _FEWEST
        numbers = call.arguments["output_mode"] == "int"
        plain = not embedded and not is_made_one_hot(source, call.line)
        if many and numbers and plain and _is_joined(source, call.line):
            yield call


def _is_joined(source: Source, line: int) -> bool:
    """Whether what a line makes stands among the columns that are put into one array."""
    made = source.all(ast.Assign)
    names = {
        name
        for node in made
        if node.lineno <= line <= (node.end_lineno or line)
        for target in node.targets
        for name in names_in(target)
    }
    joins = [call for name in _JOINS for call in source.calls(name)]
    return any(
        join.lineno <= line <= (join.end_lineno or line)
        or (join.lineno > line and names & names_in(*join.args))
        for join in joins
    )


def _numbered(model: Model) -> Iterator[Layer]:
    for layer in model.layers_of(*_LOOK_UPS):
        numbers = layer.config.get("output_mode", "int") == "int"
        many = layer.config.get("vocabulary_size", 0) >= _FEWEST
        if numbers and many and _reaches_weights(layer.name, model):
            yield layer


def _reaches_weights(name: str, model: Model) -> bool:
    """Whether what a layer gives comes to a layer with weights through carriers alone."""
    waiting, seen = [name], set()
    while waiting:
        at = waiting.pop()
        seen.add(at)
        for layer in model.layers:
            fed = any(path.partition(":")[0] == at for call in layer.calls for path in call)
            if fed and layer.kind in _WEIGHERS:
                return True
            if fed and layer.kind in _CARRIERS and layer.name not in seen:
                waiting.append(layer.name)
    return False


def _is_a_numbering(column: Mapping[str, Any]) -> bool:
    """Whether one feature carries three or more categories as values of their own."""
    codes = np.asarray(column["codes"])
    return codes.ndim == 2 and codes.shape[1] == 1 and len(np.unique(codes)) >= 3


def _in_features(column: Mapping[str, Any], evidence: Evidence) -> Finding:
    codes = np.asarray(column["codes"])[:, 0].tolist()
    pairs = ", ".join(
        f"{name} is {value:.3g}" for name, value in zip(column["categories"], codes, strict=True)
    )
    line = next((evidence.source.line_of_call(name) for name in _LOOK_UPS), 0)
    return Finding(
        line=line or next((f.lineno for f in evidence.source.functions()), 1),
        about=column["column"],
        evidence=f"{column['column']} becomes one number: {pairs}",
        change=_CHANGE,
    )
