"""Generators without the statistics that they were asked to use."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import generator_statistics_missing as diagnosis

MADE = "made = ImageDataGenerator(featurewise_center=True)\n"
FLOW = "model.fit(made.flow(x, y))\n"


@pytest.mark.parametrize(
    "made",
    [
        MADE,
        "made = ImageDataGenerator(zca_whitening=True, zoom_range=0.1)\n",
        "made = ImageDataGenerator(**dict(featurewise_std_normalization=True))\n",
    ],
)
def test_fires_at_the_generator(made: str) -> None:
    finding = diagnosis.match(evidence(program=f"\n{made}{FLOW}"))

    assert finding is not None
    assert finding.line == 2
    assert "made.fit" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        f"{MADE}made.fit(x)\n{FLOW}",
        f"{MADE}made.mean = mean\n{FLOW}",
        f"{MADE}fit_generator(made)\n{FLOW}",
        f"{MADE}for one in (made, other):\n    one.fit(x)\n{FLOW}",
        f"made = ImageDataGenerator(samplewise_center=True)\n{FLOW}",
        f"made = ImageDataGenerator(featurewise_center=False)\n{FLOW}",
    ],
    ids=["fitted", "by hand", "by a function", "in a loop", "picture by picture", "not asked"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None
