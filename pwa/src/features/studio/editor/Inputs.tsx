/** Fields that are the same in every language: numbers, words for programs, choices, switches. */
import type { ComponentChildren } from 'preact'
import { fieldId, useValue } from './form'
import type { Place } from './places'

type NumberProps = { place: Place; label: string; least?: number; most?: number; step?: number | 'any'; factor?: number; whole?: boolean }

/** `factor`: how many of what is shown one of what is kept is, as in per cent. */
export function NumberInput({ place, label, least, most, step = 'any', factor = 1, whole = false }: NumberProps) {
  const [value, set] = useValue(place)
  const shown = typeof value === 'number' ? String(Math.round(value * factor * 10_000) / 10_000) : ''
  const typed = (text: string) => {
    const number = Number(text)
    if (text.trim() === '') set(undefined)
    else if (Number.isFinite(number)) set((whole ? Math.round(number) : number) / factor)
  }
  return (
    <label class="field editor-number">
      <span>{label}</span>
      <input
        class="inp" type="number" id={fieldId(place)} min={least} max={most} step={step} value={shown} onInput={(event) => typed(event.currentTarget.value)}
      />
    </label>
  )
}

export function WordInput({ place, label, most, hint }: { place: Place; label: string; most: number; hint?: string }) {
  const [value, set] = useValue(place)
  return (
    <label class="field">
      <span>{label}</span>
      <input class="inp" type="text" id={fieldId(place)} maxLength={most} value={typeof value === 'string' ? value : ''} onInput={(event) => set(event.currentTarget.value)} />
      {hint && <small class="dim">{hint}</small>}
    </label>
  )
}

/** `on`: what is kept when it is switched on; switched off the field is left out. */
export function Switch({ place, label, hint }: { place: Place; label: string; hint?: string }) {
  const [value, set] = useValue(place)
  return (
    <label class="check">
      <input type="checkbox" id={fieldId(place)} checked={value === true} onChange={(event) => set(event.currentTarget.checked ? true : undefined)} />
      <span>{label}{hint && <span class="two xs dim">{hint}</span>}</span>
    </label>
  )
}

type SelectProps = { id?: string; label: string; value: string; onChoose: (value: string) => void; children: ComponentChildren }

export function Select({ id, label, value, onChoose, children }: SelectProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="inp" id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>{children}</select>
    </label>
  )
}

type TextsProps = { value: string; options: Readonly<Record<string, string>> }

export function Options({ options, value }: TextsProps) {
  return <>{Object.entries(options).map(([each, text]) => <option key={each} value={each} selected={each === value}>{text}</option>)}</>
}
