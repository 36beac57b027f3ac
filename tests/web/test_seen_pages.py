"""Pages and API that show runs, attempts and visits to the doctor."""

import json
from base64 import b64decode
from dataclasses import replace
from math import nan

import pytest
from checkups import batches, confusion, fit, model, rich_checkup
from page_reading import Element, read_page
from small_exercise import FILE, ID
from starlette.testclient import TestClient
from web_clients import now, wait_for

from etude.app.run_log import ENDED, How, RunLog, RunWriter
from etude.app.snapshots import Snapshots
from etude.app.visits import Visits
from etude.app.workspace import Workspace
from etude.domain.checkup import Checkup, End
from etude.domain.exercise import Exercise
from etude.domain.observations import Data, Layer, Stage
from etude.domain.report import Report
from etude.domain.seen import Batch, Picture, Seen
from etude.domain.submission import Submission
from etude.domain.verdict import Status, Verdict
from etude.sandbox.fake import FakeSandbox
from etude.store.let_go import NEWEST
from etude.store.memory import MemoryStore
from etude.store.packing import packed
from etude.store.records import Attempt
from etude.web.ground import Ground

NASTY = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
SEEN = Seen(fits=[fit()], models=[model()], batches=batches(), confusion=confusion())


def show(ground: Ground, exercise: Exercise, seen: Seen, *, ended: bool = True) -> RunLog:
    """A run whose picture any process can read."""
    log = ground.desk.runs(ground.practice(), exercise).begin(now=now())
    writer = RunWriter(log)
    Snapshots(log, writer, lambda frames: None).close(packed(seen))
    if ended:
        writer.put(ENDED, How("judged"))
    return log


def visit(ground: Ground, checkup: Checkup, *, ended: bool = True) -> RunLog:
    log = Visits(state=ground.places.state).logs.begin(now=now())
    writer = RunWriter(log)
    writer.put("started", {"target": checkup.target, "at": now().isoformat()})
    Snapshots(log, writer, lambda frames: None).close(packed(checkup))
    if ended:
        writer.put(ENDED, How("judged"))
    return log


def keep(
    memory: MemoryStore, workspace: Workspace, *, text: str = "x = 1\n", seen: Seen = SEEN
) -> int:
    verdict = Verdict(check="a", title="it works", status=Status.FAILED, of=2)
    return memory.add_attempt(
        Attempt(
            learner="ann",
            workspace=workspace.id,
            at=now(),
            submission=Submission(exercise=ID, file=FILE, files={FILE: text.encode()}),
            report=Report(exercise=ID, file=FILE, verdicts=[verdict]),
        ),
        seen=seen,
    )


def page(client: TestClient, path: str) -> Element:
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return read_page(answer.text)


# The newest run


def test_before_the_first_run_the_page_says_that_there_is_nothing(client: TestClient) -> None:
    assert "There is nothing to see yet" in page(client, f"/practise/{ID}/seen").text
    assert client.get(f"/api/exercises/{ID}/curves").json() == []


def test_a_run_is_seen_whichever_process_ran_it(
    client: TestClient, ground: Ground, exercise: Exercise
) -> None:
    show(ground, exercise, SEEN)

    shown = page(client, f"/practise/{ID}/seen")

    names = [e.attributes["id"] for e in shown.all("section")]
    assert names == ["trainings", "decisions", "batches", "data", "models"]
    assert "goes on" not in shown.text


def test_a_training_that_is_not_over_goes_on(
    client: TestClient, ground: Ground, exercise: Exercise
) -> None:
    show(ground, exercise, Seen(fits=[fit(finished=False)]), ended=False)

    shown = page(client, f"/practise/{ID}/seen")

    assert "goes on" in shown.text
    assert "Running" in shown.one("live").text


def test_curves_come_as_numbers_and_sections_as_a_piece_of_the_page(
    client: TestClient, ground: Ground, exercise: Exercise
) -> None:
    show(ground, exercise, SEEN)

    curves = client.get(f"/api/exercises/{ID}/curves").json()
    piece = client.get(f"/practise/{ID}/seen/sections").text

    assert [one["measure"] for one in curves] == ["loss", "accuracy", "learning_rate"]
    figures = [e for e in read_page(piece).all("figure") if "data-measure" in e.attributes]
    assert [e.attributes["data-measure"] for e in figures] == [one["measure"] for one in curves]
    assert "<html" not in piece


def test_everything_that_is_seen_is_told_as_a_record(
    client: TestClient, ground: Ground, exercise: Exercise
) -> None:
    before = client.get(f"/api/exercises/{ID}/seen").json()
    picture = Picture(png=b"\x89PNG", label="cat")
    seen = Seen(fits=[fit(epochs=[{"loss": nan}])], batches=[Batch(role="fit", pictures=[picture])])
    log = show(ground, exercise, seen)

    told = client.get(f"/api/exercises/{ID}/seen").json()

    assert before["run"] == ""
    assert (told["run"], told["running"]) == (log.id, False)
    assert told["seen"]["fits"][0]["epochs"] == [{"loss": "nan"}]
    assert b64decode(told["seen"]["batches"][0]["pictures"][0]["png"]) == b"\x89PNG"


def test_a_pipeline_can_be_timed_from_its_page(
    client: TestClient, ground: Ground, exercise: Exercise, fake: FakeSandbox
) -> None:
    before = client.get(f"/practise/{ID}/seen").text
    show(
        ground,
        exercise,
        Seen(data=[Data(role="training data", kind="dataset", stages=[Stage(op="map", line=3)])]),
    )
    offered = client.get(f"/practise/{ID}/seen").text

    answer = client.post(f"/practise/{ID}/seen/profile")
    wait_for(lambda: fake.jobs)

    assert "Time each stage" in offered
    assert "Time each stage" not in before
    assert "time each stage" in answer.text
    assert json.loads(fake.jobs[-1].task)["profile_seconds"] > 0


def test_what_a_program_names_itself_stays_text(
    client: TestClient, ground: Ground, exercise: Exercise
) -> None:
    layer = Layer(name=NASTY, kind=NASTY, calls=[[]])
    named = model(name=NASTY, layers=[layer, Layer(name="b", kind=NASTY, calls=[[NASTY]])])
    told = fit(model=named, epochs=[{NASTY: 1.0}, {NASTY: 2.0}])
    batch = Batch(role="fit", texts=[NASTY], columns=[NASTY], rows=[[NASTY]], labels=[NASTY])
    show(ground, exercise, Seen(fits=[told], models=[named], batches=[batch]))

    answer = client.get(f"/practise/{ID}/seen")

    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert NASTY in read_page(answer.text).text
    assert client.get(f"/api/exercises/{ID}/curves").json()[0]["measure"] == NASTY


def test_a_picture_of_another_version_is_no_error(
    client: TestClient, ground: Ground, exercise: Exercise
) -> None:
    log = show(ground, exercise, SEEN)
    (log.folder / "seen.bin").write_bytes(b"something else")

    assert "There is nothing to see yet" in page(client, f"/practise/{ID}/seen").text


# Attempts


def test_attempts_are_listed_with_the_last_two_chosen(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    numbers = [keep(memory, workspace) for _ in range(3)]

    shown = page(client, f"/attempts/{ID}")

    chosen = [
        (e.attributes["name"], e.attributes["value"])
        for e in shown.all("input")
        if e.attributes["type"] == "radio" and "checked" in e.attributes
    ]
    assert chosen == [("after", str(numbers[2])), ("before", str(numbers[1]))]
    listed = client.get(f"/api/exercises/{ID}/attempts").json()
    assert [one["number"] for one in listed] == numbers[::-1]


def test_without_an_attempt_the_page_says_so(client: TestClient) -> None:
    assert "No attempt" in page(client, f"/attempts/{ID}").text


def test_an_attempt_shows_its_program_its_report_and_its_run(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    number = keep(memory, workspace, text="print('<b>')\n")

    shown = page(client, f"/attempts/{ID}/{number}")

    assert "print('<b>')" in "".join(shown.texts)
    assert "0 of 2 points so far." in shown.text
    assert shown.one("trainings")
    assert client.get(f"/api/exercises/{ID}/attempts/{number}/curves").json()
    told = client.get(f"/api/exercises/{ID}/attempts/{number}").json()
    assert list(told["files"].values()) == ["print('<b>')\n"]
    assert (told["report"]["points"], told["report"]["of"]) == (0, 2)
    assert told["seen"]["fits"]


def test_an_attempt_whose_pictures_were_let_go_says_so(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    numbers = [keep(memory, workspace, text=f"x = {n}\n", seen=SEEN) for n in range(NEWEST + 1)]

    first, last = (page(client, f"/attempts/{ID}/{numbers[place]}") for place in (0, -1))

    assert "that is no longer kept" in first.text
    assert "x = 0" in first.text
    assert "that is no longer kept" not in last.text


def test_two_attempts_are_compared(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    before = keep(memory, workspace, text="x = 1\n")
    after = keep(memory, workspace, text="x = 2\n", seen=Seen(fits=[fit(epochs=[{"loss": 0.1}])]))
    asked = {"before": before, "after": after}

    told = client.get(f"/api/exercises/{ID}/attempts/compared", params=asked).json()
    shown = page(client, f"/attempts/{ID}/compared?before={before}&after={after}")

    (file,) = told["files"]
    assert [line["text"] for line in file["lines"]] == ["x = 1", "x = 2"]
    assert "loss" in {one["name"] for one in told["numbers"]}
    assert [e.text.strip() for e in shown.of_class("added")] == ["1 + x = 2"]


@pytest.mark.parametrize("number", ["0", "-1", "99", "99999999999999999999", "x"])
def test_an_attempt_that_is_not_there_is_not_found(client: TestClient, number: str) -> None:
    path = f"/api/exercises/{ID}/attempts/{number}"

    for told in (path, f"{path}/curves"):
        assert client.get(told).status_code in (404, 422)
    asked = {"before": number, "after": number}
    compared = client.get(f"/api/exercises/{ID}/attempts/compared", params=asked)
    assert compared.status_code in (404, 422)


def test_an_attempt_of_somebody_else_is_not_found(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    mine = keep(memory, workspace)
    found = memory.attempt("ann", mine)
    assert found is not None
    theirs = memory.add_attempt(replace(found, learner="bob"))

    assert client.get(f"/api/exercises/{ID}/attempts/{theirs}/curves").status_code == 404


# The doctor


def test_visits_are_listed_the_newest_first(client: TestClient, ground: Ground) -> None:
    assert "no visit yet" in page(client, "/doctor").text
    visit(ground, rich_checkup(target="first.py"))
    visit(ground, rich_checkup(target="second.py"), ended=False)

    listed = client.get("/api/doctor").json()

    assert {one["target"]: one["running"] for one in listed} == {
        "first.py": False, "second.py": True,
    }  # fmt: skip
    assert "second.py" in page(client, "/doctor").text


def test_a_visit_is_shown_as_its_report_is(client: TestClient, ground: Ground) -> None:
    log = visit(ground, rich_checkup())

    shown = page(client, f"/doctor/{log.id}")

    assert "Found: 2 mistakes and 2 pieces of advice." in shown.text
    assert shown.one("findings")
    assert shown.one("trainings")
    assert shown.one("seen").attributes["data-events"] == ""
    assert client.get(f"/api/doctor/{log.id}/curves").json()


def test_of_a_program_that_runs_no_end_is_told(client: TestClient, ground: Ground) -> None:
    log = visit(ground, rich_checkup(), ended=False)

    shown = page(client, f"/doctor/{log.id}")

    assert "Ran to its end" not in shown.text
    assert shown.one("seen").attributes["data-events"] == f"/api/doctor/{log.id}/events"


def test_the_name_of_a_file_stays_text(client: TestClient, ground: Ground) -> None:
    log = visit(ground, rich_checkup(target=NASTY))

    for path in ("/doctor", f"/doctor/{log.id}", f"/doctor/{log.id}/sections"):
        text = client.get(path).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize("name", ["x", "%2e%2e", "0" * 13 + "-" + "f" * 16])
def test_a_visit_that_is_not_kept_is_not_found(client: TestClient, name: str) -> None:
    for path in (
        f"/doctor/{name}",
        f"/doctor/{name}/sections",
        f"/api/doctor/{name}",
        f"/doctor/{name}/report.html",
    ):
        assert client.get(path).status_code == 404


def test_a_visit_is_told_in_a_line_and_as_a_record(client: TestClient, ground: Ground) -> None:
    log = visit(ground, rich_checkup(end=End.OVERTIME))
    visit(ground, rich_checkup(), ended=False)

    told = client.get(f"/api/doctor/{log.id}").json()
    (listed,) = page(client, "/doctor").of_class("visits")

    assert told["report"]["end"] == "overtime"
    assert (told["running"], told["lost"]) == (False, False)
    lines = [one.text for one in listed.all("li")]
    assert "running" in lines[0]
    assert "Found" not in lines[0]
    assert "Did not end in time" in lines[1]
    assert "Found: 2 mistakes" in lines[1]


def test_a_report_is_kept_as_a_file_that_needs_nothing_else(
    client: TestClient, ground: Ground
) -> None:
    log = visit(ground, rich_checkup(target=NASTY))

    answer = client.get(f"/doctor/{log.id}/report.html")

    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert "<script>alert" not in answer.text
    assert "/static/" not in answer.text
    assert NASTY in read_page(answer.text).text


def test_the_file_is_offered_by_a_page_that_was_open_while_the_program_ran(
    client: TestClient, ground: Ground
) -> None:
    running, ended = (visit(ground, rich_checkup(), ended=over) for over in (False, True))

    offered = [
        "Keep as a file" in client.get(f"/doctor/{log.id}/sections").text
        for log in (running, ended)
    ]

    assert offered == [False, True]


def test_of_a_visit_that_saw_nothing_there_is_no_file(client: TestClient, ground: Ground) -> None:
    log = Visits(state=ground.places.state).logs.begin(now=now())

    assert client.get(f"/doctor/{log.id}/report.html").status_code == 404
    assert client.get(f"/api/doctor/{log.id}").json()["report"] is None


def test_the_events_of_a_visit_end_with_it(client: TestClient, ground: Ground) -> None:
    log = visit(ground, rich_checkup())

    text = client.get(f"/api/doctor/{log.id}/events").text

    told = [line for line in text.splitlines() if line.startswith("event:")]
    assert told == ["event: started", "event: seen", "event: ended"]
