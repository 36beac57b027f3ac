"""Run by Alembic: migrates over the connection it is given, inside that transaction."""

from alembic import context

from etude.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
