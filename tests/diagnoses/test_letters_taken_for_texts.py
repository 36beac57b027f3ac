"""One string where a list of texts is wanted."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import letters_taken_for_texts as diagnosis
from etude.domain.observations import Call
from etude.domain.patterns import Tokens


def test_points_at_the_call_and_tells_what_to_write() -> None:
    told = {"method": "texts_to_sequences", "letters": 73}
    call = Call(name="letters as texts", line=2, arguments=told)
    program = "text = input()\nrow = t.texts_to_sequences(text.lower())\n"

    finding = diagnosis.match(evidence(program=program, calls=[call]))

    assert finding is not None
    assert finding.line == 2
    assert "one string of 73 characters" in finding.evidence
    assert finding.change.endswith("texts_to_sequences([text.lower()])")


def test_is_silent_without_one() -> None:
    assert diagnosis.match(evidence(program="t.texts_to_sequences(texts)\n")) is None


ROWS = Call(
    name="letters as rows", line=3, arguments={"method": "texts_to_sequences", "letters": 90}
)


def test_fires_where_each_letter_has_become_a_row_that_is_filled_up() -> None:
    seen = fit(model(dense(3, "softmax")), labels=integers(0, 1, 2))
    seen = replace(seen, train=replace(seen.train, tokens=Tokens(padded="first", share=1.0)))

    finding = diagnosis.match(evidence(fits=[seen], calls=[ROWS]))

    assert finding is not None
    assert finding.line == 3
    assert "every row is one letter and padding" in finding.evidence
    assert "char_level=True" in finding.change


@pytest.mark.parametrize("tokens", [None, Tokens(), Tokens(padded="first", share=0.4)])
def test_is_silent_where_letters_are_put_into_rows_of_their_own(tokens: Tokens | None) -> None:
    seen = fit(model(dense(3, "softmax")), labels=integers(0, 1, 2))
    seen = replace(seen, train=replace(seen.train, tokens=tokens))

    assert diagnosis.match(evidence(fits=[seen], calls=[ROWS])) is None
