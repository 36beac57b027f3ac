"""Brings a database to the tables that this étude knows."""

from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from etude.store.engine import for_writing
from etude.store.port import StoreProblem

# The newest file in migrations/versions; compared before Alembic is imported, which takes a while.
NEWEST = "0004"
SCRIPTS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Applies what is missing; safe against another process doing the same.

    Raises:
      StoreProblem: the database was written by a newer étude.
    """
    with engine.connect() as connection:
        if _revision(connection) == NEWEST:
            return
    with for_writing(engine).begin() as connection:
        if _revision(connection) != NEWEST:
            _upgrade(connection)


def _revision(connection: Connection) -> str:
    """The revision of the database, "" for a new one."""
    try:
        with connection.begin_nested():
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except DBAPIError as error:
        if _has_no_table(error):
            return ""
        raise
    return str(found or "")


def _has_no_table(error: DBAPIError) -> bool:
    told = str(error.orig)
    return "no such table" in told or "does not exist" in told


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreProblem(
            "Your attempts were stored by a newer étude than this one. "
            "Update it: pip install --upgrade etude"
        ) from error
