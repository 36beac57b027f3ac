"""keras.utils.normalize on a table."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import rows_scaled_not_columns
from etude.domain.observations import Fit, Layer


def trained(*shape: int) -> Fit:
    run = fit(model(dense(1), loss="mse"), labels=numbers(0.0, 1.0))
    inputs = replace(run.train.sample[0], shape=[64, *shape])
    return replace(run, line=2, train=replace(run.train, sample=[inputs, run.train.sample[1]]))


@pytest.mark.parametrize("use", ["keras.utils.normalize(x)", "tf.keras.utils.normalize(x, axis=1)"])
def test_points_at_the_call(use: str) -> None:
    program = f"x = {use}\nmodel.fit(x, y)\n"

    finding = rows_scaled_not_columns.match(evidence(fits=[trained(3)], program=program))

    assert finding is not None
    assert finding.line == 1
    assert "3 columns" in finding.evidence


@pytest.mark.parametrize(
    ("use", "shape"),
    [
        ("keras.utils.normalize(x, axis=0)", (3,)),
        ("keras.utils.normalize(x)", (28, 28)),
        ("keras.utils.normalize(x)", (2000,)),
        ("scale(x)", (3,)),
    ],
    ids=["columns", "pictures", "many columns", "another function"],
)
def test_is_silent_on(use: str, shape: tuple[int, ...]) -> None:
    program = f"x = {use}\nmodel.fit(x, y)\n"

    assert rows_scaled_not_columns.match(evidence(fits=[trained(*shape)], program=program)) is None


@pytest.mark.parametrize(
    "made",
    [
        "rows = pad_sequences(tokenizer.texts_to_sequences(texts), 200)",
        "vectorize = layers.TextVectorization()\nrows = vectorize(texts).numpy()",
    ],
    ids=["tokenizer", "layer"],
)
def test_numbers_of_words_are_not_to_be_scaled_at_all(made: str) -> None:
    program = f"{made}\nx = keras.utils.normalize(rows, axis=1)\nmodel.fit(x, y)\n"
    run = replace(trained(200), line=program.count("\n"))

    finding = rows_scaled_not_columns.match(evidence(fits=[run], program=program))

    assert finding is not None
    assert "the numbers of words" in finding.evidence
    assert finding.change.startswith("leave it out")


def test_words_that_are_counted_may_be_scaled() -> None:
    made = (
        'vectorize = layers.TextVectorization(output_mode="count")\nrows = vectorize(texts).numpy()'
    )
    program = f"{made}\nx = keras.utils.normalize(rows, axis=1)\nmodel.fit(x, y)\n"
    run = replace(trained(200), line=program.count("\n"))

    assert rows_scaled_not_columns.match(evidence(fits=[run], program=program)) is None


@pytest.mark.parametrize(("columns", "fires"), [(1, True), (5, False)])
def test_a_layer_that_gets_one_number_a_row_leaves_its_sign(columns: int, fires: bool) -> None:
    unit = Layer(name="unit", kind="UnitNormalization", output_shape=[None, columns], line=4)

    finding = rows_scaled_not_columns.match(evidence(models=[model(unit, loss="mse")]))

    assert (finding is not None) == fires
    assert finding is None or finding.line == 4


@pytest.mark.parametrize("axis", [0, [0], [0, 1]])
def test_a_normalization_of_each_row_is_told(axis: int | list[int]) -> None:
    network = model(layer("Normalization", line=2, axis=axis), dense(1))

    finding = rows_scaled_not_columns.match(evidence(models=[network]))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize("axis", [-1, [1], None])
def test_a_normalization_of_columns_is_not(axis: int | list[int] | None) -> None:
    network = model(layer("Normalization", line=2, axis=axis), dense(1))

    assert rows_scaled_not_columns.match(evidence(models=[network])) is None
