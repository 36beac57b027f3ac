"""Inputs that no output depends on."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model, one_hot

from etude.diagnoses.catalogue import input_leads_nowhere
from etude.domain.observations import Fit, Layer, Model, TensorSpec

PROGRAM = """\
source = Input((None, 5))
_, h, c = LSTM(4, return_state=True)(source)
target = Input((None, 5))
decoder = LSTM(4, return_sequences=True)
steps = decoder(target{state})
model = Model([source, target], Dense(5)(steps))
model.fit([a, b], y)
"""


def run(*layers: Layer, kind: str = "functional") -> Fit:
    described: Model = model(dense(5, "softmax"), loss="categorical_crossentropy", line=6)
    return fit(replace(described, layers=layers, kind=kind), labels=one_hot(5))


def begin(name: str, line: int) -> Layer:
    return replace(layer("InputLayer", line=line), name=name)


def on(kind: str, *names: str, line: int = 0) -> Layer:
    return replace(layer(kind, line=line), calls=[list(names)])


def test_points_at_the_call_of_the_decoder() -> None:
    seen = run(begin("a", 1), begin("b", 3), on("LSTM", "b", line=4), on("Dense", "lstm"))

    finding = input_leads_nowhere.match(evidence(fits=[seen], program=PROGRAM.format(state="")))

    assert finding is not None
    assert finding.line == 5
    assert "the input a of line 1" in finding.evidence
    assert "initial_state" in finding.change


def test_points_at_the_model_where_no_state_is_left_over() -> None:
    seen = run(begin("a", 1), begin("b", 3), on("Dense", "b"))

    finding = input_leads_nowhere.match(evidence(fits=[seen], program="model = Model([a, b], y)\n"))

    assert finding is not None
    assert finding.line == 6


def columns(*, given: str = "0/{}", read_by: int = 0, names: str = "abc") -> Fit:
    """A table's columns, each an input; nothing of the model is called on the first one."""
    first, *others = [begin(name, line) for line, name in enumerate(names, start=1)]
    untouched = replace(first, config={"read_by": read_by})
    seen = run(untouched, *others, on("Concatenate", *names[1:]), on("Dense", "concatenate"))
    paths = [
        TensorSpec(path=given.format(name), dtype="float32", shape=[None, 1]) for name in names
    ]
    labels = TensorSpec(path="1", dtype="int32", shape=[None])
    return replace(seen, train=replace(seen.train, kind="dataset", spec=[*paths, labels]))


def test_a_column_that_nothing_is_made_of_was_left_out_by_choice() -> None:
    finding = input_leads_nowhere.match(evidence(fits=[columns()], program=PROGRAM))

    assert finding is not None
    assert finding.mild
    assert finding.evidence.endswith("nothing was made from it")


@pytest.mark.parametrize(
    "seen",
    [columns(read_by=1), columns(given="0/of_{}"), columns(names="ab")],
    ids=["a layer was made for it", "not given by name", "one of two"],
)
def test_is_no_choice_where(seen: Fit) -> None:
    finding = input_leads_nowhere.match(evidence(fits=[seen], program=PROGRAM))

    assert finding is not None
    assert not finding.mild


@pytest.mark.parametrize(
    "seen",
    [
        run(begin("a", 1), begin("b", 3), on("Concatenate", "a", "b"), on("Dense", "concatenate")),
        run(begin("a", 1), begin("b", 3), on("LSTM", "a"), on("LSTM", "b:0", "lstm", "lstm:1")),
        run(begin("a", 1)),
        run(begin("a", 1), begin("b", 3), kind="subclassed"),
    ],
    ids=["both are joined", "a state is handed on", "one input", "a class of one's own"],
)
def test_is_silent_on(seen: Fit) -> None:
    assert input_leads_nowhere.match(evidence(fits=[seen], program=PROGRAM)) is None
