"""Pictures that a flip turns into those of another class are told from the others."""

import numpy as np
import pytest

pytestmark = pytest.mark.tensorflow


def _pictures(columns: dict[int, slice]) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    classes = rng.integers(0, 2, 100)
    pictures = rng.random((100, 12, 12, 1)) * 0.2
    for one, where in columns.items():
        pictures[classes == one, :, where] += 0.7
    return pictures, classes


def test_bars_on_the_left_and_on_the_right_change_places() -> None:
    from etude.worker.mirrored import mirrored

    shares = mirrored(_pictures({0: slice(0, 4), 1: slice(8, 12)}))

    assert shares["horizontal"] > 0.9
    assert shares["vertical"] < 0.1


def test_a_patch_that_only_one_class_has_may_stand_elsewhere() -> None:
    from etude.worker.mirrored import mirrored

    assert mirrored(_pictures({1: slice(0, 3)}))["horizontal"] < 0.1


def test_labels_of_several_outputs_are_left_alone() -> None:
    from etude.worker.mirrored import mirrored

    pictures, classes = _pictures({1: slice(0, 3)})

    assert mirrored((pictures, {"left": classes, "right": classes})) == {}
