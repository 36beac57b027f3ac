"""Objects made without what they need."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import argument_left_out as diagnosis

MISSING = "{}.__init__() missing 1 required positional argument: '{}'"
POOL = "import keras\n\nmodel.add(AveragePooling2D())\n"


def test_fires_at_the_call_with_what_is_usual() -> None:
    message = MISSING.format("AveragePooling2D", "pool_size")

    finding = diagnosis.match(failed(POOL, message, "TypeError"))

    assert finding is not None
    assert finding.line == 3
    assert finding.change == "AveragePooling2D(pool_size=2)"


def test_names_every_argument_that_is_left_out() -> None:
    message = (
        "Conv2D.__init__() missing 2 required positional arguments: 'filters' and 'kernel_size'"
    )

    finding = diagnosis.match(failed("\n\nx = layers.Conv2D()(x)\n", message, "TypeError"))

    assert finding is not None
    assert "no filters and no kernel_size" in finding.evidence


BUILD = "Layer.build() missing 1 required positional argument: 'input_shape'"
OWN = """\
class Scale(Layer):
    def build(self, input_shape):
        super().build({given})
"""


def test_points_at_the_method_of_the_parent_that_is_given_nothing() -> None:
    finding = diagnosis.match(failed(OWN.format(given=""), BUILD, "TypeError"))

    assert finding is not None
    assert finding.line == 3
    assert finding.change.endswith("super().build(input_shape)")


def test_is_silent_on_a_method_that_another_line_calls() -> None:
    program = OWN.format(given="input_shape").replace("super().", "self.inner.")

    assert diagnosis.match(failed(program, BUILD, "TypeError")) is None


@pytest.mark.parametrize(
    ("program", "message", "kind"),
    [
        ("class Block:\n    pass\nBlock()\n", MISSING.format("Block", "units"), "TypeError"),
        (POOL, MISSING.format("AveragePooling2D", "pool_size"), "ValueError"),
        (POOL, "fit() missing 1 required positional argument: 'x'", "TypeError"),
    ],
    ids=["a class of one's own", "another exception", "no object made"],
)
def test_is_silent_on(program: str, message: str, kind: str) -> None:
    assert diagnosis.match(failed(program, message, kind)) is None
