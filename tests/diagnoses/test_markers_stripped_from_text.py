"""Markers that lose their brackets."""

import pytest
from described import evidence
from trained import adapted

from etude.diagnoses.catalogue import markers_stripped_from_text as diagnosis

PROGRAM = """\
source = layers.TextVectorization(max_tokens=99)
target = layers.TextVectorization({arguments})
lines = ["{marker} " + line for line in pairs]
source.adapt(pairs)
target.adapt(lines)
{look_up}
"""


def _program(
    look_up: str = 'vocabulary.index("[START]")', marker: str = "[START]", arguments: str = ""
) -> str:
    return PROGRAM.format(look_up=look_up, marker=marker, arguments=arguments)


@pytest.mark.parametrize(
    "program",
    [
        _program(),
        _program('number = index["<start>"]', "<start>"),
        _program('done = word == "[START]"'),
        _program(arguments="max_tokens=50"),
    ],
)
def test_fires_at_the_layer_that_reads_the_markers(program: str) -> None:
    finding = diagnosis.match(evidence(program=program, calls=[adapted("TextVectorization")]))

    assert finding is not None
    assert finding.line == 2
    assert "line 6 looks for" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        _program(arguments="standardize=None").replace("(max_tokens=99)", "(standardize=None)"),
        _program('vocabulary.index("start")', "start"),
        _program('vocabulary.index("[UNK]")', "[UNK]"),
        _program("print(vocabulary)"),
        _program('table["(age)"]'),
    ],
)
def test_is_silent_on_markers_that_stay_or_are_not_looked_for(program: str) -> None:
    assert diagnosis.match(evidence(program=program, calls=[adapted("TextVectorization")])) is None


IN_PAIRS = """\
source = layers.TextVectorization(max_tokens=99)
target = layers.TextVectorization(max_tokens=99{standardize})
for line in lines:
    asked, answer = line.split("\\t")
    pairs.append((asked, "[start] " + answer + " [end]"))
source.adapt([pair[0] for pair in pairs])
target.adapt([pair[1] for pair in pairs])
done = word == "[end]"
"""


def test_is_silent_where_another_layer_may_read_the_markers_and_keeps_them() -> None:
    program = IN_PAIRS.format(standardize=", standardize=keep_brackets")

    assert diagnosis.match(evidence(program=program, calls=[adapted("TextVectorization")])) is None


def test_fires_where_no_layer_keeps_brackets_whichever_reads_the_markers() -> None:
    program = IN_PAIRS.format(standardize="")

    assert diagnosis.match(evidence(program=program, calls=[adapted("TextVectorization")]))


def test_is_silent_without_a_look_at_texts() -> None:
    assert diagnosis.match(evidence(program=_program())) is None
