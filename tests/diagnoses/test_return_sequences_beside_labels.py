"""Labels of every step beside a model that answers once."""

from collections.abc import Sequence

import pytest
from described import dense, model
from stopped import arrays, dataset, stopped
from windowed import recurrent

from etude.diagnoses.catalogue import return_sequences_missing
from etude.domain.finding import Finding

REFUSED = "must have the same shape. Received: target.shape=({given}), output.shape=({wanted})"


def told(
    given: str = "None, 10",
    wanted: str = "None, 1",
    *,
    inputs: Sequence[int] = (32, 10, 4),
    sequences: bool = False,
    piped: bool = False,
) -> Finding | None:
    of = model(recurrent(sequences=sequences), dense(1), loss="binary_crossentropy")
    data = (dataset if piped else arrays)(x=inputs, y=[32, 10, 1])
    message = REFUSED.format(given=given, wanted=wanted)
    return return_sequences_missing.match(stopped(of, data, message))


@pytest.mark.parametrize("piped", [False, True], ids=["arrays", "a pipeline"])
@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("None, 10", "None, 1"),
        ("32, 10", "32, 3"),
        ("32, 10, 3", "32, 3"),
    ],
)
def test_fires_where_labels_have_the_steps_of_the_inputs(
    given: str, wanted: str, piped: bool
) -> None:
    finding = told(given, wanted, piped=piped)

    assert finding is not None
    assert "each of the 10 steps" in finding.evidence
    assert "return_sequences=True to LSTM" in finding.change


@pytest.mark.parametrize(
    "found",
    [
        told("None, 7", "None, 1"),
        told("None, 10", "None, 10"),
        told("None, 10", "None, 10, 1"),
        told(inputs=(32, 10)),
        told(sequences=True),
    ],
    ids=["other steps", "one hot", "an output with steps", "no sequences", "sequences are kept"],
)
def test_is_silent_otherwise(found: Finding | None) -> None:
    assert found is None
