"""Vocabularies that a layer cannot have."""

from stopped import failed

from etude.diagnoses.catalogue import vocabulary_refused as diagnosis


def test_words_that_stand_there_twice_are_told() -> None:
    message = (
        "The passed vocabulary has at least one repeated term. The repeated terms are: "
        "[np.str_('the')]"
    )

    finding = diagnosis.match(failed("\n\nStringLookup(vocabulary=tokens)\n", message))

    assert finding is not None
    assert "'the'" in finding.evidence
    assert "np.str_" not in finding.evidence
    assert finding.change == "each word once: sorted(set(tokens))"


def test_an_empty_one_is_told() -> None:
    message = "Cannot set an empty vocabulary. Received: vocabulary=[]"

    finding = diagnosis.match(failed("\n\nv.set_vocabulary(words)\n", message))

    assert finding is not None
    assert finding.evidence == "words holds no words"


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("\n\nv.set_vocabulary(w)\n", "vocabulary too large")) is None
