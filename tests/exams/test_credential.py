"""What a credential says of a sitting."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from issued import IDENTITY, SLOT
from results import result

from etude.domain.credential import Issuer
from etude.domain.result import CategoryMark
from etude.exams.credential import credential_of, expiry, points

SELF = Issuer(did="did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")
SCHOOL = Issuer(did=SELF.did, name="Technical School", url="https://school.example")


def attested(issuer: Issuer = SELF, **changes: object) -> dict[str, str]:
    """Name -> value of every result."""
    made = credential_of(result(**changes), issuer=issuer, identity=IDENTITY)
    names = {one.id: one.name for one in made.achievement.result_descriptions}
    return {names[one.result_description or ""]: one.value or "" for one in made.results}


def test_it_attests_total_marks_of_each_category_blueprint_versions_and_isolation() -> None:
    said = attested()

    assert said == {
        "Total": "94.5",
        "A first regression": "10",
        "Images": "38.5",
        "Text": "46",
        "Blueprint": "developer, version 2",
        "étude version": "0.3.0",
        "TensorFlow version": "2.21.0",
        "Keras version": "3.15.1",
        "Version of the questions": "5c0ffee",
        "Isolation": "level 2 of 3 (limits; files and system calls confined)",
        "Self-issued": "yes, on the candidate's own machine",
    }


def test_two_categories_of_one_topic_are_attested_apart() -> None:
    short = CategoryMark(topic="text", title="Short texts", points=20, of=40)
    long = replace(short, title="Long texts", points=30)

    said = attested(categories=(short, long))

    assert (said["Short texts"], said["Long texts"]) == ("20", "30")


def test_a_self_issued_one_says_so_in_every_place_that_people_read() -> None:
    made = credential_of(result(), issuer=SELF, identity=IDENTITY)

    assert "(self-issued)" in (made.name or "")
    assert "self-issued" in made.issuer.name
    assert "Self-issued" in made.achievement.description


def test_one_of_a_named_issuer_does_not() -> None:
    made = credential_of(result(), issuer=SCHOOL, identity=IDENTITY)

    assert "Self-issued" not in attested(SCHOOL)
    assert "elf-issued" not in json.dumps(made.to_vc())
    assert made.issuer.name == "Technical School"


def test_a_sitting_that_was_not_passed_yields_none() -> None:
    with pytest.raises(ValueError, match=r"89.99 of 90 points: not passed"):
        credential_of(result(total=89.99), issuer=SELF, identity=IDENTITY)


def test_rounding_of_sums_does_not_fail_a_sitting() -> None:
    assert result(total=90 - 1e-9).passed


def test_a_candidate_without_a_name_is_a_number_of_this_credential_alone() -> None:
    made = credential_of(result(candidate=""), issuer=SELF, identity=IDENTITY)

    assert made.identifiers == []
    assert (made.recipient_id or "").startswith("urn:uuid:")
    assert made.recipient_id != made.id


def test_the_place_of_its_revocation_is_in_it() -> None:
    made = credential_of(result(), issuer=SELF, identity=IDENTITY, status=SLOT)

    (entry,) = made.credential_status
    assert (entry["type"], entry["statusListIndex"]) == ("BitstringStatusListEntry", "421")
    assert entry["statusListCredential"] == SLOT.list


def test_the_same_exam_of_the_same_issuer_is_the_same_achievement() -> None:
    one = credential_of(result(), issuer=SELF, identity=IDENTITY)
    other = credential_of(result(total=100, candidate="B"), issuer=SELF, identity=IDENTITY)
    newer = credential_of(result(version=3), issuer=SELF, identity=IDENTITY)

    assert one.achievement.id == other.achievement.id != newer.achievement.id


def test_it_is_valid_for_three_years_also_from_a_leap_day() -> None:
    assert expiry(datetime(2028, 2, 29, tzinfo=UTC)) == datetime(2031, 2, 28, tzinfo=UTC)
    assert expiry(datetime(2026, 3, 14, tzinfo=UTC)) == datetime(2029, 3, 14, tzinfo=UTC)


@pytest.mark.parametrize(("value", "told"), [(92, "92"), (92.5, "92.5"), (100 / 3, "33.33")])
def test_points_are_told_with_two_digits_at_most(value: float, told: str) -> None:
    assert points(value) == told
