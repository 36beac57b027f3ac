"""What programs can ask for; the pages do the same."""

import json

import pytest
from small_exercise import ID, STARTER
from starlette.testclient import TestClient
from web_clients import wait_for

from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.sandbox.fake import FakeSandbox
from etude.web.ground import Ground

API = f"/api/exercises/{ID}"


def test_exercises_are_listed(client: TestClient) -> None:
    (listed,) = client.get("/api/exercises").json()

    assert (listed["id"], listed["level"], listed["passed"]) == (ID, 1, False)


def test_a_statement_is_told(client: TestClient) -> None:
    told = client.get(API).json()

    assert told["file"] == f"{ID}/scaled_pixels.py"
    assert "Scale." in told["text"]


@pytest.mark.parametrize("name", ["images/nothing", "../../etc", "images/..%2f..%2fetc"])
def test_what_is_no_exercise_is_not_found(client: TestClient, name: str) -> None:
    assert client.get(f"/api/exercises/{name}/file").status_code == 404


def test_the_file_is_read_and_saved(client: TestClient, workspace: Workspace) -> None:
    now = client.get(f"{API}/file").json()

    saved = client.put(f"{API}/file", json={"text": "x = 1\n", "base": now["digest"]})

    assert now["text"] == STARTER
    assert saved.json()["text"] == "x = 1\n"
    assert (workspace.root / f"{ID}/scaled_pixels.py").read_text() == "x = 1\n"


def test_a_file_changed_elsewhere_is_told_with_what_is_in_it(client: TestClient) -> None:
    answer = client.put(f"{API}/file", json={"text": "mine\n", "base": "of long ago"})

    assert answer.status_code == 409
    assert answer.json()["now"]["text"] == STARTER
    assert "backups" in answer.json()["kept"]


def test_a_reset_keeps_the_file(client: TestClient, workspace: Workspace) -> None:
    (workspace.root / f"{ID}/scaled_pixels.py").write_text("mine\n")

    answer = client.post(f"{API}/reset").json()

    assert answer["file"]["text"] == STARTER
    assert "backups" in answer["kept"]


def test_hints_come_one_at_a_time_and_stay(client: TestClient) -> None:
    numbers = [client.post(f"{API}/hints").json()["number"] for _ in range(4)]

    assert numbers == [1, 2, 3, 3]
    assert [hint["number"] for hint in client.get(f"{API}/hints").json()] == [1, 2, 3]


def test_answers_wait_for_a_pass(client: TestClient, ground: Ground) -> None:
    before = client.post(f"{API}/answers")
    run_to_the_end(client, ground)
    after = client.post(f"{API}/answers")

    assert before.status_code == 403
    assert "255.0" in after.json()[0]["text"]


def test_answers_that_were_seen_before_a_pass_are_written_down(
    client: TestClient, ground: Ground
) -> None:
    answer = client.post(f"{API}/answers", params={"before_passing": True})

    assert answer.status_code == 200
    assert ground.records.standings()[ID].solution_seen


def test_what_comes_next_is_told(client: TestClient) -> None:
    assert client.post("/api/next").json()["exercise"] == ID


def test_when_everything_is_passed_that_is_told(client: TestClient, ground: Ground) -> None:
    run_to_the_end(client, ground)

    told = client.post("/api/next", params={"after": ID}).json()

    assert told["exercise"] is None
    assert "every exercise" in told["reason"]


def test_a_run_is_kept_as_an_attempt(client: TestClient, ground: Ground) -> None:
    run_to_the_end(client, ground)

    assert ground.records.standings()[ID].passed
    assert client.get("/api/exercises").json()[0]["passed"]


def test_a_run_that_does_not_exist_cannot_be_given_up(client: TestClient) -> None:
    assert client.post(f"{API}/runs/give_up").status_code == 404


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"text": 1}', b"\xff", b'{"text": "a"}'])
def test_a_body_that_is_no_edit_is_refused_in_words(client: TestClient, body: bytes) -> None:
    answer = client.put(f"{API}/file", content=body, headers={"content-type": "application/json"})

    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]


def test_an_error_of_ours_is_told_without_a_traceback(
    client: TestClient, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("etude.web.api.files.read_file", broken)

    answer = client.get(f"{API}/file")

    assert answer.status_code == 500
    assert "etude itself failed" in answer.json()["detail"].replace("é", "e")
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def test_every_endpoint_of_the_api_is_described(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()

    assert all(
        operation.get("description")
        for methods in described["paths"].values()
        for operation in methods.values()
    )
    assert all(path.startswith("/api/") for path in described["paths"])


def test_a_run_that_is_to_be_profiled_begins_anew(
    client: TestClient, ground: Ground, fake: FakeSandbox
) -> None:
    run_to_the_end(client, ground)

    client.post(f"{API}/runs", json={"again": False, "profile": True}).raise_for_status()
    wait_for(lambda: len(fake.jobs) == 2)

    assert json.loads(fake.jobs[-1].task)["profile_seconds"] > 0


def run_to_the_end(client: TestClient, ground: Ground) -> None:
    client.post(f"{API}/runs", json={}).raise_for_status()
    wait_for(lambda: ground.records.standings())
