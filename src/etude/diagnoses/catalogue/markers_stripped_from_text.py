"""
Markers such as [START] lose their brackets in TextVectorization, and are looked up with them.

## Why it hurts
Unless it is told otherwise, `TextVectorization` writes text in small letters and strips all punctuation: of `[START]`
only `start` comes into the vocabulary. A program that looks for "[START]" or waits for "[END]" finds neither; it
stops with an error, or goes on generating to the end of its patience. Where a text has the plain word too, the
marker becomes that word.

## Example
    import keras

    lines = ["[START] va [END]", "[START] cours [END]"]
    vectorize = keras.layers.TextVectorization(output_sequence_length=4)
    vectorize.adapt(lines)
    vocabulary = vectorize.get_vocabulary()

    print(vocabulary.index("[START]"))

## Instead
    import keras

    lines = ["[START] va [END]", "[START] cours [END]"]
    vectorize = keras.layers.TextVectorization(standardize=None, output_sequence_length=4)
    vectorize.adapt(lines)
    vocabulary = vectorize.get_vocabulary()

    print(vocabulary.index("[START]"))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, root, value_of
from etude.diagnoses.source import Source, call_line, constant
from etude.diagnoses.text import VECTORIZER
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("text-1", "text-8", "dev-3")
GUIDE = "Keras API: TextVectorization (standardize)"
EXPLAINS = ()

_MARKER = re.compile(r"^[\[<{#(_]+\w+[\]>})#_]+$")
# What Keras makes of these it would not look up itself: padding and unknown words.
_OF_KERAS = ("[UNK]", "[MASK]")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    made = source.calls(VECTORIZER)
    plain = [call for call in made if _strips(call)]
    if not plain or not evidence.calls_of(f"{VECTORIZER}.adapt"):
        return None
    for marker in _looked_up(source):
        written = _written_into_text(source, marker)
        call = _adapted_to(source, plain, written)
        # Beside one that keeps brackets, that one may be what reads the markers.
        if call is None and written and len(plain) == len(made):
            call = plain[0]
        if call is not None:
            told = repr(marker.value)
            return Finding(
                line=call_line(call),
                evidence=f"the texts hold {told}, TextVectorization strips its punctuation, and line "
                f"{marker.lineno} looks for {told}",
                change="give TextVectorization standardize=None, or a function of your own that keeps the "
                "brackets; or use markers of letters only, such as startofline",
                about=str(marker.value),
            )
    return None


def _strips(call: ast.Call) -> bool:
    given = [k.value for k in call.keywords if k.arg in ("standardize", "vocabulary")]
    return not given or constant(given[0]) in ("lower_and_strip_punctuation", "strip_punctuation")


def _looked_up(source: Source) -> Iterator[ast.Constant]:
    """Markers that are an index, a key, or compared with."""
    for node in source.nodes:
        asked: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asked = node.args[:1] if node.func.attr in ("index", "get") else []
        elif isinstance(node, ast.Subscript):
            asked = [node.slice]
        elif isinstance(node, ast.Compare):
            asked = [node.left, *node.comparators]
        yield from (one for one in asked if isinstance(one, ast.Constant) and _is_marker(one.value))


def _is_marker(value: object) -> bool:
    return isinstance(value, str) and bool(_MARKER.match(value)) and value not in _OF_KERAS


def _written_into_text(source: Source, marker: ast.Constant) -> list[ast.Constant]:
    """Longer texts that hold the marker as a word."""
    return [
        node
        for node in source.nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value != marker.value
        and str(marker.value) in node.value.split()
    ]


def _adapted_to(
    source: Source, plain: list[ast.Call], written: list[ast.Constant]
) -> ast.Call | None:
    """The layer that is adapted to a name whose value is made of such a text."""
    marked = {id(one) for one in written}
    for call in source.calls("adapt"):
        for name in names_in(*call.args):
            value = value_of(source, name, before=call.lineno)
            if value is not None and any(id(node) in marked for node in ast.walk(value)):
                made = value_of(source, root(call.func), before=call.lineno)
                return made if isinstance(made, ast.Call) and made in plain else None
    return None
