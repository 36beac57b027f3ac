"""What a function for one picture is given instead."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import one_picture_at_a_time as diagnosis

RANK = "Expected image array to have rank 3 (single image). Got array with shape: {}"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        ("save_img('a.png', x)", RANK.format("(28, 28)"), "x[..., None]"),
        ("array_to_img(made)", RANK.format("(1, 28, 28, 1)"), "made[0]"),
        ("save_img('a.png', x)", "Unsupported channel number: 2", "x[..., :1]"),
        (
            "ops.image.resize(x, (8, 8))",
            "Invalid images rank: expected rank 3. Received input with shape: "
            "images.shape=(28, 28)",
            "x[..., None]",
        ),
        (
            "RandomContrast(0.2)(image)",
            "Expected the input image to be rank 3 or 4. Received inputs.shape=(28, 28)",
            "[..., None]",
        ),
        (
            "load_img(paths)",
            "path should be path-like or io.BytesIO, not <class 'list'>",
            "for path in paths",
        ),
    ],
)
def test_the_one_picture_is_told(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{program}\n", message, "ValueError"))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_other_libraries_are_left_alone() -> None:
    seen = failed("\n\nf(x)\n", RANK.format("(28, 28)"), raised_by="PIL.Image.open")

    assert diagnosis.match(seen) is None
