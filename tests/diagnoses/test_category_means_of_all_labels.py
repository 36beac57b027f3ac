"""Target encoding of pandas, in a split that comes later."""

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.catalogue import category_means_of_all_labels

ALL_ROWS = """\
table["level"] = table.groupby("seller")["price"].transform("mean")
columns = table[["level", "size"]].to_numpy()
x_train, x_test, y_train, y_test = train_test_split(columns, table["price"].to_numpy())
model.fit(x_train, y_train)
"""
TRAINING_ROWS = """\
train, test = train_test_split(table)
train["level"] = train.groupby("seller")["price"].transform("mean")

model.fit(train[["level", "size"]].to_numpy(), train["price"].to_numpy())
"""
OTHER_COLUMN = ALL_ROWS.replace('["price"].transform', '["size"].transform')
NOT_USED = ALL_ROWS.replace('[["level", "size"]]', '[["size", "age"]]')


def test_fires_where_the_means_are_taken() -> None:
    finding = category_means_of_all_labels.match(evidence(fits=[trained(line=4)], program=ALL_ROWS))

    assert finding is not None
    assert finding.line == 1


@pytest.mark.parametrize("program", [TRAINING_ROWS, OTHER_COLUMN, NOT_USED])
def test_is_silent_on_means_of(program: str) -> None:
    found = evidence(fits=[trained(line=4)], program=program)

    assert category_means_of_all_labels.match(found) is None
