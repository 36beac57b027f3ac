"""A history that nobody gets."""

from described import evidence
from trained import trained

from etude.diagnoses.catalogue import history_not_returned as diagnosis
from etude.domain.error import Error

WITHOUT = "\n" * 7 + "def train(model, x):\n    model.fit(x)\n"
WITH = "\n" * 7 + "def train(model, x):\n    return model.fit(x)\n"
FIT = trained(loss=[1.0])
ASKED = {"history": {"returned": {"type": "NoneType", "function": "train"}}}


def test_fires_at_fit_when_a_check_got_none() -> None:
    finding = diagnosis.match(evidence(fits=[FIT], program=WITHOUT, facts=ASKED))

    assert finding is not None
    assert finding.line == 9
    assert finding.about == "train"


def test_fires_when_the_program_looked_for_the_history_of_none() -> None:
    message = "'NoneType' object has no attribute 'history'"
    error = Error(type="AttributeError", message=message)
    seen = evidence(fits=[FIT], program=WITHOUT)

    assert diagnosis.match(seen) is None
    assert diagnosis.match(type(seen)(source=seen.source, fits=[FIT], errors=[error])) is not None


def test_is_silent_on_a_function_that_returns_something() -> None:
    assert diagnosis.match(evidence(fits=[FIT], program=WITH, facts=ASKED)) is None


def test_is_silent_when_something_else_was_returned_or_fit_is_in_no_function() -> None:
    model = {"history": {"returned": {"type": "Sequential", "function": "train"}}}

    assert diagnosis.match(evidence(fits=[FIT], program=WITHOUT, facts=model)) is None
    assert diagnosis.match(evidence(fits=[FIT], program="model.fit(x)", facts=ASKED)) is None
