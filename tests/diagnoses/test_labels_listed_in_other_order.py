"""Labels given to a reader of folders as a list, in another order than its files."""

from typing import Any

import pytest
from described import evidence

from etude.diagnoses.catalogue import labels_listed_in_other_order as diagnosis
from etude.domain.observations import Call

APART = {"place": 1, "name": "seed7.png", "read": "seed0.png"}
READS = 'data = image_dataset_from_directory("seeds", labels=kinds)\n'
FILLS = "kinds = []\nfor name in {files}:\n    kinds.append(kind_of(name))\n"
WALKS = """\
kinds = []
for folder, _, names in os.walk("seeds"):
    for name in {names}:
        kinds.append(kind_of(name))
"""


def read(line: int, *, folder: Any = None, table: Any = None, shuffled_in: int = 0) -> Call:
    listed = {"folder": folder, "table": table, "shuffled_in": shuffled_in}
    given = {"class_names": [], "listed_labels": listed}
    return Call(name="image_dataset_from_directory", line=line, arguments=given)


@pytest.mark.parametrize(
    ("fills", "line"),
    [
        (FILLS.format(files="os.listdir('seeds')"), 2),
        (FILLS.format(files="Path('seeds').glob('*.png')"), 2),
        (WALKS.format(names="names"), 2),
        ("kinds = [kind_of(name) for name in os.listdir('seeds')]\n", 1),
        ("files = glob.glob('seeds/*')\nkinds = np.array([kind_of(f) for f in files])\n", 1),
    ],
    ids=["listdir", "glob", "walk", "comprehension", "by way of a name"],
)
def test_fires_where_the_files_are_listed(fills: str, line: int) -> None:
    program = fills + READS
    call = read(program.count("\n"), folder=APART)

    finding = diagnosis.match(evidence(program=program, calls=[call]))

    assert finding is not None
    assert finding.line == line
    assert "seed7.png" in finding.evidence
    assert "sorted" in finding.change


@pytest.mark.parametrize(
    "fills",
    [
        FILLS.format(files="sorted(os.listdir('seeds'))"),
        WALKS.format(names="sorted(names)"),
        "files = glob.glob('seeds/*')\nfiles.sort()\n" + FILLS.format(files="files"),
        "kinds = [int(line) for line in open('kinds.txt')]\n",
    ],
    ids=["sorted", "names of a walk sorted", "sorted in place", "written in a file"],
)
def test_is_silent_on(fills: str) -> None:
    program = fills + READS
    call = read(program.count("\n"), folder=APART)

    assert diagnosis.match(evidence(program=program, calls=[call])) is None


def test_is_silent_where_the_disk_has_them_in_order() -> None:
    program = FILLS.format(files="os.listdir('seeds')") + READS

    assert diagnosis.match(evidence(program=program, calls=[read(4)])) is None


def test_fires_on_a_table_in_another_order() -> None:
    call = read(1, table={**APART, "column": "file"})

    finding = diagnosis.match(evidence(program=READS, calls=[call]))

    assert finding is not None
    assert finding.line == 1
    assert 'sort_values("file")' in finding.change


def test_fires_on_a_list_that_an_earlier_reading_shuffled() -> None:
    finding = diagnosis.match(evidence(program=READS, calls=[read(1), read(2, shuffled_in=1)]))

    assert finding is not None
    assert finding.line == 2
    assert "shuffled it in place" in finding.evidence
    assert 'subset="both"' in finding.change


def test_is_silent_without_a_list() -> None:
    call = Call(name="image_dataset_from_directory", line=1, arguments={"class_names": ["a"]})

    assert diagnosis.match(evidence(program=READS, calls=[call])) is None
