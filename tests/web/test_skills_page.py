"""The map of skills, and the page of each."""

from pathlib import Path

from browsing import NASTY, add_exercise, keep, long_ago, page, rewrite
from small_exercise import ID
from starlette.testclient import TestClient

from etude.app.workspace import Workspace
from etude.domain.skills import SKILLS
from etude.store.memory import MemoryStore


def test_every_skill_is_told_with_what_it_needs(client: TestClient) -> None:
    told = {one["id"]: one for one in client.get("/api/skills").json()}

    assert list(told) == list(SKILLS)
    assert told["image-2"]["prerequisites"] == ["dev-1"]
    assert told["image-2"]["missing"] == ["dev-1"]
    assert (told["image-2"]["exercises"], told["image-2"]["due_at"]) == (1, None)


def test_mastery_and_what_is_due_are_told(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    keep(memory, workspace, passed=True, at=long_ago())

    told = next(one for one in client.get("/api/skills").json() if one["id"] == "image-2")
    shown = page(client, "/skills").one("image-2")

    assert 0 < told["mastery"] < 0.5
    assert told["due"]
    assert "due today" in shown.text
    assert f"{100 * told['mastery']:.0f} %" in shown.text.replace("\xa0", " ")


def test_the_map_leads_from_each_skill_to_its_needs_and_its_page(client: TestClient) -> None:
    shown = page(client, "/skills")

    assert len(shown.of_class("skill")) == len(SKILLS)
    links = [link.attributes["href"] for link in shown.one("model-14").all("a")]
    assert links == ["/skills/model-14", "#image-1"]
    assert "no exercise yet" in shown.one("model-14").text
    leads = [link.attributes["href"] for link in shown.one("image-2").all("a")]
    assert "/exercises?skill=image-2" in leads
    assert "What you did before" not in shown.text


def test_the_page_of_a_skill_holds_guide_mistakes_and_exercises(client: TestClient) -> None:
    shown = page(client, "/skills/image-2")
    links = {link.attributes["href"] for link in shown.all("a")}

    assert "Pictures usually lie in folders" in shown.text
    assert "image_dataset_from_directory" in shown.of_class("source")[0].text
    assert {f"/practise/{ID}", "/diagnoses/pixels_not_scaled", "/skills/dev-1"} <= links


def test_a_skill_says_what_to_practise_of_it(client: TestClient, collection: Path) -> None:
    add_exercise(collection, skills='["series-1"]')

    told = client.get("/api/skills/image-2").json()

    assert told["next"]["exercise"] == ID
    assert not told["next"]["again"]


def test_what_is_due_comes_as_a_fresh_variant(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    keep(memory, workspace, passed=True, at=long_ago())

    shown = page(client, "/skills/image-2")

    (button,) = [one for one in shown.all("button") if one.text == "Practise"]
    assert button.attributes["hx-post"] == f"/exercises/{ID}/variant"


def test_a_skill_without_an_exercise_has_a_page_too(client: TestClient) -> None:
    shown = page(client, "/skills/deploy-7")

    assert "None yet." in shown.text
    assert "Something else comes first: deploy-4" in shown.text


def test_what_is_no_skill_is_not_found(client: TestClient) -> None:
    assert client.get("/api/skills/nothing-1").status_code == 404
    assert client.get("/skills/<script>").status_code == 404


def test_titles_of_exercises_are_shown_and_not_obeyed(client: TestClient, collection: Path) -> None:
    rewrite(collection / ID / "exercise.toml", {"title": "'''" + NASTY + "'''"})

    answer = client.get("/skills/image-2")

    assert "<script>alert" not in answer.text
    assert NASTY in page(client, "/skills/image-2").text
