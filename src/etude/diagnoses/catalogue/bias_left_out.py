"""
No layer has a bias, so the network answers 0 where all inputs are 0, and the targets do not.

## Why it hurts
Without biases every layer turns zeros into zeros: a line has to go through the origin, and a curve too. If the targets
lie around 50 with inputs around 0, no weights can get there; the loss stops at a floor that no training lowers. Biases
are left out on purpose only where a normalisation behind the layer adds a number of its own.

## Example
    import keras
    import numpy as np

    celsius = np.linspace(-40, 40, 64).reshape(-1, 1) / 40
    fahrenheit = 1.8 * celsius + 3.2

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    model.fit(celsius, fahrenheit, epochs=30, verbose=0)

## Instead
    import keras
    import numpy as np

    celsius = np.linspace(-40, 40, 64).reshape(-1, 1) / 40
    fahrenheit = 1.8 * celsius + 3.2

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    model.fit(celsius, fahrenheit, epochs=30, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import call_at, layer_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Model

SEVERITY = Severity.WARNING
SKILLS = ("model-1", "model-2", "dev-3")
GUIDE = "Keras API: Dense layer"
EXPLAINS = ("trained_too_short", "targets_not_scaled")

# Layers that add nothing of their own: what is not listed may well add a number to zeros.
_ADDS_NOTHING = frozenset(
    {
        "InputLayer", "Dropout", "Flatten", "Reshape", "ReLU", "LeakyReLU", "Activation",
        "MaxPooling1D", "MaxPooling2D", "AveragePooling1D", "AveragePooling2D",
        "GlobalAveragePooling1D", "GlobalAveragePooling2D",
    }
)  # fmt: skip
_WEIGHTED = frozenset({"Dense", "Conv1D", "Conv2D"})
_ZERO_TO_ZERO = frozenset({"linear", "relu", "tanh", "elu", "selu", "leaky_relu", "gelu", "silu"})
# The mean of targets, in their standard deviations, from which an offset is more than chance.
_OFFSET = 0.3
# The part of the offset's own cost that has to be left of the loss after a few epochs.
_OF_OFFSET, _LEAST_EPOCHS = 0.25, 3


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        fit, layer = output.fit, output.head.layer
        if fit is None or output.loss not in REGRESSION_LOSSES or layer is None:
            continue
        offset = _offset(fit)
        if offset and _turns_zeros_into_zeros(output.model) and _still_off(output, fit):
            return Finding(
                line=_bias_line(evidence, output),
                evidence=f"{told(layer)} has use_bias=False{_others(output.model)}; the inputs lie on both sides "
                f"of 0 and the targets around {offset:.4g}",
                change="leave use_bias out",
                about=output.model.name,
            )
    return None


def _offset(fit: Fit) -> float:
    """The mean of the targets when it lies far from 0 while the inputs lie around it; else 0."""
    inputs, targets = fit.train.part("0"), fit.train.part("1")
    if inputs is None or targets is None or targets.mean is None or not targets.deviation:
        return 0.0
    if inputs.low is None or inputs.high is None or not inputs.low < 0 < inputs.high:
        return 0.0
    return targets.mean if abs(targets.mean) >= _OFFSET * targets.deviation else 0.0


def _turns_zeros_into_zeros(model: Model) -> bool:
    layers = [layer for layer in all_layers(model) if layer.kind not in _ADDS_NOTHING]
    plain = all(layer.kind in _WEIGHTED for layer in layers) and model.kind != "subclassed"
    bare = all(layer.config.get("use_bias") is False for layer in layers)
    activations = {str(one.config.get("activation", "linear")) for one in all_layers(model)}
    return plain and bare and bool(layers) and activations <= _ZERO_TO_ZERO


def _still_off(output: Output, fit: Fit) -> bool:
    """Whether the loss stayed at a good part of what the offset alone costs."""
    losses, offset = fit.series("loss"), _offset(fit)
    if not fit.finished or len(losses) < _LEAST_EPOCHS:
        return False
    squared = output.loss == "mean_squared_error"
    floor = offset**2 if squared else abs(offset)
    return losses[-1] >= _OF_OFFSET * floor


def _bias_line(evidence: Evidence, output: Output) -> int:
    line = layer_line(evidence.source, output.model, output.head.layer)
    kind = output.head.layer.kind if output.head.layer else ""
    call = call_at(evidence.source, line, kind)
    return evidence.source.line_of_argument(call, "use_bias") if call else line


def _others(model: Model) -> str:
    weighted = [layer for layer in all_layers(model) if layer.kind in _WEIGHTED]
    return ", and so have the layers before it" if len(weighted) > 1 else ""
