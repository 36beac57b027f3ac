"""repeat before shuffle."""

from dataclasses import replace

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import repeated_before_shuffling
from etude.diagnoses.source import Source
from etude.domain.observations import Data


def test_fires_at_the_repeat() -> None:
    finding = repeated_before_shuffling.match(seen(pipeline("slices repeat shuffle batch")))

    assert finding is not None
    assert finding.line == 2
    assert "repeat in line 2 comes before shuffle in line 3" in finding.evidence


@pytest.mark.parametrize(
    "data",
    [
        pipeline("slices shuffle repeat batch"),
        pipeline("slices repeat batch"),
        pipeline("slices repeat shuffle batch", repeat={"count": 1}),
        pipeline("slices shuffle repeat shuffle batch"),
        pipeline("slices repeat sample_from_datasets shuffle batch"),
        pipeline("slices repeat shuffle batch", role="validation data"),
    ],
)
def test_is_silent_on_other_orders_and_mixtures(data: Data) -> None:
    assert repeated_before_shuffling.match(seen(data)) is None


ENDLESS = """\
data = Dataset.from_generator(draw, output_signature=spec)

def draw():
    while True:
        yield rng.normal(size=3)
"""


@pytest.mark.parametrize(
    ("program", "fires"), [(ENDLESS, False), (ENDLESS.replace("while True", "for _ in rows"), True)]
)
def test_a_generator_without_an_end_has_no_second_pass(program: str, fires: bool) -> None:
    piped = seen(pipeline("from_generator repeat shuffle batch"))

    finding = repeated_before_shuffling.match(replace(piped, source=Source("a.py", program)))

    assert (finding is not None) == fires
