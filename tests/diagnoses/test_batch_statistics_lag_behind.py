"""Averages that are still where they began."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import evidence, layer
from trained import arrays, trained

from etude.diagnoses.catalogue import batch_statistics_lag_behind as diagnosis
from etude.domain.observations import Call, Fit

NORM = layer("BatchNormalization", line=4, momentum=0.99)


def run(
    *,
    judged: float = 0.4,
    learned: float = 1.0,
    epochs: int = 10,
    layers: Sequence[Any] = (NORM,),
    **fields: Any,
) -> Fit:
    accuracy, val = [learned] * epochs, [judged] * epochs
    train = fields.pop("train", arrays(rows=128))
    return trained(
        loss=[0.1] * epochs,
        accuracy=accuracy,
        val_accuracy=val,
        layers=layers,
        train=train,
        **fields,
    )


def test_fires_at_the_layer_with_the_batches_that_it_has_seen() -> None:
    finding = diagnosis.match(evidence(fits=[run()]))

    assert finding is not None
    assert finding.line == 4
    assert "has seen 40 batches" in finding.evidence
    assert "67% what they began with" in finding.evidence
    assert "1.00 in training and 0.40 in validation" in finding.evidence


@pytest.mark.parametrize(
    "fit",
    [
        run(judged=0.9),
        run(learned=0.6, judged=0.3),
        run(epochs=50),
        run(layers=[layer("BatchNormalization", momentum=0.9)]),
        run(layers=[]),
    ],
    ids=["validates well", "learned little", "many batches", "quick averages", "no such layer"],
)
def test_is_silent_when(fit: Fit) -> None:
    assert diagnosis.match(evidence(fits=[fit])) is None


def test_fires_where_the_program_evaluates_what_it_did_not_validate() -> None:
    fit = replace(run(), epochs=[{"loss": 0.1, "accuracy": 1.0}] * 10)

    finding = diagnosis.match(evidence(fits=[fit], calls=[_evaluated(fit, 0.33)]))

    assert finding is not None
    assert "1.00 in training and 0.33 in evaluate in line 12" in finding.evidence
    assert diagnosis.match(evidence(fits=[fit], calls=[_evaluated(fit, 0.95)])) is None
    assert diagnosis.match(evidence(fits=[fit], calls=[_evaluated(fit, 0.33, steps=0)])) is None


def _evaluated(fit: Fit, accuracy: float, *, steps: int = 40) -> Call:
    given = {"measured": {"loss": 1.0, "accuracy": accuracy}}
    trained = replace(fit.model, iterations=steps)
    return Call(name="Model.evaluate", line=12, arguments=given, model=trained)


def test_is_silent_when_the_layer_came_with_what_it_had_seen_before() -> None:
    assert diagnosis.match(evidence(fits=[run()], program="m = load_model('a.keras')\n")) is None
    assert diagnosis.match(evidence(fits=[run(), run()])) is None


def test_needs_less_on_the_very_rows_that_were_learned() -> None:
    fit = replace(run(), epochs=[{"loss": 0.4, "accuracy": 0.8}] * 10)
    again = replace(_evaluated(fit, 0.55), data=replace(fit.train, role="evaluate"))
    others = replace(again, data=arrays(rows=128, high=2.0))

    assert diagnosis.match(evidence(fits=[fit], calls=[again])) is not None
    assert diagnosis.match(evidence(fits=[fit], calls=[others])) is None


def test_the_same_examples_that_cost_far_more_in_validation_are_no_overfitting() -> None:
    curves = {"loss": [0.5, 0.1, 0.02], "accuracy": [0.9] * 3, "val_accuracy": [0.9] * 3}
    known = {"layers": [NORM], "train": arrays(rows=128)}
    lost = trained(**curves, val_loss=[1.1, 1.0, 0.9], overlap="same", **known)  # type: ignore[arg-type]

    finding = diagnosis.match(evidence(fits=[lost]))

    assert finding is not None
    assert finding.proven
    assert "cost 0.02 in training and 0.9 in validation" in finding.evidence
    assert diagnosis.match(evidence(fits=[replace(lost, overlap="")])) is None
    kept = trained(**curves, val_loss=[1.1, 0.3, 0.05], overlap="same", **known)  # type: ignore[arg-type]
    assert diagnosis.match(evidence(fits=[kept])) is None


def asked(fit: Fit, *, answered: int, low: float = -1.0) -> Call:
    rows = arrays(rows=128, low=low, role="predict")
    data = replace(rows, sample=[replace(rows.sample[0], path="")])
    given = {"answered": answered}
    return Call(name="Model.predict", line=7, arguments=given, model=fit.model, data=data)


def test_fires_where_predict_has_one_class_for_all_that_was_learned() -> None:
    fit = replace(run(judged=1.0), epochs=[{"loss": 0.1, "accuracy": 1.0}] * 10)

    finding = diagnosis.match(evidence(fits=[fit], calls=[asked(fit, answered=1)]))

    assert finding is not None
    assert (
        "the very same examples predict in line 7 answers with a single class" in finding.evidence
    )


@pytest.mark.parametrize(
    ("learned", "answered", "low"),
    [(1.0, 2, -1.0), (0.98, 1, -1.0), (1.0, 1, 0.0)],
    ids=["several answers", "not all learned", "other examples"],
)
def test_one_answer_alone_says_nothing(learned: float, answered: int, low: float) -> None:
    fit = replace(run(judged=1.0), epochs=[{"loss": 0.1, "accuracy": learned}] * 10)
    call = asked(fit, answered=answered, low=low)

    assert diagnosis.match(evidence(fits=[fit], calls=[call])) is None
