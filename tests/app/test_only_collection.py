"""A test that installs a collection of its own leaves nothing of it to the next one."""

from pathlib import Path

from only_collection import only_collection

from etude.catalog.blueprints import blueprints
from etude.catalog.exercises import exercises, questions


def test_what_was_read_of_a_small_collection_is_forgotten_with_it(tmp_path: Path) -> None:
    with only_collection(tmp_path):
        small = [exercises(), questions(), blueprints()]

    assert not any(small)
    assert all([exercises(), questions(), blueprints()])
