"""Statistics of the test part."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import part_scaled_by_itself as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

USE = "model.fit(x_train, y_train)\nmodel.evaluate(x_test, y_test)\n"


def seen(preparation: str, use: str = USE) -> Evidence:
    program = preparation + use
    lines = program.splitlines()
    trained = model(dense(1), loss="mse")
    run = fit(trained, labels=numbers(0.0, 1.0))
    run = replace(run, line=len(lines) - 1)
    asked = Call(name="Model.evaluate", line=len(lines), model=trained)
    return evidence(fits=[run], program=program, calls=[asked])


@pytest.mark.parametrize(
    "preparation",
    [
        "x_train = (x_train - x_train.mean(0)) / x_train.std(0)\n"
        "x_test = (x_test - x_test.mean(0)) / (x_test.std(0) + 1e-7)\n",
        "x_train = (x_train - np.min(x_train)) / (np.max(x_train) - np.min(x_train))\n"
        "x_test = (x_test - np.min(x_test)) / (np.max(x_test) - np.min(x_test))\n",
        "x_train = scaler.fit_transform(x_train)\nx_test = scaler.fit_transform(x_test)\n",
        "x_train, x_val = scaler.fit_transform(a), scaler.transform(b)\n"
        "other.fit(x_test); x_test = other.transform(x_test)\n",
        "x_train = MinMaxScaler().fit_transform(a)\nx_test = MinMaxScaler().fit_transform(b)\n",
    ],
    ids=["by hand", "with numpy", "fitted anew", "fitted first", "by another scaler"],
)
def test_points_at_the_test_part(preparation: str) -> None:
    finding = diagnosis.match(seen(preparation))

    assert finding is not None
    assert finding.line == 2
    assert "x_test is scaled with its own statistics, x_train in line 1" in finding.evidence


def test_points_at_what_a_loaded_copy_is_asked() -> None:
    program = "x = scaler.fit_transform(x)\nmodel.fit(x, y)\nmodel = load_model('m.keras')\n"
    program += "new = StandardScaler().fit_transform(new)\nmodel.predict(new)\n"
    learned = replace(model(dense(1), loss="mse"), line=1)
    loaded = replace(learned, key="2", line=3)
    run = replace(fit(learned, labels=numbers(0.0, 1.0)), line=2)
    calls = [Call(name="load_model", line=3), Call(name="Model.predict", line=5, model=loaded)]

    finding = diagnosis.match(evidence(fits=[run], program=program, calls=calls))

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    "preparation",
    [
        "scaler.fit(x_train); x_train = scaler.transform(x_train)\n"
        "x_test = scaler.transform(x_test)\n",
        "x_train = (x_train - x_train.mean(0)) / x_train.std(0)\n"
        "x_test = (x_test - mean) / deviation\n",
        "x = (x - x.mean(0)) / x.std(0)\nx_train, x_test = x[:9], x[9:]\n",
        "x_train = scaler.fit_transform(x_train)\nx_test = scaler.transform(x_test)\n",
        "x_train = x_train / 255\nx_test = x_test / 255\n",
        "x_train = LabelEncoder().fit_transform(a)\nx_test = LabelEncoder().fit_transform(b)\n",
    ],
    ids=[
        "fitted once",
        "the statistics of training",
        "before the split",
        "transformed",
        "a constant",
        "encoded",
    ],
)
def test_is_silent_on(preparation: str) -> None:
    assert diagnosis.match(seen(preparation)) is None


@pytest.mark.parametrize(
    "scale",
    [
        "def scale(a):\n    return (a - a.mean(axis=0)) / (a.std(axis=0) + 1e-8)\n",
        "def scale(a):\n    m = np.mean(a, 0)\n    d = np.std(a, 0)\n    out = (a - m) / d\n"
        "    return out\n",
        "def scale(frame):\n    scaler = MinMaxScaler()\n"
        "    return pd.DataFrame(scaler.fit_transform(frame), columns=frame.columns)\n",
    ],
    ids=["at once", "step by step", "by a scaler"],
)
def test_points_at_the_second_use_of_a_function_that_scales_what_it_gets(scale: str) -> None:
    finding = diagnosis.match(seen(scale + "x_train = scale(x[:9])\nx_test = scale(x[9:])\n"))

    assert finding is not None
    assert finding.line == scale.count("\n") + 2


def test_is_silent_on_a_function_that_is_given_the_statistics() -> None:
    scale = "def scale(a, m, d):\n    return (a - m) / d\n"
    use = "x_train = scale(x[:9], mean, std)\nx_test = scale(x[9:], mean, std)\n"

    assert diagnosis.match(seen(scale + use)) is None


def test_is_silent_on_a_function_that_fits_only_when_it_is_told_to() -> None:
    scale = (
        "def scale(a, fit=False):\n"
        "    return scaler.fit_transform(a) if fit else scaler.transform(a)\n"
    )
    use = "x_train = scale(x[:9], fit=True)\nx_test = scale(x[9:])\n"

    assert diagnosis.match(seen(scale + use)) is None


def test_is_silent_on_labels() -> None:
    preparation = (
        "x_train = (x_train - x_train.mean(0)) / x_train.std(0)\n"
        "y_test = (y_test - y_test.mean()) / y_test.std()\n"
    )

    assert diagnosis.match(seen(preparation)) is None


INSIDE = "model.fit(scaler.fit_transform(x_train), y)\n"


@pytest.mark.parametrize(
    ("use", "fires"),
    [
        ("model.evaluate(StandardScaler().fit_transform(x_test), y)\n", True),
        ("model.evaluate(scaler.fit_transform(x_test), y)\n", True),
        ("model.evaluate(scaler.transform(x_test), y)\n", False),
        ("model.evaluate(scaler.fit_transform(x_train), y)\n", False),
        ("model.evaluate(scaler.fit_transform(x_test.T).T, y)\n", False),
    ],
    ids=[
        *("a scaler of its own", "fitted anew", "only transformed", "the training part again"),
        "each row by itself",
    ],
)
def test_looks_at_what_is_scaled_where_it_is_handed_over(use: str, fires: bool) -> None:
    assert (diagnosis.match(seen("", INSIDE + use)) is not None) is fires
