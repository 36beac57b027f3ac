"""A credential is what the JSON schema of Open Badges 3.0 demands."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from issued import payload_of, token
from jsonschema import Draft201909Validator

from etude.exams.signing import SigningKey

SCHEMA = Path(__file__).parents[2] / "build/ob_v3p0_achievementcredential_schema.json"

pytestmark = pytest.mark.skipif(
    not SCHEMA.exists(), reason="the schema is not here: python scripts/fetch_open_badges_schema.py"
)


@cache
def validator() -> Draft201909Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    checker = Draft201909Validator.FORMAT_CHECKER
    return Draft201909Validator(schema, format_checker=checker)


def faults(document: dict[str, Any]) -> list[str]:
    return [f"{list(one.path)}: {one.message}" for one in validator().iter_errors(document)]


@pytest.mark.parametrize("name", ["", "Technical School"])
@pytest.mark.parametrize("candidate", ["", "Zoë Ångström"])
def test_what_is_signed_conforms(key: SigningKey, name: str, candidate: str) -> None:
    assert faults(payload_of(token(key, name=name, candidate=candidate))) == []


def test_without_categories_skills_and_versions_it_conforms_too(key: SigningKey) -> None:
    bare = token(key, categories=(), skills=(), versions={}, isolation=9)

    assert faults(payload_of(bare)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.pop("issuer"),
        lambda said: said["credentialSubject"]["achievement"].pop("criteria"),
        lambda said: said["credentialSubject"]["achievement"]["resultDescription"][0].update(
            resultType="Whatever"
        ),
        lambda said: said["credentialSubject"]["identifier"][0].update(extra=1),
    ],
)
def test_the_schema_sees_what_is_missing_or_wrong(
    key: SigningKey, spoil: Callable[[dict[str, Any]], object]
) -> None:
    said = payload_of(token(key))
    spoil(said)

    assert faults(said)
