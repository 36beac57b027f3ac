"""
A stateful recurrent layer was given a batch of another size than the one it was built for.

## Why it hurts
`stateful=True` keeps one state per place in the batch, so the size of a batch is part of the model. A last batch that
is smaller, or a single sequence to forecast, does not fit, and the program stops. Hardly any model needs states that
outlive a batch: windows that are whole by themselves do without. A pipeline's `batch(8)` says of no batch how large
it will be, since the last one may be smaller; `drop_remainder=True` does.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input(batch_shape=(8, 10, 1)),
        keras.layers.LSTM(4, stateful=True),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, batch_size=8, epochs=2, verbose=0)
    print(model.predict(x[:1], verbose=0))

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input((10, 1)),
        keras.layers.LSTM(4),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, batch_size=8, epochs=2, verbose=0)
    print(model.predict(x[:1], verbose=0))
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import batches, step
from etude.diagnoses.recurrence import recurrent_calls, stateful_layers
from etude.diagnoses.source import argument
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Stage

SEVERITY = Severity.ERROR
SKILLS = ("text-6", "series-5", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"

# From Keras itself, from a layer's specification, and from the operation that meets two sizes.
_SIGNS = ("stateful", "batch size", "incompatible shapes", "expected shape", "dynamic batch")
# From TensorFlow's loop over the steps, whose state has a size while its batches may have any.
_SIZE_UNKNOWN = "enters the loop with shape"


def match(evidence: Evidence) -> Finding | None:
    known = (*_SIGNS, _SIZE_UNKNOWN)
    signs = [e for e in evidence.errors if any(sign in e.message.lower() for sign in known)]
    if not signs:
        return None
    for model in evidence.models:
        for layer in stateful_layers(model):
            size = (model.inputs[0].shape or [None])[0] if model.inputs else None
            told = f"{layer.kind} is stateful and built for batches of {size}"
            if size is not None and (loose := _loose(evidence, signs[0])) is not None:
                return _of_any_size(loose, told, signs[0])
            if size is not None:
                return _finding(layer.line, told, signs)
    for call in recurrent_calls(evidence.source):
        if argument(call, "stateful") is True and "batch" in signs[0].message.lower():
            line = evidence.source.line_of_argument(call, "stateful")
            return _finding(line, "the layer is stateful, so its batch size must be fixed", signs)
    return None


def _loose(evidence: Evidence, error: Error) -> Stage | None:
    """The batching whose last batch may be smaller, of a training that TensorFlow refused for that."""
    if not evidence.fits or _SIZE_UNKNOWN not in error.message.lower():
        return None
    stages = [stage for stage in evidence.fits[-1].train.stages if batches(stage)]
    last = stages[-1] if stages else None
    return last if last is not None and not last.parameters.get("drop_remainder") else None


def _of_any_size(loose: Stage, told: str, error: Error) -> Finding:
    return Finding(
        line=loose.line or error.line,
        evidence=f"{told}, and {step(loose)} says of no batch how large it is, since the last may be smaller",
        change=f"{loose.op}(..., drop_remainder=True)",
    )


def _finding(line: int, told: str, signs: Sequence[Error]) -> Finding:
    return Finding(
        line=line,
        evidence=f"{told}; line {signs[0].line} needs another size",
        change="leave stateful=True out; else fix the batch size in Input(batch_shape=...) and give every "
        "batch that size, with drop_remainder=True; to ask about one sequence, build the same layers for batch_shape=(1, ...) and "
        "give them the weights, single.set_weights(model.get_weights())",
    )
