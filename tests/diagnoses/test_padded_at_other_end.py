"""Texts padded at one end for training and at the other later."""

from dataclasses import replace

import pytest
from described import evidence
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import padded_at_other_end
from etude.domain.observations import Call
from etude.domain.patterns import Tokens

FIRST, LAST = Tokens(padded="first", share=0.7), Tokens(padded="last", share=0.7)
NETWORK = reader(embedding(), recurrent())


def asked(tokens: Tokens | None, key: str = "1") -> Call:
    data = token_data(tokens, role="predict")
    return Call(name="Model.predict", line=14, model=replace(NETWORK, key=key), data=data)


def test_fires_at_the_later_call() -> None:
    run = read(NETWORK, token_data(FIRST))

    finding = padded_at_other_end.match(evidence(fits=[run], calls=[asked(LAST)]))

    assert finding is not None
    assert finding.line == 14
    assert finding.evidence == (
        "fit in line 9 got rows with their zeros first, predict in line 14 gets rows with their "
        "zeros last"
    )


def test_points_where_the_later_rows_were_padded() -> None:
    program = "late = pad_sequences(texts, padding='post')\n" + "\n" * 12 + "model.predict(late)\n"

    finding = padded_at_other_end.match(
        evidence(fits=[read(NETWORK, token_data(FIRST))], calls=[asked(LAST)], program=program)
    )

    assert finding is not None
    assert finding.line == 1


def test_fires_on_validation_data() -> None:
    run = read(NETWORK, token_data(LAST), token_data(FIRST, role="validation"))
    program = "\n" * 8 + "model.fit(x, y,\n    validation_data=held_out)\n"

    finding = padded_at_other_end.match(evidence(fits=[run], program=program))

    assert finding is not None
    assert finding.line == 10


@pytest.mark.parametrize(
    ("learned", "later"),
    [
        (FIRST, asked(FIRST)),
        (FIRST, asked(None)),
        (None, asked(LAST)),
        (FIRST, asked(LAST, key="2")),
    ],
    ids=["the same end", "not padded later", "not padded in training", "another model"],
)
def test_is_silent_on(learned: Tokens | None, later: Call) -> None:
    run = read(NETWORK, token_data(learned))

    assert padded_at_other_end.match(evidence(fits=[run], calls=[later])) is None
