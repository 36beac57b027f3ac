"""`etude credential`: credentials of passed exams, made here or elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json

if TYPE_CHECKING:
    from etude.app.issuer import IssuerFolder

_FILE = click.argument("file", type=click.Path(path_type=Path))
_EPILOG = """\
\b
Exit codes:
  0    genuine, in force, and signed with your key or one that you have accepted
  1    altered, expired, revoked, or signed with a key that you have not accepted
  3    there is no credential in the file
"""


@click.group("credential", short_help="Check, show or revoke the credential of an exam.")
def command() -> None:
    """Check, show or revoke the credential of a passed exam; nothing needs a network.

    A credential is an Open Badges 3.0 badge, in any of the forms in which étude writes it: a token
    (.jwt), JSON, or a picture with the token baked in (.svg, .png).
    """


@command.command("verify", short_help="Say whether a credential can be believed.", epilog=_EPILOG)
@_FILE
@click.option(
    "--status",
    type=click.Path(path_type=Path),
    help="The issuer's signed list of revoked credentials.",
)
@json_option()
def verify(file: Path, *, status: Path | None, as_json: bool) -> Code:
    """Say who issued the credential in FILE, what it attests, and whether that can be believed.

    Offline one cannot know what was revoked after the list at hand was signed.
    """
    from etude.app.credentials import check_credential
    from etude.app.records import utc_now
    from etude.render.credential import verification_record, verification_view

    found = check_credential(file, issuer=_issuer(), now=utc_now(), status=status)
    if as_json:
        print_json(verification_record(found))
    else:
        console().print(verification_view(found))
    return Code.OK if found.good else Code.NOT_PASSED


@command.command("show", short_help="Show what a credential says, unchecked.")
@_FILE
@json_option()
def show(file: Path, *, as_json: bool) -> Code:
    """Show what the credential in FILE says; nothing of it is checked."""
    _issuer()  # says so where the library is missing
    from etude.app.credentials import read_claims
    from etude.render.credential import claims_view

    claims = read_claims(file)
    if as_json:
        import msgspec

        print_json(msgspec.to_builtins(claims))
    else:
        console().print(claims_view(claims))
    return Code.OK


@command.command("revoke", short_help="Take back a credential that was issued here.")
@_FILE
@click.option("--why", default="", help="Kept in your own list; not published.")
def revoke(file: Path, *, why: str) -> Code:
    """Take back the credential in FILE, for ever; it must have been issued on this machine.

    Who checks it elsewhere learns of it from the list that is signed anew: publish that file, or
    hand it on for `etude credential verify --status`.
    """
    issuer = _issuer()
    from etude.app import credentials
    from etude.app.records import utc_now

    credentials.revoke(file, issuer=issuer, now=utc_now(), why=why)
    click.echo(f"Revoked. The list of revoked credentials is {issuer.status_file}")
    return Code.OK


@command.command("issuer", short_help="Show who signs here, and whose keys you accept.")
@click.option(
    "--trust", type=click.Path(path_type=Path), help="Accept the public key in this file."
)
@click.option("--distrust", metavar="DID", help="Accept this key no longer.")
@click.option("--name", help="What later credentials call you; '' for self-issued again.")
@click.option("--url", help="Where people can read about you.")
@click.option("--status-url", help="Where you publish your list of revoked credentials.")
@click.option(
    "--export", type=click.Path(path_type=Path), help="Write your public key to this file."
)
def issuer(
    *,
    trust: Path | None,
    distrust: str | None,
    name: str | None,
    url: str | None,
    status_url: str | None,
    export: Path | None,
) -> Code:
    """Show the key with which this machine signs, made on first use, and whose keys it accepts.

    A school or company that examines others gives itself a name, and hands its public key to those
    who shall check its credentials.
    """
    here = _issuer()
    if trust is not None:
        click.echo(f"Accepted: {here.trust(_text(trust))}")
    elif distrust is not None:
        click.echo("Accepted no longer." if here.distrust(distrust) else "It was not accepted.")
    elif export is not None:
        from etude.app.whole_file import write_whole

        write_whole(export, here.public_key())
        click.echo(f"The public key is in {export}")
    else:
        if (name, url, status_url) != (None, None, None):
            here.rename(name=name, url=url, status_list=status_url)
        _show_issuer(here)
    return Code.OK


def _show_issuer(here: "IssuerFolder") -> None:
    from etude.render.credential import issuer_view

    key = here.public_key().decode()
    console().print(issuer_view(here.issuer(), public_key=key, trusted=here.trusted()))


def _text(file: Path) -> str:
    from etude.domain.problem import Problem

    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Problem(
            f"{file} cannot be read. Expected a public key as text: PEM, or did:key:z..."
        ) from None


def _issuer() -> "IssuerFolder":
    from etude.app.credentials import open_issuer
    from etude.app.places import find_places

    return open_issuer(find_places())
