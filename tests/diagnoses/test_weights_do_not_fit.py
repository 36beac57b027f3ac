"""Weights for a model with other layers."""

from collections.abc import Callable

import pytest
from described import evidence

from etude.diagnoses.catalogue import weights_do_not_fit as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

HEAD = """\
import keras
D = keras.layers.Dense
keras.Sequential([keras.Input((4,)), D(3)]).save_weights("w.weights.h5")
"""
MODELS = {
    "other units": "keras.Sequential([keras.Input((4,)), D(5)])",
    "a layer more": "keras.Sequential([keras.Input((4,)), D(3), D(2)])",
    "no weights yet": "keras.Sequential([D(3)])",
}


@pytest.mark.tensorflow
@pytest.mark.parametrize("what", MODELS)
def test_fires_at_the_real_error(what: str, evidence_of: Callable[[str], Evidence]) -> None:
    program = f'{HEAD}model = {MODELS[what]}\nmodel.load_weights("w.weights.h5")\n'

    finding = diagnosis.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 5
    assert "line 3 saved" in finding.evidence
    assert ("keras.Input" in finding.change) == (what == "no weights yet")


def test_is_silent_on_a_file_that_is_missing() -> None:
    call = Call(name="Model.load_weights", line=5, error="FileNotFoundError: no such file")

    assert diagnosis.match(evidence(calls=[call])) is None
