"""A whole Sprint and a whole Developer exam, from the command line, with real questions."""

import base64
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from candidate import Candidate, level, write

from etude.app.exam.asked import Asked

Sits = Callable[[str], tuple[Candidate, dict[int, Asked]]]

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]
# Of the papers, so that a run takes the same questions as the last one.
SEED = "8"


@pytest.fixture
def sits(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sits]:
    """``candidate, asked = sits("sprint")``: a sitting that has begun, and its questions."""
    home = tmp_path_factory.mktemp("home")  # short: a socket lies in it
    outside = Candidate(home=home, folder=tmp_path)

    def begin(blueprint: str) -> tuple[Candidate, dict[int, Asked]]:
        said = outside.types("exam", "start", blueprint, "--yes", "--seed", SEED)
        assert said.code == 0, said.words
        inside = Candidate(home=home, folder=tmp_path / f"etude-{blueprint}")
        return inside, dict(inside.asked())

    yield begin
    outside.types("worker", "stop")


def hand_in(candidate: Candidate, asked: Asked, answer: str) -> int:
    """Writes an answer, runs it, submits what it wrote; returns the mark."""
    write(asked, answer)
    ran = candidate.types("exam", "run", str(asked.number))
    assert ran.code == 0, ran.words
    return marked(candidate, asked)["mark"]


def marked(candidate: Candidate, asked: Asked) -> Any:
    return candidate.types("exam", "submit", str(asked.number), "--json").record


def marks(candidate: Candidate) -> list[int | None]:
    return [one["mark"] for one in candidate.types("exam", "status", "--json").record["questions"]]


def test_a_sprint_with_failures_and_kills_is_passed_reviewed_and_verified(sits: Sits) -> None:
    candidate, asked = sits("sprint")

    # Nothing is there to be handed in, then something that is no model.
    empty = candidate.types("exam", "submit", "1")
    assert (empty.code, "etude exam run 1" in empty.err) == (3, True)
    model = asked[1].folder / asked[1].artifacts[0]
    model.write_bytes(b"no model")
    told = marked(candidate, asked[1])
    assert (told["mark"], told["contract_broken"]) == (0, True)
    assert told["verdicts"][0]["expected"]

    # The room is killed after it kept a program; submitting is killed before there is a mark.
    with candidate.killed("exam") as lines:
        while "Every save is kept" not in next(lines):
            pass
        write(asked[1], "solution.py")
        while "kept: question 1" not in next(lines):
            pass
    assert candidate.types("exam", "run", "1").code == 0
    with candidate.killed("exam", "submit", "1") as lines:
        assert next(lines).startswith("Submitted question 1 (submission 2).")
    assert marks(candidate) == [5, None, None]

    # A middling answer, and a better one; one more that nobody submits before the end.
    answer, worth = level(asked[2])
    assert hand_in(candidate, asked[2], answer) == worth
    assert hand_in(candidate, asked[2], "solution.py") == 5
    write(asked[3], "solution.py")
    assert candidate.types("exam", "run", "3").code == 0
    finished = candidate.types("exam", "finish", "--yes")
    assert (finished.code, "100 of 100" in finished.out) == (0, True), finished.words

    reviewed = candidate.types("exam", "review", "--html", "review.html")
    assert reviewed.code == 0, reviewed.words
    assert "<svg" in (candidate.folder / "review.html").read_text()
    assert_credential_tells_the_truth(candidate)


def assert_credential_tells_the_truth(candidate: Candidate) -> None:
    """In each of its forms, until it is given another name or taken back."""
    made = candidate.types("exam", "credential", "--name", "A. Candidate")
    files = [candidate.folder / line for line in made.out.splitlines()]
    assert {file.suffix for file in files} == {".jwt", ".json", ".svg", ".png"}
    for file in files:
        assert candidate.types("credential", "verify", str(file)).code == 0

    (token,) = (file for file in files if file.suffix == ".jwt")
    altered = candidate.folder / "altered.jwt"
    altered.write_text(in_another_name(token.read_text().strip()))
    refused = candidate.types("credential", "verify", str(altered))
    assert (refused.code, "altered" in refused.words.lower()) == (1, True), refused.words

    assert candidate.types("credential", "revoke", str(token)).code == 0
    revoked = candidate.types("credential", "verify", str(token))
    assert (revoked.code, "revoked" in revoked.words.lower()) == (1, True), revoked.words


def in_another_name(token: str) -> str:
    header, claims, signature = token.split(".")
    padding = "=" * (-len(claims) % 4)
    said = base64.urlsafe_b64decode(claims + padding)
    assert b"A. Candidate" in said
    forged = base64.urlsafe_b64encode(said.replace(b"A. Candidate", b"A. Forger")).rstrip(b"=")
    return f"{header}.{forged.decode()}.{signature}"


def test_a_developer_with_middling_answers_is_failed_reviewed_and_appealed(sits: Sits) -> None:
    candidate, asked = sits("developer")
    expected = []

    for number in (1, 2, 3):
        answer, worth = level(asked[number])
        assert hand_in(candidate, asked[number], answer) == worth
        expected.append(worth)
    with candidate.killed("exam", "run", "4"):
        write(asked[4], "solution.py")
    assert hand_in(candidate, asked[4], "solution.py") == 5
    answer, worth = level(asked[5], at_most=3)
    assert hand_in(candidate, asked[5], answer) == worth
    expected += [5, worth]
    # A worse one later takes nothing away.
    (asked[4].folder / asked[4].artifacts[0]).write_bytes(b"no model")
    assert marked(candidate, asked[4])["mark"] == 0
    finished = candidate.types("exam", "finish", "--yes")
    assert finished.code == 1, finished.words
    assert marks(candidate) == expected

    reviewed = candidate.types("exam", "review", "--json")
    assert reviewed.code == 1
    told = reviewed.record["questions"]
    assert [one["mark"] for one in told] == expected
    assert all(one["report"]["verdicts"] for one in told)
    assert reviewed.record["practice"]
    refused = candidate.types("exam", "credential")
    assert (refused.code, "90 pass" in refused.words) == (1, True)

    assert candidate.types("exam", "appeal", "1", "I counted again").code == 0
    appeal = candidate.folder / "appeal_1.zip"
    assert zipfile.is_zipfile(appeal)
    assert candidate.types("dev", "replay", str(appeal)).code == 0
    again = candidate.types("exam", "remark", "--json")
    assert again.code == 0, again.words
