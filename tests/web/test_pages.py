"""What the pages show, and that nothing in it is obeyed."""

import gzip
from pathlib import Path

import pytest
from page_reading import read_page
from small_exercise import ID
from starlette.testclient import TestClient
from web_clients import client_of, come_in, make_ground

from etude.app.run_desk import Judged
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.domain.error import Error, ErrorFrame
from etude.domain.finding import Finding
from etude.domain.outcome import Fault, Reason
from etude.domain.report import Report
from etude.domain.verdict import Status, Verdict
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.web.following import Happening
from etude.web.markdown import markdown
from etude.web.pages.practise_events import shown

PAGE = f"/practise/{ID}"
SCRIPT = "<script>alert(1)</script>"
FIRST_PAGE_BYTES = 300_000


def test_the_first_page_leads_to_an_exercise(client: TestClient) -> None:
    shown = read_page(client.get("/").text)

    assert PAGE in [link.attributes["href"] for link in shown.all("a")]
    assert client.get("/practise").headers["location"] == PAGE


def test_the_page_holds_statement_and_program(client: TestClient) -> None:
    text = client.get(PAGE).text

    assert "Pixels between nought and one" in text
    assert "<h2>Passes when</h2>" in text
    assert "# TODO: return a dataset of pixels" in text


def test_the_first_page_is_small(client: TestClient) -> None:
    text = client.get(PAGE).text
    parts = {part for part in text.split('"') if part.startswith("/static/")}

    sizes = [len(gzip.compress(client.get(path).content)) for path in parts]

    assert len(parts) == 3
    assert sum(sizes) + len(gzip.compress(text.encode())) <= FIRST_PAGE_BYTES


def test_answers_are_sent_compressed(client: TestClient) -> None:
    answer = client.get(PAGE, headers={"accept-encoding": "gzip"})

    assert answer.headers["content-encoding"] == "gzip"


def test_bundles_are_never_asked_for_twice(client: TestClient) -> None:
    text = client.get(PAGE).text
    path = next(part for part in text.split('"') if part.startswith("/static/"))

    assert "immutable" in client.get(path).headers["cache-control"]


def test_pages_are_not_kept_by_the_browser(client: TestClient) -> None:
    assert client.get(PAGE).headers["cache-control"] == "no-store"


def test_the_chosen_colours_come_with_the_page(client: TestClient) -> None:
    client.cookies["etude-theme"] = "dark"

    assert '<html lang="en" data-theme="dark">' in client.get(PAGE).text


def test_colours_that_nobody_offers_are_ignored(client: TestClient) -> None:
    client.cookies["etude-theme"] = "x onload=alert(1)"

    assert '<html lang="en">' in client.get(PAGE).text


def test_without_a_workspace_the_first_page_makes_one(
    tmp_path: Path, collection: Path, fake: FakeSandbox, memory: MemoryStore
) -> None:
    (tmp_path / "empty").mkdir()
    ground = make_ground(tmp_path / "empty", fake, memory)
    client = come_in(client_of(ground), ground)

    offer = client.get("/")
    made = client.post("/start")

    assert "Make the workspace" in offer.text
    assert made.headers["hx-redirect"] == "/practise"
    assert (tmp_path / "empty/etude-practice" / f"{ID}/scaled_pixels.py").is_file()


def test_a_workspace_is_made_by_the_api_and_not_made_twice(
    tmp_path: Path, collection: Path, fake: FakeSandbox, memory: MemoryStore
) -> None:
    (tmp_path / "empty").mkdir()
    ground = make_ground(tmp_path / "empty", fake, memory)
    client = come_in(client_of(ground), ground)

    first, second = (client.post("/api/workspace") for _ in range(2))

    assert first.json() == {
        "folder": str(tmp_path / "empty/etude-practice"), "created": True, "added": [ID],
    }  # fmt: skip
    assert second.json()["created"] is False
    assert client.get("/api/home").json()["workspace"] == first.json()["folder"]


def test_a_hint_comes_as_a_piece_of_the_page(client: TestClient) -> None:
    piece = client.post(f"{PAGE}/hints").text

    assert "Hint 1 of 3" in piece
    assert "Another hint" in piece
    assert "<html" not in piece


def test_an_answer_before_passing_is_asked_about(client: TestClient) -> None:
    piece = client.post(f"{PAGE}/answers").text

    assert "have not passed" in piece
    assert "255.0" not in piece


def test_a_title_with_a_script_is_shown_as_it_is(client: TestClient, collection: Path) -> None:
    rewrite(collection / ID / "exercise.toml", "Pixels between nought and one", SCRIPT)

    text = client.get(PAGE).text

    assert SCRIPT not in text
    assert "&lt;script&gt;" in text


def test_a_statement_with_a_script_is_shown_as_it_is(client: TestClient, collection: Path) -> None:
    rewrite(collection / ID / "README.md", "Scale.", SCRIPT)

    assert SCRIPT not in client.get(PAGE).text


def test_a_program_with_a_script_is_shown_as_it_is(
    client: TestClient, workspace: Workspace
) -> None:
    (workspace.root / f"{ID}/scaled_pixels.py").write_text(f"</textarea>{SCRIPT}")

    assert SCRIPT not in client.get(PAGE).text


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))
    catalog.exercises.cache_clear()


@pytest.mark.parametrize(
    "text",
    [SCRIPT, "[x](javascript:alert(1))", "![x](data:text/html;base64,x)", "<img src=x onerror=a>"],
)
def test_markdown_obeys_no_html_and_no_script(text: str) -> None:
    made = str(markdown(text))

    assert "<script" not in made
    assert "<img" not in made
    assert 'href="javascript' not in made


def test_a_report_obeys_nothing_that_a_program_said() -> None:
    report = Report(
        exercise=SCRIPT,
        file=SCRIPT,
        fault=Fault.LEARNER,
        reason=Reason.EXCEPTION,
        detail=SCRIPT,
        error=Error(
            type=SCRIPT,
            message=SCRIPT,
            frames=[ErrorFrame(file=SCRIPT, line=1, function=SCRIPT)],
            raised_by=SCRIPT,
        ),
        verdicts=[
            Verdict(check=f'"{SCRIPT}', title=SCRIPT, status=Status.FAILED, expected=SCRIPT, line=1)
        ],
        findings=[Finding(line=1, evidence=SCRIPT, change=SCRIPT, title=SCRIPT, file=SCRIPT)],
        output=SCRIPT,
        errors_output=SCRIPT,
    )
    judged = Judged(report=report, texts={SCRIPT: SCRIPT}, seed=0, stored=False, problem=SCRIPT)

    html = [
        html_of("report", judged),
        html_of("report", judged, "more"),
        html_of("verdict", report.verdicts[0]),
    ]

    assert all("<script" not in text for text in html)
    assert all("&lt;script&gt;" in text for text in html)


def test_the_first_finding_is_marked_at_its_line() -> None:
    finding = Finding(line=2, evidence="0 to 255", change="divide", title="not scaled", file="a.py")
    report = Report(
        exercise="a/b",
        file="a.py",
        verdicts=[Verdict(check="range", title="scaled", status=Status.FAILED, of=1)],
        findings=[finding],
    )
    judged = Judged(report=report, texts={"a.py": "x\ny\n"}, seed=0, stored=True, problem="")

    (mark,) = data_of("report", judged)["marks"]

    assert (mark["line"], mark["title"], mark["text"]) == (2, "not scaled", "divide")


def html_of(event: str, value: object, piece: str = "html") -> str:
    return str(data_of(event, value)[piece])


def data_of(event: str, value: object) -> dict[str, object]:
    import msgspec

    return dict(shown(Happening(event=event, data=msgspec.to_builtins(value))))
