"""The SQL store when things go wrong, and when two use it at once."""

import io
import json
import math
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from making_attempts import MakeAttempt
from making_events import begun, event
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from etude.store import migrate
from etude.store.engine import for_writing, open_engine, sqlite_url
from etude.store.port import StoreProblem
from etude.store.sql import SqlStore
from etude.store.tables import Base

HERE = Path(__file__).parent


def store_at(path: Path) -> SqlStore:
    return SqlStore(sqlite_url(path))


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=HERE, timeout=120
    )


@pytest.mark.slow
def test_every_acknowledged_attempt_survives_thirty_kills(tmp_path: Path) -> None:
    done = run_python("writes_until_killed.py", str(tmp_path / "attempts.db"), "30")

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 30


def test_processes_that_begin_at_once_all_keep_their_attempts(tmp_path: Path) -> None:
    path = tmp_path / "attempts.db"
    program = (
        "import sys; from pathlib import Path; from making_attempts import make_attempt\n"
        "from etude.store.engine import sqlite_url; from etude.store.sql import SqlStore\n"
        "store = SqlStore(sqlite_url(Path(sys.argv[1])))\n"
        "for n in range(20): store.add_attempt(make_attempt(f'{sys.argv[2]}/e{n}'))\n"
    )
    together = [
        subprocess.Popen([sys.executable, "-c", program, str(path), f"p{n}"], cwd=HERE)
        for n in range(4)
    ]

    assert [process.wait(timeout=60) for process in together] == [0, 0, 0, 0]
    assert len(store_at(path).standings("ann")) == 80


def test_what_is_kept_is_written_through_to_the_disk(tmp_path: Path) -> None:
    store = store_at(tmp_path / "attempts.db")

    with store._engine.connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar()

    assert (mode, synchronous) == ("wal", 2)
    store.close()


def test_the_same_file_is_stored_once_however_often_it_is_sent(
    tmp_path: Path, attempt: MakeAttempt
) -> None:
    store = store_at(tmp_path / "attempts.db")
    for _ in range(3):
        store.add_attempt(attempt(text="the same\n"))

    store.close()

    with sqlite3.connect(tmp_path / "attempts.db") as database:
        assert database.execute("SELECT count(*) FROM content").fetchone() == (1,)
    database.close()


def test_a_full_disk_is_told_in_one_sentence_and_loses_nothing(
    small_disk: Path, attempt: MakeAttempt
) -> None:
    store = store_at(small_disk / "attempts.db")
    store.add_attempt(attempt("kept/first"))

    with pytest.raises(StoreProblem, match="is full"):
        store.add_attempt(attempt("too/much", text="x" * 500_000))

    assert "kept/first" in store.standings("ann")
    store.close()


def test_a_disk_that_was_full_before_is_told_in_the_same_words(small_disk: Path) -> None:
    fill = small_disk / "fill"
    free = shutil.disk_usage(small_disk).free
    fill.write_bytes(b"x" * (free - 20_000))  # the file fits, what SQLite needs beside it does not

    with pytest.raises(StoreProblem, match="is full"):
        store_at(small_disk / "attempts.db")


def test_a_folder_that_cannot_be_written_is_told_with_what_to_do(read_only_folder: Path) -> None:
    with pytest.raises(StoreProblem, match=r"ETUDE_HOME|Read-only|Permission"):
        store_at(read_only_folder / "state" / "attempts.db")


_GARBAGE = b"SQLite format 3\0" + b"x" * 4096


@pytest.mark.parametrize("content", [b"not a database at all" * 50, _GARBAGE])
def test_a_damaged_database_is_told_with_how_to_start_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "attempts.db"
    path.write_bytes(content)

    with pytest.raises(StoreProblem, match=r"damaged.*mv "):
        store_at(path)


def test_a_database_of_a_newer_etude_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "attempts.db"
    store_at(path).close()
    database = sqlite3.connect(path)
    with database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()

    with pytest.raises(StoreProblem, match=r"newer étude.*pip install --upgrade"):
        store_at(path)


def test_a_url_that_is_none_is_told() -> None:
    with pytest.raises(StoreProblem, match="URL of a database"):
        SqlStore("not a url")


def test_a_missing_driver_is_told_without_the_password() -> None:
    with pytest.raises(StoreProblem, match="driver is missing") as told:
        SqlStore("postgresql+pg8000://me:secret@localhost/etude")

    assert "secret" not in str(told.value)


def test_migrations_lead_to_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    store_at(tmp_path / "attempts.db").close()
    engine = create_engine(sqlite_url(tmp_path / "attempts.db"))

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)

    engine.dispose()
    assert differences == []


def _attempts_of_the_first_version(path: Path) -> None:
    """A database as étude made it before there were variants."""
    engine = open_engine(sqlite_url(path))
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in (
            "INSERT INTO learner VALUES ('ann', '2026-05-04 12:00:00')",
            "INSERT INTO workspace VALUES ('here', 'ann', '2026-05-04 12:00:00')",
            "INSERT INTO content VALUES ('abc', x'78203d2031')",
            "INSERT INTO attempt VALUES (7, 'ann', 'here', 'images/pipeline', "
            "'2026-05-04 12:00:00', 'pipeline.py', 'h', 1, 2, 2, "
            '\'{"exercise": "images/pipeline", "file": "pipeline.py"}\')',
            "INSERT INTO attempt_file VALUES (7, 'pipeline.py', 'abc')",
            "INSERT INTO hint_shown VALUES (1, 'ann', 'images/pipeline', 2, '2026-05-04 11:00:00')",
            "INSERT INTO solution_seen VALUES (1, 'ann', 'models/cnn', '2026-05-04 11:00:00')",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_what_was_kept_before_there_were_variants_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "attempts.db"
    _attempts_of_the_first_version(path)

    store = store_at(path)

    (attempt,) = store.attempts("ann", "images/pipeline")
    assert (attempt.submission.program, attempt.submission.seed) == (b"x = 1", 0)
    assert [(event.deed.value, event.seed) for event in store.history("ann")] == [
        ("hint", 0),
        ("solution", 0),
        ("tried", 0),
    ]
    store.add_solution_seen("ann", "models/cnn", at=attempt.at, seed=1)
    assert len(store.history("ann")) == 4
    store.close()


def test_the_newest_revision_is_the_one_that_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))

    assert ScriptDirectory.from_config(config).get_current_head() == migrate.NEWEST


def test_every_migration_can_be_written_for_postgresql() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )

    with Operations.context(context):
        for script in reversed(list(ScriptDirectory.from_config(config).walk_revisions())):
            script.module.upgrade()

    assert "ALTER TABLE solution_seen DROP CONSTRAINT" in written.getvalue()
    assert "ALTER TABLE attempt ADD COLUMN seed INTEGER DEFAULT '0' NOT NULL" in written.getvalue()


def test_postgresql_can_hold_every_table() -> None:
    dialect = postgresql.dialect()

    for table in Base.metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))


def test_what_is_kept_is_json_that_any_database_takes(tmp_path: Path, attempt: MakeAttempt) -> None:
    plain = attempt()
    verdict = replace(plain.report.verdicts[0], measured={"as it is": math.nan, "moved": math.inf})
    url = sqlite_url(tmp_path / "attempts.db")
    store = SqlStore(url)
    store.add_attempt(replace(plain, report=replace(plain.report, verdicts=[verdict])))
    store.add_sitting(*begun("ann", "s1"))
    store.add_sitting_event(event("s1", 2, detail={"marked": {"phases": {"total": math.nan}}}))
    store.close()

    with closing(sqlite3.connect(tmp_path / "attempts.db")) as database:
        (report,) = database.execute("SELECT report FROM attempt").fetchone()
        details = database.execute("SELECT detail FROM sitting_event ORDER BY number").fetchall()

    (kept,) = json.loads(report, parse_constant=pytest.fail)["verdicts"]
    assert kept["measured"] == {"as it is": "nan", "moved": "inf"}
    last = json.loads(details[-1][0], parse_constant=pytest.fail)
    assert last == {"marked": {"phases": {"total": "nan"}}}
