"""
Numbers of words go into a layer that multiplies them, as if they were amounts.

## Why it hurts
`TextVectorization` and `Tokenizer` number words: 7 is not more than 3, it is another word. A dense, recurrent or
convolutional layer multiplies the numbers all the same, so a rare word, whose number is high, counts a hundred times as
much as a frequent one, and word 8 means nearly what word 7 means. An `Embedding` gives each number a vector of its own;
counts and `multi_hot` are amounts already.

## Example
    import keras
    import numpy as np

    texts = ["good soup", "a bad cold soup", "good bread and soup", "bad bread"] * 8
    labels = np.array([1, 0, 1, 0] * 8)
    vectorize = keras.layers.TextVectorization(output_sequence_length=5)
    vectorize.adapt(texts)
    model = keras.Sequential([
        keras.Input((5,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(vectorize(texts), labels, verbose=0)

## Instead
    import keras
    import numpy as np

    texts = ["good soup", "a bad cold soup", "good bread and soup", "bad bread"] * 8
    labels = np.array([1, 0, 1, 0] * 8)
    vectorize = keras.layers.TextVectorization(output_sequence_length=5)
    vectorize.adapt(texts)
    model = keras.Sequential([
        keras.Input((5,)),
        keras.layers.Embedding(vectorize.vocabulary_size(), 8, mask_zero=True),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(vectorize(texts), labels, verbose=0)
"""

import ast
import math
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import key_looked_up
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.places import layer_line
from etude.diagnoses.sizes import largest
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.diagnoses.text import VECTORIZER, looked_up_by, reads_inputs, recurrent_in
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("text-3", "text-1", "dev-3")
GUIDE = "TensorFlow guide: Word embeddings"
EXPLAINS = ("inputs_not_scaled", *NUMBERS_GONE_WRONG)

_NUMBERS = "int"
_NUMBERS_WORDS = ".texts_to_sequences"
_CUT_INTO_WORDS = (".split", "word_tokenize", "text_to_word_sequence")
_MANY_WORDS = 16
_AXES = 3  # examples, steps, one number
# An alphabet has more; kinds of a few may well be ordered.
_FEWEST_LETTERS = 8
# Of what guessing costs. How often each letter occurs is worth some 15 % of it in English.
_NEAR_GUESSING = 0.75


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for layer, given in _multiplied(evidence, fit):
            return Finding(
                line=layer_line(evidence.source, fit.model, layer),
                about=layer.name,
                evidence=f"{layer.name} multiplies {given}, and these are numbers of words, not amounts",
                change=f"put an Embedding before it{_then(layer)}",
            )
        for layer, guessing in _reads_scaled_letters(evidence, fit):
            return Finding(
                line=layer_line(evidence.source, fit.model, layer),
                about=layer.name,
                evidence=f"{layer.name} multiplies numbers of letters, divided by how many there are, as if letters next to each "
                f"other in the alphabet meant nearly the same; the loss ended at {fit.series('loss')[-1]:.3g}, where guessing "
                f"costs {guessing:.3g}",
                change="leave the division out and put an Embedding before it, which takes the numbers as they are, (examples, "
                "steps); or give it one-hot rows, keras.utils.to_categorical(X), here and where it is asked",
            )
    return None


def _reads_scaled_letters(evidence: Evidence, fit: Fit) -> Iterator[tuple[Layer, float]]:
    """A recurrent layer on numbers from 0 to 1, one for each step, of letters that are to be foretold; and what guessing
    costs.

    Many epochs can make up for it; only a training that went badly is told of it.
    """
    shapes = [output.shape or () for output in fit.model.outputs]
    letters = (shapes[0][-1] if len(shapes) == 1 and shapes[0] else 0) or 0
    losses, guessing = fit.series("loss"), math.log(max(letters, 1))
    if letters < _FEWEST_LETTERS or not losses or losses[-1] < _NEAR_GUESSING * guessing:
        return
    if _are_between_0_and_1(fit.train.part("0")) and _divides_letters(evidence, fit):
        for layer in fit.model.layers:
            if recurrent_in(layer) is not None and reads_inputs(fit.model, layer):
                yield layer, guessing


def _are_between_0_and_1(sample: TensorSample | None) -> bool:
    """One number with a fraction for each step."""
    if sample is None or len(sample.shape) != _AXES or sample.shape[-1] != 1:
        return False
    return (
        "float" in sample.dtype
        and sample.low is not None
        and sample.low >= 0
        and largest(sample) <= 1
    )


def _divides_letters(evidence: Evidence, fit: Fit) -> bool:
    """Whether the inputs come out of a division, in a program that numbers the letters of a text."""
    source = evidence.source
    behind = origins(source, inputs_given(source, fit.line, "fit"), before=fit.line)
    divided = any(isinstance(one, ast.BinOp) and isinstance(one.op, ast.Div) for one in behind)
    return divided and any(_numbers_letters(source, one) for one in source.all(ast.DictComp))


def _numbers_letters(source: Source, made: ast.DictComp) -> bool:
    """``{letter: i for i, letter in enumerate(sorted(set(text)))}``."""
    numbered = made.generators[0].iter
    called = [
        dotted_name(one.func)
        for one in origins(source, numbered, before=made.lineno)
        if isinstance(one, ast.Call)
    ]
    return "enumerate" in called and "set" in called


def _then(layer: Layer) -> str:
    pooled = ' and pool over the words, or vectorize with output_mode="multi_hot"'
    return (
        pooled
        if layer.kind == "Dense"
        else ", which takes the numbers as they are, (examples, words)"
    )


def _multiplied(evidence: Evidence, fit: Fit) -> Iterator[tuple[Layer, str]]:
    for layer in fit.model.layers:
        if layer.kind in ("Dense", "Conv1D") or recurrent_in(layer) is not None:
            source = looked_up_by(fit.model, layer)
            if source is not None and source.kind == VECTORIZER:
                if source.config.get("output_mode") == _NUMBERS:
                    yield layer, f"what {source.name} gives"
            elif reads_inputs(fit.model, layer) and (
                _is_numbered_text(evidence, fit) or _numbers_words(evidence.source, fit)
            ):
                yield layer, "what fit was given"


def _numbers_words(source: Source, fit: Fit) -> bool:
    """Whole numbers behind which words were numbered; one-hot rows of them are small."""
    sample = fit.train.part("0")
    if sample is None or not sample.whole or largest(sample) < _MANY_WORDS:
        return False
    behind = list(origins(source, inputs_given(source, fit.line, "fit"), before=fit.line))
    names = [dotted_name(node.func) for node in behind if isinstance(node, ast.Call)]
    if any(name.endswith(_NUMBERS_WORDS) for name in names):
        return True
    return any(map(_looks_each_up, behind)) and any(
        name.endswith(_CUT_INTO_WORDS) for name in names
    )


def _looks_each_up(node: ast.AST) -> bool:
    """``[numbers[word] for word in words]``: whatever is looked up is no amount."""
    if not isinstance(node, ast.ListComp | ast.GeneratorExp):
        return False
    one, key = node.generators[-1].target, key_looked_up(node.elt)
    return isinstance(one, ast.Name) and isinstance(key, ast.Name) and key.id == one.id


def _is_numbered_text(evidence: Evidence, fit: Fit) -> bool:
    """Rows of whole numbers, as long as the vectorizer makes them or padded with zeros."""
    adapted, sample = evidence.calls_of(f"{VECTORIZER}.adapt"), fit.train.part("0")
    modes = {call.arguments.get("output_mode") for call in adapted}
    if modes != {_NUMBERS} or sample is None or not sample.dtype.startswith("int"):
        return False
    as_long = any(list(sample.shape[1:]) == [call.arguments.get("length")] for call in adapted)
    return as_long or bool(fit.train.tokens and fit.train.tokens.padded)
