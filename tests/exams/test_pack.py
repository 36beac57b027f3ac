"""A pack of hidden sets is whole, or it is refused."""

from typing import Any

import msgspec
import numpy as np
import pytest

from etude.domain.problem import Problem
from etude.exams.archive import packed, unpacked
from etude.exams.pack import Pack, checksum, opened_pack, sealed_pack, unlike

PICTURES = {
    "inputs": np.arange(24, dtype=np.uint8).reshape(6, 2, 2),
    "labels": np.array([0, 1, 0, 1, 0, 1]),
    "classes": np.array(["cat", "dog"]),
}
COLUMNS = {
    "inputs_age": np.array([1.0, np.nan, 3.0], np.float32),
    "inputs_job": np.array(["cook", "", "smith"]),
    "labels": np.array([0.5, 1.5, 2.5], np.float32),
}
SETS = {"pictures": PICTURES, "people": COLUMNS}


def made(sets: Any = SETS) -> bytes:
    return sealed_pack(sets, questions=["images/b", "images/a"], etude="1.2")


def changed(member: str, content: bytes) -> bytes:
    return packed({**unpacked(made(), most_bytes=1 << 20), member: content})


def test_the_sets_come_out_as_they_were_put_in() -> None:
    pack: Pack = opened_pack(made())

    for name, arrays in SETS.items():
        assert pack.sets[name].keys() == arrays.keys()
        for key, array in arrays.items():
            np.testing.assert_array_equal(pack.sets[name][key], array)
            assert pack.sets[name][key].dtype == array.dtype


def test_the_manifest_says_for_what_it_was_made() -> None:
    manifest = opened_pack(made()).manifest

    assert (manifest.questions, manifest.etude) == (["images/a", "images/b"], "1.2")
    assert sorted(manifest.sets) == ["people", "pictures"]


def test_the_same_sets_give_the_same_bytes() -> None:
    assert made() == made(dict(reversed(SETS.items())))


def test_a_set_that_was_changed_is_refused_by_name() -> None:
    other = unpacked(made({**SETS, "people": PICTURES}), most_bytes=1 << 20)

    with pytest.raises(Problem, match="The hidden set people of this pack is not the one"):
        opened_pack(changed("hidden/people.npz", other["hidden/people.npz"]))


def test_a_set_that_was_taken_out_is_refused() -> None:
    members = dict(unpacked(made(), most_bytes=1 << 20))
    del members["hidden/people.npz"]

    with pytest.raises(Problem, match="people"):
        opened_pack(packed(members))


def test_a_pack_of_a_later_format_names_the_version_that_made_it() -> None:
    later = {"format": 2, "questions": [], "etude": "9.9", "sets": {}}

    with pytest.raises(Problem, match=r"got format 2.*etude==9\.9"):
        opened_pack(changed("manifest.json", msgspec.json.encode(later)))


@pytest.mark.parametrize("content", [b"", b"no archive", packed({"a": b""}), made()[:-50]])
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(Problem, match="This is no pack of hidden sets"):
        opened_pack(content)


def test_the_checksum_is_that_of_the_whole_file() -> None:
    assert checksum(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_other_rows_of_the_same_kind_may_stand_in() -> None:
    fewer = {name: array[:2] if name != "classes" else array for name, array in PICTURES.items()}

    assert unlike(fewer, PICTURES) == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"inputs": PICTURES["inputs"].reshape(6, 4)}, "rows of uint8 (2, 2), got uint8 (4,)"),
        ({"inputs": PICTURES["inputs"] / 255}, "got float64"),
        ({"labels": PICTURES["labels"][:3]}, "inputs 6, labels 3 rows"),
        ({"classes": np.array(["dog", "cat"])}, "in their order: cat, dog"),
        ({"more": np.zeros(6)}, "an array 'more'"),
        ({"inputs": PICTURES["inputs"][:0], "labels": PICTURES["labels"][:0]}, "0 rows"),
    ],
)
def test_rows_of_another_kind_may_not(change: Any, words: str) -> None:
    assert words in unlike({**PICTURES, **change}, PICTURES)


def test_rows_without_labels_may_not() -> None:
    assert unlike({"inputs": PICTURES["inputs"]}, PICTURES) == "it lacks the array 'classes'"
