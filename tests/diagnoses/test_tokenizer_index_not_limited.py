"""An Embedding as large as the old Tokenizer's whole index."""

import pytest
from described import evidence
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import tokenizer_index_not_limited

LIMITED = "t = Tokenizer(num_words=20)\nsize = len(t.word_index) + 1\n"


@pytest.mark.parametrize("program", [LIMITED, "N = 20\n" + LIMITED.replace("=20", "=N")])
def test_fires_where_the_size_of_the_index_is_taken(program: str) -> None:
    run = read(reader(embedding(61), recurrent()), token_data())

    finding = tokenizer_index_not_limited.match(evidence(fits=[run], program=program))

    assert finding is not None
    assert finding.line == len(program.splitlines())
    assert "num_words=20" in finding.evidence
    assert "61 rows" in finding.evidence


@pytest.mark.parametrize(
    ("rows", "program"),
    [
        (21, LIMITED),
        (61, "t = Tokenizer()\nsize = len(t.word_index) + 1\n"),
        (61, "t = Tokenizer(num_words=20)\nprint(t.word_index)\n"),
    ],
    ids=["as large as the limit", "no limit", "the index is looked at only"],
)
def test_is_silent_on(rows: int, program: str) -> None:
    run = read(reader(embedding(rows), recurrent()), token_data())

    assert tokenizer_index_not_limited.match(evidence(fits=[run], program=program)) is None


OUTSIDE = "indices[0,1] = 33 is not in [0, 20)"


@pytest.mark.parametrize("look_up", ["t.word_index[w]", "t.word_index.get(w, 1)"])
def test_fires_where_words_are_looked_up_when_the_embedding_has_no_row_for_one(
    look_up: str,
) -> None:
    program = f"t = Tokenizer(num_words=20)\nx = np.array([[{look_up} for w in text.split()]])\n"

    finding = tokenizer_index_not_limited.match(evidence(program=program, error=OUTSIDE))

    assert finding is not None
    assert finding.line == 2
    assert "gave a word the number 33" in finding.evidence


@pytest.mark.parametrize(
    ("program", "error"),
    [
        ("t = Tokenizer(num_words=20)\nx = t.texts_to_sequences(texts)\n", OUTSIDE),
        ("t = Tokenizer(num_words=40)\nx = t.word_index['a']\n", OUTSIDE),
        ("t = Tokenizer(num_words=20)\nx = t.word_index['a']\n", "something else"),
    ],
    ids=["no look-up", "a number below the limit", "another error"],
)
def test_is_silent_on_an_error_with(program: str, error: str) -> None:
    assert tokenizer_index_not_limited.match(evidence(program=program, error=error)) is None
