"""Labels given as a list beside the files that they are about."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pd = pytest.importorskip("pandas")

NAMES = ["c.png", "a.png", "b.png"]


@pytest.fixture
def described(tmp_path: Path) -> Any:
    """``ListedLabels.given``, asked from here, of a folder with three files."""
    from etude.worker.lines import LearnerFiles
    from etude.worker.listed_labels import ListedLabels

    for name in NAMES:
        (tmp_path / name).touch()
    here = LearnerFiles(str(tmp_path), {__file__: "test.py"})
    return lambda labels: ListedLabels(here).given(labels, str(tmp_path))


def test_a_table_in_another_order_is_told_with_the_place(described: Any) -> None:
    table = pd.DataFrame({"file": NAMES, "kind": ["x", "y", "x"]})

    seen = described(np.array([0, 1, 0]))

    assert len(table) == 3
    assert seen["table"] == {"place": 1, "name": "c.png", "read": "a.png", "column": "file"}


def test_a_table_in_the_order_of_its_files_is_not(described: Any) -> None:
    table = pd.DataFrame({"file": sorted(NAMES), "kind": ["x", "y", "x"]})

    assert len(table) == 3
    assert described([0, 1, 0])["table"] is None


def test_names_may_stand_without_suffix_or_with_a_folder(described: Any) -> None:
    table = pd.DataFrame({"id": ["c", "a", "b"], "kind": [1, 0, 0]})

    seen = described([1, 0, 0])

    assert len(table) == 3
    assert seen["table"]["column"] == "id"


def test_a_table_about_something_else_is_not_told(described: Any) -> None:
    table = pd.DataFrame({"file": NAMES, "kind": ["x", "x", "y"]})

    assert len(table) == 3
    assert described([1, 0, 0])["table"] is None


def test_without_a_list_there_is_nothing_to_tell(described: Any) -> None:
    assert described("inferred") == {}
    assert described([0, 1]) == {}
