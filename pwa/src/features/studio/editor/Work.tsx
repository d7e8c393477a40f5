/** The work on an open draft: which card is chosen, what the keys do, and the three panes. */
import { useState } from 'preact/hooks'
import type { Language } from '../../../api/types'
import { editor } from '../../../text/editor'
import { type Keys, useKeys } from '../keys'
import { CardForm } from './CardForm'
import { CardList, type Place as Chosen } from './CardList'
import { blank, cardsOf, freshId, marked, shownItems, typeOf, variantsOf, withCard, withCardMoved, withCards, withoutCard } from './cards'
import { Checks } from './Checks'
import { Clashes } from './Clashes'
import { Columns } from './Columns'
import type { Drafting } from './drafting'
import { named, useFocus } from './focusing'
import { FormContext, fieldId, idsFor, placed } from './form'
import { KeysHelp } from './KeysHelp'
import { listsOf } from './kinds'
import { ModuleForm } from './ModuleForm'
import { languagesOf, withLanguage } from './module'
import { Paste } from './Paste'
import { Phone } from './Phone'
import { type Place, type Thing, at, isThing, put } from './places'
import { Publish } from './Publish'
import type { Check } from './shapes'
import { Together } from './Together'

const PANES = ['cards', 'form', 'phone', 'checks'] as const
type Pane = (typeof PANES)[number]
type Props = { id: string; drafting: Drafting; publishing: boolean; onPublish: (open: boolean) => void; onTry: () => void }

/** The card that a link leads to (`#id`), else the first. */
function cardAt(hash: string, cards: readonly Thing[]): Chosen {
  const wanted = cards.findIndex(({ id }) => hash === `#${encodeURIComponent(String(id))}`)
  return wanted >= 0 ? wanted : cards.length > 0 ? 0 : 'settings'
}

export function Work({ id, drafting, publishing, onPublish, onTry }: Props) {
  const t = editor()
  const document = drafting.document.value as Thing
  const cards = cardsOf(document)
  const [wish, setChosen] = useState<Chosen>(() => cardAt(location.hash, cards))
  const [variant, setVariant] = useState(0)
  const [pane, setPane] = useState<Pane>('form')
  const [source, setSource] = useState<Language | null>(null)
  const [beside, setBeside] = useState<Language | null>(null)
  const [dialog, setDialog] = useState<'paste' | 'keys' | null>(null)
  const [told, setTold] = useState('')
  const focus = useFocus()
  const chosen: Chosen = typeof wish === 'number' ? (cards.length === 0 ? 'settings' : Math.min(wish, cards.length - 1)) : wish
  const about = chosen === 'settings' ? null : String(cards[chosen]?.id)
  const languages = languagesOf(document)
  const first = source && languages.includes(source) ? source : (languages[0] ?? 'nb')
  const second = beside && beside !== first && languages.includes(beside) ? beside : null
  const shown = second ? [first, second] : [first]

  const choose = (place: Chosen, face = 0) => {
    setChosen(place)
    setVariant(face)
    setPane('form')
  }
  const toPrompt = (number: number) => focus([fieldId(['cards', number, 'prompt', first]), fieldId(['cards', number])])
  const make = () => {
    const number = typeof chosen === 'number' ? chosen : cards.length - 1
    const type = cards[number] ? typeOf(cards[number]) : 'choice'
    drafting.change(withCard(document, number, blank(type === 'scenario' ? 'choice' : type, freshId('c'))))
    choose(number + 1)
    toPrompt(number + 1)
  }
  const move = (from: number, to: number) => {
    if (to < 0 || to >= cards.length) return
    drafting.change(withCardMoved(document, from, to))
    setChosen(to)
    setTold(t.moved(to + 1, cards.length))
  }
  const remove = (number: number) => {
    drafting.change(withoutCard(document, number))
    setTold(t.removed(number + 1))
    choose(Math.max(0, number - 1))
  }
  const copy = (number: number) => {
    drafting.change(withCards(document, number, [cards[number] as Thing]))
    choose(number + 1)
    toPrompt(number + 1)
  }
  const insert = (more: readonly Thing[]) => {
    const after = typeof chosen === 'number' ? chosen : cards.length - 1
    drafting.change(withCards(document, after, more))
    setDialog(null)
    choose(after + 1)
    toPrompt(after + 1)
  }
  const step = (by: 1 | -1) => {
    if (cards.length === 0) return false
    const to = chosen === 'settings' ? (by === 1 ? 0 : null) : chosen + by
    if (to === null || to >= cards.length) return false
    if (to < 0) {
      choose('settings')
      focus([fieldId(['title', first])])
    } else {
      choose(to)
      toPrompt(to)
    }
    return true
  }
  const go = (check: Check) => {
    const { steps, language } = placed(check)
    const number = steps[0] === 'cards' && typeof steps[1] === 'number' ? steps[1] : null
    choose(number ?? 'settings', number !== null && steps[2] === 'variants' && typeof steps[3] === 'number' ? steps[3] : 0)
    if (language && language !== first && languages.includes(language)) setBeside(language)
    onPublish(false)
    focus(idsFor({ place: named(check, document), language: language ?? check.language }, first))
  }
  const mark = (number: number) => {
    if (typeof chosen !== 'number') return false
    const variants = variantsOf(cards[chosen] as Thing)
    const place: Place = variants.length > 0 ? ['cards', chosen, 'variants', Math.min(variant, variants.length - 1)] : ['cards', chosen]
    const face = at(document, place)
    const list = listsOf(typeOf(cards[chosen] as Thing)).find(({ marking }) => marking === 'one' || marking === 'some')
    if (!list || !isThing(face)) return false
    const item = shownItems(face, list)[number - 1]
    if (!item) return false
    drafting.change(put(document, place, marked(face, list, String(item.id))))
    return true
  }
  const onward = () => {
    void drafting.save()
    if (!step(1)) make()
  }
  const inSelect = () => globalThis.document.activeElement instanceof HTMLSelectElement
  const keys: Keys = {
    'Alt+ArrowDown': () => !inSelect() && step(1),
    'Alt+ArrowUp': () => !inSelect() && step(-1),
    'Alt+Shift+ArrowDown': () => { if (typeof chosen === 'number') move(chosen, chosen + 1) },
    'Alt+Shift+ArrowUp': () => { if (typeof chosen === 'number') move(chosen, chosen - 1) },
    'Ctrl+Enter': onward,
    'Ctrl+Shift+Enter': () => onPublish(true),
    'Ctrl+Z': () => drafting.undo(),
    'Ctrl+Shift+Z': () => drafting.redo(),
    'Ctrl+Y': () => drafting.redo(),
    'Ctrl+Shift+V': () => setDialog('paste'),
    c: make,
    p: onTry,
    '?': () => setDialog('keys'),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`Alt+${i + 1}`, () => mark(i + 1)])),
  }
  useKeys(keys)

  return (
    <FormContext.Provider value={{ document, shown, checks: drafting.checks.value, change: (next, what) => drafting.change(next, what) }}>
      <p class="sr" role="status">{told}</p>
      <nav class="editor-panes sel" aria-label={t.post}>
        {PANES.map((each) => (
          <label key={each}><input type="radio" name="pane" checked={pane === each} onChange={() => setPane(each)} /><span>{t.panes[each]}</span></label>
        ))}
      </nav>
      <Clashes drafting={drafting} />
      <div class="editor" data-pane={pane}>
        <nav class="editor-left" aria-label={t.cards}>
          <CardList
            chosen={chosen} onChoose={choose} onMove={move} onNew={make} onPaste={() => setDialog('paste')} onCopy={copy} onRemove={remove}
          />
        </nav>
        <section class="editor-middle stack" aria-labelledby="editor-card">
          <Columns document={document} first={first} second={second} onFirst={setSource} onSecond={(each) => { if (each) drafting.change(withLanguage(document, each)); setBeside(each) }} />
          {chosen === 'settings' ? <ModuleForm /> : <CardForm number={chosen} variant={variant} onVariant={setVariant} />}
          <Together key={about ?? ''} module={id} card={about} />
        </section>
        <aside class="editor-right" aria-label={t.preview}><Phone number={chosen === 'settings' ? (cards.length > 0 ? 0 : null) : chosen} variant={variant} /></aside>
        <Checks onGo={go} />
      </div>
      <div class="editor-foot xs dim">
        <button type="button" class="textlink" aria-keyshortcuts="?" onClick={() => setDialog('keys')}>{t.keys.title} <kbd>?</kbd></button>
      </div>
      {dialog === 'paste' && <Paste language={first} onInsert={insert} onClose={() => setDialog(null)} />}
      {dialog === 'keys' && <KeysHelp onClose={() => setDialog(null)} />}
      {publishing && <Publish module={id} drafting={drafting} onGo={go} onDone={() => void drafting.refresh()} onClose={() => onPublish(false)} />}
    </FormContext.Provider>
  )
}
