"""
Training texts are padded at one end, later ones at the other.

## Why it hurts
`pad_sequences` puts zeros first, `TextVectorization` and `ragged.to_tensor` put them last. A network that learned with zeros
first sees every new text at places where it only knew padding, and answers badly, although each half of the program
is right by itself. One mechanism for both, best inside the model, rules that out.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    texts = [list(rng.integers(1, 50, size)) for size in rng.integers(3, 10, 64)]
    labels = np.array([int(text[0] > 25) for text in texts])

    model = keras.Sequential([
        keras.layers.Embedding(50, 4),
        keras.layers.Flatten(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(keras.utils.pad_sequences(texts, maxlen=10, padding="post"), labels, epochs=2, verbose=0)

    new = keras.utils.pad_sequences(texts[:8], maxlen=10)
    print(model.predict(new, verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    texts = [list(rng.integers(1, 50, size)) for size in rng.integers(3, 10, 64)]
    labels = np.array([int(text[0] > 25) for text in texts])

    model = keras.Sequential([
        keras.layers.Embedding(50, 4),
        keras.layers.Flatten(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(keras.utils.pad_sequences(texts, maxlen=10, padding="post"), labels, epochs=2, verbose=0)

    new = keras.utils.pad_sequences(texts[:8], maxlen=10, padding="post")
    print(model.predict(new, verbose=0))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.diagnoses.text import embeddings
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit

SEVERITY = Severity.SILENT
SKILLS = ("text-2", "deploy-4", "text-9")
GUIDE = "TensorFlow guide: Understanding masking and padding"

_ASKING = ("predict", "evaluate")
_PADS = "pad_sequences"
_OTHER = {"first": "last", "last": "first"}


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        learned = fit.train.tokens.padded if fit.train.tokens else ""
        if not learned or not embeddings(fit.model):
            continue
        for what, line, data in _later(evidence, fit):
            if data.tokens is not None and data.tokens.padded == _OTHER[learned]:
                return Finding(
                    line=_padding(evidence.source, line) or line,
                    evidence=f"fit in line {fit.line} got rows with their zeros {learned}, {what} gets rows "
                    f"with their zeros {data.tokens.padded}",
                    change="pad both in the same way: pad_sequences puts zeros first unless it is told "
                    'padding="post"',
                )
    return None


def _padding(source: Source, line: int) -> int:
    """Where the rows that a call is given were padded; 0 when that is not seen."""
    asked = (inputs_given(source, line, verb) for verb in _ASKING)
    inputs = next((one for one in asked if one is not None), None)
    for node in origins(source, inputs, before=line):
        if isinstance(node, ast.Call) and dotted_name(node.func).endswith(_PADS):
            return call_line(node)
    return 0


def _later(evidence: Evidence, fit: Fit) -> Iterator[tuple[str, int, Data]]:
    """What the same model is given besides its training data."""
    if fit.validation is not None:
        line = fit_argument_line(evidence.source, fit, "validation_data")
        yield "validation", line, fit.validation
    for call in evidence.calls_with_model_of(fit):
        if call.data is not None:
            yield f"{call.name.removeprefix('Model.')} in line {call.line}", call.line, call.data
