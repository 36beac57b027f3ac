"""Browsing the exercises, and practising a passed one again."""

from pathlib import Path

import pytest
from browsing import NASTY, OTHER, add_exercise, keep, long_ago, page, rewrite
from small_exercise import ID
from starlette.testclient import TestClient

from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.store.memory import MemoryStore
from etude.web.ground import Ground


def found(client: TestClient, **asked: str) -> list[str]:
    return [one["id"] for one in client.get("/api/exercises", params=asked).json()]


@pytest.fixture
def two(collection: Path) -> None:
    add_exercise(
        collection,
        title='"Windows of a series"',
        skills='["series-1"]',
        kind='"fix"',
        level="3",
        minutes="25",
    )


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, [ID, OTHER]),
        ({"words": "windows"}, [OTHER]),
        ({"words": "nothing like it"}, []),
        ({"skill": "image-2"}, [ID]),
        ({"kind": "fix"}, [OTHER]),
        ({"level": "3"}, [OTHER]),
        ({"minutes": "10"}, [ID]),
        ({"topic": "series"}, [OTHER]),
        ({"words": "", "skill": "", "kind": "", "level": "0", "minutes": "0"}, [ID, OTHER]),
    ],
)
def test_exercises_are_found(
    client: TestClient, two: None, asked: dict[str, str], ids: list[str]
) -> None:
    assert found(client, **asked) == ids


def test_exercises_are_found_by_how_far_one_has_come(
    client: TestClient, two: None, memory: MemoryStore, workspace: Workspace
) -> None:
    new = found(client, standing="not_passed")
    keep(memory, workspace, passed=False)
    begun = found(client, standing="begun")
    keep(memory, workspace, passed=True, at=long_ago())
    passed, due = found(client, standing="passed"), found(client, standing="due")

    assert (new, begun, passed, due) == ([ID, OTHER], [ID], [ID], [ID])
    assert found(client, standing="not_passed") == [OTHER]


@pytest.mark.parametrize("asked", [{"level": "9"}, {"kind": "x"}, {"words": "x" * 201}])
def test_what_cannot_be_asked_is_refused_in_words(
    client: TestClient, asked: dict[str, str]
) -> None:
    answer = client.get("/api/exercises", params=asked)

    assert answer.status_code == 422
    assert next(iter(asked)) in answer.json()["detail"]


def test_the_page_shows_what_was_done_with_an_exercise(
    client: TestClient, ground: Ground, memory: MemoryStore, workspace: Workspace
) -> None:
    ground.records.keep_hint(ID, 2)
    keep(memory, workspace, passed=False)

    (entry,) = page(client, "/exercises").of_class("entry")

    assert "Pixels between nought and one" in entry.text
    assert "5 min" in entry.text
    assert "2 of 4 points" in entry.text
    assert "2 hints seen" in entry.text
    assert {link.attributes["href"] for link in entry.all("a")} == {
        f"/practise/{ID}",
        "/skills/image-2",
    }


def test_a_skill_that_no_page_tells_about_leads_nowhere(
    client: TestClient, collection: Path
) -> None:
    rewrite(collection / ID / "exercise.toml", {"skills": '["image-2", "chess-1"]'})

    (entry,) = page(client, "/exercises").of_class("entry")

    assert "chess-1" in entry.text
    assert "/skills/chess-1" not in [link.attributes["href"] for link in entry.all("a")]
    assert "chess-1" in page(client, f"/practise/{ID}").text
    assert found(client, skill="chess-1") == [ID]


def test_the_page_works_without_scripts(client: TestClient, two: None) -> None:
    shown = page(client, "/exercises?words=windows&skill=&kind=fix&level=0&minutes=0")

    assert "1 exercise" in shown.text
    assert len(shown.of_class("entry")) == 1
    chosen = [one for one in shown.all("option") if "selected" in one.attributes]
    assert [one.attributes["value"] for one in chosen] == ["fix"]
    assert shown.one("words").attributes["value"] == "windows"


def test_the_list_comes_alone_for_a_page_that_is_open(client: TestClient, two: None) -> None:
    piece = client.get("/exercises/found", params={"words": "no such thing"}).text

    assert "No exercise is like that" in piece
    assert "<html" not in piece


def test_titles_and_searches_are_shown_and_not_obeyed(client: TestClient, collection: Path) -> None:
    told = "'''" + NASTY + "'''"
    rewrite(collection / ID / "exercise.toml", {"title": told, "summary": told})

    answer = client.get("/exercises", params={"words": NASTY})

    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert NASTY in page(client, "/exercises").text


def test_a_passed_exercise_is_practised_again_as_a_fresh_variant(
    client: TestClient,
    memory: MemoryStore,
    workspace: Workspace,
    exercise: Exercise,
    ground: Ground,
) -> None:
    keep(memory, workspace, passed=True)
    workspace.path(exercise).write_text("mine = True\n")

    answer = client.post(f"/exercises/{ID}/variant")

    assert answer.headers["hx-redirect"] == f"/practise/{ID}"
    assert ground.practice().exercises[ID].seed == 1
    backups = (workspace.root / ".etude/backups" / ID).glob("*.py")
    assert [path.read_text() for path in backups] == ["mine = True\n"]


def test_a_variant_that_is_begun_stays(
    client: TestClient, memory: MemoryStore, workspace: Workspace, exercise: Exercise
) -> None:
    keep(memory, workspace, passed=True)
    client.post(f"/api/exercises/{ID}/variant").raise_for_status()
    workspace.path(exercise).write_text("begun = True\n")

    told = client.post(f"/api/exercises/{ID}/variant").json()

    assert (told["exercise"], told["kept"]) == (ID, None)
    assert workspace.path(exercise).read_text() == "begun = True\n"


def test_a_variant_wants_a_pass_and_says_so_in_words(client: TestClient) -> None:
    for_programs = client.post(f"/api/exercises/{ID}/variant")
    for_a_page = client.post(
        f"/exercises/{ID}/variant", headers={"accept": "text/html", "hx-request": "true"}
    )

    assert for_programs.status_code == for_a_page.status_code == 409
    assert "have not passed" in for_programs.json()["detail"]
    assert "have not passed" in for_a_page.text
    assert "<html" not in for_a_page.text
