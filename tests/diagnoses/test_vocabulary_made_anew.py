"""A vocabulary for each part."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, integers, model
from described import fit as fitted

from etude.diagnoses.catalogue import vocabulary_made_anew
from etude.domain.observations import Call

USE = "model.fit(x_train, y)\nmodel.evaluate(x_test, z)\n"


def finding_in(preparation: str) -> Any:
    program = preparation + USE
    last = len(program.splitlines())
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy")
    run = replace(fitted(trained, labels=integers(0, 1)), line=last - 1)
    asked = Call(name="Model.evaluate", line=last, model=trained)
    return vocabulary_made_anew.match(evidence(fits=[run], program=program, calls=[asked]))


IN_FUNCTION = """\
def encode(texts):
    t = Tokenizer()
    t.fit_on_texts(texts)
    return pad_sequences(t.texts_to_sequences(texts))
x_train = encode(train)
x_test = encode(test)
"""
TWO = """\
a = Tokenizer()
a.fit_on_texts(train)
x_train = a.texts_to_sequences(train)
b = Tokenizer()
b.fit_on_texts(test)
x_test = b.texts_to_sequences(test)
"""
LAYER = """\
v = TextVectorization()
v.adapt(train)
x_train = v(train).numpy()
v.adapt(test)
x_test = v(test).numpy()
"""
ONE = """\
a = Tokenizer()
a.fit_on_texts(train)
x_train = a.texts_to_sequences(train)
x_test = a.texts_to_sequences(test)
"""


@pytest.mark.parametrize(
    ("preparation", "line"),
    [
        (IN_FUNCTION, 3),
        (TWO, 5),
        (TWO.replace("b = Tokenizer()", "b = a").replace("b.", "a."), 5),
        (LAYER, 4),
    ],
    ids=["in a function", "two of them", "fitted again", "a layer adapted again"],
)
def test_points_at_the_second_count(preparation: str, line: int) -> None:
    finding = finding_in(preparation)

    assert finding is not None
    assert finding.line == line


@pytest.mark.parametrize(
    "preparation",
    [
        ONE,
        "def encode(t, texts):\n    return t.texts_to_sequences(texts)\n"
        "t = Tokenizer()\nt.fit_on_texts(train)\n"
        "x_train = encode(t, train)\nx_test = encode(t, test)\n",
        "a = Tokenizer()\na.fit_on_texts(train)\na.fit_on_texts(more)\n"
        "x_train = a.texts_to_sequences(train)\nx_test = a.texts_to_sequences(test)\n",
        LAYER.replace("v.adapt(test)\n", ""),
        "v.adapt(train)\nx_train = train.map(lambda t: v(t))\n"
        "v.adapt(more)\nx_test = test.map(lambda t: v(t))\n",
        IN_FUNCTION.replace(
            "x_train = encode(train)\nx_test = encode(test)",
            "x = encode(texts)\nx_train, x_test = x[:9], x[9:]",
        ),
    ],
    ids=[
        "one",
        "handed on",
        "fitted twice, before",
        "a layer adapted once",
        "a layer in a mapped function",
        "split afterwards",
    ],
)
def test_is_silent_on(preparation: str) -> None:
    assert finding_in(preparation) is None
