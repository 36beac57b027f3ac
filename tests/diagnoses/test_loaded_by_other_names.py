"""Weights looked for by names that the file has, and by names that it has not."""

from collections.abc import Sequence

from described import evidence

from etude.diagnoses.catalogue import loaded_by_other_names
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call


def loaded(stored: Sequence[str], own: Sequence[str], *, error: str = "") -> Evidence:
    names = {"names_in_file": stored, "names_of_layers": own}
    call = Call(name="Model.load_weights", line=9, arguments=names, error=error)
    return evidence(calls=[call])


def test_numbers_that_keras_gave_find_nothing() -> None:
    finding = loaded_by_other_names.match(loaded(["dense", "dense_1"], ["dense_2", "dense_3"]))

    assert finding is not None
    assert finding.line == 9
    assert "leave by_name out" in finding.change


def test_a_network_with_another_head_is_told_to_name_what_both_share() -> None:
    finding = loaded_by_other_names.match(loaded(["dense", "dense_1"], ["dense_2"]))

    assert finding is not None
    assert "name=" in finding.change


def test_one_shared_name_is_a_part_that_was_meant() -> None:
    assert loaded_by_other_names.match(loaded(["base", "head"], ["base", "dense_7"])) is None


def test_a_file_read_in_the_order_of_layers_has_no_names_noted() -> None:
    assert loaded_by_other_names.match(loaded([], [])) is None
