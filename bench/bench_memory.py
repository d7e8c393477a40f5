"""What 2,000 simulated people remember after half a year for the minutes they gave, by plan and by how people forget.

Each goes a path of 26 weeks: six things worth remembering a week, on three days of it; three weeks are holiday. All
plans have the same learners, items, days and ceilings: 12 questions a week, 6 a round. A thing met takes a minute (half
a post), a question 20 seconds and twice that when it was not known, since it comes back at the end of the round.
"""

import json
from concurrent.futures import ProcessPoolExecutor
from random import Random
from statistics import mean

from bench.forgetting import CURVES, Memory
from bench.plans import PLANS

LEARNERS, WEEKS, HOLIDAY = 2000, 26, range(13, 16)
A_WEEK, DAYS, MOST_A_WEEK, MOST_A_ROUND = 6, 3, 12, 6
MEETING, ASKING = 1.0, 1 / 3
"""Minutes."""
KNOWN_AT_ONCE = 0.7
"""How often the first try at a new thing is right."""
SPREAD = 0.5
"""Of the logarithm of ease, over learners and again over items; ours."""

Result = tuple[float, float]  # recall at the end, minutes


def main() -> None:
    with ProcessPoolExecutor(2) as pool:
        for curve in CURVES:
            found = {
                plan: pool.map(learner, [curve] * LEARNERS, [plan] * LEARNERS, range(LEARNERS), chunksize=50)
                for plan in PLANS
            }
            shown(curve, {plan: [*results] for plan, results in found.items()})


def shown(curve: str, results: dict[str, list[Result]]) -> None:
    recall = {plan: mean(each[0] for each in found) for plan, found in results.items()}
    minutes = {plan: mean(each[1] for each in found) for plan, found in results.items()}
    per_minute = {plan: recall[plan] / minutes[plan] for plan in results}
    for other in [plan for plan in results if plan != "loype"]:
        line = {
            "name": f"memory_{curve}_{other}",
            "what": f"recall at week 26 per minute, Løype's plan against {other}, where people forget by {curve}",
            "ratio": round(per_minute["loype"] / per_minute[other], 3),
            "aim": 1,
            "recall": {plan: round(recall[plan], 3) for plan in ("loype", other)},
            "minutes": {plan: round(minutes[plan], 1) for plan in ("loype", other)},
        }
        print(json.dumps(line, ensure_ascii=False), flush=True)


def learner(curve: str, name: str, seed: int) -> Result:
    """One person's half-year. What does not depend on the plan is drawn from streams of its own."""
    person, luck = Random(f"person {seed}"), Random(f"luck {seed}")
    ease = person.gauss(0, SPREAD)
    plan, items, minutes = PLANS[name](), list[Memory](), 0.0
    for week in range(WEEKS):
        days = sorted(person.sample(range(7), DAYS))
        fresh = [
            (person.choice(days), person.gauss(ease, SPREAD), person.random() < KNOWN_AT_ONCE) for _ in range(A_WEEK)
        ]
        if week in HOLIDAY:
            continue
        left = MOST_A_WEEK
        for at in [7 * week + each for each in days]:
            asked = list(plan.due(at))[: min(left, MOST_A_ROUND)]
            left -= len(asked)
            for item in asked:
                recalled = luck.random() < items[item].chance(at)
                items[item].asked(at, recalled)
                plan.asked(item, at, recalled)
                minutes += ASKING if recalled else 2 * ASKING
            for on, own, recalled in fresh:
                if 7 * week + on == at:
                    items.append(CURVES[curve](2.718281828**own))
                    items[-1].met(at, recalled)
                    plan.met(len(items) - 1, at, recalled)
                    minutes += MEETING
    return mean(item.chance(7 * WEEKS) for item in items), minutes
