"""Metrics that go on counting from one epoch to the next."""

from described import evidence
from looped import applied, gradient

from etude.diagnoses.catalogue import metrics_not_reset as diagnosis

CALLS = [gradient(line=5), applied(line=6)]
PROGRAM = """\
accuracy = keras.metrics.SparseCategoricalAccuracy()
for epoch in range(3):
    {first}
    for x, y in data:
        step(x, y)
        accuracy.update_state(y, model(x))
    print({read})
"""


def program(first: str = "pass", read: str = "accuracy.result()") -> str:
    return PROGRAM.format(first=first, read=read)


def test_fires_where_the_metric_is_read() -> None:
    finding = diagnosis.match(evidence(calls=CALLS, program=program()))

    assert finding is not None
    assert finding.line == 7
    assert "accuracy is read in line 7" in finding.evidence


def test_fires_when_a_function_updates_it() -> None:
    text = "def step(y):\n    seen.update_state(y)\n" + program(read="seen.result()")

    assert diagnosis.match(evidence(calls=CALLS, program=text)) is not None


def test_is_silent_when_it_begins_anew() -> None:
    for first in (
        "accuracy.reset_state()",
        "[one.reset_state() for one in metrics]",
        "accuracy = keras.metrics.Mean()",
    ):
        assert diagnosis.match(evidence(calls=CALLS, program=program(first))) is None


def test_is_silent_on_what_is_read_after_all_epochs_and_where_nothing_is_learned() -> None:
    after = program(read="epoch") + "print(accuracy.result())\n"

    assert diagnosis.match(evidence(calls=CALLS, program=after)) is None
    assert diagnosis.match(evidence(program=program())) is None


RUNNING = """\
mean_loss = tf.keras.metrics.Mean()
for epoch in range(3):
    {first}
    for step, (x, y) in enumerate(data):
        mean_loss(train(x, y))
        if step % 10 == 0:
            print(epoch, float(mean_loss.result()))
"""


def test_fires_on_a_metric_that_is_called_and_read_while_batches_go_by() -> None:
    finding = diagnosis.match(evidence(calls=CALLS, program=RUNNING.format(first="pass")))

    assert finding is not None
    assert finding.line == 7
    assert "mean_loss is read in line 7, in every pass of the loop in line 2" in finding.evidence


def test_is_mild_where_all_that_is_read_is_a_mean_while_batches_go_by() -> None:
    mean = RUNNING.format(first="pass")
    accuracy = mean.replace("metrics.Mean", "metrics.SparseCategoricalAccuracy")
    of_the_epoch = mean + "    print(float(mean_loss.result()))\n"

    told = [
        diagnosis.match(evidence(calls=CALLS, program=p)) for p in (mean, accuracy, of_the_epoch)
    ]

    assert [finding is not None and finding.mild for finding in told] == [True, False, False]


def test_is_silent_on_running_values_of_one_epoch() -> None:
    begun = RUNNING.format(first="mean_loss.reset_state()")

    assert diagnosis.match(evidence(calls=CALLS, program=begun)) is None
