"""Frozen vectors that are zeros for most words."""

from dataclasses import replace

import pytest
from described import evidence
from looped import fitted

from etude.diagnoses.catalogue import embedding_rows_are_zeros as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.health import LayerHealth

PROGRAM = """\
matrix = np.zeros((rows, 50))
for word, i in numbers.items():
    matrix[i] = vectors.get(word, 0)
embedded = Embedding(rows, 50, weights=[matrix], trainable=False)
"""
FROZEN = LayerHealth(name="embedding", kind="Embedding", line=4, trainable=False, weight=0.0)


def trained_with(layer: LayerHealth) -> Evidence:
    fit = replace(fitted(layer, loss=[0.7, 0.7]), line=9)
    return evidence(fits=[fit], program=PROGRAM)


@pytest.mark.parametrize("share", [1.0, 0.6, None])
def test_fires_where_the_rows_are_filled(share: float | None) -> None:
    finding = diagnosis.match(trained_with(replace(FROZEN, zero_rows=share)))

    assert finding is not None
    assert finding.line == 3
    assert f"{share or 1.0:.0%} of the words" in finding.evidence


def test_points_at_the_layer_when_nothing_fills_its_rows() -> None:
    fit = replace(fitted(FROZEN, loss=[0.7, 0.7]), line=9)

    finding = diagnosis.match(evidence(fits=[fit], program="\n\n\nEmbedding(rows, 50)\n"))

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    "layer",
    [
        replace(FROZEN, zero_rows=0.2, weight=9.0),
        replace(FROZEN, weight=9.0),
        replace(FROZEN, zero_rows=1.0, trainable=True),
        replace(FROZEN, zero_rows=1.0, kind="Dense"),
    ],
    ids=["a few unknown words", "not looked at", "rows that learn", "another layer"],
)
def test_is_silent_on(layer: LayerHealth) -> None:
    assert diagnosis.match(trained_with(layer)) is None
