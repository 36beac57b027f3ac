"""Errors of programs that take what comes out, or goes in, for something else."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import (
    evaluate_gives_other_numbers,
    features_not_counted,
    history_is_no_dictionary,
    words_among_numbers,
)

ONE = "score = model.evaluate(x, y)\n\nprint('%.2f' % score)\n"
TWO = "\n\nloss, accuracy = model.evaluate(x, y)\n"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (ONE, "must be real number, not list", "loss, accuracy = "),
        (ONE, "unsupported format string passed to list.__format__", "loss, accuracy = "),
        (ONE, "type list doesn't define __round__ method", "loss, accuracy = "),
        (ONE, "can't multiply sequence by non-int of type 'float'", "loss, accuracy = "),
        (ONE, "'>' not supported between instances of 'list' and 'float'", "loss, accuracy = "),
        (ONE, 'can only concatenate str (not "list") to str', "loss, accuracy = "),
        (ONE, "'float' object is not subscriptable", "compile(..., metrics="),
        (TWO, "cannot unpack non-iterable float object", "compile(..., metrics="),
        (TWO, "too many values to unpack (expected 2)", "take as many names"),
        (TWO, "not enough values to unpack (expected 3, got 2)", "take as many names"),
    ],
)
def test_fires_where_evaluate_gives_another_number(program: str, message: str, change: str) -> None:
    finding = evaluate_gives_other_numbers.match(failed(program, message))

    assert finding is not None
    assert finding.line == 3
    assert finding.change.startswith(change)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("\n\nprint('%.2f' % scores)\n", "must be real number, not list"),
        (ONE, "name 'score' is not defined"),
        ("score = model.evaluate(x, y)\n\nprint('%.2f' % x)\n", "must be real number, not list"),
    ],
    ids=["no evaluate", "another error", "another name"],
)
def test_is_silent_on_other_lists(program: str, message: str) -> None:
    assert evaluate_gives_other_numbers.match(failed(program, message)) is None


@pytest.mark.parametrize(
    ("message", "word", "change"),
    [
        ("could not convert string to float: np.str_('male')", "male", "encode this column"),
        ("could not convert string to float: '?'", "?", '"?" marks a gap'),
        ("could not convert string to float: ''", "", '"" marks a gap'),
        ("could not convert string to float: '1,200'", "1,200", "take away"),
        ("could not convert string to float: '$5.50'", "$5.50", "take away"),
        ("could not convert string to float: '12 kg'", "12 kg", "take away"),
        ("invalid literal for int() with base 10: 'cat'", "cat", "encode this column"),
        ("could not convert string to float: 'it\\'s late'", "it\\'s late", "encode this column"),
    ],
)
def test_fires_on_a_word_among_numbers(message: str, word: str, change: str) -> None:
    finding = words_among_numbers.match(failed("\n\nx = x.astype(float)\n", message))

    assert finding is not None
    assert (finding.line, finding.about) == (3, word)
    assert finding.change.startswith(change)


@pytest.mark.parametrize(
    ("path", "layer"),
    [("dense/kernel", "dense"), ("sequential/lstm/lstm_cell/kernel", "lstm_cell")],
)
def test_names_the_layer_whose_features_have_no_number(path: str, layer: str) -> None:
    message = (
        "Shapes used to initialize variables must be fully-defined (no `None` dimensions). "
        f"Received: shape=(None, 8) for variable path='{path}'"
    )

    finding = features_not_counted.match(failed("\n\nlayers.Dense(8)(x)\n", message))

    assert finding is not None
    assert f"what {layer} is given" in finding.evidence


def test_fires_on_a_history_that_is_read_as_its_logs() -> None:
    message = "'History' object has no attribute 'keys'"

    finding = history_is_no_dictionary.match(failed("\n\nprint(history.keys())\n", message))

    assert finding is not None
    assert finding.change == 'ask its attribute history: history.history["loss"]'
