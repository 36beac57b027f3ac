"""Drawing from probabilities as if they were logits."""

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import probabilities_drawn_as_logits as diagnosis
from etude.domain.observations import Model

DRAWN = "p = {made}\nnext_one = tf.random.categorical({of}, num_samples=1)\n"
SOFTMAX, LOGITS = model(dense(9, "softmax")), model(dense(9))


@pytest.mark.parametrize(("made", "last"), [("model(x)", SOFTMAX), ("tf.nn.softmax(z)", LOGITS)])
def test_fires_where_it_is_drawn(made: str, last: Model) -> None:
    program = DRAWN.format(made=made, of="p")

    finding = diagnosis.match(evidence(models=[last], program=program))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    ("made", "of", "last"),
    [
        ("model(x)", "tf.math.log(p) / 0.8", SOFTMAX),
        ("model(x)", "p / temperature", LOGITS),
        ("[[0.0, 1.0]]", "p", SOFTMAX),
    ],
    ids=["logarithms", "logits", "nothing of a model"],
)
def test_is_silent_on(made: str, of: str, last: Model) -> None:
    program = DRAWN.format(made=made, of=of)

    assert diagnosis.match(evidence(models=[last], program=program)) is None
