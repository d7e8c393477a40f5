"""An organisation of any number of people who have played this week: two hundred departments, boards for all."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import psycopg

from app.core import clock
from app.core.config import Config
from app.core.db import committed, db, enter
from app.core.weeks import week_of
from app.factory import create_app
from app.identity.actions import add_department, create_organisation
from tests.databases import UNWRITTEN, database
from tests.schema import build

DEPARTMENTS = 200
STATEMENTS = """
create temp table crowd as with recursive numbers(number) as
  (select {first} union all select number + 1 from numbers where number + 1 < {until})
  select number, {new_id} as player, 5 * (1 + {random} % 80) as points, {random} % 6 as taken,
    {random} % 50 > 0 as on_boards from numbers;
create temp table places as select id, row_number() over (order by name) - 1 as number from departments;
insert into players (organisation_id, id, on_boards) select {own}, player, on_boards from crowd order by player;
insert into ledger_entries (organisation_id, id, player_id, key, kind, points, week, happened_at, entered_at)
  select {own}, {new_id}, player, 'earned', 'module', points, {week}, {moment}, {moment} from crowd order by player;
insert into point_totals select {own}, player, period, points
  from crowd cross join (select '{period}' as period union all select 'all') as periods order by player, period;
insert into membership_weeks (organisation_id, week, player_id, department_id, possible, taken, weight, result)
  select {own}, {week}, player, places.id, 5, taken, 1000000, 200000 * taken
  from crowd join places on places.number = crowd.number % {departments} order by player;
delete from department_weeks;
insert into department_weeks (organisation_id, week, department_id, members, possible, taken, weight, result,
    shown_taken, shown_weight, shown_result, shown_at, updated_at, version)
  select organisation_id, week, department_id, count(*), sum(possible), sum(taken), sum(weight), sum(result),
    sum(taken), sum(weight), sum(result), {moment}, {moment}, {until}
  from membership_weeks group by organisation_id, week, department_id;
drop table crowd;
drop table places;
"""


@dataclass
class Crowd:
    """The organisation on one database."""

    url: str
    organisation_id: UUID
    week: date
    people: int = 0
    departments: Sequence[UUID] = field(default_factory=list)

    def grow(self, people: int) -> None:
        """Let there be so many, each with a ledger entry, totals and a part in a department; a fiftieth off boards."""
        common = {"first": self.people, "until": people, "departments": DEPARTMENTS, "period": self.week.isoformat()}
        if self.url.startswith("sqlite"):
            own, week = f"'{self.organisation_id.hex}'", f"'{self.week}'"
            moment, new_id = f"'{self.week} 00:00:00.000000'", "lower(hex(randomblob(16)))"
            random = "abs(random() % 1000000)"
            statements = STATEMENTS.format(own=own, week=week, moment=moment, new_id=new_id, random=random, **common)
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as connection:
                pragmas = "pragma foreign_keys=off; pragma synchronous=off; pragma cache_size=-1000000;"
                connection.executescript(f"{pragmas} begin; {statements} commit; analyze;")
                connection.execute("pragma wal_checkpoint(truncate)")
        else:
            own, week, moment = f"'{self.organisation_id}'::uuid", f"date '{self.week}'", f"'{self.week}'::timestamptz"
            random = "floor(1000000 * random())::int"
            new_id = "gen_random_uuid()"
            statements = STATEMENTS.format(own=own, week=week, moment=moment, new_id=new_id, random=random, **common)
            server = self.url.replace("postgresql+psycopg://loype@", "postgresql://postgres@")
            with closing(psycopg.connect(server, autocommit=True)) as connection:
                connection.execute("set session_replication_role = replica")  # no foreign keys while it grows
                connection.execute(f"begin; {statements} commit")  # type: ignore[arg-type]
                connection.execute("vacuum analyze")
        self.people = people


@contextmanager
def crowd(name: str) -> Iterator[Crowd]:
    """Nobody yet, on the database of that name, with the application around it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, database(name, Path(folder), UNWRITTEN) as url:
        application = create_app(Config(env="test", data=folder, database_url=url))
        with application.app_context():
            build()
            organisation_id = committed(create_organisation, "folkehav", "Folkehav").id
            for number in range(DEPARTMENTS):
                committed(add_department, organisation_id, f"Avdeling {number:03}")
            yield Crowd(url, organisation_id, week_of(clock.now(), "Europe/Oslo"))
            db.session.remove()
            enter(None)
            db.engine.dispose()
