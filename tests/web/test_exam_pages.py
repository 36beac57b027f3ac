"""The pages of an exam, as the server makes them."""

from base64 import b64encode

import pytest
from moved_clocks import Clocks
from sat_exam import begin, put_model, write
from starlette.testclient import TestClient
from test_exam_api import pass_it, submit, until

from etude.web.ground import Ground

HTML = {"Accept": "text/html"}


def id_of(sitting: str) -> str:
    return sitting.rpartition("/")[2]


def read(client: TestClient, path: str) -> str:
    answered = client.get(path, headers=HTML)
    assert answered.status_code == 200, (path, answered.status_code, answered.text[:500])
    return answered.text


def test_the_exams_and_what_was_sat_are_listed(candidate: TestClient) -> None:
    sitting = begin(candidate)

    text = read(candidate, "/exam")

    assert "A small exam" in text
    assert "3 questions · 1 h · passed at 70 of 100" in text
    assert f'href="/exam/{id_of(sitting)}"' in text
    assert "goes on, 1:00:00 left" in text


def test_rules_and_machine_check_come_before_the_clock(candidate: TestClient) -> None:
    text = read(candidate, "/exam/blueprints/small")
    lines = candidate.post("/exam/blueprints/small/checklist").text

    assert "the best mark of a question counts" in text
    assert "Start the clock" in text
    assert "<strong>Speed</strong>" in lines
    assert candidate.get("/api/sittings").json() == []


def test_who_is_sitting_an_exam_is_led_to_its_room(candidate: TestClient) -> None:
    sitting = begin(candidate)

    text = read(candidate, "/exam/blueprints/small")

    assert f'href="/exam/{id_of(sitting)}"' in text
    assert "Start the clock" not in text


def test_the_room_shows_clock_questions_statement_and_program(candidate: TestClient) -> None:
    sitting = begin(candidate, pauses=True)
    write(candidate, f"{sitting}/questions/2", "x = '<script>'\n")

    text = read(candidate, f"/exam/{id_of(sitting)}/questions/2")

    assert ">1:00:00<" in text
    assert text.count('data-key="') >= 4
    assert "<h2>Goal</h2>" in text
    assert "x = &#39;&lt;script&gt;&#39;" in text
    assert 'id="pause"' in text


def test_a_room_that_may_not_be_paused_offers_no_pause(candidate: TestClient) -> None:
    sitting = begin(candidate)

    assert 'id="pause"' not in read(candidate, f"/exam/{id_of(sitting)}/questions/1")


def test_a_sitting_leads_to_its_room_and_then_to_its_review(
    candidate: TestClient, clocks: Clocks
) -> None:
    page = f"/exam/{id_of(begin(candidate))}"

    assert candidate.get(page).headers["location"] == f"{page}/questions/1"
    clocks.pass_minutes(61)
    assert candidate.get(page).headers["location"] == f"{page}/review"
    assert candidate.get(f"{page}/questions/1").headers["location"] == f"{page}/review"


def test_the_room_tells_no_measured_value(candidate: TestClient) -> None:
    sitting = begin(candidate)
    submit(candidate, sitting, 1, "3")

    text = read(candidate, f"/exam/{id_of(sitting)}/questions/1")

    assert "3 of 5" in text
    assert "3/5" in text
    assert "an error of at most 3" not in text


def test_the_review_tells_marks_and_reasons(candidate: TestClient) -> None:
    sitting = begin(candidate)
    page = f"/exam/{id_of(sitting)}"
    submit(candidate, sitting, 1, "3")
    candidate.post(f"{sitting}/finish")

    text = read(candidate, f"{page}/review")
    candidate.post(f"{page}/reasons")
    until(lambda: f"{page}/report" in candidate.get(f"{page}/reasons").text)

    assert "24 of 100: not passed" in text
    assert "an error of at most 3" in text
    assert "nothing was handed in" in text
    report = candidate.get(f"{page}/report")
    assert "an error of at most 3" in report.text
    assert "sandbox" in report.headers["content-security-policy"]
    assert "script-src" not in report.headers["content-security-policy"]


def test_a_review_whose_marks_are_missing_waits_for_them(candidate: TestClient) -> None:
    sitting = begin(candidate)
    page = f"/exam/{id_of(sitting)}"
    put_model(candidate, sitting, 1, "5")
    candidate.post(f"{sitting}/finish")

    def marked() -> bool:
        return candidate.get(f"{page}/marked").headers.get("HX-Refresh") == "true"

    until(marked)
    assert "40 of 100: not passed" in read(candidate, f"{page}/review")


def test_a_credential_is_shown_with_its_badge_and_its_files(candidate: TestClient) -> None:
    sitting = begin(candidate)
    pass_it(candidate, sitting)
    page = f"/exam/{id_of(sitting)}/credential"
    assert "Sign the credential" in read(candidate, page)

    candidate.post(f"{sitting}/credential", json={"name": "<b>Ann</b>"})

    text = read(candidate, page)
    assert f'src="{sitting}/credential/svg"' in text
    file = candidate.get(f"{sitting}/credential/jwt", params={"download": "true"})
    assert "attachment" in file.headers["content-disposition"]
    told = candidate.post(
        "/credentials/verified", json={"content": b64encode(file.content).decode()}
    ).text
    assert "Genuine: nothing was changed since it was signed." in told
    assert "Self-issued: signed on the candidate" in told
    assert "&lt;b&gt;Ann&lt;/b&gt;" in told
    assert "<b>Ann" not in told


def test_a_file_without_a_credential_is_told_so(candidate: TestClient) -> None:
    nothing = b64encode(b"nothing").decode()

    answered = candidate.post("/credentials/verified", json={"content": nothing})

    assert answered.status_code == 409
    assert "There is no credential in this file" in answered.json()["detail"]


@pytest.mark.parametrize("path", ["questions/1", "review", "report", "credential", "questions/7"])
def test_of_a_sitting_that_there_is_not_nothing_is_shown(candidate: TestClient, path: str) -> None:
    assert candidate.get(f"/exam/0123abcd/{path}", headers=HTML).status_code == 404


def test_a_stranger_sees_nothing_of_it(candidate: TestClient, exam_ground: Ground) -> None:
    page = f"/exam/{id_of(begin(candidate))}"
    candidate.cookies.clear()

    for path in ("/exam", f"{page}/questions/1", f"{page}/review", "/credentials"):
        assert candidate.get(path).status_code == 401, path
