"""Who takes in which letters, and who reacts to what, in order. One page, no logic."""

from collections.abc import Mapping, Sequence

from app.core.events import Event, Reaction
from app.help import reactions as help
from app.help.events import HelpAnswered, HelpAsked, HelpForgotten, PostQuestioned
from app.identity.events import MembershipChanged, MembershipsChanged, PresenceChanged
from app.nudges import reactions as nudges
from leaderboards.badges import reactions as badges
from leaderboards.competitions import reactions as competitions
from leaderboards.points import reactions as points
from leaderboards.points.events import PointsReversed
from leaderboards.standings import reactions as standings
from quests.authoring.drafts import reactions as drafts
from quests.authoring.feedback.events import CommentAnswered, CommentGiven
from quests.authoring.owning.events import CheckDue
from quests.authoring.statistics import reactions as statistics
from quests.authoring.talking.events import DraftTalked, ReviewAsked, ReviewGiven
from quests.change.events import RunMeasured
from quests.change.receive import receive_after, receive_before, receive_skip
from quests.competence import reactions as competence
from quests.competence.events import RenewalOpened
from quests.content.events import ModulesTakenIn
from quests.paths import reactions as paths
from quests.paths.events import PlayersEnrolled, QuestOpened
from quests.play.attempts import receive_attempt
from quests.play.events import AttemptPlayed, AttemptReceived, ModuleFinished, ModuleSkipped, QuestFinished
from quests.play.receive import Receiver
from quests.review import reactions as review
from quests.review.events import ItemReviewed
from quests.review.receive import receive_round

REACTIONS: Mapping[type[Event], Sequence[Reaction]] = {
    ModulesTakenIn: (drafts.follow_content,),
    MembershipChanged: (paths.follow_membership, standings.count_member, competitions.count_member),
    MembershipsChanged: (paths.follow_memberships, standings.count_members, competitions.count_members),
    PresenceChanged: (standings.count_member, competitions.count_member),
    PlayersEnrolled: (standings.count_enrolled, competitions.count_enrolled, nudges.tell_newcomers),
    QuestOpened: (standings.count_release, competitions.count_release, nudges.plan_nudges),
    AttemptReceived: (points.reward_exercises, review.remember_met),
    ModuleFinished: (points.reward_module, standings.count_module),
    QuestFinished: (points.reward_quest,),
    ModuleSkipped: (competitions.count_play,),
    AttemptPlayed: (competitions.count_play, badges.badge_attempt, statistics.count_tries),
    PointsReversed: (competitions.count_reversal,),
    ItemReviewed: (points.reward_recall, competitions.count_item, badges.badge_recall, competence.earn),
    RunMeasured: (badges.badge_tests,),
    RenewalOpened: (nudges.tell_of_ending,),
    HelpAsked: (nudges.tell_of_question,),
    HelpAnswered: (nudges.tell_of_answer, help.badge_helper),
    PostQuestioned: (nudges.tell_of_comment,),
    HelpForgotten: (nudges.forget_question,),
    CommentGiven: (nudges.tell_of_comment,),
    CommentAnswered: (nudges.tell_of_comment_answered,),
    CheckDue: (nudges.tell_of_check,),
    DraftTalked: (nudges.tell_of_talk,),
    ReviewAsked: (nudges.tell_of_review_asked,),
    ReviewGiven: (nudges.tell_of_review_given,),
}

RECEIVERS: Mapping[str, Receiver] = {
    "module": receive_attempt,
    "review": receive_round,
    "before": receive_before,
    "after": receive_after,
    "skip": receive_skip,
}
