"""Inputs in another order, labels as they were."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import inputs_shuffled_alone as diagnosis

SCRIPT = "x, y = load()\nnp.random.shuffle(x)\nmodel.fit(x[:80], y[:80])\n"
SEQUENCE = """\
class Batches(Sequence):
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __getitem__(self, i):
        return self.x[i:i + 8], self.y[i:i + 8]
    def on_epoch_end(self):
        np.random.shuffle(self.x)
"""


def test_fires_at_the_shuffle_of_a_script() -> None:
    finding = diagnosis.match(evidence(program=SCRIPT))

    assert finding is not None
    assert finding.line == 2
    assert "puts x into another order, and y" in finding.evidence


def test_fires_in_a_sequence_that_shuffles_between_epochs() -> None:
    finding = diagnosis.match(evidence(program=SEQUENCE))

    assert finding is not None
    assert finding.line == 7
    assert "self.y" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        SCRIPT.replace("model", "np.random.shuffle(y)\nmodel"),
        SCRIPT.replace("model", "y = label(x)\nmodel"),
        "order = np.arange(9)\nnp.random.shuffle(order)\nmodel.fit(x[order], y[order])\n",
        "x = load()\nnp.random.shuffle(x)\nmodel.fit(x, x)\n",
        "rows = load()\ny = rows[:, -1]\nnp.random.shuffle(rows)\nmodel.fit(rows, y)\n",
        "x, y = load()\nmodel.fit(x, y)\nnp.random.shuffle(x)\nmodel.predict(x)\n",
        "x = load()\ny = np.ones(9)\nnp.random.shuffle(x)\nd.train_on_batch(x, y)\n",
        SEQUENCE.replace("self.x, self.y = x, y", "self.x, self.y, self.i = x, y, r")
        .replace("self.x[i:i + 8], self.y[i:i + 8]", "self.x[self.i], self.y[self.i]")
        .replace("shuffle(self.x)", "shuffle(self.i)"),
        "d = from_tensor_slices((x, y))\nd = d.shuffle(9)\nmodel.fit(d)\n",
    ],
    ids=[
        *("both", "labels made afterwards", "row numbers", "autoencoder", "a view of the rows"),
        *("after training", "all labels alike", "numbers in a sequence", "a dataset"),
    ],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None
