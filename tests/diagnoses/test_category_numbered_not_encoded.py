"""Categories as plain numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from described import dense, evidence, layer, model
from trained import trained

from etude.diagnoses.catalogue import category_numbered_not_encoded
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

NUMBERS = layer("StringLookup", line=5, output_mode="int", vocabulary_size=7)


def test_fires_when_numbers_come_to_a_dense_layer_at_the_look_up() -> None:
    built = model(NUMBERS, layer("Cast"), layer("Concatenate"), dense(1))

    finding = category_numbered_not_encoded.match(evidence(models=[built]))

    assert finding is not None
    assert finding.line == 5
    assert "numbers from 0 to 6" in finding.evidence


@pytest.mark.parametrize("kind", ["Embedding", "CategoryEncoding", "OneHot", "HashedCrossing"])
def test_is_silent_when_something_encodes_them(kind: str) -> None:
    built = model(NUMBERS, layer(kind), layer("Flatten"), dense(1))

    assert category_numbered_not_encoded.match(evidence(models=[built])) is None


def test_is_silent_on_one_hot_look_ups() -> None:
    one_hot = layer("StringLookup", output_mode="one_hot", vocabulary_size=7)

    assert category_numbered_not_encoded.match(evidence(models=[model(one_hot, dense(1))])) is None


def test_is_silent_on_two_categories() -> None:
    two = layer("StringLookup", output_mode="int", vocabulary_size=3)

    assert category_numbered_not_encoded.match(evidence(models=[model(two, dense(1))])) is None


def test_is_silent_on_a_look_up_at_the_end() -> None:
    assert category_numbered_not_encoded.match(evidence(models=[model(dense(3), NUMBERS)])) is None


def looked_up(program: str, **given: Any) -> Evidence:
    arguments = {"output_mode": "int", "vocabulary_size": 11} | given
    calls = [Call(name="StringLookup.call", line=1, arguments=arguments)]
    return evidence(calls=calls, program=program)


@pytest.mark.parametrize(
    "program",
    [
        "codes = np.asarray(look_up(makes))\nx = np.column_stack([codes, age])\n",
        "x = tf.stack([tf.cast(look_up(makes), tf.float32), age], axis=1)\n",
    ],
)
def test_fires_where_numbers_become_one_column_among_others(program: str) -> None:
    finding = category_numbered_not_encoded.match(looked_up(program))

    assert finding is not None
    assert finding.line == 1
    assert "numbers from 0 to 10" in finding.evidence


@pytest.mark.parametrize(
    ("program", "given"),
    [
        ("labels = look_up(makes)\nx = np.column_stack([a, b])\n", {}),
        ("c = look_up(makes)\nx = np.hstack([keras.utils.to_categorical(c), age])\n", {}),
        ("c = look_up(makes)\nx = np.column_stack([c, a])\n", {"output_mode": "one_hot"}),
        ("c = look_up(makes)\nx = np.column_stack([c, a])\n", {"vocabulary_size": 3}),
    ],
    ids=["labels", "encoded later", "encoded by the layer", "two categories"],
)
def test_is_silent_on_look_ups_outside_a_model_that_are(
    program: str, given: dict[str, Any]
) -> None:
    assert category_numbered_not_encoded.match(looked_up(program, **given)) is None


def told(codes: Any) -> dict[str, Any]:
    column = {"column": "home", "categories": ["owner", "parents", "rent"], "codes": codes}
    return {"codes": {"encoded": [column]}}


def test_fires_on_one_feature_with_a_value_for_each_category() -> None:
    facts = told(np.array([[1.0], [3.0], [2.0]]))

    finding = category_numbered_not_encoded.match(
        evidence(facts=facts, program="def build(rows):\n    CODES = {}\n")
    )

    assert finding is not None
    assert finding.evidence == "home becomes one number: owner is 1, parents is 3, rent is 2"


def test_is_silent_on_one_hot_features() -> None:
    assert category_numbered_not_encoded.match(evidence(facts=told(np.eye(3)))) is None


@pytest.mark.tensorflow
def test_is_silent_on_an_embedding_in_a_real_model(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = """\
import keras, numpy as np
raw = keras.Input((1,), dtype="string")
look_up = keras.layers.StringLookup()
look_up.adapt(np.array(list("abcdef"), dtype=object))
x = keras.layers.Flatten()(keras.layers.Embedding(8, 2)(look_up(raw)))
model = keras.Model(raw, keras.layers.Dense(1)(x))
"""
    assert category_numbered_not_encoded.match(evidence_of(program)) is None


WORDS = """\
names = np.array(["harbour", "hill", "mill", "park", "west"])
district = names[rng.integers(0, 5, 100)]
{how}
features = np.column_stack([codes, size])
model.fit(features, rent)
"""
UNIQUE = "_, codes = np.unique(district, return_inverse=True)"


@pytest.mark.parametrize("how", [UNIQUE, "codes = pd.Categorical(district).codes"])
def test_fires_on_words_numbered_by_the_alphabet(how: str) -> None:
    found = evidence(fits=[trained(line=5)], program=WORDS.format(how=how))

    finding = category_numbered_not_encoded.match(found)

    assert finding is not None
    assert finding.line == 3
    assert "5 words" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        WORDS.format(how=UNIQUE).replace('"mill", "park", "west"', ""),
        WORDS.format(how=UNIQUE).replace("[codes, size]", "[np.eye(5)[codes], size]"),
        WORDS.format(how="codes = pd.Categorical(district, names, ordered=True).codes"),
    ],
    ids=["two of them", "made one-hot", "in an order that is meant"],
)
def test_is_silent_on_words_that_are(program: str) -> None:
    found = evidence(fits=[trained(line=5)], program=program)

    assert category_numbered_not_encoded.match(found) is None
