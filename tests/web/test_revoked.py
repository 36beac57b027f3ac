"""Credentials that were taken back: the list of this machine, and the lists of others."""

from base64 import b64encode
from typing import Any

from harmless import NASTY, obeyed
from sat_exam import begin
from starlette.testclient import TestClient
from test_exam_api import pass_it
from test_exam_pages import read
from web_clients import now

from etude.app.credentials import open_issuer
from etude.web.ground import Ground


def handed_out(client: TestClient) -> str:
    """The token of a credential."""
    sitting = begin(client)
    pass_it(client, sitting)
    return str(client.post(f"{sitting}/credential", json={}).json()["token"])


def claims(client: TestClient, token: str) -> Any:
    return verify(client, token)["claims"]


def verify(client: TestClient, token: str, *lists: str) -> Any:
    sent = {"content": b64encode(token.encode()).decode(), "lists": lists}
    answered = client.post("/api/credentials/verify_with_lists", json=sent)
    assert answered.status_code == 200, answered.text
    return answered.json()


def test_before_anything_was_signed_there_is_nothing_to_see(
    candidate: TestClient, exam_ground: Ground
) -> None:
    text = read(candidate, "/credentials/revoked")

    assert "was ever taken back" in text
    assert "/api/credentials/status_list" not in text
    assert candidate.get("/api/credentials/revoked").json() == []
    assert candidate.get("/api/credentials/status_list").status_code == 404
    assert not open_issuer(exam_ground.places).exists


def test_what_was_taken_back_is_listed_with_when_and_why(
    candidate: TestClient, exam_ground: Ground
) -> None:
    credential = claims(candidate, handed_out(candidate))["id"]
    open_issuer(exam_ground.places).revoke(credential, now=now(), why=NASTY)

    (told,) = candidate.get("/api/credentials/revoked").json()
    text = read(candidate, "/credentials/revoked")

    assert (told["credential"], told["why"]) == (credential, NASTY)
    assert credential in text
    assert "alert(1)" in text
    assert obeyed(text) == []


def test_a_list_that_was_handed_over_tells_of_a_revocation(
    candidate: TestClient, exam_ground: Ground
) -> None:
    token = handed_out(candidate)
    issuer = open_issuer(exam_ground.places)
    older = candidate.get("/api/credentials/status_list").text
    assert verify(candidate, token, older)["good"] is True
    issuer.revoke(claims(candidate, token)["id"], now=now())
    newer = candidate.get("/api/credentials/status_list").text

    issuer.status_file.unlink()  # as on the machine of somebody else

    assert verify(candidate, token, older)["good"] is True
    told = verify(candidate, token, older, newer)
    assert told["good"] is False
    assert told["told"].startswith("Revoked")


def test_what_is_no_list_changes_nothing(candidate: TestClient) -> None:
    token = handed_out(candidate)

    assert verify(candidate, token, NASTY, "a.b.c") == verify(candidate, token)


def test_what_is_not_base64_is_refused(candidate: TestClient) -> None:
    answered = candidate.post("/api/credentials/verify_with_lists", json={"content": "abcde"})

    assert answered.status_code == 422
