"""A look-up that stops at what it does not know."""

from collections.abc import Callable

import pytest
from described import evidence

from etude.diagnoses.catalogue import unseen_category_crashes
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

KERAS = (
    "Summarized data: b'When `num_oov_indices=0` all inputs should be in vocabulary, found OOV "
    'values ["squat"], consider setting `num_oov_indices=1`.\''
)
PROGRAM = """\
first = layers.StringLookup()
second = layers.StringLookup(
    output_mode="one_hot",
    num_oov_indices=0,
)
"""


def test_fires_on_keras_own_words_at_the_argument() -> None:
    finding = unseen_category_crashes.match(evidence(error=KERAS, program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert 'the look-up met "squat"' in finding.evidence


def test_fires_on_a_dict_that_has_no_such_key() -> None:
    frame = ErrorFrame(file="a.py", line=1, function="f", text="")
    error = Error(type="KeyError", message="'never seen'", frames=[frame])

    finding = unseen_category_crashes.match(
        Evidence(source=Source("a.py", "x = CODES[home]\n"), errors=[error])
    )

    assert finding is not None
    assert finding.line == 1
    assert "`x = CODES[home]` raised KeyError: 'never seen'" in finding.evidence


def test_is_silent_on_a_misspelt_column() -> None:
    frame = ErrorFrame(file="a.py", line=1, function="f", text="")
    error = Error(type="KeyError", message="'incme'", frames=[frame])

    assert (
        unseen_category_crashes.match(Evidence(source=Source("a.py", PROGRAM), errors=[error]))
        is None
    )


def test_is_silent_on_other_errors() -> None:
    assert unseen_category_crashes.match(evidence(error="shapes differ", program=PROGRAM)) is None


@pytest.mark.tensorflow
def test_fires_in_a_prediction_too(evidence_of: Callable[[str], Evidence]) -> None:
    program = """\
import keras, numpy as np, tensorflow as tf
look_up = keras.layers.StringLookup(num_oov_indices=0)
look_up.adapt(np.array(["a", "b"], dtype=object))
raw = keras.Input((1,), dtype="string")
keras.Model(raw, look_up(raw)).predict(tf.constant([["c"]]), verbose=0)
"""
    finding = unseen_category_crashes.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 2
