/** The way onto the home screen of an iPhone or iPad, in three small drawings with their words. */
import type { ComponentChildren } from 'preact'
import { push } from '../text/push'
import './home-steps.css'

export function HomeSteps() {
  const t = push()
  return (
    <ol class="stack steps">
      {t.steps.map((step, index) => (
        <li key={step} class="rowx">
          <svg class="step" viewBox="0 0 72 56" aria-hidden="true">{PICTURES[index]}</svg>
          <span class="grow sm"><strong>{index + 1}.</strong> {step}</span>
        </li>
      ))}
    </ol>
  )
}

const PICTURES: readonly ComponentChildren[] = [
  <>
    <rect class="pane" x="4" y="8" width="64" height="40" rx="8" />
    <path d="M28 26h-4v14h24V26h-4M36 32V16M30 21l6-6 6 6" />
  </>,
  <>
    <rect class="pane" x="4" y="8" width="64" height="40" rx="8" />
    <path class="faint" d="M14 18h30M14 38h26" />
    <path d="M14 28h24" />
    <rect x="48" y="20" width="14" height="14" rx="4" /><path d="M55 24v6M52 27h6" />
  </>,
  <>
    <rect class="pane" x="20" y="2" width="32" height="52" rx="7" />
    <rect class="faint" x="25" y="10" width="9" height="9" rx="2.5" /><rect class="faint" x="38" y="10" width="9" height="9" rx="2.5" />
    <rect class="paper" x="27" y="25" width="18" height="18" rx="5" /><path class="flagged" d="M41 28v12H31z" />
  </>,
]
