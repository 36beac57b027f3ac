"""
There are more token numbers than the Embedding layer has rows.

## Why it hurts
`Embedding(input_dim, ...)` holds one row for each number from 0 to `input_dim - 1`. The vocabulary counts padding and the
unknown word as well, so it is easily one or two larger than thought. On a CPU the program stops at the first
larger number; on a GPU and under XLA it runs on with wrong rows, and nothing says so.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(0, 60, (32, 8))
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.layers.Embedding(50, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(0, 60, (32, 8))
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.layers.Embedding(60, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.source import Source, argument, call_line
from etude.diagnoses.text import OUTSIDE_ROWS, embeddings, looked_up_by, sample_read_by
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.ERROR
SKILLS = ("text-3", "text-1", "dev-3")
GUIDE = "Keras API: Embedding layer"
EXPLAINS = ("stuck_at_majority",)


def match(evidence: Evidence) -> Finding | None:
    return next(_from_facts(evidence), None) or _from_the_error(evidence)


def _from_facts(evidence: Evidence) -> Iterator[Finding]:
    for fit in evidence.trainings:
        for layer in embeddings(fit.model):
            rows = layer.config.get("input_dim", 0)
            told = _asked_for(fit, layer, rows)
            if told:
                line = layer_line(evidence.source, fit.model, layer)
                yield _finding(line, rows, told)


def _asked_for(fit: Fit, layer: Layer, rows: int) -> str:
    """Which numbers come to the layer that it has no rows for."""
    lookup = looked_up_by(fit.model, layer)
    size = lookup.config.get("vocabulary_size", 0) if lookup is not None else 0
    if lookup is not None and lookup.config.get("output_mode", "int") == "int" and size > rows:
        return f"the vocabulary of {lookup.kind} has {size} entries, padding and unknown words included"
    tokens = sample_read_by(fit, layer)
    known = tokens is not None and tokens.high is not None
    whole = tokens is not None and (tokens.distinct is not None or "int" in tokens.dtype)
    if tokens is not None and known and whole and (tokens.high or 0) >= rows:
        return f"the inputs go up to {tokens.high:.0f}"
    return ""


def _from_the_error(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        found = OUTSIDE_ROWS.search(error.message)
        line = _line_of(evidence, int(found["rows"])) if found else 0
        if found is not None and line:
            return _finding(line, int(found["rows"]), f"it was asked for number {found['number']}")
    return None


def _line_of(evidence: Evidence, rows: int) -> int:
    """Where the layer with so many rows is made; 0 when there is none."""
    for model in evidence.models:
        for layer in _with_rows(model, rows):
            return layer_line(evidence.source, model, layer)
    return _written(evidence.source, rows)


def _with_rows(model: Model, rows: int) -> Iterator[Layer]:
    for layer in all_layers(model):
        if layer.kind == "Embedding" and layer.config.get("input_dim") == rows:
            yield layer


def _written(source: Source, rows: int) -> int:
    """A lone Embedding, or the one that has this number in it."""
    calls = source.calls("Embedding")
    exact = [call for call in calls if argument(call, "input_dim", 0) == rows]
    return call_line((exact or calls)[0]) if exact or len(calls) == 1 else 0


def _finding(line: int, rows: int, told: str) -> Finding:
    return Finding(
        line=line,
        evidence=f"the Embedding has {rows} rows, for the numbers 0 to {rows - 1}; {told}",
        change="let input_dim be the size of the vocabulary, vectorizer.vocabulary_size(), or the largest "
        "number plus one",
    )
