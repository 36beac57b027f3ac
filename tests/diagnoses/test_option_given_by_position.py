"""Options without their names."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import option_given_by_position as diagnosis

SAID = (
    "Only input tensors may be passed as positional arguments. The following argument value "
    "should be passed as a keyword argument: {} (of type {})"
)


@pytest.mark.parametrize(
    ("program", "given", "kind", "change"),
    [
        ("model(x, True)", "True", "<class 'bool'>", "model(x, training=True)"),
        ("self.drop(x, False)", "False", "<class 'bool'>", "self.drop(x, training=False)"),
        ("mine(x, 3)", "3", "<class 'int'>", "mine(x, name=3)"),
    ],
)
def test_the_option_is_named(program: str, given: str, kind: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\ny = {program}\n", SAID.format(given, kind)))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


@pytest.mark.parametrize(
    ("program", "given", "change"),
    [
        ("model([[1.0, 2.0]])", "1.0", "np.array([[1.0, 2.0]])"),
        ("scale([x, 2.0])", "2.0", "keep 2.0 out of the list"),
    ],
)
def test_numbers_in_a_list_are_told(program: str, given: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\ny = {program}\n", SAID.format(given, "<class 'float'>")))

    assert finding is not None
    assert change in finding.change


def test_a_layer_is_no_option() -> None:
    said = SAID.format("<Dense name=dense, built=False>", "<class 'Dense'>")

    assert diagnosis.match(failed("\n\ny = Dense(3)(hidden)\n", said)) is None


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("\n\nmodel(x, True)\n", "takes 2 arguments")) is None
