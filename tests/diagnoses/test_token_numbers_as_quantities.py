"""Numbers of words that a layer multiplies."""

import pytest
from described import dense, evidence, layer, model
from trained import trained

from etude.diagnoses.catalogue import token_numbers_as_quantities as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, TensorSample

LOOKED_UP = "x = np.array([[numbers[word] for word in text.split()] for text in texts])"


def _read(made: str, *, high: float = 126.0, whole: bool = True) -> Evidence:
    inputs = TensorSample(
        path="0", dtype="float32", shape=[64, 9, 1], low=1.0, high=high, whole=whole
    )
    network = model(layer("LSTM", line=2), dense(1, "sigmoid"), inputs=(None, 9, 1))
    data = Data(role="fit", kind="arrays", sample=[inputs])
    program = f"{made}\nmodel.fit(x, y)\n"
    fit = trained(model=network, train=data, line=program.count("\n"))
    return evidence(program=program, fits=[fit])


@pytest.mark.parametrize(
    "made",
    [
        LOOKED_UP,
        "x = np.array([[numbers.get(w, 0) for w in text.split()] for text in texts])",
        "cut = [word_tokenize(t) for t in texts]\nx = np.array([[n[w] for w in s] for s in cut])",
    ],
    ids=["by a dictionary", "by get", "in two steps"],
)
def test_fires_on_words_that_are_looked_up_in_a_dictionary(made: str) -> None:
    finding = diagnosis.match(_read(made))

    assert finding is not None
    assert "numbers of words" in finding.evidence


@pytest.mark.parametrize(
    "read",
    [
        _read("x = np.array([[float(cell) for cell in row.split()] for row in rows])"),
        _read("x = np.array([[prices[day] for day in week] for week in weeks])"),
        _read(LOOKED_UP, high=9.0),
        _read(LOOKED_UP, whole=False),
    ],
    ids=["numbers in a text", "no words", "few words", "fractions"],
)
def test_is_silent_on_amounts(read: Evidence) -> None:
    assert diagnosis.match(read) is None
