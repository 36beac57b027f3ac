"""
A loop over a text goes through its letters, where its words are looked up in a dictionary.

## Why it hurts
A string is a sequence of letters. `for word in sentence` gives "a", " ", "g", "o" and so on, none of which is among the words
of the dictionary, so all of them get the number of unknown ones. Every text becomes a row of one number: the network has
nothing to read, and learns at most how often each label occurs.

## Example
    import keras
    import numpy as np

    texts = ["lovely film", "dreadful film", "lovely plot", "dreadful plot"] * 16
    labels = np.array([1, 0, 1, 0] * 16)
    words = ["lovely", "dreadful", "film", "plot", "actor", "scene", "story"]
    numbers = {word: i + 1 for i, word in enumerate(words)}
    rows = [[numbers.get(word, 0) for word in text] for text in texts]

    model = keras.Sequential([
        keras.layers.Embedding(8, 4), keras.layers.LSTM(4), keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(keras.utils.pad_sequences(rows, maxlen=4), labels, verbose=0)

## Instead
    import keras
    import numpy as np

    texts = ["lovely film", "dreadful film", "lovely plot", "dreadful plot"] * 16
    labels = np.array([1, 0, 1, 0] * 16)
    words = ["lovely", "dreadful", "film", "plot", "actor", "scene", "story"]
    numbers = {word: i + 1 for i, word in enumerate(words)}
    rows = [[numbers.get(word, 0) for word in text.split()] for text in texts]

    model = keras.Sequential([
        keras.layers.Embedding(8, 4), keras.layers.LSTM(4), keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(keras.utils.pad_sequences(rows, maxlen=4), labels, verbose=0)
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, key_looked_up, names_in
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.text import embeddings, sample_read_by
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("text-1", "text-9", "dev-3")
GUIDE = "Python documentation: Text Sequence Type (str.split)"
EXPLAINS = (*NOTHING_LEARNED, "rows_never_filled", "inputs_all_alike")

# Fewer rows may be kinds of segments, which are all alike in many a text.
_FEWEST_ROWS = 8
# Fewer numbers may be one by chance.
_FEWEST_TOKENS = 32
_CUT = ("split", "token", "findall", "cut")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        number = _only_number(fit)
        if number is None:
            continue
        for loop in _over_letters(evidence.source):
            return Finding(
                line=loop.line,
                evidence=f"`for {loop.letter} in {loop.text}` goes through the letters of a string, and what fit learned from "
                f"in line {fit.line} is the number {number} over and over: none of them was found in the dictionary",
                change=f"cut the text into words first: for {loop.letter} in {loop.text}.split()",
                about=fit.model.name,
            )
    return None


def _only_number(fit: Fit) -> int | None:
    """The one token number that an Embedding reads; None when there are more, or few were seen."""
    for layer in embeddings(fit.model):
        sample, count = sample_read_by(fit, layer), 1
        for size in sample.shape if sample is not None else ():
            count *= size
        if sample is None or sample.low is None or sample.low != sample.high:
            continue
        if count >= _FEWEST_TOKENS and int(layer.config.get("input_dim", 0)) >= _FEWEST_ROWS:
            return int(sample.low)
    return None


@dataclass(frozen=True, slots=True)
class _Loop:
    letter: str
    text: str
    line: int


def _over_letters(source: Source) -> Iterator[_Loop]:
    """Loops over what a loop around them, or a caller, gives, with a look into a dictionary inside."""
    for node, target, iterated in _loops(source):
        if not isinstance(target, ast.Name) or not isinstance(iterated, ast.Name):
            continue
        if _looks_up(node, target.id) and _may_be_text(source, iterated):
            yield _Loop(target.id, iterated.id, iterated.lineno)


def _loops(source: Source) -> Iterator[tuple[ast.AST, ast.expr, ast.expr]]:
    for loop in source.all(ast.For):
        yield loop, loop.target, loop.iter
    for node in source.nodes:
        if isinstance(node, ast.ListComp | ast.GeneratorExp):
            for part in node.generators:
                yield node, part.target, part.iter


def _looks_up(node: ast.AST, name: str) -> bool:
    """``word in numbers``, ``numbers[word]`` or ``numbers.get(word, 0)``."""
    return any(dotted_name(key) == name for one in ast.walk(node) if (key := key_looked_up(one)))


def _may_be_text(source: Source, iterated: ast.Name) -> bool:
    """Whether it is an element of another loop, or an argument, and nothing has cut it into words."""
    outer = [values for _, target, values in _loops(source) if iterated.id in names_in(target)]
    is_handed = any(iterated.id in _arguments(one) for one in source.functions())
    return bool(outer or is_handed) and not any(_was_cut(source, one) for one in [iterated, *outer])


def _arguments(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in function.args.args if one.arg != "self"]


def _was_cut(source: Source, node: ast.expr) -> bool:
    """Whether words come out of a call on the way, also of one that fills a list step by step."""
    made = list(origins(source, node, before=node.lineno))
    calls = [one for one in made if isinstance(one, ast.Call)]
    for call in source.all(ast.Call):
        if dotted_name(call.func).endswith(".append") and names_in(call.func) & names_in(*made):
            calls += calls_in(call)
    words = [last_name(call.func).lower() for call in calls]
    return any(cut in word for word in words for cut in _CUT)
