"""Generators that found nothing."""

from typing import Any

import pytest
from piped import seen

from etude.diagnoses.catalogue import no_pictures_found as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call


def found(name: str, samples: int = 0, *, asked: str = "", lies_there: str = "") -> Evidence:
    arguments: dict[str, Any] = {
        "directory": "pets/new",
        "class_names": [],
        "samples": samples,
        "asked": asked,
        "lies_there": lies_there,
    }
    return seen(calls=[Call(name=name, line=4, arguments=arguments)])


@pytest.mark.parametrize(
    ("evidence", "change"),
    [
        (
            found("flow_from_directory", lies_there="a.png"),
            'flow_from_directory("pets", classes=["new"]',
        ),
        (found("flow_from_directory"), "one folder for each class"),
        (
            found("flow_from_dataframe", asked="17", lies_there="17.jpg"),
            'table[x_col] + ".jpg"',
        ),
        (found("flow_from_dataframe", asked="17.jpg", lies_there="18.jpg"), "directory="),
    ],
    ids=["loose pictures", "nothing there", "names without ending", "another folder"],
)
def test_says_where_pictures_were_looked_for(evidence: Evidence, change: str) -> None:
    finding = diagnosis.match(evidence)

    assert finding is not None
    assert finding.line == 4
    assert "found 0 pictures" in finding.evidence
    assert change in finding.change


def test_is_silent_when_pictures_were_found() -> None:
    assert diagnosis.match(found("flow_from_directory", samples=3)) is None
