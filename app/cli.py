"""The `loype` command."""

import json
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click
import flask_migrate
from leaderboards.recount import recount_all

from app import docs, serving
from app.core.config import Config, Misconfigured
from app.core.db import committed, scope
from app.core.keys import make_keys
from app.factory import create_app
from app.identity.queries import organisation_ids
from app.worker import run as run_worker

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
    """Bring the database to the newest form and make the keys that are missing."""
    flask_migrate.upgrade()
    committed(make_keys)


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
    Config.from_environment()
    sys.exit(serving.run_both())


@loype.command()
@in_app
def openapi() -> None:
    """Print the OpenAPI document."""
    click.echo(json.dumps(docs.specification(), indent=1))


@loype.command()
@in_app
def recount() -> None:
    """Rebuild totals and boards from the ledger and the attempts; print how many rows were wrong."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            click.echo(f"{organisation_id}: {committed(recount_all, organisation_id)}")


def main() -> None:
    """Run the command; a setting that cannot be used is said in one sentence."""
    try:
        loype()
    except Misconfigured as error:
        click.echo(str(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
