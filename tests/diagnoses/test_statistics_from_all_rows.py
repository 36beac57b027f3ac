"""Statistics that held-out rows have taken part in."""

from collections.abc import Callable
from typing import Any

import pytest
from described import evidence
from trained import adapted, arrays, failed, trained

from etude.diagnoses.catalogue import statistics_from_all_rows
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

PROGRAM = "rows = read()\nmean = rows.mean(axis=0)\nscale.adapt(rows)\nmodel.fit(x, y)\n"
TRAIN = {"low": 0.0, "high": 90.0, "mean": 40.0}
HELD_OUT = {"low": 1.0, "high": 99.0, "mean": 45.0}
ALL = {"low": 0.0, "high": 99.0, "mean": 41.0}


def run(validation: dict[str, float] | None = HELD_OUT) -> Any:
    judging = arrays(rows=20, role="validation", **validation) if validation else None
    return trained(train=arrays(rows=80, **TRAIN), validation=judging)


def test_fires_when_adapt_saw_training_and_validation_rows_together() -> None:
    call = adapted(line=3, rows=100, **ALL)

    finding = statistics_from_all_rows.match(evidence(fits=[run()], calls=[call], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "adapt was given 100 rows: the 80 that fit learns from and the 20" in finding.evidence


def test_fires_when_the_test_rows_took_part_too() -> None:
    test = arrays(rows=50, role="evaluate", low=2.0, high=120.0, mean=50.0)
    mean = (80 * 40 + 20 * 45 + 50 * 50) / 150
    calls = [
        adapted(rows=150, low=0.0, high=120.0, mean=mean),
        Call(name="Model.evaluate", data=test),
    ]

    assert statistics_from_all_rows.match(evidence(fits=[run()], calls=calls, program=PROGRAM))


@pytest.mark.parametrize(
    ("call", "validation"),
    [
        (adapted(rows=80, **TRAIN), HELD_OUT),
        (adapted(rows=100, **ALL), None),
        (adapted(rows=100, low=0.0, high=300.0, mean=41.0), HELD_OUT),
        (adapted(rows=120, **ALL), HELD_OUT),
    ],
    ids=["training rows alone", "validation_split", "other rows", "another number"],
)
def test_is_silent_on(call: Call, validation: dict[str, float] | None) -> None:
    found = statistics_from_all_rows.match(
        evidence(fits=[run(validation)], calls=[call], program=PROGRAM)
    )

    assert found is None


def standardised(train: float, held_out: float) -> Any:
    return trained(
        train=arrays(rows=80, mean=train, low=-2.1, high=2.9),
        validation=arrays(rows=20, role="v", mean=held_out, low=-1.9, high=2.4),
    )


def test_fires_when_only_all_rows_together_have_mean_zero() -> None:
    finding = statistics_from_all_rows.match(
        evidence(fits=[standardised(0.02, -0.08)], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 2
    assert "mean 0.020 over the training rows and 0.000 over" in finding.evidence


@pytest.mark.parametrize(("train", "held_out"), [(1e-8, -0.08), (0.3, 0.31), (0.02, 0.02)])
def test_is_silent_when_the_training_rows_have_it_or_none_has(
    train: float, held_out: float
) -> None:
    given = evidence(fits=[standardised(train, held_out)], program=PROGRAM)

    assert statistics_from_all_rows.match(given) is None


def test_is_silent_on_numbers_that_reach_as_far_below_zero_as_above() -> None:
    fit = trained(
        train=arrays(rows=80, mean=0.02, low=-1.0, high=0.98),
        validation=arrays(rows=20, role="v", mean=-0.08, low=-0.9, high=1.0),
    )

    assert statistics_from_all_rows.match(evidence(fits=[fit], program=PROGRAM)) is None


def elsewhere(**facts: Any) -> dict[str, Any]:
    return {
        "given": {
            "elsewhere": [{"column": "age", "mean": 0.0, "spread": 1.0}],
            "renamed": [{"column": "home", "one_hot": True, "example": "new rent"}],
        }
        | facts
    }


def test_fires_on_a_builder_whose_statistics_do_not_fit_its_rows() -> None:
    facts = elsewhere(elsewhere=[{"column": "age", "mean": 31.4, "spread": 10.0}])

    finding = statistics_from_all_rows.match(
        evidence(facts=facts, verdicts=[failed("given")], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 2
    assert "age comes out with mean 31.4" in finding.evidence


def test_fires_on_a_builder_that_knows_its_categories_beforehand() -> None:
    renamed = [{"column": "home", "one_hot": False, "example": "new rent"}]

    finding = statistics_from_all_rows.match(
        evidence(facts=elsewhere(renamed=renamed), verdicts=[failed("given")], program=PROGRAM)
    )

    assert finding is not None
    assert "'new rent' in home" in finding.evidence


def test_is_silent_on_a_builder_that_passed() -> None:
    assert statistics_from_all_rows.match(evidence(facts=elsewhere(), program=PROGRAM)) is None


@pytest.mark.tensorflow
@pytest.mark.parametrize(("part", "fires"), [("rows", True), ("rows[:80]", False)])
def test_tells_numpy_statistics_of_all_rows_from_those_of_the_training_rows(
    evidence_of: Callable[[str], Evidence], part: str, fires: bool
) -> None:
    program = f"""\
import keras, numpy as np
rows = np.random.default_rng(1).exponential(40, (100, 3)).astype("float32")
rows = (rows - {part}.mean(axis=0)) / {part}.std(axis=0)
y = rows.sum(axis=1)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(rows[:80], y[:80], validation_data=(rows[80:], y[80:]), verbose=0)
"""
    finding = statistics_from_all_rows.match(evidence_of(program))

    assert (finding is not None) == fires
    assert finding is None or finding.line == 3


def test_is_silent_on_one_mean_of_all_pixels_of_pictures() -> None:
    pictures = {"low": -2.1, "high": 2.9, "shape": (8, 8, 1)}
    fit = trained(
        train=arrays(rows=80, mean=0.02, **pictures),
        validation=arrays(rows=20, role="v", mean=-0.08, **pictures),
    )

    assert statistics_from_all_rows.match(evidence(fits=[fit], program=PROGRAM)) is None


def test_only_warns_of_folds_whose_rows_are_all_learned_from_in_the_end() -> None:
    final = trained(train=arrays(rows=100, mean=1e-8, low=-2.1, high=2.9))
    folds = standardised(0.02, -0.08)

    alone = statistics_from_all_rows.match(evidence(fits=[folds], program=PROGRAM))
    led_on = statistics_from_all_rows.match(evidence(fits=[folds, final], program=PROGRAM))

    assert alone is not None
    assert not alone.mild
    assert led_on is not None
    assert led_on.mild


def test_warns_no_less_when_another_training_learns_from_other_rows() -> None:
    other = trained(train=arrays(rows=100, mean=1e-8, low=-2.1, high=4.0))

    finding = statistics_from_all_rows.match(
        evidence(fits=[standardised(0.02, -0.08), other], program=PROGRAM)
    )

    assert finding is not None
    assert not finding.mild


def test_points_at_the_mean_that_is_subtracted() -> None:
    program = "print(scores.mean())\nmean = rows.mean(axis=0)\nrows -= mean\nmodel.fit(x, y)\n"

    finding = statistics_from_all_rows.match(
        evidence(fits=[standardised(0.02, -0.08)], program=program)
    )

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    ("program", "fires"),
    [
        ("wave = sin(t - start)\nprint(mean(mse(y, p)))\nmodel.fit(x, y)\n", False),
        ("x = (x - stats['mean']) / stats['std']\nmodel.fit(x, y)\n", True),
        ("x = StandardScaler().fit_transform(x)\nmodel.fit(x, y)\n", True),
        ("mu, sd = x.mean(0), x.std(0)\nx = (x - mu) / sd\nmodel.fit(x, y)\n", True),
    ],
)
def test_asks_for_a_program_that_shifts_anything(program: str, fires: bool) -> None:
    finding = statistics_from_all_rows.match(
        evidence(fits=[standardised(0.02, -0.08)], program=program)
    )

    assert (finding is not None) == fires
