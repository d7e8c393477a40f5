/** The form of the card chosen: its kind, its variants, its fields. */
import { editor } from '../../../text/editor'
import { Icon } from '../../../ui/Icon'
import { MOST_VARIANTS, asType, cardsOf, typeOf, variantsOf, withVariant, withoutVariant } from './cards'
import { Fields } from './Fields'
import { fieldId, useForm } from './form'
import { Select, Switch } from './Inputs'
import { BODY, type CardType, KINDS, type Kind, PICTURE, PROMPT, TYPES, isType } from './kinds'
import type { Place, Thing } from './places'
import { put } from './places'

type Props = { number: number; variant: number; onVariant: (variant: number) => void }

const GROUPS = ['right', 'nothing', 'word'] as const satisfies readonly Kind['asks'][]

export function CardForm({ number, variant, onVariant }: Props) {
  const t = editor()
  const { document, change } = useForm()
  const card = cardsOf(document)[number]
  if (!card) return null
  const type = typeOf(card)
  const kind = KINDS[type]
  const variants = variantsOf(card)
  const place: Place = variants.length > 0 ? ['cards', number, 'variants', Math.min(variant, variants.length - 1)] : ['cards', number]
  const set = (next: Thing) => change(put(document, ['cards', number], next))
  return (
    <div class="stack" id={fieldId(['cards', number])}>
      <div class="rowx editor-form-head">
        <h2 class="grow" id="editor-card">{t.cardIn(number + 1, cardsOf(document).length)}</h2>
        <TypeSelect type={type} onChoose={(to) => set(asType(card, to))} frozen={variants.length > 0} />
      </div>
      {variants.length > 0 && <Variants card={card} chosen={Math.min(variant, variants.length - 1)} onVariant={onVariant} set={set} />}
      <Fields key={`${number} ${variant} ${type}`} place={place} fields={[PROMPT, BODY, ...(kind.hasPicture ? [] : [PICTURE]), ...kind.fields]} />
      {kind.remembered && <Switch place={['cards', number, 'remember']} label={t.remember} hint={t.rememberWhy} />}
      {kind.pooled && variants.length === 0 && (
        <button type="button" class="btn s slim editor-add" onClick={() => { set(withVariant(card, 0)); onVariant(1) }}><Icon name="pluss" small />{t.addVariant}</button>
      )}
    </div>
  )
}

function TypeSelect({ type, frozen, onChoose }: { type: CardType; frozen: boolean; onChoose: (type: CardType) => void }) {
  const t = editor()
  return (
    <div class="editor-type">
      <Select label={t.cardType} value={type} onChoose={(to) => isType(to) && onChoose(to)}>
        {GROUPS.map((group) => (
          <optgroup key={group} label={t.groups[group]}>
            {TYPES.filter((each) => KINDS[each].asks === group).map((each) => (
              <option key={each} value={each} selected={each === type} disabled={frozen && each !== type}>{t.types[each]}</option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  )
}

type VariantsProps = { card: Thing; chosen: number; onVariant: (variant: number) => void; set: (card: Thing) => void }

function Variants({ card, chosen, onVariant, set }: VariantsProps) {
  const t = editor()
  const variants = variantsOf(card)
  return (
    <div class="stack" role="group" aria-label={t.variants}>
      <p class="sm dim">{t.variantsWhy}</p>
      <div class="editor-chips">
        {variants.map((each, i) => (
          <button key={String(each.id)} type="button" class="btn s slim" aria-pressed={i === chosen} onClick={() => onVariant(i)}>{t.variant(i + 1)}</button>
        ))}
        {variants.length < MOST_VARIANTS && (
          <button type="button" class="btn t slim" onClick={() => { set(withVariant(card, chosen)); onVariant(variants.length) }}><Icon name="pluss" small />{t.addVariant}</button>
        )}
        <button type="button" class="btn t slim" onClick={() => { set(withoutVariant(card, chosen)); onVariant(Math.max(0, chosen - 1)) }}>{t.removeVariant}</button>
      </div>
    </div>
  )
}
