"""RandomBrightness for bytes on pixels that are scaled."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import brightness_on_other_scale as diagnosis
from etude.domain.observations import Data, Fit, Model, TensorSample

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
