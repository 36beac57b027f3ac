"""A saved model is judged on hidden examples, and a missed bar says what would have reached it."""

from typing import Any

import numpy as np
import pytest

from etude.catalog.data import hidden_arrays
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.scores import Metric
from etude.checks.wire import from_wire, to_wire
from etude.domain.verdict import Status
from etude.domain.what_if import AS_IT_IS, LABELS_REORDERED, SCALED_BACK, WhatIf

CLASSES = ("bird", "fruit", "vehicle")
LABELS = np.arange(60) % 3


def outputs_for(decisions: np.ndarray, classes: int = 3) -> np.ndarray:
    return np.eye(classes, dtype=np.float32)[decisions]


def decided(*, right: int, labels: np.ndarray = LABELS) -> np.ndarray:
    """Decisions of which the first ``right`` are right and the others are off by one class."""
    return np.where(np.arange(len(labels)) < right, labels, (labels + 1) % 3)


def check(**fields: Any) -> HiddenMetric:
    given = {"artifact": "model.keras", "hidden": "art", "bar": 0.8, "things": "pictures"}
    return HiddenMetric(name="hidden", **(given | fields))


def facts(outputs: np.ndarray, labels: np.ndarray = LABELS, **more: Any) -> dict[str, Any]:
    return {"outputs": outputs, "labels": labels, "classes": np.array(CLASSES), **more}


def test_a_model_at_the_bar_passes_and_its_score_is_kept() -> None:
    verdict = check().judge(facts(outputs_for(decided(right=48))))

    assert verdict.status is Status.PASSED
    assert verdict.measured == {AS_IT_IS: pytest.approx(0.8)}


def test_a_missed_bar_states_score_interval_bar_and_number_of_examples() -> None:
    verdict = check().judge(facts(outputs_for(decided(right=47))))

    assert verdict.status is Status.FAILED
    assert verdict.expected == "an accuracy of at least 0.8 on 60 hidden pictures"
    assert verdict.received.startswith("0.783 (95 % interval 0.664 to 0.869)")
    assert "most frequent class gives 0.333" in verdict.received


def test_a_jump_with_divided_inputs_is_quoted_with_both_numbers() -> None:
    poor, good = outputs_for(decided(right=24)), outputs_for(decided(right=59))

    verdict = check().judge(facts(poor, what_if={str(WhatIf.DIVIDED): good}))

    assert verdict.measured == {
        AS_IT_IS: pytest.approx(0.4),
        WhatIf.DIVIDED: pytest.approx(59 / 60),
    }
    assert verdict.attempt.startswith("it is 0.983 with inputs divided by 255: scale inside")


def test_a_small_gain_under_a_change_is_no_jump() -> None:
    poor, little = outputs_for(decided(right=24)), outputs_for(decided(right=29))

    verdict = check().judge(facts(poor, what_if={str(WhatIf.DIVIDED): little}))

    assert verdict.measured == {AS_IT_IS: pytest.approx(0.4)}
    assert "epoch by epoch" in verdict.attempt
    assert "compare what the model learned from with what it is given" in verdict.attempt


def test_a_jump_must_be_beyond_chance_example_by_example() -> None:
    """Ten more right answers, but as many as thirty new ones and twenty lost."""
    poor = outputs_for(decided(right=24))
    mixed = np.where(np.arange(60) < 20, (LABELS + 1) % 3, np.where(np.arange(60) < 54, LABELS, 0))

    verdict = check().judge(facts(poor, what_if={str(WhatIf.DIVIDED): outputs_for(mixed)}))

    assert list(verdict.measured) == [AS_IT_IS]


def test_the_best_of_several_jumps_is_the_one_named() -> None:
    poor, good, best = (outputs_for(decided(right=n)) for n in (20, 55, 60))
    changed = {str(WhatIf.DIVIDED): good, str(WhatIf.CENTRED): best}

    verdict = check().judge(facts(poor, what_if=changed))

    assert "1.000 with inputs scaled to between -1 and 1" in verdict.attempt


def test_classes_in_another_order_are_recognised_and_the_order_is_named() -> None:
    verdict = check().judge(facts(outputs_for((LABELS + 1) % 3)))

    assert verdict.measured[LABELS_REORDERED + "vehicle, bird, fruit"] == 1.0
    assert "number the classes in the order" in verdict.attempt


@pytest.mark.parametrize("seed", range(40))
def test_guessing_is_not_taken_for_another_order(seed: int) -> None:
    guesses = np.random.default_rng(seed).integers(0, 3, 60)

    verdict = check(bar=0.5).judge(facts(outputs_for(guesses)))

    assert list(verdict.measured) == [AS_IT_IS]


def test_only_the_classes_asked_for_count_and_their_order_is_the_given_one() -> None:
    asked = check(classes=("vehicle", "bird"), bar=1.0)
    outputs = outputs_for(np.where(LABELS == 2, 0, 1), classes=2)

    verdict = asked.judge(facts(outputs))

    assert verdict.status is Status.PASSED


def test_classes_left_out_are_not_counted_among_the_examples() -> None:
    asked = check(classes=("vehicle", "bird"), bar=1.0)

    verdict = asked.judge(facts(outputs_for(np.zeros(60, int), classes=2)))

    assert "on 40 hidden pictures" in verdict.expected


def test_a_single_output_is_a_probability_of_the_second_class() -> None:
    labels = np.arange(40) % 2
    asked = check(classes=("bad", "good"), bar=1.0)
    given = {"outputs": np.where(labels, 0.9, 0.2)[:, None], "labels": labels}

    verdict = asked.judge(given | {"classes": np.array(["bad", "good"])})

    assert verdict.status is Status.PASSED


@pytest.mark.parametrize("shape", [(10,), (), (1,), (3, 1)])
def test_outputs_of_another_shape_break_the_contract(shape: tuple[int, ...]) -> None:
    verdict = check().judge(facts(np.zeros((60, *shape), np.float32)))

    assert verdict.expected == (
        "3 finite outputs (classes: bird, fruit, vehicle), for each of the hidden pictures"
    )
    assert verdict.received == f"outputs of shape {shape} for each"
    assert verdict.measured == {}


def test_too_few_outputs_break_the_contract() -> None:
    verdict = check().judge(facts(np.zeros((59, 3), np.float32)))

    assert verdict.received == "outputs of shape (59, 3) for 60 of them"


def test_outputs_that_are_not_numbers_break_the_contract() -> None:
    outputs = outputs_for(LABELS)
    outputs[4, 1] = np.nan

    verdict = check().judge(facts(outputs))

    assert verdict.received == "1 of 180 values are NaN or infinite"


def test_a_table_of_numbers_may_come_with_an_axis_of_one() -> None:
    asked = check(metric=Metric.MAE, bar=1.0)
    labels = np.ones((10, 4))

    assert asked.judge({"outputs": np.ones((10, 4, 1)), "labels": labels}).status is Status.PASSED
    assert "shape (4,)" in asked.judge({"outputs": np.ones((10, 3)), "labels": labels}).expected


def test_several_outputs_break_the_contract() -> None:
    given = {"outputs_are": "a dict of 2 outputs", "labels": LABELS, "classes": np.array(CLASSES)}

    assert check().judge(given).received == "a dict of 2 outputs"


def test_a_model_that_was_never_saved_is_asked_for_by_name() -> None:
    given = {"missing": True, "labels": LABELS, "classes": np.array(CLASSES)}

    verdict = check().judge(given)

    assert verdict.expected == "a model saved as model.keras"
    assert 'model.save("model.keras")' in verdict.attempt


def test_a_mean_absolute_error_is_better_the_lower_it_is() -> None:
    values = np.linspace(10, 40, 80).astype(np.float32)
    asked = check(metric=Metric.MAE, bar=2.5, things="cars")

    passed = asked.judge({"outputs": values[:, None] + 2, "labels": values})
    failed = asked.judge({"outputs": values + 3, "labels": values})

    assert passed.status is Status.PASSED
    assert failed.expected == "a mean absolute error of at most 2.5 on 80 hidden cars"
    assert failed.received == "3.000 (95 % interval 3.000 to 3.000)"


def test_a_forecast_that_repeats_the_last_value_is_recognised_by_moving_it() -> None:
    series = np.random.default_rng(0).normal(size=200)
    asked = check(metric=Metric.MAE, bar=0.5, things="days", in_time=True)

    verdict = asked.judge({"outputs": np.roll(series, 1), "labels": series})

    assert verdict.measured[WhatIf.ONE_STEP_EARLIER] < 0.05
    assert "repeats the last known value" in verdict.attempt


def test_windows_that_were_read_backwards_are_told_with_both_errors() -> None:
    series = np.random.default_rng(0).normal(size=200)
    asked = check(metric=Metric.MAE, bar=0.5, things="days", in_time=True)
    reversed_in_time = {str(WhatIf.TIME_REVERSED): series}

    verdict = asked.judge(
        {"outputs": np.roll(series, 50), "labels": series, "what_if": reversed_in_time}
    )

    assert verdict.measured[WhatIf.TIME_REVERSED] == pytest.approx(0)
    assert "in order of time when you train" in verdict.attempt


def test_a_late_forecast_is_recognised_in_rows_that_an_exam_has_put_in_another_order() -> None:
    series = np.random.default_rng(0).normal(size=200)
    places = np.random.default_rng(1).permutation(200)[:160]
    asked = check(metric=Metric.MAE, bar=0.5, things="days", in_time=True)

    verdict = asked.judge(
        {"outputs": np.roll(series, 1)[places], "labels": series[places], "places": places}
    )

    assert verdict.measured[WhatIf.ONE_STEP_EARLIER] < verdict.measured["as it is"] / 2
    assert "repeats the last known value" in verdict.attempt


DEGREES = np.random.default_rng(1).normal(20, 5, 200)


@pytest.mark.parametrize(
    ("outputs", "told"),
    [((DEGREES - 20) / 5, "times 5 plus 20"), ((DEGREES - 2) / 40, "times 40 plus 2")],
    ids=["standardised", "between 0 and 1"],
)
def test_a_forecast_in_scaled_units_is_recognised_by_scaling_it_back(
    outputs: np.ndarray, told: str
) -> None:
    asked = check(metric=Metric.MAE, bar=1.0, things="days")

    verdict = asked.judge({"outputs": outputs[:, None], "labels": DEGREES})

    assert verdict.measured[SCALED_BACK + told] < 0.01
    assert f"with the outputs scaled back: {told}: scale the outputs back" in verdict.attempt


@pytest.mark.parametrize(
    "outputs",
    [
        np.random.default_rng(2).normal(size=200),
        np.full(200, 0.3),
        0.8 * DEGREES + 7,
        (20 - DEGREES) / 5,
    ],
    ids=["knows nothing", "always the same", "biased in its own unit", "upside down"],
)
def test_scaling_back_flatters_no_forecast_that(outputs: np.ndarray) -> None:
    asked = check(metric=Metric.MAE, bar=1.0, things="days")

    verdict = asked.judge({"outputs": outputs, "labels": DEGREES})

    assert list(verdict.measured) == [AS_IT_IS]


def test_scaling_back_must_reach_the_bar_to_tell() -> None:
    noisy = (DEGREES + np.random.default_rng(3).normal(0, 3, 200) - 20) / 5
    asked = check(metric=Metric.MAE, bar=1.0, things="days")

    assert list(asked.judge({"outputs": noisy, "labels": DEGREES}).measured) == [AS_IT_IS]


def test_logits_where_probabilities_are_asked_for_are_recognised_by_softmax() -> None:
    logits = 6 * outputs_for(LABELS) - 3
    asked = check(metric=Metric.CROSS_ENTROPY, bar=0.2)

    verdict = asked.judge(facts(logits))

    assert verdict.expected == "probabilities: between 0 and 1, each row summing to 1"
    assert verdict.received == "values between -3 and 3"
    assert verdict.measured[WhatIf.SOFTMAX] < 0.2
    assert "end in a softmax" in verdict.attempt


@pytest.mark.parametrize(
    ("outputs", "passes"), [(outputs_for(LABELS), True), (6 * outputs_for(LABELS) - 3, False)]
)
def test_right_decisions_are_not_enough_where_probabilities_are_asked_for(
    outputs: np.ndarray, passes: bool
) -> None:
    wanted = check(probabilities=True)

    assert check().judge(facts(outputs)).status is Status.PASSED
    assert (wanted.judge(facts(outputs)).status is Status.PASSED) is passes


def test_probabilities_are_scored_as_they_are() -> None:
    asked = check(metric=Metric.CROSS_ENTROPY, bar=0.11)

    verdict = asked.judge(facts(0.85 * outputs_for(LABELS) + 0.05))

    assert verdict.measured[AS_IT_IS] == pytest.approx(-np.log(0.9))
    assert verdict.status is Status.PASSED


def test_the_same_facts_get_the_same_verdict() -> None:
    given = facts(outputs_for(decided(right=30)))

    assert check().judge(given) == check().judge(given)


def test_it_travels_into_the_sandbox_and_back() -> None:
    asked = check(classes=CLASSES, size=(64, 64), metric=Metric.MAE)

    assert from_wire(to_wire(asked)) == asked


SAVES = """
import keras, numpy as np
model = keras.Sequential([keras.Input((128, 128, 3)), keras.layers.Rescaling(1 / 255),
                          keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(6)])
model.save("model.keras")
"""


@pytest.mark.tensorflow
def test_the_clean_process_predicts_hidden_inputs_with_the_saved_model(probe: Any) -> None:
    found = probe(check(hidden="clip_art"), SAVES, reload=True)

    assert found["outputs"].shape == (106, 6)
    assert found["outputs"].dtype == np.float32


@pytest.mark.tensorflow
def test_pictures_are_brought_to_the_size_that_the_model_was_asked_for(probe: Any) -> None:
    found = probe(check(hidden="clip_art", size=(32, 32)), SAVES.replace("128", "32"), reload=True)

    assert found["outputs"].shape == (106, 6)


@pytest.mark.tensorflow
def test_pictures_without_an_axis_of_channels_are_brought_to_a_size_as_well(probe: Any) -> None:
    saves = TELLS_PIXELS.replace("28", "14")

    found = probe(check(hidden="fashion_mnist", size=(14, 14)), saves, reload=True)

    assert found["outputs"].shape == (2000, 14 * 14)


TELLS_PIXELS = """
import keras
model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten()])
model.save("model.keras")
"""


@pytest.mark.tensorflow
def test_pictures_are_turned_and_made_negative_as_the_camera_does_it(probe: Any) -> None:
    asked = check(hidden="fashion_mnist", quarter_turns=1, negative=True)

    found = probe(asked, TELLS_PIXELS, reload=True)

    stored = hidden_arrays("fashion_mnist")["inputs"][0].astype(int)
    right_to_left = stored[:, ::-1]  # what was the right side is the top after the turn
    assert found["outputs"][0].reshape(28, 28).tolist() == (255 - right_to_left.T).tolist()


@pytest.mark.tensorflow
def test_a_signature_of_bytes_is_asked_with_pixels_as_bytes(probe: Any) -> None:
    asked = check(artifact="served/", hidden="fashion_mnist", pixels="uint8")
    exports = TELLS_PIXELS.replace("(28, 28)", "(28, 28), dtype='uint8'")

    found = probe(asked, exports + EXPORTS, reload=True)

    assert found["outputs"].shape == (2000, 28 * 28)


EXPORTS = 'model.export("served", verbose=False)'


@pytest.mark.tensorflow
def test_a_model_for_another_size_is_the_learners_mistake(probe: Any) -> None:
    flat = SAVES.replace("128", "32").replace("GlobalAveragePooling2D", "Flatten")

    found = probe(check(hidden="clip_art"), flat, reload=True)

    assert "shape" in found["error"]["message"]


@pytest.mark.tensorflow
def test_a_missing_file_is_a_fact(probe: Any) -> None:
    assert probe(check(hidden="clip_art"), "x = 1", reload=True) == {"missing": True}


def test_probabilities_of_the_other_class_are_not_taken_for_logits() -> None:
    labels = np.arange(60) % 2
    turned_round = np.where(labels == 1, 0.2, 0.8).astype(np.float32)[:, np.newaxis]
    given = facts(turned_round, labels) | {"classes": np.array(["bird", "fruit"])}

    verdict = check().judge(given)

    assert WhatIf.SIGMOID not in verdict.measured
    assert LABELS_REORDERED + "fruit, bird" in verdict.measured


@pytest.mark.tensorflow
def test_hidden_texts_reach_a_model_that_reads_texts(probe: Any) -> None:
    program = """
import keras
words = keras.layers.TextVectorization(output_sequence_length=4, vocabulary=["good", "bad"])
model = keras.Sequential([
    keras.Input((1,), dtype="string"),
    words,
    keras.layers.Embedding(4, 2),
    keras.layers.GlobalAveragePooling1D(),
])
model.save("model.keras")
"""
    asked = HiddenMetric(artifact="model.keras", hidden="reviews", bar=0.0, name="hidden")

    found = probe(asked, program, reload=True)

    assert found["outputs"].shape == (800, 2)


@pytest.mark.tensorflow
def test_columns_side_by_side_come_in_the_order_asked_for(probe: Any) -> None:
    program = """
import keras, numpy as np
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, use_bias=False)])
model.set_weights([np.array([[0.0], [1.0]])])
model.save("second_column.keras")
"""
    asked = check(
        artifact="second_column.keras",
        hidden="auto_mpg",
        columns=("weight", "model_year"),
        side_by_side=True,
        metric=Metric.MAE,
    )

    found = probe(asked, program, reload=True)

    assert found["outputs"].shape == (80, 1)
    assert found["outputs"].min() >= 1970
    assert found["outputs"].max() <= 1982


def test_hidden_texts_are_cut_to_the_words_asked_for(probe: Any) -> None:
    program = """
import keras
words = keras.layers.TextVectorization(output_mode="count", vocabulary=["good"])
keras.Sequential([keras.Input((), dtype="string"), words]).save("model.keras")
"""
    asked = HiddenMetric(artifact="model.keras", hidden="reviews", bar=0.0, name="hidden", words=3)

    found = probe(asked, program, reload=True)

    assert set(found["outputs"].sum(axis=1)) <= {1, 2, 3}  # a word of punctuation alone is none
    assert found["outputs"].sum(axis=1).max() == 3


@pytest.mark.parametrize("right", [20, 33])
def test_a_change_that_hardly_leads_beyond_guessing_is_no_jump(right: int) -> None:
    """None is right as it is; a third would be by guessing, and four fifths are the bar."""
    wrong, little = (
        outputs_for((LABELS + 1 + np.arange(60) % 2) % 3),
        outputs_for(decided(right=right)),
    )

    verdict = check(bar=0.8).judge(facts(wrong, what_if={str(WhatIf.SIDES_SWAPPED): little}))

    assert list(verdict.measured) == [AS_IT_IS]


def test_a_change_that_helps_less_than_another_is_not_told() -> None:
    """The classes are in another order; on its side it is nearer to right by chance."""
    wrong, better = outputs_for((LABELS + 1) % 3), outputs_for(decided(right=35))

    verdict = check().judge(facts(wrong, what_if={str(WhatIf.SIDES_SWAPPED): better}))

    assert list(verdict.measured) == [AS_IT_IS, LABELS_REORDERED + "vehicle, bird, fruit"]
