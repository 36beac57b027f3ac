"""A training that ended while it was still learning."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, model, numbers
from trained import failed, judged, trained

from etude.diagnoses.catalogue import trained_too_short
from etude.domain.observations import Call, Callback, Fit
from etude.domain.verdict import Measurement, Status
from etude.domain.what_if import AS_IT_IS, WhatIf

PROGRAM = "x = 1\n" * 8 + "model.fit(\n    data,\n    epochs=3,\n)\n"
FALLING = [1.10, 1.05, 0.99]


def test_fires_on_a_loss_that_falls_and_is_still_near_guessing_at_the_epochs() -> None:
    finding = trained_too_short.match(evidence(fits=[trained(loss=FALLING)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 11
    assert "fell from 1.100 to 0.990 in 3 epochs, and by 10% in the last two" in finding.evidence


def test_fires_on_a_falling_loss_when_hidden_examples_miss_the_bar() -> None:
    run = trained(loss=[0.9, 0.6, 0.4], val_loss=[1.0, 0.8, 0.7])

    finding = trained_too_short.match(
        evidence(fits=[run], verdicts=[judged({AS_IT_IS: 0.52})], program=PROGRAM)
    )

    assert finding is not None
    assert "the model reached 0.520 on hidden examples" in finding.evidence


@pytest.mark.parametrize(
    "curves",
    [
        {"loss": [1.1, 0.6, 0.3]},
        {"loss": [1.1, 1.09, 1.09]},
        {"loss": [1.1, 1.05]},
        {"loss": [float("nan")] * 3},
        {"loss": FALLING, "val_loss": [1.0, 1.1, 1.2]},
        {"loss": FALLING, "finished": False},
    ],
    ids=["learned", "flat", "too few to tell", "NaN", "validation rises", "interrupted"],
)
def test_is_silent_on(curves: dict[str, Any]) -> None:
    assert trained_too_short.match(evidence(fits=[trained(**curves)], program=PROGRAM)) is None


def test_is_silent_when_early_stopping_has_ended_it() -> None:
    stopping = Callback(kind="EarlyStopping")
    run = replace(trained(loss=FALLING), arguments={"epochs": 200}, callbacks=[stopping])

    assert trained_too_short.match(evidence(fits=[run], program=PROGRAM)) is None
    to_the_end = replace(run, arguments={"epochs": 3})
    assert trained_too_short.match(evidence(fits=[to_the_end], program=PROGRAM)) is not None


def test_is_silent_when_a_change_of_inputs_explains_the_score() -> None:
    run = trained(loss=[0.9, 0.6, 0.4])
    verdict = judged({AS_IT_IS: 0.4, WhatIf.DIVIDED: 0.99})

    given = evidence(fits=[run], verdicts=[verdict], program=PROGRAM)

    assert trained_too_short.match(given) is None


def test_is_silent_when_the_examples_of_the_training_are_named_well_already() -> None:
    run = trained(loss=[0.9, 0.6, 0.4], val_loss=[0.8, 0.6, 0.5], val_accuracy=[0.7, 0.8, 0.86])
    measured = Measurement(
        what="an accuracy", value=0.08, low=0.06, high=0.09, bars=(0.4, 0.75), examples=1600
    )
    verdict = replace(judged({AS_IT_IS: 0.08}), measurement=measured)

    given = evidence(fits=[run], verdicts=[verdict], program=PROGRAM)
    asked_for_more = replace(verdict, measurement=replace(measured, bars=(0.4, 0.95)))

    assert trained_too_short.match(given) is None
    assert trained_too_short.match(replace(given, verdicts=[asked_for_more])) is not None


def test_is_silent_when_the_bar_was_reached() -> None:
    run = trained(loss=[0.9, 0.6, 0.4])
    verdict = judged({AS_IT_IS: 0.9}, Status.PASSED)

    assert trained_too_short.match(evidence(fits=[run], verdicts=[verdict])) is None


def test_is_silent_when_a_check_of_something_else_than_quality_failed() -> None:
    order = failed("shuffles_each_epoch")
    falling = evidence(fits=[trained(loss=FALLING)], program=PROGRAM)
    missed = judged({AS_IT_IS: 0.52})

    assert trained_too_short.match(replace(falling, verdicts=[order])) is None
    assert trained_too_short.match(replace(falling, verdicts=[order, missed])) is not None
    assert trained_too_short.match(replace(falling, verdicts=[judged({"loss": 0.9})])) is not None


def numbered(
    loss: list[float],
    *,
    rows: int,
    batch_size: int,
    steps_before: int = 0,
    of_one: tuple[int, ...] = (),
) -> Fit:
    """A regression of targets that scatter by 2 around 7, of one example of this shape."""
    targets = replace(numbers(3, 11, shape=(rows, *of_one)), mean=7.0, deviation=2.0)
    of = replace(model(dense(1), loss="mean_squared_error"), iterations=steps_before)
    run = fit(of, labels=targets, cardinality=rows)
    epochs = [{"loss": one} for one in loss]
    given = {"epochs": len(loss), "batch_size": batch_size}
    return replace(run, line=9, epochs=epochs, finished=True, arguments=given)


@pytest.mark.parametrize("of_one", [(), (1,), (2,), (7, 1)], ids=str)
def test_numbers_are_hardly_learned_while_their_mean_would_cost_as_much(
    of_one: tuple[int, ...],
) -> None:
    program = "x = 1\n" * 8 + "model.fit(x, y, epochs=4)\n"

    near = numbered([60.0, 40.0, 30.0, 20.0, 9.0], rows=3200, batch_size=32, of_one=of_one)
    far_below = numbered([6.0, 4.0, 2.0, 0.5, 0.2], rows=3200, batch_size=32, of_one=of_one)

    assert trained_too_short.match(evidence(fits=[near], program=program)) is not None
    assert trained_too_short.match(evidence(fits=[far_below], program=program)) is None


def test_batches_as_large_as_the_data_are_few_steps() -> None:
    program = "x = 1\n" * 8 + "model.fit(\n    x, y, epochs=2,\n    batch_size=2048,\n)\n"

    run = numbered([40.0, 39.0, 38.5, 38.0, 37.6], rows=1000, batch_size=2048)
    finding = trained_too_short.match(evidence(fits=[run], program=program))

    assert finding is not None
    assert finding.line == 11
    assert "5 x 1 batches changed the weights 5 times" in finding.evidence
    assert "batch_size=32" in finding.change


def test_a_few_steps_of_usual_batches_or_of_a_trained_model_are_another_matter() -> None:
    first_try = numbered([40.0, 39.5, 39.3], rows=128, batch_size=32)
    goes_on = numbered([40.0, 39.5, 39.3], rows=1000, batch_size=2048, steps_before=900)

    assert trained_too_short.match(evidence(fits=[first_try], program=PROGRAM)) is None
    assert trained_too_short.match(evidence(fits=[goes_on], program=PROGRAM)) is None


def once(
    *, rows: int = 100, asked: bool = True, program: str = "x = 1\n" * 8 + "model.fit(x, y)\n"
) -> Any:
    """One pass over a regression, and whether its model is asked afterwards."""
    run = replace(numbered([40.0], rows=rows, batch_size=32), arguments={})
    calls = [Call(name="Model.evaluate", line=10, model=run.model)] if asked else []
    return replace(evidence(fits=[run], program=program), calls=calls)


def test_fires_on_one_pass_over_few_data_that_nobody_has_chosen() -> None:
    finding = trained_too_short.match(once())

    assert finding is not None
    assert finding.line == 9
    assert "4 batches changed the weights 4 times" in finding.evidence
    assert "epochs=" in finding.change


def test_one_pass_is_enough_where_it_is_chosen_or_long_or_nothing_is_made_of_it() -> None:
    written = "x = 1\n" * 8 + "model.fit(x, y, epochs=1)\n"

    assert trained_too_short.match(once(program=written)) is None
    assert trained_too_short.match(once(program=written.replace("epochs=1", "**options"))) is None
    assert trained_too_short.match(once(rows=32000)) is None
    assert trained_too_short.match(once(asked=False)) is None


def of_few_rows(rows: int, *, epochs: int, left: float, rate: float = 0.001) -> Fit:
    """A regression whose targets scatter by 1, in batches of 32."""
    targets = replace(numbers(0, 5), mean=2.0, deviation=1.0)
    run = fit(
        model(dense(8), dense(1), loss="mean_squared_error"), labels=targets, cardinality=rows
    )
    assert run.model.compiled is not None
    compiled = replace(run.model.compiled, optimizer="Adam", learning_rate=rate)
    losses = [2.0, *[left] * (epochs - 1)]
    return replace(
        run,
        model=replace(run.model, compiled=compiled),
        epochs=[{"loss": one} for one in losses],
        finished=True,
    )


def test_fires_on_rows_so_few_that_fifty_epochs_are_a_hundred_steps() -> None:
    finding = trained_too_short.match(evidence(fits=[of_few_rows(45, epochs=50, left=0.98)]))

    assert finding is not None
    assert "an epoch is 2 steps here, 50 of them are 100" in finding.evidence
    assert "batch_size=4" in finding.change


@pytest.mark.parametrize(
    "run",
    [
        of_few_rows(45, epochs=50, left=0.4),
        of_few_rows(45, epochs=200, left=0.98),
        of_few_rows(400, epochs=50, left=0.98),
        of_few_rows(45, epochs=5, left=0.98),
        of_few_rows(45, epochs=50, left=0.98, rate=0.01),
    ],
    ids=["learned", "more steps", "more rows", "a first try", "larger steps"],
)
def test_few_rows_are_not_blamed_otherwise(run: Fit) -> None:
    assert trained_too_short.match(evidence(fits=[run])) is None
