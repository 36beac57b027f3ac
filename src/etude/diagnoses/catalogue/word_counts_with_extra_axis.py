"""
Counts of words come with an axis too many, since the input of text has an axis of one.

## Why it hurts
In the modes "multi_hot", "count" and "tf_idf" a `TextVectorization` answers one text with one row. For `keras.Input((1,), dtype="string")` Keras 3
announces (batch, 1, words), and a model that was trained on rows of counts, (batch, words), refuses that. Keras 2 took the axis away, so
programs of that time are written so. A text by itself has no axis: its shape is ().

## Example
    import keras
    import numpy as np

    texts = np.array(["a good film", "a bad film"])
    words = keras.layers.TextVectorization(output_mode="multi_hot")
    words.adapt(texts)

    rows = keras.Input((words.vocabulary_size(),))
    judge = keras.Model(rows, keras.layers.Dense(1, activation="sigmoid")(rows))

    text = keras.Input((1,), dtype="string")
    whole = keras.Model(text, judge(words(text)))

## Instead
    import keras
    import numpy as np

    texts = np.array(["a good film", "a bad film"])
    words = keras.layers.TextVectorization(output_mode="multi_hot")
    words.adapt(texts)

    rows = keras.Input((words.vocabulary_size(),))
    judge = keras.Model(rows, keras.layers.Dense(1, activation="sigmoid")(rows))

    text = keras.Input((), dtype="string")
    whole = keras.Model(text, judge(words(text)))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import shape_told
from etude.diagnoses.refusals import refused_input
from etude.diagnoses.source import Source, call_line, constant
from etude.diagnoses.stops import told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-1", "model-7", "dev-3")
GUIDE = "Keras API: TextVectorization layer"
EXPLAINS = ("axes_differ_from_input",)

_COUNTING = ("multi_hot", "count", "tf_idf")
_VECTORIZES = "TextVectorization"


def match(evidence: Evidence) -> Finding | None:
    shapes, error = refused_input(evidence), evidence.error
    if shapes is None or error is None or shapes.given != [shapes.wanted[0], 1, *shapes.wanted[1:]]:
        return None
    mode, text = _mode(evidence.source), _input_of_text(evidence.source, error.line)
    if not mode or text is None:
        return None
    return Finding(
        line=call_line(text),
        evidence=f"the text has the shape (1,), so {_VECTORIZES}({mode}) gives {told_shape(shapes.given)}; the model of line "
        f"{error.line} was built for {told_shape(shapes.wanted)}",
        change='keras.Input(shape=(), dtype="string"): a text by itself has no axis',
    )


def _mode(source: Source) -> str:
    """How the texts are counted, as it is written; "" where they are not."""
    for call in source.calls(_VECTORIZES):
        for keyword in call.keywords:
            if keyword.arg == "output_mode" and constant(keyword.value) in _COUNTING:
                return ast.unparse(keyword)
    return ""


def _input_of_text(source: Source, before: int) -> ast.Call | None:
    """The last one above whose shape is (1,)."""
    found = [call for call in source.calls("Input") if call.lineno <= before]
    return next(
        (call for call in reversed(found) if constant(shape_told(call)) in ((1,), [1])), None
    )
