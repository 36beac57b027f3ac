"""The list of mistakes that étude recognises, the page of each, and the ways there."""

from dataclasses import replace

import pytest
from browsing import NASTY, keep, page
from checkups import rich_checkup
from page_reading import read_page
from small_exercise import FILE, ID
from starlette.testclient import TestClient

from etude.app.workspace import Workspace
from etude.diagnoses.diagnose import catalogue
from etude.domain.finding import Finding
from etude.render.html.page import checkup_page
from etude.store.memory import MemoryStore

NAME = "pixels_not_scaled"


def found(client: TestClient, **asked: str) -> list[str]:
    return [one["name"] for one in client.get("/api/diagnoses", params=asked).json()]


def test_every_diagnosis_is_listed(client: TestClient) -> None:
    assert found(client) == sorted(catalogue())
    assert len(page(client, "/diagnoses").of_class("mistake")) == len(catalogue())


@pytest.mark.parametrize(
    ("asked", "is_there"),
    [
        ({"words": "PIXELS scaled"}, True),
        ({"words": "pixels_not"}, True),
        ({"words": "pixels zebra"}, False),
        ({"skill": "image-2"}, True),
        ({"skill": "series-1"}, False),
        ({"severity": "silent"}, True),
        ({"severity": "error"}, False),
    ],
)
def test_diagnoses_are_found(client: TestClient, asked: dict[str, str], is_there: bool) -> None:
    assert (NAME in found(client, **asked)) is is_there


def test_a_severity_that_does_not_exist_is_refused(client: TestClient) -> None:
    assert client.get("/api/diagnoses", params={"severity": "bad"}).status_code == 422


def test_the_page_explains_with_two_programs(client: TestClient) -> None:
    shown = page(client, f"/diagnoses/{NAME}")
    told = client.get(f"/api/diagnoses/{NAME}").json()

    example, instead = shown.of_class("source")
    assert "Rescaling" not in example.text
    assert "Rescaling" in instead.text
    assert told["why"].split(".")[0] in shown.text
    links = {link.attributes["href"] for link in shown.all("a")}
    assert {"/skills/image-2", "/diagnoses/dead_units"} <= links


def test_what_follows_leads_back_to_its_cause(client: TestClient) -> None:
    told = client.get("/api/diagnoses/dead_units").json()

    assert NAME in [one["name"] for one in told["follows_from"]]


def test_the_list_comes_alone_for_a_page_that_is_open(client: TestClient) -> None:
    piece = client.get("/diagnoses/found", params={"words": "pixels zebra"}).text

    assert "No diagnosis is like that" in piece
    assert "<html" not in piece


@pytest.mark.parametrize("name", ["nothing", "__init__", "..%2fsecret"])
def test_what_is_no_diagnosis_is_not_found(client: TestClient, name: str) -> None:
    assert client.get(f"/api/diagnoses/{name}").status_code == 404
    assert client.get(f"/diagnoses/{name}").status_code == 404


def test_what_others_write_in_a_diagnosis_is_shown_and_not_obeyed(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    nasty = replace(
        catalogue()[NAME], title=NASTY, why=NASTY, example=NASTY, instead=NASTY, guide=NASTY
    )
    monkeypatch.setattr("etude.web.api.diagnoses.catalogue", lambda: {NAME: nasty})

    answers = [client.get("/diagnoses").text, client.get(f"/diagnoses/{NAME}").text]

    assert all("<script>alert" not in text and "<img src=x" not in text for text in answers)
    assert all(NASTY in read_page(text).text for text in answers)


def test_a_finding_leads_to_its_diagnosis(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    finding = Finding(
        line=1,
        evidence="0 to 255",
        change="divide",
        file=FILE,
        diagnosis=NAME,
        title="not scaled",
        consequences=["dead_units"],
    )
    number = keep(memory, workspace, passed=False, finding=finding)

    links = [one.attributes["href"] for one in page(client, f"/attempts/{ID}/{number}").all("a")]

    assert f"/diagnoses/{NAME}" in links
    assert "/diagnoses/dead_units" in links


def test_a_report_in_one_file_leads_nowhere() -> None:
    text = checkup_page(rich_checkup())

    assert "/diagnoses/" not in text
    assert "etude explain" in text
