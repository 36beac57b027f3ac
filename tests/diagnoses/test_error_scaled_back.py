"""An error that is turned back into units as if it were a value."""

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.catalogue import error_scaled_back as diagnosis
from etude.domain.observations import Call

FITTED = "sc = StandardScaler()\ny = sc.fit_transform(prices)\nmodel.fit(x, y)\n"


def found(program: str, zero: float | None = None) -> object:
    calls = [Call(name="turned_back", line=5, arguments={"zero": zero})] if zero is not None else []
    return diagnosis.match(evidence(fits=[trained(loss=[1.0])], calls=calls, program=program))


@pytest.mark.parametrize(
    "told",
    [
        "mse = mean_squared_error(y, p)\nmath.sqrt(sc.inverse_transform([[mse]])[0, 0])",
        "score = model.evaluate(x, y)\nsc.inverse_transform(np.array(score[0]).reshape(-1, 1))",
        "loss, mae = model.evaluate(x, y)\nsc.inverse_transform(np.array([[np.sqrt(loss)]]))",
        "mae = np.mean(np.abs(y - p))\nsc.inverse_transform(mae.reshape(1, -1))",
        "gap = y - p\nsc.inverse_transform([[np.mean(gap ** 2) ** 0.5]])",
        "log = model.fit(x, y)\nsc.inverse_transform([[log.history['val_mae'][-1]]])",
        "std, mean = y.std(), y.mean()\nprint(np.sqrt(model.evaluate(x, y)) * std + mean)",
    ],
    ids=["metric", "evaluate", "unpacked", "of absolutes", "of squares", "history", "by hand"],
)
def test_an_error_is_told_however_it_was_come_by(told: str) -> None:
    finding = found(FITTED + told + "\n")

    assert finding is not None
    assert finding.line == 5  # type: ignore[attr-defined]
    assert "is an error" in finding.evidence  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "told",
    [
        "p = model.predict(x)\nsc.inverse_transform(p)",
        "p = np.mean(model.predict(x), axis=0)\nsc.inverse_transform([p])",
        "p = sc.inverse_transform(model.predict(x))\nprint(np.sqrt(mean_squared_error(prices, p)))",
        "std = prices.std()\nprint(np.sqrt(model.evaluate(x, y)) * std)",
        "sc = MaxAbsScaler()\nsc.inverse_transform([[model.evaluate(x, y)]])",
        "sc = StandardScaler(with_mean=False)\nsc.inverse_transform([[model.evaluate(x, y)]])",
        "total = model.evaluate(x, y) * weight + penalties.mean()\nprint(total)",
    ],
    ids=["answers", "a mean", "error of values", "spread", "only divided", "no mean", "a sum"],
)
def test_is_silent_about(told: str) -> None:
    assert found(FITTED + told + "\n") is None


def test_what_the_scaler_adds_is_told_and_nothing_added_is_no_mistake() -> None:
    program = FITTED + "mae = model.evaluate(x, y)\nsc.inverse_transform([[mae]])\n"

    assert "(474465)" in found(program, zero=474465.2).evidence  # type: ignore[union-attr, attr-defined]
    assert found(program, zero=0.0) is None
