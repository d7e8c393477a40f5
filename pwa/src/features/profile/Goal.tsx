/** The person's own goal for the week: one post, half of them, or all. */
import * as answers from '../../answers'
import type { Me, WeeklyGoal } from '../../api/types'
import { profile } from '../../text/profile'
import { change } from './change'
import { Choice } from './Choice'

const GOALS: readonly WeeklyGoal[] = ['one', 'half', 'all']

export function Goal({ me }: { me: Me }) {
  const t = profile()
  const choose = async (weekly_goal: WeeklyGoal) => {
    if (await change({ weekly_goal })) void Promise.all([answers.today.refresh(), answers.streak.refresh()])
  }
  return (
    <div class="list">
      <div class="pad">
        <Choice
          legend={t.weeklyGoal} name="goal" value={me.settings.weekly_goal}
          all={GOALS.map((value) => ({ value, label: t.goals[value] }))} onChoose={(value) => void choose(value)}
        />
        <p class="xs dim below">{t.goalHelp}</p>
      </div>
    </div>
  )
}
