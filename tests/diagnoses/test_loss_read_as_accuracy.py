"""A loss told in percent or named an accuracy, and numbers that are what they are called."""

from dataclasses import replace

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import loss_read_as_accuracy
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

ALONE = {"loss": 0.55}
BOTH = {"loss": 0.55, "accuracy": 0.8}


def evaluated(
    program: str, measured: dict[str, float], loss: str = "categorical_crossentropy"
) -> Evidence:
    network = model(dense(5, "softmax"), loss=loss)
    call = Call(
        name="Model.evaluate", line=1, arguments={"measured": measured}, model=replace(network)
    )
    return evidence(program=program, calls=[call])


@pytest.mark.parametrize(
    "use",
    [
        'score = model.evaluate(x, y)\nprint("%.0f%%" % (score * 100))\n',
        "score = model.evaluate(x, y)\nprint(100 * score)\n",
        'score = model.evaluate(x, y)\nprint(f"{score:.2%}")\n',
        "test_acc = model.evaluate(x, y)\n",
        'score = model.evaluate(x, y)\nprint("Test accuracy:", score)\n',
        'score = model.evaluate(x, y)\nprint(f"accuracy = {score}")\n',
    ],
)
def test_a_lone_loss_taken_for_a_share_is_told(use: str) -> None:
    finding = loss_read_as_accuracy.match(evaluated(use, ALONE))

    assert finding is not None
    assert finding.line == 1
    assert "metrics=" in finding.change


@pytest.mark.parametrize(
    "use",
    [
        "scores = model.evaluate(x, y)\nprint(scores[0] * 100)\n",
        'scores = model.evaluate(x, y)\nprint("Accuracy: ", scores[0])\n',
        "accuracy, loss = model.evaluate(x, y)\n",
    ],
)
def test_the_first_of_two_numbers_is_the_loss(use: str) -> None:
    finding = loss_read_as_accuracy.match(evaluated(use, BOTH))

    assert finding is not None
    assert "second" in finding.change


@pytest.mark.parametrize(
    ("use", "measured"),
    [
        ("scores = model.evaluate(x, y)\nprint(scores[1] * 100)\n", BOTH),
        ("loss, acc = model.evaluate(x, y)\nprint(acc * 100)\n", BOTH),
        ('loss, acc = model.evaluate(x, y)\nprint("loss:", loss, "accuracy:", acc)\n', BOTH),
        ('scores = model.evaluate(x, y)\nprint(f"loss {scores[0]}, accuracy {scores[1]}")\n', BOTH),
        ("acc_loss = model.evaluate(x, y)\n", ALONE),
        ("loss = model.evaluate(x, y)\nprint(loss)\n", ALONE),
        ("score = model.evaluate(x, y)\nscore = 0.7\nprint(score * 100)\n", ALONE),
    ],
)
def test_an_accuracy_or_a_plain_loss_is_left_alone(use: str, measured: dict[str, float]) -> None:
    assert loss_read_as_accuracy.match(evaluated(use, measured)) is None


def test_a_hundredfold_error_of_a_regression_may_be_centimetres() -> None:
    use = "score = model.evaluate(x, y)\nprint(score * 100)\n"

    assert loss_read_as_accuracy.match(evaluated(use, ALONE, "mean_absolute_error")) is None
