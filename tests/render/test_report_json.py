"""A report as a program reads it."""

import json
import math
from dataclasses import replace

import msgspec
import pytest
from test_report_view import FAILED, FINDING, PASSED, report

from etude.domain.report import Report
from etude.render.report_json import json_text, report_record, report_schema


def test_the_record_holds_the_report_and_what_follows_from_it() -> None:
    record = report_record(report(verdicts=[PASSED, FAILED], findings=[FINDING]), stored=True)

    assert (record["passed"], record["points"], record["of"]) == (False, 1, 4)
    assert record["verdicts"][1]["received"] == "values between 0 and 255"
    assert record["findings"][0]["line"] == 6
    assert (record["stored"], record["storage_problem"]) == (True, "")


def test_the_record_is_plain_ascii_json_whatever_the_learner_printed() -> None:
    shown = report(verdicts=[PASSED], output="é\x00\x1b \ud800")

    text = json_text(report_record(shown, stored=False, storage_problem="full"))

    assert text.isascii()
    assert json.loads(text)["output"] == shown.output


def test_numbers_that_json_cannot_write_are_named() -> None:
    measured = replace(FAILED, measured={"accuracy": math.nan})

    text = json_text(report_record(report(verdicts=[measured]), stored=True))

    record = json.loads(text, parse_constant=pytest.fail)
    assert record["verdicts"][0]["measured"] == {"accuracy": "nan"}


def test_the_record_can_be_read_back_as_a_report() -> None:
    shown = report(verdicts=[PASSED, FAILED], findings=[FINDING])

    again = msgspec.convert(json.loads(json_text(report_record(shown, stored=True))), Report)

    assert msgspec.json.encode(again) == msgspec.json.encode(shown)


def test_the_schema_describes_every_field_of_the_record() -> None:
    described = report_schema()["$defs"]["Report"]["properties"]

    assert set(described) == set(report_record(report(), stored=True))
