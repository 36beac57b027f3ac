"""Curves as numbers for charts that a browser draws."""

import math

import msgspec
from checkups import fit

from etude.domain.seen import Seen
from etude.render.curves import Curve, curves


def curve(measure: str, epochs: list[dict[str, float]], **fields: object) -> Curve:
    found = curves(Seen(fits=[fit(epochs=epochs, **fields)]))
    return next(one for one in found if one.measure == measure)


def test_a_measure_has_a_line_for_training_and_one_for_validation() -> None:
    loss = curve("loss", [{"loss": 2.0, "val_loss": 3.0}, {"loss": 1.0, "val_loss": 2.5}])

    assert (loss.training, loss.epochs) == (1, [1, 2])
    assert [(line.kind, line.values) for line in loss.lines] == [
        ("train", [2.0, 1.0]), ("validation", [3.0, 2.5]),
    ]  # fmt: skip


def test_what_json_cannot_write_is_a_gap() -> None:
    loss = curve("loss", [{"loss": 2.0}, {"loss": math.nan}, {"loss": math.inf}])

    assert loss.lines[0].values == [2.0, None, None]
    assert b"null" in msgspec.json.encode(loss)


def test_what_has_no_place_on_an_axis_is_told_beside_it() -> None:
    logs = [{"loss": math.nan}, {"loss": 1.0, "val_loss": 2.0}, {"loss": -math.inf}]

    train, validation = curve("loss", logs).lines

    assert [(one.place, one.value) for one in train.broken] == [(0, "nan"), (2, "-inf")]
    assert validation.broken == []


def test_epochs_are_numbered_from_where_the_training_went_on() -> None:
    loss = curve("loss", [{"loss": 2.0}, {"loss": 1.0}], arguments={"initial_epoch": 5})

    assert loss.epochs == [6, 7]


def test_a_learning_rate_that_stays_is_no_curve() -> None:
    steady = [{"loss": 2.0, "learning_rate": 0.1}, {"loss": 1.0, "learning_rate": 0.1}]

    assert [one.measure for one in curves(Seen(fits=[fit(epochs=steady)]))] == ["loss"]


def test_a_loss_over_orders_of_magnitude_is_logarithmic() -> None:
    assert curve("loss", [{"loss": 100.0}, {"loss": 0.1}]).logarithmic
