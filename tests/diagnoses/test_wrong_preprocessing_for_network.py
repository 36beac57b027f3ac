"""Pretrained networks and the pixels that they get."""

from typing import Any

import pytest
from piped import arrays, fit, layers, network, seen

from etude.diagnoses.catalogue import wrong_preprocessing_for_network
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Layer


def run(program: str, *modes: str, low: float = 0.0, high: float = 255.0) -> Evidence:
    calls = [Call(name="preprocess_input", line=7, arguments={"mode": mode}) for mode in modes]
    imported = f"from keras.applications import *\n{program}"
    return seen(fits=[fit(network(), arrays(low, high))], calls=calls, program=imported)


@pytest.mark.parametrize(
    ("program", "mode", "words"),
    [
        ("base = MobileNetV2(include_top=False)", "caffe", "trained on pixels from -1 to 1"),
        ("base = keras.applications.ResNet50()", "tf", "blue first"),
        ("base = EfficientNetB0(weights='imagenet')", "tf", "which it scales itself"),
        ("base = VGG16(weights=None)\nbase.load_weights('a.weights.h5')", "torch", "blue first"),
    ],
)
def test_fires_on_another_familys_function(program: str, mode: str, words: str) -> None:
    finding = wrong_preprocessing_for_network.match(run(program, mode))

    assert finding is not None
    assert finding.line == 7
    assert words in finding.evidence


@pytest.mark.parametrize(
    ("program", "high"),
    [("base = MobileNetV2()", 255.0), ("base = ResNet50()", 255.0), ("base = ResNet50()", 1.0)],
)
def test_fires_on_pixels_that_nothing_prepares(program: str, high: float) -> None:
    finding = wrong_preprocessing_for_network.match(run(program, high=high))

    assert finding is not None
    assert f"is given pixels from 0 to {high:.0f}" in finding.evidence


def rescaled(program: str, scale: float, offset: float = 0.0) -> Evidence:
    """Pixels from 0 to 255, a Rescaling layer in line 5 and a network of twenty layers."""
    config = {"scale": scale, "offset": offset}
    layer = Layer(name="r", kind="Rescaling", line=5, config=config)
    base = Layer(name="base", kind="Functional", layers=layers(*["Conv2D"] * 20))
    imported = f"from keras.applications import *\nRescaling()\n{program}"
    return seen(fits=[fit(network(layer, base), arrays(0.0, 255.0))], program=imported)


@pytest.mark.parametrize(
    ("program", "scale", "offset", "words"),
    [
        ("base = MobileNetV2()", 1 / 255, 0.0, "makes pixels from 0 to 1; MobileNetV2"),
        ("base = ResNet50()", 1 / 127.5, -1.0, "makes pixels from -1 to 1; ResNet50"),
        ("base = EfficientNetB0()", 1 / 255, 0.0, "which it scales itself"),
    ],
)
def test_fires_at_a_layer_that_makes_another_scale(
    program: str, scale: float, offset: float, words: str
) -> None:
    finding = wrong_preprocessing_for_network.match(rescaled(program, scale, offset))

    assert finding is not None
    assert finding.line == 5
    assert words in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        rescaled("base = MobileNetV2()", 1 / 127.5, -1.0),
        rescaled("base = MobileNetV2()\nx = Normalization()", 1 / 255),
        rescaled("base = MobileNetV2(weights=None)", 1 / 255),
        rescaled("base = ResNet50()", 0.5),
    ],
    ids=["its own scale", "something else as well", "untrained", "an unusual scale"],
)
def test_is_silent_on_a_layer_with(given: Evidence) -> None:
    assert wrong_preprocessing_for_network.match(given) is None


@pytest.mark.parametrize(
    ("program", "modes", "pixels"),
    [
        pytest.param("base = MobileNetV2()", ["tf"], {}, id="its own function"),
        pytest.param("base = EfficientNetB0()", [], {}, id="it scales inside"),
        pytest.param("base = MobileNetV2()", [], {"low": -1.0, "high": 1.0}, id="scaled by hand"),
        pytest.param("base = MobileNetV2()", [], {"high": 1.0}, id="paler, and still a picture"),
        pytest.param("base = MobileNetV2(weights=None)", ["caffe"], {}, id="untrained"),
        pytest.param("a = MobileNetV2()\nb = ResNet50()", ["caffe"], {}, id="two families"),
        pytest.param("base = MobileNetV2()\nx = Rescaling(1 / 127.5, -1)", [], {}, id="a layer"),
        pytest.param("base = MobileNetV2()\nx = x / 127.5 - 1", [], {}, id="a formula"),
        pytest.param("class ResNet50:\n    pass\nbase = ResNet50()", ["tf"], {}, id="one's own"),
        pytest.param("a = ConvNeXtTiny(include_preprocessing=False)", ["tf"], {}, id="not inside"),
        pytest.param("base = VGG16()\nmean = [103.939, 116.779, 123.68]", [], {}, id="means"),
        pytest.param("base = keras.Sequential()", ["tf"], {}, id="no such network"),
    ],
)  # fmt: skip
def test_is_silent_with(program: str, modes: list[str], pixels: dict[str, Any]) -> None:
    assert wrong_preprocessing_for_network.match(run(program, *modes, **pixels)) is None


def test_is_silent_on_another_librarys_network() -> None:
    evidence = seen(fits=[fit(network(), arrays(0.0, 255.0))], program="base = ResNet50()")

    assert wrong_preprocessing_for_network.match(evidence) is None
