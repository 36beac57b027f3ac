"""Which loops write a text, and in which the largest share is only looked at."""

from dataclasses import replace

import pytest
from described import dense, evidence, layer, model
from trained import trained

from etude.diagnoses.catalogue import likeliest_every_time as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Compiled, Data, Loss, TensorSample

CHARACTERS = """\
for i in range(200):
    shares = net.predict(np.array([seed]), verbose=0)
    index = np.argmax(shares)
    text += letters[index]
    seed = seed[1:] + [index]
"""
WORDS = """\
for _ in range(count):
    row = pad_sequences([tokenizer.texts_to_sequences([text])[0]], maxlen=9)
    predicted = np.argmax(net.predict(row, verbose=0), axis=-1)
    for word, number in tokenizer.word_index.items():
        if number == predicted:
            chosen = word
    text += " " + chosen
"""


def written(
    program: str, *, line: int = 2, units: int = 30, loss: float = 1.4, times: int = 20
) -> Evidence:
    """A model that learned which of many comes next, and was asked about one row in a line."""
    compiled = Compiled(optimizer="Adam", losses=[Loss(name="sparse_categorical_crossentropy")])
    net = replace(model(layer("LSTM"), dense(units, "softmax")), compiled=compiled)
    run = trained(model=net, loss=[3.0, loss])
    seen = TensorSample(path="0", dtype="int64", shape=[1, 9])
    row = Data(role="predict", kind="arrays", cardinality=1, sample=[seen])
    asked = Call(name="Model.predict", line=line, model=run.model, data=row)
    return evidence(program=program, fits=[run], calls=[asked] * times)


@pytest.mark.parametrize(("program", "line"), [(CHARACTERS, 2), (WORDS, 3)])
def test_points_at_the_argmax(program: str, line: int) -> None:
    finding = diagnosis.match(written(program, line=line))

    assert finding is not None
    assert finding.line == 3
    assert "np.random.choice" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        "for i in range(90):\n    p = net.predict(x[i : i + 1])\n    found.append(np.argmax(p))\n",
        CHARACTERS.replace("np.argmax(shares)", "draw(shares)"),
        CHARACTERS.replace("np.argmax(shares)", "np.argmax(np.random.multinomial(1, shares[0]))"),
    ],
    ids=["a test set row by row", "a function draws", "argmax of what was drawn"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(written(program)) is None


@pytest.mark.parametrize(
    "more",
    [{"units": 4}, {"loss": 0.1}, {"times": 5}],
    ids=["few classes", "one right answer", "asked a few times"],
)
def test_is_silent_with(more: dict[str, float]) -> None:
    assert diagnosis.match(written(CHARACTERS, **more)) is None  # type: ignore[arg-type]
