"""The issuer of this machine: its key, its name, whom it trusts, what it has issued and revoked."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from openbadgeslib.errors import AlreadyRevoked, StatusError, UnknownCredential
from openbadgeslib.ob3 import StatusRegistry

from etude.app.whole_file import write_once, write_whole
from etude.domain.credential import Issuer, Revocation, StatusSlot
from etude.domain.problem import Problem
from etude.domain.result import Result
from etude.exams.credential import credential_of
from etude.exams.signing import (
    SigningKey,
    did_of,
    new_key,
    read_key,
    sign,
    sign_status_list,
)
from etude.exams.verification import Known

_DID = re.compile(r"did:key:z[1-9A-HJ-NP-Za-km-z]{40,120}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settings:
    """Attributes: name: "" while self-issued; status_list: the address or name of the list."""

    status_list: str
    name: str = ""
    url: str = ""


class IssuerFolder:
    """Everything that an issuer is, in one folder of the state folder.

    Args:
      folder: made on first use; the private key in it is for the owner's eyes alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def status_file(self) -> Path:
        """The signed list of revoked credentials, to be published or handed on."""
        return self._folder / "status.jwt"

    @property
    def exists(self) -> bool:
        return self._key_file.exists()

    def issuer(self) -> Issuer:
        """Made on first use.

        Raises:
          Problem: the folder's files cannot be read.
        """
        settings = self._settings()
        return Issuer(did=self._key().did, name=settings.name, url=settings.url)

    def known(self, status_lists: Sequence[str] = ()) -> Known:
        """Whom to believe; looking makes no key where there is none."""
        own = self._key().did if self.exists else ""
        lists = [*status_lists]
        if self.status_file.exists():
            lists.append(self.status_file.read_text(encoding="utf-8"))
        return Known(own=own, trusted=frozenset(self.trusted()), status_lists=tuple(lists))

    def rename(
        self, *, name: str | None = None, url: str | None = None, status_list: str | None = None
    ) -> None:
        """What later credentials say of the issuer; those that are issued stay as they are."""
        settings = self._settings()
        if status_list and status_list != settings.status_list and self._has_issued():
            raise Problem(
                "Credentials are issued already that name the list of revoked ones "
                f"{settings.status_list}; another address would leave them without one."
            )
        wanted = {"name": name, "url": url, "status_list": status_list}
        changed = asdict(settings) | {k: v for k, v in wanted.items() if v is not None}
        write_whole(self._settings_file, _json(changed))

    def trust(self, text: str) -> str:
        """Accepts another issuer's key, given as PEM or as did:key; returns its did:key.

        Raises:
          Problem: the text holds no public key.
        """
        did = _did_in(text)
        kept = [*self.trusted(), did]
        write_whole(self._trusted_file, _json(sorted(set(kept))))
        return did

    def distrust(self, did: str) -> bool:
        """Whether it had been trusted."""
        kept = self.trusted()
        write_whole(self._trusted_file, _json([one for one in kept if one != did]))
        return did in kept

    def trusted(self) -> list[str]:
        if not self._trusted_file.exists():
            return []
        return [str(one) for one in _read(self._trusted_file)]

    def public_key(self) -> bytes:
        """PEM."""
        return self._key().public

    def issue(self, result: Result, *, now: datetime, identity: UUID | None = None) -> str:
        """A signed credential of this result; its place in the list of revoked ones is kept first.

        Args:
          identity: of the credential; one that was issued keeps its place. Random without.

        Raises:
          ValueError: the sitting was not passed.
          Problem: the folder cannot be used, or this credential was revoked.
        """
        identity = identity or uuid4()
        issuer, settings = self.issuer(), self._settings()
        with self._registry() as registry:
            index = _place(registry, identity.urn, now)
            slot = StatusSlot(list=settings.status_list, index=index)
            credential = credential_of(result, issuer=issuer, identity=identity, status=slot)
            registry.save()
            self._publish(registry, settings, now)
        return sign(credential, self._key())

    def revoke(self, credential: str, *, now: datetime, why: str = "") -> None:
        """Enters it as revoked, for ever, and signs the list anew.

        Args:
          credential: its id.

        Raises:
          Problem: it was not issued here, or is revoked already.
        """
        with self._registry() as registry:
            registry.revoke(credential, now, why or None)
            registry.save()
            self._publish(registry, self._settings(), now)

    def revoked(self) -> Sequence[Revocation]:
        """What was taken back here, the newest first; looking makes no file.

        Raises:
          Problem: the list of issued credentials cannot be read.
        """
        if not self._registry_file.exists():
            return []
        with self._registry() as registry:
            found = [
                Revocation(
                    credential=entry.jti,
                    at=datetime.fromisoformat(entry.revoked.date),
                    why=entry.revoked.reason or "",
                )
                for entry in registry.entries.values()
                if entry.revoked is not None
            ]
        return sorted(found, key=lambda one: one.at, reverse=True)

    def _has_issued(self) -> bool:
        with self._registry() as registry:
            return bool(registry.entries)

    def _publish(self, registry: StatusRegistry, settings: _Settings, now: datetime) -> None:
        revoked = registry.revoked_indices()
        token = sign_status_list(settings.status_list, revoked, key=self._key(), now=now)
        write_whole(self.status_file, token.encode())

    @contextmanager
    def _registry(self) -> Iterator[StatusRegistry]:
        """What was issued, while no other process changes it."""
        try:
            with StatusRegistry.locked(str(self._registry_file)) as registry:
                yield registry
        except UnknownCredential:
            raise Problem(
                "This credential was not issued on this machine, so it cannot be revoked here; "
                "ask its issuer."
            ) from None
        except AlreadyRevoked:
            raise Problem("This credential is revoked already.") from None
        except StatusError as error:
            raise Problem(f"The list of issued credentials cannot be read: {error}") from None

    def _key(self) -> SigningKey:
        if not self.exists:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_once(self._key_file, new_key().private, private=True)
        try:
            return read_key(self._key_file.read_bytes())
        except ValueError as error:
            raise Problem(
                f"{self._key_file} holds {error}. Put its copy back; without it, what was issued "
                "can no longer be revoked."
            ) from None

    def _settings(self) -> _Settings:
        if not self._settings_file.exists():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_once(self._settings_file, _json(asdict(_Settings(status_list=uuid4().urn))))
        try:
            return _Settings(**_read(self._settings_file))
        except TypeError as error:
            raise Problem(f"{self._settings_file} cannot be read: {error}.") from None

    @property
    def _key_file(self) -> Path:
        return self._folder / "key.pem"

    @property
    def _settings_file(self) -> Path:
        return self._folder / "issuer.json"

    @property
    def _registry_file(self) -> Path:
        return self._folder / "issued.json"

    @property
    def _trusted_file(self) -> Path:
        return self._folder / "trusted.json"


def _place(registry: StatusRegistry, credential: str, now: datetime) -> int:
    """In the list of revoked ones; no name is kept."""
    known = registry.entries.get(credential)
    if known is None:
        return int(registry.allocate(credential, credential, now))
    if known.revoked is not None:
        raise Problem("The credential of this sitting was revoked, and that is for ever.")
    return int(known.index)


def _did_in(text: str) -> str:
    found = text.strip()
    try:
        return found if _DID.fullmatch(found) else did_of(found.encode())
    except ValueError as error:
        raise Problem(
            f"A public key was expected, in PEM or as did:key:z...; this is none ({error})."
        ) from None


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Problem(f"{file} cannot be read: {error}.") from None


def _json(value: object) -> bytes:
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()
