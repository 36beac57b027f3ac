"""Metrics of a train_step that are read and never told anything."""

from dataclasses import replace

from described import evidence
from trained import trained

from etude.diagnoses.catalogue import metrics_not_updated as diagnosis
from etude.domain.observations import Call

PROGRAM = """\
class Own(keras.Model):
    def train_step(self, data):
        {update}
        return {{metric.name: metric.result() for metric in self.metrics}}
"""
ZERO = replace(trained(), epochs=[{"loss": 0.0, "val_loss": 1.0}, {"loss": 0.0, "val_loss": 0.5}])
FALLS = replace(trained(), epochs=[{"loss": 1.0}, {"loss": 0.5}])


def test_fires_where_they_are_read() -> None:
    finding = diagnosis.match(evidence(fits=[ZERO], program=PROGRAM.format(update="pass")))

    assert finding is not None
    assert finding.line == 4
    assert "loss is 0 in every epoch" in finding.evidence


def test_is_silent_when_they_are_told() -> None:
    for update in ("self.seen.update_state(loss)", "self.compute_metrics(x, y, z)"):
        program = PROGRAM.format(update=update)
        assert diagnosis.match(evidence(fits=[ZERO], program=program)) is None


def test_is_silent_when_the_log_is_not_zero() -> None:
    assert diagnosis.match(evidence(fits=[FALLS], program=PROGRAM.format(update="pass"))) is None


def test_fires_on_the_error_of_compiled_metrics() -> None:
    message = "Cannot get result() since the metric has not yet been built."
    program = PROGRAM.format(update="pass")

    assert diagnosis.match(evidence(error=message, program=program)) is not None
    assert diagnosis.match(evidence(error="another", program=program)) is None


def test_fires_where_a_loss_is_given_back_under_the_name_of_a_metric() -> None:
    program = (
        "class Own(keras.Model):\n    def train_step(self, data):\n        return {'loss': loss}\n"
    )

    finding = diagnosis.match(evidence(fits=[ZERO], program=program))

    assert finding is not None
    assert finding.line == 3
    assert "keras.metrics.Mean" in finding.change
    assert diagnosis.match(evidence(fits=[FALLS], program=program)) is None


LISTED = """\
class Own(keras.Model):
    def train_step(self, data):
        seen.update_state(loss)
        return {"loss": seen.result()}

    @property
    def metrics(self):
        return [seen]
"""
TESTED = LISTED + "\n    def test_step(self, data):\n        pass\n"
VALIDATED = replace(trained(), line=20, epochs=[{"loss": 0.4, "val_loss": 0.0}] * 2)


def evaluated(loss: float) -> Call:
    return Call(name="Model.evaluate", line=30, arguments={"measured": {"loss": loss}})


def test_fires_at_an_evaluation_that_no_step_of_the_class_measures() -> None:
    finding = diagnosis.match(evidence(fits=[FALLS], calls=[evaluated(0.0)], program=LISTED))

    assert finding is not None
    assert finding.line == 30
    assert "gives loss 0, and fit ended at 0.5" in finding.evidence
    assert "write test_step" in finding.change


def test_fires_at_a_validation_loss_of_zero() -> None:
    finding = diagnosis.match(evidence(fits=[VALIDATED], program=LISTED))

    assert finding is not None
    assert finding.line == 20
    assert "val_loss 0 in every epoch" in finding.evidence


def test_is_silent_where_measuring_has_a_step_or_gives_a_number() -> None:
    zero, number = evaluated(0.0), evaluated(0.3)

    assert diagnosis.match(evidence(fits=[FALLS], calls=[number], program=LISTED)) is None
    assert diagnosis.match(evidence(fits=[VALIDATED], calls=[zero], program=TESTED)) is None
