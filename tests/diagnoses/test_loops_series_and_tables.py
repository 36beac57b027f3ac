"""Where the newer diagnoses of loops, series and tables speak, and where they do not."""

from dataclasses import replace

import pytest
from described import dense, evidence, layer
from looped import KEY, applied, called, looped, network
from trained import arrays, trained
from windowed import forecast, split, windowed, windows

from etude.diagnoses.catalogue import (
    axes_reshaped_not_transposed,
    dropout_inactive_in_loop,
    forecasts_overlap_border,
    loss_averaged_twice,
    optimizer_state_lost,
    scaled_back_by_other_scaler,
    sequences_of_one_step,
    validation_overlaps_training,
)
from etude.domain.observations import Call, Data, Fit, Model, TensorSample

TWO_SCALERS = """\
x_train = first.fit_transform(temperature)
y_train = second.fit_transform(load)
model.fit(x_train, y_train)
answer = {used}.inverse_transform(model.predict(x_test))
"""


@pytest.mark.parametrize(("used", "fires"), [("first", True), ("second", False)])
def test_answers_go_back_through_the_scaler_of_the_targets(used: str, fires: bool) -> None:
    program = TWO_SCALERS.format(used=used)

    finding = scaled_back_by_other_scaler.match(evidence(fits=[trained(line=3)], program=program))

    assert (finding is not None) is fires
    assert finding is None or finding.line == 4


def test_one_scaler_for_a_whole_table_is_left_alone() -> None:
    program = TWO_SCALERS.format(used="first").replace("second", "first")

    found = evidence(fits=[trained(line=3)], program=program)

    assert scaled_back_by_other_scaler.match(found) is None


@pytest.mark.parametrize(("ahead", "fires"), [(0.26, True), (0.05, False)])
def test_a_few_values_at_the_border_do_not_matter(ahead: float, fires: bool) -> None:
    parts = replace(split({}, {}, 0.0), ahead=ahead)
    run = forecast(windowed(windows(steps=24)), series_split=parts)

    assert (forecasts_overlap_border.match(evidence(fits=[run])) is not None) is fires


def _sequences(*shape: int) -> Data:
    sample = TensorSample(path="0", dtype="float32", shape=[32, *shape], low=-1.0, high=1.0)
    return Data(role="fit", kind="arrays", line=9, sample=[sample])


def _reader(*, stateful: bool = False) -> Model:
    return network(layer("LSTM", units=8, stateful=stateful, line=2), dense(1, line=3))


@pytest.mark.parametrize(
    ("shape", "stateful", "fires"),
    [
        ((1, 14), False, True),
        ((14, 1), False, False),
        ((1, 14), True, False),
        ((1, 1), False, True),
    ],
)
def test_a_sequence_of_one_step_has_no_order(
    shape: tuple[int, ...], stateful: bool, fires: bool
) -> None:
    run = trained(model=_reader(stateful=stateful), train=_sequences(*shape))

    finding = sequences_of_one_step.match(evidence(fits=[run]))

    assert (finding is not None) is fires
    assert finding is None or finding.line == 2


@pytest.mark.parametrize(
    ("repeated", "overlap", "fires"), [(0.5, "", True), (0.1, "", False), (1.0, "same", False)]
)
def test_rows_that_were_repeated_before_the_split(
    repeated: float, overlap: str, fires: bool
) -> None:
    run = trained(
        train=arrays(rows=90), validation=arrays(rows=30), repeated=repeated, overlap=overlap
    )
    program = "order = rng.permutation(len(x))\n" + "\n" * 7 + "model.fit(x, y)\n"

    finding = validation_overlaps_training.match(evidence(fits=[run], program=program))

    assert (finding is not None) is fires
    assert finding is None or finding.line == 1


REPLICAS = """\
def step(x, y):
    loss = tf.nn.compute_average_loss(losses, global_batch_size=32)
    return loss
def distributed(x, y):
    each = strategy.run(step, args=(x, y))
    return strategy.reduce({how}, each, axis=None)
"""


@pytest.mark.parametrize(
    ("how", "fires"),
    [
        ("tf.distribute.ReduceOp.MEAN", True),
        ('"mean"', True),
        ("tf.distribute.ReduceOp.SUM", False),
    ],
)
def test_parts_of_a_loss_are_added_up(how: str, fires: bool) -> None:
    found = evidence(calls=[applied()], program=REPLICAS.format(how=how))

    finding = loss_averaged_twice.match(found)

    assert (finding is not None) is fires
    assert finding is None or finding.line == 6


ROUNDS = """\
for epoch in range(5):
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y)
"""


def _compiled_anew(optimizer: str = "Adam", iterations: int = 0) -> Fit:
    run = trained(line=3)
    assert run.model.compiled is not None
    compiled = replace(run.model.compiled, optimizer=optimizer, line=2)
    return replace(run, model=replace(run.model, compiled=compiled, iterations=iterations))


def test_fires_where_each_round_compiles() -> None:
    found = evidence(fits=[_compiled_anew()] * 5, program=ROUNDS)

    finding = optimizer_state_lost.match(found)

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    ("run", "program"),
    [
        (_compiled_anew("SGD"), ROUNDS),
        (_compiled_anew(iterations=40), ROUNDS),
        (_compiled_anew(), ROUNDS + "    model.set_weights(first)\n"),
    ],
    ids=["without a memory", "goes on", "begins anew each time"],
)
def test_is_silent_on_an_optimizer_that(run: Fit, program: str) -> None:
    assert optimizer_state_lost.match(evidence(fits=[run] * 5, program=program)) is None


VIEWS = """\
views = sliding_window_view(table, window, axis={axis})[:-1]
x = views.{turned}reshape(len(views), window, 3)
"""


@pytest.mark.parametrize(
    ("axis", "turned", "fires"),
    [("0", "", True), ("1", "", False), ("0", "transpose(0, 2, 1).", False)],
)
def test_windows_along_the_first_axis_have_their_steps_last(
    axis: str, turned: str, fires: bool
) -> None:
    program = VIEWS.format(axis=axis, turned=turned)
    run = trained(train=_sequences(12, 3))

    found = axes_reshaped_not_transposed.match(evidence(fits=[run], program=program))

    assert (found is not None) is fires


def _passes(*said: bool) -> list[Call]:
    asked = Call(name="GradientTape.gradient", line=7, arguments={"of": [KEY]})
    return [one for training in said for one in (called(training=training), asked, applied())]


@pytest.mark.parametrize(("said", "fires"), [((False, False), True), ((True, False), False)])
def test_dropout_is_not_switched_off_in_training_on_purpose(
    said: tuple[bool, ...], fires: bool
) -> None:
    model = network()
    found = evidence(models=[model], loops=[looped(line=7, model=model)], calls=_passes(*said))

    assert (dropout_inactive_in_loop.match(found) is not None) is fires
