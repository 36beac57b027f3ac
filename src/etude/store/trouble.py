"""Says in plain words what is wrong with a database, and what to do."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from etude.store.port import StoreProblem

_FULL = (sqlite3.SQLITE_FULL,)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NOT_WRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PRIMARY_CODE = 0xFF
# SQLite calls it an I/O error when not even its shared index, of 32 KiB, can be made to grow.
_TOO_LITTLE_BYTES = 64 << 10


@contextmanager
def told_plainly(where: str) -> Iterator[None]:
    """Turns a database's exceptions into ``StoreProblem``; ``where`` names the database."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, ImportError) as error:
        raise StoreProblem(_message(error, where)) from error


def _message(error: Exception, where: str) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _about_sqlite(cause, where)
    if isinstance(cause, OSError):
        return f"étude keeps your attempts in {where}, which failed: {cause.strerror or cause}."
    if isinstance(cause, ImportError):
        return f"étude keeps your attempts in {where}, whose driver is missing: {cause}."
    reason = (str(cause).strip() or type(cause).__name__).splitlines()[0]
    return f"étude keeps your attempts in {where}, which failed: {reason}"


def _about_sqlite(error: sqlite3.Error, where: str) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
    if code in _FULL or (code == sqlite3.SQLITE_IOERR and _is_full(where)):
        return f"The disk that holds {where} is full. Free some space and check again."
    if code in _DAMAGED:
        return (
            f"{where} is damaged ({error}). Move it away, and étude starts a new one: "
            f'mv "{where}" "{where}.damaged"'
        )
    if code in _NOT_WRITABLE:
        return (
            f"{where} cannot be written ({error}). Give yourself the right to write there, "
            "or set ETUDE_HOME to a folder of your own."
        )
    if code in _BUSY:
        return f"{where} is in use by another program, which did not let go. Try again."
    return f"étude keeps your attempts in {where}, which failed: {error}."


def _is_full(where: str) -> bool:
    try:
        return shutil.disk_usage(Path(where).parent).free < _TOO_LITTLE_BYTES
    except OSError:
        return False
