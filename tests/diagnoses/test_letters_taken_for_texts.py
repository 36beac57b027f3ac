"""One string where a list of texts is wanted."""

from described import evidence

from etude.diagnoses.catalogue import letters_taken_for_texts as diagnosis
from etude.domain.observations import Call


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
