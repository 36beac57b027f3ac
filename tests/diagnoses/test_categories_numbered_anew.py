"""Categories with two numberings."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, integers, model, numbers
from described import fit as fitted

from etude.diagnoses.catalogue import categories_numbered_anew
from etude.domain.observations import Call, Data

USE = "model.fit(x_train, y)\nmodel.evaluate(x_test, z)\n"
COMPREHENSION = """\
a = {c: i for i, c in enumerate(sorted(set(train)))}
b = {c: i for i, c in enumerate(sorted(set(test)))}
x_train = np.array([a[c] for c in train])
x_test = np.array([b[c] for c in test])
"""
FUNCTION = """\
def encode(values):
    names, codes = 0, []
    known = {}
    for v in values:
        if v not in known:
            known[v] = len(known)
        codes.append(known[v])
    return np.array(codes)
x_train = encode(train)
x_test = encode(test)
"""
ONCE = """\
a = {c: i for i, c in enumerate(sorted(set(train)))}
x_train = np.array([a[c] for c in train])
x_test = np.array([a[c] for c in test])
"""


def finding_in(preparation: str, *, highest: int = 5) -> Any:
    program = preparation + USE
    last = len(program.splitlines())
    trained = model(dense(1), loss="mse")
    run = fitted(trained, labels=numbers(0.0, 1.0))
    codes = replace(integers(0, 7), path="0")
    run = replace(run, line=last - 1, train=replace(run.train, sample=[codes]))
    judged = Data(role="evaluate", kind="arrays", sample=[replace(integers(0, highest), path="0")])
    asked = Call(name="Model.evaluate", line=last, model=trained, data=judged)
    return categories_numbered_anew.match(evidence(fits=[run], program=program, calls=[asked]))


@pytest.mark.parametrize(
    ("preparation", "line"),
    [
        (COMPREHENSION, 2),
        (FUNCTION, 10),
        ("x_train = pd.factorize(train)[0]\nx_test = pd.factorize(test)[0]\n", 2),
        (
            "def codes(v):\n    d = {c: i for i, c in enumerate(set(v))}\n"
            "    return [d[c] for c in v]\nx_train = codes(train)\nx_test = codes(test)\n",
            5,
        ),
    ],
    ids=["two dictionaries", "a function", "factorize", "a dictionary in a function"],
)
def test_points_at_the_second_numbering(preparation: str, line: int) -> None:
    finding = finding_in(preparation)

    assert finding is not None
    assert finding.line == line


@pytest.mark.parametrize(
    "preparation",
    [
        ONCE,
        FUNCTION.replace(
            "x_train = encode(train)\nx_test = encode(test)",
            "x = encode(values)\nx_train, x_test = x[:9], x[9:]",
        ),
        "def look_up(v, d):\n    return np.array([d[c] for c in v])\n"
        "d = {c: i for i, c in enumerate(sorted(set(train)))}\n"
        "x_train = look_up(train, d)\nx_test = look_up(test, d)\n",
    ],
    ids=["one dictionary", "numbered before the split", "handed on"],
)
def test_is_silent_on(preparation: str) -> None:
    assert finding_in(preparation) is None


def test_is_silent_where_both_parts_have_the_same_categories() -> None:
    assert finding_in(COMPREHENSION, highest=7) is None
