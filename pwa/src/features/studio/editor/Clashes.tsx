/** What two editors have both changed, side by side: one is chosen, and nothing is lost without a word. */
import { LANGUAGES, LANGUAGE_NAMES } from '../../../text'
import { editor } from '../../../text/editor'
import { faults } from '../../../text/faults'
import { cardsOf } from './cards'
import type { Drafting } from './drafting'
import type { Clash } from './merging'
import type { Json, Thing } from './places'

export function Clashes({ drafting }: { drafting: Drafting }) {
  const t = editor().clash
  const clashes = drafting.clashes.value
  const document = drafting.document.value
  if (clashes.length === 0 || !document) return null
  return (
    <section class="editor-clashes stack" aria-labelledby="editor-clashes">
      <div role="alert"><h2 id="editor-clashes">{t.title}</h2><p class="sm">{t.why(drafting.other.value)} {t.left(clashes.length)}.</p></div>
      <ul class="stack">
        {clashes.map((clash) => (
          <li key={JSON.stringify(clash.ways)} class="card stack">
            <h3>{nameOf(clash, document)}</h3>
            <div class="editor-two">
              <Side title={t.mine} value={clash.mine} button={t.keepMine} name={nameOf(clash, document)} onChoose={() => drafting.settle(clash, 'mine')} />
              <Side title={t.theirs} value={clash.theirs} button={t.takeTheirs} name={nameOf(clash, document)} onChoose={() => drafting.settle(clash, 'theirs')} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Side({ title, value, button, name, onChoose }: { title: string; value: Json | undefined; button: string; name: string; onChoose: () => void }) {
  return (
    <div class="stack">
      <h4 class="sm">{title}</h4>
      <p class="editor-side">{told(value)}</p>
      <button type="button" class="btn s slim" aria-label={`${button}: ${name}`} onClick={onChoose}>{button}</button>
    </div>
  )
}

/** A value as it can be read: a text as it is, a list line by line, else its texts. */
function told(value: Json | undefined): string {
  if (value === undefined) return editor().clash.gone
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(told).join('\n')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value).filter(([name]) => name !== 'id' && name !== 'type').map(([, each]) => told(each)).filter(Boolean).join('\n')
}

/** Where it stands, in words: the card by its number, fields by their names. */
function nameOf({ ways }: Clash, document: Thing): string {
  const { places } = faults()
  const languages: readonly string[] = LANGUAGES
  const named = ways.map((way, depth) => {
    if ('id' in way) {
      const number = depth === 1 ? cardsOf(document).findIndex(({ id }) => id === way.id) + 1 : 0
      return number > 0 ? String(number) : way.id
    }
    return languages.includes(way.field) ? LANGUAGE_NAMES[way.field as keyof typeof LANGUAGE_NAMES] : (places[way.field] ?? way.field)
  })
  return named.join(' · ')
}
