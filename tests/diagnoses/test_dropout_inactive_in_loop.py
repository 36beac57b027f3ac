"""A model that is called without training=True in a training loop."""

from described import dense, evidence, layer
from looped import applied, called, gradient, network

from etude.diagnoses.catalogue import dropout_inactive_in_loop as diagnosis


def test_fires_at_the_call_under_the_tape() -> None:
    calls = [called(line=5), gradient(), applied()]

    finding = diagnosis.match(evidence(models=[network()], calls=calls))

    assert finding is not None
    assert finding.line == 5
    assert "the model net with Dropout" in finding.evidence


def test_is_silent_with_training_true_or_false_on_purpose() -> None:
    for said in (True, False):
        calls = [called(training=said), gradient(), applied()]

        assert diagnosis.match(evidence(models=[network()], calls=calls)) is None


def test_is_silent_without_layers_for_which_it_matters() -> None:
    for plain in (network(dense(1)), network(layer("Dropout", rate=0.0), dense(1))):
        calls = [called(), gradient(), applied()]

        assert diagnosis.match(evidence(models=[plain], calls=calls)) is None


def test_is_silent_when_the_gradient_is_of_another_model_or_of_inputs() -> None:
    for of in (["2"], []):
        calls = [called(), gradient(of=of), applied()]

        assert diagnosis.match(evidence(models=[network()], calls=calls)) is None


def test_is_silent_when_nothing_is_applied() -> None:
    assert diagnosis.match(evidence(models=[network()], calls=[called(), gradient()])) is None


def test_a_judge_without_its_dropout_is_told_mildly() -> None:
    calls = [called(line=5), called(key="2", line=6), gradient(), applied()]
    program = "a = keras.optimizers.Adam()\nb = keras.optimizers.Adam()\n"

    finding = diagnosis.match(evidence(models=[network()], calls=calls, program=program))

    assert finding is not None
    assert finding.mild
