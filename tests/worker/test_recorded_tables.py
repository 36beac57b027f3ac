"""What is recorded of pandas and scikit-learn, whenever a program imports them."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

TABLE = """
import numpy as np
import pandas as pd
frame = pd.DataFrame({"id": range(100, 140), "bar": [np.nan, 1010.0, 1012.0, 1014.0] * 10,
                      "town": ["Oslo", "Lima", "Kyiv", "Bern"] * 10})
"""


def test_a_gap_that_becomes_zero_is_told_with_the_known_values(watch: Watch) -> None:
    seen = watch(TABLE + "frame = frame.fillna(0)\nframe.fillna({'bar': 1012})\n")

    calls = seen.evidence.calls_of("filled")
    assert [call.line for call in calls] == [6]
    told = calls[0].arguments
    assert (told["column"], told["gaps"], told["rows"]) == ("bar", 10, 40)
    assert (told["low"], told["high"], told["mean"]) == (1010.0, 1014.0, 1012.0)


@pytest.mark.parametrize(
    ("program", "by", "value"),
    [
        ("np.nan_to_num(frame[['id', 'bar']])", "nan_to_num", 0.0),
        ("frame['bar'].fillna(-999)", "fillna", -999.0),
        ("SimpleImputer(strategy='constant').fit_transform(frame[['bar']])", "SimpleImputer", 0.0),
        (
            "SimpleImputer(strategy='constant', fill_value=-1).fit(frame[['bar']].values)"
            ".transform(frame[['bar']].values)",
            *("SimpleImputer", -1.0),
        ),
    ],
)
def test_a_number_far_outside_is_told_whatever_fills_with_it(
    program: str, by: str, value: float, watch: Watch
) -> None:
    seen = watch(f"{TABLE}from sklearn.impute import SimpleImputer\n{program}\n")

    assert not seen.evidence.errors
    [call] = seen.evidence.calls_of("filled")
    assert call.line == 7
    assert (call.arguments["by"], call.arguments["value"]) == (by, value)
    assert (call.arguments["gaps"], call.arguments["distinct"]) == (10, 3)


@pytest.mark.parametrize(
    "program",
    [
        "SimpleImputer(strategy='median').fit_transform(frame[['bar']])",
        "SimpleImputer(strategy='constant', add_indicator=True).fit_transform(frame[['bar']])",
        "np.nan_to_num(frame['bar'], nan=1012.0)",
    ],
)
def test_a_usual_value_in_place_of_gaps_is_not_told(program: str, watch: Watch) -> None:
    seen = watch(f"{TABLE}from sklearn.impute import SimpleImputer\n{program}\n")

    assert not seen.evidence.errors
    assert not seen.evidence.calls_of("filled")


def test_a_column_filled_in_place_is_told_as_it_was_before(watch: Watch) -> None:
    program = 'bar = frame["bar"].copy()\nbar.fillna(0.0, inplace=True)\nprint(bar.min())\n'

    seen = watch(TABLE + program)

    assert seen.outcome.stdout.strip() == "0.0"
    assert [call.line for call in seen.evidence.calls_of("filled")] == [7]


def test_pandas_still_warns_of_a_column_that_is_filled_in_vain(watch: Watch) -> None:
    program = TABLE + (
        "import warnings\n"
        "with warnings.catch_warnings(record=True) as shown:\n"
        "    warnings.simplefilter('always')\n"
        "    frame['bar'].fillna(0, inplace=True)\n"
        "print([(one.category.__name__, one.lineno) for one in shown])\n"
    )

    watched, alone = watch(program), watch(program, observe=False)

    assert "Warning" in watched.outcome.stdout or "Error" in watched.outcome.stdout
    assert watched.outcome.stdout == alone.outcome.stdout
    assert watched.evidence.calls_of("filled")


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("LabelEncoder().fit_transform(frame['town'])", ("LabelEncoder", 4, True, False)),
        ("OrdinalEncoder().fit_transform(frame[['town']])", ("OrdinalEncoder", 4, True, False)),
        (
            "OrdinalEncoder(categories=[['Bern', 'Kyiv', 'Lima', 'Oslo']]).fit(frame[['town']])",
            ("OrdinalEncoder", 4, True, True),
        ),
        ("LabelEncoder().fit(frame['id'])", ("LabelEncoder", 40, False, False)),
    ],
)
def test_numbered_words_are_told(
    program: str, told: tuple[str, int, bool, bool], watch: Watch
) -> None:
    load = "from sklearn.preprocessing import LabelEncoder, OrdinalEncoder\n"

    seen = watch(f"{TABLE}{load}{program}\n")

    assert not seen.evidence.errors
    [call] = seen.evidence.calls_of("numbered")
    named = ("encoder", "count", "words", "ordered")
    assert tuple(call.arguments[name] for name in named) == told
    assert call.line == 7


def test_the_columns_that_categories_become_are_told(watch: Watch) -> None:
    seen = watch(f"{TABLE}wide = pd.get_dummies(frame[['bar', 'town']])\n")

    assert not seen.evidence.errors
    [call] = seen.evidence.calls_of("columns_made")
    towns = ["town_Bern", "town_Kyiv", "town_Lima", "town_Oslo"]
    assert call.arguments == {"columns": ["bar", *towns], "rows": 40}
    assert call.line == 6


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("0.5,-1.25,3\\n1.5,2.5,4\\n", ["0.5", "-1.25", "3"]),
        ("0.5,0.5\\n1.5,2.5\\n", ["0.5", "0.5.1"]),
        ("0,1,2\\n1.5,2.5,4\\n", None),  # as a table without names is written
        ("v1.2,width\\n1.5,2.5\\n", None),
    ],
)
def test_numbers_that_became_the_names_of_columns_are_told(
    lines: str, told: list[str] | None, watch: Watch
) -> None:
    seen = watch(f"{TABLE}import io\nread = pd.read_csv(io.StringIO('{lines}'))\n")

    assert not seen.evidence.errors
    columns = [call.arguments["columns"] for call in seen.evidence.calls_of("headed_by_numbers")]
    assert columns == ([told] if told else [])


def test_a_file_that_is_said_to_have_no_names_has_none_to_tell(watch: Watch) -> None:
    seen = watch(f"{TABLE}import io\npd.read_csv(io.StringIO('0.5,1.5\\n'), header=None)\n")

    assert not seen.evidence.calls_of("headed_by_numbers")


@pytest.mark.parametrize(
    "program",
    [
        "frame[:10].sample(30, replace=True)",
        "frame[:10].sample(n=30, replace=True, random_state=1)",
        "frame['bar'][:10].sample(30, replace=True)",
        "resample(frame[:10], n_samples=30)",
        "resample(frame[:10], frame['town'][:10], n_samples=30, replace=True)",
    ],
)
def test_rows_drawn_again_and_again_are_told(program: str, watch: Watch) -> None:
    seen = watch(f"{TABLE}from sklearn.utils import resample\n{program}\n")

    assert not seen.evidence.errors
    [call] = seen.evidence.calls_of("drawn_again")
    assert call.arguments == {"rows": 10, "drawn": 30}
    assert call.line == 7


@pytest.mark.parametrize("program", ["frame.sample(30)", "resample(frame, replace=False)"])
def test_rows_drawn_once_are_not_told(program: str, watch: Watch) -> None:
    seen = watch(f"{TABLE}from sklearn.utils import resample\n{program}\n")

    assert not seen.evidence.errors
    assert not seen.evidence.calls_of("drawn_again")


def test_a_scaled_table_is_told_with_the_columns_that_number_its_rows(watch: Watch) -> None:
    program = (
        "from sklearn.preprocessing import StandardScaler\n"
        "StandardScaler().fit_transform(frame[['id', 'bar']])\n"
        "StandardScaler().fit(X=frame[['bar']].to_numpy())\n"
    )

    seen = watch(TABLE + program)

    [call] = seen.evidence.calls_of("scaled")
    assert call.arguments == {"rows": 40, "columns": 2, "numbering": ["id"]}


def test_an_error_is_told_with_both_ranges(watch: Watch) -> None:
    program = (
        "from sklearn.metrics import mean_absolute_error, r2_score\n"
        "print(mean_absolute_error(np.array([100.0, 300.0]), [0.5, 1.0]))\n"
    )

    seen = watch(TABLE + program)

    [call] = seen.evidence.calls_of("compared")
    assert call.line == 7
    assert (call.arguments["truth"]["low"], call.arguments["given"]["high"]) == (100.0, 1.0)


def test_a_table_given_to_fit_tells_which_columns_number_its_rows(watch: Watch) -> None:
    program = (
        "import keras\n"
        "model = keras.Sequential([keras.layers.Dense(1)])\n"
        "model.compile(loss='mse')\n"
        "model.fit(frame[['id', 'bar']].fillna(1010), frame['bar'] * 0, verbose=0)\n"
    )

    seen = watch(TABLE + program)

    assert seen.evidence.fits[0].train.numbering == ["id"]


def test_gives_what_it_gives_without_being_watched(watch: Watch) -> None:
    program = TABLE + (
        "from sklearn.compose import make_column_transformer\n"
        "from sklearn.preprocessing import MinMaxScaler, OrdinalEncoder\n"
        "both = make_column_transformer((MinMaxScaler(), ['id']), (OrdinalEncoder(), ['town']))\n"
        "print(both.fit_transform(frame.fillna(0)).sum(), frame.isna().sum().sum())\n"
        "import inspect; print(inspect.signature(MinMaxScaler.fit))\n"
    )

    watched, alone = watch(program), watch(program, observe=False)

    assert watched.outcome.stdout == alone.outcome.stdout != ""


def test_waiting_for_a_library_does_not_import_it(watch: Watch) -> None:
    names = "('preprocessing._data', 'metrics._regression')"

    seen = watch(f"import sys\nprint([f'sklearn.{{name}}' in sys.modules for name in {names}])\n")

    assert seen.outcome.stdout.strip() == "[False, False]"


@pytest.mark.parametrize(
    ("scaler", "zero"),
    [
        ("StandardScaler", 1012.0),
        ("RobustScaler", 1012.0),
        ("MinMaxScaler", 1010.0),
        ("MaxAbsScaler", 0.0),
    ],
)
def test_what_a_scaler_adds_to_a_single_number_is_told(
    scaler: str, zero: float, watch: Watch
) -> None:
    seen = watch(
        f"{TABLE}from sklearn.preprocessing import {scaler}\n"
        f"scaler = {scaler}().fit(frame[['bar']].dropna())\n"
        "scaler.inverse_transform([[0.5]])\nscaler.inverse_transform([[0.5], [1.0]])\n"
    )

    assert not seen.evidence.errors
    [call] = seen.evidence.calls_of("turned_back")
    assert call.line == 8
    assert call.arguments["zero"] == pytest.approx(zero)
