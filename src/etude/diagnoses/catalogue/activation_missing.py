"""
Layers follow each other without an activation in between.

## Why it hurts
Without an activation a dense or convolutional layer only multiplies and adds. Two of them in a row can be
written as one: the second adds weights and time, but no shape that the first could not have drawn alone. Only
what lies between, such as ReLU, lets a network bend.

## Example
    import keras

    model = keras.Sequential(
        [keras.Input((8,)), keras.layers.Dense(16), keras.layers.Dense(3, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential(
        [
            keras.Input((8,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line, told
from etude.diagnoses.text import recurrent_in
from etude.domain.finding import Finding, Severity
from etude.domain.network import consumers, fed_by, find_layer
from etude.domain.observations import Layer

SEVERITY = Severity.SILENT
SKILLS = ("model-2", "image-1")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = ("trained_too_short", "predicts_constant", "stuck_at_majority")

_CONVOLUTIONS = ("Conv1D", "Conv2D", "Conv3D")
# Layers that only drop, rearrange or average values; a batch normalisation is left out on purpose,
# because linear layers around it are a known design.
_LINEAR = frozenset(
    {
        "Dropout", "SpatialDropout1D", "SpatialDropout2D", "Flatten", "Reshape", "Identity",
        "AveragePooling1D", "AveragePooling2D", "GlobalAveragePooling1D", "GlobalAveragePooling2D",
    }
)  # fmt: skip
# Taking the largest value is no straight line, but no activation either: it is passed over only
# where no convolution of the model has an activation at all.
_MAXIMUM = frozenset({"MaxPooling1D", "MaxPooling2D", "MaxPooling3D"})


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is not None:  # first things first: a stopped program may not be finished
        return None
    for model in evidence.models:
        outputs = {output.path for output in model.outputs}
        for first, second in _linear_pairs(model.layers, outputs):
            return Finding(
                line=layer_line(evidence.source, model, first),
                evidence=(
                    f"{told(first)} ({first.name}) feeds {told(second)} ({second.name}) "
                    "with no activation in between"
                ),
                change='give it activation="relu"',
                about=model.name,
            )
    return None


def _linear_pairs(
    layers: Sequence[Layer], outputs: Collection[str]
) -> Iterator[tuple[Layer, Layer]]:
    used_by = consumers(layers)
    used_once = {path for path, users in used_by.items() if len(users) == 1} - set(outputs)
    passed_over = _LINEAR if _some_convolution_bends(layers) else _LINEAR | _MAXIMUM
    for second in layers:
        yield from _linear_pairs(second.layers, second.outputs)
        if second.kind in ("Dense", *_CONVOLUTIONS):
            first = _source(layers, second, passed_over, used_once)
            if first is not None and _collapses(layers, first, second):
                yield first, second


def _source(
    layers: Sequence[Layer], layer: Layer, passed_over: frozenset[str], used_once: set[str]
) -> Layer | None:
    """The one layer without activation that feeds this one and nothing else."""
    sources = fed_by(layers, layer.name)
    while len(sources) == 1 and sources[0] in used_once:
        source = find_layer(layers, sources[0])
        if source is None or len(source.calls) != 1:
            return None
        if source.config.get("activation") == "linear" and source.kind != "Activation":
            return source
        if source.kind not in passed_over:
            return None
        sources = fed_by(layers, source.name)
    return None


def _collapses(layers: Sequence[Layer], first: Layer, second: Layer) -> bool:
    """Not a bottleneck, a factorised layer or another design that lives without an activation."""
    if first.config.get("use_bias") is False:
        return False
    if first.kind == "Dense":
        deliberate = _is_bottleneck(layers, first, second) or _reads_states(layers, first)
        return second.kind == "Dense" and not deliberate
    return first.kind in _CONVOLUTIONS and _is_square(first) and not _cuts_patches(first)


def _is_bottleneck(layers: Sequence[Layer], first: Layer, second: Layer) -> bool:
    """Fewer units than what comes in and what comes out: a deliberate squeeze."""
    units = first.config.get("units", 0)
    wide = second.config.get("units", 0)
    incoming = [find_layer(layers, path) for path in fed_by(layers, first.name)]
    shape = incoming[0].output_shape if incoming and incoming[0] else None
    width = shape[-1] if shape and isinstance(shape[-1], int) else None
    return bool(units < wide and (width is None or units < width))


def _reads_states(layers: Sequence[Layer], dense: Layer) -> bool:
    """Behind a recurrent layer, whose gates bend all that comes: one linear layer more, as many copy
    it from tutorials of series, takes nothing from what the network can learn.
    """
    path = dense.name
    while len(sources := fed_by(layers, path)) == 1:
        source = find_layer(layers, sources[0])
        if source is None or source.kind not in _LINEAR:
            return source is not None and recurrent_in(source) is not None
        path = source.name
    return False


def _is_square(layer: Layer) -> bool:
    """Looks at more than one place, equally far in each direction."""
    size = layer.config.get("kernel_size", 1)
    sides = list(size) if isinstance(size, list | tuple) else [size]
    return len(set(sides)) == 1 and sides[0] > 1


def _cuts_patches(layer: Layer) -> bool:
    """A step as long as the kernel: each patch is looked at once, as in vision transformers."""
    return bool(layer.config.get("strides") == layer.config.get("kernel_size"))


def _some_convolution_bends(layers: Sequence[Layer]) -> bool:
    """Whether any convolution is followed by an activation, of its own or as a layer."""
    used_by = consumers(layers)
    return any(_bends(layer, used_by) for layer in layers if layer.kind in _CONVOLUTIONS)


def _bends(layer: Layer, used_by: Mapping[str, Sequence[Layer]]) -> bool:
    """Its own activation, or one that comes before the next weights; also whatever is unknown here."""
    if layer.kind in _CONVOLUTIONS and layer.config.get("activation", "linear") != "linear":
        return True
    following = used_by.get(layer.name, ())
    if any(user.kind not in {*_CONVOLUTIONS, "Dense"} | _LINEAR | _MAXIMUM for user in following):
        return True
    return any(_bends(user, used_by) for user in following if user.kind in _LINEAR | _MAXIMUM)
