/** Reading a card aloud with the device's own voice; not offered where there is none for the language. */
import { signal } from '@preact/signals'
import type { Card, Option, SurveyCard } from '../../rules/cards'
import { type Draft, TURNED, shownIds } from './answering'
import { textOf } from './explaining'
import { plain } from './markdown'

export const speaking = signal(false)
const voices = signal<SpeechSynthesisVoice[]>([])

const LISTENS: Record<string, string[]> = { nb: ['nb', 'no'], nn: ['nn', 'nb', 'no'], en: ['en'] }

if (typeof speechSynthesis !== 'undefined') {
  const renew = () => {
    voices.value = speechSynthesis.getVoices()
  }
  renew()
  speechSynthesis.addEventListener?.('voiceschanged', renew)
}

/** The voice for a language; Nynorsk is read by a bokmål voice where there is no other. */
export function voiceFor(language: string): SpeechSynthesisVoice | null {
  for (const tag of LISTENS[language] ?? [language]) {
    const voice = voices.value.find(({ lang }) => lang.toLowerCase().split(/[-_]/u)[0] === tag)
    if (voice) return voice
  }
  return null
}

/** What is read of a card: in the order it is shown in, the back of a flashcard only once it is turned. */
export function spoken(card: Card, seed: number, draft: Draft | null = null): string[] {
  const texts = [plain(card.body ?? ''), card.prompt, ...told(card, seed)]
  if (card.type === 'flashcard' && draft === TURNED) texts.push(plain(card.back))
  return texts.filter((text) => text !== '')
}

function told(card: Card, seed: number): string[] {
  const shown = shownIds(card, seed)
  const named = (options: readonly Option[]) => shown.map((id) => textOf(options, id))
  switch (card.type) {
    case 'choice':
    case 'multiple':
    case 'order':
      return named(card.options)
    case 'sort':
      return [...named(card.options), ...card.buckets.map(({ text }) => text)]
    case 'match':
      return [...card.left.map(({ text }) => text), ...named(card.right)]
    case 'hotspot':
      return named(card.regions)
    case 'survey':
      return card.scale ? endsOf(card.scale) : named(card.options ?? [])
    case 'discover':
      return card.spots.flatMap(({ text, explanation }) => [text, plain(explanation ?? '')])
    case 'steps':
      return card.steps.map(({ text }) => plain(text))
    case 'quote':
      return [plain(card.quote), card.by]
    default:
      return []
  }
}

function endsOf({ least, most, low, high }: NonNullable<SurveyCard['scale']>): string[] {
  return [`${least}: ${low}`, `${most}: ${high}`]
}

/** Reads the texts one after the other, and stops whatever was being read. */
export function speak(texts: readonly string[], language: string): void {
  hush()
  const voice = voiceFor(language)
  if (!voice || texts.length === 0) return
  speaking.value = true
  texts.forEach((text, i) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    if (i === texts.length - 1) utterance.onend = hushed
    speechSynthesis.speak(utterance)
  })
}

export function hush(): void {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel()
  hushed()
}

function hushed(): void {
  speaking.value = false
}
