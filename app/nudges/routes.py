"""The doors of nudges: the inbox, the devices that are pushed to, what one wants to hear of."""

from typing import Any
from uuid import UUID

from flask import Response, current_app, request

from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import invalid
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.core.keys import push_key
from app.identity.door import viewer
from app.identity.viewer import hash_of
from app.nudges import actions, queries, schemas
from app.nudges.delivering import claim, record
from app.nudges.messages import Device, public_key
from app.nudges.rules.endpoints import allowed_in, service_of
from app.nudges.sending import post

blueprint = Blueprint("nudges", __name__, url_prefix="/api/v1", description="Inbox and pushes")


@blueprint.get("/inbox")
@blueprint.response(200, schemas.InboxOut)
def inbox() -> Response:
    """Every nudge I have got, newest first, each with its reason and where it leads."""
    who, page = viewer(), page_asked_for()
    items, total = queries.inbox_of(who.organisation_id, who.player_id, who.language, page, PAGE_SIZE)
    unread = queries.unread_of(who.organisation_id, who.player_id)
    return json_answer({**paged(items, page, total), "unread": unread})


@blueprint.post("/inbox/read")
@blueprint.arguments(schemas.ReadIn)
@blueprint.response(200, schemas.ReadOut)
@may_answer(404)
def read_inbox(given: dict[str, list[UUID]]) -> Response:
    """Mark nudges as read, all or none. Safe to repeat."""
    who = viewer()
    committed(actions.mark_read, who.organisation_id, who.player_id, given["ids"])
    return json_answer({"unread": queries.unread_of(who.organisation_id, who.player_id)})


@blueprint.get("/nudges/settings")
@blueprint.response(200, schemas.SwitchesOut)
def settings() -> Response:
    """Each kind of nudge, and whether I want it."""
    who = viewer()
    return json_answer(queries.switches_of(who.organisation_id, who.player_id))


@blueprint.patch("/nudges/settings")
@blueprint.arguments(schemas.SwitchesIn, required=False)
@blueprint.response(200, schemas.SwitchesOut)
def change_settings(given: dict[str, bool]) -> Response:
    """Turn kinds of nudges on or off; what is not named stays."""
    who = viewer()
    committed(actions.switch, who.organisation_id, who.player_id, given)
    return json_answer(queries.switches_of(who.organisation_id, who.player_id))


@blueprint.get("/push/key")
@blueprint.response(200, schemas.PushKeyOut)
def key() -> Response:
    """The key browsers ask for when they subscribe."""
    return json_answer({"key": public_key(push_key())})


@blueprint.get("/push/subscriptions")
@blueprint.response(200, schemas.SubscriptionsOut)
def subscriptions() -> Response:
    """My devices that are pushed to; at most ten, so always one page."""
    who, page = viewer(), page_asked_for()
    found = queries.devices_shown(who.organisation_id, who.person_id, hash_of(who.token))
    return json_answer(paged(found if page == 1 else [], page, len(found)))


@blueprint.post("/push/subscriptions")
@blueprint.arguments(schemas.SubscriptionIn)
@blueprint.response(200, schemas.SubscriptionOut)
def subscribe(given: dict[str, Any]) -> Response:
    """Let this device be pushed to. Safe to repeat; of more than ten devices the oldest goes."""
    who, session_hash = viewer(), hash_of(viewer().token)
    service = service_of(given["endpoint"], allowed_in(current_app.config["LOYPE"].push_allow))
    if service is None:
        raise invalid("That is no push service we know.", {"endpoint": ["A push service's address."]})
    device = Device(given["endpoint"], given["keys"]["p256dh"].rstrip("="), given["keys"]["auth"].rstrip("="))
    made = committed(actions.subscribe, who.organisation_id, who.person_id, session_hash, device, service, _origin())
    return json_answer(queries.device_shown(made, session_hash))


def _origin() -> str:
    """Where this device knows us, for the addresses in its pushes."""
    scheme = "https" if current_app.config["LOYPE"].secure else "http"
    return f"{scheme}://{request.host[:255]}"


@blueprint.delete("/push/subscriptions/<uuid:subscription_id>")
@blueprint.response(204)
def unsubscribe(subscription_id: UUID) -> Response:
    """Push no more to that device of mine."""
    who = viewer()
    committed(actions.unsubscribe, who.organisation_id, who.person_id, subscription_id)
    return Response(status=204)


@blueprint.post("/push/test")
@blueprint.response(200, schemas.PushTestOut)
@may_answer(404, 429)
def test() -> Response:
    """Send a push to this device now, on the same way as every other. Five in ten minutes."""
    who = viewer()
    nudge_id = committed(actions.ask_for_test, who.organisation_id, who.person_id, who.player_id, hash_of(who.token))
    claimed = committed(claim, who.organisation_id, nudge_id)
    answers = post([each.push for each in claimed], allowed_in(current_app.config["LOYPE"].push_allow))
    found = committed(record, who.organisation_id, claimed, answers)
    return json_answer({"outcome": "sent" if "sent" in found else next(iter(found), "gone")})
