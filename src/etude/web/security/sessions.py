"""Who has come in: one-time invitations and sessions, kept as files that any process can read."""

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from etude import decoding
from etude.app.whole_file import write_whole

INVITATION_LASTS = timedelta(minutes=10)
SESSION_LASTS = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Attributes:
    csrf: what a page sends with every change, to show that it is ours.
    until: when the session ends.
    """

    csrf: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Attributes: secret: what the browser keeps in its cookie."""

    secret: str
    session: Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """The invitations and sessions in one folder.

    Only hashes of secrets are written down, so that whoever reads the folder cannot come in.
    """

    folder: Path

    @property
    def cookie(self) -> str:
        """Browsers share cookies between ports, so each state folder has a name of its own."""
        return f"etude-{_digest(str(self.folder))[:8]}"

    def invite(self, *, now: datetime) -> str:
        """A token that opens one session, once and soon."""
        token = secrets.token_urlsafe(32)
        self._sweep(now)
        self._write(self._invitation(token), now + INVITATION_LASTS)
        return token

    def enter(self, token: str, *, now: datetime) -> Entered | None:
        """A session for an invitation; None when it was used before, is old, or is none."""
        path = self._invitation(token)
        try:
            until = decoding.from_json(path.read_bytes(), datetime)
            path.unlink()  # of several at once, one succeeds
        except (OSError, msgspec.DecodeError):
            return None
        return self._begin(now) if now < until else None

    def find(self, secret: str, *, now: datetime) -> Session | None:
        """The session of a cookie; None when there is none or it has ended."""
        try:
            session = decoding.from_json(self._session(secret).read_bytes(), Session)
        except (OSError, msgspec.DecodeError):
            return None
        return session if now < session.until else None

    def _begin(self, now: datetime) -> Entered:
        secret = secrets.token_urlsafe(32)
        session = Session(csrf=secrets.token_urlsafe(32), until=now + SESSION_LASTS)
        self._write(self._session(secret), session)
        return Entered(secret=secret, session=session)

    def _sweep(self, now: datetime) -> None:
        """Removes what has been of no use for a long time."""
        for path in self.folder.glob("*/*"):
            with suppress(OSError):
                if now.timestamp() - path.stat().st_mtime > SESSION_LASTS.total_seconds():
                    path.unlink()

    def _invitation(self, token: str) -> Path:
        return self.folder / "invitations" / _digest(token)

    def _session(self, secret: str) -> Path:
        return self.folder / "sessions" / _digest(secret)

    def _write(self, path: Path, value: object) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, msgspec.json.encode(value), sync=False)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
