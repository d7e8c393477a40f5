/** Every step of the work on a draft, so that it can be taken back and done again. */
export type History<State> = { past: readonly State[]; present: State; future: readonly State[]; last: { what: string; at: number } | null }

const MOST = 200
/** Letters typed in the same field within so many milliseconds are one step. */
const TOGETHER = 1500

export function began<State>(present: State): History<State> {
  return { past: [], present, future: [], last: null }
}

/** A step to another state. `what` names the field where what is typed goes together; empty for a step of its own. */
export function stepped<State>(history: History<State>, present: State, what: string, now: number): History<State> {
  if (present === history.present) return history
  const { last, past } = history
  const goesOn = what !== '' && last?.what === what && now - last.at < TOGETHER && history.future.length === 0
  return { past: goesOn ? past : [...past, history.present].slice(-MOST), present, future: [], last: { what, at: now } }
}

/** The same steps on another ground: each state as `turn` makes it. */
export function rebased<State>({ past, present, future }: History<State>, turn: (state: State) => State): History<State> {
  return { past: past.map(turn), present: turn(present), future: future.map(turn), last: null }
}

export function undone<State>({ past, present, future }: History<State>): History<State> {
  const before = past.at(-1)
  return before === undefined ? { past, present, future, last: null } : { past: past.slice(0, -1), present: before, future: [present, ...future], last: null }
}

export function redone<State>({ past, present, future }: History<State>): History<State> {
  const [next, ...rest] = future
  return next === undefined ? { past, present, future, last: null } : { past: [...past, present], present: next, future: rest, last: null }
}
