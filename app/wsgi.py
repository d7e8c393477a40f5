"""The door from the web: what granian serves."""

import gc

from app.core.config import Config
from app.factory import create_app

application = create_app(Config.from_environment())

# What is loaded now stays: looking through it for what can go took a third of a second in the middle of a request.
gc.collect()
gc.freeze()
