"""Files that are read one by one, and come in batches."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import file_decoded_in_batches as diagnosis

TRACED = "Shape must be rank 0 but is rank 1 for '{{{{node {op}}}}} = {op}[](args_0)' with input"
PROGRAM = """\
files = Dataset.from_tensor_slices(names).batch(8)
pictures = files.map(lambda name: {call}(name))
"""


@pytest.mark.parametrize(
    ("op", "call"),
    [
        *[("DecodeJpeg", "decode_jpeg"), ("DecodeImage", "decode_image")],
        *[("ReadFile", "read_file"), ("DecodeWav", "decode_wav")],
    ],
)
def test_fires_where_one_file_is_read_after_batching(op: str, call: str) -> None:
    program = PROGRAM.format(call=f"tf.io.{call}")

    finding = diagnosis.match(failed(program, TRACED.format(op=op), line=2))

    assert finding is not None
    assert finding.line == 2
    assert f"{call} takes one file" in finding.evidence
    assert "line 1 makes batches before" in finding.evidence
    assert "move the batch of line 1" in finding.change


def test_names_the_function_that_reads_records_together() -> None:
    program = PROGRAM.format(call="tf.io.parse_single_example")

    finding = diagnosis.match(failed(program, "Input serialized must be a scalar", line=2))

    assert finding is not None
    assert "tf.io.parse_example" in finding.change


def test_fires_on_a_list_of_files_decoded_at_once() -> None:
    message = "`contents` must be scalar but got shape[2] [Op:DecodePng] name: "

    finding = diagnosis.match(failed("\n\ntf.io.decode_png(contents)\n", message))

    assert finding is not None
    assert "in one tensor" in finding.evidence
    assert "tf.map_fn" in finding.change


def test_is_silent_on_other_ranks_and_other_operations() -> None:
    for message in (
        "Shape must be rank 4 but is rank 3 for '{{node Conv2D}} = Conv2D[](args_0)'",
        "Shape must be rank 0 but is rank 1 for '{{node Switch}} = Switch[](args_0)'",
    ):
        assert diagnosis.match(failed(PROGRAM, message)) is None
