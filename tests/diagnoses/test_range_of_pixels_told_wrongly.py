"""SSIM and PSNR with a span that is not that of the pixels."""

from typing import Any

import pytest
from described import dense, evidence, fit, model

from etude.diagnoses.catalogue import range_of_pixels_told_wrongly as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, TensorSample

LEARNED = TensorSample(path="1", dtype="float32", shape=[8, 16, 16, 1], low=0.0, high=0.9)


def measured(told: float, **more: Any) -> Evidence:
    given = {"max_val": told, "input_dtype": "float32"} | more
    call = Call(name="tf.image.psnr", line=7, arguments=given)
    return evidence(fits=[fit(model(dense(1)), labels=LEARNED)], calls=[call])


def test_fires_where_the_range_of_bytes_is_told_of_pixels_up_to_one() -> None:
    finding = diagnosis.match(measured(255))

    assert finding is not None
    assert finding.line == 7
    assert finding.change == "max_val=1.0"


def test_fires_where_what_was_measured_lay_between_0_and_1_as_well() -> None:
    assert diagnosis.match(measured(255, input_highest=1.1)) is not None


@pytest.mark.parametrize(("told", "highest"), [(255, 231.0), (1.0, 0.9)])
def test_is_silent_where_it_is_the_range_of_what_was_measured(told: float, highest: float) -> None:
    assert diagnosis.match(measured(told, input_highest=highest)) is None
