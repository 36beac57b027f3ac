"""Pictures on their way into a given network."""

from typing import Any

import pytest

from etude.checks.pictures_reach_network import PicturesReachNetwork
from etude.checks.values import Folder, Name
from etude.domain.verdict import Status

CHECK = PicturesReachNetwork(
    name="reach",
    model=Name(name="model"),
    data=Name(name="test_data"),
    file="network.keras",
    folder=Folder(name="pictures"),
)
RIGHT: dict[str, Any] = {
    "layer": "stem", "met": True, "low": -0.99, "high": 1.0, "wanted": [-0.99, 1.0],
    "looked_for": 24, "found": 9, "in_order": 6, "reversed": 0,
}  # fmt: skip


def test_pictures_as_they_are_pass_also_when_only_a_part_of_the_folder_is_there() -> None:
    assert CHECK.judge(RIGHT).status is Status.PASSED
    assert CHECK.judge({**RIGHT, "low": -1.05, "high": 1.08}).status is Status.PASSED


@pytest.mark.parametrize(
    ("low", "high"), [(-0.99, -0.98), (-1.98, 0.01), (-0.99, 254.0), (0.0, float("nan"))]
)
def test_another_scale_is_told_beside_the_one_that_is_wanted(low: float, high: float) -> None:
    verdict = CHECK.judge({**RIGHT, "low": low, "high": high})

    assert verdict.received == (
        f"values from {low:.4g} to {high:.4g} in stem; "
        "pixels from 0 to 255 would be from -0.99 to 1 there"
    )


def test_reversed_colours_are_told() -> None:
    verdict = CHECK.judge({**RIGHT, "in_order": 1, "reversed": 6})

    assert verdict.received == "pictures whose colours come in the order blue, green, red"


def test_pictures_that_no_file_is_like_do_not_pass() -> None:
    assert "0 of 24 known ones" in CHECK.judge({**RIGHT, "found": 0, "in_order": 0}).received


def test_a_network_that_is_never_called_and_something_else_than_a_model_are_told() -> None:
    assert CHECK.judge({"layer": "stem", "met": False}).received == "no pictures"
    assert CHECK.judge({"no_model": "int"}).received == "an object of class int"
