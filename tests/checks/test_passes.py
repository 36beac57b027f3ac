"""Two passes over a dataset, read once and shared."""

from contextlib import nullcontext
from types import SimpleNamespace

import numpy as np
import pytest

from etude.checks.passes import MOST_EXAMPLES, Pass, read_passes
from etude.checks.values import Name

DATA = Name(name="data")


class Batches(list):
    """Stands in for a tf.data.Dataset of these batches."""


def flatten(structure):
    if isinstance(structure, dict):
        return [structure[key] for key in sorted(structure)]
    return [structure]


class FakeLive:
    """What ``read_passes`` needs of a sandbox."""

    np = np
    tf = SimpleNamespace(
        data=SimpleNamespace(Dataset=Batches), nest=SimpleNamespace(flatten=flatten)
    )

    def __init__(self, value):
        self._value = value
        self._made = {}

    def value(self, expression):
        return self._value

    def once(self, key, make):
        return self._made.setdefault(key, make()) if key not in self._made else self._made[key]

    def learner(self):
        return nullcontext()


def first_pass(*batches):
    return read_passes(FakeLive(Batches(batches)), DATA)[0]


def test_examples_are_known_again_by_their_content():
    x = np.random.default_rng(0).normal(size=(7, 3))

    seen = first_pass((x[:4], np.arange(4)), (x[4:], np.arange(4, 7)))
    again = first_pass((x[3:], np.arange(3, 7)), (x[:3], np.arange(3)))

    assert len(set(seen.prints)) == 7
    assert seen.sizes == [4, 3]
    assert seen.labels == [0, 1, 2, 3, 4, 5, 6]
    assert dict(zip(seen.labels, seen.prints)) == dict(zip(again.labels, again.prints))  # noqa: B905


def test_passes_are_read_once_and_shared():
    live = FakeLive(Batches([np.zeros((2, 2))]))

    assert read_passes(live, DATA) is read_passes(live, DATA)


def test_large_pictures_that_differ_in_a_patch_are_told_apart():
    x = np.zeros((2, 200, 200, 3))
    x[1, 50:60, 50:60] = 1

    assert len(set(first_pass(x).prints)) == 2


def test_one_hot_labels_become_class_numbers():
    assert first_pass((np.eye(3), np.eye(3)[::-1])).labels == [2, 1, 0]


@pytest.mark.parametrize("labels", [{"a": np.zeros(3)}, np.array(["x", "y", "z"])])
def test_other_labels_are_left_out(labels):
    assert first_pass((np.eye(3), labels)).labels == []


def test_inputs_of_several_parts_and_texts_are_read():
    names = np.array([b"ann", b"bo", b"bo"], dtype=object)

    seen = first_pass(({"name": names, "age": np.array([1.0, 2.0, 3.0])}, np.arange(3)))

    assert len(set(seen.prints)) == 3


def test_pictures_are_kept_small_and_of_the_first_pass_only():
    live = FakeLive(Batches([np.random.default_rng(0).uniform(size=(2, 30, 40, 3))]))

    first, second = read_passes(live, DATA)

    assert first.pictures.shape == (2, 432)
    assert np.linalg.norm(first.pictures, axis=1) == pytest.approx(1)
    assert second.pictures is None


def test_an_endless_dataset_is_cut_short():
    class Endless(Batches):
        def __iter__(self):
            while True:
                yield np.zeros((1000, 1))

    first, _ = read_passes(FakeLive(Endless()), DATA)

    assert not first.whole
    assert len(first.prints) == MOST_EXAMPLES


def test_something_else_has_empty_passes():
    first, second = read_passes(FakeLive(None), DATA)

    assert first.prints == second.prints == []


def test_batches_are_sets_of_examples():
    assert list(Pass(prints=[1, 2, 3], sizes=[2, 1]).batches()) == [{1, 2}, {3}]
