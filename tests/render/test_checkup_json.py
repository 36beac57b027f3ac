"""A visit to the doctor as a program reads it."""

import json
import math
from typing import Any

import jsonschema
import pytest
from checkups import SOURCE, checkup, fit, healthy_checkup, raised_checkup, rich_checkup

from etude.domain.checkup import Checkup
from etude.domain.listing import Listing, Part
from etude.render.checkup_json import checkup_record, checkup_schema
from etude.render.report_json import json_text


def read_back(shown: Checkup) -> Any:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    return json.loads(json_text(checkup_record(shown)), parse_constant=refuse)


@pytest.mark.parametrize("made", [rich_checkup, healthy_checkup, raised_checkup, checkup])
def test_every_record_is_as_the_schema_describes_it(made: Any) -> None:
    jsonschema.Draft202012Validator(checkup_schema()).validate(read_back(made()))


def test_the_schema_is_a_schema_and_describes_every_field() -> None:
    schema = checkup_schema()

    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["$defs"]["Checkup"]["properties"]) == set(checkup_record(checkup()))


def test_the_record_says_what_was_found_and_whether_all_is_well() -> None:
    ill, well = read_back(rich_checkup()), read_back(healthy_checkup())

    assert (ill["healthy"], well["healthy"]) == (False, True)
    assert ill["findings"][0]["line"] == 19
    assert ill["profile"]["stages"][1]["op"] == "map"


def test_the_texts_of_files_are_left_out() -> None:
    record = checkup_record(rich_checkup())

    assert "texts" not in record
    assert SOURCE not in json_text(record)


def test_numbers_that_json_cannot_write_become_words_that_the_schema_allows() -> None:
    logs = [{"loss": math.nan, "val_loss": math.inf, "mae": -math.inf, "mse": 1.5}]

    record = read_back(checkup(fits=[fit(epochs=logs, seconds=math.nan)]))

    assert record["fits"][0]["epochs"] == [
        {"loss": "nan", "val_loss": "inf", "mae": "-inf", "mse": 1.5}
    ]
    jsonschema.Draft202012Validator(checkup_schema()).validate(record)
    record["fits"][0]["epochs"] = [{"loss": "many"}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(checkup_schema()).validate(record)


def test_lines_of_several_files_are_told_with_their_file() -> None:
    parts = [
        Part(name="train.py", first=1, text="\n" * 9),
        Part(name="nets.py", first=11, text="\n" * 99),
    ]

    record = checkup_record(checkup(fits=[fit(line=14)], listing=Listing(parts)))

    assert (record["fits"][0]["file"], record["fits"][0]["line"]) == ("nets.py", 4)
    jsonschema.validate(record, checkup_schema())
