"""Pictures asked about that are the negatives of those learned from."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import pictures_inverted as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Data, TensorSample

NETWORK = model(dense(10))


def seen(learned: float, *asked: float, white: float = 1.0, channels: int = 1) -> Evidence:
    train = Data(
        role="fit", kind="arrays", sample=[_pictures(learned, white, channels), integers(0, 1)]
    )
    trained = replace(fit(NETWORK, labels=integers(0, 1)), train=train, line=4)
    calls = [
        Call(
            name="Model.predict",
            line=9,
            model=NETWORK,
            data=Data(role="predict", kind="arrays", sample=[_pictures(mean, white, channels, 1)]),
        )
        for mean in asked
    ]
    return evidence(fits=[trained], calls=calls)


def _pictures(mean: float, white: float, channels: int, many: int = 32) -> TensorSample:
    return TensorSample(
        path="0",
        dtype="float32",
        shape=[many, 28, 28, channels],
        low=0.0,
        high=white,
        mean=mean * white,
    )


def test_fires_on_pen_strokes_for_a_model_of_white_digits() -> None:
    finding = diagnosis.match(seen(0.13, 0.9))

    assert finding is not None
    assert finding.line == 9
    assert "light on dark, with a mean at 13% of white" in finding.evidence
    assert "dark on light, with a mean at 90% of white" in finding.evidence
    assert "1 - x" in finding.change


def test_fires_the_other_way_round_and_on_bytes() -> None:
    finding = diagnosis.match(seen(0.88, 0.1, white=255.0))

    assert finding is not None
    assert "255 - x" in finding.change


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(seen(0.13, 0.15), id="alike"),
        pytest.param(seen(0.45, 0.8), id="photographs"),
        pytest.param(seen(0.13, 0.9, 0.4), id="one light picture among others"),
        pytest.param(seen(0.13, 0.9, channels=3), id="colours"),
        pytest.param(seen(0.13), id="nothing asked"),
    ],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
