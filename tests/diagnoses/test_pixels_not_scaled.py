"""Pixels between 0 and 255 in front of the first weights."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from piped import arrays, fit, layers, network, pipeline, seen

from etude.diagnoses.catalogue import pixels_not_scaled
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Data, Model

PLAIN = network(*layers("InputLayer", "Conv2D", "Flatten", "Dense"))


def test_fires_on_arrays_at_the_models_first_line() -> None:
    finding = pixels_not_scaled.match(seen(fits=[fit(PLAIN, arrays(0, 255))]))

    assert finding is not None
    assert finding.line == 4
    assert "between 0 and 255" in finding.evidence


@pytest.mark.parametrize("shape", [(60, 28, 28), (60, 28, 28, 1)])
def test_fires_on_bytes_with_and_without_a_channel_axis(shape: tuple[int, ...]) -> None:
    flat = network(*layers("InputLayer", "Flatten", "Dense"))
    data = arrays(0, 255, shape=shape, dtype="uint8")

    assert pixels_not_scaled.match(seen(fits=[fit(flat, data)])) is not None


def test_fires_at_the_line_that_resizes() -> None:
    data = pipeline("list_files map batch", role="fit", high=250)
    resize = Call(name="tf.image.resize", line=14)

    finding = pixels_not_scaled.match(seen(fits=[fit(PLAIN, data)], calls=[resize]))

    assert finding is not None
    assert finding.line == 14


def test_fires_without_a_model_when_a_check_wanted_another_range() -> None:
    data = pipeline("slices map batch", high=255)
    facts = {"data": {"role": "training data"}, "wanted_range": [0.0, 1.0]}

    finding = pixels_not_scaled.match(seen(data, refused=facts))

    assert finding is not None
    assert finding.line == 2


def test_is_silent_about_data_without_a_model() -> None:
    assert pixels_not_scaled.match(seen(pipeline("slices batch", high=255))) is None


def nested(*kinds: str, name: str = "prepare") -> Model:
    inside = replace(layers("Sequential")[0], name=name, layers=layers(*kinds))
    return network(*layers("InputLayer"), inside, *layers("Conv2D"))


@pytest.mark.parametrize(
    "model",
    [
        pytest.param(network(*layers("InputLayer", "Rescaling", "Conv2D")), id="Rescaling"),
        pytest.param(
            network(*layers("InputLayer", "RandomFlip", "Rescaling", "Conv2D")), id="later"
        ),
        pytest.param(network(*layers("InputLayer", "Normalization", "Conv2D")), id="normalised"),
        pytest.param(network(*layers("InputLayer", "BatchNormalization", "Conv2D")), id="batch"),
        pytest.param(network(*layers("InputLayer", "TrueDivide", "Conv2D")), id="x / 255"),
        pytest.param(network(*layers("InputLayer", "Lambda", "Conv2D")), id="lambda"),
        pytest.param(network(*layers("InputLayer", "Scale", "Conv2D")), id="own layer"),
        pytest.param(network(*layers("Conv2D"), kind="subclassed"), id="subclassed"),
        pytest.param(nested("RandomFlip", "Rescaling"), id="nested"),
        pytest.param(
            nested("InputLayer", "Rescaling", "Normalization", *["Conv2D"] * 20), id="ready-made"
        ),
        pytest.param(nested("InputLayer", *["Conv2D"] * 30), id="takes preprocess_input"),
        pytest.param(network(*layers("InputLayer", "Embedding")), id="tokens"),
    ],
)
def test_is_silent_when_the_model_may_scale(model: Model) -> None:
    assert pixels_not_scaled.match(seen(fits=[fit(model, arrays(0, 255))])) is None


def mostly_zero(data: Data) -> Data:
    return replace(data, sample=[replace(data.sample[0], mean=0.4)])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(arrays(0, 1), id="scaled"),
        pytest.param(arrays(-1, 1), id="to minus one"),
        pytest.param(arrays(-123, 151), id="means subtracted"),
        pytest.param(arrays(0, 255, shape=(32, 8)), id="a table"),
        pytest.param(arrays(0, 255, shape=(32, 50, 3)), id="a series"),
        pytest.param(arrays(0, 60, shape=(32, 99, 40, 1)), id="a spectrogram"),
        pytest.param(mostly_zero(arrays(0, 200, shape=(32, 99, 40, 1))), id="mostly zero"),
        pytest.param(arrays(0, 4095), id="12 bits"),
    ],
)
def test_is_silent_about_other_data(data: Data) -> None:
    assert pixels_not_scaled.match(seen(fits=[fit(PLAIN, data)])) is None


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "start",
    [
        "x = keras.applications.MobileNetV3Small(\n"
        "    input_shape=(32, 32, 3), weights=None, include_top=False)(i)",
        "x = keras.applications.EfficientNetB0(\n"
        "    input_shape=(32, 32, 3), weights=None, include_top=False)(i)",
        "x = keras.layers.Conv2D(4, 3, activation='relu')(i / 255.0)",
        "x = keras.Sequential([keras.layers.RandomFlip(), keras.layers.Rescaling(1 / 255)])(i)",
    ],
)
def test_is_silent_on_live_models_that_scale(
    start: str, evidence_of: Callable[[str], Evidence]
) -> None:
    evidence = evidence_of(f"""import keras
import numpy as np

images = np.random.default_rng(0).integers(0, 256, (4, 32, 32, 3)).astype("float32")
i = keras.Input((32, 32, 3))
{start}
model = keras.Model(i, keras.layers.Dense(2)(keras.layers.GlobalAveragePooling2D()(x)))
model.compile(loss="mse")
try:
    model.fit(images, np.zeros((3, 2)), verbose=0)  # refused before it trains
except ValueError:
    pass
""")

    assert evidence.fits
    assert pixels_not_scaled.match(evidence) is None


CLASS = """\
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = keras.layers.{first}
        self.last = keras.layers.Dense(2)

    def call(self, x):
        {body}
"""
HANDED_ON = "return self.last(self.first(x))"


def subclass(body: str, *, first: str = "Conv2D(8, 3)", **more: float) -> Evidence:
    kept = layers(first.partition("(")[0], "Dense", line=4)
    of = replace(network(*kept, kind="subclassed"), line=3)
    program = CLASS.format(first=first, body=body)
    return seen(fits=[fit(of, arrays(0, more.get("high", 255)))], program=program)


@pytest.mark.parametrize(
    "body", [HANDED_ON, "x = self.first(x)\n        x = self.last(x)\n        return x"]
)
def test_fires_at_the_first_layer_of_a_subclass_that_gets_its_inputs(body: str) -> None:
    finding = pixels_not_scaled.match(subclass(body))

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    "evidence",
    [
        subclass("return self.last(self.first(x / 255))"),
        subclass("x = x / 255\n        return self.last(self.first(x))"),
        subclass("return self.last(self.first(x)) + self.last(x)"),
        subclass(HANDED_ON, first="Rescaling(1 / 255)"),
        subclass(HANDED_ON, first="Unknown(1)"),
        subclass(HANDED_ON + "\n\n    def train_step(self, data):\n        return {}"),
        subclass(HANDED_ON, high=1),
    ],
    ids=["divided", "divided before", "used twice", "rescaled", "unknown", "own step", "scaled"],
)
def test_is_silent_on_a_subclass(evidence: Evidence) -> None:
    assert pixels_not_scaled.match(evidence) is None


def test_fires_on_pictures_that_were_made_rows() -> None:
    for columns, fires in ((784, True), (3072, True), (785, False), (64, False)):
        given = arrays(0, 255, shape=(32, columns))

        found = pixels_not_scaled.match(seen(fits=[fit(network(*layers("Dense")), given)]))

        assert (found is not None) is fires
