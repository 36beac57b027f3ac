"""Questions about pictures: how their pixels are scaled, and who scales them."""

import ast
import math
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given
from etude.diagnoses.places import call_at, function_around
from etude.diagnoses.source import Source, call_line, constant, dotted_name
from etude.diagnoses.subclasses import layer_on_inputs
from etude.domain.observations import Data, Layer, Model, TensorSample

# An 8-bit picture reaches well beyond this somewhere in a batch; a scaled one stays within [-1, 1].
_REACHED_UNSCALED = 128.0
_HIGHEST_PIXEL = 255.5
# Pictures are mostly bright or mostly dark, never mostly zero as spectrograms and counts are.
_LEAST_MEAN = 10.0
_SMALLEST_SIDE = 8
# A table may have 64 columns; 256, 784 or 3072 of them between 0 and 255 are pixels.
_SMALLEST_FLAT_SIDE = 16
_CHANNELS = (1, 3, 4)
# White is 1/255 after two divisions by 255, and 0.0078 after one by 255 and one by 127.5.
_SCALED_TWICE = 0.0085
_BLACK = 1e-4
# What x / 127.5 - 1 makes of pixels that lie within [0, 1] already.
_TWICE_TO_MINUS_ONE = -0.98
_DIVISORS = (255, 256, 127.5, 128)

# What caffe's preparation makes of 0, and of 255 at most.
_FAR_BELOW, _LESS_THE_MEAN = -50.0, 152.0
_AXES = 4

# Layers that pass pixels on in their own scale.
_KEEP_SCALE = {
    *("InputLayer", "Identity", "GetItem", "Dropout", "Flatten", "Reshape", "Permute"),
    *("Resizing", "CenterCrop", "Cropping2D", "ZeroPadding2D", "UpSampling2D"),
    *("MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D"),
    *("RandomFlip", "RandomRotation", "RandomTranslation", "RandomZoom", "RandomCrop"),
}
_FIRST_WEIGHTS = {"Conv2D", "DepthwiseConv2D", "SeparableConv2D", "Conv2DTranspose", "Dense"}
_RESCALING, _LAMBDA = "Rescaling", "Lambda"
_DIVISIONS = ("TrueDivide", "Divide")
# A model of preparing layers is small; what is larger is ready-made and has needs of its own.
_MOST_PREPARING = 15
_MOST_OF_OWN = 80
_LOOK_INSIDE = 5
_SCALE_INSIDE = {"Rescaling", "Normalization"}


def pictures(data: Data) -> TensorSample | None:
    """The sample of the pictures that a model gets, None when the data are none.

    (batch, height, width, channels), or uint8 of (batch, height, width).
    """
    sample = data.part("0") or (data.sample[0] if len(data.sample) == 1 else None)
    if sample is None or sample.high is None or sample.low is None:
        return None
    sides = sample.shape[1:3]
    if len(sides) < 2 or min(sides) < _SMALLEST_SIDE:
        return None
    if len(sample.shape) == 4 and sample.shape[3] in _CHANNELS:
        return sample
    grey = len(sample.shape) == 3 and sides[0] == sides[1] and sample.dtype == "uint8"
    return sample if grey else None


def flat_pictures(data: Data) -> TensorSample | None:
    """The sample of pictures that were made rows, (batch, height * width * channels), square ones
    of usual sizes; None when the data are none.
    """
    sample = data.part("0")
    if sample is None or len(sample.shape) != 2 or sample.high is None or sample.low is None:
        return None
    sides = {math.isqrt(sample.shape[1] // channels): channels for channels in (1, 3)}
    square = any(side * side * many == sample.shape[1] for side, many in sides.items())
    return sample if square and max(sides) >= _SMALLEST_FLAT_SIDE else None


def lost_centring(learned: TensorSample, asked: TensorSample) -> bool:
    """Pictures less the mean of ImageNet, as ResNet and VGG want them, and then such as are stored.

    ``preprocess_input`` subtracts 104 to 124 from what is between 0 and 255.
    """
    if learned.low is None or learned.high is None or len(learned.shape) != _AXES:
        return False
    centred = learned.low <= _FAR_BELOW and learned.high <= _LESS_THE_MEAN and not learned.whole
    return centred and len(asked.shape) == _AXES and asked.whole and unscaled(asked)


def unscaled(pixels: TensorSample) -> bool:
    """Whether pixels still lie between 0 and 255."""
    if pixels.low is None or pixels.high is None or pixels.low < 0:
        return False
    if pixels.dtype == "uint8":
        return pixels.high > _LEAST_MEAN
    bright = (pixels.mean or 0.0) >= _LEAST_MEAN
    return _REACHED_UNSCALED <= pixels.high <= _HIGHEST_PIXEL and bright


def within_one(pixels: TensorSample) -> bool:
    """Whether pixels lie between 0 and 1 and use that range."""
    if (
        pixels.low is None
        or pixels.high is None
        or not pixels.dtype.startswith(("float", "bfloat"))
    ):
        return False
    return pixels.low >= -0.01 and 0.5 <= pixels.high <= 1.01


def within_minus_one(pixels: TensorSample) -> bool:
    """Whether pixels lie between -1 and 1 and use that range, as after (pixels - 127.5) / 127.5."""
    low, high = pixels.low, pixels.high
    if low is None or high is None or not pixels.dtype.startswith(("float", "bfloat")):
        return False
    return -1.01 <= low <= -0.5 and 0.5 <= high <= 1.01


def scaled_twice(pixels: TensorSample) -> bool:
    """Whether pixels are so small that they must have been divided by 255 more than once."""
    if (
        pixels.low is None
        or pixels.high is None
        or not pixels.dtype.startswith(("float", "bfloat"))
    ):
        return False
    tiny = pixels.low >= -_SCALED_TWICE and _BLACK < pixels.high <= _SCALED_TWICE
    return tiny or (pixels.low >= -1.01 and pixels.high <= _TWICE_TO_MINUS_ONE)


def takes_pixels_as_they_are(model: Model) -> bool:
    """Whether the first weights meet the values that ``fit`` was given; False when in doubt.

    In doubt about unknown layers, about ready-made networks, and about subclassed models, whose
    ``call`` may do anything: see ``first_weights_of_subclass``.
    """
    if model.kind == "subclassed" or len(model.layers) > _MOST_OF_OWN:
        return False
    return next(_first_weights(model.layers), False)


def first_weights_of_subclass(source: Source, model: Model) -> Layer | None:
    """The layer with weights that the ``call`` of a subclass hands its pictures to as they are."""
    layer = layer_on_inputs(source, model) if model.kind == "subclassed" else None
    return layer if layer is not None and next(_first_weights([layer]), False) else None


def scaling_layer(model: Model, source: Source) -> Layer | None:
    """What divides by 255 near the inputs: a layer, an operation, or a ready model inside."""
    if model.kind == "subclassed":
        return None
    for layer in _in_order(model.layers):
        if _divides(layer) or _divides_in_lambda(layer, source):
            return layer
        if layer.kind not in _KEEP_SCALE:
            return layer if _scales_inside(layer) else None
    return None


def scaling_before_ready_model(model: Model) -> Layer | None:
    """The layer that divides by 255 right before a ready model that does the same inside."""
    layers = [layer for layer in _in_order(model.layers) if layer.kind not in _KEEP_SCALE]
    if len(layers) < 2 or not _divides(layers[0]):
        return None
    inside = layers[1].layers[:_LOOK_INSIDE]
    again = any(_divides(one) for one in inside)
    return layers[0] if again else None


def scalings(evidence: Evidence) -> list[int]:
    """Lines of the source that divide by 255 in one way or another, in order."""
    source = evidence.source
    converted = {
        call.line
        for call in evidence.calls_of("tf.image.convert_image_dtype")
        if call.arguments.get("input_dtype", "").startswith(("int", "uint"))
    }
    return sorted({*_divisions(source), *_rescalings(source), *converted})


def scale_factors(source: Source) -> list[int]:
    """Lines where ``1 / 255`` is written for something to multiply by, as ``rescale=1 / 255``."""
    return sorted({node.lineno for node in source.all(ast.BinOp) if _is_small_factor(node)})


def scaled_at(evidence: Evidence, data: Data, line: int) -> bool | None:
    """Whether pixels between 0 and 1 pass this line of a mapped function, or still those up to 255.

    None where the pipeline does not tell, as of functions that mapped ones call.
    """
    pixels, here = pictures(data), _stage_at(evidence.source, data, line)
    if pixels is None or here is None:
        return None
    if (pixels.high or 0.0) >= _REACHED_UNSCALED:
        return False
    in_model = {layer.line for fit in evidence.fits for layer in fit.model.layers}
    places = [
        (stage, one)
        for one in scalings(evidence)
        if one not in in_model and (stage := _stage_at(evidence.source, data, one)) is not None
    ]
    if not (within_one(pixels) or _whited_out(pixels)):
        return None
    return all(place < (here, line) for place in places) if places else None


def _whited_out(pixels: TensorSample) -> bool:
    """Scaled pixels to which tens were added."""
    return pixels.dtype.startswith("float") and (pixels.low or 0.0) < 0


def _stage_at(source: Source, data: Data, line: int) -> int | None:
    """Which stage's function holds a line; what stands outside of functions comes before all."""
    for place, stage in enumerate(data.stages):
        before = [one for one in data.stages[:place] if (one.op, one.line) == ("map", stage.line)]
        calls = [call for call in source.calls("map") if call_line(call) == stage.line]
        calls.sort(key=lambda call: (call.end_lineno, call.end_col_offset))
        if stage.op == "map" and len(before) < len(calls):
            function = function_of(source, given(calls[len(before)], "map_func", 0))
            if function is not None and function.lineno <= line <= (function.end_lineno or 0):
                return place
    return None if function_around(source, line) else -1


def line_of_pixels(evidence: Evidence, data: Data) -> int:
    """Where the learner's code gets the pictures into shape, which is where to scale them."""
    resizes = [call.line for call in evidence.calls_of("tf.image.resize") if call.line]
    return (resizes[-1] if resizes else 0) or data.line_of("map")


def _first_weights(layers: Sequence[Layer]) -> Iterator[bool]:
    for layer in _in_order(layers):
        if layer.kind in _FIRST_WEIGHTS:
            yield True
            return
        if layer.kind not in _KEEP_SCALE:
            yield False
            return


def _in_order(layers: Sequence[Layer]) -> Iterator[Layer]:
    """Layers as they stand; a small model inside is opened, a ready-made one is not."""
    for layer in layers:
        if 0 < len(layer.layers) <= _MOST_PREPARING:
            yield from _in_order(layer.layers)
        else:
            yield layer


def _scales_inside(layer: Layer) -> bool:
    return any(inner.kind in _SCALE_INSIDE for inner in layer.layers[:_LOOK_INSIDE])


def _divides(layer: Layer) -> bool:
    """A ``Rescaling``, or an operation such as ``inputs / 255``."""
    constants = layer.config.get("constants") or ()
    if layer.kind in _DIVISIONS:
        return any(number in _DIVISORS for number in constants)
    scale = next(iter(constants), None) if layer.kind == "Multiply" else layer.config.get("scale")
    scales = layer.kind in ("Multiply", _RESCALING)
    return scales and isinstance(scale, int | float) and 0 < scale <= 1 / min(_DIVISORS)


def _divides_in_lambda(layer: Layer, source: Source) -> bool:
    """A ``Lambda`` whose function does nothing but that."""
    made = call_at(source, layer.line, _LAMBDA) if layer.kind == _LAMBDA else None
    function = function_of(source, given(made, "function", 0)) if made is not None else None
    body = function.body if isinstance(function, ast.Lambda) else None
    return isinstance(body, ast.BinOp) and _is_scaling(body)


def _divisions(source: Source) -> Iterator[int]:
    for node in source.nodes:
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Div):
            if constant(node.value) in _DIVISORS:
                yield node.lineno
        elif isinstance(node, ast.BinOp) and _is_scaling(node):
            yield node.right.end_lineno or node.lineno


def _is_scaling(node: ast.BinOp) -> bool:
    if isinstance(node.op, ast.Div):
        return constant(node.right) in _DIVISORS and constant(node.left) not in (1, 2)
    sides = (node.left, node.right)
    return isinstance(node.op, ast.Mult) and any(_is_small_factor(side) for side in sides)


def _is_small_factor(node: ast.AST) -> bool:
    """``1 / 255`` or the number itself."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return constant(node.left) in (1, 2) and constant(node.right) in _DIVISORS
    value = constant(node)
    return isinstance(value, float) and 0.0039 <= value <= 0.00785


def _rescalings(source: Source) -> Iterator[int]:
    for call in source.calls(_RESCALING):
        given = next((k.value for k in call.keywords if k.arg == "scale"), None)
        factor = given or (call.args[0] if call.args else None)
        if factor is not None and (_is_small_factor(factor) or dotted_name(factor)):
            yield call_line(call)
