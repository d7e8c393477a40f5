"""Row-level security: PostgreSQL itself shows no row of another organisation, also to the tables' owner."""

from sqlalchemy import Connection, text

from app.core.db import db

EVERYBODYS = {  # two directories, what organisations race over together, and four that hold no one's rows
    "organisations",
    "push_endpoints",
    "meets",
    "meet_sides",
    "installation_keys",
    "sign_in_failures",
    "passkey_challenges",
    "heartbeats",
}
OWN_ROWS = "organisation_id = nullif(current_setting('loype.organisation', true), '')::uuid"


def protect(connection: Connection, *tables: str) -> None:
    """Let each table show and take only rows of the organisation in scope. Does nothing on SQLite."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        connection.execute(text(f'alter table "{table}" enable row level security'))
        connection.execute(text(f'alter table "{table}" force row level security'))
        connection.execute(
            text(f'create policy own_organisation on "{table}" using ({OWN_ROWS}) with check ({OWN_ROWS})')
        )


def owned_tables() -> list[str]:
    """Every table whose rows belong to an organisation, parents first."""
    return [table.name for table in db.metadata.sorted_tables if table.name not in EVERYBODYS]
