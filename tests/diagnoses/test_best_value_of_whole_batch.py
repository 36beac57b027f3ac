"""The largest value of all states."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, model
from looped import called

from etude.diagnoses.catalogue import best_value_of_whole_batch as diagnosis
from etude.domain.observations import Call, Data, TensorSample


def asked(rows: int = 32, columns: int = 2, line: int = 1) -> Call:
    return called(line=line, outputs=[rows, columns])


def predicted(rows: int) -> Call:
    states = TensorSample(path="", dtype="float32", shape=[rows, 4])
    data = Data(role="predict", kind="arrays", sample=[states])
    return Call(name="Model.predict", line=1, model=model(dense(2)), data=data)


def finding_in(program: str, *calls: Call) -> Any:
    return diagnosis.match(evidence(program=program, calls=calls))


@pytest.mark.parametrize(
    "program",
    [
        "best = tf.reduce_max(net(states))\ny = r + gamma * best * (1 - done)\n",
        "q = net(states)\nbest = tf.reduce_max(q)\ny = r + gamma * best\n",
        "q = net(states).numpy()\ny = r + gamma * q.max()\n",
        "q = net(states)\ny = r + 0.9 * np.max(q)\n",
    ],
)
def test_points_at_the_maximum(program: str) -> None:
    finding = finding_in(program, asked())

    assert finding is not None
    assert "max" in program.splitlines()[finding.line - 1]
    assert "all 32 states" in finding.evidence


def test_points_at_the_maximum_of_predictions() -> None:
    program = "q = net.predict(states)\ny = r + gamma * np.amax(q)\n"

    assert finding_in(program, predicted(32)) is not None
    assert finding_in(program, predicted(1)) is None


@pytest.mark.parametrize(
    "program",
    [
        "best = tf.reduce_max(net(states), axis=1)\ny = r + gamma * best\n",
        "best = tf.reduce_max(net(states), 1)\ny = r + gamma * best\n",
        "best = tf.reduce_max(net(states)[0])\ny = r + gamma * best\n",
        "print(tf.reduce_max(net(states)))\n",
        "heat = net(states)\nheat = heat / tf.reduce_max(heat)\n",
    ],
)
def test_is_silent_on(program: str) -> None:
    assert finding_in(program, asked()) is None


def test_is_silent_on_a_single_state() -> None:
    program = "best = tf.reduce_max(net(state))\ny = r + gamma * best\n"

    assert finding_in(program, asked(rows=1)) is None
    assert finding_in(program, replace(asked(), arguments={"model": "1", "taped": False})) is None
