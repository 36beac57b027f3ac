"""
One state is repeated for every step, and nothing behind it tells the steps apart.

## Why it hurts
RepeatVector copies a vector, so that each step of what follows gets the same numbers. A Dense layer, with or without
TimeDistributed, looks at one step at a time: of equal steps it makes equal answers. Whatever the targets are, the model
gives the same number or the same class at every step, and learns their mean. A recurrent layer remembers what it
has given so far, and can go on from there.

## Example
    import keras
    import numpy as np

    series = np.sin(np.arange(80) / 4).astype("float32")
    x = np.stack([series[i : i + 8] for i in range(64)])[..., None]
    y = np.stack([series[i + 8 : i + 12] for i in range(64)])[..., None]

    model = keras.Sequential(
        [keras.Input((8, 1)), keras.layers.LSTM(8), keras.layers.RepeatVector(4), keras.layers.Dense(1)]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.sin(np.arange(80) / 4).astype("float32")
    x = np.stack([series[i : i + 8] for i in range(64)])[..., None]
    y = np.stack([series[i + 8 : i + 12] for i in range(64)])[..., None]

    model = keras.Sequential(
        [
            keras.Input((8, 1)),
            keras.layers.LSTM(8),
            keras.layers.RepeatVector(4),
            keras.layers.LSTM(8, return_sequences=True),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.domain.finding import Finding, Severity
from etude.domain.network import consumers
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("series-5", "series-6", "text-6")
GUIDE = "Keras API: RepeatVector layer"
EXPLAINS = ("predicts_constant", "stuck_at_majority", "trained_too_short")

# Layers that do the same to every step, and know no other one.
_STEP_BY_STEP = {
    *("Dense", "TimeDistributed", "EinsumDense", "Activation", "Softmax", "ReLU", "LeakyReLU"),
    *("PReLU", "ELU", "Dropout", "SpatialDropout1D", "LayerNormalization", "BatchNormalization"),
    *("Rescaling", "Identity"),
}


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        for layer in fit.model.layers:
            steps = layer.config.get("n")
            if layer.kind == "RepeatVector" and steps != 1 and _leads_out_alike(fit.model, layer):
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    evidence=f"RepeatVector({steps}) gives {steps} equal steps, and the layers behind it look at one step "
                    f"at a time: the model gives the same at all {steps} steps",
                    change="put a recurrent layer behind it, LSTM(units, return_sequences=True); or leave it out and let "
                    f"Dense give all {steps} steps at once, with Reshape behind it",
                    about=fit.model.name,
                )
    return None


def _leads_out_alike(model: Model, layer: Layer) -> bool:
    """Whether all that is made of it are outputs, step by step."""
    after = consumers(model.layers)
    # Before its first batch a Sequential does not know its output: it is the end of the chain.
    ends = {output.path for output in model.outputs} or {one.name for one in model.layers[-1:]}
    waiting = [layer.name]
    while waiting:
        path = waiting.pop()
        behind = after.get(path, ())
        if any(one.kind not in _STEP_BY_STEP or len(one.calls) != 1 for one in behind):
            return False
        if not behind and path not in ends:
            return False
        waiting += [one.name for one in behind]
    return True
