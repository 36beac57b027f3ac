"""A layer that get_layer does not find."""

from dataclasses import replace

from described import layer, model
from stopped import failed

from etude.diagnoses.catalogue import layer_inside_other_model as diagnosis

MISSING = "No such layer: conv_3. Existing layers are: ['backbone', 'flatten', 'dense']."
ASKED = "\n\nmodel.get_layer('conv_3')\n"


def test_names_the_network_that_holds_the_layer() -> None:
    inner = replace(
        layer("Functional"), name="backbone", layers=[replace(layer("Conv2D"), name="conv_3")]
    )
    seen = replace(failed(ASKED, MISSING), models=[replace(model(inner), layers=[inner])])

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 3
    assert "inside backbone" in finding.evidence
    assert finding.change.startswith('get_layer("backbone").get_layer("conv_3")')


def test_names_the_network_that_was_seen_by_itself() -> None:
    alone = replace(
        model(layer("Conv2D")), name="backbone", layers=[replace(layer("Conv2D"), name="conv_3")]
    )

    finding = diagnosis.match(replace(failed(ASKED, MISSING), models=[alone]))

    assert finding is not None
    assert "inside backbone" in finding.evidence


def test_offers_the_name_that_is_nearest() -> None:
    finding = diagnosis.match(failed(ASKED, MISSING.replace("'dense'", "'conv_31'")))

    assert finding is not None
    assert 'did you mean get_layer("conv_31")' in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed(ASKED, "No such file: conv_3")) is None
