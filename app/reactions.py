"""Who takes in which letters, and who reacts to what, in order. One page, no logic."""

from collections.abc import Mapping, Sequence

from app.core.events import Event, Reaction
from app.help.events import HelpAnswered, HelpAsked, HelpForgotten
from app.identity.events import MembershipChanged, MembershipsChanged, PresenceChanged
from app.nudges import reactions as nudges
from leaderboards.points import reactions as points
from leaderboards.standings import reactions as standings
from quests.authoring.drafts import reactions as drafts
from quests.change.receive import receive_after, receive_before, receive_skip
from quests.competence import reactions as competence
from quests.competence.events import RenewalOpened
from quests.content.events import ModulesTakenIn
from quests.paths import reactions as paths
from quests.paths.events import PlayersEnrolled, QuestOpened
from quests.play.attempts import receive_attempt
from quests.play.events import AttemptReceived, ModuleFinished, QuestFinished
from quests.play.receive import Receiver
from quests.review import reactions as review
from quests.review.events import ItemReviewed
from quests.review.receive import receive_round

REACTIONS: Mapping[type[Event], Sequence[Reaction]] = {
    ModulesTakenIn: (drafts.follow_content,),
    MembershipChanged: (paths.follow_membership, standings.count_member),
    MembershipsChanged: (paths.follow_memberships, standings.count_members),
    PresenceChanged: (standings.count_member,),
    PlayersEnrolled: (standings.count_enrolled, nudges.tell_newcomers),
    QuestOpened: (standings.count_release, nudges.plan_nudges),
    AttemptReceived: (points.reward_exercises, review.remember_met),
    ModuleFinished: (points.reward_module, standings.count_module),
    QuestFinished: (points.reward_quest,),
    ItemReviewed: (points.reward_recall, competence.earn),
    RenewalOpened: (nudges.tell_of_ending,),
    HelpAsked: (nudges.tell_of_question,),
    HelpAnswered: (nudges.tell_of_answer,),
    HelpForgotten: (nudges.forget_question,),
}

RECEIVERS: Mapping[str, Receiver] = {
    "module": receive_attempt,
    "review": receive_round,
    "before": receive_before,
    "after": receive_after,
    "skip": receive_skip,
}
