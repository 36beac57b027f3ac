"""Pictures that are flipped without their masks."""

import pytest
from described import dense, evidence, layer, model
from stopped import arrays

from etude.diagnoses.catalogue import mask_not_moved_with_picture as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Fit, Layer

MAP = """\
def augment(picture, mask):
{body}
    return picture, mask
data = data.map(augment)
"""
LEFT = "tf.image.random_flip_left_right"


def run(program: str, *layers: Layer, target: tuple[int, ...] = (8, 32, 32, 1)) -> Evidence:
    train = arrays(x=[8, 32, 32, 3], y=list(target))
    fit = Fit(index=0, model=model(*layers, dense(1)), train=train)
    return evidence(fits=[fit], program=program)


def mapped(*lines: str) -> str:
    return MAP.format(body="\n".join(f"    {line}" for line in lines))


def test_fires_where_only_the_picture_is_flipped() -> None:
    finding = diagnosis.match(run(mapped(f"picture = {LEFT}(picture)")))

    assert finding is not None
    assert finding.line == 2
    assert "mask stays as it was" in finding.evidence


def test_fires_where_each_draws_its_own_numbers() -> None:
    program = mapped(f"picture = {LEFT}(picture)", f"mask = {LEFT}(mask)")

    finding = diagnosis.match(run(program))

    assert finding is not None
    assert "other random numbers" in finding.evidence


@pytest.mark.parametrize(
    "lines",
    [
        (f"picture = {LEFT}(picture, seed=3)", f"mask = {LEFT}(mask, seed=3)"),
        ("picture = tf.image.flip_up_down(picture)", "mask = tf.image.flip_up_down(mask)"),
        (f"both = {LEFT}(tf.concat([picture, mask], -1))", "picture, mask = both[0], both[1]"),
        ("picture = tf.image.random_brightness(picture, 0.1)",),
    ],
)
def test_is_silent_where_both_move_or_none(lines: tuple[str, ...]) -> None:
    assert diagnosis.match(run(mapped(*lines))) is None


def test_is_silent_where_the_target_is_a_class() -> None:
    program = mapped(f"picture = {LEFT}(picture)")

    assert diagnosis.match(run(program, target=(8,))) is None


def test_fires_at_a_random_layer_in_front_of_a_segmenter() -> None:
    finding = diagnosis.match(run("", layer("RandomFlip", line=7)))

    assert finding is not None
    assert finding.line == 7


def test_is_silent_on_random_layers_that_change_colours() -> None:
    assert diagnosis.match(run("", layer("RandomContrast"))) is None
    assert diagnosis.match(run("", layer("RandomFlip"), target=(8,))) is None


BOXES = mapped(f"picture = {LEFT}(picture)").replace("mask", "box")


@pytest.mark.parametrize(
    "program", [BOXES, f"data = data.map(lambda picture, box: ({LEFT}(picture), box))\n"]
)
def test_fires_where_boxes_are_handed_on(program: str) -> None:
    finding = diagnosis.match(run(program, target=(8, 4)))

    assert finding is not None
    assert "box stays as it was" in finding.evidence


@pytest.mark.parametrize(
    ("program", "target"),
    [
        (mapped("picture = tf.image.flip_left_right(picture)", "mask = turned(mask)"), (8, 4)),
        (BOXES.replace("box", "label"), (8, 4)),
        (BOXES.replace(LEFT, "tf.image.random_hue"), (8, 4)),
        (BOXES.replace("return", "box = 1 - box\n    return"), (8, 4)),
        (BOXES, (8, 3)),
    ],
    ids=["no boxes", "labels", "colours alone", "moved by hand", "no pairs"],
)
def test_is_silent_on_targets_that_are(program: str, target: tuple[int, ...]) -> None:
    assert diagnosis.match(run(program, target=target)) is None
