"""Sizes for more or fewer directions than a layer works in."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import sizes_for_other_axes as diagnosis

STANDARDIZED = "keras.src.utils.argument_validation.standardize_tuple"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (
            "Conv2D(8, (3, 3, 1))",
            "The `kernel_size` argument must be a tuple of 2 integers. Received "
            "kernel_size=(3, 3, 1)",
            "kernel_size=(3, 3); channels",
        ),
        (
            "MaxPooling1D((2, 2))",
            "The `pool_size` argument must be a tuple of 1 integers. Received pool_size=(2, 2)",
            "pool_size=2; for pictures MaxPooling2D",
        ),
        (
            "Conv2D(8, (3,))",
            "The `kernel_size` argument must be a tuple of 2 integers. Received: kernel_size=(3,)",
            "kernel_size=3 for all",
        ),
        (
            "ZeroPadding2D((1, 2, 3, 4))",
            "`padding` should have two elements. Received: padding=(1, 2, 3, 4).",
            "padding=((1, 2), (3, 4))",
        ),
        (
            "UpSampling1D((2, 2))",
            "Expected an integer value for `size`, got <class 'tuple'>.",
            "size=2; for pictures UpSampling2D",
        ),
        (
            "image_dataset_from_directory(p, image_size=(32, 32, 3))",
            "Invalid `image_size` value. Expected a tuple of 2 integers. Received: "
            "image_size=(32, 32, 3)",
            "image_size=(32, 32); how many channels",
        ),
    ],
)
def test_as_many_sizes_as_directions_are_told(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{program}\n", message, raised_by=STANDARDIZED))

    assert finding is not None
    assert finding.line == 3
    assert finding.change.startswith(change)


def test_counted_zeros_are_told_as_a_word() -> None:
    seen = failed(
        "\n\nConv2D(8, 3, padding=1)\n",
        "'int' object has no attribute 'lower'",
        "AttributeError",
        raised_by="keras.src.utils.argument_validation.standardize_padding",
    )

    finding = diagnosis.match(seen)

    assert finding is not None
    assert "ZeroPadding2D(1)" in finding.change


def test_a_size_of_zero_is_another_mistake() -> None:
    message = (
        "The `strides` argument must be a tuple of 2 integers. Received strides=(0, 1), "
        "including values {0} "
        "that do not satisfy `value > 0`"
    )

    assert (
        diagnosis.match(
            failed("\n\nConv2D(8, 3, strides=(0, 1))\n", message, raised_by=STANDARDIZED)
        )
        is None
    )
