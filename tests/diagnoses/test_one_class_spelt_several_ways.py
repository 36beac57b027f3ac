"""Spellings that count as classes of their own."""

import pytest
from piped import seen

from etude.diagnoses.catalogue import one_class_spelt_several_ways as diagnosis
from etude.domain.observations import Call

PROGRAM = """\
def clean(rows):
    kinds = [cell.strip() for cell in rows["kind"]]
    return {"kind": kinds}

print(clean({"kind": ["Oak", "oak"]}))
"""


def adapted(*groups):
    return Call(name="StringLookup.adapt", line=7, arguments={"rows": 9, "alike": list(groups)})


def test_fires_at_the_adapt_and_quotes_the_largest_group():
    finding = diagnosis.match(seen(calls=[adapted(["a b", "A b"], ["Oak", "oak", "oak "])]))

    assert finding is not None
    assert finding.line == 7
    assert "'Oak' and 'oak' and 'oak '" in finding.evidence


def test_fires_on_what_a_check_found_in_a_column_where_the_function_gives_it():
    finding = diagnosis.match(
        seen(program=PROGRAM, refused={"categories": ["kind", ["Oak", "oak", "lime"]]})
    )

    assert finding is not None
    assert finding.line == 3
    assert "kind holds 'Oak' and 'oak'" in finding.evidence


@pytest.mark.parametrize(
    "evidence",
    [
        seen(calls=[adapted()]),
        seen(calls=[Call(name="StringLookup.adapt", line=7, arguments={"rows": 9})]),
        seen(program=PROGRAM, refused={"categories": ["kind", ["oak", "lime"]]}),
        seen(program=PROGRAM),
    ],
    ids=["no two alike", "nothing known", "one spelling each", "no look-up"],
)
def test_is_silent_on(evidence):
    assert diagnosis.match(evidence) is None
