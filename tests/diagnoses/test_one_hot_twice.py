"""One-hot rows of one-hot rows."""

from dataclasses import replace

import pytest
from described import dense, fit, integers, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import one_hot_twice as diagnosis
from etude.diagnoses.evidence import Evidence

RANK = (
    "Arguments `target` and `output` must have the same rank (ndim). Received: "
    "target.shape=(None, 3, 3), output.shape=(None, 3)"
)
OTHER = RANK.replace("(None, 3, 3)", "(None, 4)")


def seen(program: str, message: str = RANK) -> Evidence:
    of = model(dense(3, "softmax"), loss="categorical_crossentropy")
    line = len(program.splitlines())
    run = replace(fit(of, labels=integers(0, 1)), line=line)
    found = stopped(of, arrays(x=[32, 4], y=[32, 3, 3]), message, program=program)
    return replace(found, fits=[run])


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("y = to_categorical(a)\ny = to_categorical(y, 3)\nmodel.fit(x, y)\n", 2),
        ("y = tf.one_hot(to_categorical(a), 3)\n\nmodel.fit(x, y)\n", 1),
        (
            "y = LabelBinarizer().fit_transform(a)\ny, z = to_categorical(y), 1\nmodel.fit(x, y)\n",
            2,
        ),
        (
            "c, d, e, f = train_test_split(x, to_categorical(a))\n"
            "e = to_categorical(e)\nmodel.fit(c, e)\n",
            2,
        ),
    ],
    ids=["one after the other", "one in the other", "an encoder", "before and after the split"],
)
def test_fires_at_the_second(program: str, line: int) -> None:
    finding = diagnosis.match(seen(program))

    assert finding is not None
    assert finding.line == line
    assert "(3, 3)" in finding.evidence


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("y = to_categorical(a)\n\nmodel.fit(x, y)\n", RANK),
        ("y = to_categorical(a)\ny = to_categorical(y, 3)\nmodel.fit(x, y)\n", OTHER),
    ],
    ids=["once", "as many axes"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert diagnosis.match(seen(program, message)) is None
