"""The application with one route more: the ceiling, 2 KB of constant JSON."""

from flask import Response

from app.core.http import packed, public
from app.wsgi import application

BODY = packed({"rows": [{"rank": n, "name": "Solbakken sykehjem", "score": 0.71} for n in range(38)]})


@public
def ceiling() -> Response:
    return Response(BODY, mimetype="application/json")


application.add_url_rule("/bench/ceiling", view_func=ceiling)
