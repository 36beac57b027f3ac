"""What tests of the pages in which one looks for something share."""

from datetime import datetime, timedelta
from pathlib import Path

from page_reading import Element, read_page
from small_exercise import FILE, ID, write_exercise
from starlette.testclient import TestClient
from web_clients import now

from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.domain.finding import Finding
from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.domain.verdict import Status, Verdict
from etude.store.memory import MemoryStore
from etude.store.records import Attempt

NASTY = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
OTHER = "series/cut_windows"


def add_exercise(collection: Path, exercise_id: str = OTHER, **changes: str) -> None:
    """Another exercise, like the first but for what is changed."""
    folder = write_exercise(collection, exercise_id)
    rewrite(folder / "exercise.toml", changes)


def rewrite(path: Path, changes: dict[str, str]) -> None:
    """Lines of the metadata, by their keys."""
    lines = [
        f"{key} = {changes[key]}" if (key := line.partition(" ")[0]) in changes else line
        for line in path.read_text().splitlines()
    ]
    path.write_text("\n".join(lines))
    catalog.exercises.cache_clear()


def keep(
    memory: MemoryStore,
    workspace: Workspace,
    *,
    passed: bool,
    at: datetime | None = None,
    seed: int = 0,
    finding: Finding | None = None,
) -> int:
    """An attempt of 2 of 4 points, or one that passed."""
    verdicts = [
        Verdict(check="a", title="it is there", status=Status.PASSED, points=2, of=2),
        Verdict(
            check="b",
            title="it works",
            status=Status.PASSED if passed else Status.FAILED,
            points=2 * passed,
            of=2,
        ),
    ]
    report = Report(
        exercise=ID, file=FILE, verdicts=verdicts, findings=[finding] if finding else []
    )
    submission = Submission(exercise=ID, file=FILE, files={FILE: b"x = 1\n"}, seed=seed)
    return memory.add_attempt(
        Attempt(
            learner="ann",
            workspace=workspace.id,
            at=at or now(),
            submission=submission,
            report=report,
        )
    )


def long_ago() -> datetime:
    """What was passed then is due for review by now."""
    return now() - timedelta(days=300)


def page(client: TestClient, path: str) -> Element:
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return read_page(answer.text)
