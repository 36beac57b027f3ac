"""The issuer of a machine: its key, its name, what it has issued and revoked."""

import io
import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from results import FINISHED, result

from etude.app.credentials import check_credential, hand_out, open_issuer, read_claims
from etude.app.issuer import IssuerFolder
from etude.app.places import Places
from etude.domain.credential import Issuer, Pictures, Standing, Trust
from etude.domain.problem import Problem
from etude.domain.result import Result
from etude.exams.signing import new_key
from etude.exams.verification import claims_in, status_slot


def draw_pixel() -> bytes:
    content = io.BytesIO()
    Image.new("L", (1, 1)).save(content, "PNG")
    return content.getvalue()


NOW = FINISHED + timedelta(hours=1)
PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
PIXEL = draw_pixel()


def draw(made: Result, issuer: Issuer) -> Pictures:
    return Pictures(svg=PICTURE, png=PIXEL)


@pytest.fixture
def issuer(tmp_path: Path) -> IssuerFolder:
    return IssuerFolder(tmp_path / "state" / "issuer")


def test_the_key_is_made_once_and_for_its_owner_alone(issuer: IssuerFolder, tmp_path: Path) -> None:
    first = issuer.issuer()

    key = tmp_path / "state" / "issuer" / "key.pem"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    assert IssuerFolder(key.parent).issuer() == first
    assert first.self_issued


def test_revoking_takes_back_every_credential_of_a_sitting(
    issuer: IssuerFolder, tmp_path: Path
) -> None:
    files = [
        hand_out(
            result(candidate=name), tmp_path / name, issuer=issuer, draw=draw, now=NOW, sitting="ab"
        ).files[0]
        for name in ("ann", "a")
    ]

    issuer.revoke(read_claims(files[1]).id, now=NOW)

    standings = [check_credential(file, issuer=issuer, now=NOW).standing for file in files]
    assert standings == [Standing.REVOKED, Standing.REVOKED]
    with pytest.raises(Problem, match="was revoked"):
        hand_out(result(), tmp_path, issuer=issuer, draw=draw, now=NOW, sitting="ab")


def test_of_several_that_begin_at_once_all_have_the_same_key(issuer: IssuerFolder) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: issuer.issuer().did, range(8)))

    assert len(found) == 1


def test_looking_at_the_credentials_of_others_makes_no_key(issuer: IssuerFolder) -> None:
    known = issuer.known()

    assert known.own == ""
    assert not issuer.exists


@pytest.mark.parametrize("suffix", [".jwt", ".json", ".svg", ".png"])
def test_a_credential_is_handed_out_in_four_forms_that_all_verify(
    issuer: IssuerFolder, tmp_path: Path, suffix: str
) -> None:
    given = hand_out(result(), tmp_path / "out", issuer=issuer, draw=draw, now=NOW)

    (file,) = [one for one in given.files if one.suffix == suffix]
    found = check_credential(file, issuer=issuer, now=NOW)
    assert file.name == f"etude-developer-2026-03-14{suffix}"
    assert (found.standing, found.trust) == (Standing.GOOD, Trust.OWN)


def test_each_credential_has_its_own_place_in_the_list(issuer: IssuerFolder) -> None:
    slots = [status_slot(issuer.issue(result(), now=NOW)) for _ in range(5)]

    assert len({slot.index for slot in slots if slot}) == 5
    assert len({slot.list for slot in slots if slot}) == 1


def test_revoking_tells_this_credential_and_no_other(issuer: IssuerFolder, tmp_path: Path) -> None:
    tokens = [issuer.issue(result(), now=NOW) for _ in range(2)]
    files = [tmp_path / f"{number}.jwt" for number in range(2)]
    for file, token in zip(files, tokens, strict=True):
        file.write_text(token)

    issuer.revoke(claims_in(tokens[0]).id, now=NOW)

    standings = [check_credential(file, issuer=issuer, now=NOW).standing for file in files]
    assert standings == [Standing.REVOKED, Standing.GOOD]


def test_others_learn_of_it_from_the_list_that_is_handed_to_them(
    issuer: IssuerFolder, tmp_path: Path
) -> None:
    file = tmp_path / "badge.jwt"
    file.write_text(issuer.issue(result(), now=NOW))
    elsewhere = IssuerFolder(tmp_path / "elsewhere")
    elsewhere.trust(issuer.issuer().did)
    issuer.revoke(read_claims(file).id, now=NOW)

    before = check_credential(file, issuer=elsewhere, now=NOW)
    after = check_credential(file, issuer=elsewhere, now=NOW, status=issuer.status_file)

    assert (before.standing, before.status_as_of) == (Standing.GOOD, None)
    assert after.standing is Standing.REVOKED


def test_a_foreign_credential_cannot_be_revoked_here(issuer: IssuerFolder) -> None:
    with pytest.raises(Problem, match="not issued on this machine"):
        issuer.revoke("urn:uuid:1", now=NOW)


def test_a_revocation_is_for_ever(issuer: IssuerFolder) -> None:
    identity = claims_in(issuer.issue(result(), now=NOW)).id
    issuer.revoke(identity, now=NOW)

    with pytest.raises(Problem, match="revoked already"):
        issuer.revoke(identity, now=NOW)


def test_a_named_issuer_is_not_self_issued(issuer: IssuerFolder) -> None:
    issuer.rename(name="Technical School", url="https://school.example")

    claims = claims_in(issuer.issue(result(), now=NOW))

    assert (claims.issuer_name, claims.self_issued) == ("Technical School", False)


def test_the_address_of_the_list_is_settled_with_the_first_credential(
    issuer: IssuerFolder,
) -> None:
    issuer.rename(status_list="https://school.example/revoked.jwt")
    slot = status_slot(issuer.issue(result(), now=NOW))

    with pytest.raises(Problem, match="issued already"):
        issuer.rename(status_list="https://school.example/elsewhere.jwt")

    assert slot is not None
    assert slot.list == "https://school.example/revoked.jwt"


def test_a_key_is_accepted_as_pem_or_by_its_name_and_given_up_again(
    issuer: IssuerFolder,
) -> None:
    key = new_key()

    assert issuer.trust(key.public.decode()) == issuer.trust(f" {key.did}\n") == key.did
    assert issuer.trusted() == [key.did]
    assert issuer.distrust(key.did)
    assert issuer.trusted() == []


@pytest.mark.parametrize("text", ["", "did:web:school.example", "-----BEGIN PUBLIC KEY-----"])
def test_what_is_no_public_key_is_told(issuer: IssuerFolder, text: str) -> None:
    with pytest.raises(Problem, match="A public key was expected"):
        issuer.trust(text)


def test_a_private_key_is_no_public_one(issuer: IssuerFolder) -> None:
    with pytest.raises(Problem, match="A public key was expected"):
        issuer.trust(new_key().private.decode())


@pytest.mark.parametrize("file", ["key.pem", "issuer.json", "issued.json", "trusted.json"])
def test_a_spoilt_file_is_named(issuer: IssuerFolder, tmp_path: Path, file: str) -> None:
    issuer.issue(result(), now=NOW)
    (tmp_path / "state" / "issuer" / file).write_text("{")

    def use() -> None:
        issuer.issue(result(), now=NOW)
        issuer.known()

    with pytest.raises(Problem, match=file):
        use()


def test_a_missing_library_is_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("etude.app.issuer")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openbadgeslib.errors", None)
    places = Places(state=tmp_path, runtime=tmp_path, database="")

    with pytest.raises(Problem, match=r"pip install 'etude\[exam\]'"):
        open_issuer(places)


@pytest.mark.skipif(os.name != "posix", reason="needs a umask")
def test_no_moment_leaves_the_key_open(issuer: IssuerFolder, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        issuer.issuer()
    finally:
        os.umask(before)

    mode = stat.S_IMODE((tmp_path / "state" / "issuer" / "key.pem").stat().st_mode)
    assert mode == 0o600
