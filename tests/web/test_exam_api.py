"""A sitting from beginning to end, by the API alone."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from moved_clocks import Clocks
from sat_exam import another_server, begin, put_model, write
from small_questions import STARTER, answer
from starlette.testclient import TestClient
from web_clients import client_of, come_in

from etude.app.manifest import Manifest, write_manifest
from etude.app.run_log import RunReader
from etude.domain.outcome import Fault, Outcome, Reason
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.web.ground import Ground

PATIENCE_SECONDS = 20.0


def until(ask: Callable[[], Any]) -> Any:
    """What it says as soon as that is something."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (found := ask()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)
    return found


def marks(client: TestClient, sitting: str) -> dict[int, int | None]:
    questions = client.get(sitting).json()["questions"]
    return {one["number"]: one["mark"] for one in questions}


def submit(client: TestClient, sitting: str, number: int, worth: str) -> dict[str, Any]:
    """Hands in a file of this worth; its submission, when it is marked."""
    put_model(client, sitting, number, worth)
    answered = client.post(f"{sitting}/questions/{number}/submissions")
    assert answered.status_code == 201, answered.text
    event = answered.json()["event"]

    def marked() -> dict[str, Any] | None:
        question = client.get(sitting).json()["questions"][number - 1]
        found = {one["event"]: one for one in question["submissions"]}[event]
        return found if found["mark"] is not None else None

    return until(marked)


def pass_it(client: TestClient, sitting: str) -> None:
    for number in (1, 2, 3):
        submit(client, sitting, number, "5")
    client.post(f"{sitting}/finish")


def test_the_exams_are_told_with_their_rules(candidate: TestClient) -> None:
    (plan,) = candidate.get("/api/blueprints").json()

    assert (plan["name"], plan["minutes"], plan["questions"]) == ("small", 60, 3)
    assert any("60 min" in rule or "1 h" in rule for rule in plan["rules"])
    assert candidate.get("/api/blueprints/small").json() == plan
    assert candidate.get("/api/blueprints/large").status_code == 404


def test_the_machine_is_looked_at_before_the_clock_starts(candidate: TestClient) -> None:
    lines = candidate.post("/api/blueprints/small/checklist").json()

    assert [line["what"] for line in lines] == ["TensorFlow", "Free disk", "Isolation", "Speed"]
    assert candidate.get("/api/sittings").json() == []


def test_a_sitting_lays_its_questions_out_and_its_clock_runs(
    candidate: TestClient, clocks: Clocks
) -> None:
    sitting = begin(candidate, extra_minutes=30)

    clocks.pass_minutes(10)

    told = candidate.get(sitting).json()
    assert (told["phase"], told["remaining_seconds"]) == ("running", 80 * 60)
    question = candidate.get(f"{sitting}/questions/1").json()
    assert "## Goal" in question["text"]
    assert candidate.get(f"{sitting}/questions/1/file").json()["text"] == STARTER
    assert (Path(told["workspace"]) / question["file"]).read_text() == STARTER


def test_a_sitting_begun_in_a_workspace_lies_beside_it(
    candidate: TestClient, exam_ground: Ground
) -> None:
    write_manifest(exam_ground.start, Manifest())

    sitting = begin(candidate)

    workspace = Path(candidate.get(sitting).json()["workspace"])
    assert workspace == exam_ground.start.parent / "etude-small"


def test_an_edit_is_in_the_file_and_kept_with_the_sitting(
    candidate: TestClient, exam_ground: Ground
) -> None:
    sitting = begin(candidate)

    write(candidate, f"{sitting}/questions/1", "x = 1\n")

    told = candidate.get(sitting).json()
    assert told["questions"][0]["saves"] == 1
    file = Path(told["workspace"]) / candidate.get(f"{sitting}/questions/1").json()["file"]
    assert file.read_text() == "x = 1\n"


def test_an_edit_of_a_file_that_was_changed_elsewhere_is_refused_and_kept(
    candidate: TestClient,
) -> None:
    question = f"{begin(candidate)}/questions/1"
    base = candidate.get(f"{question}/file").json()["digest"]
    write(candidate, question, "theirs = 1\n")

    refused = candidate.put(f"{question}/file", json={"text": "mine = 1\n", "base": base})

    assert refused.status_code == 409
    assert refused.json()["now"]["text"] == "theirs = 1\n"
    assert Path(refused.json()["kept"]).read_text() == "mine = 1\n"


def test_a_run_puts_the_files_into_the_folder(candidate: TestClient) -> None:
    sitting = begin(candidate)
    write(candidate, f"{sitting}/questions/2", "# writes 4\n")

    begun = candidate.post(f"{sitting}/questions/2/runs")

    assert begun.status_code == 202
    (folder,) = Path(candidate.get(sitting).json()["workspace"]).glob("2_*")
    until(lambda: (folder / "model.keras").exists())
    assert (folder / "model.keras").read_text() == "4"


def test_a_submission_is_marked_and_the_best_mark_counts(candidate: TestClient) -> None:
    sitting = begin(candidate)

    submit(candidate, sitting, 1, "4")
    submit(candidate, sitting, 1, "2")

    assert marks(candidate, sitting) == {1: 4, 2: None, 3: None}
    assert candidate.get(sitting).json()["total"] == 40 * 4 / 5


def test_during_the_sitting_neither_values_nor_reasons_are_told(candidate: TestClient) -> None:
    sitting = begin(candidate)

    submission = submit(candidate, sitting, 1, "2")

    assert submission["verdicts"] == []
    assert "an error of at most 3" not in candidate.get(sitting).text
    assert candidate.get(f"{sitting}/result").status_code == 409
    assert candidate.post(f"{sitting}/review").status_code == 409


def test_a_file_that_is_not_as_agreed_is_told(candidate: TestClient) -> None:
    sitting = begin(candidate)

    submission = submit(candidate, sitting, 1, "broken")

    assert submission["verdicts"][0]["received"] == "float32 (n, 7)"


def test_the_form_is_told_before_the_mark(candidate: TestClient, exam_ground: Ground) -> None:
    sitting = begin(candidate)

    submit(candidate, sitting, 1, "broken")

    (one,) = exam_ground.exam().store.sittings("ann")
    marking = exam_ground.exam_desk.markings(one).last()
    assert marking is not None
    told = [event for event in RunReader(marking).read() if event.event in ("contract", "marked")]
    assert [event.event for event in told] == ["contract", "marked"]
    assert told[0].data["verdicts"][0]["received"] == "float32 (n, 7)"
    assert set(told[1].data) == {"question", "submission", "waits"}


def test_without_a_file_there_is_nothing_to_submit(candidate: TestClient) -> None:
    sitting = begin(candidate)

    refused = candidate.post(f"{sitting}/questions/1/submissions")

    assert refused.status_code == 409
    assert "Expected the file model.keras" in refused.json()["detail"]


def test_who_hands_in_what_an_older_program_wrote_is_told_so(
    candidate: TestClient,
) -> None:
    sitting = begin(candidate)
    put_model(candidate, sitting, 1, "5")
    fresh = candidate.post(f"{sitting}/questions/1/submissions").json()
    write(candidate, f"{sitting}/questions/1", "saved = 'again'\n")

    old = candidate.post(f"{sitting}/questions/1/submissions").json()

    assert (fresh["outdated"], old["outdated"]) == (False, True)


def test_a_mark_that_fails_by_our_fault_waits_until_somebody_asks_again(
    exam_ground: Ground, clocks: Clocks, kept: MemoryStore
) -> None:
    gone = Outcome(fault=Fault.SYSTEM, reason=Reason.WORKER, detail="gone")
    answers = [lambda job: gone]
    sandbox = FakeSandbox(lambda job: answers[-1](job))
    ground = another_server(exam_ground.start, clocks, kept, sandbox=sandbox)
    candidate = come_in(client_of(ground), ground)
    sitting = begin(candidate)
    put_model(candidate, sitting, 1, "5")
    candidate.post(f"{sitting}/questions/1/submissions")
    exam, desk = ground.exam(), ground.exam_desk
    (one,) = exam.store.sittings("ann")
    marking = until(desk.markings(one).last)
    until(lambda: not desk.goes_on(marking))
    assert desk.mark(exam, one, again=False) is None
    assert marks(candidate, sitting)[1] is None

    answers.append(answer)
    candidate.post(f"{sitting}/marking")

    until(lambda: marks(candidate, sitting)[1] == 5)


def test_only_a_sitting_that_allows_it_is_paused(candidate: TestClient, clocks: Clocks) -> None:
    sitting = begin(candidate, pauses=True)

    assert candidate.post(f"{sitting}/pause").json()["phase"] == "paused"
    clocks.pass_minutes(30)
    assert candidate.post(f"{sitting}/questions/1/runs").status_code == 409
    assert candidate.post(f"{sitting}/resume").json()["remaining_seconds"] == 3600
    candidate.post(f"{sitting}/finish")
    other = begin(candidate)
    assert candidate.post(f"{other}/pause").status_code == 409


def test_only_one_sitting_goes_on_at_a_time(candidate: TestClient) -> None:
    begin(candidate)

    refused = candidate.post("/api/sittings", json={"blueprint": "small"})

    assert refused.status_code == 409
    assert "A small exam" in refused.json()["detail"]


def test_time_up_ends_it_and_hands_in_what_is_there(candidate: TestClient, clocks: Clocks) -> None:
    sitting = begin(candidate)
    put_model(candidate, sitting, 3, "3")
    candidate.post(f"{sitting}/keep")
    late = candidate.get(f"{sitting}/questions/1/file").json()["digest"]

    clocks.pass_minutes(61)

    told = candidate.get(sitting).json()
    assert (told["phase"], told["finished_by"]) == ("finished", "time")
    assert told["questions"][2]["submissions"][0]["by_time"]
    edit = candidate.put(f"{sitting}/questions/1/file", json={"text": "late", "base": late})
    assert edit.status_code == 409
    assert "Time is up" in edit.json()["detail"]


def test_a_finished_sitting_has_a_result_a_review_and_a_credential(candidate: TestClient) -> None:
    sitting = begin(candidate)
    pass_it(candidate, sitting)

    reached = candidate.get(f"{sitting}/result").json()
    candidate.post(f"{sitting}/review")
    until(lambda: candidate.get(f"{sitting}/review").status_code == 200)
    made = candidate.post(f"{sitting}/credential", json={"name": "Ann  Example"})

    assert (reached["total"], reached["passed"]) == (100, True)
    assert candidate.get(f"{sitting}/review").json()["passed"] is True
    assert made.status_code == 201
    for form in ("svg", "png", "json", "jwt"):
        file = candidate.get(f"{sitting}/credential/{form}")
        assert file.status_code == 200
        told = candidate.post(
            "/api/credentials/verify",
            content=file.content,
            headers={"Content-Type": "application/octet-stream"},
        )
        assert told.json()["told"] == "Genuine: nothing was changed since it was signed.", told.text
        assert told.json()["claims"]["candidate"] == "Ann Example"


def test_an_altered_credential_is_told_to_be_altered(candidate: TestClient) -> None:
    sitting = begin(candidate)
    pass_it(candidate, sitting)
    token = candidate.post(f"{sitting}/credential", json={}).json()["token"]
    head, body, signature = token.split(".")
    forged = f"{head}.{body}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}"

    told = candidate.post(
        "/api/credentials/verify",
        content=forged.encode(),
        headers={"Content-Type": "application/octet-stream"},
    ).json()

    assert told["good"] is False
    assert told["told"].startswith("Altered, or forged")


def test_a_sitting_that_was_not_passed_has_no_credential(candidate: TestClient) -> None:
    sitting = begin(candidate)
    submit(candidate, sitting, 1, "4")
    candidate.post(f"{sitting}/finish")

    refused = candidate.post(f"{sitting}/credential", json={})

    assert refused.status_code == 409
    assert "32 of 100, and 70 pass" in refused.json()["detail"]
    assert candidate.get(f"{sitting}/credential/svg").status_code == 404


def test_two_servers_over_one_store_answer_alike(
    candidate: TestClient, exam_ground: Ground, clocks: Clocks, kept: MemoryStore
) -> None:
    sitting = begin(candidate)
    second = another_server(exam_ground.start, clocks, kept)
    other = come_in(client_of(second), second)

    write(candidate, f"{sitting}/questions/1", "x = 1\n")
    submit(other, sitting, 2, "5")

    assert other.get(f"{sitting}/questions/1/file").json()["text"] == "x = 1\n"
    assert candidate.get(sitting).json() == other.get(sitting).json()
    assert marks(candidate, sitting)[2] == 5


def test_a_mark_whose_server_was_ended_is_given_by_the_next(
    candidate: TestClient, exam_ground: Ground
) -> None:
    sitting = begin(candidate)
    put_model(candidate, sitting, 1, "5")
    exam = exam_ground.exam()
    (one,) = exam.store.sittings("ann")
    from etude.app.exam.submit import submit as hand_in

    hand_in(exam, one, 1)  # and the server is ended before it marks

    exam_ground.exam_desk.mark(exam, one, again=False)  # as the stream of any page does

    until(lambda: marks(candidate, sitting)[1] == 5)


def test_what_is_not_there_is_not_found(candidate: TestClient) -> None:
    sitting = begin(candidate)

    for path in ("/api/sittings/abc", "/api/sittings/..%2f..%2fetc", f"{sitting}/questions/9/file"):
        assert candidate.get(path).status_code == 404, path


def test_changes_need_the_token_of_our_pages(candidate: TestClient) -> None:
    sitting = begin(candidate)
    del candidate.headers["X-CSRF-Token"]

    for path in ("finish", "pause", "questions/1/runs", "questions/1/submissions", "credential"):
        assert candidate.post(f"{sitting}/{path}", json={}).status_code == 403, path
    assert json.loads(candidate.get(sitting).text)["phase"] == "running"
