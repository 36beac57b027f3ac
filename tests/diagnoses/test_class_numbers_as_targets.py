"""Classes learned as quantities."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model, numbers

from etude.diagnoses.catalogue import class_numbers_as_targets as diagnosis
from etude.domain.observations import Model, TensorSample
from etude.domain.patterns import Tokens


def network(units: int = 1, loss: str = "mean_squared_error", metric: str = "accuracy") -> Model:
    return model(dense(units), loss=loss, metrics=[metric])


def test_fires_at_the_loss_and_counts_the_classes() -> None:
    run = fit(network(), labels=integers(0, 1, 2, 3))

    finding = diagnosis.match(evidence(fits=[run], program='\nmodel.compile("adam", "mse")\n'))

    assert finding is not None
    assert finding.line == 2
    assert "4 classes 0 to 3" in finding.evidence
    assert "Dense(4" in finding.change


@pytest.mark.parametrize(
    ("made", "labels"),
    [
        (network(metric="mean_absolute_error"), integers(0, 1, 2, 3)),
        (network(), integers(0, 1, 2, 7)),
        (network(), integers(1, 2, 3)),
        (network(), integers(0, 1)),
        (network(), numbers(0.0, 3.0)),
        (network(3), integers(0, 1, 2, shape=(64, 3))),
        (network(loss="binary_crossentropy"), integers(0, 1, 2)),
    ],
    ids=["mae", "a gap", "ratings", "yes or no", "quantities", "several outputs", "another loss"],
)
def test_is_silent_on(made: Model, labels: TensorSample) -> None:
    assert diagnosis.match(evidence(fits=[fit(made, labels=labels)])) is None


SILENT_METRIC = network(metric="mean_absolute_error")


@pytest.mark.parametrize(
    "counting",
    [
        "np.mean(np.round(model.predict(x)[:, 0]).astype(int) == labels)",
        "print(accuracy_score(labels, np.rint(model.predict(x))))",
        "guesses = tf.round(model.predict(x))\nprint((labels == guesses).mean())",
    ],
)
def test_fires_when_the_program_rounds_and_counts(counting: str) -> None:
    run = fit(SILENT_METRIC, labels=integers(0, 1, 2, 3))

    finding = diagnosis.match(evidence(fits=[run], program=counting + "\n"))

    assert finding is not None
    assert "counts which of them the rounded output meets" in finding.evidence


def test_is_silent_when_rounded_quantities_are_not_counted() -> None:
    run = fit(SILENT_METRIC, labels=integers(0, 1, 2, 3))
    program = "rooms = np.round(model.predict(x))\nprint(abs(rooms - labels).mean())\n"

    assert diagnosis.match(evidence(fits=[run], program=program)) is None


@pytest.mark.parametrize("loss", ["mean_squared_error", "binary_crossentropy"])
@pytest.mark.parametrize(("follows", "found"), [("next token", True), ("last token", False)])
def test_fires_where_one_output_is_to_give_the_number_of_the_next_token(
    follows: str, found: bool, loss: str
) -> None:
    reads = model(layer("Embedding", input_dim=36), dense(1), loss=loss)
    run = fit(reads, labels=integers(*range(0, 36, 5)))
    run = replace(run, train=replace(run.train, tokens=Tokens(labels_are=follows)))

    finding = diagnosis.match(evidence(fits=[run]))

    assert (finding is not None and "Dense(36" in finding.change) == found
