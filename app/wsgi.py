"""The door from the web: what granian serves."""

from app.core.config import Config
from app.factory import create_app

application = create_app(Config.from_environment())
