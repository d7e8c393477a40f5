"""The `loype` command."""

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar
from uuid import UUID

import click
import flask_migrate
from flask import current_app
from sqlalchemy.exc import IntegrityError

from app import docs, serving
from app import doctor as examination
from app.backup import actions as backups
from app.backup.archive import BackupRefused, shown
from app.core.config import Config, Misconfigured
from app.core.db import committed, scope
from app.core.errors import Problem
from app.core.keys import make_keys
from app.demo import load as demonstration
from app.demo.cast import PIN
from app.factory import create_app
from app.identity import actions as identity
from app.identity.credentials import keys
from app.identity.enrolment.rules import address_of
from app.identity.provisioning import founding, importing
from app.identity.provisioning.sheets import SheetRefused
from app.identity.provisioning.telling import told
from app.identity.queries import organisation_by_code, organisation_ids
from app.merging import actions as merging
from app.worker import run as run_worker
from leaderboards.recount import recount_all
from quests.authoring.statistics.actions import count_what_was, recount_figures
from quests.content.jobs import stored
from quests.content.package import read_package
from quests.paths.actions import take_in
from quests.paths.exporting import exported
from quests.review.actions import recount_memory

P = ParamSpec("P")
R = TypeVar("R")


def in_app(command: Callable[P, R]) -> Callable[P, R]:
    """Run a command inside the application."""

    @wraps(command)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        with create_app(Config.from_environment()).app_context():
            return command(*args, **kwargs)

    return inside


@click.group()
def loype() -> None:
    """Løype: a learning game for people who work shifts. Settings are LOYPE_* variables."""


@loype.command()
@in_app
def migrate() -> None:
    """Bring the database to the newest form, make the keys that are missing, count what was played before sums were."""
    flask_migrate.upgrade()
    committed(make_keys)
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            committed(count_what_was, organisation_id)


@loype.command()
def serve() -> None:
    """Serve the web alone."""
    serving.serve(Config.from_environment())


@loype.command()
def worker() -> None:
    """Look every minute at what is due: releases, standings."""
    run_worker(create_app(Config.from_environment()))


@loype.command()
def run() -> None:
    """Serve the web and look at what is due, until Ctrl-C."""
    config = Config.from_environment()
    serving.check(config)
    scheme = "https" if config.tls_cert else "http"
    told = f"Løype is at {scheme}://{config.host}:{config.port}. Stop it with Ctrl-C."
    sys.exit(serving.run_both(config, lambda: click.echo(told)))


@loype.command()
@click.option("--json", "as_json", is_flag=True, help="Only print who can sign in.")
@click.option("--refresh", is_flag=True, help="Take the demos away and load them anew, so that today is in week two.")
@in_app
def demo(as_json: bool, refresh: bool) -> None:
    """Load Fjordvik, a demo municipality, and Nærkjøp, a demo chain of shops, once. Refused in production."""
    config = current_app.config["LOYPE"]
    if as_json:
        first, *others = [cast.shown() for cast in demonstration.CASTS]
        click.echo(json.dumps({**first, "others": others}, ensure_ascii=False))
        return
    if config.env == "production":
        raise click.ClickException("Demo data is refused in production: LOYPE_ENV says production.")
    for cast in demonstration.CASTS:
        if refresh:
            demonstration.forget(cast)
        if not demonstration.is_loaded(cast):
            demonstration.load(cast)
    for cast in demonstration.CASTS:
        click.echo(f"{cast.name}, organisation code {cast.code}, PIN for all {PIN}:")
        for account in cast.accounts:
            click.echo(f"  {account.employee_number}  {account.role:16} {account.name}, {account.department}")


@loype.group()
def org() -> None:
    """Organisations of this installation."""


@org.command("create")
@click.argument("code")
@click.argument("name")
@click.option("--admin-number", prompt="Employee number of the first administrator")
@click.option("--admin-name", prompt="Name of the first administrator")
@click.option("--time-zone", default="Europe/Oslo", show_default=True)
@in_app
def create_organisation(code: str, name: str, admin_number: str, admin_name: str, time_zone: str) -> None:
    """Make an organisation, and print the address by which its first administrator gets in, once and for a day."""
    try:
        token = committed(founding.found, code, name, admin_number, admin_name, time_zone)
    except Problem as problem:
        raise click.ClickException(problem.title) from None
    click.echo(f"{name} is made. Within 24 hours, on the device you will use as administrator, open")
    click.echo(f"  {address_of(_origin(), token)}")
    click.echo(f"and choose a PIN. From then on: organisation {code}, employee number {admin_number}.")


@org.command("game")
@click.argument("code")
@click.argument("state", type=click.Choice(["on", "off"]))
@in_app
def show_game(code: str, state: str) -> None:
    """Show points, boards, streaks and badges to those who want them, or to nobody. Learning is the same without."""
    found = organisation_by_code(code)
    if found is None:
        raise click.ClickException(f"There is no organisation {code}.")
    with scope(found.id):
        committed(identity.show_game, found.id, state == "on")
    click.echo(f"{found.name}: the game is {state}.")


@org.command("leagues")
@click.argument("code")
@click.argument("state", type=click.Choice(["on", "off"]))
@in_app
def run_leagues(code: str, state: str) -> None:
    """Let those who join race in weekly groups of people alike in activity, or nobody. Off until turned on."""
    found = organisation_by_code(code)
    if found is None:
        raise click.ClickException(f"There is no organisation {code}.")
    with scope(found.id):
        committed(identity.run_leagues, found.id, state == "on")
    click.echo(f"{found.name}: leagues are {state}.")


@org.command("renew-key")
@click.argument("code")
@in_app
def renew_certificate_key(code: str) -> None:
    """Sign certificates with a new key from now on. What the old one has signed can still be checked."""
    found = organisation_by_code(code)
    if found is None:
        raise click.ClickException(f"There is no organisation {code}.")
    with scope(found.id):
        made = committed(keys.renew_key, found.id)
    click.echo(f"{found.name} signs certificates with a new key, {keys.thumbprint(made.public)}.")


def _origin() -> str:
    """Where people reach this installation, as far as its settings say."""
    config: Config = current_app.config["LOYPE"]
    return config.origin or f"{'https' if config.secure else 'http'}://{config.host}:{config.port}"


@loype.group()
def people() -> None:
    """People of an organisation."""


@people.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--organisation", help="Code of the organisation; not needed where there is one.")
@click.option("--yes", is_flag=True, help="Go on also when the file ends more than 40 % of all memberships.")
@click.option("--dry-run", is_flag=True, help="Only say what the file would do.")
@in_app
def import_people(file: Path, organisation: str | None, yes: bool, dry_run: bool) -> None:
    """Bring people in line with a list (.csv or .xlsx): employee_number, name, department, share, starts_on."""
    organisation_id = _organisation(organisation)
    with scope(organisation_id):
        try:
            plan = importing.planned(organisation_id, file.read_bytes())
        except SheetRefused as refused:
            raise click.ClickException(str(refused)) from None
        if plan.faults:
            raise click.ClickException("\n".join([*map(str, plan.faults), "Nothing was taken in."]))
        for line in told(plan):
            click.echo(line)
        if plan.difference.ends_too_much and not (yes or dry_run):
            raise click.ClickException("The file ends more than 40 % of all memberships: look again, or say --yes.")
        if not dry_run:
            committed(importing.carry_out, organisation_id, plan)
    click.echo("Nothing was changed: --dry-run." if dry_run else "Done.")


@people.command("merge")
@click.argument("number")
@click.argument("into")
@click.option("--organisation", help="Code of the organisation; not needed where there is one.")
@click.option("--yes", is_flag=True, help="Merge without asking.")
@in_app
def merge_people(number: str, into: str, organisation: str | None, yes: bool) -> None:
    """Make one of two: all that the person with the first number has done goes to the one with the second."""
    organisation_id = _organisation(organisation)
    with scope(organisation_id):
        try:
            old, kept = (merging.person_by(organisation_id, each) for each in (number, into))
            if not yes:
                click.confirm(f"{old.name} ({number}) becomes {kept.name} ({into}), for good. Go on?", abort=True)
            done = committed(merging.merge, organisation_id, old.id, kept.id)
        except Problem as problem:
            raise click.ClickException(problem.title) from None
    click.echo(f"{done.rows} rows went over; {done.doubles} entries of points were there already and are taken back.")


@loype.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_app
def backup(file: Path) -> None:
    """Write everything, keys and pictures too, into one file, while Løype runs. Keep it as you keep keys."""
    if file.exists():
        raise click.ClickException(f"{file} is there already: name another file.")
    try:
        manifest = backups.back_up(file)
    except (OSError, BackupRefused) as error:
        raise click.ClickException(f"No backup was written: {error}") from None
    click.echo(f"{sum(manifest.tables.values())} rows, {shown(manifest.files)}. Read back and found whole.")


@loype.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Replace what is there without asking.")
@in_app
def restore(file: Path, yes: bool) -> None:
    """Put everything back from a backup, in the place of all there is. Nothing is changed by a file with a fault."""
    try:
        manifest = backups.check(file)
    except BackupRefused as refused:
        raise click.ClickException(str(refused)) from None
    flask_migrate.upgrade()
    if organisation_ids() and not yes:
        click.confirm(f"This replaces all that is there by the backup of {manifest.made_at}. Go on?", abort=True)
    backups.keep_media(file)
    try:
        committed(backups.replace_all, file)
    except IntegrityError as error:
        raise click.ClickException(f"The backup contradicts itself; nothing was changed. {error.orig}") from None
    click.echo(f"{sum(manifest.tables.values())} rows are back as they were at {manifest.made_at}.")


@loype.command()
@in_app
def doctor() -> None:
    """Explain each setting, and name each fault with its mend."""
    config = current_app.config["LOYPE"]
    for line in examination.settings(config):
        click.echo(line)
    found = list(examination.faults(config))
    for fault in found:
        click.echo(f"! {fault}")
    click.echo("Nothing is wrong." if not found else f"{len(found)} to mend.")
    sys.exit(bool(found))


@loype.group()
def content() -> None:
    """Take content packages in, give them out."""


def _organisation(code: str | None) -> UUID:
    """The organisation of that code, or the only one there is."""
    known = organisation_ids()
    found = organisation_by_code(code) if code else None
    if found is None and (code or len(known) != 1):
        raise click.ClickException("Name the organisation with --organisation CODE.")
    return found.id if found else known[0]


@content.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--organisation", help="Code of the organisation; not needed where there is one.")
@in_app
def import_content(file: Path, organisation: str | None) -> None:
    """Take in a .loype package, whole or not at all."""
    organisation_id = _organisation(organisation)
    with scope(organisation_id):
        try:
            package = read_package(file.read_bytes())
            with stored(organisation_id, package.media):
                done = committed(take_in, organisation_id, package)
        except Problem as problem:
            faults = [text for texts in (problem.errors or {}).values() for text in texts]
            raise click.ClickException("\n".join([problem.title, *faults])) from None
    click.echo(f"{len(done.modules)} modules: {len(done.new)} new, {len(done.changed)} changed.")


@content.command("export")
@click.argument("path")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--organisation", help="Code of the organisation; not needed where there is one.")
@in_app
def export_content(path: str, file: Path, organisation: str | None) -> None:
    """Write the path with that slug, its modules and pictures, as a .loype package."""
    organisation_id = _organisation(organisation)
    with scope(organisation_id):
        found = exported(organisation_id, path)
    if found is None:
        raise click.ClickException(f"There is no path called {path}.")
    file.write_bytes(found)


@loype.command()
@in_app
def openapi() -> None:
    """Print the OpenAPI document."""
    click.echo(json.dumps(docs.specification(), indent=1))


@loype.command()
@in_app
def recount() -> None:
    """Rebuild totals, boards, memory and figures from what was played and earned; print how many rows were wrong."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            wrong = committed(recount_all, organisation_id)
            wrong["memory_items"] = committed(recount_memory, organisation_id)
            wrong["card_figures"] = committed(recount_figures, organisation_id)
            click.echo(f"{organisation_id}: {wrong}")


def main() -> None:
    """Run the command; a setting that cannot be used is said in one sentence."""
    try:
        loype()
    except Misconfigured as error:
        click.echo(str(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
