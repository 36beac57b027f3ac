"""Generators that learn with the discriminator's label."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import generator_told_it_is_fake as diagnosis

FUNCTIONS = """\
def discriminator_loss(real_output, fake_output):
    real_loss = bce(tf.ones_like(real_output), real_output)
    fake_loss = bce(tf.{of_fakes}_like(fake_output), fake_output)
    return real_loss + fake_loss
def generator_loss(fake_output):
    return bce(tf.{label}_like(fake_output), fake_output)
"""
LINES = """\
d_loss = bce(tf.ones_like(real), real)
d_loss += bce(tf.{of_fakes}_like(said_of_fake), said_of_fake)
g_loss = bce(tf.{label}_like(said_of_fake), said_of_fake)
"""
NAMED = """\
cost = tf.nn.sigmoid_cross_entropy_with_logits
d_loss_real = tf.reduce_mean(cost(logits=d_real, labels=tf.ones_like(d_real)))
d_loss_fake = tf.reduce_mean(cost(logits=d_fake, labels=tf.{of_fakes}_like(d_fake)))
g_loss = tf.reduce_mean(cost(logits=d_fake, labels=tf.{label}_like(d_fake)))
"""
STEPS = """\
fake_labels = np.{of_fakes}((n, 1))
discriminator.train_on_batch(real, np.ones((n, 1)))
discriminator.train_on_batch(fake_images, fake_labels)
labels = np.{label}((n, 1)) * 0.9
gan.train_on_batch(noise, labels)
"""


@pytest.mark.parametrize(
    ("program", "line"),
    [(FUNCTIONS, 6), (LINES, 3), (NAMED, 4), (STEPS, 5)],
    ids=["functions", "lines", "named", "steps"],
)
def test_fires_where_the_generator_gets_its_label(program: str, line: int) -> None:
    finding = diagnosis.match(evidence(program=program.format(of_fakes="zeros", label="zeros")))

    assert finding is not None
    assert finding.line == line
    assert "ones for the generator" in finding.change


@pytest.mark.parametrize("program", [FUNCTIONS, LINES, NAMED, STEPS])
def test_is_silent_when_their_aims_differ(program: str) -> None:
    assert diagnosis.match(evidence(program=program.format(of_fakes="zeros", label="ones"))) is None
    assert diagnosis.match(evidence(program=program.format(of_fakes="ones", label="zeros"))) is None


def test_is_silent_on_other_losses() -> None:
    program = "gen_loss = -tf.reduce_mean(said_of_fake)\ndisc_loss = tf.reduce_mean(said_of_fake)\n"

    assert diagnosis.match(evidence(program=program)) is None
