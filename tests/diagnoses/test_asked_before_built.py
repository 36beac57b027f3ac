"""Questions to a model that has no shape yet."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import failed

from etude.diagnoses.catalogue import asked_before_built as diagnosis


@pytest.mark.parametrize(
    ("message", "kind", "seen"),
    [
        (
            "The layer dense has never been called and thus has no defined output.",
            "AttributeError",
            "the output of dense",
        ),
        (
            "Sequential model 'net' has no defined inputs yet.",
            "AttributeError",
            "the inputs of net",
        ),
        (
            "You tried to call `count_params` on layer 'net', but the layer isn't built. You can",
            "ValueError",
            "the size of net",
        ),
    ],
)
def test_fires_with_what_was_asked(message: str, kind: str, seen: str) -> None:
    finding = diagnosis.match(failed("\n\nmodel.count_params()\n", message, kind))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert "keras.Input" in finding.change


def test_is_silent_on_another_missing_attribute() -> None:
    message = "'Dense' object has no attribute 'kernel_size'"

    assert diagnosis.match(failed("\n\nf()\n", message, "AttributeError")) is None


MERGED = "The layer branch has never been called and thus has no defined output."


@pytest.mark.parametrize(
    ("inputs", "change"),
    [
        pytest.param((None, 10), "ask for its .outputs[0]", id="built"),
        pytest.param((), "begin the model with keras.Input(shape), where it", id="not built"),
    ],
)
def test_of_a_sequential_model_its_own_outputs_are_to_be_asked_for(
    inputs: tuple[int | None, ...], change: str
) -> None:
    of = replace(model(dense(4), inputs=inputs), name="branch", kind="sequential")
    of = of if inputs else replace(of, inputs=[])
    seen = replace(failed("\n\nmerge(branch.output)\n", MERGED, "AttributeError"), models=[of])

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.change.startswith(change)
    assert "never" not in finding.evidence


@pytest.mark.parametrize(("name", "told"), [("sequential_3", "outputs[0]"), ("dense_3", "Input")])
def test_an_unrecorded_sequential_model_is_known_by_the_name_that_keras_gave(
    name: str, told: str
) -> None:
    said = MERGED.replace("branch", name)

    finding = diagnosis.match(failed("\n\nmerge(a.output)\n", said, "AttributeError"))

    assert finding is not None
    assert told in finding.change
    assert ("outputs" in finding.change) == name.startswith("sequential")
