"""Appealing against a mark, by the API and on its page."""

import io
import json
import zipfile

from harmless import NASTY, obeyed
from moved_clocks import Clocks
from sat_exam import begin
from starlette.testclient import TestClient
from test_exam_api import submit
from test_exam_pages import HTML, id_of, read

WHY = "The bar is met, see the plot."


def over(client: TestClient) -> str:
    """The API's path of a sitting that is over, in which question 1 got 3 points."""
    sitting = begin(client)
    submit(client, sitting, 1, "3")
    client.post(f"{sitting}/finish")
    return sitting


def appeals(sitting: str, number: int = 1) -> str:
    return f"{sitting}/questions/{number}/appeals"


def page_of(sitting: str, number: int = 1) -> str:
    return f"/exam/{id_of(sitting)}/questions/{number}/appeal"


def test_an_appeal_becomes_a_file_to_send(candidate: TestClient) -> None:
    sitting = over(candidate)

    made = candidate.post(appeals(sitting), json={"why": f"  {WHY} "})

    assert made.status_code == 201
    assert (made.json()["number"], made.json()["why"]) == (1, WHY)
    file = candidate.get(f"{appeals(sitting)}/1/file")
    assert "attachment" in file.headers["content-disposition"]
    assert made.json()["bytes"] == len(file.content)
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        record = json.loads(archive.read("appeal.json"))
    assert (record["why"], record["number"]) == (WHY, 1)
    assert [one["number"] for one in candidate.get(appeals(sitting)).json()] == [1]


def test_the_review_leads_to_the_appeal_and_tells_of_it(candidate: TestClient) -> None:
    sitting = over(candidate)
    review = f"/exam/{id_of(sitting)}/review"
    before = read(candidate, review)
    assert f'href="{page_of(sitting)}"' in before
    assert f'href="{page_of(sitting, 2)}"' not in before  # nothing was handed in
    assert "It got 3 of 5" in read(candidate, page_of(sitting))

    candidate.post(appeals(sitting), json={"why": WHY})

    assert "1 appeal against this mark" in read(candidate, review)
    text = read(candidate, page_of(sitting))
    assert WHY in text
    assert f'href="{appeals(sitting)}/1/file"' in text


def test_an_appeal_needs_a_reason(candidate: TestClient) -> None:
    refused = candidate.post(appeals(over(candidate)), json={"why": "  "})

    assert refused.status_code == 409
    assert refused.json()["detail"].endswith("Write it into the field.")


def test_before_the_end_nothing_is_appealed_against(candidate: TestClient) -> None:
    sitting = begin(candidate)
    submit(candidate, sitting, 1, "3")

    refused = candidate.post(appeals(sitting), json={"why": WHY})
    shown = candidate.get(page_of(sitting), headers=HTML)

    assert refused.status_code == 409
    assert "The sitting is not over" in refused.json()["detail"]
    assert (shown.status_code, shown.headers["location"]) == (303, f"/exam/{id_of(sitting)}")


def test_what_was_not_handed_in_cannot_be_appealed_against(candidate: TestClient) -> None:
    sitting = over(candidate)

    refused = candidate.post(appeals(sitting, 2), json={"why": WHY})

    assert refused.status_code == 409
    assert 'id="appeal"' not in read(candidate, page_of(sitting, 2))


def test_an_appeal_that_there_is_not_is_not_found(candidate: TestClient) -> None:
    sitting = over(candidate)

    assert candidate.get(f"{appeals(sitting)}/1/file").status_code == 404
    assert candidate.get(appeals(sitting, 9)).status_code == 404


def test_words_of_an_appeal_stay_text(candidate: TestClient) -> None:
    sitting = over(candidate)

    candidate.post(appeals(sitting), json={"why": NASTY})

    text = read(candidate, page_of(sitting))
    assert "alert(1)" in text
    assert obeyed(text) == []


def test_too_many_words_are_refused(candidate: TestClient) -> None:
    refused = candidate.post(appeals(over(candidate)), json={"why": "x" * 10_001})

    assert refused.status_code == 422


def test_a_page_says_what_to_click_and_names_no_command(
    candidate: TestClient, clocks: Clocks
) -> None:
    sitting = begin(candidate, pauses=True)
    told = [candidate.post(f"{sitting}/questions/1/submissions")]
    candidate.post(f"{sitting}/pause")
    told += [candidate.post(f"{sitting}/questions/1/{deed}") for deed in ("runs", "submissions")]
    told.append(candidate.post("/api/sittings", json={"blueprint": "small"}))
    told.append(candidate.post(f"{sitting}/review"))
    candidate.post(f"{sitting}/resume")
    clocks.pass_minutes(61)
    told.append(candidate.post(f"{sitting}/questions/1/runs"))
    other = begin(candidate)
    told.append(candidate.post(f"{other}/pause"))

    assert [one.status_code for one in told] == [409] * len(told)
    words = [one.json()["detail"] for one in told]
    assert not any("etude " in one for one in words), words
    assert words[1] == 'The sitting is paused. Press "Go on" first.'
