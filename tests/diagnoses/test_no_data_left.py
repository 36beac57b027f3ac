"""Data without a single batch."""

from dataclasses import replace

import pytest
from piped import fit, network, pipeline, seen

from etude.diagnoses.catalogue import no_data_left
from etude.domain.observations import UNKNOWN, Call, Data

SKIPPED = pipeline(
    "slices batch skip", role="validation", skip={"count": 32}, batch={"batch_size": 8}
)
DROPPED = pipeline(
    "slices batch", role="evaluate", batch={"batch_size": 64, "drop_remainder": True}
)
TRAIN = replace(pipeline("slices batch", role="fit"), cardinality=5)


def test_names_the_stage_that_left_nothing() -> None:
    empty = replace(SKIPPED, cardinality=0)

    finding = no_data_left.match(seen(fits=[fit(network(), TRAIN, empty)]))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence == (
        "no element of the validation data is left after skip(32) in line 3, "
        "which counts batches after batch(8) in line 2"
    )


def test_names_a_batch_that_never_got_full() -> None:
    call = Call(name="Model.evaluate", line=9, data=replace(DROPPED, cardinality=0))

    finding = no_data_left.match(seen(calls=[call]))

    assert finding is not None
    assert "drops a batch that is not full" in finding.evidence


@pytest.mark.parametrize("validation", [replace(SKIPPED, cardinality=UNKNOWN), TRAIN, None])
def test_is_silent_when_something_is_left_or_nobody_knows(validation: Data | None) -> None:
    assert no_data_left.match(seen(fits=[fit(network(), TRAIN, validation)])) is None
