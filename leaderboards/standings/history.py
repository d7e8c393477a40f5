"""Where a department has stood, week by week."""

from typing import Any
from uuid import UUID

from leaderboards.standings.board import board_of
from leaderboards.standings.queries import board_version, weeks_with
from quests.play.showing import week_shown

WEEKS = 12
Shown = dict[str, Any]


def weeks_page(organisation_id: UUID, revision: int, own: UUID | None, page: int) -> tuple[list[Shown], int]:
    """A page of {week, name, rank, of, score} of the department `own`, the newest first; how many weeks there are."""
    if own is None:
        return [], 0
    found, total = weeks_with(organisation_id, own, page, WEEKS)
    shown = []
    for week in found:
        board = board_of(organisation_id, revision, week, board_version(organisation_id, week))
        mine = board.place_of(own)
        if mine is not None:
            name = board.names[mine.group.departments[0]]
            place = {"rank": mine.rank, "of": len(board.beside(mine)), "score": round(mine.score, 4)}
            shown.append({"week": week_shown(week), "name": name, **place})
    return shown, total
