"""Calls that scale each row of a table by the numbers of that row alone."""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import full_name, given, value_of
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.source import Source, argument, constant, dotted_name, last_name
from etude.domain.observations import Fit

_OF_KERAS = (
    "keras.utils.normalize",
    "tf.keras.utils.normalize",
    "tensorflow.keras.utils.normalize",
)
_OF_SKLEARN = "sklearn.preprocessing.normalize"
_FITS = "fit_transform"
_ALONG_ROWS = (1, -1)


_NUMBER_WORDS = ("texts_to_sequences", "pad_sequences")
_VECTORIZERS = ("TextVectorization", "StringLookup")


def of_words(source: Source, fit: Fit) -> bool:
    """Whether the inputs of a fit are made of words that were given numbers."""
    inputs = inputs_given(source, fit.line, "fit")
    calls = [n for n in origins(source, inputs, before=fit.line) if isinstance(n, ast.Call)]
    made = [value_of(source, dotted_name(call.func), before=call.lineno) for call in calls]
    named = {last_name(call.func) for call in calls}
    return bool(named & {*_NUMBER_WORDS}) or any(
        isinstance(n, ast.Call) and _numbers(n) for n in made
    )


def _numbers(made: ast.Call) -> bool:
    """Whether it makes a layer that gives the numbers of words, and does not count them."""
    return last_name(made.func) in _VECTORIZERS and argument(made, "output_mode") in (None, "int")


def row_scaling(source: Source, fit: Fit) -> Iterator[ast.Call]:
    """Calls that scale rows on the way to the inputs of a fit."""
    inputs = inputs_given(source, fit.line, "fit")
    for node in origins(source, inputs, before=fit.line):
        if isinstance(node, ast.Call) and _scales_rows(source, node):
            yield node


def _scales_rows(source: Source, call: ast.Call) -> bool:
    if _turned_round(call):
        return True
    name = full_name(source, call.func)
    if name in _OF_KERAS:
        return constant(given(call, "axis", 1)) in (None, *_ALONG_ROWS)
    return name == _OF_SKLEARN and constant(given(call, "axis", 2)) in (None, 1)


def _turned_round(call: ast.Call) -> bool:
    """``scaler.fit_transform(x.T)``: a scaler takes what is then a row for a column."""
    turned = call.args[0] if call.args else None
    fits = isinstance(call.func, ast.Attribute) and call.func.attr == _FITS
    return fits and isinstance(turned, ast.Attribute) and turned.attr == "T"
