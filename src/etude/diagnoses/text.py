"""Questions about models that read text: where token numbers come from, and where masks go."""

import re
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.recurrence import RECURRENT
from etude.domain.network import all_layers, consumers, find_layer
from etude.domain.observations import Fit, Layer, Model, TensorSample

#: How TensorFlow says on a CPU that an Embedding has no row for a number.
OUTSIDE_ROWS = re.compile(
    r"indices\[[\d,\s]*\]\s*=\s*(?P<number>-?\d+) is not in \[0,\s*(?P<rows>\d+)\)"
)
VECTORIZER = "TextVectorization"
# Fewer padded rows may be sentences that end in token 0 by chance.
_LEAST_SHARE = 0.25
LOOKUPS = (VECTORIZER, "StringLookup", "IntegerLookup")

# Layers that hand a mask on, as the source of keras.layers says; the operations among them do not.
PASS_MASKS_ON = frozenset(
    {
        "Dropout", "SpatialDropout1D", "GaussianNoise", "GaussianDropout", "AlphaDropout", "Dense",
        "LayerNormalization", "BatchNormalization", "UnitNormalization", "Activation", "ReLU",
        "LeakyReLU", "Softmax", "Identity", "TimeDistributed", "ActivityRegularization", "Masking",
        "Concatenate", "Add", "MultiHeadAttention", "Rescaling",
    }
)  # fmt: skip
#: Layers that drop a mask, and warn that they do.
LOSE_MASKS = frozenset(
    {
        "Conv1D", "SeparableConv1D", "DepthwiseConv1D", "Flatten", "Reshape", "Permute",
        "MaxPooling1D", "AveragePooling1D", "GlobalMaxPooling1D", "Lambda", "Cropping1D",
        "ZeroPadding1D", "UpSampling1D",
    }
)  # fmt: skip


def embeddings(model: Model) -> list[Layer]:
    """Its layers that look up vectors of token numbers, those inside models included."""
    return [layer for layer in all_layers(model) if layer.kind == "Embedding"]


def reads_inputs(model: Model, layer: Layer) -> bool:
    """Whether a layer is called on what ``fit`` was given, unchanged."""
    if model.kind == "subclassed" or not layer.calls:
        return False
    inputs = {tensor.path for tensor in model.inputs}
    inputs |= {one.name for one in model.layers if one.kind == "InputLayer"}
    return model.layers[0] is layer or set(layer.calls[0]) <= inputs


def sample_read_by(fit: Fit, layer: Layer) -> TensorSample | None:
    """What ``fit`` was given for the input that a layer is called on, unchanged."""
    if not reads_inputs(fit.model, layer):
        return None
    names = [tensor.path for tensor in fit.model.inputs]
    place = next((i for i, name in enumerate(names) if name in layer.calls[0]), 0)
    paths = ["0"] if len(names) < 2 else [f"0/{names[place]}", f"0/{place}"]
    return next((found for path in paths if (found := fit.train.part(path))), None)


def looked_up_by(model: Model, layer: Layer) -> Layer | None:
    """The preprocessing layer whose numbers a layer of this model is called on."""
    for call in layer.calls[:1]:
        for path in call:
            source = find_layer(model.layers, path)
            if source is not None and source.kind in LOOKUPS:
                return source
    return None


def masking(model: Model) -> list[Layer]:
    """Layers that mark steps to be left out."""
    return [
        layer
        for layer in model.layers
        if layer.kind == "Masking" or (layer.kind == "Embedding" and layer.config.get("mask_zero"))
    ]


def reached(model: Model, start: Layer, through: frozenset[str]) -> Iterator[Layer]:
    """Layers that the outputs of ``start`` come to, by way of layers of these kinds alone."""
    following, waiting, seen = consumers(model.layers), [start.name], {start.name}
    while waiting:
        for layer in following.get(waiting.pop(), ()):
            if layer.name not in seen:
                seen.add(layer.name)
                yield layer
                if layer.kind in through or gives_sequences(layer):
                    waiting.append(layer.name)


def recurrent_in(layer: Layer) -> Layer | None:
    """The layer itself or the one in a Bidirectional, when it is recurrent."""
    if layer.kind in RECURRENT:
        return layer
    inner = [one for one in layer.layers if one.kind in RECURRENT]
    return inner[0] if layer.kind == "Bidirectional" and inner else None


def gives_sequences(layer: Layer) -> bool:
    """A recurrent layer with a value for every step."""
    recurrent = recurrent_in(layer)
    return recurrent is not None and bool(recurrent.config.get("return_sequences"))


def keeps_last_state(model: Model) -> Layer | None:
    """The layer that the steps end in, when it gives its last state alone."""
    found = [layer for layer in model.layers if recurrent_in(layer) is not None]
    return found[-1] if found and not gives_sequences(found[-1]) else None


def padding_of(fit: Fit, layer: Layer) -> str:
    """How the data are filled up at the end; empty when they are not, or it is not known."""
    tokens, lookup = fit.train.tokens, looked_up_by(fit.model, layer)
    if tokens is None:
        return ""
    if lookup is None:
        padded = tokens.padded == "last" and tokens.share >= _LEAST_SHARE
        if padded and reads_inputs(fit.model, layer):
            return f"{tokens.share:.0%} of the rows end in zeros"
        return ""
    if lookup.kind == VECTORIZER and tokens.words and tokens.words[0] < tokens.words[-1]:
        few, _, many = tokens.words
        return f"texts of {few} to {many} words are filled up with zeros by TextVectorization"
    return ""


def adapted(evidence: Evidence, kinds: Sequence[str] = LOOKUPS) -> list[str]:
    """Kinds of preprocessing layers that were given something to learn from."""
    return [kind for kind in kinds if evidence.calls_of(f"{kind}.adapt")]


def text_fits(evidence: Evidence) -> list[Fit]:
    """Trainings of models that read token numbers."""
    return [fit for fit in evidence.trainings if embeddings(fit.model)]
