"""The same answer for everything."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from described import dense, evidence, model
from trained import failed, trained

from etude.diagnoses.catalogue import stuck_at_majority
from etude.domain.observations import Compiled, Data, Fit, TensorSample

FLAT = {"loss": [234.0, 1.10, 1.10, 1.09, 1.10], "accuracy": [0.31, 0.36, 0.36, 0.36, 0.36]}


def test_fires_on_an_accuracy_that_stands_still() -> None:
    finding = stuck_at_majority.match(evidence(fits=[trained(**FLAT)]))

    assert finding is not None
    assert finding.line == 9
    assert finding.evidence == "the accuracy is 0.3600 in each of the last 4 epochs"


@pytest.mark.parametrize(
    "curves",
    [
        FLAT | {"accuracy": [0.3, 0.36, 0.37, 0.36, 0.38]},
        FLAT | {"accuracy": [1.0] * 5},
        FLAT | {"accuracy": [0.0] * 5},
        FLAT | {"loss": [1.1, 1.0, 0.9, 0.8, 0.7]},
        {"loss": [1.1] * 3, "accuracy": [0.36] * 3},
        {"loss": [1.1] * 5},
    ],
    ids=["moves", "all right", "no accuracy of classes", "loss falls", "few epochs", "unmeasured"],
)
def test_is_silent_on(curves: dict[str, Any]) -> None:
    assert stuck_at_majority.match(evidence(fits=[trained(**curves)])) is None


SPECIES = {"loss": [0.60, 0.41, 0.40, 0.396, 0.393], "accuracy": [0.70, 0.805, 0.805, 0.805, 0.805]}


def labelled(numbers: Sequence[int], **more: Any) -> Fit:
    """A training of examples with these classes."""
    labels = np.array(numbers)
    given = TensorSample(
        path="1",
        dtype="int64",
        shape=[len(labels)],
        low=float(labels.min()),
        high=float(labels.max()),
        mean=float(labels.mean()),
        deviation=float(labels.std()),
        distinct=sorted(set(labels.tolist())),
    )
    return trained(train=Data(role="fit", kind="arrays", sample=[given]), **more)


PENGUINS = [0] * 87 + [1] * 41 + [2] * 72


def test_is_silent_on_an_accuracy_that_is_the_share_of_no_class() -> None:
    many_right = SPECIES | {"loss": [1.1] * 5}

    assert stuck_at_majority.match(evidence(fits=[labelled(PENGUINS, **many_right)])) is None


def test_is_silent_on_more_right_answers_than_any_of_many_classes_has() -> None:
    digits = [0, 1, 2, 3, 4, 5] * 30
    right, guessed = {"accuracy": [0.9958] * 5}, {"accuracy": [0.1667] * 5}

    assert (
        stuck_at_majority.match(evidence(fits=[labelled(digits, loss=[7.0] * 5, **right)])) is None
    )
    assert stuck_at_majority.match(evidence(fits=[labelled(digits, loss=[7.0] * 5, **guessed)]))


@pytest.mark.parametrize("share", [0.435, 0.205, 0.36])
def test_fires_on_the_share_of_any_of_three_classes(share: float) -> None:
    run = labelled(PENGUINS, loss=[1.1] * 5, accuracy=[share] * 5)

    assert stuck_at_majority.match(evidence(fits=[run])) is not None


def test_is_silent_on_so_few_examples_that_chance_repeats_an_accuracy() -> None:
    few = [0] * 12 + [1] * 8

    for share in (0.6, 0.4):
        run = labelled(few, loss=[0.68] * 5, accuracy=[share] * 5)
        assert stuck_at_majority.match(evidence(fits=[run])) is None


def test_fires_on_few_examples_after_many_epochs() -> None:
    run = labelled([0, 1, 1, 0], loss=[0.6931] * 60, accuracy=[0.5] * 60)

    assert stuck_at_majority.match(evidence(fits=[run])) is not None


@pytest.mark.parametrize(
    ("size", "optimizer", "expected"),
    [
        (1.0, "SGD", "try optimizer='adam', or a rate ten times the 0.01 of SGD"),
        (1.0, "Adam", "try a tenth of the learning rate of 0.01, then ten times as much"),
        (900.0, "Adam", "print the range of one batch of inputs"),
    ],
)
def test_tells_what_to_try_by_what_is_no_cause(size: float, optimizer: str, expected: str) -> None:
    run = trained(**FLAT)
    inputs = TensorSample(path="0", dtype="float32", shape=[90, 4], low=0.0, high=size)
    data = replace(run.train, sample=[inputs, *run.train.sample[1:]])
    compiled = Compiled(optimizer=optimizer, learning_rate=0.01)
    run = replace(run, train=data, model=replace(run.model, compiled=compiled))

    finding = stuck_at_majority.match(evidence(fits=[run]))

    assert finding is not None
    assert expected in finding.change


def test_rare_labels_are_to_be_weighed_before_rates_are_tried() -> None:
    curves = {"loss": [0.101, 0.1, 0.1, 0.099, 0.099], "accuracy": [0.98] * 5}
    run = labelled([0] * 980 + [1] * 20, **curves)
    inputs = TensorSample(path="0", dtype="float32", shape=[1000, 4], low=-4.0, high=4.0)
    data = replace(run.train, sample=[inputs, *run.train.sample])
    compiled = Compiled(optimizer="SGD", learning_rate=0.01)
    run = replace(run, train=data, model=replace(run.model, compiled=compiled))

    finding = stuck_at_majority.match(evidence(fits=[run]))

    assert finding is not None
    assert "class_weight" in finding.change
    assert "adam" not in finding.change


@pytest.mark.parametrize(("rows", "short"), [(90, True), (9000, False)])
def test_a_handful_of_steps_that_can_move_nothing_is_told_first(rows: int, short: bool) -> None:
    run = trained(**FLAT)
    compiled = Compiled(optimizer="Adam", learning_rate=0.001)
    data = replace(run.train, cardinality=rows)
    run = replace(run, train=data, model=replace(run.model, compiled=compiled, iterations=None))

    finding = stuck_at_majority.match(evidence(fits=[run]))

    assert finding is not None
    assert ("15 steps at a learning rate of 0.001 move no weight" in finding.change) == short


def test_is_silent_on_a_loss_that_one_answer_for_all_could_not_reach() -> None:
    assert stuck_at_majority.match(evidence(fits=[trained(**SPECIES)])) is None
    assert stuck_at_majority.match(evidence(fits=[trained(**SPECIES | {"loss": [0.6] * 5})]))


def test_is_silent_when_the_model_was_seen_to_answer_in_several_ways() -> None:
    several, one = [[20, 5, 0], [3, 20, 2], [0, 0, 0]], [[25, 0, 0], [25, 0, 0], [0, 0, 0]]

    assert stuck_at_majority.match(evidence(fits=[trained(**FLAT)], decided=several)) is None
    assert stuck_at_majority.match(evidence(fits=[trained(**FLAT)], decided=one)) is not None


def test_is_silent_on_a_frozen_model() -> None:
    run = trained(**FLAT)
    frozen = replace(run, model=replace(run.model, parameters=15, trainable_parameters=0))

    assert stuck_at_majority.match(evidence(fits=[frozen])) is None


def test_fires_on_hidden_examples_that_all_get_one_class() -> None:
    outputs = np.tile([0.1, 0.2, 0.7], (48, 1))

    finding = stuck_at_majority.match(
        evidence(
            fits=[trained(loss=[1.1])],
            facts={"hidden": {"outputs": outputs}},
            verdicts=[failed("hidden")],
        )
    )

    assert finding is not None
    assert finding.evidence == "output 2 is the largest for all of 48 hidden examples"


def test_is_silent_on_hidden_examples_that_get_several() -> None:
    given = evidence(
        fits=[trained(loss=[1.1])],
        facts={"hidden": {"outputs": np.eye(3)}},
        verdicts=[failed("hidden")],
    )

    assert stuck_at_majority.match(given) is None


RARE = {"loss": [0.5, 0.4, 0.3, 0.28, 0.25], "accuracy": [0.9, 0.95, 0.95, 0.95, 0.95]}


def rare(mean: float = 0.05, **more: Any) -> Fit:
    labels = TensorSample(
        path="1", dtype="int32", shape=[200], low=0, high=1, mean=mean, distinct=[0, 1]
    )
    return trained(train=Data(role="fit", kind="arrays", sample=[labels]), **(RARE | more))


def test_fires_on_the_share_of_the_larger_class_though_the_loss_falls() -> None:
    finding = stuck_at_majority.match(evidence(fits=[rare()]))

    assert finding is not None
    assert finding.line == 9
    assert "0.9500 in each of the last 4 epochs: the share of the largest class" in finding.evidence
    assert "class_weight" in finding.change


@pytest.mark.parametrize(
    "run",
    [
        rare(mean=0.06),
        rare(accuracy=[0.9, 0.95, 0.95, 0.95, 0.96]),
        rare(arguments={"class_weight": {0: 1.0, 1: 19.0}}),
        rare(arguments={"validation_split": 0.2}),
    ],
    ids=["another share", "moves", "weighed", "trained on a part"],
)
def test_is_silent_on_a_rare_class(run: Fit) -> None:
    assert stuck_at_majority.match(evidence(fits=[run])) is None


def classifier(**more: Any) -> Fit:
    return trained(**more, loss=[0.5, 0.3], accuracy=[0.9, 0.96])


def test_fires_on_a_rare_class_that_is_never_decided_for() -> None:
    finding = stuck_at_majority.match(evidence(fits=[classifier()], decided=[[96, 0], [4, 0]]))

    assert finding is not None
    assert "finds none of 4 others" in finding.evidence


def test_steps_with_a_class_each_are_weighed_by_samples() -> None:
    of_steps = model(dense(3, "softmax"), inputs=(None, 8, 4), output=(None, 8, 3))
    tagger = classifier(model=replace(of_steps, trainable_parameters=15))
    finding = stuck_at_majority.match(evidence(fits=[tagger], decided=[[960, 0], [40, 0]]))

    assert finding is not None
    assert "sample_weight" in finding.change


def test_steps_too_small_to_move_a_weight_are_told() -> None:
    run = classifier()
    compiled = Compiled(optimizer="Adam", learning_rate=1e-4)
    data = replace(run.train, kind="arrays", cardinality=90)
    slow = replace(run, train=data, model=replace(run.model, compiled=compiled))

    finding = stuck_at_majority.match(evidence(fits=[slow], decided=[[96, 0], [4, 0]]))

    assert finding is not None
    assert "at a learning rate of 0.0001 move no weight" in finding.change
    assert finding.change.endswith("or with learning_rate=0.001")


@pytest.mark.parametrize(
    "decided",
    [[[95, 1], [4, 0]], [[60, 0], [40, 0]], [[9, 0], [1, 0]], [[100]], ()],
    ids=["one is", "classes are even", "few examples", "one class", "not looked at"],
)
def test_is_silent_on_decisions(decided: Any) -> None:
    assert stuck_at_majority.match(evidence(fits=[classifier()], decided=decided)) is None
