"""RandomBrightness for bytes on pixels that are scaled."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import brightness_on_other_scale as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Call, Data, Fit, Model, TensorSample

BYTES, ONE = [0, 255], [0, 1]


def test_fires_behind_a_scaling_layer() -> None:
    of = model(
        layer("Rescaling", scale=1 / 255),
        layer("RandomBrightness", value_range=BYTES, line=4),
        dense(3),
    )

    finding = diagnosis.match(evidence(models=[of]))

    assert finding is not None
    assert finding.line == 4
    assert "0 to 255" in finding.evidence
    assert "rescaling before it" in finding.evidence


def test_fires_on_pixels_scaled_before_the_model() -> None:
    of = model(layer("RandomBrightness", value_range=BYTES, line=4), dense(3))

    finding = diagnosis.match(evidence(fits=[trained(of, high=1.0)]))

    assert finding is not None
    assert "fit was given pixels from 0 to 1" in finding.evidence


@pytest.mark.parametrize(
    "layers",
    [
        pytest.param(
            [layer("Rescaling", scale=1 / 255), layer("RandomBrightness", value_range=ONE)],
            id="told the range",
        ),
        pytest.param(
            [layer("RandomBrightness", value_range=BYTES), layer("Rescaling", scale=1 / 255)],
            id="before the scaling",
        ),
        pytest.param(
            [
                layer("Rescaling", scale=1 / 255),
                layer("Rescaling", scale=255.0),
                layer("RandomBrightness", value_range=BYTES),
            ],
            id="scaled back",
        ),
    ],
)
def test_is_silent_where_the_ranges_agree(layers: list) -> None:  # type: ignore[type-arg]
    of = model(*layers, dense(3))

    assert diagnosis.match(evidence(fits=[trained(of, high=255.0)])) is None


def trained(of: Model, *, high: float) -> Fit:
    pixels = TensorSample(
        path="0", dtype="float32", shape=[32, 16, 16, 3], low=0.0, high=high, mean=high / 2
    )
    data = Data(role="fit", kind="arrays", sample=[pixels, integers(0, 1, 2)])
    return replace(fit(of, labels=integers(0, 1, 2)), train=data)


AUGMENTED = """augment = ImageDataGenerator(
    rotation_range=5,
    brightness_range=[0.8, 1.2])
batches = augment.flow(x, y)
"""


def flowing(
    *, low: float = 0.0, high: float = 1.0, brightness: tuple[float, ...] = (0.8, 1.2)
) -> Evidence:
    seen = {"low": low, "high": high, "brightness_range": list(brightness)}
    call = Call(name="flow", line=4, arguments=seen)
    return replace(evidence(calls=[call]), source=Source("program.py", AUGMENTED))


def test_fires_at_the_range_of_a_generator_given_scaled_pictures() -> None:
    finding = diagnosis.match(flowing())

    assert finding is not None
    assert finding.line == 3
    assert "in line 4" in finding.evidence
    assert "rescale=1 / 255" in finding.change


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(flowing(high=255.0), id="bytes"),
        pytest.param(flowing(low=-1.0), id="pixels below zero, which it scales itself"),
        pytest.param(flowing(brightness=()), id="no brightness"),
    ],
)
def test_is_silent_about_generators_of(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None
