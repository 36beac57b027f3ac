"""A target network that stays as it began."""

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import target_network_never_updated as diagnosis
from etude.diagnoses.evidence import Evidence

AGENT = """\
class Agent:
    def __init__(self):
        self.model = self.build()
        self.target_model = self.build()
        self.gamma = 0.9
    def replay(self, s, q, s2):
        q[:, 0] = 1 + self.gamma * self.target_model.predict(s2).max(axis=1)
        self.model.fit(s, q)
    {more}
"""
RUN = fit(model(dense(2), loss="mse"), labels=numbers(0.0, 1.0))


def learned(more: str = "pass") -> Evidence:
    return evidence(fits=[RUN], program=AGENT.format(more=more))


def test_points_at_where_the_network_is_made() -> None:
    finding = diagnosis.match(learned())

    assert finding is not None
    assert finding.line == 4
    assert finding.about == "self.target_model"


@pytest.mark.parametrize(
    "more",
    [
        "def sync(self): self.target_model.set_weights(self.model.get_weights())",
        "def sync(self): copy(self.model, self.target_model)",
        "def sync(self): self.target_model = clone(self.model)",
        "def sync(self):\n        for a, b in zip(self.target_model.weights, w): a.assign(b)",
    ],
    ids=["copied", "by a function", "made anew", "variable by variable"],
)
def test_is_silent_on_a_network_that_is(more: str) -> None:
    assert diagnosis.match(learned(more)) is None


def test_is_silent_where_nothing_is_discounted() -> None:
    program = AGENT.format(more="pass").replace("gamma", "scale")

    assert diagnosis.match(evidence(fits=[RUN], program=program)) is None


def test_sees_a_network_that_is_trained_batch_by_batch() -> None:
    program = AGENT.format(more="pass").replace("model.fit(", "model.train_on_batch(")

    assert diagnosis.match(evidence(program=program)) is not None
