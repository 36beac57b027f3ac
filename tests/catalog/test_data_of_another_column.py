"""A hidden set can be asked about any of its columns."""

import numpy as np

from etude.catalog.data import hidden_arrays


def test_one_column_becomes_the_labels_and_the_old_labels_go() -> None:
    arrays = hidden_arrays("penguins.body_mass_g")

    assert "inputs_body_mass_g" not in arrays
    assert "classes" not in arrays
    assert arrays["labels"].dtype == np.float32


def test_rows_without_a_number_in_that_column_are_left_out() -> None:
    every, asked = hidden_arrays("penguins"), hidden_arrays("penguins.body_mass_g")

    assert np.isfinite(asked["labels"]).all()
    assert len(asked["labels"]) == np.isfinite(every["inputs_body_mass_g"]).sum()
    assert len(asked["inputs_sex"]) == len(asked["labels"])
