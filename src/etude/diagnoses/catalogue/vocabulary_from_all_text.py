"""
The vocabulary was made from texts that should judge the model, too.

## Why it hurts
A vocabulary is learned like a weight. Made from all texts, it has every word of the validation and test texts, so none of
them is unknown there, while in use every new text brings words that the layer has never seen. The score is better than
what will come.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    words = np.array([f"word{i}" for i in range(40)])
    texts = np.array([" ".join(rng.choice(words, 5)) for _ in range(60)])
    labels = rng.integers(0, 2, 60)

    vectorize = keras.layers.TextVectorization(output_mode="multi_hot", max_tokens=50)
    vectorize.adapt(texts)
    x = np.array(vectorize(texts))

    model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x[:40], labels[:40], validation_data=(x[40:], labels[40:]), verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    words = np.array([f"word{i}" for i in range(40)])
    texts = np.array([" ".join(rng.choice(words, 5)) for _ in range(60)])
    labels = rng.integers(0, 2, 60)

    vectorize = keras.layers.TextVectorization(output_mode="multi_hot", max_tokens=50)
    vectorize.adapt(texts[:40])
    x = np.array(vectorize(texts))

    model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x[:40], labels[:40], validation_data=(x[40:], labels[40:]), verbose=0)
"""

from collections.abc import Iterator, Sequence
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.text import VECTORIZER
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data, Fit

# The score says a little too much, and most programs on text do so.
SEVERITY = Severity.WARNING
SKILLS = ("text-1", "data-6")
GUIDE = "TensorFlow tutorial: Basic text classification"
# The training is what it would be; it is the score that says too much.
ASIDE = True

_CUTS = ("take", "skip", "shard")


def match(evidence: Evidence) -> Finding | None:
    for call in _adapting(evidence):
        for fit in evidence.fits:
            told = _all_rows(call, fit, evidence) or _uncut_pipeline(call, fit)
            if told and call.line < fit.line:
                return Finding(
                    line=call.line,
                    evidence=f"adapt in line {call.line} {told}",
                    change="split first, then adapt to the training texts alone",
                )
    return None


def _adapting(evidence: Evidence) -> Iterator[Call]:
    """Texts from which a vocabulary was made; the names of classes may be looked up all at once."""
    yield from evidence.calls_of(f"{VECTORIZER}.adapt")


def _all_rows(call: Call, fit: Fit, evidence: Evidence) -> str:
    """As many rows were given as training and judging data have together."""
    rows, learned = call.arguments.get("rows", 0), _rows(fit.train)
    for judged in _judging(fit, evidence):
        if rows and learned and judged and rows == learned + judged:
            return f"was given {rows} texts: the {learned} that fit learns from and the {judged} that judge it"
    share = fit.arguments.get("validation_split") or 0.0
    if share and rows and rows == learned and not any(_judging(fit, evidence)):
        judged = learned - int(learned * (1 - share))
        return f"was given {rows} texts, of which validation_split holds {judged} back"
    return ""


def _judging(fit: Fit, evidence: Evidence) -> Iterator[int]:
    counts = [_rows(fit.validation)] if fit.validation is not None else []
    asked = [*evidence.calls_of("Model.evaluate"), *evidence.calls_of("Model.predict")]
    counts += [_rows(call.data) for call in asked if call.data is not None]
    yield from counts
    yield sum(counts)


def _rows(data: Data) -> int:
    return max(data.cardinality, 0) if data.kind == "arrays" else 0


def _uncut_pipeline(call: Call, fit: Fit) -> str:
    """The whole of a dataset from which training and validation are then taken and skipped."""
    given: Sequence[Sequence[Any]] = call.arguments.get("stages", ())
    if not given or fit.validation is None or any(op in _CUTS for op, _ in given):
        return ""
    parts = [
        [(stage.op, stage.line) for stage in data.stages] for data in (fit.train, fit.validation)
    ]
    same = all(part[:1] == [tuple(given[0])] for part in parts)
    cut = [next((stage for stage in part if stage[0] in _CUTS), None) for part in parts]
    if same and None not in cut and cut[0] is not None:
        return (
            f"was given the whole dataset, which {cut[0][0]} in line {cut[0][1]} splits afterwards"
        )
    return ""
