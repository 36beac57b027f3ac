"""Connections to the database: SQLite that survives a kill, or any other by its URL."""

import json
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from etude.domain.named_numbers import with_named_numbers

BUSY_SECONDS = 15.0
_WRITES = "etude_writes"


def sqlite_url(path: Path) -> URL:
    """The URL of a database file, whatever characters stand in its path."""
    return URL.create("sqlite", database=str(path))


def open_engine(url: str | URL) -> Engine:
    """An engine for this URL; the folder of a SQLite file is made when it is missing."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, json_serializer=_json)
    if parsed.database:
        Path(parsed.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS}, json_serializer=_json)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _json(value: Any) -> str:
    """JSON as PostgreSQL takes it, which refuses the NaN that Python writes and SQLite keeps."""
    return json.dumps(with_named_numbers(value), allow_nan=False)


def for_writing(engine: Engine) -> Engine:
    """The same engine; its transactions take SQLite's write lock at once.

    A transaction that reads first and writes later fails at once when another process has written
    in between, however long it is allowed to wait.
    """
    return engine.execution_options(**{_WRITES: True})


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by us, below
    connection.execute("PRAGMA foreign_keys=ON")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _switch_to_wal(connection)
    connection.execute("PRAGMA synchronous=FULL")


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Another process may be doing the same; SQLite does not wait for it by itself here."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def dispose(engine: Engine) -> None:
    """Closes every connection."""
    with suppress(Exception):  # whatever is wrong with the database was told before
        engine.dispose()
