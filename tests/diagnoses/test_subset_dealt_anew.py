"""A part that is picked behind a shuffle and repeated."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import subset_dealt_anew as diagnosis


def test_fires_at_the_shuffle() -> None:
    data = pipeline(
        "slices shuffle batch take repeat", shuffle={"buffer_size": 100}, take={"count": 5}
    )

    finding = diagnosis.match(seen(data))

    assert finding is not None
    assert finding.line == 2
    assert "shuffle(100) in line 2" in finding.evidence
    assert "take(5) in line 4" in finding.evidence


def test_fires_on_files_that_are_listed_shuffled() -> None:
    finding = diagnosis.match(seen(pipeline("list_files take map repeat batch")))

    assert finding is not None
    assert finding.line == 1


@pytest.mark.parametrize(
    ("stages", "given"),
    [
        ("slices shuffle take repeat", {"shuffle": {"reshuffle_each_iteration": False}}),
        ("slices shuffle take cache repeat", {}),
        ("slices take shuffle repeat", {}),
        ("slices shuffle repeat take", {}),
        ("slices shuffle take batch", {}),
        ("slices shuffle take repeat", {"repeat": {"count": 1}}),
        ("list_files take repeat", {"list_files": {"shuffle": False}}),
    ],
    ids=["one order", "kept", "picked first", "of all passes", "not repeated", "once", "in order"],
)
def test_is_silent_on(stages: str, given: dict[str, dict[str, object]]) -> None:
    assert diagnosis.match(seen(pipeline(stages, **given))) is None  # type: ignore[arg-type]
