/** What must be mended before publishing, what should be looked at, and the way to each. */
import { editor } from '../../../text/editor'
import { faults } from '../../../text/faults'
import { Icon } from '../../../ui/Icon'
import { placeIn } from '../remedies'
import { isStale, useForm } from './form'
import { LANGUAGE_NAMES } from '../../../text'
import type { Check } from './shapes'
import { remedyOf } from './TextField'

/** So many are shown at once; the rest is folded. */
const SHOWN = 6

export function Checks({ onGo }: { onGo: (check: Check) => void }) {
  const t = editor()
  const { checks } = useForm()
  const blocks = checks.filter(({ severity }) => severity === 'block')
  const advises = checks.filter(({ severity }) => severity !== 'block')
  return (
    <section class="editor-checks stack" aria-labelledby="editor-checks">
      <div class="rowx editor-form-head">
        <h2 id="editor-checks">{t.checks}</h2>
        {blocks.length > 0 && <span class="chip w">{t.mustMend(blocks.length)}</span>}
        {advises.length > 0 && <span class="chip">{t.shouldSee(advises.length)}</span>}
      </div>
      {blocks.length === 0
        ? <p class="note g"><Icon name="ok" />{advises.length === 0 ? t.noChecks : t.noBlocks}</p>
        : <List title={t.blocks} checks={blocks} onGo={onGo} />}
      {advises.length > 0 && <List title={t.advises} checks={advises} onGo={onGo} />}
      <p class="xs dim">{t.checksAsOf}</p>
    </section>
  )
}

function List({ title, checks, onGo }: { title: string; checks: readonly Check[]; onGo: (check: Check) => void }) {
  const t = editor()
  return (
    <div>
      <h3 class="sm">{title}</h3>
      <ul class="list">{checks.slice(0, SHOWN).map((check, number) => <One key={number} check={check} onGo={onGo} />)}</ul>
      {checks.length > SHOWN && (
        <details>
          <summary>{t.more(checks.length - SHOWN)}<Icon name="ned" small turns /></summary>
          <ul class="list">{checks.slice(SHOWN).map((check, number) => <One key={number} check={check} onGo={onGo} />)}</ul>
        </details>
      )}
    </div>
  )
}

function One({ check, onGo }: { check: Check; onGo: (check: Check) => void }) {
  const t = editor()
  const place = nameOf(check)
  return (
    <li class="row editor-check">
      <Icon name={isStale(check) ? 'klokke' : 'info'} small />
      <span class="grow sm">{place && <><strong>{place}:</strong> </>}{remedyOf(check)}</span>
      <button type="button" class="btn s slim" aria-label={t.goTo(`${place}: ${remedyOf(check)}`)} onClick={() => onGo(check)}>{t.goThere}</button>
    </li>
  )
}

/** `cards[0].options[1].text.nb` in words, its language last. */
export function nameOf({ place, language }: Check): string {
  const named = place === '' ? '' : placeIn(place, faults())
  const spoken = language !== null && !place.endsWith(`.${language}`)
  return spoken ? [named, LANGUAGE_NAMES[language]].filter(Boolean).join(', ') : named
}
