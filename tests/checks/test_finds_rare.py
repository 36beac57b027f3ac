"""Recall and precision of a rare class."""

import msgspec
import numpy as np
import pytest

from etude.checks.finds_rare import FindsRare
from etude.checks.values import Name
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = FindsRare(
    by=Name(name="model"),
    inputs=Name(name="x"),
    labels=Name(name="y"),
    recall=0.75,
    precision=0.5,
    things="bags",
)
LABELS = np.array([1] * 4 + [0] * 16)


def judged(called):
    return CHECK.judge({"outputs": np.array(called, dtype="float32"), "labels": LABELS})


@pytest.mark.parametrize(
    "called",
    [[1] * 4 + [0] * 16, [0.9] * 3 + [0.1] * 17, [[0.6]] * 6 + [[0.2]] * 14],
    ids=["decisions", "probabilities", "a column"],
)
def test_enough_found_and_enough_right_passes(called):
    assert judged(called).status is Status.PASSED


@pytest.mark.parametrize(
    ("called", "received", "attempt"),
    [
        ([0] * 20, "none of the 4 bags is found", "lower threshold"),
        ([1, 1, 0, 0] + [0] * 16, "2 of 4 bags found (50%)", "weigh more"),
        (
            [1] * 20,
            "4 of 4 bags found (100%); 20 called so, 20% of them rightly",
            "higher threshold",
        ),
    ],
    ids=["nothing", "half", "everything"],
)
def test_too_few_or_too_many_are_counted(called, received, attempt):
    verdict = judged(called)

    assert verdict.status is Status.FAILED
    assert received in verdict.received
    assert attempt in verdict.attempt


@pytest.mark.parametrize("more", [0, 16], ids=["passed", "failed"])
def test_recall_and_precision_are_measured_whether_it_passes_or_not(more):
    verdict = judged([1] * (3 + more) + [0] * (17 - more))

    found, called = 3 + (more > 0), 3 + more
    assert verdict.measured == {"recall": found / 4, "precision": found / called}


def test_answers_that_do_not_fit_are_named():
    assert "shape (3,)" in judged([1, 0, 0]).received


def test_labels_without_a_rare_one_judge_nothing():
    verdict = CHECK.judge({"outputs": np.zeros(5), "labels": np.zeros(5)})

    assert verdict.status is Status.FAILED
    assert verdict.received == "none of them"


@pytest.mark.tensorflow
def test_a_function_that_decides_is_asked(probe: Probe):
    program = (
        "import numpy as np, tensorflow as tf\n"
        "x, y = np.arange(20), np.array([1] * 4 + [0] * 16)\n"
        "def model(numbers):\n    return numbers < 5\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED


def test_probabilities_are_no_decisions_where_decisions_are_asked():
    check = msgspec.structs.replace(CHECK, decides=True)

    verdict = check.judge({"outputs": np.array([0.9] * 4 + [0.1] * 16), "labels": LABELS})

    assert verdict.status is Status.FAILED
    assert verdict.received == "numbers between 0.1 and 0.9"
    assert check.judge({"outputs": LABELS > 0, "labels": LABELS}).status is Status.PASSED
