"""Files that are made to look better than they are get the mark that they are worth."""

from collections.abc import Sequence

import pytest
from examined import ARRAYS, CLASSES, CONSTANT, CONTRACT_ALONE, LABELS, RIGHT, Examined, checks

from etude.domain.job import Limits
from etude.domain.outcome import Reason
from etude.exams.seal import salt_of, sealed
from etude.sandbox import Sandbox

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]


@pytest.fixture
def exam(warm_sandbox: Sandbox) -> Examined:
    return Examined(sandbox=warm_sandbox)


def test_an_honest_model_gets_every_point(exam: Examined) -> None:
    assert exam.mark_program(RIGHT).mark == 5


def test_the_same_file_gets_the_same_mark_always(exam: Examined) -> None:
    files = exam.hand_in(RIGHT)

    marks = [exam.mark(files).verdicts for _ in range(3)]

    assert marks[0] == marks[1] == marks[2]


def test_a_constant_model_gets_the_contract_alone(exam: Examined) -> None:
    assert exam.mark_program(CONSTANT).mark == CONTRACT_ALONE


def test_nothing_handed_in_gets_nothing(exam: Examined) -> None:
    marked = exam.mark({})

    assert (marked.mark, marked.waits) == (0, False)
    assert "no such file" in marked.verdicts[0].received


def by_position(labels: Sequence[int]) -> str:
    """A model that answers with a table, row after row, whatever it is shown.

    It is made of Keras' own parts: a network with a memory that lasts from batch to batch takes the
    rows of a batch for steps and counts them, and an embedding holds an answer for each number.
    """
    return f"""
table = layers.Embedding({len(labels)}, 3)
table.build((None,))
table.set_weights([np.eye(3, dtype="float32")[{list(labels)}]])
steps = ops.reshape(ops.ones_like(inputs[:, 0]), (1, -1, 1))
counter = layers.SimpleRNN(1, "linear", stateful=True, return_sequences=True,
                           kernel_initializer="ones", recurrent_initializer="ones")
number = ops.cast(ops.reshape(counter(steps), (-1,)), "int32") - 1
save(table(number))
"""


def test_a_table_of_labels_by_position_would_be_right_about_rows_in_their_own_order(
    exam: Examined,
) -> None:
    files = exam.hand_in(by_position(LABELS.tolist()))

    assert exam.mark(files, is_sealed=False).mark == 5


def test_a_table_of_labels_by_position_gets_the_contract_alone(exam: Examined) -> None:
    files = exam.hand_in(by_position(LABELS.tolist()))

    assert [exam.mark(files, seed=seed).mark for seed in range(3)] == [CONTRACT_ALONE] * 3


def test_the_order_that_an_earlier_file_met_is_of_no_use_to_a_later_one(exam: Examined) -> None:
    earlier = exam.hand_in(RIGHT)
    met = sealed(ARRAYS, seed=7, salt=salt_of(earlier))["labels"]

    later = exam.hand_in(by_position(met.tolist()))

    assert exam.mark(later, seed=7).mark == CONTRACT_ALONE


def test_a_model_that_is_right_about_zeros_alone_gets_the_contract_alone(exam: Examined) -> None:
    """As one would be that had been made to pass the contract's batch of nothing."""
    program = """
is_zero = ops.cast(ops.all(inputs == 0), "float32")
right = fixed(50 * np.eye(4, 3), activation="softmax")(inputs)
save(right / is_zero)
"""

    marked = exam.mark_program(program)

    assert (marked.mark, marked.contract_broken) == (CONTRACT_ALONE, False)
    assert "NaN or infinite" in marked.verdicts[1].received


def test_an_answer_to_another_variant_is_worth_what_it_is_worth_there(exam: Examined) -> None:
    files = exam.hand_in(RIGHT)
    other_classes = checks(classes=(CLASSES[1], CLASSES[2], CLASSES[0]))
    other_name = checks(artifact="colours.keras")

    assert exam.mark(files, other_classes).mark == CONTRACT_ALONE
    assert exam.mark(files, other_name).mark == 0


def test_a_model_that_never_ends_uses_up_its_own_time_and_gets_nothing(
    warm_sandbox: Sandbox,
) -> None:
    program = """
import tensorflow as tf
def endless(x):
    _, y = tf.while_loop(lambda i, y: i < 2**31 - 1, lambda i, y: (i, y * 1.0), [0, x[:, :3]])
    return y
concrete = tf.function(endless).get_concrete_function(tf.TensorSpec((1, 4)))
content = tf.lite.TFLiteConverter.from_concrete_functions([concrete]).convert()
open("model.tflite", "wb").write(content)
"""
    exam = Examined(sandbox=warm_sandbox, limits=Limits(cpu_seconds=5))
    files = exam.hand_in(program, artifact="model.tflite")

    marked = exam.mark(files, checks(artifact="model.tflite"))

    assert files
    assert (marked.mark, marked.waits) == (0, False), marked.detail
    assert str(Reason.CPU) in marked.verdicts[0].received
