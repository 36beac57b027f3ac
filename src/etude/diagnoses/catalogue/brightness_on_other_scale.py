"""
Random brightness is drawn for another scale than the pixels have.

## Why it hurts
`RandomBrightness(0.2)` adds up to 20 % of its `value_range`, and that is 0 to 255 unless it is told otherwise: up to
51. Pixels that were scaled before it lie between 0 and 1, so half of the pictures turn black and the others
become one glaring field. The network learns from those, and meets real pictures only when it is tested.
`tf.image.random_brightness` adds up to `max_delta` to floats as they are: 50 whites out pixels between 0 and 1, and 0.2 changes
nothing that could be seen in pixels up to 255. `ImageDataGenerator(brightness_range=...)` makes bytes of the pictures first: pixels
between 0 and 1 come out as 0, and what the network learns from is black.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((32, 32, 3)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.RandomBrightness(0.2),
        keras.layers.Conv2D(16, 3, activation="relu"),
        keras.layers.GlobalMaxPooling2D(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((32, 32, 3)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.RandomBrightness(0.2, value_range=(0, 1)),
        keras.layers.Conv2D(16, 3, activation="relu"),
        keras.layers.GlobalMaxPooling2D(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import pictures, scaled_at, within_one
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.network import is_inside_model
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "image-7", "dev-3")
GUIDE = "Keras API: RandomBrightness layer"
EXPLAINS = NUMBERS_GONE_WRONG

_RANGE = "brightness_range"
_KIND, _FUNCTION = "RandomBrightness", "tf.image.random_brightness"
_MOST_FOR_ONE = 2.0
_SCALED = (
    "between 0 and 1",
    "take a max_delta such as 0.2, or add brightness before the pixels are scaled",
)
_STORED = ("between 0 and 255", "scale the pixels before it, or take a max_delta such as 50")
# From -1 to 1 the same happens as from 0 to 1; a scale above this leaves pixels in the tens.
_LARGEST_SCALE = 1 / 100
_BYTES = 100  # any range that reaches as far is meant for pixels up to 255


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for scaled_by, layer in _on_scaled(model):
            return _finding(evidence, model, layer, f"{scaled_by} before it")
    for fit in evidence.fits:
        pixels = pictures(fit.train)
        if pixels is not None and within_one(pixels):
            for layer in _before_any_scaling(fit.model):
                return _finding(evidence, fit.model, layer, "fit was given pixels from 0 to 1")
    return _by_delta(evidence) or _by_generator(evidence)


def _by_generator(evidence: Evidence) -> Finding | None:
    """``brightness_range`` of a generator, which cuts pictures to whole numbers before it brightens them."""
    for call in evidence.calls_of("flow"):
        low, high = call.arguments.get("low", -1.0), call.arguments.get("high", _BYTES)
        if not call.arguments.get("brightness_range") or low < 0 or not 0 < high <= 1:
            continue
        makers = [
            one for one in evidence.source.calls("ImageDataGenerator") if one.lineno <= call.line
        ]
        lines = [evidence.source.line_of_argument(one, _RANGE) for one in makers if _has_range(one)]
        return Finding(
            line=max(lines, default=call.line),
            evidence=f"{_RANGE} makes whole numbers of the pictures that flow is given in line {call.line}, and their pixels "
            f"lie between {low:.3g} and {high:.3g}: the changed pictures are black",
            change="give flow the pictures with pixels up to 255, and the generator rescale=1 / 255, which comes behind the "
            f"brightness; or leave {_RANGE} out",
            about="flow",
        )
    return None


def _has_range(maker: ast.Call) -> bool:
    return any(keyword.arg == _RANGE for keyword in maker.keywords)


def _by_delta(evidence: Evidence) -> Finding | None:
    """``tf.image.random_brightness`` on floats; whole numbers it brings to its own scale and back."""
    for call in evidence.calls_of(_FUNCTION):
        delta = float(call.arguments.get("max_delta") or 0)
        floats = str(call.arguments.get("input_dtype", "")).startswith("float")
        for data in evidence.training_data() if floats else ():
            scaled = scaled_at(evidence, data, call.line)
            if scaled is not None and (delta > _MOST_FOR_ONE if scaled else 0 < delta <= 1):
                there, change = _SCALED if scaled else _STORED
                return Finding(
                    line=call.line,
                    evidence=f"random_brightness adds up to {delta:g} to each pixel, and the pixels lie {there} at this point",
                    change=change,
                    about=_FUNCTION,
                )
    return None


def _finding(evidence: Evidence, model: Model, layer: Layer, why: str) -> Finding:
    low, high = layer.config["value_range"]
    return Finding(
        line=layer_line(evidence.source, model, layer),
        evidence=f"{layer.name} adds a part of its value_range, {low:g} to {high:g}, to pixels that "
        f"are scaled already: {why}",
        change="give it value_range=(0, 1), or put it before the scaling",
        about=layer.name,
    )


def _on_scaled(model: Model) -> Iterator[tuple[str, Layer]]:
    """Brightness layers behind one that scales, with the name of that one."""
    scaled_by = ""
    for layer in _in_order(model.layers):
        if layer.kind == "Rescaling":
            scaled_by = layer.name if _divides(layer) else ""
        elif scaled_by and _is_for_bytes(layer):
            yield scaled_by, layer


def _before_any_scaling(model: Model) -> Iterator[Layer]:
    for layer in _in_order(model.layers):
        if layer.kind in ("Rescaling", "Normalization", "Lambda"):
            return
        if _is_for_bytes(layer):
            yield layer


def _in_order(layers: Sequence[Layer]) -> Iterator[Layer]:
    for layer in layers:
        if is_inside_model(layer):
            yield from _in_order(layer.layers)
        else:
            yield layer


def _divides(layer: Layer) -> bool:
    scale = layer.config.get("scale")
    return isinstance(scale, int | float) and 0 < scale <= _LARGEST_SCALE


def _is_for_bytes(layer: Layer) -> bool:
    if layer.kind != _KIND:
        return False
    given = layer.config.get("value_range")
    return isinstance(given, Sequence) and len(given) == 2 and max(given) > _BYTES
