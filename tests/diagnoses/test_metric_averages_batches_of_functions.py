"""Functions as metrics that divide what they count in a batch."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import metric_averages_batches as diagnosis

PROGRAM = """\
def f1(y_true, y_pred):
    def precision(y_true, y_pred):
        right = {right}
        return right / (K.sum(K.round(y_pred)) + K.epsilon())
    return precision(y_true, y_pred)
model.compile("adam", "binary_crossentropy", metrics=[{metric}])
"""
RIGHT = "K.sum(K.round(y_true * y_pred))"


def test_fires_at_the_function() -> None:
    finding = diagnosis.match(evidence(program=PROGRAM.format(right=RIGHT, metric="f1")))

    assert finding is not None
    assert finding.line == 1
    assert "line 4" in finding.evidence
    assert "F1Score" in finding.change


R2 = """\
def determined(y_true, y_pred):
    off = K.sum(K.square(y_true - y_pred))
    scatter = K.sum(K.square(y_true - {mean}))
    return 1 - off / (scatter + K.epsilon())
model.compile("adam", "mse", metrics=["mae", determined])
"""


def test_fires_on_the_r2_of_a_batch() -> None:
    finding = diagnosis.match(evidence(program=R2.format(mean="K.mean(y_true)")))

    assert finding is not None
    assert finding.line == 1
    assert "R2Score" in finding.change


def test_a_scatter_about_something_else_is_no_r2() -> None:
    assert diagnosis.match(evidence(program=R2.format(mean="MEAN_OF_ALL"))) is None


@pytest.mark.parametrize(
    "program",
    [
        PROGRAM.format(right=RIGHT, metric="keras.metrics.F1Score()"),
        PROGRAM.replace("K.round(y_pred)", "y_pred").format(right="K.sum(y_true)", metric="f1"),
        PROGRAM.replace(")) +", "), axis=1) +").format(
            right="K.sum(K.round(y_true), axis=1)", metric="f1"
        ),
    ],
    ids=["not given", "amounts", "for each example"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None


DICE = """\
def dice(y_true, y_pred):
    a, b = K.flatten(y_true), K.flatten(y_pred)
    both = K.sum(a * b{axis})
    return (2 * both + 1) / (K.sum(a{axis}) + K.sum(b{axis}) + 1)
model.compile("adam", "binary_crossentropy", metrics=[dice])
masks = model.predict(pictures)
"""
IN_A_LOOP = """\
found = []
for i in range(len(masks)):
    own, right = masks[i].ravel(), known[i].ravel()
    found.append(2 * np.sum(own * right) / (np.sum(own) + np.sum(right)))
"""
BY_A_FUNCTION = """\
def overlap(own, right):
    both = np.sum(own * right)
    return 2 * both / (own.sum() + np.sum(right))
found = [overlap(own, right) for own, right in zip(masks, known)]
"""


@pytest.mark.parametrize(
    ("again", "line"), [(IN_A_LOOP, 10), (BY_A_FUNCTION, 10)], ids=["in a loop", "by a function"]
)
def test_fires_on_an_overlap_that_the_program_takes_of_each_mask_too(again: str, line: int) -> None:
    finding = diagnosis.match(evidence(program=DICE.format(axis="") + again))

    assert finding is not None
    assert finding.line == 1
    assert f"line {line} divides" in finding.evidence
    assert "axis=(1, 2, 3)" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        DICE.format(axis=""),
        DICE.format(axis=", axis=1") + IN_A_LOOP,
        DICE.format(axis="") + IN_A_LOOP.replace("masks[i]", "drawn[i]"),
    ],
    ids=["no other number", "within each mask", "not of predictions"],
)
def test_an_overlap_of_a_batch_alone_is_silent(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None
