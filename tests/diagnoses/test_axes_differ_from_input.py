"""Data with another number of axes than the model's input."""

from collections.abc import Sequence

import pytest
from described import dense, model
from stopped import arrays, failed, stopped

from etude.diagnoses.catalogue import axes_differ_from_input as diagnosis
from etude.diagnoses.evidence import Evidence

REFUSED = (
    "Invalid input shape for input Tensor(\"data:0\") with name 'start' and path ''. "
    "Expected shape {wanted}, but input has incompatible shape {given}"
)
MAPPED = (
    "def prepare(image):\n    return tf.expand_dims(image, 0)\n"
    "data = data.map(prepare).batch(32); model.fit(data)\n"
)
PICTURE = "x = np.expand_dims(x, 0)\nx = np.expand_dims(x, 1)\nmodel.predict(x)\n"


def refused(
    wanted: Sequence[int | None], given: Sequence[int], program: str = "", role: str = "fit"
) -> Evidence:
    message = REFUSED.format(wanted=tuple(wanted), given=tuple(given))
    of = model(dense(4, line=1), inputs=wanted)
    return stopped(of, arrays(role, x=given, y=[given[0], 4]), message, program=program)


@pytest.mark.parametrize(
    ("evidence", "line", "words"),
    [
        (refused([None, 28], [32, 28, 28]), 1, "Flatten()"),
        (refused([None, 784], [32, 28, 28]), 3, "x.reshape((len(x), 784))"),
        (refused([None, 28, 28, 1], [32, 784]), 3, "x.reshape((len(x), 28, 28, 1))"),
        (refused([None, 8, 8, 3], [1, 1, 8, 8, 3], PICTURE, "predict"), 2, "leave this axis out"),
        (refused([None, 8, 8, 3], [32, 1, 8, 8, 3], MAPPED), 2, "leave this axis out"),
        (refused([None, 8, 8, 3], [32, 8, 8]), 3, "keras.Input((8, 8))"),
        (refused([None, 1, 3], [32, 3]), 1, "rows of 3 numbers: input_shape=(3,)"),
        (refused([None, 8, 8, 1], [32, 8, 8]), 3, "x[..., None]"),
        (refused([None, 1, 8, 8], [32, 8, 8]), 3, "x[:, None, :, :]"),
        (refused([None, 1, 1, 8], [32, 1, 8]), 3, "x.reshape((len(x), 1, 1, 8))"),
    ],
    ids=[
        "pictures for rows",
        "flat",
        "pictures laid flat",
        "an axis twice",
        "an axis in map",
        "grey for colour",
        "rows for a Dense layer of one step",
        "channel lacking",
        "step lacking",
        "one of two axes lacking",
    ],
)
def test_says_what_to_change(evidence: Evidence, line: int, words: str) -> None:
    finding = diagnosis.match(evidence)

    assert finding is not None
    assert finding.line == line
    assert words in finding.change


@pytest.mark.parametrize(
    "evidence",
    [
        refused([None, 8], [32, 9]),
        stopped(model(dense(1)), arrays(x=[32, 8], y=[32]), "another error"),
        failed("", REFUSED.format(wanted=(None, 28, 28), given=(28, 28))),
    ],
    ids=["as many axes", "another error", "a call of one's own"],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
