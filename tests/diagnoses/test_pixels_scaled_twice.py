"""Divided by 255 twice: in the data, or in the data and in the model."""

from dataclasses import replace

import pytest
from described import evidence
from piped import arrays, fit, layers, network, pipeline, seen

from etude.diagnoses.catalogue import pixels_scaled_twice
from etude.domain.observations import Call, Layer, Model

TWICE = 1 / 255
PROGRAM = """def prepare(image):
    image = tf.image.resize(image, (96, 96)) / 255.0
    return Rescaling(1 / 255)(image)
"""


def rescaling(scale: float = 1 / 255) -> Layer:
    return Layer(name="rescaling", kind="Rescaling", config={"scale": scale}, line=6)


def scaling_network(scale: float = 1 / 255) -> Model:
    return network(*layers("InputLayer"), rescaling(scale), *layers("Conv2D"))


def test_fires_on_tiny_values_at_the_second_scaling() -> None:
    data = pipeline("slices map batch", high=TWICE)

    finding = pixels_scaled_twice.match(seen(data, program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "lines 2 and 3 both scale them" in finding.evidence


@pytest.mark.parametrize(
    "second",
    ["image = image / 255", "image /= 255.0", "image = image * (1 / 255)", "image = image / 127.5"],
)
def test_every_way_of_dividing_is_found(second: str) -> None:
    program = f"image = image / 255.0\n{second}\n"
    data = pipeline("slices map batch", high=2 * TWICE if "127" in second else TWICE)

    finding = pixels_scaled_twice.match(seen(data, program=program))

    assert finding is not None
    assert finding.line == 2


def test_a_conversion_from_integers_scales_too() -> None:
    call = Call(name="tf.image.convert_image_dtype", line=1, arguments={"input_dtype": "uint8"})
    data = pipeline("slices map batch", high=TWICE)

    finding = pixels_scaled_twice.match(seen(data, calls=[call], program="\nx = x / 255.0\n"))

    assert finding is not None
    assert finding.line == 2


def test_fires_on_what_becomes_all_minus_one() -> None:
    data = pipeline("slices map batch", low=-1.0, high=-0.9922)

    assert pixels_scaled_twice.match(seen(data)) is not None


def test_fires_at_the_models_layer() -> None:
    finding = pixels_scaled_twice.match(seen(fits=[fit(scaling_network(), arrays(0, 1))]))

    assert finding is not None
    assert finding.line == 6


def test_fires_before_a_ready_made_network_that_scales_inside() -> None:
    inside = replace(
        layers("Functional", line=0)[0],
        name="efficientnetb0",
        layers=[*layers("InputLayer"), rescaling(), *layers(*["Conv2D"] * 20)],
    )
    model = network(*layers("InputLayer"), inside)
    program = "images = images / 255.0\n"

    finding = pixels_scaled_twice.match(seen(fits=[fit(model, arrays(0, 1))], program=program))

    assert finding is not None
    assert finding.line == 1
    assert "inside efficientnetb0" in finding.evidence


@pytest.mark.parametrize(
    ("model", "low", "high"),
    [
        (scaling_network(), 0, 255),
        (scaling_network(2.0), 0, 1),
        (network(*layers("InputLayer", "Conv2D")), 0, 1),
        (network(*layers("InputLayer", "Conv2D")), -1, 1),
        (scaling_network(), 0, 0.2),
        (network(*layers("Rescaling"), kind="subclassed"), 0, 1),
    ],
)
def test_is_silent_when_scaled_once(model: Model, low: float, high: float) -> None:
    assert pixels_scaled_twice.match(seen(fits=[fit(model, arrays(low, high))])) is None


def test_is_silent_about_black_pictures_and_small_numbers_in_tables() -> None:
    black = pipeline("slices batch", high=0.0)
    table = pipeline("slices batch", high=0.003, shape=(None, 8))

    assert pixels_scaled_twice.match(seen(black, table)) is None


def ready(*inside: Layer) -> Layer:
    """A network that somebody has trained, too large to be opened."""
    return Layer(name="ready", kind="Functional", layers=[*inside, *layers(*["Conv2D"] * 30)])


def test_a_layer_before_a_network_that_scales_inside_is_found_without_a_training() -> None:
    twice = network(rescaling(1 / 127.5), ready(*layers("InputLayer"), rescaling(1 / 127.5)))

    finding = pixels_scaled_twice.match(evidence(models=[twice]))

    assert finding is not None
    assert finding.line == 6


@pytest.mark.parametrize(
    "once",
    [
        network(rescaling(), ready(*layers("InputLayer"))),
        network(rescaling(255.0), ready(rescaling())),
        network(ready(rescaling()), *layers("Dense")),
    ],
    ids=["scaled outside", "scaled up for it", "scaled inside"],
)
def test_a_network_whose_pixels_are_scaled_once_is_right(once: Model) -> None:
    assert pixels_scaled_twice.match(evidence(models=[once])) is None


def test_fires_on_tiny_values_of_both_signs() -> None:
    data = pipeline("slices map batch", low=-TWICE, high=TWICE)

    assert pixels_scaled_twice.match(seen(data, program=PROGRAM)) is not None


GENERATOR = """from keras.applications.vgg16 import preprocess_input
made = ImageDataGenerator(
    preprocessing_function={function},
    {more})
"""


def test_fires_at_the_rescale_of_a_generator_that_prepares_too() -> None:
    program = GENERATOR.format(function="preprocess_input", more="rescale=1 / 255")

    finding = pixels_scaled_twice.match(seen(program=program))

    assert finding is not None
    assert finding.line == 4
    assert "leave rescale out" in finding.change


@pytest.mark.parametrize(
    ("function", "more"),
    [("add_noise", "rescale=1 / 255"), ("preprocess_input", "zoom_range=0.1")],
    ids=["a function of one's own", "nothing else scales"],
)
def test_is_silent_on_a_generator_that_scales_once(function: str, more: str) -> None:
    program = GENERATOR.format(function=function, more=more)

    assert pixels_scaled_twice.match(seen(program=program)) is None


def test_of_a_ready_network_in_the_open_the_scaling_before_it_is_to_go() -> None:
    program = (
        "images = Generator(\n    rescale=1. / 255)\n" + "\n" * 3 + "base = EfficientNetB0()\n"
    )
    learned = fit(scaling_network(), arrays(0, 1))

    finding = pixels_scaled_twice.match(seen(fits=[learned], program=program))

    assert finding is not None
    assert finding.line == 2
    assert "EfficientNetB0 wants pixels from 0 to 255" in finding.change
