"""The built app: hashed files for ever, the shell never; every other address is the shell's own."""

from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request, send_from_directory
from werkzeug.routing import PathConverter
from whitenoise import WhiteNoise

from app.core.errors import not_found
from app.core.http import HEADERS, TWO_YEARS, public

NEVER_CACHED = ("/index.html", "/service-worker.js", "/manifest.webmanifest")


class PageConverter(PathConverter):
    """Any path but those of the API, of which the app knows nothing."""

    regex = "(?!api/)[^/].*?"


def install(application: Flask) -> None:
    """Serve the files of the built app before Flask sees the request, and the shell for its addresses."""
    config = application.config["LOYPE"]
    folder = Path(config.pwa).resolve()

    def headers(found: Any, _path: str, url: str) -> None:
        for name, value in HEADERS.items():
            found[name] = value
        if config.secure:
            found["Strict-Transport-Security"] = TWO_YEARS
        if url in NEVER_CACHED:
            found["Cache-Control"] = "no-cache"
        elif not url.startswith("/assets/"):
            found["Cache-Control"] = "public, max-age=86400"

    application.config["FRONT"] = folder
    application.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        application.wsgi_app,
        root=str(folder) if folder.is_dir() else None,
        index_file=False,
        immutable_file_test=lambda _path, url: url.startswith("/assets/"),
        add_headers_function=headers,
        mimetypes={".webmanifest": "application/manifest+json"},
        allow_all_origins=False,
    )
    application.add_url_rule("/", "front", shell)
    application.url_map.converters["page"] = PageConverter
    application.add_url_rule("/<page:path>", "front_path", shell)


@public
def shell(path: str = "") -> Response:
    """The app's page for the addresses it routes itself."""
    if "." in path.rsplit("/", 1)[-1] or request.method not in ("GET", "HEAD"):
        raise not_found()
    answer = send_from_directory(current_app.config["FRONT"], "index.html")
    answer.headers["Cache-Control"] = "no-cache"
    return answer
