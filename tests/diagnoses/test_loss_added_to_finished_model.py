"""Losses added to a model from outside."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import loss_added_to_finished_model as diagnosis

PLACEHOLDER = "A KerasTensor cannot be used as input to a TensorFlow function."
PROGRAM = """\
term = tf.reduce_sum(tf.square(code))
{owner}.add_loss(tf.reduce_mean(term))
"""


@pytest.mark.parametrize(
    ("line", "message", "kind"),
    [(1, PLACEHOLDER, "ValueError"), (2, "", "NotImplementedError")],
    ids=["where it is computed", "where it is added"],
)
def test_fires(line: int, message: str, kind: str) -> None:
    finding = diagnosis.match(failed(PROGRAM.format(owner="vae"), message, kind, line=line))

    assert finding is not None
    assert finding.line == line
    assert "line 2 adds a loss to vae" in finding.evidence
    assert "self.add_loss(...)" in finding.change


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (PROGRAM.format(owner="self"), PLACEHOLDER),
        (PROGRAM.format(owner="vae"), "another error"),
        ("term = tf.reduce_sum(code)\nvae.compile()\n", PLACEHOLDER),
    ],
    ids=["in a layer", "another error", "no loss is added"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert diagnosis.match(failed(program, message, line=1)) is None
