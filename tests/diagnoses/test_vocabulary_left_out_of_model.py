"""A network on words is saved without the table that numbers them."""

from typing import Any

import pytest
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import vocabulary_left_out_of_model
from etude.domain.observations import Call

ADAPTED = Call(name="TextVectorization.adapt", line=4, arguments={"rows": 10})
NETWORK = model(layer("Embedding", input_dim=50), layer("GlobalAveragePooling1D"), dense(1))
WHOLE = model(layer("TextVectorization"), layer("Embedding", input_dim=50), dense(1))


def saved(of: Any, line: int = 20, name: str = "Model.save") -> Call:
    return Call(name=name, line=line, model=of)


@pytest.mark.parametrize("name", ["Model.save", "Model.export"])
def test_fires_where_the_network_is_saved_alone(name: str) -> None:
    finding = vocabulary_left_out_of_model.match(
        evidence(calls=[ADAPTED, saved(NETWORK, name=name)])
    )

    assert finding is not None
    assert finding.line == 20
    assert "adapted in line 4" in finding.evidence


@pytest.mark.parametrize(
    ("calls", "program"),
    [
        ([ADAPTED, saved(WHOLE)], ""),
        ([ADAPTED, saved(NETWORK), saved(WHOLE, line=22)], ""),
        ([saved(NETWORK)], ""),
        ([ADAPTED], ""),
        ([ADAPTED, saved(NETWORK)], "json.dump(words.get_vocabulary(), file)\n"),
        ([ADAPTED, saved(model(layer("Flatten"), dense(1)))], ""),
    ],
    ids=["whole", "both", "not adapted", "not saved", "vocabulary kept", "no words"],
)
def test_is_silent_on(calls: list[Call], program: str) -> None:
    assert vocabulary_left_out_of_model.match(evidence(calls=calls, program=program)) is None
