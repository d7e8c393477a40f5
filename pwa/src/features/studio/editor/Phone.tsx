/** The chosen card in the player itself, on a phone of its own: in either language, light or dark, at each moment. */
import { type ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../../../api/types'
import { LANGUAGE_NAMES } from '../../../text'
import { editor } from '../../../text/editor'
import { cardsOf, typeOf, variantsOf } from './cards'
import { useForm } from './form'
import { KINDS } from './kinds'
import { languagesOf } from './module'
import type { Thing } from './places'
import { isReady, servedDocument } from './serving'

type Moment = 'before' | 'right' | 'wrong'
type Shown = ComponentType<{ document: ReturnType<typeof servedDocument>; moment: Moment; broken: preact.ComponentChildren }>

/** So long one writes before the phone follows. */
const REST = 250

export function Phone({ number, variant }: { number: number | null; variant: number }) {
  const t = editor()
  const { document, shown } = useForm()
  const [wanted, setLanguage] = useState<Language | null>(null)
  const [dark, setDark] = useState(() => globalThis.document.documentElement.dataset.theme === 'dark' || (!globalThis.document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches))
  const [moment, setMoment] = useState<Moment>('before')
  const card = number === null ? undefined : cardsOf(document)[number]
  const languages = languagesOf(document)
  const language = wanted && languages.includes(wanted) ? wanted : (shown[0] ?? 'nb')
  const asks = card && KINDS[typeOf(card)].asks === 'right'
  return (
    <div class="editor-show">
      <div class="rowx editor-form-head">
        <h2 class="grow">{t.preview}</h2>
        <label class="check"><input type="checkbox" checked={dark} onChange={(event) => setDark(event.currentTarget.checked)} /><span>{t.dark}</span></label>
      </div>
      {languages.length > 1 && (
        <div class="sel" role="group" aria-label={t.previewIn}>
          {languages.map((each) => (
            <label key={each}><input type="radio" name="preview-language" checked={each === language} onChange={() => setLanguage(each)} /><span aria-hidden="true">{each}</span><span class="sr">{LANGUAGE_NAMES[each]}</span></label>
          ))}
        </div>
      )}
      <div class="phone app bare" data-theme={dark ? 'dark' : 'light'} role="region" aria-label={t.preview}>
        {card ? <Screen document={document} card={faceOf(card, variant)} language={language} moment={asks ? moment : 'before'} /> : <p class="phone-empty sm">{t.notYet}</p>}
      </div>
      {asks && (
        <div class="sel" role="group" aria-label={t.preview}>
          {(['before', 'right', 'wrong'] as const).map((each) => (
            <label key={each}><input type="radio" name="preview-moment" checked={each === moment} onChange={() => setMoment(each)} /><span>{t.moments[each]}</span></label>
          ))}
        </div>
      )}
    </div>
  )
}

/** A card, or of several variants the one that is worked on. */
function faceOf(card: Thing, variant: number): Thing {
  const variants = variantsOf(card)
  const face = variants[Math.min(variant, variants.length - 1)]
  return face ? { ...face, id: card.id ?? '', type: card.type ?? '' } : card
}

type ScreenProps = { document: Thing; card: Thing; language: Language; moment: Moment }

function Screen({ document, card, language, moment }: ScreenProps) {
  const t = editor()
  const [Preview, setPreview] = useState<Shown | null>(null)
  const [settled, setSettled] = useState(card)
  useEffect(() => {
    let wanted = true
    void import('../../play/Preview').then((module) => wanted && setPreview(() => module.default), () => undefined)
    return () => {
      wanted = false
    }
  }, [])
  useEffect(() => {
    const follows = setTimeout(() => setSettled(card), card.id === settled.id ? REST : 0)
    return () => clearTimeout(follows)
  }, [card])
  const empty = <p class="phone-empty sm">{t.notYet}</p>
  const served = useMemo(() => (isReady(settled) ? servedDocument(document, language, [settled]) : null), [settled, language])
  if (!served) return empty
  return Preview ? <Preview document={served} moment={moment} broken={empty} /> : <p class="phone-empty" aria-busy="true" />
}
