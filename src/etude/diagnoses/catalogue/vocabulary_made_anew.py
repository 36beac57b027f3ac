"""
The texts to be judged are numbered by a vocabulary of their own.

## Why it hurts
A tokenizer numbers words by how often they occur in what it was fitted on. Fitted again on the test texts, it gives the
same word another number, and the network, which has learned what its numbers mean, reads other words. The training
looks perfect and the test is no better than chance. A new tokenizer that was fitted to nothing knows no word at all: every
text becomes a row of zeros, and all get the same answer. One fitted to the new text alone begins to count from 1 again. One
vocabulary, of the training texts, must serve all parts.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    def encode(texts):
        layer = keras.layers.TextVectorization(output_sequence_length=3)
        layer.adapt(texts)
        return layer(texts)

    train, test = np.array(["good film", "bad film"] * 8), np.array(["a bad one", "good good"] * 4)
    x_train, x_test = encode(train), encode(test)
    model = keras.Sequential([
        keras.layers.Embedding(20, 4), keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(1, "sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x_train, np.array([1, 0] * 8), epochs=2, verbose=0)
    print(model.evaluate(x_test, np.array([0, 1] * 4), verbose=0))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    train, test = np.array(["good film", "bad film"] * 8), np.array(["a bad one", "good good"] * 4)
    encode = keras.layers.TextVectorization(output_sequence_length=3)
    encode.adapt(train)
    x_train, x_test = encode(train), encode(test)
    model = keras.Sequential([
        keras.layers.Embedding(20, 4), keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(1, "sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x_train, np.array([1, 0] * 8), epochs=2, verbose=0)
    print(model.evaluate(x_test, np.array([0, 1] * 4), verbose=0))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.asked import behind_judged, behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, calls_in, function_of, names_in, root, value_of
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, dotted_name, last_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("text-1", "text-2", "data-6")
GUIDE = "Keras API: TextVectorization layer"
EXPLAINS = (
    "feature_count_differs",
    "overfits",
    "trained_too_short",
    "vocabulary_left_out_of_model",
)

_MAKERS = ("Tokenizer", "TextVectorization", "StringLookup", "IntegerLookup")
_FITS = ("fit_on_texts", "adapt")
_ELSEWHERE = "in another program load it, saved beside the model or inside it"
_ENCODES = ("texts_to_sequences", "texts_to_matrix")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for fit in evidence.fits:
        learned, judged = behind_learned(source, fit), behind_judged(evidence, fit)
        line = _made_in_function(source, learned, judged) or _of_their_own(source, learned, judged)
        if line:
            return Finding(
                line=line,
                evidence=f"line {line} counts the words once more, for the texts to be judged: a word gets another "
                f"number there than in what fit learned from in line {fit.line}",
                change=f"fit it once, on the training texts, and encode every part with that one; {_ELSEWHERE}",
            )
        line = _of_the_question(source, fit, learned, judged)
        if line:
            return Finding(
                line=line,
                evidence=f"line {line} counts the words of the very text that is asked about: they get the numbers from 1 on, "
                f"other ones than in what fit learned from in line {fit.line}",
                change="encode it with what the training texts were encoded with (where a data set came as numbers, with its "
                f"word index), and lay it out in the same shape; {_ELSEWHERE}",
            )
        line = _without_words(source, learned, judged) if _reads_nothing(evidence, fit) else 0
        if line:
            return Finding(
                line=line,
                evidence=f"line {line} makes a new tokenizer and nothing is fitted to it: it knows no word, so that every text "
                "to be judged becomes a row of zeros",
                change=f"encode them with the tokenizer that the training texts were encoded with; {_ELSEWHERE}",
            )
    return None


def _of_the_question(
    source: Source, fit: Fit, learned: Sequence[ast.AST], judged: Sequence[ast.AST]
) -> int:
    """Where a vocabulary that no training can have used is fitted to what the model is asked about."""
    known = {id(node) for node in learned}
    for encoded in _encoders(source, judged):
        fits = [
            c for verb in _FITS for c in source.calls(verb) if root(c.func) == root(encoded.func)
        ]
        inside = function_around(source, encoded.lineno)
        at_hand = all(function_around(source, one.lineno) is inside for one in fits)
        if id(encoded) in known or not fits or not at_hand:
            continue
        of_it = names_in(*fits[-1].args) & names_in(*encoded.args)
        if of_it and (_trained_elsewhere(source, fit, inside) or fits[0].lineno > fit.line):
            return fits[-1].lineno
    return 0


def _trained_elsewhere(source: Source, fit: Fit, asking: ast.FunctionDef | None) -> bool:
    """Whether a function asks that makes its own vocabulary, and the training is outside of it."""
    if asking is None or spans(asking, fit.line):
        return False
    return any(dotted_name(call.func).endswith(_MAKERS) for call in calls_in(asking))


def _reads_nothing(evidence: Evidence, fit: Fit) -> bool:
    """Whether the model was asked about rows of padding alone."""
    asked = [call.data for call in evidence.calls_with_model_of(fit) if call.data is not None]
    asked += [call.data for call in evidence.calls_of("Model.predict") if call.data is not None]
    return any(_is_padding(sample) for data in asked for sample in data.sample[:1])


def _is_padding(sample: TensorSample) -> bool:
    return len(sample.shape) == 2 and sample.low == sample.high == 0


def _without_words(source: Source, learned: Sequence[ast.AST], judged: Sequence[ast.AST]) -> int:
    """Where the tokenizer of the judged part is made, when it is fitted to nothing from there on."""
    known = {root(encoded.func) for encoded in _encoders(source, learned)}
    asked = judged if judged else list(source.nodes)
    for encoded in _encoders(source, asked):
        made = value_of(source, root(encoded.func), before=encoded.lineno)
        if not isinstance(made, ast.Call) or not dotted_name(made.func).endswith(_MAKERS):
            continue
        fits = _fits_of(source, root(encoded.func))
        if known and not [line for line in fits if made.lineno <= line <= encoded.lineno]:
            return made.lineno
    return 0


def _made_in_function(source: Source, learned: Sequence[ast.AST], judged: Sequence[ast.AST]) -> int:
    """Where a function fits a vocabulary to what it is given, when both parts go through it."""
    first, second = ({id(c): c for c in _calls(nodes)} for nodes in (learned, judged))
    functions = {id(f) for c in first.values() if (f := function_of(source, c.func)) is not None}
    for call in second.values():
        function = function_of(source, call.func)
        if function is None or id(function) not in functions or id(call) in first:
            continue
        for fitted in _fits_each_time(function):
            if _is_of_words(source, function, fitted):
                return fitted.lineno
    return 0


def _fits_each_time(function: Function) -> Iterator[ast.Call]:
    """Fits to what the function is given or made of it, but for those that a condition may leave out."""
    given = {argument.arg for argument in function.args.args}
    given |= {
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    optional = {
        id(inner)
        for node in ast.walk(function)
        if isinstance(node, ast.If | ast.IfExp)
        for inner in ast.walk(node)
    }
    for call in calls_in(function):
        fits = dotted_name(call.func).endswith(_FITS) and id(call) not in optional
        if fits and names_in(*call.args) & given:
            yield call


def _is_of_words(source: Source, function: Function, fitted: ast.Call) -> bool:
    """Whether what is fitted counts words: made in the function, or outside and fitted anew."""
    made = {last_name(call.func) for call in calls_in(function)}
    outside = value_of(source, root(fitted.func), before=function.lineno)
    if isinstance(outside, ast.Call):
        made.add(last_name(outside.func))
    return bool(made & set(_MAKERS)) or dotted_name(fitted.func).endswith(_FITS[0])


def _of_their_own(source: Source, learned: Sequence[ast.AST], judged: Sequence[ast.AST]) -> int:
    """Where the vocabulary that encodes the judged part is fitted after the training part was encoded."""
    for encoded in _encoders(source, judged):
        for before in _encoders(source, learned):
            fits = _fits_of(source, root(encoded.func))
            between = [line for line in fits if before.lineno < line <= encoded.lineno]
            if between and encoded is not before and _fits_of(source, root(before.func)):
                return between[-1]
    return 0


def _encoders(source: Source, nodes: Sequence[ast.AST]) -> Iterator[ast.Call]:
    """``t.texts_to_sequences(texts)``, and a layer that is called on texts at once.

    In a mapped function it is called later, when it may have been fitted to all it will be.
    """
    later = {
        id(inner) for node in nodes if isinstance(node, ast.Lambda) for inner in ast.walk(node)
    }
    for call in _calls(nodes):
        called = dotted_name(call.func)
        fitted_layer = isinstance(call.func, ast.Name) and bool(_fits_of(source, called))
        if called.endswith(_ENCODES) or (fitted_layer and id(call) not in later):
            yield call


def _fits_of(source: Source, name: str) -> list[int]:
    calls = [c for verb in _FITS for c in source.calls(verb)]
    return [c.lineno for c in calls if root(c.func) == name]


def _calls(nodes: Iterator[ast.AST] | Sequence[ast.AST]) -> list[ast.Call]:
    return [node for node in nodes if isinstance(node, ast.Call)]
