"""Layers that drop the mask of padding."""

import pytest
from described import evidence, layer
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import mask_lost
from etude.domain.observations import Layer, ShownWarning


@pytest.mark.parametrize("kind", ["Conv1D", "Flatten", "GlobalMaxPooling1D", "Reshape"])
def test_fires_at_the_layer_that_drops_it(kind: str) -> None:
    of = reader(embedding(mask=True), layer("Dropout"), layer(kind, line=7), recurrent())

    finding = mask_lost.match(evidence(fits=[read(of, token_data())]))

    assert finding is not None
    assert finding.line == 7
    assert finding.evidence == f"{kind} drops the mask that Embedding makes in line 2"


@pytest.mark.parametrize(
    "layers",
    [
        (embedding(), layer("Conv1D")),
        (embedding(mask=True), recurrent()),
        (embedding(mask=True), layer("GlobalAveragePooling1D")),
        (embedding(mask=True), recurrent(), layer("Reshape")),
    ],
    ids=["no mask", "recurrent", "averaged", "after the mask was used"],
)
def test_is_silent_on(layers: tuple[Layer, ...]) -> None:
    assert mask_lost.match(evidence(fits=[read(reader(*layers), token_data())])) is None


def test_of_a_subclassed_model_the_warning_tells() -> None:
    message = (
        "Layer 'conv' (of type Conv1D) was passed an input with a mask attached to it. However, "
        "this layer does not support masking and will therefore destroy the mask information."
    )
    warning = ShownWarning(message=message, category="UserWarning", line=9)
    program = "a = 1\nself.c = keras.layers.Conv1D(4, 3)\n"

    finding = mask_lost.match(evidence(warnings=[warning], program=program))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize("kind", ["Functional", "Sequential"])
def test_is_silent_on_a_model_in_a_model_which_hands_the_mask_on(
    kind: str,
) -> None:
    message = (
        f"Layer 'inner' (of type {kind}) was passed an input with a mask attached to it. However, "
        "this layer does not support masking and will therefore destroy the mask information."
    )
    warning = ShownWarning(message=message, category="UserWarning", line=9)

    assert mask_lost.match(evidence(warnings=[warning], program="a = 1\n")) is None
