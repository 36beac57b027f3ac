"""`etude credential`, as a person types it."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from results import FINISHED, result

from etude.app.credentials import HandedOut, hand_out, open_issuer
from etude.app.places import find_places
from etude.app.records import utc_now
from etude.cli.main import run
from etude.render.badge.draw import draw_badge

Say = Callable[..., tuple[int, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Exit code, and all that was printed with its lines joined."""
    monkeypatch.setenv("COLUMNS", "200")

    def type_it(*arguments: object, home: Path | None = None) -> tuple[int, str]:
        with monkeypatch.context() as here:
            if home is not None:
                here.setenv("ETUDE_HOME", str(home))
            code = run(["credential", *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return type_it


@pytest.fixture
def given(tmp_path: Path) -> HandedOut:
    return handed_out(tmp_path)


def resigned(token: str, signature: str) -> str:
    return f"{token.rpartition('.')[0]}.{signature}"


def handed_out(folder: Path, *, days_ago: int = 1) -> HandedOut:
    """A sitting that was finished so many days ago by the clock of this machine."""
    now = utc_now() - timedelta(days=days_ago)
    made = result(finished_at=now)
    issuer = open_issuer(find_places())
    return hand_out(made, folder / "badges", issuer=issuer, draw=draw_badge, now=now)


def test_a_genuine_one_is_told_with_who_what_when_and_marks(given: HandedOut, say: Say) -> None:
    for file in given.files:
        code, out = say("verify", file)

        assert code == 0
        assert "Genuine" in out
        for words in (
            "TensorFlow Developer", "Zoë Ångström", "94.5 of 100", "38.5 of 40", "Self-issued",
            "level 2 of 3", "the key of this machine", "cannot be known offline",
        ):  # fmt: skip
            assert words in out


@pytest.mark.parametrize("ending", ["A" * 86, "A" * 85, "!", ""])
def test_an_altered_one_is_told(given: HandedOut, say: Say, tmp_path: Path, ending: str) -> None:
    file = tmp_path / "altered.jwt"
    file.write_text(resigned(given.token, ending))

    code, out = say("verify", file)

    assert code == 1
    assert "Altered, or forged" in out
    assert "not changed afterwards" not in out


def test_an_expired_one_is_told(say: Say, tmp_path: Path) -> None:
    code, out = say("verify", handed_out(tmp_path, days_ago=1100).files[0])

    assert code == 1
    assert "Expired" in out


def test_a_revoked_one_is_told_here_and_where_the_list_is_handed_to(
    given: HandedOut, say: Say, tmp_path: Path
) -> None:
    file, elsewhere = given.files[0], tmp_path / "elsewhere"
    listed = find_places().state / "issuer" / "status.jwt"

    revoked, out = say("revoke", file)

    assert revoked == 0
    assert str(listed) in out
    assert say("verify", file)[0] == 1
    code, out = say("verify", file, "--status", listed, home=elsewhere)
    assert code == 1
    assert "Revoked" in out


def test_a_foreign_key_is_told_until_it_is_accepted(
    given: HandedOut, say: Say, tmp_path: Path
) -> None:
    file, elsewhere, key = given.files[1], tmp_path / "elsewhere", tmp_path / "key.pem"
    say("issuer", "--export", key)

    before, out = say("verify", file, home=elsewhere)
    accepted, _ = say("issuer", "--trust", key, home=elsewhere)
    after, later = say("verify", file, home=elsewhere)

    assert (before, accepted, after) == (1, 0, 0)
    assert "a key that you have not accepted" in out
    assert "Self-issued" in out
    assert "a key that you have accepted" in later


def test_a_program_may_read_the_verdict(given: HandedOut, say: Say) -> None:
    code, out = say("verify", given.files[3], "--json")

    found = json.loads(out)
    assert (code, found["standing"], found["good"]) == (0, "good", True)
    assert found["claims"]["statements"][0] == {"name": "Total", "value": "94.5 of 100"}


def test_what_an_altered_one_says_can_be_shown_and_is_called_unchecked(
    given: HandedOut, say: Say
) -> None:
    code, out = say("show", given.files[2])

    assert code == 0
    assert "Nothing was checked" in out
    assert "94.5 of 100" in out


def test_a_file_without_a_credential_is_told(say: Say, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")

    assert say("verify", tmp_path / "notes.txt")[0] == 3
    code, out = say("verify", tmp_path / "none.png")
    assert code == 3
    assert "cannot be read" in out


def test_the_issuer_shows_its_name_key_and_whom_it_accepts(say: Say) -> None:
    _, before = say("issuer")
    _, after = say("issuer", "--name", "Technical School", "--url", "https://school.example")

    assert "self-issued" in before
    assert "did:key:z6Mk" in before
    assert "BEGIN PUBLIC KEY" in before
    assert "Technical School" in after


def test_a_name_that_turns_writing_around_is_shown_as_what_it_is(say: Say, tmp_path: Path) -> None:
    made = result(candidate="Eve\u202e\x1b[31m", finished_at=FINISHED)
    issuer = open_issuer(find_places())
    given = hand_out(made, tmp_path, issuer=issuer, draw=draw_badge, now=FINISHED)

    _, out = say("show", given.files[0])

    assert r"Eve\u202e\x1b[31m" in out


def test_a_picture_that_was_drawn_anew_is_not_believed(
    given: HandedOut, say: Say, tmp_path: Path
) -> None:
    (svg,) = [file for file in given.files if file.suffix == ".svg"]
    forged = tmp_path / "forged.svg"
    forged.write_text(svg.read_text().replace(">94<", ">100<"))

    code, out = say("verify", forged)

    assert code == 0
    assert "the picture around it is not" in out
    assert "94.5 of 100" in out
    assert "the picture" not in say("verify", given.files[3])[1]


def test_a_forged_file_with_the_id_of_one_s_own_revokes_nothing(
    given: HandedOut, say: Say, tmp_path: Path
) -> None:
    file = tmp_path / "forged.jwt"
    file.write_text(resigned(given.token, "A" * 86))

    code, out = say("revoke", file)

    assert code == 3
    assert "not signed with the key of this machine" in out
    assert say("verify", given.files[0])[0] == 0
