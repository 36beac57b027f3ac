"""A vocabulary for each part."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, integers, model
from described import fit as fitted

from etude.diagnoses.catalogue import vocabulary_made_anew
from etude.domain.observations import Call, Data, TensorSample

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
OF_ALL = """\
v = TextVectorization()
def encode(table):
    v.adapt(table["text"].to_numpy())
    return v(table["text"].to_numpy()), table["label"]
x_train, y = encode(train)
x_test, z = encode(test)
"""
HANDED_OVER = """\
t = Tokenizer()
def encode(tokenizer, texts):
    tokenizer.fit_on_texts(texts)
    return pad_sequences(tokenizer.texts_to_sequences(texts))
x_train = encode(t, train)
x_test = encode(t, test)
"""
AT_NEED = """\
def encode(texts, tokenizer=None):
    if tokenizer is None:
        tokenizer = Tokenizer()
        tokenizer.fit_on_texts(texts)
    return tokenizer.texts_to_sequences(texts), tokenizer
x_train, t = encode(train)
x_test, _ = encode(test, t)
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
        (OF_ALL, 3),
        (HANDED_OVER, 3),
        (TWO, 5),
        (TWO.replace("b = Tokenizer()", "b = a").replace("b.", "a."), 5),
        (LAYER, 4),
    ],
    ids=[
        "in a function",
        "one of the file",
        "one handed over",
        "two of them",
        "fitted again",
        "a layer adapted again",
    ],
)
def test_points_at_the_second_count(preparation: str, line: int) -> None:
    finding = finding_in(preparation)

    assert finding is not None
    assert finding.line == line


@pytest.mark.parametrize(
    "preparation",
    [
        ONE,
        AT_NEED,
        OF_ALL.replace("TextVectorization", "Normalization"),
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
        "counted where there is none yet",
        "numbers, not words",
        "handed on",
        "fitted twice, before",
        "a layer adapted once",
        "a layer in a mapped function",
        "split afterwards",
    ],
)
def test_is_silent_on(preparation: str) -> None:
    assert finding_in(preparation) is None


def _asked_about(preparation: str, *, highest: float) -> Any:
    """The same where predict is given rows whose largest number this is."""
    program = preparation + "model.fit(x_train, y)\nmodel.predict(x_test)\n"
    last = len(program.splitlines())
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy")
    run = replace(fitted(trained, labels=integers(0, 1)), line=last - 1)
    rows = TensorSample(path="0", dtype="int32", shape=[2, 9], low=0.0, high=highest)
    data = Data(role="predict", kind="arrays", sample=[rows])
    asked = Call(name="Model.predict", line=last, model=trained, data=data)
    return vocabulary_made_anew.match(evidence(fits=[run], program=program, calls=[asked]))


WITHOUT_WORDS = """\
a = Tokenizer()
a.fit_on_texts(train)
x_train = a.texts_to_sequences(train)
a = Tokenizer()
x_test = pad_sequences(a.texts_to_sequences(["Great!"]), 9)
"""


def test_points_at_a_new_tokenizer_that_was_fitted_to_nothing() -> None:
    finding = _asked_about(WITHOUT_WORDS, highest=0.0)

    assert finding is not None
    assert finding.line == 4
    assert "knows no word" in finding.evidence


def test_is_silent_when_the_rows_hold_words_or_the_tokenizer_is_the_same() -> None:
    assert _asked_about(WITHOUT_WORDS, highest=7.0) is None
    assert _asked_about(WITHOUT_WORDS.replace("a = Tokenizer()\nx", "x"), highest=0.0) is None


def finding_after_training(program: str) -> Any:
    """Of a program that trains in its second line and asks where ``predict`` stands."""
    lines = program.splitlines()
    asks = next(place for place, line in enumerate(lines, 1) if "predict(" in line)
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy")
    line = next(place for place, line in enumerate(lines, 1) if "model.fit(" in line)
    run = replace(fitted(trained, labels=integers(0, 1)), line=line)
    asked = Call(name="Model.predict", line=asks, model=trained)
    return vocabulary_made_anew.match(evidence(fits=[run], program=program, calls=[asked]))


TRAINS = "x_train, y = load_data()\nmodel.fit(x_train, y)\n"
FITTED_TO_THE_QUESTION = """\
text = ["a new text"]
tk = Tokenizer()
tk.fit_on_texts(text)
print(model.predict(pad_sequences(tk.texts_to_sequences(text), maxlen=9)))
"""
A_LAYER = """\
text = ["a new text"]
v = TextVectorization()
v.adapt(text)
rows = v(text)
model.predict(rows)
"""
IN_A_FUNCTION = """\
def rate(text):
    tk = Tokenizer()
    tk.fit_on_texts([text])
    return model.predict(tk.texts_to_sequences([text]))
x_train, y = load_data()
model.fit(x_train, y)
"""
FITTED_TO_THE_TRAINING_TEXTS = """\
tk = Tokenizer()
tk.fit_on_texts(train_texts)
text = ["a new text"]
model.predict(tk.texts_to_sequences(text))
"""
LOADED = """\
def rate(text):
    tk = tokenizer_from_json(saved)
    return model.predict(tk.texts_to_sequences([text]))
x_train, y = load_data()
model.fit(x_train, y)
"""


@pytest.mark.parametrize(
    ("program", "line"),
    [(TRAINS + FITTED_TO_THE_QUESTION, 5), (TRAINS + A_LAYER, 5), (IN_A_FUNCTION, 3)],
    ids=["tokenizer", "layer", "function"],
)
def test_fires_on_a_vocabulary_of_the_text_that_is_asked_about(program: str, line: int) -> None:
    finding = finding_after_training(program)

    assert finding is not None
    assert finding.line == line
    assert "the very text that is asked about" in finding.evidence


@pytest.mark.parametrize(
    "program", [TRAINS + FITTED_TO_THE_TRAINING_TEXTS, LOADED], ids=["of the training", "loaded"]
)
def test_is_silent_on_the_vocabulary_of_the_training_used_later(program: str) -> None:
    assert finding_after_training(program) is None
