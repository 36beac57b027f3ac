"""Single elements of a Python generator that are batched by TensorFlow."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import elements_cross_one_by_one as diagnosis
from etude.domain.observations import Call

MANY = 5000


def given(seconds: float = 0.01, line: int = 1) -> Call:
    arguments = {"elements": MANY, "seconds": seconds}
    return Call(name="from_generator.elements", line=line, arguments=arguments)


def test_fires_at_the_generator() -> None:
    data = pipeline("from_generator map batch", batch={"batch_size": 64})

    finding = diagnosis.match(seen(data, calls=[given()]))

    assert finding is not None
    assert finding.line == 1
    assert "batch(64) in line 3 joins them" in finding.evidence


@pytest.mark.parametrize(
    ("stages", "calls"),
    [
        ("from_generator map", [given()]),
        ("from_generator batch", []),
        ("from_generator batch", [given(seconds=9.0)]),
        ("from_generator batch", [given(line=7)]),
    ],
    ids=["never batched", "few elements", "slow to make", "another generator"],
)
def test_is_silent_on(stages: str, calls: list[Call]) -> None:
    assert diagnosis.match(seen(pipeline(stages), calls=calls)) is None
