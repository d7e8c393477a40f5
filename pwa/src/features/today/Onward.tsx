/** *Fortsett*: the one button of I dag, and one line that says why it leads where it does. */
import { today } from '../../text/today'
import { when } from '../../text/when'
import type { Step } from './logic'

/** A round of review holds no more than these. */
const ROUND = 6

/** `due`: how many items wait to be repeated. */
export function Onward({ step, due }: { step: Step; due: number }) {
  const t = today()
  const what = whatOf(step, due)
  return (
    <>
      <p class="why sm" id="why">{whyOf(step)}</p>
      <a class="btn p" href={step.to} aria-describedby="why">
        {what === null ? t.elsewhere[step.kind === 'explore' ? 'explore' : 'path'] : <span>{t.goOn} <span class="light">· {what}</span></span>}
      </a>
    </>
  )
}

function whatOf(step: Step, due: number): string | null {
  const t = today().onward
  switch (step.kind) {
    case 'post':
      return t.post(step.number ?? 1)
    case 'review':
      return t.review(Math.min(due, ROUND))
    case 'before':
    case 'after':
      return t[step.kind]
    case 'path':
    case 'explore':
      return null
  }
}

function whyOf({ reason, at, title, week }: Step): string {
  const t = today().why
  const words = { due: () => t.due(when().by(at ?? '', new Date())), overdue: () => t.overdue(when().short(at ?? '')) }
  switch (reason) {
    case 'due':
    case 'overdue':
      return about(words[reason](), title)
    case 'this_week':
      return about(t.this_week(when().until(at ?? '', new Date())), title)
    case 'behind':
      return about(t.behind(week ?? 0), title)
    case 'begun':
      return about(t.begun, title)
    default:
      return t[reason]
  }
}

function about(why: string, title: string | null): string {
  return title === null ? why : `${why} · ${title}`
}
