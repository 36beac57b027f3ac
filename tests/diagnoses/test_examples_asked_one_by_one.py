"""One example at a time."""

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import examples_asked_one_by_one as diagnosis
from etude.domain.observations import Call


def _asked(times: int, rows: int = 1) -> list[Call]:
    data = arrays(rows=rows, role="predict")
    return [Call(name="Model.predict", line=5, data=data)] * times


def test_fires_where_the_model_is_asked() -> None:
    finding = diagnosis.match(evidence(calls=_asked(20)))

    assert finding is not None
    assert finding.line == 5
    assert "predict in line 5 was called 20 times" in finding.evidence


def test_fires_where_the_model_is_trained() -> None:
    finding = diagnosis.match(evidence(fits=[trained(train=arrays(rows=1))] * 16))

    assert finding is not None
    assert finding.line == 9


@pytest.mark.parametrize("calls", [_asked(5), _asked(20, rows=32)])
def test_is_silent_on_a_few_calls_and_on_batches(calls: list[Call]) -> None:
    assert diagnosis.match(evidence(calls=calls)) is None
