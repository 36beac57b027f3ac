"""One resizing after another."""

from dataclasses import replace
from typing import Any

import pytest
from piped import fit, network, pipeline, seen

from etude.diagnoses.catalogue import resized_twice
from etude.domain.observations import Call, Fit, Layer, TensorSpec

DATA = pipeline("slices map batch")


def resize(line: int, size: list[int], given: list[int | None] | None = None) -> Call:
    shape: Any = None if given is None else [*given, 3]
    return Call(name="tf.image.resize", line=line, arguments={"size": size, "input_shape": shape})


def test_fires_at_the_first_of_two() -> None:
    calls = [resize(4, [256, 256], [None, None]), resize(5, [96, 96], [256, 256])]

    finding = resized_twice.match(seen(DATA, calls=calls))

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == "pictures become 256x256 in line 4, then to 96x96 in line 5"


def test_fires_at_a_reader_whose_pictures_are_resized_again() -> None:
    data = pipeline("slices map batch map", map_1={"ops": ["ReadFile", "ResizeBilinear"]})
    calls = [
        Call(name="image_dataset_from_directory", line=2),
        resize(8, [96, 96], [None, 256, 256]),
    ]

    finding = resized_twice.match(seen(data, calls=calls))

    assert finding is not None
    assert finding.line == 2


def into(height: int, width: int) -> Fit:
    """Pictures of 96x96 from a reader, given to a model that resizes them."""
    data = pipeline("slices map batch", map={"ops": ["ReadFile", "ResizeBilinear"]}, role="fit")
    layer = Layer(name="r", kind="Resizing", line=7, config={"height": height, "width": width})
    return fit(network(layer), data)


def test_fires_at_a_reader_whose_pictures_a_layer_resizes_again() -> None:
    calls = [Call(name="image_dataset_from_directory", line=2)]

    finding = resized_twice.match(seen(fits=[into(160, 160)], calls=calls))

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == "pictures become 96x96 in line 2, then to 160x160 in line 7"


def test_a_layer_may_name_the_size_that_the_pictures_have() -> None:
    calls = [Call(name="image_dataset_from_directory", line=2)]

    assert resized_twice.match(seen(fits=[into(96, 96)], calls=calls)) is None
    assert resized_twice.match(seen(fits=[into(160, 160)])) is None


@pytest.mark.parametrize(
    "calls",
    [
        pytest.param([resize(4, [96, 96], [None, None])], id="once"),
        pytest.param(
            [resize(4, [96, 96], [None, None]), resize(5, [96, 96], [96, 96])], id="no change"
        ),
        pytest.param(
            [resize(4, [256, 256], [None, None]), resize(5, [96, 96], [224, 224])], id="cropped"
        ),
        pytest.param(
            [resize(4, [96, 96], [None, None]), resize(5, [96, 96], [None, None])], id="two inputs"
        ),
        pytest.param(
            [resize(4, [32, 32], [32, 32]), resize(9, [96, 96], [32, 32])],
            id="to the size they had, elsewhere",
        ),
    ],
)
def test_is_silent_when_nothing_is_resized_twice(calls: list[Call]) -> None:
    assert resized_twice.match(seen(DATA, calls=calls)) is None


def test_is_silent_when_both_sizes_are_wanted() -> None:
    calls = [resize(4, [96, 96], [None, None]), resize(5, [24, 24], [96, 96])]
    low = TensorSpec(path="0", dtype="float32", shape=[None, 24, 24, 3])
    high = TensorSpec(path="1", dtype="float32", shape=[None, 96, 96, 3])

    evidence = seen(replace(DATA, spec=[low, high]), calls=calls)

    assert resized_twice.match(evidence) is None
