"""One file for two caches."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import cache_file_reused
from etude.domain.observations import Data

FILE = {"filename": "kept"}
TRAIN = pipeline("from_tensor_slices cache batch", cache=FILE, from_tensor_slices={"elements": 9})
OTHER = pipeline("from_tensor_slices map cache batch", cache=FILE, role="validation data")


def test_fires_at_the_later_of_the_two() -> None:
    finding = cache_file_reused.match(seen(TRAIN, OTHER))

    assert finding is not None
    assert finding.line == 3
    assert 'keep different elements in one file "kept"' in finding.evidence


def test_fires_on_one_line_that_is_run_for_two_sources() -> None:
    again = pipeline(
        "from_tensor_slices cache batch", cache=FILE, from_tensor_slices={"elements": 4}
    )

    assert cache_file_reused.match(seen(TRAIN, again)) is not None


def test_fires_on_one_line_that_is_run_for_two_lambdas() -> None:
    raw = pipeline("from_tensor_slices map cache batch", cache=FILE)
    scaled = pipeline("from_tensor_slices map cache batch", cache=FILE, map={"ops": ["RealDiv"]})

    assert cache_file_reused.match(seen(raw, scaled)) is not None


SAME = pipeline(
    "from_tensor_slices cache shuffle batch", cache=FILE, from_tensor_slices={"elements": 9}
)
ANOTHER_FILE = pipeline("from_tensor_slices map cache batch", cache={"filename": "other"})
IN_MEMORY = pipeline("from_tensor_slices map cache batch", cache={"filename": ""})


@pytest.mark.parametrize("others", [[], [SAME], [ANOTHER_FILE], [IN_MEMORY]])
def test_is_silent_when_no_file_holds_two_things(others: list[Data]) -> None:
    assert cache_file_reused.match(seen(TRAIN, *others)) is None
