"""What nudges keep about one person."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Row, Section
from app.nudges.models import Nudge, NudgeDelivery, NudgeMatter, NudgeNote, NudgeSubject, NudgeSwitch, PushSubscription
from quests.paths.queries import releases_by_id
from quests.paths.rules import in_language


def of_person(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    """What one has been told and why not, what it was about, which devices it went to, what one has switched off."""
    mine = (Nudge.organisation_id == organisation_id, Nudge.player_id == player_id)
    nudges = select(
        Nudge.kind,
        NudgeMatter.code.label("matter"),
        NudgeNote.code.label("note"),
        Nudge.outcome,
        Nudge.told_at,
        Nudge.read_at,
        Nudge.due_at,
        Nudge.ends_at,
        Nudge.hour,
        Nudge.by_habit,
        Nudge.key.label("for_what"),
    )
    nudges = nudges.outerjoin(NudgeMatter, _of(NudgeMatter)).outerjoin(NudgeNote, _of(NudgeNote)).where(*mine)
    subjects = (
        select(Nudge.kind, Nudge.told_at, NudgeSubject.release_id.label("release"))
        .join(NudgeSubject, _of(NudgeSubject))
        .where(*mine)
    )
    deliveries = (
        select(
            Nudge.kind,
            Nudge.told_at,
            PushSubscription.service,
            NudgeDelivery.state,
            NudgeDelivery.next_at,
            NudgeDelivery.tries,
            NudgeDelivery.last_status,
        )
        .join(NudgeDelivery, _of(NudgeDelivery))
        .join(PushSubscription)
        .where(*mine)
    )
    return [
        Section("nudges", nudges.order_by(Nudge.due_at, Nudge.id)),
        Section("nudge_subjects", subjects.order_by(Nudge.due_at, Nudge.id), _titled(organisation_id)),
        Section("nudge_deliveries", deliveries.order_by(Nudge.due_at, Nudge.id)),
        *_choices(organisation_id, person_id, player_id),
    ]


def _choices(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    devices = select(
        PushSubscription.service,
        PushSubscription.origin,
        PushSubscription.created_at,
        PushSubscription.sent_at,
        PushSubscription.refused_at,
    ).where(PushSubscription.organisation_id == organisation_id, PushSubscription.person_id == person_id)
    switches = select(NudgeSwitch.kind, NudgeSwitch.off_at).where(
        NudgeSwitch.organisation_id == organisation_id, NudgeSwitch.player_id == player_id
    )
    return [
        Section("push_devices", devices.order_by(PushSubscription.created_at)),
        Section("nudges_off", switches.order_by(NudgeSwitch.kind)),
    ]


def _of(model: type[NudgeSubject | NudgeMatter | NudgeNote | NudgeDelivery]) -> Any:
    return and_(model.organisation_id == Nudge.organisation_id, model.nudge_id == Nudge.id)


def _titled(organisation_id: UUID) -> Any:
    """The quest that a nudge was about, by its title."""

    @cache
    def title(release_id: UUID, language: str) -> str:
        return in_language(releases_by_id(organisation_id, [release_id])[release_id].title, language)

    def words(row: Row, language: str) -> Row:
        return {"quest": title(row["release"], language)}

    return words
