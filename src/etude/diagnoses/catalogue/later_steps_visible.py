"""
A network that shall tell the next step can see it: a layer looks at later steps too.

## Why it hurts
Where a label at each step is the value or token of the step after, that step stands in the input, one place further on.
A convolution with padding="same", a Bidirectional layer or attention without a causal mask reads it from there.
So does a causal mask the wrong way round: to Keras' attention a 1 means that a step may be seen.
Training and validation come close to perfect; when the future really is not there, the network has learned nothing.

## Example
    import keras
    import numpy as np

    walks = np.random.default_rng(0).normal(size=(40, 17, 1)).cumsum(axis=1).astype("float32")
    inputs, labels = walks[:, :-1], walks[:, 1:]

    model = keras.Sequential(
        [
            keras.Input((16, 1)),
            keras.layers.Conv1D(8, 3, padding="same", activation="relu"),
            keras.layers.Conv1D(1, 1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    walks = np.random.default_rng(0).normal(size=(40, 17, 1)).cumsum(axis=1).astype("float32")
    inputs, labels = walks[:, :-1], walks[:, 1:]

    model = keras.Sequential(
        [
            keras.Input((16, 1)),
            keras.layers.Conv1D(8, 3, padding="causal", activation="relu"),
            keras.layers.Conv1D(1, 1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, labels, verbose=0)
"""

from etude.diagnoses.attention_masks import LATER, MASK, attending, masked
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at, layer_line
from etude.diagnoses.source import Source, argument, call_line
from etude.diagnoses.text import gives_sequences, recurrent_in
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("series-3", "text-8", "dev-3")
GUIDE = "Keras API: MultiHeadAttention (use_causal_mask), Conv1D (padding)"
EXPLAINS = ("forecast_repeats_last_value",)

_CONVOLUTIONS = ("Conv1D", "SeparableConv1D", "DepthwiseConv1D")
# Words of programs that think of the order in time.
_CAUSAL = ("causal", "band_part", "tril", "triu", "look_ahead")
_ARGUMENT = "use_causal_mask"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        if fit.train.next_of:
            found = _masked_the_other_way(evidence.source, fit)
            if found is not None:
                return found
        if fit.train.next_of == "0":  # of several inputs one may well be seen as a whole
            found = _in_layers(evidence.source, fit) or _in_attention(evidence.source, fit)
            if found is not None:
                return found
    return None


def _in_layers(source: Source, fit: Fit) -> Finding | None:
    for layer in all_layers(fit.model):
        told, change = _looks_ahead(layer)
        if told:
            return _finding(_line(source, fit.model, layer), fit, told, change)
    return None


def _looks_ahead(layer: Layer) -> tuple[str, str]:
    """What makes a layer see later steps, and what to write instead."""
    if layer.kind in _CONVOLUTIONS and layer.config.get("padding") == "same" and _width(layer) > 1:
        told = f'{layer.kind} with padding="same" sees the steps behind each as well'
        return told, 'padding="causal"'
    inner = recurrent_in(layer) if layer.kind == "Bidirectional" else None
    if inner is not None and gives_sequences(layer):
        told = f"Bidirectional reads the steps from the end as well, and gives {inner.kind} outputs for each"
        return told, f"leave Bidirectional out: {inner.kind}(..., return_sequences=True)"
    return "", ""


def _width(layer: Layer) -> int:
    size = layer.config.get("kernel_size", 1)
    given = size[0] if isinstance(size, list | tuple) and size else size
    return given if isinstance(given, int) else 1


def _line(source: Source, model: Model, layer: Layer) -> int:
    """Where the padding is written, else the layer."""
    line = layer_line(source, model, layer)
    call = call_at(source, line, layer.kind)
    return source.line_of_argument(call, "padding") if call is not None else line


def _in_attention(source: Source, fit: Fit) -> Finding | None:
    text = source.text.lower()
    for call in attending(source):
        # Whoever passes a mask of another kind says nothing of a causal one.
        refused = argument(call, _ARGUMENT) is False
        made = text.replace(_ARGUMENT, "") if refused else text.replace(MASK, "causal")
        if any(word in made for word in _CAUSAL):
            continue
        line = source.line_of_argument(call, _ARGUMENT) if refused else call_line(call)
        attention = f"with {_ARGUMENT}=False attention" if refused else "attention without a mask"
        told = f"{attention} weighs the steps behind as it does those before"
        return _finding(line, fit, told, f"call it with {_ARGUMENT}=True")
    return None


def _masked_the_other_way(source: Source, fit: Fit) -> Finding | None:
    for _, line, ones in masked(source):
        if LATER in ones:
            told = (
                f"the {MASK} of line {line} has its ones at the later steps: to Keras' attention a 1 means that a step "
                "may be seen, so each place sees nothing but what follows it"
            )
            change = f"turn the mask round, ones at the steps before and 0 behind; or leave it out and give {_ARGUMENT}=True"
            return _finding(line, fit, told, change)
    return None


def _finding(line: int, fit: Fit, told: str, change: str) -> Finding:
    return Finding(
        line=line,
        evidence=f"the labels that fit gets in line {fit.line} are its inputs one step later, and {told}",
        change=change,
        about=fit.model.name,
    )
