"""Labels of every step beside a model that answers once."""

from collections.abc import Sequence

import pytest
from described import dense, layer, model
from stopped import arrays, dataset, failed, stopped
from windowed import recurrent

from etude.diagnoses.catalogue import return_sequences_missing
from etude.domain.finding import Finding

REFUSED = "must have the same shape. Received: target.shape=({given}), output.shape=({wanted})"


def told(
    given: str = "None, 10",
    wanted: str = "None, 1",
    *,
    inputs: Sequence[int] = (32, 10, 4),
    sequences: bool = False,
    piped: bool = False,
) -> Finding | None:
    of = model(recurrent(sequences=sequences), dense(1), loss="binary_crossentropy")
    data = (dataset if piped else arrays)(x=inputs, y=[32, 10, 1])
    message = REFUSED.format(given=given, wanted=wanted)
    return return_sequences_missing.match(stopped(of, data, message))


@pytest.mark.parametrize("piped", [False, True], ids=["arrays", "a pipeline"])
@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("None, 10", "None, 1"),
        ("32, 10", "32, 3"),
        ("32, 10, 3", "32, 3"),
    ],
)
def test_fires_where_labels_have_the_steps_of_the_inputs(
    given: str, wanted: str, piped: bool
) -> None:
    finding = told(given, wanted, piped=piped)

    assert finding is not None
    assert "each of the 10 steps" in finding.evidence
    assert "return_sequences=True to LSTM" in finding.change


@pytest.mark.parametrize(
    "found",
    [
        told("None, 7", "None, 1"),
        told("None, 10", "None, 10"),
        told("None, 10", "None, 10, 1"),
        told(inputs=(32, 10)),
        told(sequences=True),
    ],
    ids=["other steps", "one hot", "an output with steps", "no sequences", "sequences are kept"],
)
def test_is_silent_otherwise(found: Finding | None) -> None:
    assert found is None


def test_fires_where_each_of_the_words_has_a_label() -> None:
    of = model(layer("Embedding"), recurrent(sequences=False), dense(30), loss="crossentropy")
    message = REFUSED.format(given="32, 6", wanted="32, 30")

    finding = return_sequences_missing.match(stopped(of, arrays(x=[64, 6], y=[64, 6]), message))

    assert finding is not None
    assert "each of the 6 steps" in finding.evidence


EACH_STEP = "`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions"


@pytest.mark.parametrize("made", ["LSTM(16)", "Bidirectional(GRU(8))", "LSTM(units)"])
def test_fires_where_a_layer_for_each_step_gets_none(made: str) -> None:
    program = f"model.add({made})\na = 1\nmodel.add(TimeDistributed(Dense(1)))\n"

    finding = return_sequences_missing.match(failed(program, f"{EACH_STEP}, received: (None, 16)"))

    assert finding is not None
    assert finding.line == 1
    assert "gives 16 numbers" in finding.evidence


@pytest.mark.parametrize("made", ["LSTM(16, return_sequences=True)", "LSTM(8)", "Dense(16)"])
def test_a_layer_that_did_not_give_them_is_not_told(made: str) -> None:
    program = f"model.add({made})\na = 1\nmodel.add(TimeDistributed(Dense(1)))\n"

    refused = failed(program, f"{EACH_STEP}, received: (None, 16)")

    assert return_sequences_missing.match(refused) is None


TRANSPOSED = "Dimension must be 2 but is 3 for '{{node compile_loss/cost/transpose_2}} = Transpose"


@pytest.mark.parametrize(("cost", "fires"), [("ctc_batch_cost(a, b)", True), ("turned(a)", False)])
def test_ctc_in_a_loss_of_ones_own_wants_steps_as_well(cost: str, fires: bool) -> None:
    of = model(recurrent(sequences=False), dense(9), loss="cost")
    found = stopped(of, arrays(x=[20, 24, 10], y=[20, 5]), TRANSPOSED, program=f"c = {cost}\n")

    assert (return_sequences_missing.match(found) is not None) == fires
