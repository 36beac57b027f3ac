"""Faults of programs that are written with pandas and scikit-learn."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, layer, model
from windowed import forecast, windowed

from etude.diagnoses.catalogue import (
    category_numbered_not_encoded,
    centred_window_looks_ahead,
    errors_of_every_pair,
    forecast_in_scaled_units,
    gaps_filled_with_zero,
    label_among_inputs,
    logarithm_undone_to_other_base,
    row_number_as_feature,
    rows_scaled_not_columns,
)
from etude.domain.observations import Call, Fit, TensorSample, TensorSpec


def call(name: str, line: int, **seen: Any) -> Call:
    return Call(name=name, line=line, arguments=seen)


def learned(
    *, line: int, low: float = 0.0, high: float = 1.0, columns: int = 3, **more: Any
) -> Fit:
    """A regression on rows of columns, with targets between these."""
    parts = [
        TensorSample(path="0", dtype="float64", shape=[64, columns], low=-2.0, high=2.0),
        TensorSample(path="1", dtype="float64", shape=[64], low=low, high=high, mean=high / 2),
    ]
    ending = model(dense(1), loss="mean_squared_error", output=[None, 1])
    data = replace(windowed(), sample=parts, windows=None, **more)
    return forecast(data, line=line, model=ending)


FILLED = {"column": "bar", "gaps": 30, "rows": 100, "low": 990.0, "high": 1040.0}
FAR = {**FILLED, "mean": 1013.0, "deviation": 8.0, "value": 0.0, "distinct": 40, "by": "fillna"}


@pytest.mark.parametrize(
    "program",
    [
        "frame = frame.fillna(0)\nmodel.fit(frame.to_numpy(), y)\n",
        "frame.fillna(0, inplace=True)\nmodel.fit(frame.drop(columns='y'), y)\n",
        "x = scaler.fit_transform(frame['bar'].fillna(0))\nmodel.fit(x, y)\n",
        "x = np.nan_to_num(x)\nmodel.fit(x, y)\n",
        "x = filling.fit_transform(x)\nmodel.fit(x, y)\n",
    ],
)
def test_a_gap_far_below_its_column_is_told_where_it_is_filled(program: str) -> None:
    seen = evidence(fits=[learned(line=2)], calls=[call("filled", 1, **FAR)], program=program)

    finding = gaps_filled_with_zero.match(seen)

    assert finding is not None
    assert finding.line == 1
    assert "30 gaps in bar become 0" in finding.evidence


def test_any_number_far_outside_is_told_where_the_imputer_was_given_it() -> None:
    program = "i = SimpleImputer(strategy='constant', fill_value=-999)\nx = i.fit_transform(x)\n"
    told = call("filled", 2, **(FAR | {"value": -999.0, "by": "SimpleImputer"}))

    finding = gaps_filled_with_zero.match(
        evidence(fits=[learned(line=3)], calls=[told], program=program + "model.fit(x, y)\n")
    )

    assert finding is not None
    assert finding.line == 1
    assert "become -999" in finding.evidence


@pytest.mark.parametrize(
    ("program", "filled"),
    [
        ("frame = frame.fillna(0)\nmodel.fit(frame, y)\n", {"low": 0.0, "mean": 3.0}),
        ("frame = frame.fillna(0)\nmodel.fit(frame, y)\n", {"deviation": 600.0}),
        ("frame = frame.fillna(0)\nmodel.fit(frame, y)\n", {"gaps": 0}),
        ("frame = frame.fillna(0)\nmodel.fit(frame, y)\n", {"distinct": 2}),
        ("frame = frame.fillna(1012)\nmodel.fit(frame, y)\n", {"value": 1012.0}),
        ("shown = frame.fillna(0)\nmodel.fit(frame, y)\n", {}),
        ("frame['gone'] = frame.bar.isna(); frame = frame.fillna(0)\nmodel.fit(frame, y)\n", {}),
    ],
    ids=[
        *("zero is usual", "wide", "hardly any", "a flag", "a usual value", "only shown"),
        "the gap is told beside",
    ],
)
def test_zeros_that_may_be_meant_are_left_alone(program: str, filled: dict[str, Any]) -> None:
    calls = [call("filled", 1, **(FAR | filled))]

    seen = evidence(fits=[learned(line=2)], calls=calls, program=program)

    assert gaps_filled_with_zero.match(seen) is None


ENCODED = "frame['town'] = LabelEncoder().fit_transform(frame['town'])\n"
WORDS = {"encoder": "LabelEncoder", "count": 9, "words": True, "ordered": False}


@pytest.mark.parametrize(
    ("program", "seen", "fires"),
    [
        (ENCODED + "model.fit(frame[['town', 'age']].values, y)\n", {}, True),
        (ENCODED + "model.fit(frame.drop(columns='y'), frame['y'])\n", {}, True),
        (ENCODED + "model.fit(frame[['age']], y)\n", {}, False),
        (ENCODED + "model.fit(frame.drop(columns='town'), frame['town'])\n", {}, False),
        (ENCODED + "model.fit(frame.iloc[:, :-1], frame.iloc[:, -1])\n", {}, False),
        (ENCODED + "model.fit(to_categorical(frame['town']), y)\n", {}, False),
        (ENCODED + "model.fit(np.eye(9)[frame['town']], y)\n", {}, False),
        (ENCODED + "model.fit(frame[['town', 'age']], to_categorical(y))\n", {}, True),
        (ENCODED + "model.fit(get_dummies(frame, columns=['town']), y)\n", {}, False),
        (ENCODED + "model.fit(get_dummies(frame, columns=['plan']), y)\n", {}, True),
        (ENCODED + "model.fit(OneHotEncoder().fit_transform(frame[['town']]), y)\n", {}, False),
        (ENCODED + "model.fit(frame, y); OneHotEncoder().fit(frame[['plan']])\n", {}, True),
        (ENCODED + "model.fit(frame, y)\n", {"count": 2}, False),
        (ENCODED + "model.fit(frame, y)\n", {"words": False}, False),
        (ENCODED + "model.fit(frame, y)\n", {"ordered": True}, False),
    ],
    ids=[
        *("among columns", "left in", "not used", "the label", "may be the label"),
        *("made one-hot", "read from ones", "labels made one-hot", "dummies of it"),
        *("dummies of another", "encoded once more", "another encoded"),
        *("two words", "numbers", "in a given order"),
    ],
)
def test_words_numbered_by_an_encoder(program: str, seen: dict[str, Any], fires: bool) -> None:
    calls = [call("numbered", 1, **(WORDS | seen))]

    finding = category_numbered_not_encoded.match(
        evidence(fits=[learned(line=2)], calls=calls, program=program)
    )

    assert (finding is not None) is fires


@pytest.mark.parametrize(
    ("given", "fires"),
    [("[town, age]", False), ("[age, town]", True), ("inputs(frame)", False)],
    ids=["embedded", "beside the embedded one", "not told apart"],
)
def test_words_numbered_for_a_model_with_an_embedding(given: str, fires: bool) -> None:
    first = layer("InputLayer", shape=[None, 1])
    second = replace(first, name="second")
    vectors = replace(layer("Embedding", shape=[None, 4]), name="embedding", calls=[["first"]])
    end = replace(dense(1), calls=[["embedding", "second"]])
    paths = [
        TensorSpec(path=path, dtype="float32", shape=[None, 1]) for path in ("first", "second")
    ]
    two = replace(model(dense(1), loss="mse"), layers=[first, second, vectors, end], inputs=paths)
    program = "town = LabelEncoder().fit_transform(frame['town'])\n" + f"model.fit({given}, y)\n"

    finding = category_numbered_not_encoded.match(
        evidence(
            fits=[replace(learned(line=2), model=two)],
            calls=[call("numbered", 1, **WORDS)],
            program=program,
        )
    )

    assert (finding is not None) is fires


def ranged(low: float, high: float) -> dict[str, float]:
    return {"rows": 9, "low": low, "high": high, "mean": (low + high) / 2, "deviation": 1.0}


@pytest.mark.parametrize(
    ("truth", "given", "fires"),
    [
        (ranged(250, 380), ranged(0.1, 0.9), True),
        (ranged(0.1, 0.9), ranged(250, 380), True),
        (ranged(250, 380), ranged(255, 370), False),
        (ranged(0.0, 1.0), ranged(0.1, 0.9), False),
    ],
    ids=["as usual", "the other way round", "both in units", "both scaled"],
)
def test_an_error_between_two_units_is_told(
    truth: dict[str, float], given: dict[str, float], fires: bool
) -> None:
    calls = [call("compared", 4, truth=truth, given=given)]

    finding = forecast_in_scaled_units.match(evidence(fits=[learned(line=2)], calls=calls))

    assert (finding is not None) is fires


@pytest.mark.parametrize(
    ("compared", "fires"),
    [
        ('test["load"].values[14:]', True),
        ('test["load"].to_numpy()[14:]', True),
        ("scaler.transform(test[['load']])[14:, 0]", False),
        ("y_test", False),
    ],
)
def test_forecasts_minus_what_a_scaler_was_given_are_told(compared: str, fires: bool) -> None:
    program = (
        "scaled = scaler.transform(train[['load']])\nother = scaler.transform(test[['load']])\n"
        "model.fit(x, scaled[:, 0])\n"
        f"forecast = model.predict(x_test).ravel()\noff = forecast - {compared}\n"
    )

    finding = forecast_in_scaled_units.match(evidence(fits=[learned(line=3)], program=program))

    assert (finding is not None) is fires


@pytest.mark.parametrize(
    ("names", "fires"),
    [
        (["Unnamed: 0"], True),
        (["PassengerId"], True),
        (["customer_id"], True),
        (["salary"], False),
        (["grid"], False),
        ([], False),
    ],
)
def test_a_number_of_rows_among_scaled_columns_is_told_by_its_name(
    names: list[str], fires: bool
) -> None:
    calls = [call("scaled", 1, rows=80, columns=3, numbering=names)]
    program = "x = scaler.fit_transform(frame.drop(columns=['y']))\nmodel.fit(x, y)\n"

    finding = row_number_as_feature.match(
        evidence(fits=[learned(line=2)], calls=calls, program=program)
    )

    assert (finding is not None) is fires


def test_a_table_of_another_width_is_not_what_was_learned_from() -> None:
    calls = [call("scaled", 1, rows=80, columns=4, numbering=["id"])]

    assert row_number_as_feature.match(evidence(fits=[learned(line=2)], calls=calls)) is None


@pytest.mark.parametrize(
    ("program", "fires"),
    [
        ("off = test['price'].values - scaler.inverse_transform(model.predict(x))", True),
        ("true = test['price'].to_numpy()[7:]\noff = model.predict(x) - true", True),
        ("off = test[['price']].values - model.predict(x)", False),
        ("off = test['price'].values - model.predict(x)[:, 0]", False),
        ("off = test.values - model.predict(x)", False),
    ],
)
def test_a_column_of_a_table_minus_a_column_of_forecasts(program: str, fires: bool) -> None:
    finding = errors_of_every_pair.match(evidence(fits=[learned(line=1)], program=program))

    assert (finding is not None) is fires


@pytest.mark.parametrize(
    ("learns", "undoes", "fires"),
    [
        ("np.log1p(y)", "10 ** model.predict(x).ravel() - 1", True),
        ("np.log10(y)", "np.exp(model.predict(x))", True),
        ("np.log(y)", "np.power(10, model.predict(x)[:, 0])", True),
        ("np.log2(y)", "2 ** model.predict(x)", False),
        ("np.log(y)", "np.exp(model.predict(x))", False),
        ("np.log1p(y)", "np.expm1(model.predict(x))", False),
        ("y", "10 ** model.predict(x)", False),
        ("np.log(y)", "10 ** decibel", False),
    ],
)
def test_logarithms_are_undone_to_their_own_base(learns: str, undoes: str, fires: bool) -> None:
    program = f"model.fit(x, {learns})\nanswers = {undoes}\n"

    finding = logarithm_undone_to_other_base.match(
        evidence(fits=[learned(line=1)], program=program)
    )

    assert (finding is not None) is fires


@pytest.mark.parametrize(
    ("program", "fires"),
    [
        ("x = StandardScaler().fit_transform(x.T).T\nmodel.fit(x, y)\n", True),
        ("x = StandardScaler().fit_transform(x)\nmodel.fit(x, y)\n", False),
    ],
)
def test_a_scaler_given_a_table_turned_round_scales_rows(program: str, fires: bool) -> None:
    finding = rows_scaled_not_columns.match(evidence(fits=[learned(line=2)], program=program))

    assert (finding is not None) is fires


@pytest.mark.parametrize(
    ("target", "used", "fires"),
    [
        ("shift(-1)", "['close', 'smooth']", True),
        ("shift(-1)", "['close']", False),
        ("abs()", "['close', 'smooth']", False),
    ],
    ids=["forecast", "not a feature", "nothing later"],
)
def test_a_centred_mean_among_the_columns_of_a_forecast(
    target: str, used: str, fires: bool
) -> None:
    program = (
        "frame['smooth'] = frame['close'].rolling(5, center=True).mean()\n"
        f"frame['next'] = frame['close'].{target}\n"
        f"model.fit(frame[{used}], frame['next'])\n"
    )

    finding = centred_window_looks_ahead.match(evidence(fits=[learned(line=3)], program=program))

    assert (finding.line if finding is not None else 0) == (1 if fires else 0)


@pytest.mark.parametrize(("steps", "line"), [(1, 2), (-1, 3)])
def test_a_label_that_was_shifted_into_its_row_is_told_at_the_shift(steps: int, line: int) -> None:
    program = (
        "frame['before'] = frame['close'].shift(1)\n"
        f"frame['next'] = frame['close'].shift({steps})\n"
        "x = frame[['close', 'before']]\nmodel.fit(x, frame['next'])\n"
    )

    finding = label_among_inputs.match(
        evidence(fits=[learned(line=4, label_column=1)], program=program)
    )

    assert finding is not None
    assert finding.line == line


@pytest.mark.parametrize(
    ("target", "fires"),
    [("frame['sick'].values", True), ("frame['dose'].values", False)],
    ids=["put into the table", "a column of made up inputs"],
)
def test_a_label_put_among_made_up_inputs_is_told(target: str, fires: bool) -> None:
    program = (
        "frame = pd.DataFrame(rng.normal(size=(99, 2)), columns=['dose', 'age'])\n"
        f"frame['sick'] = frame.dose > 1\nmodel.fit(frame.values, {target})\n"
    )

    seen = evidence(fits=[learned(line=3, label_column=2)], program=program)

    assert (label_among_inputs.match(seen) is not None) is fires
