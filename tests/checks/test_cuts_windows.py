"""A series is cut into windows and labels."""

import pytest

from etude.checks.cuts_windows import CutsWindows
from etude.checks.values import Arrays, Call
from etude.domain.verdict import Status

SERIES = Arrays(shape=(20,), fill="ramp")
TABLE = Arrays(shape=(20, 3), fill="ramp")


def cutter(series: Arrays = SERIES) -> Call:
    return Call(function="cut", args=(series,))


def check(**more: object) -> CutsWindows:
    given = {"of": cutter(), "series": SERIES, "size": 4} | more
    return CutsWindows(**given)  # type: ignore[arg-type]


def program(*lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines)
    return (
        "import keras\nimport numpy as np\nimport tensorflow as tf\n"
        "from numpy.lib.stride_tricks import sliding_window_view\n\n\n"
        f"def cut(series):\n{body}\n"
    )


KERAS = "return keras.utils.timeseries_dataset_from_array(series[:-1], series[4:], 4, batch_size=5)"
VIEWS = "views = sliding_window_view(series, 5)"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "lines",
    [
        (KERAS,),
        (VIEWS, "return views[:, :4], views[:, 4]"),
        (VIEWS, "return views[:, :4, None], views[:, 4:]"),
        (VIEWS, "data = tf.data.Dataset.from_tensor_slices((views[:, :4], views[:, 4]))",
         "return data.shuffle(16).batch(5)"),
    ],
    ids=["keras", "arrays", "with an axis for features", "shuffled"],
)  # fmt: skip
def test_passes_every_way_of_cutting(probe, lines: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    asked = check(exact=False)

    assert asked.judge(probe(asked, program(*lines))).status is Status.PASSED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("lines", "received"),
    [
        ((VIEWS, "return views[:, :4], views[:, 3]"), "the label 3"),
        ((VIEWS, "return views[:-1, :4], views[:-1, 4]"), "15; the window that begins at place 15"),
        ((VIEWS, "return views[:, :3], views[:, 4]"), "windows of shape (batch, 3)"),
        ((VIEWS, "return views[:, :4], views[:, 3:]"), "labels of shape (batch, 2)"),
        ((VIEWS, "return views[:, 3::-1], views[:, 4]"), "a window [3, 2, 1, 0]"),
        ((VIEWS, "return np.repeat(views[:, :4], 2, 0), np.repeat(views[:, 4], 2)"),
         "16 of them a second time"),
        ((VIEWS, "return views[:0, :4], views[:0, 4]"), "none at all"),
        (("return series",), "of something else"),
    ],
)  # fmt: skip
def test_says_what_is_wrong(probe, lines: tuple[str, ...], received: str) -> None:  # type: ignore[no-untyped-def]
    asked = check()

    verdict = asked.judge(probe(asked, program(*lines)))

    assert verdict.status is Status.FAILED
    assert received in verdict.received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("return views[:, :4], views[:, 4]", ""),
        ("return views[:, :4], views[:, 4:]", "labels of shape (batch, 1)"),
        ("return views[:, :4, None], views[:, 4]", "windows of shape (batch, 4, 1)"),
    ],
)
def test_asks_for_the_very_shapes_when_they_are_written_down(  # type: ignore[no-untyped-def]
    probe, line: str, received: str
) -> None:
    asked = check()

    verdict = asked.judge(probe(asked, program(VIEWS, line)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert received in verdict.received


@pytest.mark.tensorflow
def test_writes_shapes_as_python_does(probe) -> None:  # type: ignore[no-untyped-def]
    asked = check()

    verdict = asked.judge(probe(asked, program(VIEWS, "return views[:, :4], views[:, 4:]")))

    assert verdict.expected == "labels of shape (batch,)"


@pytest.mark.tensorflow
def test_looks_at_the_size_of_batches_and_at_their_order(probe) -> None:  # type: ignore[no-untyped-def]
    batched, ordered = check(batch=6), check(in_order=True)

    assert batched.judge(probe(batched, program(KERAS))).received == "a first batch of 5"
    mixed = program(VIEWS, "return views[::-1, :4], views[::-1, 4]")
    assert ordered.judge(probe(ordered, mixed)).received == "another order"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("line", "target", "status"),
    [
        ("return views[:, :4], views[:, 4:, 1]", 1, Status.PASSED),
        ("return views[:, :4], views[:, 4:]", None, Status.PASSED),
        ("return views[:, :4], views[:, 4:, 0]", 1, Status.FAILED),
        ("return views[:, :4, 1], views[:, 4:, 1]", 1, Status.FAILED),
    ],
)
def test_takes_several_columns_and_several_steps(  # type: ignore[no-untyped-def]
    probe, line: str, target: int | None, status: Status
) -> None:
    views = "views = sliding_window_view(series, 6, axis=0).swapaxes(1, 2)"
    asked = check(of=cutter(TABLE), series=TABLE, steps=2, target=target)

    assert asked.judge(probe(asked, program(views, line))).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("return views[:12, :4], views[:12, 4]",
         "the window [8, 9, 10, 11], which reaches, with its label, 12"),
        ("return views[:14, :4], views[:14, 4]",
         "the window [8, 9, 10, 11], which reaches, with its label, 12"),
    ],
)  # fmt: skip
def test_tells_a_window_that_reaches_beyond_its_part(probe, line: str, received: str) -> None:  # type: ignore[no-untyped-def]
    asked = check(series=[float(value) for value in range(12)], whole=SERIES)

    verdict = asked.judge(probe(asked, program(VIEWS, line)))

    assert verdict.expected == "windows and labels within [0, 1, 2, ..., 10, 11] only"
    assert verdict.received == received
    assert verdict.attempt == "divide the series first, then cut windows and labels in each part"


@pytest.mark.tensorflow
def test_tells_a_window_that_begins_before_its_part(probe) -> None:  # type: ignore[no-untyped-def]
    asked = check(series=[float(value) for value in range(12, 20)], whole=SERIES)

    verdict = asked.judge(probe(asked, program(VIEWS, "return views[10:, :4], views[10:, 4]")))

    assert verdict.received == "the window [10, 11, 12, 13], which begins at 10"


@pytest.mark.tensorflow
def test_tells_a_window_that_leaves_no_room_for_a_label(probe) -> None:  # type: ignore[no-untyped-def]
    asked = check(series=[float(value) for value in range(12)])

    verdict = asked.judge(probe(asked, program(VIEWS, "return views[:9, :4], views[:9, 4]")))

    assert verdict.received == "the window [8, 9, 10, 11] with the label 12"
