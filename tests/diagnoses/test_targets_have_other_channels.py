"""Masks in colour, and autoencoders that give one channel."""

from collections.abc import Sequence

import pytest
from described import layer, model
from stopped import stopped

from etude.diagnoses.catalogue import targets_have_other_channels as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, TensorSample

REFUSED = (
    "Arguments `target` and `output` must have the same shape. Received: "
    "target.shape={target}, output.shape={output}"
)
READS = """\
photos = images.flow_from_directory("photos", class_mode=None)
masks = images.flow_from_directory("masks", class_mode=None)
model.fit(zip(photos, masks))
"""


def refused(
    target: Sequence[int | None], output: Sequence[int | None], data: Data, program: str = READS
) -> Evidence:
    last = layer("Conv2D", line=1, shape=[None, 8, 8, 1], filters=1)
    message = REFUSED.format(target=tuple(target), output=tuple(output))
    return stopped(model(last, inputs=(None, 8, 8, 3)), data, message, program=program)


def pictures(*means: float) -> Data:
    parts = [
        TensorSample(path=str(path), dtype="float32", shape=[4, 8, 8, 3], low=0, high=1, mean=mean)
        for path, mean in enumerate(means)
    ]
    return Data(role="fit", kind="arrays", sample=parts)


UNSEEN = Data(role="fit", kind="other", type="generator")
COLOUR, GREY = (None, 8, 8, 3), (None, 8, 8, 1)


def test_points_at_what_reads_the_masks() -> None:
    finding = diagnosis.match(refused(COLOUR, GREY, UNSEEN))

    assert finding is not None
    assert finding.line == 2
    assert "the targets have 3 channels, and Conv2D(1) gives 1" in finding.evidence
    assert 'color_mode="grayscale"' in finding.change


def test_an_autoencoder_of_colours_needs_three_filters() -> None:
    finding = diagnosis.match(refused(COLOUR, GREY, pictures(0.5, 0.5)))

    assert finding is not None
    assert finding.line == 1
    assert finding.change == "give the last layer 3 filters"


def test_other_pictures_as_targets_may_be_masks() -> None:
    finding = diagnosis.match(refused(COLOUR, GREY, pictures(0.5, 0.1)))

    assert finding is not None
    assert "masks with one channel" in finding.change


@pytest.mark.parametrize(
    ("target", "output"),
    [((None, 9, 9, 3), GREY), ((None, 3), (None, 1)), (GREY, COLOUR)],
    ids=["another size", "no pictures", "more outputs"],
)
def test_is_silent_on(target: Sequence[int | None], output: Sequence[int | None]) -> None:
    assert diagnosis.match(refused(target, output, UNSEEN)) is None
