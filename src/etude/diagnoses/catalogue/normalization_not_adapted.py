"""
A Normalization layer changes nothing until it is adapted.

## Why it hurts
`Normalization` subtracts a mean and divides by a standard deviation, which `adapt` computes from the
training data. Without `adapt` the mean is 0 and the variance 1: values pass through unchanged, and nothing
says so. Columns of very different sizes then reach the network, and the largest drowns the others.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    prices = rng.uniform(500, 3000, (64, 1)).astype("float32")
    targets = prices / 100

    model = keras.Sequential([
        keras.Input((1,)),
        keras.layers.Normalization(),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(prices, targets, epochs=1, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    prices = rng.uniform(500, 3000, (64, 1)).astype("float32")
    targets = prices / 100

    normalize = keras.layers.Normalization()
    normalize.adapt(prices)
    model = keras.Sequential([
        keras.Input((1,)),
        normalize,
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(prices, targets, epochs=1, verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line, spans
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "dev-3")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ("pixels_not_scaled", *NUMBERS_GONE_WRONG)
_GIVE_STATISTICS = (
    "adapt",
    "set_weights",
    "load_weights",
    "load_model",
    "load_own_variables",
    "from_config",
)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        for layer in _idle(fit.model, evidence):
            return _finding(layer, evidence, _range(fit.train))
    if not evidence.calls_of("Normalization.adapt"):
        for model in evidence.models:
            for layer in _idle(model, evidence):
                return _finding(layer, evidence, _features(evidence))
    return _called_alone(evidence)


def _called_alone(evidence: Evidence) -> Finding | None:
    """A layer that is tried on numbers, where there is no model at all and nothing gave it statistics.

    Only where the program itself runs, not in functions, of which it is not known what calls them.
    """
    source = evidence.source
    if evidence.models or evidence.trainings or evidence.errors:
        return None
    if any(map(source.calls, _GIVE_STATISTICS)):
        return None
    without_mean = [
        call for call in source.calls("Normalization") if argument(call, "mean", 1) is None
    ]
    for made in source.all(ast.Assign):
        value, target = made.value, made.targets[0]
        if not isinstance(value, ast.Call) or not isinstance(target, ast.Name) or made.col_offset:
            continue
        if value in without_mean:
            asked = next((call for call in source.calls(target.id) if call.args), None)
            if asked is not None and asked.lineno > made.lineno:
                return Finding(
                    line=call_line(value),
                    about=target.id,
                    evidence=f"{target.id} in line {asked.lineno} still has mean 0 and variance 1: adapt was never called, "
                    "and what goes in comes out unchanged",
                    change=f"{target.id}.adapt(data) with the training inputs first, several rows of them: each column "
                    "gets a mean of its own, and of a single row nothing but 0 is left",
                )
    return None


def _finding(layer: Layer, evidence: Evidence, seen: str) -> Finding:
    return Finding(
        line=layer.line,
        about=layer.name,
        evidence=f"the Normalization layer of line {layer.line} still has mean 0 and variance 1{seen}",
        change="call adapt on the layer with the training inputs, before the model is trained",
    )


def _idle(model: Model, evidence: Evidence) -> Iterator[Layer]:
    """Layers without statistics that the learner's own line makes: not those of a ready model.

    EfficientNet without weights holds such a layer too, and is none of the learner's making.
    """
    written = evidence.source.calls("Normalization")
    for layer in _all_layers(model.layers):
        idle = layer.kind == "Normalization" and layer.config.get("is_adapted") is False
        if idle and any(spans(call, layer.line) for call in written):
            yield layer


def _all_layers(layers: Sequence[Layer]) -> Iterator[Layer]:
    for layer in layers:
        yield layer
        yield from _all_layers(layer.layers)


def _range(train: Data) -> str:
    """Where the inputs lie, as far as they were seen."""
    numbers = [s for s in train.sample if s.path.startswith("0") and s.high is not None]
    if not numbers:
        return ""
    low = min(sample.low for sample in numbers if sample.low is not None)
    high = max(sample.high for sample in numbers if sample.high is not None)
    return f", and the inputs of fit lie between {low:.4g} and {high:.4g}"


def _features(evidence: Evidence) -> str:
    """What an exercise's check saw of scaled columns."""
    for columns in evidence.told("scaled"):
        known = [column for column in columns if column["mean"] is not None]
        if known:
            worst = max(known, key=lambda column: abs(column["mean"]))
            return f": {worst['column']} comes out of it with mean {worst['mean']:.4g}"
    return ""
