"""A target that the tape watches."""

import pytest
from described import evidence
from looped import called, gradient

from etude.diagnoses.catalogue import target_gets_gradients as diagnosis

LOOP = """\
{before}
with tf.GradientTape() as tape:
    q = net(states)
    {next}
    target = {target}
    loss = tf.reduce_mean((target - q) ** 2)
"""
NEXT = "best = tf.reduce_max(net(nexts), axis=1)"
TARGET = "rewards + gamma * best"


def loop(*, before: str = "", next_: str = NEXT, target: str = TARGET) -> str:
    return LOOP.format(before=before, next=next_, target=target)


CALLS = [called(line=3), called(line=4), called(line=5), gradient(line=7)]


@pytest.mark.parametrize(
    "program",
    [
        loop(),
        loop(target="rewards + self.discount * best * (1 - done)"),
        loop(next_="pass", target="rewards + GAMMA * tf.reduce_max(net(nexts), axis=1)"),
    ],
    ids=["with a name", "with an end", "in one line"],
)
def test_points_at_the_target(program: str) -> None:
    finding = diagnosis.match(evidence(calls=CALLS, program=program))

    assert finding is not None
    assert finding.line == 5
    assert finding.about == "net"


@pytest.mark.parametrize(
    "program",
    [
        loop(target="tf.stop_gradient(rewards + gamma * best)"),
        loop(before=NEXT, next_="pass"),
        loop(target="rewards + weight * best"),
    ],
    ids=["stopped", "before the tape", "nothing discounted"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(calls=CALLS, program=program)) is None


def test_is_silent_on_a_network_of_its_own() -> None:
    calls = [called(line=3), called(line=4, key="2"), gradient(line=7)]

    assert diagnosis.match(evidence(calls=calls, program=loop())) is None
