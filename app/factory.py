"""Puts the house together: a list, no logic."""

from pathlib import Path

from flask import Flask
from flask_migrate import Migrate

from app import docs, front, reactions
from app.core import address, clock, events, health, http, logs, metrics
from app.core.config import Config
from app.core.db import db, prepare
from app.help.routes import blueprint as help
from app.help.routes import posts as questions
from app.home.routes import blueprint as home
from app.identity import door
from app.identity.credentials.routes import blueprint as issuers
from app.identity.enrolment.routes import blueprint as enrolment
from app.identity.passkeys.routes import blueprint as passkeys
from app.identity.people.routes import blueprint as people
from app.identity.routes import blueprint as identity
from app.nudges.routes import blueprint as nudges
from app.operation import metrics as metrics_page
from app.privacy.routes import blueprint as privacy
from app.statements.routes import blueprint as statements
from leaderboards.badges.routes import blueprint as badges
from leaderboards.cheers.routes import blueprint as cheers
from leaderboards.competitions.meets.routes import blueprint as meets
from leaderboards.competitions.routes import blueprint as competitions
from leaderboards.fairplay.routes import blueprint as fair_play
from leaderboards.goals.routes import blueprint as goals
from leaderboards.leagues.routes import blueprint as leagues
from leaderboards.points.routes import blueprint as points
from leaderboards.routes import blueprint as standings
from leaderboards.streaks.routes import blueprint as streaks
from leaderboards.walls.routes import blueprint as walls
from quests.authoring.calendar.routes import blueprint as calendar
from quests.authoring.drafts.routes import blueprint as drafts
from quests.authoring.feedback.routes import blueprint as feedback
from quests.authoring.media.routes import blueprint as library
from quests.authoring.owning.routes import blueprint as owning
from quests.authoring.paths.routes import blueprint as path_drafts
from quests.authoring.pilots.routes import blueprint as pilots
from quests.authoring.routes import blueprint as studio
from quests.authoring.statistics.routes import blueprint as statistics
from quests.authoring.talking.routes import blueprint as talking
from quests.change.routes import blueprint as change
from quests.competence.defining.routes import blueprint as requirements
from quests.competence.routes import blueprint as competence
from quests.exchange.routes import blueprint as exchange
from quests.exchange.translations.routes import blueprint as translations
from quests.paths.routes import blueprint as paths
from quests.play import receive
from quests.play.reflections.routes import blueprint as reflections
from quests.play.routes import blueprint as play
from quests.review.routes import blueprint as review

MIGRATIONS = Path(__file__).parent.parent / "migrations"
BLUEPRINTS = (
    *(identity, enrolment, passkeys, people, home, privacy, help, questions, nudges),
    *(paths, play, reflections, review, change, competence, issuers, requirements),
    *(standings, competitions, meets, leagues, walls, goals, cheers, streaks, badges, points, fair_play),
    *(studio, drafts, calendar, pilots, path_drafts, library, statistics, feedback, owning, talking),
    *(exchange, translations),
)


def create_app(config: Config) -> Flask:
    """The application for one configuration."""
    application = Flask("loype", static_folder=None)
    application.config.update(
        LOYPE=config,
        SQLALCHEMY_DATABASE_URI=config.database,
        MAX_CONTENT_LENGTH=1024 * 1024,
        API_TITLE="Løype",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
        OPENAPI_JSON_PATH="openapi.json",
    )
    config.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    clock.shift(config.clock_offset_seconds)
    db.init_app(application)
    with application.app_context():
        prepare(db.engine)
    Migrate(application, db, directory=str(MIGRATIONS), render_as_batch=True)
    events.connect(reactions.REACTIONS)
    receive.connect(reactions.RECEIVERS)
    logs.configure(config)
    metrics.install(application)
    logs.install(application)
    door.install(application)
    health.install(application)
    metrics_page.install(application)
    api = docs.Contract(application)
    http.install(application)  # after the contract, whose own error pages it replaces
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    application.register_blueprint(statements)
    docs.install(application, api)
    front.install(application)
    address.install(application)
    return application
