"""Whatever stands in a credential of others, it is told or refused; nothing of ours fails."""

import copy
import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from issued import LATER, known, payload_of, signed_anew, status_list, token
from results import FINISHED
from rich.console import Console

from etude.domain.credential import Standing
from etude.exams.carriers import NoCredential
from etude.exams.signing import SigningKey
from etude.exams.verification import verify
from etude.render.credential import verification_record, verification_view
from etude.render.report_json import json_text

QUICK: list[Any] = [None, {"id": 5}]
STRANGE: list[Any] = [
    True, -1, 1.5, "", "x", "\u202e\x1b[31m", "9" * 5000, [], ["x"], [[]], {},
    "2026-01-01", "9999-12-31T23:59:59Z", "did:key:z6Mk", "1" * 200,
]  # fmt: skip
MISSING = object()
VALUES = [*QUICK, *(pytest.param(one, marks=pytest.mark.slow) for one in (*STRANGE, MISSING))]
Path = tuple[str | int, ...]


def paths(value: Any, at: Path = ()) -> Iterator[Path]:
    """To every part of a document, and the parts' parts."""
    if at:
        yield at
    for name, part in parts(value):
        yield from paths(part, (*at, name))


def parts(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def changed(document: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """A copy with another value at this place, or with none."""
    made = copy.deepcopy(document)
    holder: Any = made
    for name in path[:-1]:
        holder = holder[name]
    if value is MISSING:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return made


def told(compact: str, key: SigningKey, *lists: str) -> Standing | None:
    """What is said of it, shown in every form; None where it is refused."""
    try:
        found = verify(compact, known=known(key, *lists), now=LATER)
    except NoCredential:
        return None
    Console(file=io.StringIO(), width=80).print(verification_view(found))
    json_text(verification_record(found))
    return found.standing


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:12])
def test_any_value_in_any_place_of_a_signed_credential_is_told(key: SigningKey, value: Any) -> None:
    document = payload_of(token(key))
    listed = status_list(key, 7)

    for path in paths(document):
        try:
            compact = signed_anew(changed(document, path, value), key)
        except TypeError:  # PyJWT does not sign such registered claims
            continue
        told(compact, key, listed)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:12])
def test_any_value_in_any_place_of_a_signed_list_is_told(key: SigningKey, value: Any) -> None:
    document, compact = payload_of(status_list(key, 421)), token(key)

    for path in paths(document):
        try:
            listed = signed_anew(changed(document, path, value), key)
        except TypeError:
            continue
        standing = told(compact, key, listed)
        assert standing in (Standing.GOOD, Standing.REVOKED)


def test_a_list_without_a_zone_says_nothing(key: SigningKey) -> None:
    document = payload_of(status_list(key, 421))
    document["validFrom"] = "2026-01-01T00:00:00"

    listed = signed_anew(document, key)

    assert told(token(key), key, listed, status_list(key)) is Standing.GOOD


def test_years_at_the_end_of_the_calendar_are_told(key: SigningKey) -> None:
    far = FINISHED.replace(year=9990) - timedelta(days=1)

    assert told(token(key, finished_at=far), key) is Standing.NOT_YET
