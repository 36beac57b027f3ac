"""A model of rows of counts that gets them with an axis of one."""

from dataclasses import replace

import pytest
from described import evidence

from etude.diagnoses.catalogue import word_counts_with_extra_axis as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame

PROGRAM = """\
words = keras.layers.TextVectorization(output_mode="{mode}")
text = keras.Input({shape}, dtype="string")
whole = keras.Model(text, judge(words(text)))
"""
REFUSED = (
    "Input 0 with name 'rows' of layer 'judge' is incompatible with the layer: "
    "expected shape=(None, 6), found shape={found}"
)


def seen(
    mode: str = "multi_hot", shape: str = "shape=(1,)", found: str = "(None, 1, 6)"
) -> Evidence:
    frames = [ErrorFrame(file="program.py", line=3, function="<module>")]
    stopped = Error(type="ValueError", message=REFUSED.format(found=found), frames=frames)
    program = PROGRAM.format(mode=mode, shape=shape)
    return replace(evidence(program=program), errors=[stopped])


@pytest.mark.parametrize("shape", ["shape=(1,)", "(1,)", "[1]"])
def test_fires_at_the_input_of_text(shape: str) -> None:
    finding = diagnosis.match(seen(shape=shape))

    assert finding is not None
    assert finding.line == 2
    assert "(None, 1, 6)" in finding.evidence
    assert "shape=()" in finding.change


@pytest.mark.parametrize(
    "evidence",
    [seen(mode="int"), seen(shape="()"), seen(found="(None, 7)"), seen(found="(None, 2, 6)")],
    ids=["numbers of words", "a text by itself", "another width", "two texts"],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
