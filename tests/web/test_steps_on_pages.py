"""What can be done about a problem is told by pages in their own words."""

from pathlib import Path

import msgspec
from browsing import page
from sat_exam import begin
from starlette.testclient import TestClient
from web_clients import client_of, come_in, make_ground

from etude.app.attending import attend
from etude.app.run_log import RunLogs, RunReader, RunWriter
from etude.domain.problem import Act, Problem, Step
from etude.sandbox import Cancellation
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.web.ended import ended
from etude.web.ground import Ground


def test_a_run_that_failed_in_a_thread_keeps_what_can_be_done(
    tmp_path: Path, ground: Ground
) -> None:
    log = RunLogs(folder=tmp_path).begin(now=ground.now())

    def work(cancellation: Cancellation) -> None:
        raise Problem("Time is up.", step=Step(act=Act.LOOK_BACK))

    attend(log, RunWriter(log), work)

    (event,) = RunReader(log).read()
    assert msgspec.convert(event.data["step"], Step) == Step(act=Act.LOOK_BACK)
    assert ended(event.data)["text"] == "Time is up. See how it went: its review is under Exam."


def test_a_run_that_just_ended_says_nothing_more() -> None:
    assert ended({"how": "judged"}) == {"how": "judged", "text": ""}


def test_without_a_workspace_pages_lead_to_the_first_one(tmp_path: Path) -> None:
    nowhere = make_ground(tmp_path, FakeSandbox(lambda job: None), MemoryStore())
    client = come_in(client_of(nowhere), nowhere)

    told = client.get("/api/exercises").json()["detail"]

    assert told.startswith(f"There is no workspace of étude in {tmp_path}")
    assert "The first page makes one." in told
    assert "Make the workspace" in page(client, "/").text


def test_in_the_folder_of_an_exam_pages_say_where_to_practise(
    candidate: TestClient, exam_ground: Ground, kept: MemoryStore
) -> None:
    folder = Path(candidate.get(begin(candidate)).json()["workspace"])
    inside = make_ground(folder, FakeSandbox(lambda job: None), kept)
    client = come_in(client_of(inside), inside)

    told = client.get("/api/exercises").json()["detail"]

    assert "The exam itself is under Exam." in told
    assert client.get("/exam", headers={"accept": "text/html"}).status_code == 200
